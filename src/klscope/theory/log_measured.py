"""The measures of distributions that keep their log-probabilities.

A probability below 5e-324 is 0 as a double, and its logarithm is not −∞: a softmax of logits that differ by 1,000 has
such probabilities. Entropies, cross-entropies and KL divergences are computed from the logarithms; the measures that
compare probabilities alone, such as the total variation distance, from the probabilities.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from klscope.theory.compensated import Array
from klscope.theory.distribution import Distribution, FloatArray
from klscope.theory.measured import Measures


def measures_of(p: Distribution, q: Distribution) -> Measures:
    """Return the measures of two distributions with equal numbers of categories, each computed on first access."""
    if p.log_probabilities is None and q.log_probabilities is None:
        return Measures(p.probabilities, q.probabilities)
    return LogMeasures(p.probabilities, q.probabilities, log_probabilities(p), log_probabilities(q))


def log_probabilities(distribution: Distribution) -> FloatArray:
    """Return log p, shape ``(n,)``, in nats: those that the distribution keeps, else of its probabilities."""
    if distribution.log_probabilities is not None:
        return distribution.log_probabilities
    with np.errstate(divide="ignore"):
        return np.log(distribution.probabilities)


def kl_divergences(log_p: FloatArray, log_q: FloatArray) -> FloatArray:
    """Return D(P‖Q) of many pairs, nats, shape ``(rows,)``, each in [0, +inf].

    Parameters
    ----------
    log_p, log_q : ndarray of float64, shape (rows, n)
        Log-probabilities in nats, −∞ for 0; one row of either may stand for all. A row with nan gives nan.
    """
    log_p, log_q = np.broadcast_arrays(log_p, log_q)
    unknown = np.isnan(log_p).any(axis=1) | np.isnan(log_q).any(axis=1)
    terms = _ratio_terms(np.exp(log_p), log_p, log_q)
    return np.where(unknown, np.nan, np.maximum(terms.sum(axis=1), 0.0))


@dataclass(frozen=True, eq=False, repr=False)
class LogMeasures(Measures):
    """The measures of P and Q by their log-probabilities.

    Parameters
    ----------
    log_p, log_q : ndarray of float64, shape (n,)
        Log-probabilities in nats, −∞ for 0.
    """

    log_p: Array
    log_q: Array

    @cached_property
    def entropy_p(self) -> float:
        """H(P), nats, in [0, log n]."""
        return math.fsum(_terms(self.p, self.log_p, self.log_p).tolist())

    @cached_property
    def entropy_q(self) -> float:
        """H(Q), nats, in [0, log n]."""
        return math.fsum(_terms(self.q, self.log_q, self.log_q).tolist())

    @cached_property
    def cross_entropy(self) -> float:
        """H(P, Q), nats, in [0, +inf]."""
        return _sum(self.cross_entropy_terms)

    @cached_property
    def reverse_cross_entropy(self) -> float:
        """H(Q, P), nats, in [0, +inf]."""
        return _sum(_terms(self.q, self.log_q, self.log_p))

    @cached_property
    def kl_divergence(self) -> float:
        """D(P‖Q), nats, in [0, +inf]."""
        return max(_sum(self.kl_terms), 0.0)

    @cached_property
    def reverse_kl_divergence(self) -> float:
        """D(Q‖P), nats, in [0, +inf]."""
        return max(_sum(_ratio_terms(self.q, self.log_q, self.log_p)), 0.0)

    @cached_property
    def entropy_terms(self) -> Array:
        """−p log p, nats, shape (n,); read-only."""
        return _read_only(_terms(self.p, self.log_p, self.log_p))

    @cached_property
    def cross_entropy_terms(self) -> Array:
        """−p log q, nats, shape (n,); read-only."""
        return _read_only(_terms(self.p, self.log_p, self.log_q))

    @cached_property
    def kl_terms(self) -> Array:
        """p log(p/q), nats, shape (n,); read-only."""
        return _read_only(_ratio_terms(self.p, self.log_p, self.log_q))


def _terms(weights: Array, log_weights: Array, logs: Array) -> Array:
    """Return −w log v, 0 where w is 0, +inf where v is 0 and w is not."""
    with np.errstate(invalid="ignore"):
        terms = np.where(weights > 0.0, 0.0 - weights * logs, 0.0)
    terms[(log_weights > -math.inf) & (logs == -math.inf)] = math.inf
    return terms


def _ratio_terms(weights: Array, log_weights: Array, logs: Array) -> Array:
    """Return w log(w/v), 0 where w is 0, +inf where v is 0 and w is not."""
    with np.errstate(invalid="ignore"):
        terms = np.where(weights > 0.0, weights * (log_weights - logs), 0.0)
    terms[(log_weights > -math.inf) & (logs == -math.inf)] = math.inf
    return terms


def _sum(terms: Array) -> float:
    return math.inf if bool(np.isinf(terms).any()) else math.fsum(terms.tolist())


def _read_only(terms: Array) -> Array:
    terms += 0.0  # no −0
    terms.setflags(write=False)
    return terms[:]

"""The measures of two distributions and their terms, each computed on first access."""

import math
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from klscope.theory.codes import Mask, code_terms, lacking, mean_length
from klscope.theory.compensated import Array
from klscope.theory.divergences import Divergences
from klscope.theory.logarithms import surprisals
from klscope.theory.weights import Scaled


@dataclass(frozen=True, eq=False, repr=False)
class Measures:
    """The measures of P and Q, each computed on first access and cached.

    Instances compare by identity, because ``==`` of arrays is elementwise.

    Parameters
    ----------
    p, q : ndarray of float64, shape (n,)
        Weights checked by :func:`klscope.theory.reading.read_weights`, which must not be changed
        later. :func:`klscope.theory.measures.measure` takes any.
    """

    p: Array
    q: Array

    def __repr__(self) -> str:
        shown = ", ".join(f"{name}={getattr(self, name)!r}" for name in _SHOWN)
        return f"Measures({shown})"

    @cached_property
    def _scaled(self) -> Scaled:
        with np.errstate(all="ignore"):
            return Scaled(self.p, self.q)

    @cached_property
    def _missing(self) -> tuple[Mask | None, Mask | None]:
        return lacking(self._scaled)

    @cached_property
    def _apart(self) -> Divergences:
        return Divergences(self._scaled)

    @cached_property
    def _lengths(self) -> Array:
        with np.errstate(all="ignore"):
            return surprisals(self._scaled)

    @cached_property
    def _terms_of_p(self) -> Array:
        return self._code_terms(0)

    @cached_property
    def _terms_of_q(self) -> Array:
        return self._code_terms(1)

    def _code_terms(self, row: int) -> Array:
        with np.errstate(all="ignore"):
            return code_terms(self._scaled, row, self._lengths, self._missing[row])

    @cached_property
    def entropy_p(self) -> float:
        """H(P), nats, in [0, log n]."""
        return mean_length(self._scaled, 0, self._terms_of_p[0])

    @cached_property
    def entropy_q(self) -> float:
        """H(Q), nats, in [0, log n]."""
        return mean_length(self._scaled, 1, self._terms_of_q[1])

    @cached_property
    def cross_entropy(self) -> float:
        """H(P, Q), nats, in [0, +inf]."""
        return mean_length(self._scaled, 0, self._terms_of_p[1]) if self._missing[0] is None else math.inf

    @cached_property
    def reverse_cross_entropy(self) -> float:
        """H(Q, P), nats, in [0, +inf]."""
        return mean_length(self._scaled, 1, self._terms_of_q[0]) if self._missing[1] is None else math.inf

    @property
    def kl_divergence(self) -> float:
        """D(P‖Q), nats, in [0, +inf]."""
        return self._apart.forward if self._missing[0] is None else math.inf

    @property
    def reverse_kl_divergence(self) -> float:
        """D(Q‖P), nats, in [0, +inf]."""
        return self._apart.backward if self._missing[1] is None else math.inf

    @property
    def perplexity_p(self) -> float:
        """exp H(P), a number of outcomes, in [1, n]."""
        return _exponential(self.entropy_p)

    @property
    def perplexity_q(self) -> float:
        """exp H(Q), a number of outcomes, in [1, n]."""
        return _exponential(self.entropy_q)

    @property
    def cross_perplexity(self) -> float:
        """exp H(P, Q), a number of outcomes, in [1, +inf]."""
        return _exponential(self.cross_entropy)

    @property
    def jensen_shannon_divergence(self) -> float:
        """JS(P, Q), nats, in [0, log 2]."""
        return self._apart.jensen_shannon

    @property
    def jensen_shannon_distance(self) -> float:
        """√JS(P, Q), √nats, in [0, √(log 2)]."""
        return math.sqrt(self.jensen_shannon_divergence)

    @property
    def total_variation_distance(self) -> float:
        """½Σ|p − q|, no unit, in [0, 1]."""
        return self._apart.variation

    @property
    def hellinger_distance(self) -> float:
        """√(½Σ(√p − √q)²), no unit, in [0, 1]."""
        return self._apart.hellinger

    @cached_property
    def entropy_terms(self) -> Array:
        """−p log p, nats, in [0, 1/e], shape (n,); read-only."""
        return self._normalised(self._terms_of_p[0])

    @cached_property
    def cross_entropy_terms(self) -> Array:
        """−p log q, nats, in [0, +inf], shape (n,); read-only."""
        return self._normalised(self._terms_of_p[1])

    @cached_property
    def kl_terms(self) -> Array:
        """p log(p/q), nats, in [−1/e, +inf], shape (n,): +inf where p > 0 and q = 0, 0 where p = 0; read-only."""
        with np.errstate(all="ignore"):
            terms = self._scaled.rows[0] * self._apart.logarithms
            np.subtract(0.0, terms, out=terms)  # 0 − 0 is 0, where −0 would be −0
        if self._missing[0] is not None:
            terms[self._missing[0]] = math.inf
        return self._normalised(terms)

    def _normalised(self, terms: Array) -> Array:
        result: Array = terms / self._scaled.sums[0][0]
        result.setflags(write=False)
        return result[:]  # a view of a read-only array cannot be made writeable


_SHOWN = (
    "entropy_p",
    "entropy_q",
    "cross_entropy",
    "reverse_cross_entropy",
    "kl_divergence",
    "reverse_kl_divergence",
    "perplexity_p",
    "cross_perplexity",
    "entropy_terms",
    "cross_entropy_terms",
    "kl_terms",
)


def _exponential(nats: float) -> float:
    """Return exp(nats), +inf where it is too large for a float64."""
    try:
        return math.exp(nats)
    except OverflowError:
        return math.inf

"""Parametric families for gradient descent: one free logit per category, or a discretised Gaussian.

A *logit* is a real number l_i per category, and q_i = exp(l_i) / Σ exp(l_j) (the softmax). Gradient descent moves the
parameters of a family, never Q itself; Q follows from them.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from klscope.theory.distribution import FloatArray, read_only

NARROWEST_DEVIATION = 0.2
"""The least initial standard deviation of a `DiscretisedGaussian`, in categories: at 0.2 the mode has all but 4e-6."""


def log_softmax(logits: FloatArray) -> FloatArray:
    """Return l_i − log Σ exp(l_j), shape ``(n,)``, −∞ where l_i is: the logarithms of the softmax, in nats.

    The largest logit is subtracted first, so that nothing overflows.
    """
    shifted = logits - logits.max()
    return np.asarray(shifted - np.log(np.exp(shifted).sum()), dtype=np.float64)


@dataclass(frozen=True, eq=False)
class Logits:
    """The full simplex, parametrised by one logit per category.

    Attributes
    ----------
    values
        Shape ``(n,)``, finite or −∞. A category with q = 0 has the logit −∞, and no step brings it back.
    start
        The Q they were computed from, shape ``(n,)``; None after the first step. It is kept so that rounding of exp(log
        q) does not change Q.
    """

    values: FloatArray
    start: FloatArray | None = None

    @classmethod
    def of(cls, q: FloatArray) -> Logits:
        """Return the logits log q of probabilities of shape ``(n,)``."""
        with np.errstate(divide="ignore"):
            return cls(read_only(np.log(q)), read_only(q))

    @cached_property
    def log_probabilities(self) -> FloatArray:
        """The logarithms of q in nats, shape ``(n,)``, −∞ where q is 0."""
        return self.values if self.start is not None else log_softmax(self.values)

    @cached_property
    def probabilities(self) -> FloatArray:
        """Q, shape ``(n,)``; values below 5e-324 are 0, though their logarithms are known."""
        return np.exp(self.log_probabilities) if self.start is None else self.start

    def moved(self, negative_gradient: FloatArray, rate: float) -> Logits:
        """Return the logits after one step of size ``rate``; ``self`` if no number changes."""
        values = self.values + rate * negative_gradient
        return self if np.array_equal(values, self.values) else Logits(read_only(values))


@dataclass(frozen=True)
class DiscretisedGaussian:
    """A discretised Gaussian, which is unimodal: q_i ∝ exp(−(i − μ)² / (2σ²)) for categories i = 0 … n − 1.

    Attributes
    ----------
    mean
        μ, counted in categories from 0.
    log_deviation
        log σ, so that any step leaves σ > 0.
    n
        The number of categories.
    """

    mean: float
    log_deviation: float
    n: int

    @classmethod
    def of(cls, q: FloatArray) -> DiscretisedGaussian:
        """Return the Gaussian whose μ and σ are the mean and the standard deviation of ``q`` (σ at least 0.2).

        A wide Gaussian is truncated at both ends: the standard deviation of its probabilities may be below σ.
        """
        places = np.arange(q.size, dtype=np.float64)
        mean = float(q @ places)
        deviation = float(np.sqrt(q @ (places - mean) ** 2))
        return cls(mean, float(np.log(max(deviation, NARROWEST_DEVIATION))), q.size)

    @property
    def deviation(self) -> float:
        """σ, in categories."""
        return float(np.exp(self.log_deviation))

    @cached_property
    def log_probabilities(self) -> FloatArray:
        """The logarithms of q in nats, shape ``(n,)``, finite unless they overflow."""
        places = np.arange(self.n, dtype=np.float64)
        nearest = float(np.clip(np.round(self.mean), 0, self.n - 1))
        # (i − μ)² − (j − μ)² for the nearest j, without the cancellation of squares where μ is far outside
        beyond = (places - nearest) / self.deviation * ((places - self.mean + nearest - self.mean) / self.deviation)
        return log_softmax(-beyond / 2.0)

    @cached_property
    def probabilities(self) -> FloatArray:
        """Q, shape ``(n,)``; values below 5e-324 are 0, though their logarithms are known."""
        return np.exp(self.log_probabilities)

    def moved(self, negative_gradient: FloatArray, rate: float) -> DiscretisedGaussian:
        """Return the Gaussian after one step of size ``rate``; ``self`` if no number changes.

        By the chain rule the negative gradient by a parameter is Σ g_i · ∂l_i/∂parameter, with g_i the one by the
        logit l_i, ∂l_i/∂μ = (i − μ)/σ² and ∂l_i/∂log σ = (i − μ)²/σ².
        """
        distances = (np.arange(self.n) - self.mean) / self.deviation
        mean = self.mean + rate * float(negative_gradient @ distances) / self.deviation
        log_deviation = self.log_deviation + rate * float(negative_gradient @ distances**2)
        moved = DiscretisedGaussian(mean, log_deviation, self.n)
        return self if moved == self else moved

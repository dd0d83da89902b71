"""A probability distribution: an immutable, validated value that remembers ratios of former probabilities.

Locks are in `klscope.theory.editing`, labels and pairs in `klscope.model.comparison`.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from klscope.theory.compensated import exact_parts, total
from klscope.theory.reading import DistributionError, read_weights, refuse_lost

FloatArray = NDArray[np.float64]

SUM_TOLERANCE = 1e-12
"""The largest deviation from 1 of the sum of a `Distribution`."""

_SUM_ERROR = 2.0**-46
"""More than the error of ``ndarray.sum``, which adds in pairs, for numbers ≥ 0 whose sum is about 1."""

SCALED_TO = 900
"""The exponent of the largest weight after scaling: a million such weights have a finite sum."""


def exact_sum(values: FloatArray) -> float:
    """Return the correctly rounded sum of ``values`` ≥ 0, shape ``(n,)``; ∞ past the largest float."""
    try:
        return total(values)
    except OverflowError:
        return math.inf


def exact_rest(*values: FloatArray) -> float:
    """Return the correctly rounded 1 − Σ ``values``; 0 where Σ rounds to 1. (Rounding Σ first loses digits.)"""
    parts = [-1.0]
    for array in values:
        parts += exact_parts(array)
    rest = 0.0 - math.fsum(parts)
    return 0.0 if -(2.0**-53) <= rest <= 2.0**-54 else rest


def mass_left(*values: FloatArray) -> float:
    """Return 1 − Σ ``values``, the mass left for others; 0 where it is only the error of decimals in binary.

    0.1 + 0.3 + 0.3 + 0.3 is 1; a bar that was given the 2.8e-17 left in binary would not count as 0.
    """
    rest = exact_rest(*values)
    return rest if rest > 2.0**-51 else 0.0


def absorb_residual(probabilities: FloatArray, free: NDArray[np.bool_]) -> None:
    """Add the rounding residual 1 − Σ to the largest of the ``free`` probabilities, in place."""
    rest = exact_rest(probabilities)
    if rest != 0.0 and free.any():
        largest = int(np.where(free, probabilities, -1.0).argmax())
        probabilities[largest] = max(0.0, probabilities[largest] + rest)


def read_only(values: ArrayLike) -> FloatArray:
    """Return a read-only float64 copy of ``values``, which no caller shares."""
    array = np.array(values, dtype=np.float64)
    array.setflags(write=False)
    return array


def normalised(weights: ArrayLike, name: str = "the distribution") -> FloatArray:
    """Return ``weights / sum(weights)``, shape ``(n,)``.

    The weights are scaled by a power of two first, so that no sum overflows and each quotient is rounded once. A vector
    whose sum is 1 within the rounding of decimals (2⁻⁵²) is returned unchanged, so typed probabilities keep their
    digits.

    Parameters
    ----------
    weights
        As `klscope.theory.reading.read_weights` takes them.
    name
        The name of the distribution in messages.

    Raises
    ------
    DistributionError
        If the weights are invalid, or a positive one would become 0 beside a far larger one (`LostWeightError`).
    """
    array = read_weights(weights, name)
    exponent = int(np.frexp(array.max())[1])
    scaled = array if -64 < exponent <= 1 else np.ldexp(array, SCALED_TO - exponent)
    whole = exact_sum(scaled)
    if abs(whole - 1.0) <= 2.0**-52 and scaled is array:
        return array.copy()
    probabilities = np.asarray(scaled / whole, dtype=np.float64)
    refuse_lost(array, probabilities, name)
    return probabilities


def _checked(probabilities: ArrayLike) -> FloatArray:
    """Return a read-only copy of ``probabilities``; raise `DistributionError` where they are invalid."""
    array = read_weights(probabilities)
    with np.errstate(over="ignore"):
        near = float(array.sum())
    if not abs(near - 1.0) < SUM_TOLERANCE - _SUM_ERROR:
        whole = exact_sum(array)
        if not abs(whole - 1.0) <= SUM_TOLERANCE:
            raise DistributionError(f"the probabilities sum to {whole!r}, not to 1")
    array = np.minimum(array, 1.0)
    array += 0.0  # no −0, which would hash unlike its equal
    array.setflags(write=False)
    return array


@dataclass(frozen=True, eq=False)
class Distribution:
    """Probabilities of ``n`` categories, with the ratios of those that were squeezed to 0.

    Attributes
    ----------
    probabilities
        Shape ``(n,)``, each in [0, 1], summing to 1 within `SUM_TOLERANCE`; read-only.
    remembered
        Shape ``(n,)``, weights ≥ 0, read-only: the last positive values of categories that an edit of another category
        set to 0; 0 where nothing is remembered. Only their ratios have a meaning. They are not compared in equality.
    squeezes
        Shape ``(n,)``, read-only: the number of the edit that each remembered value is from, higher for later ones.
        Values from different edits have no common ratio.
    log_probabilities
        Shape ``(n,)``, read-only: log p in nats of a distribution that was given by them, −∞ for a probability of 0;
        None otherwise. They hold values that the probabilities, as doubles, cannot. An edit drops them.
    """

    probabilities: FloatArray
    remembered: FloatArray = field(repr=False)
    squeezes: NDArray[np.int64] = field(repr=False)
    log_probabilities: FloatArray | None = field(repr=False)

    def __init__(self, probabilities: ArrayLike, remembered: ArrayLike | None = None, squeezes: ArrayLike = 0) -> None:
        array = _checked(probabilities)
        memory = read_only(np.zeros(array.size) if remembered is None else remembered)
        if memory.shape != array.shape or not bool(np.all(np.isfinite(memory) & (memory >= 0))):
            raise DistributionError("the remembered ratios do not fit the probabilities")
        counted = np.where(memory > 0.0, squeezes, 0).astype(np.int64)
        counted.setflags(write=False)
        object.__setattr__(self, "probabilities", array)
        object.__setattr__(self, "remembered", memory)
        object.__setattr__(self, "squeezes", counted)
        object.__setattr__(self, "log_probabilities", None)

    def with_probabilities(self, probabilities: FloatArray) -> Distribution:
        """Return a distribution with ``probabilities`` and the same remembered ratios, except where they are above 0.

        Parameters
        ----------
        probabilities
            Shape ``(n,)``, summing to 1 within `SUM_TOLERANCE`.

        Raises
        ------
        DistributionError
            If the probabilities are invalid.
        """
        if self.remembers:
            return Distribution(probabilities, np.where(probabilities > 0.0, 0.0, self.remembered), self.squeezes)
        changed = object.__new__(Distribution)
        changed.__dict__.update(self.__dict__, probabilities=_checked(probabilities), log_probabilities=None)
        return changed

    @classmethod
    def from_weights(cls, weights: ArrayLike, name: str = "the distribution") -> Distribution:
        """Return the distribution in proportion to ``weights``; parameters and errors as in `normalised`."""
        return cls(normalised(weights, name))

    @classmethod
    def from_log_probabilities(cls, values: ArrayLike, name: str = "the distribution") -> Distribution:
        """Return the distribution of log-probabilities, which it keeps.

        Parameters
        ----------
        values
            Shape ``(n,)``, in nats; −∞ for a probability of 0, at least one finite. Their exponentials are divided by
            their sum.
        name
            The name of the distribution in messages.

        Raises
        ------
        DistributionError
            If a value is not a number or +∞, or all are −∞.
        """
        array = np.array(values, dtype=np.float64)
        if array.ndim != 1 or array.size == 0 or bool(np.isnan(array).any()):
            raise DistributionError(f"{name} needs one log-probability for each category")
        largest = float(array.max())
        if not math.isfinite(largest):
            raise DistributionError(f"{name} needs finite log-probabilities, or -inf for a probability of 0")
        shifted = array - largest
        exponentials = np.exp(shifted)
        kept = shifted - math.log(exact_sum(exponentials))
        kept.setflags(write=False)
        made = cls(exponentials / exact_sum(exponentials))
        object.__setattr__(made, "log_probabilities", kept)
        return made

    def with_log_probabilities(self, values: ArrayLike) -> Distribution:
        """Return this distribution with the log-probabilities that it was given by.

        Parameters
        ----------
        values
            Shape ``(n,)``, in nats; −∞ for a probability of 0.

        Raises
        ------
        DistributionError
            If their exponentials are not the probabilities within `SUM_TOLERANCE`.
        """
        kept = read_only(values)
        if kept.shape != self.probabilities.shape:
            raise DistributionError(f"{kept.size} log-probabilities for {self.n} categories")
        with np.errstate(over="ignore"):
            apart = np.abs(np.exp(kept) - self.probabilities)
        if not bool((apart <= SUM_TOLERANCE).all()):  # false for NaN, too
            index = int(np.flatnonzero(~(apart <= SUM_TOLERANCE))[0])
            raise DistributionError(f"log-probability {index + 1}, {kept[index]!r}, is not that of the probability")
        changed = object.__new__(Distribution)
        changed.__dict__.update(self.__dict__, log_probabilities=kept)
        return changed

    @classmethod
    def uniform(cls, n: int) -> Distribution:
        """Return the uniform distribution over ``n`` categories."""
        return cls(np.full(n, 1.0 / n))

    @property
    def n(self) -> int:
        """The number of categories."""
        return int(self.probabilities.size)

    @property
    def is_zero(self) -> NDArray[np.bool_]:
        """Where the probability is 0, shape ``(n,)``; not where it only rounds to 0 and its logarithm is known."""
        if self.log_probabilities is not None:
            return np.asarray(self.log_probabilities == -math.inf)
        return np.asarray(self.probabilities == 0.0)

    @cached_property
    def remembers(self) -> bool:
        """Whether any ratio is remembered."""
        return bool(self.remembered.any())

    def memory_of(self, sharing: NDArray[np.bool_]) -> FloatArray:
        """Return the weights remembered from the latest edit among ``sharing``; 0 for those from earlier ones."""
        memory, squeezes = self.remembered[sharing], self.squeezes[sharing]
        return np.where(squeezes == squeezes.max(initial=0), memory, 0.0)

    def __eq__(self, other: Any) -> bool:
        if not isinstance(other, Distribution):
            return NotImplemented
        if self is other:
            return True
        own, others = self.log_probabilities, other.log_probabilities
        if (own is None) is not (others is None) or (own is not None and not np.array_equal(own, others)):  # type: ignore[arg-type]  # both are arrays
            return False
        return bool(np.array_equal(self.probabilities, other.probabilities))

    def __hash__(self) -> int:
        return hash(self.probabilities.tobytes())

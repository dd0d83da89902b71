"""A probability distribution as a value: validated, read-only, with the ratios it remembers.

It knows nothing of locks (`klscope.theory.editing`), labels or pairs (`klscope.model.comparison`).
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
"""How far the probabilities of a `Distribution` may sum from 1."""

_SUM_ERROR = 2.0**-46
"""More than the error of ``ndarray.sum``, which adds in pairs, for numbers ≥ 0 whose sum is about 1."""

SCALED_TO = 900
"""The exponent of the largest weight once scaled: a million such have a sum, and far smaller ones lose no digit."""


def exact_sum(values: FloatArray) -> float:
    """Return the correctly rounded sum of ``values`` ≥ 0, shape ``(n,)``; ∞ past the largest float."""
    try:
        return total(values)
    except OverflowError:
        return math.inf


def exact_rest(*values: FloatArray) -> float:
    """Return the correctly rounded 1 − Σ of all ``values``; 0 where Σ rounds to 1. (Rounding Σ first loses digits.)"""
    parts = [-1.0]
    for array in values:
        parts += exact_parts(array)
    rest = 0.0 - math.fsum(parts)
    return 0.0 if -(2.0**-53) <= rest <= 2.0**-54 else rest


def mass_left(*values: FloatArray) -> float:
    """Return what ``values`` leave of 1 for others to share: 0 where it is no more than decimals leave in binary.

    0.1 beside 0.3, 0.3 and 0.3 fills the whole; a bar that was given the 2.8e-17 left in binary would not count as 0.
    """
    rest = exact_rest(*values)
    return rest if rest > 2.0**-51 else 0.0


def absorb_residual(probabilities: FloatArray, free: NDArray[np.bool_]) -> None:
    """Add the residue of rounding to the largest of the ``free`` probabilities, in place."""
    rest = exact_rest(probabilities)
    if rest != 0.0 and free.any():
        largest = int(np.where(free, probabilities, -1.0).argmax())
        probabilities[largest] = max(0.0, probabilities[largest] + rest)


def read_only(values: ArrayLike) -> FloatArray:
    """Return a float64 copy of ``values`` that cannot be written to, so no caller shares it."""
    array = np.array(values, dtype=np.float64)
    array.setflags(write=False)
    return array


def normalised(weights: ArrayLike, name: str = "the distribution") -> FloatArray:
    """Return ``weights / sum(weights)``, shape ``(n,)``.

    Scaled by a power of two first, so that no sum overflows and each quotient is rounded once. A vector whose sum
    is 1 but for the rounding of decimals (2⁻⁵² at most) is returned as it is: typed probabilities stay what they were.

    Parameters
    ----------
    weights
        As `klscope.theory.reading.read_weights` takes them.
    name
        What to call the distribution in a message.

    Raises
    ------
    DistributionError
        Where they are no weights, or a positive one would become 0 beside a far larger one (`LostWeightError`).
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
    """Return a read-only copy of ``probabilities``; raise `DistributionError` where they are none."""
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
    """Probabilities of ``n`` categories, and the ratios they last had.

    Attributes
    ----------
    probabilities
        Shape ``(n,)``, each in [0, 1], summing to 1 within `SUM_TOLERANCE`; read-only.
    remembered
        Shape ``(n,)``, weights ≥ 0, read-only. Where bars were squeezed to 0 by another bar taking all, the values
        they had then; 0 where nothing is remembered. Only their ratios mean something. They do not count in equality.
    squeezes
        Shape ``(n,)``, read-only: which squeeze each remembered value is from, later ones higher. Values of different
        squeezes never stood beside one another, so they have no ratio.
    """

    probabilities: FloatArray
    remembered: FloatArray = field(repr=False)
    squeezes: NDArray[np.int64] = field(repr=False)

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

    def with_probabilities(self, probabilities: FloatArray) -> Distribution:
        """Return the distribution of ``probabilities`` that remembers the same ratios, but where they are above 0.

        Parameters
        ----------
        probabilities
            Shape ``(n,)``, summing to 1 within `SUM_TOLERANCE`.

        Raises
        ------
        DistributionError
            Where they are none.
        """
        if self.remembers:
            return Distribution(probabilities, np.where(probabilities > 0.0, 0.0, self.remembered), self.squeezes)
        changed = object.__new__(Distribution)
        changed.__dict__.update(self.__dict__, probabilities=_checked(probabilities))
        return changed

    @classmethod
    def from_weights(cls, weights: ArrayLike, name: str = "the distribution") -> Distribution:
        """Return the distribution in proportion to ``weights``; parameters and errors as of `normalised`."""
        return cls(normalised(weights, name))

    @classmethod
    def uniform(cls, n: int) -> Distribution:
        """Return the uniform distribution over ``n`` categories."""
        return cls(np.full(n, 1.0 / n))

    @property
    def n(self) -> int:
        """The number of categories."""
        return int(self.probabilities.size)

    @cached_property
    def remembers(self) -> bool:
        """Whether some ratio is remembered."""
        return bool(self.remembered.any())

    def memory_of(self, sharing: NDArray[np.bool_]) -> FloatArray:
        """Return what the last squeeze among ``sharing`` left to remember, shape: theirs; 0 for earlier ones'."""
        memory, squeezes = self.remembered[sharing], self.squeezes[sharing]
        return np.where(squeezes == squeezes.max(initial=0), memory, 0.0)

    def __eq__(self, other: Any) -> bool:
        if not isinstance(other, Distribution):
            return NotImplemented
        return self is other or bool(np.array_equal(self.probabilities, other.probabilities))

    def __hash__(self) -> int:
        return hash(self.probabilities.tobytes())

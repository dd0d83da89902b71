"""Reading of distributions from callers: validated weights as float64.

A distribution is given by finite weights, 0 or more, with a positive sum: raw
counts, probabilities, or numbers of any size. Only their ratios count. All
functions of klscope that take weights use this module.
"""

import math
import numbers
import sys
from decimal import Decimal
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from klscope.theory.compensated import Array


class DistributionError(ValueError):
    """Invalid weights; the message says what is wrong, and where."""


class LostWeightError(DistributionError):
    """A positive weight whose probability underflows to 0 beside a far larger one.

    Attributes
    ----------
    name
        The name of the distribution.
    position
        The position of the weight, from 1.
    weight, largest
        The weight, and the largest of all.
    """

    def __init__(self, name: str, position: int, weight: float, largest: float) -> None:
        super().__init__(
            f"{name}: weight {position}: {weight!r} would become 0 beside the largest weight, {largest!r}; "
            "write 0 if that is meant"
        )
        self.name, self.position = name, position
        self.weight, self.largest = weight, largest


def read_weights(values: ArrayLike, name: str = "the distribution") -> Array:
    """Check the weights of a distribution.

    Parameters
    ----------
    values : array_like, shape (n,)
        Real numbers, finite, 0 or more, with a positive sum: Python's numbers
        (``Fraction`` and ``Decimal`` too), numpy's, or an object that converts to
        an array of them. True and False are 1 and 0. Text and complex numbers are
        refused, and so is a number that a float64 cannot hold: one that would
        become 0 or infinite. A masked array is refused if any entry is masked: a
        category without a weight is not a category of weight 0.
    name : str
        The name of the distribution in messages.

    Returns
    -------
    ndarray, shape (n,)
        The weights as float64; the caller's array itself where it is one.

    Raises
    ------
    DistributionError
        A ValueError, if the values are invalid; the message says what and where,
        counted from 1.
    """
    weights = _as_numbers(values, name)
    if weights.ndim != 1:
        raise DistributionError(f"{name} must be one-dimensional: its shape is {weights.shape}")
    if weights.size == 0:
        raise DistributionError(f"{name} is empty: a distribution has at least one weight")
    largest = weights[weights.argmax()]
    if not (weights.min() >= 0.0 and 0.0 < largest < math.inf):
        raise DistributionError(_complaint(weights, name))
    return weights


def refuse_lost(weights: Array, probabilities: Array, name: str) -> None:
    """Raise `LostWeightError` for the first positive weight whose probability is 0.

    Such a 0 would make KL(P‖Q) infinite, however small the weight was.
    """
    lost = np.flatnonzero((weights > 0.0) & (probabilities == 0.0))
    if lost.size:
        index = int(lost[0])
        raise LostWeightError(name, index + 1, float(weights[index]), float(weights.max()))


def _as_numbers(values: ArrayLike, name: str) -> Array:
    """Convert to float64; refuse values that numpy would guess at (such as the text "1") or lose."""
    _refuse_masked(values, name)
    try:
        array = np.asarray(values)
    except (TypeError, ValueError) as error:
        raise DistributionError(f"{name} must be a flat sequence of numbers") from error
    if array.dtype == np.float64:
        return array
    if array.dtype.kind in "biu":
        return array.astype(np.float64)
    if array.dtype.kind == "f":
        with np.errstate(over="ignore", under="ignore"):
            result = array.astype(np.float64)
        lost = ((result == 0.0) & (array != 0.0)) | (np.isinf(result) & np.isfinite(array))
        if lost.any() and array.ndim == 1:
            index = int(np.argmax(lost))
            raise _beyond(name, index + 1, float(result[index]))
        return result
    if array.ndim != 1:
        raise DistributionError(f"{name} must be a flat sequence of numbers: it is {values!r:.60}")
    entries = np.asarray(values, dtype=object)
    return np.array([_as_float(entry, name, place) for place, entry in enumerate(entries, start=1)])


def _as_float(value: Any, name: str, position: int) -> float:
    """Convert one number, a Decimal too, which Python does not count among its real numbers."""
    if not isinstance(value, (numbers.Real, Decimal)):
        raise DistributionError(f"{name}: weight {position} is not a real number: {value!r}")
    try:
        result = float(value)
    except OverflowError as error:
        raise _beyond(name, position, math.inf) from error
    if (result == 0.0 and value != 0) or (math.isinf(result) and value != result):
        raise _beyond(name, position, result)
    return result


def _beyond(name: str, position: int, becomes: float) -> DistributionError:
    """Return the error for a number outside the range of a float64."""
    if becomes == 0.0:
        why = "is too small for a float64: it would become 0; give 0 if that is meant"
    else:
        why = "is too large for a float64: it would become infinite; divide all weights by one number"
    return DistributionError(f"{name}: weight {position} {why}")


def _refuse_masked(values: ArrayLike, name: str) -> None:
    """Refuse masked entries: converted to numbers, they would have the values behind the mask."""
    if "numpy.ma" not in sys.modules:  # without it nothing can be masked, and loading it takes time
        return
    if isinstance(values, (list, tuple)):
        masked = np.array([np.ma.is_masked(value) for value in values], dtype=np.bool_)
    else:
        masked = np.ma.getmaskarray(np.ma.asarray(values)) if np.ma.is_masked(values) else np.zeros(1, dtype=np.bool_)
    if masked.any():
        where = f"weight {int(np.argmax(masked)) + 1} is masked" if masked.ndim == 1 else "some weights are masked"
        raise DistributionError(f"{name}: {where}; leave it out (.compressed()), or write 0 for it (.filled(0))")


def _complaint(weights: Array, name: str) -> str:
    """Return a message that names the invalid weight, counted from 1."""
    wrong = np.flatnonzero(~(np.isfinite(weights) & (weights >= 0.0)))
    if not wrong.size:
        return f"{name} is all zeros: at least one weight must be positive"
    index = int(wrong[0])
    value = float(weights[index])
    if math.isnan(value):
        return f"{name}: weight {index + 1} is not a number (NaN)"
    kind = "infinite" if math.isinf(value) else "negative"
    return f"{name}: weight {index + 1} is {kind} ({value!r}); a weight is finite and 0 or more"

"""Values as JSON and printed arrays hold them: lists and objects of numbers, texts and nothing."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from klscope.files.tables.contents import DataError
from klscope.files.weights_text import LONGEST_ENTRY, Fault, WeightError, quoted
from klscope.wording import gettext


@dataclass(frozen=True)
class LostNumber:
    """A number that no double can represent, such as 1e-400, with its text."""

    text: str
    fault: Fault


class RepeatedKeys(dict[str, Any]):
    """An object with repeated keys; as a mapping, each key has its last value.

    Attributes
    ----------
    pairs
        All keys with their values.
    """

    def __init__(self, pairs: list[tuple[str, Any]]) -> None:
        super().__init__(pairs)
        self.pairs = pairs


Value: TypeAlias = "bool | int | float | str | LostNumber | list[Any] | dict[str, Any] | None"
Path: TypeAlias = "tuple[str, ...]"
"""Where a value stands: the names of the objects and the numbers of the items around it."""

_WHOLE = re.compile("-?[0-9]+")
_SHORT = 15
"""The number of characters up to which a whole number is exact in a double."""


def number_of(text: str) -> int | float | LostNumber:
    """Return the number of a text that `float` accepts."""
    if len(text) <= _SHORT and _WHOLE.fullmatch(text):
        return int(text)
    value = float(text)
    if value == 0.0 and any(digit in "123456789" for digit in re.split("[eE]", text)[0]):
        return LostNumber(text, Fault.TOO_SMALL)
    if math.isinf(value) and any(digit.isdigit() for digit in text):
        return LostNumber(text, Fault.TOO_LARGE)
    return int(text) if len(text) <= LONGEST_ENTRY and _WHOLE.fullmatch(text) else value


def object_of(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return the object of these keys and values."""
    found = dict(pairs)
    return found if len(found) == len(pairs) else RepeatedKeys(pairs)


def is_number(value: Value) -> bool:
    """Return whether a value is a number, also one that is lost or not finite."""
    return isinstance(value, (int, float, LostNumber)) and not isinstance(value, bool)


def is_scalar(value: Value) -> bool:
    """Return whether a value is no list and no object."""
    return not isinstance(value, (list, dict))


def are_numbers(values: Iterable[Value]) -> bool:
    """Return whether all values are numbers; True for none."""
    return all(type(value) in (float, int) or is_number(value) for value in values)


def text_of(value: Value) -> str:
    """Return the text of a scalar, for a cell of a table."""
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, LostNumber):
        return value.text
    if isinstance(value, float) and not math.isfinite(value):
        return "NaN" if math.isnan(value) else "Infinity" if value > 0 else "-Infinity"
    return repr(value)


def array_of(values: Sequence[Value], path: Path) -> NDArray[Any]:
    """Return numbers as an array: of integers if all are, else of doubles.

    Raises
    ------
    DataError
        A number is not finite, but for −∞, or no double.
    """
    whole = [value for value in values if type(value) is int]  # True and False are not whole numbers here
    if len(whole) == len(values) and -(2**62) < min(whole) <= max(whole) < 2**62:
        return np.array(whole, dtype=np.int64)
    try:
        array = np.array(values, dtype=np.float64)
    except (TypeError, ValueError):
        array = np.array([math.nan if isinstance(value, LostNumber) else value for value in values], dtype=np.float64)
    bad = np.flatnonzero(np.isnan(array) | (array == np.inf))
    if bad.size:
        index = int(bad[0])
        raise not_a_weight(values[index], (*path, item(index)))
    return array


def item(index: int) -> str:
    """Return how an item of a list is named, by its position from 0."""
    return gettext("item {item}", item=index + 1)


def key_of(name: str) -> str:
    """Return how a member of an object is named."""
    return quoted(name)


def at(path: Path) -> str:
    """Return the beginning of a message about the value at a path."""
    return ", ".join(path) + ": " if path else ""


def not_a_weight(value: Value, path: Path) -> DataError:
    """Return the error for a value that cannot be a number of a distribution."""
    if isinstance(value, LostNumber):
        error = WeightError(value.fault, value.text)
    else:
        error = WeightError(Fault.NOT_FINITE if isinstance(value, float) else Fault.NO_NUMBER, text_of(value))
    return DataError(at(path) + error.what, error.remedy)


def twice(value: RepeatedKeys, path: Path) -> DataError:
    """Return the error for an object with a repeated key."""
    seen: set[str] = set()
    for key, _ in value.pairs:
        if key in seen:
            break
        seen.add(key)
    return DataError(at(path) + gettext("the key {name} is used twice", name=quoted(key)), gettext("rename one"))

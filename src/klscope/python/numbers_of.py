"""Numbers, and the names that they have, of one distribution or of many in rows, from Python objects."""

from __future__ import annotations

import math
import sys
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from klscope.files.tables.joining import first_duplicate, shown
from klscope.files.tables.options import NumberKind
from klscope.theory.distribution import FloatArray
from klscope.theory.reading import DistributionError, read_weights

COUNT_THEM = "count them first: collections.Counter(…)"


@dataclass(frozen=True)
class Given:
    """The numbers of one side.

    Attributes
    ----------
    name
        What it is called in messages: "p" or "q".
    values
        Shape ``(n,)``, float64; or ``(rows, n)``, any real dtype.
    labels
        ``n`` names of the categories; None if there are none.
    row_names
        Names of the rows; None if there are none.
    """

    name: str
    values: NDArray[Any]
    labels: tuple[str, ...] | None = None
    row_names: tuple[str, ...] | None = None

    @property
    def has_rows(self) -> bool:
        """Whether there is a distribution in each row."""
        return self.values.ndim == 2

    def place(self, index: int) -> str:
        """Return how a number is written in Python, such as ``p[3]`` or ``p['snow']``."""
        return f"{self.name}[{index if self.labels is None else self.labels[index]!r}]"


def given(value: Any, name: str) -> Given:
    """Read the numbers of an object.

    Parameters
    ----------
    value
        A sequence, an array or tensor, a mapping, a Series or a DataFrame of pandas.
    name
        What it is called in messages.

    Raises
    ------
    TypeError
        If it is no collection of numbers.
    ValueError
        If it has more than two dimensions, or two categories of one name.
    """
    if isinstance(value, (str, bytes, bytearray)):
        raise TypeError(f"{name} is a text: give its numbers; klscope.read(path) reads a file")
    if isinstance(value, AbstractSet):
        raise TypeError(f"{name} is a set, which has no order: give a list, or a dict of names and numbers")
    if isinstance(value, Mapping):
        return _named(name, list(value.values()), list(value))
    pandas = sys.modules.get("pandas")
    if pandas is not None and isinstance(value, pandas.Series):
        return _named(name, value.to_numpy(), None if _is_default(value.index) else list(value.index))
    if pandas is not None and isinstance(value, pandas.DataFrame):
        return _of_frame(name, value)
    if isinstance(value, Iterator):
        value = list(value)
    try:
        plain = _without_device(value)
    except (RuntimeError, TypeError, BufferError) as error:  # a tensor without data, an array on another device
        raise TypeError(f"{name} cannot be read as an array of numbers: {error}") from error
    return _named(name, plain, None)


def _of_frame(name: str, frame: Any) -> Given:
    """Read a DataFrame of one column as one distribution, of several as rows of them."""
    frame, rows = with_names(frame)
    if frame.shape[1] == 1:
        return _named(name, frame.iloc[:, 0].to_numpy(), rows)
    labels = None if _is_default(frame.columns) else list(frame.columns)
    read = _named(name, frame.to_numpy(), labels)
    return Given(name, read.values, read.labels, None if rows is None else _names(name, rows, "rows"))


def with_names(frame: Any) -> tuple[Any, list[Any] | None]:
    """Return the columns of numbers of a DataFrame, and the names of its rows: its index, or its column of texts."""
    if not _is_default(frame.index):
        return frame, list(frame.index)
    texts = [k for k, kind in enumerate(frame.dtypes) if str(kind) in ("object", "str", "string", "category")]
    if len(texts) == 1 and frame.shape[1] > 1:
        names = frame.iloc[:, texts[0]].tolist()
        return frame.iloc[:, [k for k in range(frame.shape[1]) if k != texts[0]]], names
    return frame, None


def _is_default(index: Any) -> bool:
    """Return whether an index of pandas only counts from 0, as where none was given."""
    return type(index).__name__ == "RangeIndex" and index.start == 0 and index.step == 1 and index.name is None


def _without_device(value: Any) -> Any:
    """Return a tensor as what numpy can convert: without a gradient, in main memory, of a type that numpy has."""
    if hasattr(value, "detach") and hasattr(value, "cpu"):
        value = value.detach().cpu()
        if str(getattr(value, "dtype", "")).endswith("bfloat16"):
            value = value.float()
    if hasattr(value, "__dlpack__") and not hasattr(value, "__array__"):
        return np.from_dlpack(value)
    return value


def _named(name: str, values: Any, labels: list[Any] | None) -> Given:
    names = None if labels is None else _names(name, labels, "categories")
    return Given(name, _numbers(name, values), names)


def _names(name: str, labels: list[Any], what: str) -> tuple[str, ...]:
    """Return names as texts; raise ValueError if two are the same."""
    texts = tuple(shown(" · ".join(map(str, one)) if isinstance(one, tuple) else str(one)) for one in labels)
    twice = first_duplicate(texts)
    if twice is not None:
        said = f"{name} has two {what} of the name {texts[twice]!r}"
        raise ValueError(f"{said}: add them up, or give them different names")
    return texts


def _numbers(name: str, values: Any) -> NDArray[Any]:
    """Return real numbers, shape ``(n,)`` as float64, or ``(rows, n)``."""
    try:
        array = np.asarray(values)
    except (TypeError, ValueError, RuntimeError) as error:
        raise TypeError(f"{name} cannot be read as an array of numbers: {error}") from error
    while array.ndim > 1 and array.shape[0] == 1:  # a batch of one
        array = values = array[0]
    if array.ndim == 0:
        raise TypeError(f"{name} is {values!r:.60}: give a number for each category")
    if array.dtype.kind in "USMm" or (array.dtype.kind == "O" and any(isinstance(one, str) for one in array.flat)):
        first = next(one for one in array.flat if isinstance(one, str) or array.dtype.kind != "O")
        raise TypeError(
            f"{name} has {str(first)!r:.60}, which is not a number; if these are observations, {COUNT_THEM}"
        )
    if array.ndim > 2:
        raise ValueError(
            f"{name} has the shape {array.shape}: give one dimension, or two with a distribution in each row, "
            f"such as {name}.reshape(-1, {array.shape[-1]})"
        )
    if array.size == 0:
        raise ValueError(f"{name} is empty: give a number for each category")
    if array.ndim == 2:
        if array.dtype.kind not in "biuf":
            raise TypeError(f"{name} is an array of {array.dtype}: give real numbers")
        if np.ma.is_masked(values):
            raise ValueError(f"{name} has masked numbers: write numbers for them, such as {name}.filled(0)")
        return array
    if array.dtype.kind == "f" and array.dtype.itemsize <= 8 and not np.ma.is_masked(values):
        return array.astype(np.float64)
    return _exactly(name, values)


def _exactly(name: str, values: Any) -> FloatArray:
    """Return whole numbers, fractions and decimals as float64; refuse what a float64 cannot hold."""
    try:
        return np.array(read_weights(values, name), dtype=np.float64)
    except DistributionError:
        array = np.asarray(values)
        if array.dtype.kind in "biu":  # negative, or all zeros: `check` says where
            return array.astype(np.float64)
        raise


def check(side: Given, kind: NumberKind | None) -> None:
    """Raise ValueError for the first number that one of this kind cannot be; the message says which, from 0."""
    values, name = side.values, side.name
    if values.ndim == 2:
        _check_rows(side, kind)
        return
    logarithmic = kind is not None and kind.is_logarithmic
    wrong = np.isnan(values) | (values == math.inf)
    if not logarithmic:
        wrong |= values < 0.0
    if wrong.any():
        index = int(np.argmax(wrong))
        raise ValueError(f"{side.place(index)} is {float(values[index])!r}: {_remedy(name, float(values[index]))}")
    if not logarithmic and not values.any():
        raise ValueError(f"{name} is all zeros: at least one number must be above 0")
    if logarithmic and not (values > -math.inf).any():
        raise ValueError(f"{name} is -inf throughout: at least one number must be finite")


def _check_rows(side: Given, kind: NumberKind | None) -> None:
    if side.values.shape[1] < 2:
        raise ValueError(f"{side.name} has one category in each row: give at least two columns, or one dimension")
    if kind is not None and kind.is_logarithmic:
        return
    if side.values.dtype.kind != "b" and bool(side.values.min() < 0):
        row, column = (int(one) for one in np.unravel_index(int(np.argmax(side.values < 0)), side.values.shape))
        number = side.values[row, column]
        raise ValueError(f"{side.name}[{row}, {column}] is {float(number)!r}: {_remedy(side.name, float(number))}")


def _remedy(name: str, number: float) -> str:
    if math.isnan(number):
        return "it is not a number; leave it out, or write 0 if that is meant"
    if number == math.inf:
        return "a number is finite"
    return f"weights are 0 or more; for logits say {name}_numbers='logits', for logarithms 'log-probabilities'"

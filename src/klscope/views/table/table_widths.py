"""How the columns of the table share its width, so that every number has room for some of its digits. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from math import ceil

import numpy as np

from klscope.theory.distribution import FloatArray

LEVELS = 5
"""From all digits to the fewest."""


def longest_texts(values: FloatArray, versions: Callable[[float], list[str]]) -> list[list[str]]:
    """Return the versions of the numbers of a column that take most room.

    The text of a number grows with its distance from 1, in both directions, and by the sign.
    """
    finite = np.abs(values[np.isfinite(values) & (values != 0.0)])
    extremes = [float(finite.min()), float(finite.max())] if finite.size else []
    sign = -1.0 if (values < 0.0).any() else 1.0
    others = [float(value) for value in (0.0, sign * np.inf, np.nan)]
    return [versions(value) for value in (*(sign * one for one in extremes), *others)]


def widths_by_level(
    texts: Sequence[Sequence[str]], width: Callable[[str], float], least: float, gap: float
) -> list[float]:
    """Return how wide a column is with all digits, with fewer, …: `LEVELS` widths, each at least ``least``.

    ``gap`` is what more than the fewest digits must leave free between two columns.
    """
    widths = [max(least, *(width(text[min(level, len(text) - 1)]) for text in texts)) for level in range(LEVELS)]
    return [*(one + gap for one in widths[:-1]), widths[-1]]


def shared(room: int, name: tuple[float, float, float], columns: Sequence[Sequence[float]]) -> list[int]:
    """Return the widths of the column of names and of the others.

    Parameters
    ----------
    room
        What there is to share.
    name
        The least, the usual and the largest width of the column of names.
    columns
        For each other column, its widths with ever fewer digits.

    Returns
    -------
    list of int
        All columns have as many digits as leave the names their usual width. What is left over goes to the names, up
        to their largest width, and then to all alike. They take more than ``room`` only with the fewest digits.
    """
    least, usual, largest = name
    for chosen in _by_level(columns):
        left = room - sum(chosen)
        if left >= usual:
            break
    first = ceil(max(least, min(largest, left)))
    spare = max(0, left - first) // (len(columns) + 1)
    return [first + spare, *(width + spare for width in chosen)]


def _by_level(columns: Sequence[Sequence[float]]) -> Iterator[list[int]]:
    for level in range(LEVELS):
        yield [ceil(column[level]) for column in columns]

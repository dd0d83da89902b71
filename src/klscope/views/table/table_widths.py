"""The distribution of the width of the table to its columns, without Qt."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from math import ceil

import numpy as np

from klscope.theory.distribution import FloatArray

LEVELS = 5
"""The number of levels of digits, from all to the fewest."""


def longest_texts(values: FloatArray, versions: Callable[[float], list[str]]) -> list[list[str]]:
    """Return the longest texts of a column, for each level.

    The length of a number grows with its distance from 1, in both directions, and by its sign.
    """
    finite = np.abs(values[np.isfinite(values) & (values != 0.0)])
    extremes = [float(finite.min()), float(finite.max())] if finite.size else []
    sign = -1.0 if (values < 0.0).any() else 1.0
    others = [float(value) for value in (0.0, sign * np.inf, np.nan)]
    return [versions(value) for value in (*(sign * one for one in extremes), *others)]


def widths_by_level(
    texts: Sequence[Sequence[str]], widest: Callable[[list[str]], float], least: float, gap: float
) -> list[float]:
    """Return `LEVELS` widths of a column, from all digits to the fewest, each at least ``least``.

    ``gap`` is the space between columns, except with the fewest digits.
    """
    levels = [[text[min(level, len(text) - 1)] for text in texts] for level in range(LEVELS)]
    widths = [max(least, widest(level)) for level in levels]
    return [*(one + gap for one in widths[:-1]), widths[-1]]


def shared(room: int, name: tuple[float, float, float], columns: Sequence[Sequence[float]]) -> list[int]:
    """Return the widths of the column of names and of the others.

    Parameters
    ----------
    room
        The width of the table.
    name
        The least, the usual and the largest width of the column of names.
    columns
        For each other column, its widths with fewer and fewer digits.

    Returns
    -------
    list of int
        The widths, with as many digits as possible beside the usual width of the names. The remaining width goes to the
        names, up to their largest width, and then to all columns equally. The sum exceeds ``room`` only with the fewest
        digits.
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

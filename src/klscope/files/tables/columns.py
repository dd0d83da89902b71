"""Detection of the columns of names and of numbers in a grid, and of a heading line."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from klscope.files.tables.grid import Cell, Grid
from klscope.files.tables.number_text import could_be_number, is_number
from klscope.files.tables.options import DecimalSign

_ENGLISH = (
    "category categories name names label labels class classes item word words letter letters token tokens symbol"
)
_OTHER = "symbols outcome event region country state city year month week weekday hour day date id index"
_INTERVALS = "age ages bin bins bucket interval range rating grade stars"
_GERMAN = "kategorie klasse wort buchstabe alter jahr monat"
_KOREAN = "범주 이름 항목 분류 단어 글자 낱말 지역 토큰 라벨 나이 연령 연도 구간 평점"
HEADS_OF_NAMES = frozenset(f"{_ENGLISH} {_OTHER} {_INTERVALS} {_GERMAN} {_KOREAN}".split(" "))
"""Headings of a column of names, in lower case."""
_HEADS_OF_COUNTS = frozenset(
    {"count", "counts", "freq", "frequency", "frequencies", "n", "anzahl", "häufigkeit"}
    | {"빈도", "도수", "개수", "횟수"}
)
"""Headings of how often the values of the column before it occur, in lower case."""
MOST_LETTERS = 4
"""The number of headings of one letter up to which P and Q are the distributions: x, P and Q, say."""


@dataclass(frozen=True)
class Columns:
    """The roles of the columns, indexed from 0.

    Attributes
    ----------
    heading
        Whether the first line holds the headings.
    names
        The column of the category names; None if there is none.
    numbers
        The columns of numbers: P and Q, or one of them.
    left_out
        Columns that are not empty and not used.
    surplus
        The number of text columns if there are several and no heading tells the names; else 0.
    """

    heading: bool
    names: int | None
    numbers: tuple[int, ...]
    left_out: tuple[int, ...] = ()
    surplus: int = 0


def are_p_and_q(heads: Iterable[str]) -> bool:
    """Return whether P and Q among these headings are the distributions, and not letters of an alphabet."""
    return sum(len(head.strip()) == 1 for head in heads) <= MOST_LETTERS


@lru_cache(maxsize=65536)
def _reads(text: str, decimal_sign: DecimalSign) -> bool:
    return is_number(text, decimal_sign)


def share_of_numbers(cells: list[Cell], decimal_sign: DecimalSign) -> float:
    """Return the fraction of the non-empty cells that are numbers; 0 if all are empty."""
    filled = [cell for cell in cells if cell.text]
    return sum(_reads(cell.text, decimal_sign) for cell in filled) / len(filled) if filled else 0.0


def is_count_of_rows(cells: list[Cell]) -> bool:
    """Return whether a column of at least three cells is a row index, from 0 or from 1."""
    texts = [cell.text for cell in cells]
    return len(texts) > 2 and any(texts == [str(first + n) for n in range(len(texts))] for first in (0, 1))


def choices(grid: Grid, decimal_sign: DecimalSign) -> list[Columns]:
    """Return the possible roles of the columns, the most plausible first; empty if there are none."""
    found: list[Columns] = []
    for heading in _headings(grid, decimal_sign):
        found += _choices_below(grid, decimal_sign, heading)
    return list(dict.fromkeys(found))


def _body(grid: Grid, place: int, heading: bool) -> list[Cell]:
    return [row[place] for row in grid.rows[heading:]]


def _headings(grid: Grid, decimal_sign: DecimalSign) -> list[bool]:
    """Return whether the first line may be a heading: one answer if certain, else two, the more plausible first."""
    if len(grid.rows) < 2:
        return [False]
    first = grid.rows[0]
    numeric = [n for n in range(grid.width) if share_of_numbers(_body(grid, n, True), decimal_sign) >= 0.5]
    if not numeric:
        return [False]
    heads_names = not first[0].text or first[0].text.lower() in HEADS_OF_NAMES
    numbers = [n for n in numeric if n > 0 or len(numeric) == 1 or not heads_names]
    if not any(could_be_number(first[n].text) for n in numbers):
        return [True]
    words = [n for n in range(grid.width) if n not in numeric]
    if words and heads_names:
        return [True, False]
    if words and _are_years([first[n] for n in numbers]):
        return [True, False] if not all(_are_years(list(row)) for row in grid.rows[1:]) else [False]
    return [False]


def _are_years(cells: list[Cell]) -> bool:
    texts = [cell.text for cell in cells if _reads(cell.text, DecimalSign.POINT)]
    return bool(texts) and all(len(text) == 4 and text.isdecimal() and text[:2] in ("18", "19", "20") for text in texts)


def _choices_below(grid: Grid, decimal_sign: DecimalSign, heading: bool) -> list[Columns]:
    width = grid.width
    bodies = [_body(grid, place, heading) for place in range(width)]
    empty = {n for n in range(width) if not any(cell.text for cell in bodies[n])}
    numeric = [n for n in range(width) if share_of_numbers(bodies[n], decimal_sign) >= 0.5]
    words = sorted(set(range(width)) - set(numeric) - empty)
    headed = _headed_p_and_q(grid, numeric) if heading else ()
    if headed:
        names = words[0] if words else next((n for n in numeric if n < min(headed) and n not in headed), None)
        used = {*headed, names}
        return [Columns(heading, names, headed, tuple(n for n in range(width) if n not in used and n not in empty))]
    if words:
        count = [n for n in numeric if n < words[0] and is_count_of_rows(bodies[n])]
        numbers = tuple(n for n in numeric if n not in count)
        surplus = len(words) if len(words) > 1 else 0
        return [Columns(heading, words[0], numbers, tuple(count), surplus)]
    if len(numeric) == 2:
        both, one = Columns(heading, None, tuple(numeric)), Columns(heading, numeric[0], (numeric[1],))
        are_names = (heading and heads_names(grid, 0)) or is_count_of_rows(bodies[numeric[0]])
        return [one, both] if are_names else [both, one]
    if len(numeric) == 3:
        return [Columns(heading, numeric[0], tuple(numeric[1:]))]
    return [Columns(heading, None, tuple(numeric))]


def heads_names(grid: Grid, place: int) -> bool:
    """Return whether the heading of a column says that it names categories: by its word, or by "count" beside it."""
    heads = [cell.text.lower() for cell in grid.rows[0]]
    filled = [head for head in heads if head]
    return heads[place] in HEADS_OF_NAMES or (
        len(filled) == 2 and heads[place] == filled[0] not in _HEADS_OF_COUNTS and filled[1] in _HEADS_OF_COUNTS
    )


def _headed_p_and_q(grid: Grid, numeric: list[int]) -> tuple[int, ...]:
    """Return the columns with the headings P and Q, in this order; empty if there are none or duplicates."""
    if not are_p_and_q(grid.rows[0][n].text for n in numeric):
        return ()
    found = {}
    for side in ("p", "q"):
        places = [n for n in numeric if grid.rows[0][n].text.lower() == side]
        if len(places) > 1:
            return ()
        if places:
            found[side] = places[0]
    if len(found) == 1 and len(numeric) == 2:  # the other column is the other side
        other = next(n for n in numeric if n not in found.values())
        found.setdefault("p", other)
        found.setdefault("q", other)
    return tuple(found[side] for side in ("p", "q") if side in found)


def side_of(grid: Grid, columns: Columns) -> str | None:
    """Return "P" or "Q" if the only column of numbers has this heading."""
    if not columns.heading or len(columns.numbers) != 1:
        return None
    head = grid.rows[0][columns.numbers[0]].text.upper()
    return head if head in ("P", "Q") else None

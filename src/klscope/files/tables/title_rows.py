"""Lines around a table: titles above it and notes below it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from klscope.files.tables.contents import DataError, Places
from klscope.files.tables.limits import MOST_COLUMNS
from klscope.files.tables.number_text import is_number
from klscope.files.tables.options import DecimalSign
from klscope.files.weights_text import quoted
from klscope.wording import gettext, ngettext

_NOTE = re.compile(r"(?:sources?|notes?|quelle|출처|자료|주)\b|[*†‡]", re.IGNORECASE)


def without_titles(
    rows: list[tuple[int, list[str]]], places: Places
) -> tuple[list[tuple[int, list[str]]], tuple[str, ...]]:
    """Remove titles above the table and notes below it, and pad the other lines.

    A heading without a cell above the names gets an empty one.

    Raises
    ------
    DataError
        A line of the table has more or fewer cells than most.
    """
    if not rows:
        raise DataError(gettext("there is nothing to read"))
    counts = Counter(len(cells) for _, cells in rows)
    width = max(counts, key=lambda count: (counts[count], count))
    if width > MOST_COLUMNS:
        raise DataError(
            gettext(
                "there are {count} columns, and at most {most} are read", count=f"{width:,}", most=f"{MOST_COLUMNS:,}"
            )
        )
    first, last, notes = 0, len(rows), []
    if width > 1 and places is not Places.ITEMS:
        first = _first_row(rows, width)
        while last > first and (_is_title(rows[last - 1][1]) or _is_note(rows[last - 1][1], width)):
            last -= 1
    if first == last:
        first, last = 0, len(rows)
    for line, cells in (*rows[:first], *rows[last:]):
        notes.append(gettext("Skipped: {place}, {text}.", place=places.of(line), text=quoted(cells[0])))
    kept: list[tuple[int, list[str]]] = []
    if width > 2 and last - first > 1 and _is_short_heading(rows[first][1], rows[first + 1][1], width):
        kept.append((rows[first][0], ["", *rows[first][1]]))
        first += 1
    for line, cells in rows[first:last]:
        if len(cells) > width and any(cells[width:]):
            raise ragged(places, line, len(cells), width)
        if len(cells) < width - 1 or (len(cells) < width and places is Places.LINES):
            raise ragged(places, line, len(cells), width)
        kept.append((line, cells[:width] + [""] * (width - len(cells))))
    return kept, tuple(notes)


def _first_row(rows: Sequence[tuple[int, Sequence[str]]], width: int) -> int:
    """Return the position of the first row of the table.

    A line above it has a text in its first cell only; or, with a separator in it, another number of cells than the
    others, and no number or a heading below it.
    """
    first = 0
    for k, (_, cells) in enumerate(rows):
        if len(cells) == width and not _is_title(cells):
            is_heading = not any(map(_is_number, cells))
            return k if is_heading or k == first else first
        below = rows[k + 1][1] if k + 1 < len(rows) else []
        if _is_title(cells) or not (any(map(_is_number, cells)) or _is_short_heading(cells, below, width)):
            first = k + 1 if first == k else first
    return first


def _is_note(cells: Sequence[str], width: int) -> bool:
    """Return whether a line below a table is no row of it, with a separator in it."""
    if len(cells) == width or not cells[0] or _is_number(cells[0]):
        return False
    return not any(map(_is_number, cells)) or _NOTE.match(cells[0]) is not None


def _is_short_heading(cells: Sequence[str], below: Sequence[str], width: int) -> bool:
    """Return whether a line names all columns but the one of the names, as R and pandas write it."""
    if len(cells) != width - 1 or len(below) != width or any(map(_is_number, cells)):
        return False
    return any(map(_is_number, below))


def _is_number(text: str) -> bool:
    return any(is_number(text, sign) for sign in DecimalSign)


def _is_title(cells: Sequence[str]) -> bool:
    filled = [text for text in cells if text]
    return len(filled) == 1 and bool(cells[0]) and not is_number(cells[0], DecimalSign.POINT)


def ragged(places: Places, line: int, count: int, width: int) -> DataError:
    """Return the error for a line or row with more or fewer cells than the others."""
    return DataError(
        ngettext(
            "{place} has {count} cell instead of {width}",
            "{place} has {count} cells instead of {width}",
            count=count,
            place=places.of(line),
            width=width,
        ),
        gettext("give each line the same number of cells, and put a cell with a separator in quotation marks"),
    )

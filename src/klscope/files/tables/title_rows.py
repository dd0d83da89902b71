"""Lines around a table: titles above it and notes below it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from klscope.files.tables.contents import MOST_COLUMNS, DataError, Places
from klscope.files.tables.number_text import DecimalSign, is_number
from klscope.files.weights_text import quoted
from klscope.wording import gettext, ngettext


def without_titles(
    rows: list[tuple[int, list[str]]], places: Places
) -> tuple[list[tuple[int, list[str]]], tuple[str, ...]]:
    """Remove lines with a text in the first cell only, above and below the table, and pad the others.

    Raises
    ------
    DataError
        A line of the table has more or fewer cells than most.
    """
    if not rows:
        raise DataError(gettext("there is nothing to read"))
    width = Counter(len(cells) for _, cells in rows).most_common(1)[0][0]
    if width > MOST_COLUMNS:
        raise DataError(
            gettext(
                "there are {count} columns, and at most {most} are read", count=f"{width:,}", most=f"{MOST_COLUMNS:,}"
            )
        )
    first, last, notes = 0, len(rows), []
    if width > 1 and places is not Places.ITEMS:
        while first < last and _is_title(rows[first][1]):
            first += 1
        while last > first and _is_title(rows[last - 1][1]):
            last -= 1
    if first == last:
        first, last = 0, len(rows)
    for line, cells in (*rows[:first], *rows[last:]):
        notes.append(gettext("{place} is skipped: {text}.", place=places.of(line), text=quoted(cells[0])))
    kept = []
    for line, cells in rows[first:last]:
        if len(cells) > width and any(cells[width:]):
            raise _ragged(places, line, len(cells), width)
        if len(cells) < width - 1 or (len(cells) < width and places is Places.LINES):
            raise _ragged(places, line, len(cells), width)
        kept.append((line, cells[:width] + [""] * (width - len(cells))))
    return kept, tuple(notes)


def _is_title(cells: Sequence[str]) -> bool:
    filled = [text for text in cells if text]
    return len(filled) == 1 and bool(cells[0]) and not is_number(cells[0], DecimalSign.POINT)


def _ragged(places: Places, line: int, count: int, width: int) -> DataError:
    return DataError(
        ngettext(
            "{place} has {count} cell instead of {width}",
            "{place} has {count} cells instead of {width}",
            count=count,
            place=places.of(line),
            width=width,
        ),
        gettext("give each line the same number of cells; a cell with a separator in it needs quotation marks"),
    )

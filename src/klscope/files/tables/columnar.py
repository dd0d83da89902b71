"""Long texts whose lines have equally many cells, split into columns at once, without a list for each line."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence

from klscope.files.tables.grid import Separator, lines_of
from klscope.files.tables.limits import MOST_COLUMNS
from klscope.files.weights_text import LONGEST_ENTRY

LONG = 2_000
"""The number of lines from which a text is split in this way."""
CHARACTERS_OF_BLOCK = 2_000_000
LONGEST_LINE = MOST_COLUMNS * LONGEST_ENTRY
"""The largest number of characters of a line that can be read: each cell has at most `LONGEST_ENTRY`."""
_WIDE_BLANKS = ("  ", "\u3000")


def first_lines(text: str, count: int, most_characters: int) -> str:
    """Return the first lines of a text: as many, or fewer if they are long, but at least ten."""
    end, lines = 0, 0
    while lines < count and (lines < 10 or end < most_characters):
        found = text.find("\n", end)
        if found < 0:
            return text
        end, lines = found + 1, lines + 1
    return text[:end]


def columns_of(text: str, separator: Separator) -> tuple[Sequence[int], list[list[str]]] | None:
    """Return the line numbers and the columns of a text.

    None if its lines have different numbers of cells, or it needs to be looked at line by line for another reason: a
    line without any content but separators, or with a content in the first cell only at either end.
    """
    if '"' in text:
        split = _quoted(text, separator) if separator.value in ("\t", ";", ",") else None
    else:
        split = _plain(text, separator)
    if split is None:
        return None
    numbers, columns = split
    if len(columns) > 1:
        if not any(columns[-1]):
            columns.pop()  # behind a trailing separator
        if all("" in column for column in columns) and any(not any(cells) for cells in zip(*columns, strict=True)):
            return None
        if any(not any(column[row] for column in columns[1:]) for row in (0, -1)):
            return None
    return numbers, columns


def _plain(text: str, separator: Separator) -> tuple[Sequence[int], list[list[str]]] | None:
    if separator is Separator.PIPE:
        return None
    numbers: list[int] = []
    columns: list[list[str]] = []
    before = 0
    for lines in _blocks(text):
        filled = lines
        if not all(map(str.strip, lines)):
            numbers += [number for number, line in enumerate(lines, start=before + 1) if line.strip()]
            filled = [line for line in lines if line.strip()]
        else:
            numbers += range(before + 1, before + len(lines) + 1)
        before += len(lines)
        if not filled:
            continue
        width = _width(filled, separator)
        columns = columns or [[] for _ in range(width)]
        if not width or width != len(columns):
            return None
        if separator is Separator.NONE:
            cells = filled
        elif separator is Separator.BLANKS:
            cells = " ".join(filled).split()
        else:
            cells = separator.value.join(filled).split(separator.value)
        for place, column in enumerate(columns):
            column.extend(map(str.strip, cells[place::width]))
    return (numbers, columns) if columns else None


def _blocks(text: str) -> Iterator[list[str]]:
    """Return the lines in blocks: those of a long text need more memory than the text."""
    text = text.removeprefix("\ufeff")
    start = 0
    while start < len(text):
        end = text.find("\n", start + CHARACTERS_OF_BLOCK)
        end = len(text) if end < 0 else end
        yield text[start:end].split("\n")
        start = end + 1


def _width(lines: list[str], separator: Separator) -> int:
    """Return the number of cells of all lines; 0 if it differs, or blanks may stand in cells."""
    if separator is Separator.NONE:
        return 1
    if separator is Separator.BLANKS:
        if any(blanks in line.strip() for blanks in _WIDE_BLANKS for line in lines):
            return 0
        widths = {len(line.split()) for line in lines}
    else:
        widths = {line.count(separator.value) + 1 for line in lines}
    return widths.pop() if len(widths) == 1 else 0


def _quoted(text: str, separator: Separator) -> tuple[Sequence[int], list[list[str]]] | None:
    numbers: list[int] = []
    columns: list[list[str]] = []
    lines = lines_of(text)
    reader = csv.reader((f"{line}\n" for line in lines), delimiter=separator.value, skipinitialspace=True, strict=True)
    first = 1
    try:
        for cells in reader:
            number, first = first, reader.line_num + 1
            if not any(map(str.strip, cells)):
                continue
            if not columns:
                columns = [[] for _ in cells]
            if len(cells) != len(columns):
                return None
            numbers.append(number)
            for column, cell in zip(columns, cells, strict=True):
                column.append(" ".join(cell.split()))
    except csv.Error:
        return None
    return (numbers, columns) if columns else None

"""Splitting a text into lines and cells, with the position of each cell for error messages."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from klscope.files.spreadsheet_cells import are_escaped, unescaped
from klscope.files.tables.mistakes import Mistake, MistakeKind
from klscope.files.tables.number_text import is_number
from klscope.files.tables.options import DecimalSign


class Separator(Enum):
    """The separator of the cells of a line."""

    TAB = "\t"
    SEMICOLON = ";"
    PIPE = "|"
    COMMA = ","
    BLANKS = " "
    NONE = ""


@dataclass(frozen=True)
class Cell:
    """The stripped text of a cell and its position: line, and cell of the line, both from 1."""

    text: str
    line: int
    place: int


@dataclass(frozen=True)
class Grid:
    """The non-empty lines, padded or cut to the most frequent number of cells.

    Attributes
    ----------
    rows
        ``(n, width)`` cells; missing cells are empty.
    mistakes
        Lines with more or fewer cells than most, and unterminated quotation marks.
    """

    rows: tuple[tuple[Cell, ...], ...]
    mistakes: tuple[Mistake, ...] = ()

    @property
    def width(self) -> int:
        """The number of columns."""
        return len(self.rows[0]) if self.rows else 0

    def transposed(self) -> Grid:
        """Return the transpose."""
        return Grid(tuple(zip(*self.rows, strict=True)), self.mistakes)


QUOTING = (Separator.TAB, Separator.SEMICOLON, Separator.COMMA)
"""The separators of cells that may be in quotation marks, as spreadsheets write them."""
QUOTED_CELL = re.compile(r'(?:(?<=[\t;|,\n])|^) *"(?:[^"]|"")*+"(?= *(?:[\t;|,\n]|$))')
"""A cell in quotation marks: what is in it separates no cells and no lines."""
LEAST_COLUMNS = 60
"""The number of columns of a wide table that are looked at in any case."""
_MARKDOWN_RULE = re.compile(r"(?=[^-]*+-)[|:\s-]*+")
_WORD = re.compile(r'"(?:[^"]|"")*"|\S+')
_BAR = re.compile(r"(?<!\\)\|")
_ESCAPED_BAR, _ESCAPED = re.compile(r"\\(\|)"), re.compile(r"\\([!-/:-@\[-`{-~])")
"""What is written behind a backslash in a table between bars: a bar, and in Markdown every ASCII punctuation sign."""
_WIDE_BLANKS = re.compile(r" {2,}|\u3000")


def lines_of(text: str) -> list[str]:
    """Return the lines of a text, with any line ending."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")


def split(text: str, separator: Separator, most_cells: int | None = None) -> Grid:
    """Split a text at a separator; quoted cells may contain it.

    Of a text of more than ``most_cells`` cells the first columns are kept, at least `LEAST_COLUMNS`.
    """
    try:
        return _grid(rows_of(text, separator), most_cells)
    except UnendedQuoteError as error:
        return Grid((), (Mistake(MistakeKind.QUOTES, error.line),))


def names_of(cells: Sequence[Cell], separator: Separator) -> tuple[Cell, ...]:
    """Return the cells of a column of names, without apostrophes that keep spreadsheets from running them."""
    if separator in QUOTING and are_escaped([cell.text for cell in cells]):
        return tuple(replace(cell, text=unescaped(cell.text).strip()) for cell in cells)
    return tuple(cells)


class UnendedQuoteError(ValueError):
    """A quotation mark that is opened in ``line`` and does not end."""

    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


def rows_of(text: str, separator: Separator) -> list[tuple[int, list[str]]]:
    """Return the non-empty lines with their numbers from 1, each split into cells.

    Raises
    ------
    UnendedQuoteError
        A quotation mark is opened and does not end.
    """
    try:
        rows = list(_quoted_rows(text, separator) if _has_quotes(text, separator) else _rows(text, separator))
    except csv.Error:
        line = next((n for n, line in enumerate(lines_of(text), start=1) if line.count('"') % 2), 1)
        raise UnendedQuoteError(line) from None
    rows = [(line, cells) for line, cells in rows if any(cells)]
    if rows and separator in QUOTING:
        rows = _without_empty_last_column(rows)
    return rows


def _has_quotes(text: str, separator: Separator) -> bool:
    return '"' in text and separator in QUOTING


def _rows(text: str, separator: Separator) -> Iterator[tuple[int, list[str]]]:
    lines = lines_of(text)
    if separator is Separator.BLANKS:
        yield from enumerate(_split_at_blanks(lines), start=1)
        return
    is_markdown = separator is Separator.PIPE and any(map(_MARKDOWN_RULE.fullmatch, lines))
    escaped = _ESCAPED if is_markdown else _ESCAPED_BAR
    for number, line in enumerate(lines, start=1):
        if separator is Separator.NONE:
            yield number, [line.strip()]
        elif separator is Separator.PIPE:
            if not _MARKDOWN_RULE.fullmatch(line):
                inner = line.strip().removeprefix("|").removesuffix("|")
                yield number, [escaped.sub(r"\1", cell.strip()) for cell in _BAR.split(inner)]
        else:
            yield number, [cell.strip() for cell in line.split(separator.value)]


def _quoted_rows(text: str, separator: Separator) -> Iterator[tuple[int, list[str]]]:
    lines = [f"{line}\n" for line in lines_of(text)]
    reader = csv.reader(lines, delimiter=separator.value, skipinitialspace=True, strict=True)
    first = 1
    for cells in reader:
        yield first, [" ".join(cell.split()) for cell in cells]
        first = reader.line_num + 1


def _split_at_blanks(lines: list[str]) -> list[list[str]]:
    """Split at two blanks or more if every line then has the same number of cells, else at each run of blanks.

    In the latter case the words before the numbers are joined to one name.
    """
    if any('"' in line for line in lines):
        words = [[_unquoted(word) for word in _WORD.findall(line)] for line in lines]
    else:
        aligned = [[cell.strip() for cell in _WIDE_BLANKS.split(line.strip())] for line in lines]
        if _are_alike([cells for cells in aligned if any(cells)], 2):
            return aligned
        words = [line.split() for line in lines]
    if _are_alike([line for line in words if line], 1):
        return words
    counts = [(_numbers_at_the_end(line), len(line)) for line in words if line]
    kept = Counter(numbers for numbers, _ in counts).most_common(1)[0][0]
    if kept == 0 or any(numbers == length for numbers, length in counts):
        return words
    return [[" ".join(line[:-kept]), *line[-kept:]] if len(line) > kept else line for line in words]


def _are_alike(lines: list[list[str]], least: int) -> bool:
    """Return whether all lines have as many cells, at least ``least``, or the first is a heading with one less."""
    widths = {len(cells) for cells in lines[1:]} or {len(cells) for cells in lines}
    if len(widths) != 1 or min(widths) < least:
        return not lines
    width = widths.pop()
    if len(lines[0]) == width:
        return True
    return len(lines) > 2 and len(lines[0]) == width - 1 > 1 and not _numbers_at_the_end(lines[0])


def _unquoted(word: str) -> str:
    return word[1:-1].replace('""', '"') if word.startswith('"') and word.endswith('"') and len(word) > 1 else word


def _numbers_at_the_end(words: list[str]) -> int:
    count = 0
    while count < len(words) and any(is_number(words[-1 - count], sign) for sign in DecimalSign):
        count += 1
    return count


def _without_empty_last_column(rows: list[tuple[int, list[str]]]) -> list[tuple[int, list[str]]]:
    """Remove the empty column after a trailing separator."""
    width = max(len(cells) for _, cells in rows)
    if width > 1 and all(len(cells) < width or not cells[-1] for _, cells in rows):
        return [(line, cells[: width - 1]) for line, cells in rows]
    return rows


def _grid(rows: list[tuple[int, list[str]]], most_cells: int | None) -> Grid:
    if not rows:
        return Grid((), (Mistake(MistakeKind.NOTHING),))
    width = Counter(len(cells) for _, cells in rows).most_common(1)[0][0]
    mistakes = tuple(
        Mistake(MistakeKind.MORE_CELLS if len(cells) > width else MistakeKind.FEWER_CELLS, line, len(cells), width)
        for line, cells in rows
        if len(cells) != width
    )
    if most_cells is not None:
        width = min(width, max(LEAST_COLUMNS, most_cells // len(rows)))
    return Grid(
        tuple(
            tuple(Cell(cells[place] if place < len(cells) else "", line, place + 1) for place in range(width))
            for line, cells in rows
        ),
        mistakes,
    )

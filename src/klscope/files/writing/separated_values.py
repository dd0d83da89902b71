"""Tables of cells between commas or tabs: CSV as RFC 4180 has it, and TSV as spreadsheets copy it."""

from __future__ import annotations

from collections.abc import Sequence

from klscope.files.spreadsheet_cells import escaped
from klscope.files.writing.data_table import DataTable

_QUOTED_IN_CSV, _QUOTED_IN_TSV = frozenset('"\r\n\t,;|'), frozenset('"\r\n\t')
"""A cell with one of these is in quotation marks, so that no reader takes it for the separator."""
_COMMENTS = ("#", "%", "//", ";", "!")
"""A cell that begins with one of these is in quotation marks, so that no reader takes its line for a comment."""


def as_csv(table: DataTable) -> str:
    """Return the table with commas; lines end in CR LF."""
    return "".join(f"{line}\r\n" for line in _lines(table, ",", _QUOTED_IN_CSV))


def as_tsv(table: DataTable) -> str:
    """Return the table with tabs; lines end in LF, as on the clipboard."""
    return "".join(f"{line}\n" for line in _lines(table, "\t", _QUOTED_IN_TSV))


def _lines(table: DataTable, separator: str, quoted: frozenset[str]) -> list[str]:
    columns: list[Sequence[str]] = [[_cell(escaped(label), quoted) for label in table.labels]]
    columns += table.numbers
    if table.words is not None:
        columns.append(table.words[1])
    heads = [_cell(heading, quoted) for heading in table.headings]
    return [separator.join(cells) for cells in (heads, *zip(*columns, strict=True))]


def _cell(text: str, quoted: frozenset[str]) -> str:
    if quoted.isdisjoint(text) and not text.startswith(_COMMENTS):
        return text
    return '"' + text.replace('"', '""') + '"'

"""Workbooks of Excel (.xlsx) and OpenDocument (.ods), read by python-calamine in a process of its own."""

from __future__ import annotations

import json
from typing import Any

from klscope.files.tables.codecs.reader_process import MOST_COMPRESSED, read_in_process
from klscope.files.tables.codecs.zip_archives import check_entry, open_archive, too_large
from klscope.files.tables.contents import Contents, DataError, RowsTable
from klscope.files.tables.data_source import DataSource
from klscope.files.tables.frames import listed
from klscope.files.tables.limits import MOST_SHEET_CELLS
from klscope.files.tables.options import DecimalSign, ReadOptions
from klscope.files.tables.stored_bytes import StoredBytes
from klscope.files.weights_text import quoted
from klscope.wording import gettext

MOST_UNPACKED = 200_000_000
"""The largest number of bytes of all entries of a workbook when they are unpacked."""
MODULE = "klscope.files.tables.codecs.spreadsheet_process"


def read(source: DataSource, options: ReadOptions) -> Contents:
    """Read the sheets of a workbook."""
    content = source.read(MOST_COMPRESSED)
    format_name = _checked_format(content, source.name)
    answer = read_in_process(MODULE, content, source, options.sheet or "")
    tables: dict[str, RowsTable] = {}
    notes: list[str] = []
    rows: list[list[str]] = []
    start: dict[str, Any] = {}
    ended = False
    for line in answer.splitlines():
        item = json.loads(line)
        if isinstance(item, list):
            rows += item
        elif "error" in item:
            raise _refusal(item, source.name)
        elif "sheet" in item:
            start, rows = item, []
        elif "numbers" in item:
            tables[start["sheet"]] = _table(start, rows, item, notes, source.name)
        elif "hidden" in item:
            notes.append(gettext("Hidden sheets are left out: {names}.", names=listed(item["hidden"])))
        else:
            ended = True
    if not ended or not tables:
        raise DataError(gettext("{source}: there is nothing to read", source=source.name))
    return Contents(source.name, tables, are_sheets=True, format_name=format_name, notes=tuple(notes))


def _checked_format(content: bytes, name: str) -> str:
    """Return "ods" or "xlsx", and refuse an archive that is encrypted, or has more to unpack than is read."""
    with open_archive(StoredBytes(DataSource(name, None, content))) as archive:
        left = MOST_UNPACKED
        for info in archive.infolist():
            check_entry(info, MOST_UNPACKED, name)
            left -= info.file_size
        if left < 0:
            raise too_large(name, MOST_UNPACKED - left, MOST_UNPACKED, gettext("save the table in it as CSV"))
        return "ods" if "content.xml" in archive.namelist() else "xlsx"


def _table(
    start: dict[str, Any], rows: list[list[str]], end: dict[str, Any], notes: list[str], source: str
) -> RowsTable:
    formulas = end["formulas"]
    if formulas:
        row, column = formulas[0]
        what = gettext(
            "{source}, sheet {name}: the formula in row {row}, column {column} has no stored value",
            source=source,
            name=quoted(start["sheet"]),
            row=row,
            column=column,
        )
        if not end["numbers"]:
            raise DataError(
                what, gettext("save it once more with a spreadsheet program"), row=row - 1, column=column - 1
            )
        notes.append(what + ".")
    first = start["row"]
    return RowsTable(
        rows,
        range(first, first + len(rows)),
        decimal=DecimalSign.POINT if end["numbers"] else None,
        first_column=start["column"],
    )


def _refusal(item: dict[str, Any], name: str) -> DataError:
    if item["error"] == "password":
        return DataError(gettext("{source} is encrypted", source=name), gettext("save it without a password"))
    if item["error"] == "far":
        return DataError(
            gettext(
                "{source}, sheet {name}: there is a cell in row {row}, and one in column {column}, far from the others",
                source=name,
                name=quoted(item["sheet"]),
                row=f"{item['row']:,}",
                column=f"{item['column']:,}",
            ),
            gettext("delete what stands there, or save the table as CSV"),
        )
    if item["error"] == "cells":
        return DataError(
            gettext("{source} has more than {most} cells", source=name, most=f"{MOST_SHEET_CELLS:,}"),
            gettext("save the table in it as CSV"),
        )
    return DataError(
        gettext("{source} is damaged", source=name), gettext("save it once more with a spreadsheet program")
    )

"""``python -m klscope.files.tables.codecs.spreadsheet_process``: the cells of a workbook on standard input, as JSON.

Each line of the output is an object or a list of rows. ``{"sheet": name, "row": r, "column": c}`` begins a sheet,
whose first row and column have these numbers, from 1; each row is a list of texts. ``{"numbers": n, "formulas":
[...]}`` ends it, with the number of cells that are numbers, and the positions of formulas without a stored value.
``{"hidden": [names]}`` lists sheets that are left out, and ``{"error": code, ...}`` says why there is nothing.
"""

from __future__ import annotations

import datetime
import io
import itertools
import json
import sys
from collections.abc import Iterator
from typing import Any
from zipfile import ZipFile

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from klscope.files.tables.codecs.sheet_scan import Found, errors_of_opendocument, parts_of_sheets, scan
from klscope.files.tables.limits import MOST_SHEET_CELLS, limit_this_process

ROWS_IN_A_LINE = 1_000


def main(wanted: str) -> None:
    """Read standard input and write the cells of the sheets that are not hidden, and of the one that is wanted."""
    limit_this_process()
    content = io.BytesIO(sys.stdin.buffer.read())
    try:
        found = _scanned(content)
        for name, one in found.items():
            if one.last_column > 26 and one.last_row * one.last_column > 3 * MOST_SHEET_CELLS:
                return write({"error": "far", "sheet": name, "row": one.last_row, "column": one.last_column})
        content.seek(0)
        workbook = CalamineWorkbook.from_object(content)
    except PasswordError:
        return write({"error": "password"})
    except (CalamineError, ValueError, KeyError, SyntaxError):
        return write({"error": "damaged"})
    sheets = [one for one in workbook.sheets_metadata if one.typ is SheetTypeEnum.WorkSheet]
    shown = [one.name for one in sheets if one.visible is SheetVisibleEnum.Visible or one.name == wanted]
    left = MOST_SHEET_CELLS
    for name in shown or [one.name for one in sheets]:
        sheet = workbook.get_sheet_by_name(name)
        left -= sheet.width * sheet.height
        if left < 0:
            return write({"error": "cells"})
        write_sheet(sheet, found.get(name, Found()))
    if shown and len(shown) < len(sheets):
        write({"hidden": [one.name for one in sheets if one.name not in shown]})
    return write({"end": True})


def _scanned(content: io.BytesIO) -> dict[str, Found]:
    """Return what is found in the sheets of a workbook."""
    with ZipFile(content) as archive:
        entries = set(archive.namelist())
        if "xl/workbook.xml" not in entries:
            return errors_of_opendocument(archive) if "content.xml" in entries else {}
        found = {}
        for name, part in parts_of_sheets(archive).items():
            if part in entries:
                with archive.open(part) as file:
                    found[name] = scan(file)  # type: ignore[arg-type]  # a ZipExtFile can be read
    return found


def write_sheet(sheet: CalamineSheet, found: Found) -> None:
    """Write a sheet, with errors and formulas without a stored value as texts."""
    marks = {(row, column): text for row, column, text in (*found.formulas, *found.errors)}
    first_row, first_column = sheet.start or (0, 0)
    height, width = sheet.height, sheet.width
    if marks:  # cells at the edge with formulas alone do not count for calamine
        top, left = min(row for row, _ in marks), min(column for _, column in marks)
        if not height:
            first_row, first_column = top, left
        bottom, right = max(row for row, _ in marks) + 1, max(column for _, column in marks) + 1
        above, before = max(first_row - top, 0), max(first_column - left, 0)
        below, behind = max(bottom - first_row - height, 0), max(right - first_column - width, 0)
        if (above + height + below) * (before + width + behind) > MOST_SHEET_CELLS:
            above = before = below = behind = 0
    else:
        above = before = below = behind = 0
    first_row, first_column = first_row - above, first_column - before
    write({"sheet": sheet.name, "row": first_row + 1, "column": first_column + 1})
    numbers = 0
    batch: list[list[str]] = []
    empty: list[Any] = [""] * width
    rows: Iterator[list[Any]] = itertools.chain([empty] * above, _cells_of(sheet), [empty] * below)
    for number, row in enumerate(rows, start=first_row):
        texts = [cell.strip() if type(cell) is str else text_of(cell) for cell in row]
        numbers += [type(cell) for cell in row].count(float)
        if before or behind:
            texts = [""] * before + texts + [""] * behind
        if marks:
            for k in range(len(texts)):
                texts[k] = marks.get((number, first_column + k), texts[k])
        batch.append(texts)
        if len(batch) == ROWS_IN_A_LINE:
            write(batch)
            batch.clear()
    write(batch)
    write({"numbers": numbers, "formulas": [[row + 1, column + 1] for row, column, _ in found.formulas[:20]]})


def _cells_of(sheet: CalamineSheet) -> Iterator[list[Any]]:
    """Return the rows of a sheet without the empty ones above it, which calamine gives, unlike columns before it."""
    return iter(()) if sheet.start is None else itertools.islice(sheet.iter_rows(), sheet.start[0], None)


def text_of(cell: object) -> str:
    """Return a number by the digits that give it back, or another cell, as a text."""
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else repr(cell)
    if isinstance(cell, bool):
        return str(cell).upper()
    if isinstance(cell, datetime.datetime):
        return cell.isoformat(" ").removesuffix(" 00:00:00")
    return str(cell)


def write(line: Any) -> None:
    """Write a line."""
    sys.stdout.write(json.dumps(line, separators=(",", ":")) + "\n")


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "")

"""What python-calamine does not report about a sheet: errors, formulas without a stored value, and far-away cells.

It gives both of the first as empty cells; and in .xlsx, where a cell is far away, it takes the memory for all cells
before it, which ends the process. The text of a sheet is searched, not parsed: a sheet that hides from the search is
still read under limits.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import BinaryIO
from xml.etree import ElementTree
from xml.parsers import expat
from zipfile import ZipFile

MOST_OF_A_ROW = 16_000_000
"""The largest number of bytes of a row."""
MOST_FOUND = 100_000
"""The largest number of cells that are listed."""
LONGEST_TEXT = 200
_PART = 1 << 20
_ERROR_OF_OPENDOCUMENT = b'value-type="error"'
_VALUE_TYPE = "{urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0}value-type"
_ERROR = re.compile(
    rb"<(?:\w+:)?c\b(?=[^>]*\st=[\"']e[\"'])[^>]*\sr=[\"']([A-Z]{1,3}[0-9]{1,7})[\"'][^>]*>"
    rb"(?:(?!</(?:\w+:)?c>).)*?<(?:\w+:)?v>([^<]*)<",
    re.DOTALL,
)
_FORMULA = re.compile(
    rb"<(?:\w+:)?c\b(?![^>]*\st=[\"']str[\"'])[^>]*\sr=[\"']([A-Z]{1,3}[0-9]{1,7})[\"'][^>/]*>\s*"
    rb"<(?:\w+:)?f\b(?:[^>]*/>|[^>]*>([^<]*)</(?:\w+:)?f>)\s*"
    rb"(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v>\s*</(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
)
_WIDE = re.compile(rb"<(?:\w+:)?c\b[^>]*\sr=[\"']([A-Z]{2,3})[0-9]{1,7}[\"'][^>]*(?<!/)>")
_ROW = re.compile(rb"<(?:\w+:)?c\b[^>]*\sr=[\"'][A-Z]{1,3}([0-9]{1,7})[\"'][^>]*(?<!/)>")


@dataclass
class Found:
    """What is found in a sheet.

    Attributes
    ----------
    errors, formulas
        For each error, and each formula without a stored value, its row and column from 0, and its text.
    last_row, last_column
        About the last row and column with a content, from 1; 26 stands for fewer columns, too.
    """

    errors: list[tuple[int, int, str]] = field(default_factory=list)
    formulas: list[tuple[int, int, str]] = field(default_factory=list)
    last_row: int = 0
    last_column: int = 26


def parts_of_sheets(archive: ZipFile) -> dict[str, str]:
    """Return the names of the entries of the sheets of a workbook, by the names of the sheets."""
    targets = {
        element.get("Id", ""): element.get("Target", "")
        for element in ElementTree.fromstring(archive.read("xl/_rels/workbook.xml.rels"))
    }
    parts = {}
    for element in ElementTree.fromstring(archive.read("xl/workbook.xml")).iter():
        if element.tag.endswith("}sheet"):
            key = next((value for name, value in element.attrib.items() if name.endswith("}id")), "")
            target = targets.get(key, "")
            parts[element.get("name", "")] = target[1:] if target.startswith("/") else f"xl/{target}"
    return parts


def scan(file: BinaryIO) -> Found:
    """Search a sheet.

    Raises
    ------
    ValueError
        A row is very long.
    """
    found = Found()
    for rows in _rows(file):
        if b"<f" in rows or b":f" in rows:
            _take(found.formulas, _FORMULA.finditer(rows), "=")
        if b't="e"' in rows or b"t='e'" in rows:
            _take(found.errors, _ERROR.finditer(rows), "")
        wide = max(((len(name), name) for name in _WIDE.findall(rows)), default=None)
        if wide is not None:
            found.last_column = max(found.last_column, column_number(wide[1].decode()))
        last = rows[max(rows.rfind(b"<row"), rows.rfind(b":row ")) :]
        for match in _ROW.finditer(last):
            found.last_row = max(found.last_row, int(match[1]))
    return found


def errors_of_opendocument(archive: ZipFile) -> dict[str, Found]:
    """Return the errors in the sheets of a workbook of OpenDocument, which calamine gives as empty cells, too.

    Its elements are looked at only if there are any.

    Raises
    ------
    ValueError
        The XML is not well-formed: calamine does not end on some of it.
    """
    with archive.open("content.xml") as file:
        try:
            expat.ParserCreate().ParseFile(file)
        except expat.ExpatError as error:
            raise ValueError(str(error)) from error
    with archive.open("content.xml") as file:
        before = b""
        while part := file.read(_PART):
            if _ERROR_OF_OPENDOCUMENT in before + part:
                break
            before = part[-len(_ERROR_OF_OPENDOCUMENT) :]
        else:
            return {}
    found: dict[str, Found] = {}
    table, row, column = Found(), 0, 0
    with archive.open("content.xml") as file:
        for event, element in ElementTree.iterparse(file, ("start", "end")):
            name = element.tag.rpartition("}")[2]
            attributes = {key.rpartition("}")[2]: value for key, value in element.attrib.items()}
            if event == "start":
                if name == "table":
                    table, row, column = Found(), 0, 0
                    found[attributes.get("name", "")] = table
                continue
            if name == "table-row":
                row, column = row + int(attributes.get("number-rows-repeated", "1")), 0
                element.clear()
            elif name in ("table-cell", "covered-table-cell"):
                if element.get(_VALUE_TYPE) == "error":
                    table.errors.append((row, column, "".join(element.itertext())[:LONGEST_TEXT]))
                    if len(table.errors) > MOST_FOUND:
                        raise ValueError("there are too many errors")
                column += int(attributes.get("number-columns-repeated", "1"))
    return found


def _rows(file: BinaryIO) -> Iterator[bytes]:
    """Return the text of a sheet in parts that end behind a row."""
    rest = b""
    while part := file.read(_PART):
        rest += part
        end = max(rest.rfind(b"</row>"), rest.rfind(b":row>"))
        if end >= 0:
            yield rest[: end + 6]
            rest = rest[end + 6 :]
        if len(rest) > MOST_OF_A_ROW:
            raise ValueError("a row is too long")
    yield rest


def _take(into: list[tuple[int, int, str]], matches: Iterator[re.Match[bytes]], before: str) -> None:
    for match in matches:
        if len(into) >= MOST_FOUND:
            raise ValueError("there are too many errors")
        row, column = position_of(match[1].decode())
        into.append((row, column, before + html.unescape((match[2] or b"").decode("utf-8", "replace"))[:LONGEST_TEXT]))


def position_of(reference: str) -> tuple[int, int]:
    """Return the row and column of a reference such as "B3", from 0."""
    letters = reference.rstrip("0123456789")
    return int(reference[len(letters) :]) - 1, column_number(letters) - 1


def column_number(letters: str) -> int:
    """Return the number of a column, from 1."""
    number = 0
    for letter in letters:
        number = 26 * number + ord(letter) - 64
    return number

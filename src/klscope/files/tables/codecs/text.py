"""Text as data: its encoding, and whether it is JSON, a printed array or a table."""

from __future__ import annotations

from klscope.files.tables.codecs import json_values, literals, r_prints, r_tables
from klscope.files.tables.codecs.box_tables import without_lines
from klscope.files.tables.codecs.encodings import decoded
from klscope.files.tables.codecs.nested_tables import contents_of
from klscope.files.tables.codecs.number_lines import number_table
from klscope.files.tables.codecs.surroundings import without_surroundings
from klscope.files.tables.contents import Contents, DataError, TextTable
from klscope.files.tables.data_source import DataSource
from klscope.files.tables.options import ReadOptions
from klscope.wording import gettext


def read(source: DataSource, options: ReadOptions) -> Contents:
    """Read a text.

    Raises
    ------
    DataError
        It is in no known encoding, or not a text, or a value that is no table.
    """
    text = decoded(source.read(), options.encoding)
    if not text or text.isspace():  # millions of empty lines take long to take apart
        raise DataError(gettext("there is nothing to read"))
    if json_values.begins_like_json(text):
        try:
            return contents_of(json_values.parsed(text), source.name, options, json_values.FORMAT_NAME)
        except json_values.NotJsonError:
            pass
    value = r_prints.parse(text)
    value = literals.parse(text) if value is None else value
    value = r_tables.parse(text) if value is None else value
    if value is not None:
        return contents_of(value, source.name, options, literals.FORMAT_NAME)
    text = text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
    text, notes = without_surroundings(without_lines(text))
    table = number_table(text, options)
    return Contents(source.name, {"": TextTable(text) if table is None else table}, format_name="text", notes=notes)

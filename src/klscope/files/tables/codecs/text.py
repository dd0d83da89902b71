"""Text as data: its encoding, and whether it is JSON, a printed array or a table."""

from __future__ import annotations

from klscope.files.tables.codecs.encodings import decoded
from klscope.files.tables.contents import Contents, TextTable
from klscope.files.tables.data_source import DataSource
from klscope.files.tables.options import ReadOptions


def read(source: DataSource, options: ReadOptions) -> Contents:
    """Read a text."""
    return Contents(source.name, {"": TextTable(decoded(source.read(), options.encoding))}, format_name="text")

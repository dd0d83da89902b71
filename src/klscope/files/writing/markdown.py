"""Data as a Markdown table."""

from __future__ import annotations

import re

from klscope.files.writing.data_table import DataTable

_BREAKS = re.compile(r"[\t\r\n\x0b\x0c\x85\u2028\u2029]+")


def as_markdown(table: DataTable) -> str:
    """Return a table between bars, numbers to the right; bars in labels are escaped, and line breaks become blanks."""
    columns = [[_cell(label) for label in table.labels]]
    columns += table.numbers
    if table.words is not None:
        columns.append(list(table.words[1]))
    rules = ["---", *["---:"] * len(table.columns), *["---"] * (table.words is not None)]
    rows = (list(map(_cell, table.headings)), rules, *zip(*columns, strict=True))
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)


def _cell(text: str) -> str:
    return _BREAKS.sub(" ", text).replace("|", "\\|")

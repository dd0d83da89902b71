"""Data as a Markdown table."""

from __future__ import annotations

import re

from klscope.files.writing.data_table import DataTable

_MARKUP = re.compile(r"[|<*`~]|(?<![^\W_])_|_(?![^\W_])|&(?=#?\w+;)|\\(?=[^\w\s]|_)|(?<=\])(?=[(\[])")
"""What would begin a column, a tag, emphasis, code, an entity, an escape or a link."""
_BREAKS = re.compile(r"[\t\r\n\x0b\x0c\x85\u2028\u2029]+")


def as_markdown(table: DataTable) -> str:
    """Return a table between bars, numbers to the right; markup in labels is escaped, and line breaks become blanks."""
    columns = [[_cell(label) for label in table.labels]]
    columns += table.numbers
    if table.words is not None:
        columns.append(list(table.words[1]))
    rules = ["---", *["---:"] * len(table.columns), *["---"] * (table.words is not None)]
    rows = (list(map(_cell, table.headings)), rules, *zip(*columns, strict=True))
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)


def _cell(text: str) -> str:
    return _MARKUP.sub(r"\\\g<0>", _BREAKS.sub(" ", text))

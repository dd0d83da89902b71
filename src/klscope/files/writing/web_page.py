"""Data as a page of HTML."""

from __future__ import annotations

from html import escape

from klscope.files.spreadsheet_cells import escaped
from klscope.files.writing.data_table import DataTable

_STYLE = (
    "table { border-collapse: collapse; font-variant-numeric: tabular-nums } "
    "th, td { padding: 2px 10px; text-align: right } "
    "th:first-child { text-align: left } "
    "thead th { border-bottom: 1px solid }"
)


def as_html(table: DataTable) -> str:
    """Return a page with the table.

    Spreadsheets run formulas in tables of HTML, too: a label that is one has an apostrophe in front, as in CSV.
    """
    heads = "".join(f'<th scope="col">{escape(heading)}</th>' for heading in table.headings)
    columns = list(table.numbers)
    if table.words is not None:
        columns.append(list(table.words[1]))
    rows = (
        f'<tr><th scope="row">{escape(escaped(label))}</th><td>{"</td><td>".join(cells)}</td></tr>\n'
        for label, *cells in zip(table.labels, *columns, strict=True)
    )
    title = escape(table.snapshot.properties.title or "klscope")
    return (
        f'<!DOCTYPE html>\n<html>\n<head>\n<meta charset="utf-8">\n<title>{title}</title>\n<style>{_STYLE}</style>\n'
        f"</head>\n<body>\n<table>\n<thead>\n<tr>{heads}</tr>\n</thead>\n<tbody>\n{''.join(rows)}</tbody>\n</table>\n"
        "</body>\n</html>\n"
    )

"""A table on the clipboard, as text, TSV, HTML and CSV at once; imported when a table is first copied."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QCoreApplication, QMimeData

from klscope.files.writing.data_formats import CSV, HTML, TSV, DataFormat
from klscope.files.writing.data_table import DataTable, WritingError
from klscope.files.writing.data_writing import as_text, loss
from klscope.views.widgets.clipboard import put_on_clipboard

translate = QCoreApplication.translate
TABLES = (TSV, HTML, CSV)
"""What every copied table is put on the clipboard as; the plain text is the first."""


def copy_table(table: DataTable) -> str:
    """Copy a table; return a sentence on what was copied, or why nothing was."""
    return copy_as(TSV, table)


def copy_as(form: DataFormat, table: DataTable) -> str:
    """Copy a table, as text in a format that is not binary; return a sentence on what was copied, or why nothing was.

    CSV, TSV and HTML, which other programs take for tables, are all put on the clipboard if it is one of them. The text
    of an HTML page is TSV, as a browser would copy it.
    """
    content = QMimeData()
    try:
        text = as_text(TSV if form is HTML else form, table)
        content.setText(text)
        if form in TABLES:
            for one in TABLES:
                content.setData(one.media_type, _bytes(as_text(one, table)))
        elif form.media_type != "text/plain":
            content.setData(form.media_type, _bytes(text))
    except WritingError as error:
        return translate("Copying", "Nothing was copied: {reason}.").format(reason=error)
    put_on_clipboard(content)
    said = translate("Copying", "Copied: {rows} × {columns} cells, with all digits.").format(
        rows=f"{len(table.places):,}", columns=len(table.headings)
    )
    lost = loss(form, table)
    return f"{said} {lost}" if lost else said


def _bytes(text: str) -> QByteArray:
    return QByteArray(text.encode("utf-8"))

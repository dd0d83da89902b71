"""A table on the clipboard, as text, TSV, HTML and CSV at once; imported when a table is first copied."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QCoreApplication, QMimeData

from klscope.files.writing.data_formats import CSV, HTML, PLAIN, TSV, DataFormat
from klscope.files.writing.data_table import DataTable, WritingError
from klscope.files.writing.data_writing import as_text, loss
from klscope.views.widgets.clipboard import put_on_clipboard
from klscope.views.widgets.waiting import waiting

translate = QCoreApplication.translate
TABLES = (TSV, HTML, CSV)
"""What a copied table is put on the clipboard as, besides plain text."""


def copy_table(table: DataTable) -> str:
    """Copy a table; return a sentence on what was copied, or why nothing was."""
    return copy_as(TSV, table)


def copy_as(form: DataFormat, table: DataTable) -> str:
    """Copy a table, as text in a format that is not binary; return a sentence on what was copied, or why nothing was.

    CSV, TSV and HTML, which other programs take for tables, are all put on the clipboard if it is one of them. The text
    of an HTML page is TSV, as a browser would copy it.
    """
    try:
        with waiting():
            texts = {one: as_text(one, table) for one in (TABLES if form in TABLES else (form,))}
    except WritingError as error:
        return translate("Copying", "Nothing was copied: {reason}.").format(reason=error)
    content = QMimeData()
    content.setText(texts[TSV if form is HTML else form])
    for one, text in texts.items():
        if one.media_type != PLAIN:
            content.setData(one.media_type, _bytes(text))
    put_on_clipboard(content)
    said = translate("Copying", "Copied: {rows} × {columns} cells, with all digits.").format(
        rows=f"{len(table.places):,}", columns=len(table.headings)
    )
    lost = loss(form, table)
    return f"{said} {lost}" if lost else said


def _bytes(text: str) -> QByteArray:
    return QByteArray(text.encode("utf-8"))

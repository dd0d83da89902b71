"""Painting a PDF document in memory, so that no incomplete file is written."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter

SCREEN_DOTS_PER_INCH = 96


def pdf_document(
    title: str,
    size: QPageSize,
    dots_per_inch: int,
    paint: Callable[[QPainter, int], None],
    pages: int = 1,
    attached: tuple[str, bytes] | None = None,
) -> bytes:
    """Return the content of a PDF document with pages without margins.

    ``paint`` paints a page, given its index from 0, in logical pixels; they are rounded to ``dots_per_inch``.
    ``attached`` is the name and the content of a file that the document carries.
    """
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(title)
    writer.setCreator("klscope")
    if attached is not None:
        name, content = attached
        writer.addFileAttachment(name, QByteArray(content), "application/octet-stream")
    writer.setResolution(dots_per_inch)
    writer.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF()))
    painter = QPainter(writer)
    painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)
    painter.scale(dots_per_inch / SCREEN_DOTS_PER_INCH, dots_per_inch / SCREEN_DOTS_PER_INCH)
    for page in range(pages):
        if page:
            writer.newPage()
        paint(painter, page)
    painter.end()
    return bytes(buffer.data().data())

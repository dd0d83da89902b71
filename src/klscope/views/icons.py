"""The icons of buttons, in the text colour of the theme."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from klscope.files.resource_files import resource_path

SIZE = 20
RATIOS = (1, 2, 4)


def icon(name: str, colour: str, disabled: str) -> QIcon:
    """Return an icon of ``resources/icons`` at 1×, 2× and 4×, in its enabled and its disabled colour."""
    drawing = resource_path("icons", f"{name}.svg").read_bytes()
    result = QIcon()
    for mode, ink in ((QIcon.Mode.Normal, colour), (QIcon.Mode.Disabled, disabled)):
        renderer = QSvgRenderer(QByteArray(drawing.replace(b"currentColor", ink.encode())))
        for ratio in RATIOS:
            pixmap = QPixmap(SIZE * ratio, SIZE * ratio)
            pixmap.setDevicePixelRatio(ratio)
            pixmap.fill(Qt.GlobalColor.transparent)
            painter = QPainter(pixmap)
            renderer.render(painter, QRectF(0.0, 0.0, SIZE, SIZE))
            painter.end()
            result.addPixmap(pixmap, mode)
    return result


def program_icon() -> QIcon:
    """Return the icon of the program."""
    result = QIcon()
    for size in (16, 32, 48, 128, 256):
        result.addFile(str(resource_path("icons", f"klscope-{size}.png")))
    return result

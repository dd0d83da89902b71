"""The bundled typeface: tabular figures, ‖, ∞ and Korean on every machine."""

from __future__ import annotations

from functools import cache

from PySide6.QtGui import QFont, QFontDatabase

from klscope.files.resource_files import resource_path

FAMILY = "Pretendard"
USUAL_SIZE = 13
"""The size of most texts, in pixels."""
FILES = ("Pretendard-Regular.otf", "Pretendard-Bold.otf")


@cache
def load() -> None:
    """Register the bundled typeface with Qt, once; needs a QApplication."""
    for name in FILES:
        QFontDatabase.addApplicationFont(str(resource_path("fonts", name)))


@cache
def font(size: int, bold: bool = False) -> QFont:
    """Return the typeface at ``size`` pixels, with tabular figures."""
    result = QFont(FAMILY)
    result.setPixelSize(size)
    result.setBold(bold)
    result.setFeature(QFont.Tag("tnum"), 1)
    return result

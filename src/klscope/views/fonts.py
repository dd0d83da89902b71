"""The typeface: bundled, so that figures are tabular and ‖, ∞ and Korean are there on every machine."""

from __future__ import annotations

from functools import cache

from PySide6.QtGui import QFont, QFontDatabase

from klscope.files.resource_files import resource_path

FAMILY = "Pretendard"
FILES = ("Pretendard-Regular.otf", "Pretendard-Bold.otf")


@cache
def load() -> None:
    """Make the bundled typeface known to Qt, once; needs a QApplication."""
    for name in FILES:
        QFontDatabase.addApplicationFont(str(resource_path("fonts", name)))


@cache
def font(size: int, bold: bool = False) -> QFont:
    """Return the typeface at ``size`` pixels, with figures of one width."""
    result = QFont(FAMILY)
    result.setPixelSize(size)
    result.setBold(bold)
    result.setFeature(QFont.Tag("tnum"), 1)
    return result

"""A button whose text changes without changing its size."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QToolButton, QWidget

from klscope.views.magnification import pixels, set_font_size

SMALL_PADDING = 8
"""What the style sheet leaves between the text of a small button and its border of one pixel."""


def text_width(button: QToolButton, text: str) -> int:
    """Return the width of a text on a button, as in its size hint."""
    return button.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, text).width()


class SteadyButton(QToolButton):
    """A button with the size of the longest of its possible texts, of the style "small" or "flat"."""

    def __init__(self, name: str, letters: int = 12, style: str = "small", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._texts: tuple[str, ...] = ()
        self._is_small = style == "small"
        set_font_size(self, letters)
        self.setProperty(style, True)

    def set_texts(self, *texts: str) -> None:
        if texts != self._texts:
            self._texts = texts
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        needed = super().sizeHint()
        widths = [text_width(self, text) for text in (self.text(), *self._texts)]
        if self._is_small:  # Qt's hint adds more than two spaces to the padding: too much for a row of many
            return QSize(max(widths) + 2 * (pixels(SMALL_PADDING) + 1), needed.height())
        return QSize(needed.width() + max(widths) - widths[0], needed.height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

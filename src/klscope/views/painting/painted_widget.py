"""Painted widgets that scale with the magnification of the window."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QPoint, QPointF, QRectF, QSizeF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from klscope.by_name import load
from klscope.model.snapshot import Snapshot
from klscope.views import magnification
from klscope.views.theme import Theme


def plain_tool_tip(text: str) -> str:
    """Return a tooltip that Qt shows as plain text, even if a name looks like HTML."""
    return "<br>".join(map(load("html", "escape"), text.splitlines())) if "<" in text else text


class Magnified:
    """Mixin of painted widgets: coordinates are logical, widget pixels divided by the magnification."""

    magnification = 1.0
    snapshot: Snapshot | None = None

    @property
    def shown(self) -> Snapshot:
        """The state that is shown; there must be one."""
        assert self.snapshot is not None
        return self.snapshot

    @property
    def logical_size(self) -> QSizeF:
        """The size in logical pixels."""
        return QSizeF(cast("QWidget", self).size()) / self.magnification

    @property
    def logical_rect(self) -> QRectF:
        return QRectF(QPointF(), self.logical_size)

    def map_from_widget(self, position: QPointF | QPoint) -> QPointF:
        """Map a position in the widget to logical coordinates."""
        return QPointF(position) / self.magnification

    def map_to_widget(self, place: QPointF) -> QPoint:
        """Map a position in logical coordinates to the widget."""
        return (place * self.magnification).toPoint()


class PaintedWidget(Magnified, QWidget):
    """Base class of painted widgets."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.magnification = magnification.factor()
        self._fixed_height: float | None = None

    def set_magnification(self, factor: float) -> None:
        self.magnification = factor
        if self._fixed_height is not None:
            self.fix_height(self._fixed_height)
        self.update()

    def fix_height(self, height: float) -> None:
        """Fix the height, in logical pixels."""
        self._fixed_height = height
        self.setFixedHeight(round(height * self.magnification))

    def painter(self) -> QPainter:
        """Return a painter for a paint event, scaled by the magnification."""
        painter = QPainter(self)
        if self.magnification != 1.0:
            painter.scale(self.magnification, self.magnification)
        return painter


class ThemedWidget(PaintedWidget):
    """A widget that paints itself in the colours of a theme."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme

    def set_theme(self, theme: Theme) -> None:
        self.theme = theme
        self.update()

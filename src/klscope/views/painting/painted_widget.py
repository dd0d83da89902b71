"""What paints itself, and follows the magnification by having its painter enlarge what it paints."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRectF, QSizeF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from klscope.views import magnification


class Magnified:
    """What a widget that paints itself has: it reckons in pixels of the usual size; magnified, it has fewer of them."""

    magnification = 1.0

    def ground(self) -> QWidget:
        """Return what is painted on."""
        raise NotImplementedError

    @property
    def extent(self) -> QSizeF:
        """How much there is to paint on."""
        return QSizeF(self.ground().size()) / self.magnification

    @property
    def whole(self) -> QRectF:
        """All there is to paint on."""
        return QRectF(QPointF(), self.extent)

    def under(self, position: QPointF | QPoint) -> QPointF:
        """Return which place in what is painted is under a position in the widget."""
        return QPointF(position) / self.magnification

    def on_screen(self, place: QPointF) -> QPoint:
        """Return the position in the widget that a place in what is painted has."""
        return (place * self.magnification).toPoint()


class PaintedWidget(Magnified, QWidget):
    """A widget that paints itself."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.magnification = magnification.factor()
        self._fixed_height: float | None = None

    def ground(self) -> QWidget:
        """Return itself."""
        return self

    def set_magnification(self, factor: float) -> None:
        """Be ``factor`` times as large as usual."""
        self.magnification = factor
        if self._fixed_height is not None:
            self.fix_height(self._fixed_height)
        self.update()

    def fix_height(self, height: float) -> None:
        """Be just so high, in pixels of the usual size."""
        self._fixed_height = height
        self.setFixedHeight(round(height * self.magnification))

    def painter(self) -> QPainter:
        """Return a painter for a paint event, which enlarges what it paints."""
        painter = QPainter(self)
        if self.magnification != 1.0:
            painter.scale(self.magnification, self.magnification)
        return painter

"""The preview of a picture."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

translate = QCoreApplication.translate

CHECK, CHECK_ALPHA = 8, 0.5
PREVIEW_SIZE = QSize(640, 360)


class Preview(QWidget):
    """A picture scaled to fit, on a checkerboard where it is transparent."""

    def __init__(self) -> None:
        super().__init__()
        self.image = QImage()
        self._fitted = QImage()
        self.setMinimumSize(PREVIEW_SIZE / 2)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(translate("ExportDialog", "Preview"))

    def sizeHint(self) -> QSize:
        return PREVIEW_SIZE

    def show_image(self, image: QImage) -> None:
        self.image = image
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        if self.image.isNull():
            return
        ratio = self.devicePixelRatioF()
        room = self.image.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio).boundedTo(self.image.size())
        self._fitted = self.image.scaled(
            room * ratio, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        self._fitted.setDevicePixelRatio(ratio)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        place = QRect(0, 0, *self._fitted.deviceIndependentSize().toSize().toTuple())
        place.moveCenter(self.rect().center())
        painter = QPainter(self)
        palette = self.palette()
        painter.setClipRect(place)
        painter.fillRect(place, palette.color(QPalette.ColorRole.Base))
        line = palette.color(QPalette.ColorRole.Mid)
        faint = QColor(line)
        faint.setAlphaF(CHECK_ALPHA)
        for row, y in enumerate(range(place.top(), place.bottom() + 1, CHECK)):
            for x in range(place.left() + CHECK * (row % 2), place.right() + 1, 2 * CHECK):
                painter.fillRect(x, y, CHECK, CHECK, faint)
        painter.drawImage(place.topLeft(), self._fitted)
        painter.setPen(line)
        painter.drawRect(place.adjusted(0, 0, -1, -1))
        painter.end()

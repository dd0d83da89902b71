"""Short texts kept as pixels on one sheet: a row of them is copied in one call.

The numbers under the bars all change at every event of a drag, but there are only about a thousand of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from math import ceil

import numpy as np
from pyqtgraph.Qt.internals import PrimitiveArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

from klscope.theory.distribution import FloatArray
from klscope.views.fonts import font
from klscope.views.static_texts import draw_centred, laid
from klscope.views.vectors.device import paints_shapes

ACROSS, DOWN = 16, 64
WIDEST = "0.88888"


class TextSheet:
    """Texts of one size and colour, at one resolution (pixels a point)."""

    def __init__(self, size: int, colour: str, ratio: float) -> None:
        self._size, self._colour, self._ratio = size, colour, ratio
        widest = laid(WIDEST, size)
        self._width, self._height = ceil(widest.width * ratio) + 2, ceil(widest.height * ratio)
        self._places: dict[str, int] = {}
        self._pixels = QPixmap(ACROSS * self._width, DOWN * self._height)
        self._pixels.fill(Qt.GlobalColor.transparent)

    def draw(self, painter: QPainter, texts: Sequence[str], xs: FloatArray, y: float) -> None:
        """Draw texts with their middles at ``xs``, shape ``(n,)``, and at ``y``."""
        if not texts:
            return
        if paints_shapes(painter):
            painter.setFont(font(self._size))
            painter.setPen(QColor(self._colour))
            for text, x in zip(texts, xs.tolist(), strict=True):
                draw_centred(painter, text, x, y, self._size)
            return
        if len(self._places) + len(texts) > ACROSS * DOWN:  # begin a new sheet: what is needed is soon there again
            self._places.clear()
            self._pixels.fill(Qt.GlobalColor.transparent)
        new = [text for text in dict.fromkeys(texts) if text not in self._places]
        if new:
            self._write(new)
        places = np.array([self._places[text] for text in texts])
        pieces = PrimitiveArray(QPainter.PixmapFragment, 10)
        pieces.resize(len(texts))
        memory = pieces.ndarray()
        # whole pixels: middle, place on the sheet and size, scales, turn, opacity
        memory[:, 0] = (np.round(xs * self._ratio - self._width / 2) + self._width / 2) / self._ratio
        memory[:, 1] = (round(y * self._ratio - self._height / 2) + self._height / 2) / self._ratio
        memory[:, 2] = places % ACROSS * self._width
        memory[:, 3] = places // ACROSS * self._height
        memory[:, 4], memory[:, 5] = self._width, self._height
        memory[:, 6:8] = 1.0 / self._ratio
        memory[:, 8], memory[:, 9] = 0.0, 1.0
        painter.drawPixmapFragments(*pieces.drawargs(), self._pixels)  # type: ignore[call-arg]  # a pointer and a length

    def _write(self, texts: Sequence[str]) -> None:
        painter = QPainter(self._pixels)
        painter.setFont(font(self._size))
        painter.setPen(QColor(self._colour))
        for text in texts:
            place = self._places[text] = len(self._places)
            corner = QPointF(place % ACROSS * self._width, place // ACROSS * self._height)
            cell = QRectF(corner.x(), corner.y(), self._width, self._height)
            painter.save()
            painter.setClipRect(cell)
            painter.translate(corner)
            painter.scale(self._ratio, self._ratio)
            middle = cell.size() / (2.0 * self._ratio)
            draw_centred(painter, text, middle.width(), middle.height(), self._size)
            painter.restore()
        painter.end()


@lru_cache(maxsize=8)
def sheet_of(size: int, colour: str, ratio: float) -> TextSheet:
    """Return the sheet of a size, a colour and a resolution."""
    return TextSheet(size, colour, ratio)

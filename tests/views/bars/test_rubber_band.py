"""The rubber band. Oracle: four columns of 100 pixels, by hand."""

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QImage, QPainter

from klscope.views.bars.rubber_band import RubberBand
from klscope.views.painting.axes import Range
from klscope.views.painting.geometry import PlotArea
from klscope.views.theme import LIGHT

AREA = PlotArea(0.0, 0.0, 400.0, 100.0, 4, Range(0.0, 1.0))


def covered(band):
    """Return which columns have something of the band in their middle."""
    image = QImage(400, 100, QImage.Format.Format_RGB32)
    image.fill(0)
    painter = QPainter(image)
    band.paint(painter, LIGHT)
    painter.end()
    return [image.pixelColor(x, 50).lightness() > 0 for x in (50, 150, 250, 350)]


@pytest.mark.parametrize(
    ("press", "pointer", "held"),
    [
        ((120, 20), (290, 80), (1, 2)),
        ((290, 80), (120, 20), (1, 2)),
        ((10, 0), (20, 99), (0,)),
        ((5, 9), (900, 99), (0, 1, 2, 3)),
    ],
)
def test_it_holds_the_columns_it_touches_whichever_way_it_was_drawn(press, pointer, held):
    assert RubberBand().stretch(QPointF(*press), QPointF(*pointer), AREA) == held


def test_it_is_painted_once_it_is_stretched():
    band = RubberBand()
    assert covered(band) == [False] * 4
    band.stretch(QPointF(120, 20), QPointF(290, 80), AREA)
    assert covered(band) == [False, True, True, False]

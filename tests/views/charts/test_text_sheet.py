"""Texts copied from a sheet. Oracle: the same texts drawn one by one, where Qt itself puts them."""

import numpy as np
import pytest
from pixels import Sheet, extent, is_colour
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QPainter

from klscope.views.charts.text_sheet import ACROSS, DOWN, TextSheet
from klscope.views.fonts import font
from klscope.views.static_texts import draw_centred
from klscope.views.theme import LIGHT
from klscope.views.vectors.sheet import Sheet as ShapeSheet

pytestmark = pytest.mark.usefixtures("qapp")
TEXTS = ["0.500", "≈0", "1", ">0.999", "5e−10", "0.500"]
XS = np.array([40.0, 90.0, 140.0, 190.0, 240.0, 290.0])


def ink(sheet):
    return ~is_colour(sheet.pixels, LIGHT.card, 60)


def copied(texts, xs, ratio, sheet=None):
    page = Sheet(330, 30, LIGHT.card, ratio)
    with page.painter() as painter:
        (sheet or TextSheet(12, LIGHT.quiet, float(ratio))).draw(painter, texts, xs, 15.0)
    return page


@pytest.mark.parametrize("ratio", [1, 2, 4])
def test_copied_texts_stand_where_drawn_ones_do(ratio):
    drawn = Sheet(330, 30, LIGHT.card, ratio)
    with drawn.painter() as painter:
        painter.setFont(font(12))
        painter.setPen(QColor(LIGHT.quiet))
        for text, x in zip(TEXTS, XS, strict=True):
            draw_centred(painter, text, x, 15.0, 12)
    page = copied(TEXTS, XS, ratio)
    for x in XS:
        column = slice(int((x - 24) * ratio), int((x + 24) * ratio))
        found, expected = extent(ink(page)[:, column]), extent(ink(drawn)[:, column])
        np.testing.assert_allclose(found, expected, atol=1.01)  # to the pixel
        assert ink(page)[:, column].sum() == pytest.approx(ink(drawn)[:, column].sum(), rel=0.25)


def test_equal_texts_are_equal_pixels_and_others_are_not():
    pixels = ink(copied(TEXTS, XS, 1))
    one, two, last = (pixels[:, int(x) - 24 : int(x) + 24] for x in (XS[0], XS[1], XS[5]))
    np.testing.assert_array_equal(one, last)
    assert (one != two).any()


def test_more_texts_than_a_sheet_holds_are_drawn_all_the_same():
    sheet = TextSheet(12, LIGHT.quiet, 1.0)
    for number in range(0, ACROSS * DOWN + 50, 25):
        texts = [f"0.{one % 1000:03d}" if one < 1000 else f"{one}" for one in range(number, number + 6)]
        seen = ink(copied(texts, XS, 1, sheet))
    np.testing.assert_array_equal(seen, ink(copied(texts, XS, 1)))


def test_no_texts_are_no_fault():
    assert not ink(copied([], np.empty(0), 1)).any()


def test_on_a_sheet_of_shapes_they_are_texts():
    sheet = ShapeSheet(QSize(330, 30))
    painter = QPainter(sheet)
    TextSheet(12, LIGHT.quiet, 1.0).draw(painter, TEXTS, XS, 15.0)
    painter.end()
    marks = sheet.drawing().marks
    assert [mark.text for mark in marks] == TEXTS
    for mark, x in zip(marks, XS, strict=True):
        assert abs(mark.at.x() + mark.width / 2 - x) < 0.5
        assert mark.colour.name() == LIGHT.quiet.lower()

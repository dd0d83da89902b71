"""Marks of selected bars. Oracle: columns of 100 and of 10 pixels, by hand."""

import numpy as np
import pytest
from PySide6.QtCore import QRectF

from klscope.views.bars.selection_marks import is_framed, marks
from klscope.views.painting.axes import Range
from klscope.views.painting.geometry import PlotArea

WIDE = PlotArea(0.0, 0.0, 400.0, 100.0, 4, Range(0.0, 1.0))
NARROW = PlotArea(0.0, 0.0, 40.0, 100.0, 4, Range(0.0, 1.0))
VALUES = np.array([0.5, 0.0, 0.25, 0.25])


def test_a_frame_stands_off_its_bar_even_where_the_bar_is_nothing():
    half = WIDE.bar_width / 2
    assert marks(WIDE, VALUES, (0,)) == [QRectF(50 - half - 2.5, 47.5, 2 * half + 5, 55.0)]
    first, second = marks(WIDE, VALUES, (0, 1))
    for frame, x in ((first, 50), (second, 150)):
        assert all(number == round(number) for number in frame.getRect())  # even lines
        assert frame.left() == pytest.approx(x - half - 2.5, abs=0.5)
        assert frame.right() == pytest.approx(x + half + 2.5, abs=0.5)
    assert (first.height(), second.height()) == pytest.approx((55, 6), abs=1)


def test_several_in_narrow_columns_get_strips_that_do_not_touch_and_one_keeps_its_frame():
    assert is_framed(NARROW, 1)
    assert not is_framed(NARROW, 2)
    first, second = marks(NARROW, VALUES, (2, 3))
    assert (first.top(), first.height()) == (101.0, 3.0)
    assert first.center().x() == pytest.approx(25.0)
    assert first.right() < second.left()


def test_frames_of_neighbours_never_touch():
    for n in range(2, 101):
        area = PlotArea(0.0, 0.0, 700.0, 100.0, n, Range(0.0, 1.0))
        first, second = marks(area, np.full(n, 1 / n), (0, 1))
        assert first.right() < second.left()


def test_what_is_selected_of_other_data_is_not_marked():
    assert len(marks(WIDE, VALUES, (1, 7))) == 1

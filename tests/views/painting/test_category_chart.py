"""What all charts share. Oracle: the columns under the pointer by hand, and pixels of the lines at the ticks."""

import numpy as np
import pytest
from pixels import grabbed, is_colour
from pointing import NONE, Pointer, Said
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QToolTip
from states import WEATHER, pair, state_of

from klscope.views.painting.axes import Range
from klscope.views.painting.category_chart import CategoryChart
from klscope.views.theme import DARK, LIGHT


class Bare(CategoryChart):
    """A chart from 0 to 1 with nothing in it but what all charts have."""

    def shown_range(self):
        return Range(0.0, 1.0)

    def paint_columns(self, painter):
        if self.snapshot is not None:
            self.paint_ground(painter)
            self.paint_baseline(painter)


@pytest.fixture
def chart(show):
    shown = show(Bare(LIGHT), 670, 240)  # 600 px of columns: 56 at the left, 14 at the right
    shown.show_snapshot(state_of())
    shown.said = Said(shown, "hovered", "selected", "menu_requested")
    return shown


def test_columns_share_what_the_axis_leaves(chart):
    assert (chart.area.left, chart.area.right, chart.area.column_width) == (56, 656, 150)
    chart.show_snapshot(pair([1] * 10, [1] * 10))
    assert chart.area.column_width == 60


def test_the_pointer_is_over_a_column_or_none(chart):
    mouse = Pointer(chart)
    for x in (10, 60, 210, 650, 665):
        mouse.hover(x, 100)
    assert chart.said.take() == [("hovered", index) for index in (-1, 0, 1, 3, -1)]
    QApplication.sendEvent(chart, QEvent(QEvent.Type.Leave))
    assert chart.said.take() == [("hovered", -1)]


def test_a_press_selects_and_the_right_button_asks_for_the_menu(chart):
    mouse = Pointer(chart)
    mouse.click(210, 100)
    mouse.click(210, 100, button=Qt.MouseButton.RightButton)
    spot = chart.viewport().mapToGlobal(QPoint(210, 100))
    assert chart.said.take() == [("selected", 1, NONE), ("menu_requested", 1, spot)]
    mouse.click(10, 100)
    mouse.click(10, 100, button=Qt.MouseButton.RightButton)
    assert chart.said.take() == []


def test_lines_stand_at_the_ticks_and_the_baseline_at_zero(chart):
    pixels = grabbed(chart)
    area = chart.area
    strip = pixels[:, int(area.left) + 5]
    rows = np.flatnonzero(is_colour(strip[:, None], LIGHT.grid).any(axis=1))
    # five steps of 0.2 for 190 px; the line at 0 lies under the baseline
    assert rows.tolist() == pytest.approx([area.y(value) for value in (1.0, 0.8, 0.6, 0.4, 0.2)], abs=1)
    assert is_colour(pixels[round(area.y(0.0)), int(area.left) + 1 : int(area.right) - 1], LIGHT.baseline).all()


def test_what_is_kept_as_pixels_is_never_stale(chart):
    chart.clearFocus()  # it makes the selected name bold
    states = [state_of(), pair([1, 1], [1, 3]), pair([4, 2, 1, 1], [1, 4, 2, 1], ("a", "b", "c", "d"))]
    actions = [
        *(lambda state=state: chart.show_snapshot(state) for state in states),
        *(lambda index=index: chart.show_pointed(index) for index in (1, 0, -1)),
        *(lambda theme=theme: chart.set_theme(theme) for theme in (DARK, LIGHT)),
        *(lambda width=width: chart.resize(width, 240) for width in (500, 670)),
    ]
    for act in actions:
        for _ in range(3):  # it is kept when it is asked for again
            grabbed(chart)
        act()
        first = grabbed(chart)
        for _ in range(2):
            np.testing.assert_array_equal(grabbed(chart), first)
        fresh = Bare(chart.theme)
        fresh.resize(chart.size())
        fresh.show_snapshot(chart.snapshot)
        fresh.show_pointed(chart.pointed)
        np.testing.assert_array_equal(grabbed(fresh), first)


def test_only_the_pointed_column_is_tinted(chart):
    chart.show_pointed(2)
    tinted = is_colour(grabbed(chart)[30], LIGHT.tint)
    assert tinted[56 + 300 + 3 : 56 + 450 - 3].all()
    assert tinted.sum() <= 150


def test_a_tooltip_names_the_category_and_the_wheel_is_left_to_others(chart):
    at = QPoint(210, 100)
    spot = chart.viewport().mapToGlobal(at)
    QApplication.sendEvent(chart.viewport(), QHelpEvent(QEvent.Type.ToolTip, at, spot))
    assert QToolTip.text() == WEATHER.labels[1]
    for tip in QApplication.topLevelWidgets():
        if tip.inherits("QTipLabel"):
            tip.hide()
    phase = Qt.ScrollPhase.NoScrollPhase
    wheel = QWheelEvent(
        QPointF(at), QPointF(spot), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton, NONE, phase, False
    )
    chart.wheelEvent(wheel)
    assert not wheel.isAccepted()

"""The line of divergences: heights, positions and keys. Oracle: hand arithmetic."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt

from klscope.views.rows.divergence_strip import MARGIN, DivergenceStrip
from klscope.views.theme import DARK, LIGHT


@pytest.fixture
def line(qtbot):
    made = DivergenceStrip(LIGHT)
    qtbot.addWidget(made)
    made.resize(208, 30)
    made.show()
    qtbot.waitExposed(made)
    made.chosen = []
    made.position_chosen.connect(made.chosen.append)
    made.stepped.connect(lambda places: made.chosen.append(("step", places)))
    return made


def test_heights_are_shares_of_the_largest_and_infinity_is_full(line):
    line.show_values(np.array([0.0, 1.0, 4.0, np.inf, np.nan]), 0)
    assert line.heights(5).tolist() == [0.0, 0.25, 1.0, 1.0, 0.0]
    line.show_values(np.zeros(3), 0)
    assert line.heights(3).tolist() == [0.0, 0.0, 0.0]


def test_more_rows_than_pixels_show_their_largest(line):
    values = np.zeros(1000)
    values[777] = 2.0
    line.show_values(values, 0)
    assert np.flatnonzero(line.heights(100)).tolist() == [77]


def test_the_mouse_chooses_the_row_under_it(line, qtbot):
    line.show_values(np.ones(10), 0)
    for x, row in ((MARGIN + 1, 0), (104, 5), (207, 9), (0, 0)):
        qtbot.mouseClick(line, Qt.MouseButton.LeftButton, pos=QPoint(int(x), 15))
        assert line.chosen[-1] == row


def test_the_keys_step_and_stop_at_the_ends(line, qtbot):
    line.show_values(np.ones(300), 0)
    for key, position, row in (
        (Qt.Key.Key_Right, 0, ("step", 1)),
        (Qt.Key.Key_Left, 5, ("step", -1)),
        (Qt.Key.Key_PageDown, 5, ("step", 100)),
        (Qt.Key.Key_PageUp, 5, ("step", -100)),
        (Qt.Key.Key_End, 5, 299),
        (Qt.Key.Key_Home, 5, 0),
    ):
        line.show_values(np.ones(300), position)
        qtbot.keyClick(line, key)
        assert line.chosen[-1] == row
    count = len(line.chosen)
    line.show_values(np.ones(300), 299)
    qtbot.keyClick(line, Qt.Key.Key_Right)
    assert len(line.chosen) == count


def test_it_is_painted_in_both_themes_and_without_values(line):
    before = line.grab().toImage()
    line.show_values(np.array([1.0, 2.0, np.inf]), 1)
    light = line.grab().toImage()
    assert light != before
    line.set_theme(DARK)
    assert line.grab().toImage() != light

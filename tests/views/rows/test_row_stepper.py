"""The strip of rows: its texts, its widths and its signals. Oracle: the rows that are shown."""

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QToolButton

from klscope.files.tables.row_pairs import OtherSide
from klscope.views.rows.row_stepper import RowStepper, ShownRow
from klscope.views.theme import LIGHT

NAMES = ("i", "a name of some length", "mmmm")


@pytest.fixture
def strip(qtbot):
    made = RowStepper(LIGHT)
    qtbot.addWidget(made)
    made.resize(780, 44)
    made.set_names(NAMES)
    made.show_row(ShownRow(0, 3, "i", "0.5000", "bits", False, False, OtherSide.MEAN))
    made.show()
    qtbot.waitExposed(made)
    return made


def row(position, divergence="0.5000", is_mean=False):
    return ShownRow(position, 3, NAMES[position], divergence, "bits", is_mean, False, OtherSide.MEAN)


def text(strip, name):
    return strip.findChild(QLabel, name).text()


def test_a_row_is_named_with_its_divergence(strip):
    assert text(strip, "rowName") == "1 of 3: i"
    assert text(strip, "rowDivergence") == "KL 0.5000 bits"
    strip.show_row(ShownRow(1, 3, "", "2.0000", "nats", False, False, None))
    assert text(strip, "rowName") == "row 2 of 3"
    assert not strip.findChild(QComboBox, "rowOther").isVisible()
    strip.show_row(row(0, is_mean=True))
    assert text(strip, "rowName") == "mean of 3 rows"
    assert strip.line.accessibleDescription() == "mean of 3 rows, KL 0.5000 bits"


def test_nothing_moves_while_stepping(strip):
    places = set()
    for position, value in ((0, "0.5000"), (1, "12.0000"), (2, "∞"), (0, "1.000e−7")):
        strip.show_row(row(position, value))
        strip.layout().activate()
        places.add((strip.line.x(), strip.line.width()))
    strip.show_row(row(0, is_mean=True))
    places.add((strip.line.x(), strip.line.width()))
    assert len(places) == 1


def test_another_divergence_of_the_same_row(strip):
    strip.show_row(row(2))
    strip.show_divergence("0.3466", "nats")
    assert text(strip, "rowName") == "3 of 3: mmmm"
    assert text(strip, "rowDivergence") == "KL 0.3466 nats"


def test_the_ends_have_no_button_beyond(strip):
    back, forward = (strip.findChild(QToolButton, name) for name in ("rowBack", "rowNext"))
    assert (back.isEnabled(), forward.isEnabled()) == (False, True)
    strip.show_row(row(2))
    assert (back.isEnabled(), forward.isEnabled()) == (True, False)


def test_the_buttons_and_lists_ask(strip, qtbot):
    heard = []
    for name in ("stepped", "mean_chosen", "order_chosen", "other_chosen", "closed"):
        getattr(strip, name).connect(partial(lambda name, *values: heard.append((name, *values)), name))
    strip.show_row(row(1))
    for name in ("rowBack", "rowNext", "rowMean", "rowsClose"):
        qtbot.mouseClick(strip.findChild(QToolButton, name), Qt.MouseButton.LeftButton)
    for name in ("rowOrder", "rowOther"):
        strip.findChild(QComboBox, name).activated.emit(1)
    assert heard == [
        ("stepped", -1),
        ("stepped", 1),
        ("mean_chosen", True),
        ("closed",),
        ("order_chosen", True),
        ("other_chosen", OtherSide.UNIFORM),
    ]


def test_every_part_has_a_name_for_a_reader(strip):
    for part in (*strip.findChildren(QToolButton), *strip.findChildren(QComboBox), strip.line):
        assert part.accessibleName(), part.objectName()

"""The row that draws samples: what its buttons ask for, and what they show."""

from itertools import pairwise

import pytest
from pointing import Said
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QToolButton, QWidget

from klscope.model.evidence import MOST_SAMPLES
from klscope.model.view_options import EvidenceOptions
from klscope.views.evidence.evidence_controls import EvidenceControls

DRAWS = ("draw1", "draw10", "draw1000")


@pytest.fixture
def row(show):
    made = EvidenceControls()
    made.retranslate()
    return show(made, 700, 27)


def button(row, name):
    return row.findChild(QToolButton, name)


def test_buttons_ask_for_samples(row):
    said = Said(row, "more_requested", "run_requested", "clear_requested")
    row.show_options(EvidenceOptions(1, 5))
    for name in (*DRAWS, "runSamples", "clearSamples"):
        button(row, name).click()
    assert said.take() == [
        ("more_requested", 1),
        ("more_requested", 10),
        ("more_requested", 1_000),
        ("run_requested",),
        ("clear_requested",),
    ]


def test_they_show_what_can_be_done(row):
    assert not button(row, "clearSamples").isEnabled()
    row.show_options(EvidenceOptions(1, MOST_SAMPLES))
    assert button(row, "clearSamples").isEnabled()
    assert not button(row, "draw1").isEnabled()
    assert not button(row, "runSamples").isEnabled()


def test_run_becomes_stop_in_the_same_place(row):
    run = button(row, "runSamples")
    before = (run.text(), run.width())
    row.show_running(True)
    assert run.text() != before[0]
    assert run.width() == before[1]
    row.show_running(False)
    assert run.text() == before[0]


def test_a_seed_is_typed_in_the_panel_and_entered(row, qtbot):
    said = Said(row, "seed_typed")
    seed = row.findChild(QLineEdit, "evidenceSeed")
    assert not seed.isVisible()
    button(row, "evidenceSettings").click()
    qtbot.waitUntil(seed.hasFocus)
    seed.selectAll()
    QTest.keyClicks(seed, "42")
    row.show_options(EvidenceOptions(1, 5))
    assert seed.text() == "42"
    QTest.keyClick(seed, Qt.Key.Key_Return)
    assert said.take() == [("seed_typed", "42")]
    row.show_seed()
    assert seed.text() == "1"
    QTest.keyClicks(seed, "43")
    QTest.keyClick(seed, Qt.Key.Key_Escape)
    assert not seed.isVisible()
    assert seed.text() == "1"  # what was not entered is forgotten


def test_everything_has_a_name_and_a_place(row):
    assert [stop.objectName() for stop in row.stops][:5] == [*DRAWS, "runSamples", "clearSamples"]
    assert all(stop.accessibleName() or stop.text() for stop in row.stops)
    children = [child for child in row.findChildren(QWidget) if child.isVisible() and child.parent() is row]
    places = sorted((child.geometry().left(), child.geometry().right()) for child in children)
    assert all(before[1] < after[0] for before, after in pairwise(places))
    assert places[-1][1] <= row.width()


def test_the_switch_says_what_is_to_be_shown(row):
    row.show_options(EvidenceOptions(7, 3))
    said = Said(row, "options_chosen")
    for coded in (True, False):
        row.findChild(QWidget, "huffmanSegment" if coded else "samplesSegment").click()
    assert said.take() == [
        ("options_chosen", EvidenceOptions(7, 3, coded=True)),
        ("options_chosen", EvidenceOptions(7, 3)),
    ]
    row.show_options(EvidenceOptions(coded=True))
    assert row.findChild(QWidget, "huffmanSegment").isChecked()

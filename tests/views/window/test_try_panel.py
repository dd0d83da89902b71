"""Three things to try. Oracle: the specification's three, done by edits on *weather*."""

import pytest
from pointing import Said
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton
from states import after, pair, state_of

from klscope.model.comparison import Side
from klscope.model.edits import SetProbability, Swap
from klscope.views.window.try_panel import TryPanel

TO_THE_LINE = SetProbability(Side.Q, 0, 0.5)
TO_ZERO = SetProbability(Side.Q, 2, 0.0)


@pytest.fixture
def panel(show):
    shown = show(TryPanel(), 460, 300)
    shown.heard = Said(shown, "examples_requested")
    shown.show_snapshot(state_of())
    return shown


def marks(panel):
    return [label.text() for label in panel.findChildren(QLabel) if label.text() in ("1", "2", "3", "✓")]


def words(panel):
    return " ".join(label.text() for label in panel.findChildren(QLabel))


def test_nothing_is_done_at_first_and_the_words_name_the_first_category(panel):
    assert marks(panel) == ["1", "2", "3"]
    assert "Drag Q's sunny to its dashed line." in words(panel)
    panel.show_snapshot(pair([1, 1], [1, 3], ("heads", "tails")))
    assert "Drag Q's heads to its dashed line." in words(panel)


@pytest.mark.parametrize(("edit", "ticked"), [(TO_THE_LINE, 0), (Swap(), 1), (TO_ZERO, 2)])
def test_each_is_ticked_when_done_and_stays_so(panel, edit, ticked):
    panel.show_snapshot(after(edit))
    expected = ["✓" if place == ticked else str(place + 1) for place in range(3)]
    assert marks(panel) == expected
    panel.show_snapshot(state_of())
    assert marks(panel) == expected
    heard = [label.accessibleName() for label in panel.findChildren(QLabel) if label.text() == "✓"]
    assert heard == [f"Step {ticked + 1}, done"]


def test_nothing_is_ticked_during_a_drag(panel):
    panel.show_snapshot(after(previewed=TO_THE_LINE))
    assert panel.done == frozenset()


def test_the_end_leads_on(panel):
    before = words(panel)
    onward = panel.findChild(QToolButton, "tryOnward")
    places = [label.geometry() for label in panel.findChildren(QLabel) if label.text() in ("1", "2", "3")]
    assert not onward.isVisible()
    for edit in (Swap(), TO_ZERO, TO_THE_LINE):
        assert not panel.is_done
        panel.show_snapshot(after(edit))
    assert panel.is_done
    panel.show_snapshot(after(Swap()))
    assert words(panel) != before
    assert "All three done" in words(panel)
    assert onward.isVisible()
    assert [label.geometry() for label in panel.findChildren(QLabel) if label.text() == "✓"] == places  # nothing jumps
    assert panel.rect().contains(onward.mapTo(panel, onward.rect().bottomRight()))  # in a low window as well
    assert marks(panel) == ["✓"] * 3


def test_what_was_done_before_is_ticked(panel):
    panel.set_done(frozenset({0, 2}))
    assert marks(panel) == ["✓", "2", "✓"]


def test_other_examples_are_a_click_away(panel):
    button = panel.findChild(QPushButton)
    button.click()
    assert panel.heard.take() == [("examples_requested", button)]

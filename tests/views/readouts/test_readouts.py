"""The three numbers. Oracle: *weather*: 1.75, 2.375 and 0.625 bits; ×ln 2: 1.2130, 1.6462, 0.4332 nats."""

from dataclasses import replace

import pytest
from extreme_states import comparisons
from pointing import Said
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent, QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QToolButton
from states import WEATHER, comparison_of, pair, state_of

from klscope.model.edits import Swap
from klscope.model.pins import NO_PINS
from klscope.theory.units import Unit
from klscope.views.readouts.readouts import ReadoutsPanel
from klscope.views.widgets.live_label import LiveLabel

NAMES = ("entropyReadout", "crossEntropyReadout", "divergenceReadout")


@pytest.fixture
def panel(show):
    return show(ReadoutsPanel(), 440, 160)


def texts(panel):
    return [panel.findChild(QLabel, name).text() for name in NAMES]


@pytest.mark.parametrize(
    ("unit", "written"),
    [
        (Unit.BIT, ["1.7500", "2.3750", "0.6250"]),
        (Unit.NAT, ["1.2130", "1.6462", "0.4332"]),
        (Unit.HARTLEY, ["0.5268", "0.7149", "0.1881"]),
    ],
)
def test_numbers_and_their_unit(panel, unit, written):
    panel.show_snapshot(state_of(unit=unit))
    assert texts(panel) == written
    assert [button.text() for button in panel.findChildren(QToolButton)] == [f"{unit.label} ▼"] * 3


def test_infinity_and_zero(panel):
    panel.show_snapshot(pair([1, 1], [1, 0]))
    assert texts(panel) == ["1.0000", "∞", "∞"]
    panel.show_snapshot(pair([1, 0], [1, 0]))
    assert texts(panel) == ["0.0000"] * 3


def test_they_are_called_what_they_are(panel):
    written = [label.text() for label in panel.findChildren(QLabel)]
    for words in (
        *("H(P)", "average surprise, knowing P", "H(P,Q)", "average surprise, believing Q"),
        *("KL(P‖Q)", "extra cost of believing Q"),
    ):
        assert written.count(words) == 1
    assert [panel.findChild(QLabel, name).accessibleName() for name in NAMES] == ["H(P)", "H(P,Q)", "KL(P‖Q)"]
    assert all(button.accessibleName().startswith("Unit of") for button in panel.findChildren(QToolButton))


def test_a_tooltip_has_all_digits(panel):
    panel.show_snapshot(pair([1, 2], [1, 1]))
    # log₂ 3 − ⅔ = 0.91829583405448956; doubles may differ in the last digit
    tip = panel.findChild(QLabel, NAMES[0]).toolTip()
    assert float(tip.removesuffix(" bits")) == pytest.approx(0.91829583405448951, rel=1e-15)
    assert len(tip) >= 18 + len("bits")


def test_the_digits_follow_where_the_four_that_are_shown_stay(panel):
    panel.show_snapshot(state_of())
    label = panel.findChild(QLabel, NAMES[2])
    panel.show_snapshot(pair([4, 2, 1, 1], [1 + 1e-6, 4, 2, 1]))
    assert label.text() == "0.6250"
    # −½·log₂(1 + 1e-6) + log₂(1 + 1e-6/8) = −(½ − ⅛)·1e-6·log₂ e = −5.41e-7
    assert float(label.toolTip().removesuffix(" bits")) - 0.625 == pytest.approx(-5.41e-7, abs=1e-9)


def test_what_is_heard_follows_the_number(panel):
    panel.show_snapshot(state_of())
    panel.show_snapshot(pair([1, 1], [1, 3]))
    heard = [panel.findChild(QLabel, name).accessibleDescription() for name in NAMES]
    assert heard == [f"{text} bits" for text in texts(panel)]


def test_no_number_moves_another(panel):
    places = set()
    for snapshot in (state_of(), pair([1, 1], [1, 0]), pair([1, 1e-300], [1e-300, 1]), state_of(unit=Unit.HARTLEY)):
        panel.show_snapshot(snapshot)
        places.add(tuple(panel.findChild(QLabel, name).geometry().getRect() for name in NAMES))
        for name in NAMES:
            label = panel.findChild(QLabel, name)
            assert QFontMetrics(label.font()).horizontalAdvance(label.text()) <= label.width()
    assert len(places) == 1


def test_a_unit_is_clicked_and_a_number_is_copied(panel):
    heard = Said(panel, "unit_menu_requested", "copy_requested")
    button = panel.findChildren(QToolButton)[1]
    button.click()
    assert heard.take() == [("unit_menu_requested", button)]
    for name, asked in zip(NAMES, ("entropy", "cross_entropy", "kl_divergence"), strict=True):
        QTest.keyClick(panel.findChild(QLabel, name), Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
        assert heard.take() == [("copy_requested", asked)]


# beside a pin: *weather* has H(P) 1.75, H(P,Q) 2.375, KL 0.625 bits; swapped 1.75, 2.25, 0.5


def pinned(now, then, name="A", **view):
    return replace(state_of(now, **view), pins=NO_PINS.add(then, name))


def differences(panel):
    return [panel.findChild(QLabel, name.replace("Readout", "Difference")).text() for name in NAMES]


def test_the_difference_to_a_pin_stands_beside_each_number_and_moves_none(panel):
    panel.show_snapshot(state_of())
    assert differences(panel) == [""] * 3
    height = panel.sizeHint().height()
    places = [panel.findChild(QLabel, name).geometry() for name in NAMES]
    panel.show_snapshot(pinned(Swap().apply(WEATHER), WEATHER))
    assert texts(panel) == ["1.7500", "2.2500", "0.5000"]
    assert differences(panel) == ["same as A", "−0.125 vs A", "−0.125 vs A"]
    assert [panel.findChild(QLabel, name).geometry() for name in NAMES] == places
    assert panel.sizeHint().height() == height
    assert panel.findChild(QLabel, "divergenceReadout").accessibleDescription() == "0.5000 bits, −0.125 vs A"
    assert "bits less than in pin A." in panel.findChild(QLabel, "divergenceDifference").toolTip()
    panel.show_snapshot(pinned(Swap().apply(WEATHER), WEATHER, unit=Unit.NAT))
    assert differences(panel)[2] == "−0.087 vs A"  # ⅛·ln 2
    panel.show_snapshot(state_of(Swap().apply(WEATHER)))
    assert differences(panel) == [""] * 3
    assert panel.findChild(QLabel, "divergenceReadout").accessibleDescription() == "0.5000 bits"


def test_a_difference_with_infinity_says_which_way(panel):
    infinite = comparison_of([4, 2, 1, 1], [1, 4, 3, 0])
    panel.show_snapshot(pinned(infinite, WEATHER))
    assert differences(panel) == ["same as A", "+∞ vs A", "+∞ vs A"]
    panel.show_snapshot(pinned(WEATHER, infinite))
    assert differences(panel) == ["same as A", "−∞ vs A", "−∞ vs A"]
    panel.show_snapshot(pinned(infinite, infinite))
    assert differences(panel) == ["same as A", "both ∞, as in A", "both ∞, as in A"]


@pytest.mark.parametrize("name", ["A", "W"])
def test_a_difference_has_room_in_the_narrowest_column(show, name):
    panel = show(ReadoutsPanel(), 436, 160)
    infinite = comparison_of([4, 2, 1, 1], [1, 4, 3, 0])
    tiny, huge = comparison_of([1, 1], [1 + 1e-9, 1 - 1e-9]), comparison_of([1e-300, 1], [1, 1e-300])
    for now, then in ((infinite, infinite), (tiny, comparison_of([1, 1], [1, 1])), (huge, tiny), (tiny, huge)):
        panel.show_snapshot(pinned(now, then, name))
        for readout in NAMES:
            label = panel.findChild(LiveLabel, readout.replace("Readout", "Difference"))
            assert label.shown_line() == label.text() != ""


def test_a_long_name_is_cut_and_the_number_is_not(panel):
    panel.show_snapshot(pinned(Swap().apply(WEATHER), WEATHER, "before anything was dragged"))
    label = panel.findChild(LiveLabel, "divergenceDifference")
    assert label.shown_line().startswith("−0.125 vs")
    assert label.shown_line().endswith("…")
    assert "before anything was dragged" in label.toolTip()


def test_no_number_is_cut_at_the_ends_of_a_double(panel):
    """Measured by Qt: what is shown is the whole text, or of a difference at least its whole number."""
    states = comparisons(200)
    for place, (now, then) in enumerate(zip(states, states[1:] + states[:1], strict=True)):
        panel.show_snapshot(pinned(now, then, "a pin with a long name", unit=list(Unit)[place % 3]))
        for name in NAMES:
            number = panel.findChild(LiveLabel, name)
            assert number.shown_line() == number.text()
            difference = panel.findChild(LiveLabel, name.replace("Readout", "Difference"))
            first = difference.text().split(" ")[0]
            assert difference.shown_line().startswith(first)
            assert QFontMetrics(difference.font()).horizontalAdvance(difference.shown_line()) <= difference.width() + 1


def test_the_menu_of_a_number_copies_it_and_goes(panel, qtbot):
    label = panel.findChild(LiveLabel, "divergenceReadout")
    with qtbot.waitSignal(panel.copy_requested) as asked:
        place = label.rect().center()
        QApplication.sendEvent(
            label, QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, place, label.mapToGlobal(place))
        )
        menu = QApplication.activePopupWidget()
        [copy] = menu.actions()
        assert copy.text() == "Copy as Python"
        QTest.keyClick(menu, Qt.Key.Key_Down)
        QTest.keyClick(menu, Qt.Key.Key_Return)
    assert asked.args == ["kl_divergence"]
    qtbot.waitUntil(lambda: label.findChildren(QMenu) == [])

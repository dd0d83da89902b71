"""Pins in the whole window: pin, drag, compare, return, undo; names, ∞, other categories.

Oracle: mpmath for the differences; the weather's own numbers by head; pixels for the outlines.
"""

import mpmath
import numpy as np
import pytest
from hands import CONTROL
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMenu, QToolButton, QWidget

from klscope.model.comparison import Side
from klscope.model.edits import ReturnToPin
from klscope.theory.units import Unit
from klscope.views.export.picture import render_picture
from klscope.views.pins.pin_chips import PinChip
from klscope.views.words.numbers import signed

SPACE = Qt.Key.Key_Space


def measured(p, q):
    """Return H(P), H(P,Q) and KL in bits, by mpmath."""
    with mpmath.workdps(40):
        pairs = [(mpmath.mpf(one), mpmath.mpf(other)) for one, other in zip(p.tolist(), q.tolist(), strict=True)]
        entropy = mpmath.fsum(-one * mpmath.log(one, 2) for one, _ in pairs if one)
        cross = mpmath.fsum(-one * mpmath.log(other, 2) for one, other in pairs if one)
        return [entropy, cross, cross - entropy]


def chips(person):
    return [chip for chip in person.window.pin_chips.findChildren(PinChip) if chip.isVisible()]


def names(person):
    return [chip.text() for chip in chips(person)]


def differences(person):
    found = ("entropyDifference", "crossEntropyDifference", "divergenceDifference")
    return [person.window.findChild(QLabel, name).text() for name in found]


def pin(person):
    person.keys(Qt.Key.Key_D, modifiers=CONTROL, on=person.window)


def click(chip):
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton, pos=QPoint(8, 10))


def choose(person, chip, entry):
    """Choose an entry of a chip's menu, opened with the right button."""
    at = QPoint(8, 10)
    QApplication.sendEvent(chip, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, chip.mapToGlobal(at)))
    (menu,) = [one for one in QApplication.topLevelWidgets() if isinstance(one, QMenu) and one.isVisible()]
    person.choose(menu, entry)
    menu.close()


def test_the_button_pins_and_the_chip_appears_where_nothing_was(start) -> None:
    person = start()
    right = [card.geometry() for card in person.window.findChildren(QWidget, "card")]
    assert chips(person) == []
    assert differences(person) == [""] * 3
    (button,) = [one for one in person.window.findChildren(QToolButton) if one.text() == "Pin"]
    assert button.toolTip() == "Pin This State (Ctrl+D)"
    button.click()
    assert names(person) == ["A"]
    assert differences(person) == ["same as A"] * 3
    assert person.sentence.startswith("Pinned as A")
    assert [card.geometry() for card in person.window.findChildren(QWidget, "card")] == right
    assert person.steps == 0
    pin(person)
    assert names(person) == ["A", "B"]


def test_the_differences_follow_the_hand(start) -> None:
    person = start()
    pin(person)
    then = measured(person.p, person.q)
    top = person.q_chart.bar_top(0)
    person.on_q.press(top)
    for step in range(1, 8):
        person.on_q.move(top - QPoint(0, 5 * step))
        apart = [float(one - other) for one, other in zip(measured(person.p, person.q), then, strict=True)]
        assert differences(person) == ["same as A", f"{signed(apart[1])} vs A", f"{signed(apart[2])} vs A"]
    person.on_q.release()
    person.store.set_unit(Unit.NAT)
    nats = float((measured(person.p, person.q)[2] - then[2]) * mpmath.log(2))
    assert differences(person)[2] == f"{signed(nats)} vs A"
    person.do("undo")
    assert differences(person) == ["same as A"] * 3
    assert names(person) == ["A"]


def test_a_click_returns_and_is_undone_and_the_pin_stays(start) -> None:
    person = start()
    person.click_padlock(Side.P, 1)
    pin(person)
    pinned = person.state
    person.click_padlock(Side.P, 1)
    person.enter(Side.Q, 0, "0.7")
    person.enter(Side.P, 2, "0.3")
    moved = person.state
    click(chips(person)[0])
    assert person.state == pinned
    assert person.store.history.undoable.edit == ReturnToPin(person.store.snapshot.pins.all[0])
    assert person.command("undo").text() == "Undo Return to pin A"
    assert person.sentence.startswith("Back at pin A.")
    steps = person.steps
    click(chips(person)[0])
    assert person.steps == steps
    assert person.sentence.startswith("This is pin A")
    person.do("undo")
    assert person.state == moved
    person.do("redo")
    assert person.state == pinned
    person.do("reset")
    assert person.store.comparison.origin.name == "weather"
    assert names(person) == ["A"]


def test_what_is_said_of_a_comparison_ends_with_it(start) -> None:
    person = start()
    person.do("pin")
    assert person.sentence.startswith("Pinned as A: the numbers and the dotted outlines show")
    person.do("stop_comparing")
    assert person.sentence.startswith("sunny happens half the time.")


def test_two_pins_are_compared_with_in_turn(start) -> None:
    person = start()
    pin(person)
    person.do("swap")  # 1.75, 2.25, 0.5
    pin(person)
    assert differences(person) == ["same as B"] * 3
    first, second = chips(person)
    assert second.font().bold()
    assert not first.font().bold()
    choose(person, first, "Compare with It")
    assert differences(person) == ["same as A", "−0.125 vs A", "−0.125 vs A"]
    assert first.font().bold()
    assert not second.font().bold()
    choose(person, first, "Compare with It")
    assert differences(person) == [""] * 3
    assert names(person) == ["A", "B"]


def test_a_bad_name_is_refused_in_words_and_not_lost(start) -> None:
    person = start()
    pin(person)
    pin(person)
    choose(person, chips(person)[1], "Rename…")
    dialog = person.dialog
    assert dialog.windowTitle() == "Rename pin B"
    line = dialog.findChild(QLineEdit)
    for text, wrong in (("A", "There is a pin A already: choose another name."), (" ", "A pin needs a name.")):
        line.selectAll()
        person.keys(*text, on=line)
        person.keys(Qt.Key.Key_Return, on=line)
        assert dialog.isVisible()
        assert wrong in [label.text() for label in dialog.findChildren(QLabel)]
        assert line.text() == text
        assert names(person) == ["A", "B"]
    line.selectAll()
    person.keys(*"start", on=line)
    person.keys(Qt.Key.Key_Return, on=line)
    assert not dialog.isVisible()
    assert names(person) == ["A", "start"]
    assert differences(person)[0] == "same as start"
    assert person.steps == 0


def test_a_pin_is_removed_and_then_all(start) -> None:
    person = start()
    for _ in range(3):
        pin(person)
    choose(person, chips(person)[2], "Remove")
    assert names(person) == ["A", "B"]
    assert differences(person) == [""] * 3  # the compared one is gone
    assert person.sentence == "Pin C is removed."
    person.do("remove_pins")
    assert chips(person) == []
    assert not person.window.pin_chips.isVisible()
    assert not person.command("remove_pins").isEnabled()
    assert person.steps == 0


def test_all_of_it_is_in_the_menu(start) -> None:
    person = start()
    menu = person.window.menus.pins.menu
    assert not menu.isEnabled()
    person.do("pin")
    person.do("swap")
    person.do("pin")
    menu.aboutToShow.emit()
    of_first = menu.actions()[0].menu()
    person.choose(of_first, "Compare with It")
    assert differences(person)[2] == "−0.125 vs A"
    menu.aboutToShow.emit()
    person.choose(menu.actions()[0].menu(), "Return to Pin A")
    assert person.readouts() == ["1.7500", "2.3750", "0.6250"]
    person.choose(menu, "Compare with No Pin")
    assert differences(person) == [""] * 3
    menu.aboutToShow.emit()
    person.choose(menu.actions()[1].menu(), "Remove")
    person.choose(menu, "Remove All Pins")
    assert chips(person) == []


def test_the_keyboard_reaches_the_chips(start) -> None:
    person = start()
    pin(person)
    person.do("swap")
    pin(person)
    person.do("swap")
    widget, stops = person.q_chart, []
    for _ in range(400):
        widget = widget.nextInFocusChain()
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible() and not widget.focusProxy():
            stops.append(widget)
    first, second = chips(person)
    assert stops.index(second) == stops.index(first) + 1
    second.setFocus()
    person.keys(SPACE)
    assert person.readouts() == ["1.7500", "2.2500", "0.5000"]
    assert second.hasFocus()
    person.keys(Qt.Key.Key_Down)
    (menu,) = [one for one in QApplication.topLevelWidgets() if isinstance(one, QMenu) and one.isVisible()]
    menu.close()


def test_infinity_here_there_and_in_both(start) -> None:
    person = start()
    pin(person)
    person.enter(Side.Q, 3, "0")
    assert differences(person) == ["same as A", "+∞ vs A", "+∞ vs A"]
    pin(person)
    assert differences(person) == ["same as B", "both ∞, as in B", "both ∞, as in B"]
    person.do("undo")
    assert differences(person) == ["same as B", "−∞ vs B", "−∞ vs B"]


def test_the_outline_is_of_the_pin_and_only_where_the_categories_are_the_same(start) -> None:
    person = start()
    person.window.p_chart.setFocus()

    def pictures():
        return [chart.viewport().grab().toImage() for chart in (person.p_chart, person.q_chart)]

    plain = pictures()
    pin(person)
    outlined = pictures()
    assert all(one != other for one, other in zip(plain, outlined, strict=True))
    person.do("stop_comparing")
    assert pictures() == plain
    person.store.set_pins(person.store.snapshot.pins.compare(0))
    assert pictures() == outlined
    person.explorer.open_example("loaded-die")
    assert person.store.snapshot.outlined is None
    compared = pictures()
    person.do("stop_comparing")
    assert pictures() == compared
    person.store.set_pins(person.store.snapshot.pins.compare(0))
    apart = [float(one - other) for one, other in zip(measured(person.p, person.q), (1.75, 2.375, 0.625), strict=True)]
    assert differences(person) == [f"{signed(one)} vs A" for one in apart]
    click(chips(person)[0])
    assert person.labels == ("sunny", "cloudy", "rain", "snow")
    assert person.store.comparison.origin.name != "weather"


def test_pinning_under_the_hand_pins_what_is_seen_and_the_hand_goes_on(start) -> None:
    person = start()
    top = person.q_chart.bar_top(0)
    person.on_q.press(top)
    person.on_q.move(top - QPoint(0, 20))
    pin(person)
    seen = person.q.copy()
    person.on_q.move(top - QPoint(0, 30))
    assert person.store.in_gesture
    person.on_q.release()
    assert person.steps == 1
    assert np.array_equal(person.store.snapshot.pins.all[0].comparison.q.probabilities, seen)
    click(chips(person)[0])
    assert np.array_equal(person.q, seen)
    assert person.steps == 2


@pytest.mark.parametrize("size", [(1000, 640), (1440, 900)])
def test_many_pins_stand_beside_the_heading_and_on_nothing(start, size) -> None:
    person = start()
    person.window.resize(*size)
    for _ in range(26):
        pin(person)
    assert names(person)[-1] == "Z"
    assert len(names(person)) < 26
    pin(person)
    assert person.sentence == "There is room for 26 pins: remove one first."
    row = person.window.pin_chips
    assert person.window.identity_bar.rect().contains(row.geometry())
    shown = [child for child in row.children() if child.isVisible()]
    for place, child in enumerate(shown):
        assert row.rect().contains(child.geometry())
        assert not any(child.geometry().intersects(other.geometry()) for other in shown[place + 1 :])


def test_the_figure_shows_no_pins(start) -> None:
    person = start()
    picture = person.explorer.pictures
    before = picture._make(render_picture, picture.choice, person.store.snapshot)
    pin(person)
    assert picture._make(render_picture, picture.choice, person.store.snapshot) == before

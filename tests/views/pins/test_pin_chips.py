"""The row of pins. Oracle: which have room, by hand; a click, a key and the right button on what is shown."""

from itertools import pairwise

import pytest
from pointing import Said
from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QToolButton, QWidget
from states import WEATHER

from klscope.model.pins import NO_PINS
from klscope.views.commands.actions import Actions
from klscope.views.commands.pin_menus import PinMenus
from klscope.views.pins.pin_chips import GAP, HEIGHT, PinChip, PinChips, seen_places
from klscope.views.theme import LIGHT, style_sheet


@pytest.fixture
def chips(show):
    """Return a row 200 pixels wide, in the program's style."""
    parent = QObject()
    holder = show(QWidget(), 220, 40)
    holder.setStyleSheet(style_sheet(LIGHT))
    menus = PinMenus(holder, Actions(parent))
    made = PinChips(menus, holder)
    made.menus = menus
    made.setGeometry(10, 10, 200, HEIGHT)
    yield made
    parent.deleteLater()


def show_pins(chips, pins):
    chips.menus.show_pins(pins)
    chips.show_pins(pins)


def of(count, compared=None):
    pins = NO_PINS
    for _ in range(count):
        pins = pins.add(WEATHER)
    return pins.compare(compared)


def seen(chips):
    found = [chip for chip in chips.findChildren(PinChip) if chip.isVisible()]
    return sorted(found, key=lambda chip: chip.x())


def more(chips):
    (button,) = [chip for chip in chips.findChildren(QToolButton) if chip.property("more")]
    return button


def opened_menu():
    (menu,) = [one for one in QApplication.topLevelWidgets() if isinstance(one, QMenu) and one.isVisible()]
    return menu


@pytest.mark.parametrize(
    ("compared", "room", "places"),
    [
        (None, 3 * 40 + 2 * GAP, [0, 1, 2]),
        (None, 3 * 40 + 2 * GAP - 1, [1, 2]),  # 30 of it for the button of the others
        (None, 30 + 2 * (40 + GAP) - 1, [2]),
        (0, 30 + 2 * (40 + GAP) - 1, [0]),
        (0, 30 + 2 * (40 + GAP), [0, 2]),
        (1, 30 + 2 * (40 + GAP), [1, 2]),
        (1, 10, []),
    ],
)
def test_the_compared_one_and_then_the_newest_are_seen(compared, room, places):
    assert seen_places([40, 40, 40], compared, room, 30) == places


def test_nothing_is_there_without_a_pin(chips):
    assert not chips.isVisible()
    show_pins(chips, of(2))
    assert chips.isVisible()
    show_pins(chips, NO_PINS)
    assert not chips.isVisible()


def test_they_stand_in_order_at_the_right_and_apart(chips):
    show_pins(chips, of(3, compared=2))
    assert [chip.text() for chip in seen(chips)] == ["A", "B", "C"]
    boxes = [chip.geometry() for chip in seen(chips)]
    assert boxes[-1].right() == chips.width() - 1
    assert [right.left() - left.right() - 1 for left, right in pairwise(boxes)] == [GAP, GAP]
    assert all(box.height() == HEIGHT for box in boxes)
    assert not more(chips).isVisible()


def test_the_compared_one_is_marked_in_more_than_one_way(chips):
    show_pins(chips, of(2, compared=0))
    first, second = seen(chips)
    assert (first.property("compared"), second.property("compared")) == (True, False)
    assert (first.font().bold(), second.font().bold()) == (True, False)
    assert first.accessibleName() == "Pin A, compared with the present"
    assert second.accessibleName() == "Pin B"
    show_pins(chips, of(2, compared=1))
    assert [chip.font().bold() for chip in seen(chips)] == [False, True]


def test_what_has_no_room_stands_behind_one_button(chips):
    show_pins(chips, of(9, compared=0))
    texts = [chip.text() for chip in seen(chips)]
    assert texts[0] == "A"
    assert texts[-1] == "I"
    assert 2 <= len(texts) < 9
    assert more(chips).text() == f"{9 - len(texts)} more ▼"
    assert more(chips).accessibleName() == f"{9 - len(texts)} more pins"
    assert more(chips).menu() is chips.menus.menu
    assert more(chips).x() >= 0
    assert more(chips).geometry().right() < seen(chips)[0].x()
    chips.resize(600, HEIGHT)
    assert len(seen(chips)) == 9
    assert not more(chips).isVisible()


def test_a_long_name_is_cut_and_whole_for_those_who_hear_it(chips):
    name = "the state before anything was dragged & all"
    show_pins(chips, of(1).rename(0, name))
    (chip,) = seen(chips)
    assert chip.text().endswith("…")
    assert chip.width() <= 120
    assert chip.accessibleName() == f"Pin {name}"
    assert name in chip.toolTip()


def test_a_click_or_the_space_bar_returns(chips):
    heard = Said(chips, "return_chosen")
    show_pins(chips, of(3))
    _, second, third = seen(chips)
    QTest.mouseClick(second, Qt.MouseButton.LeftButton, pos=QPoint(8, 10))
    QTest.keyClick(third, Qt.Key.Key_Space)
    assert heard.take() == [("return_chosen", 1), ("return_chosen", 2)]


@pytest.mark.parametrize("way", ["right button", "menu key", "Down"])
def test_its_menu_opens_with_mouse_and_keys(chips, way):
    heard = Said(chips.menus, "remove_chosen")
    show_pins(chips, of(2))
    chip = seen(chips)[1]
    if way == "Down":
        QTest.keyClick(chip, Qt.Key.Key_Down)
    else:
        reasons = QContextMenuEvent.Reason
        reason = reasons.Mouse if way == "right button" else reasons.Keyboard
        QApplication.sendEvent(chip, QContextMenuEvent(reason, QPoint(5, 5), chip.mapToGlobal(QPoint(5, 5))))
    menu = opened_menu()
    entries = [action for action in menu.actions() if not action.isSeparator()]
    assert [action.text() for action in entries] == ["Return to Pin B", "Compare with It", "Rename…", "Remove"]
    entries[-1].trigger()
    menu.close()
    assert heard.take() == [("remove_chosen", 1)]


def test_the_focus_is_kept_over_a_change(chips):
    show_pins(chips, of(3))
    chips.window().activateWindow()
    first = seen(chips)[0]
    first.setFocus()
    show_pins(chips, of(3).remove(0))
    assert seen(chips)[0] is first
    assert first.text() == "B"

"""Edit ▸ Pins: what a person without a mouse does with pins. Oracle: the pins put in."""

import pytest
from pointing import Said
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu, QWidget
from states import WEATHER

from klscope.model.pins import NO_PINS
from klscope.views.commands.actions import Actions
from klscope.views.commands.pin_menus import PinMenus

PINS = NO_PINS.add(WEATHER).add(WEATHER, "R&D").add(WEATHER).compare(1)


@pytest.fixture
def menus(show):
    parent = QObject()
    holder = show(QWidget(), 100, 100)
    made = PinMenus(holder, Actions(parent))
    made.retranslate()
    yield made
    parent.deleteLater()


def texts(menu):
    return [action.text().replace("&&", "&") for action in menu.actions() if not action.isSeparator()]


def test_without_a_pin_it_cannot_be_opened(menus):
    menus.show_pins(NO_PINS)
    assert not menus.menu.isEnabled()
    menus.show_pins(PINS)
    assert menus.menu.isEnabled()
    assert menus.menu.title() == "&Pins"


def test_every_pin_has_a_menu_and_each_entry_says_which(menus):
    heard = Said(menus, "return_chosen", "compare_chosen", "rename_chosen", "remove_chosen")
    menus.show_pins(PINS)
    for _ in range(2):  # a second opening is no different
        menus.menu.aboutToShow.emit()
    assert texts(menus.menu) == ["A", "R&D", "B", "Compare with No Pin", "Remove All Pins"]
    for place in range(3):
        menu = menus.menu.actions()[place].menu()
        entries = [action for action in menu.actions() if not action.isSeparator()]
        assert texts(menu) == [f"Return to Pin {('A', 'R&D', 'B')[place]}", "Compare with It", "Rename…", "Remove"]
        assert entries[1].isChecked() == (place == 1)
        for entry in entries:
            entry.trigger()
        kinds = ("return_chosen", "compare_chosen", "rename_chosen", "remove_chosen")
        assert heard.take() == [(kind, place) for kind in kinds]


def test_a_menu_of_one_pin_is_filled_anew(menus):
    menus.show_pins(PINS)
    menu = QMenu(menus.parent())
    menus.fill(menu, 0)
    menus.show_pins(PINS.rename(0, "before"))
    menus.fill(menu, 0)
    assert texts(menu)[0] == "Return to Pin before"
    assert len(texts(menu)) == 4

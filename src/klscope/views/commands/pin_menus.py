"""Edit ▸ Pins, and the menu of one pin."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QMenu, QWidget

from klscope.model.pins import NO_PINS, Pins
from klscope.views.commands.actions import Actions
from klscope.views.words.names import short_name

translate = QCoreApplication.translate


class PinMenus(QObject):
    """The menu of pins, filled on opening.

    Signals
    -------
    return_chosen(int), compare_chosen(int), rename_chosen(int), remove_chosen(int)
        A command for the pin at this index was chosen; comparing is toggled.
    """

    return_chosen = Signal(int)
    compare_chosen = Signal(int)
    rename_chosen = Signal(int)
    remove_chosen = Signal(int)

    def __init__(self, parent: QWidget, actions: Actions) -> None:
        super().__init__(parent)
        self.menu = QMenu(parent)
        self._own = [actions["stop_comparing"], actions["remove_pins"]]
        self._pins = NO_PINS
        self._of_pins: list[QMenu] = []
        self._fill()
        self.menu.setEnabled(False)
        self.menu.aboutToShow.connect(self._fill)

    def show_pins(self, pins: Pins) -> None:
        """Store the pins for the menu, which is disabled without any."""
        if pins is self._pins:
            return
        self._pins = pins
        self.menu.setEnabled(bool(pins.all))

    def _fill(self) -> None:
        self.menu.clear()
        for menu in self._of_pins:
            menu.deleteLater()
        self._of_pins = []
        for place, pin in enumerate(self._pins.all):
            menu = self.menu.addMenu(short_name(pin.name).replace("&", "&&"))
            self._of_pins.append(menu)
            self.fill(menu, place)
        self.menu.addSeparator()
        self.menu.addActions(self._own)

    def fill(self, menu: QMenu, place: int) -> None:
        menu.clear()
        name = short_name(self._pins.all[place].name).replace("&", "&&")
        menu.addAction(translate("Pins", "Return to Pin {name}").format(name=name)).triggered.connect(
            lambda: self.return_chosen.emit(place)
        )
        compare = menu.addAction(translate("Pins", "Compare with It"))
        compare.setCheckable(True)
        compare.setChecked(place == self._pins.compared)
        compare.triggered.connect(lambda: self.compare_chosen.emit(place))
        menu.addSeparator()
        menu.addAction(translate("Pins", "Rename…")).triggered.connect(lambda: self.rename_chosen.emit(place))
        menu.addAction(translate("Pins", "Remove")).triggered.connect(lambda: self.remove_chosen.emit(place))

    def retranslate(self) -> None:
        """Set the texts of the menu itself; those of pins are set on opening."""
        self.menu.setTitle(translate("Pins", "&Pins"))

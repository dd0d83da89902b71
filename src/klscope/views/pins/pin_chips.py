"""The row of pin buttons: a click returns to a pin, and a menu has further commands."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from klscope.model.pins import NO_PINS, Pin, Pins
from klscope.views.commands.pin_menus import PinMenus
from klscope.views.fonts import font
from klscope.views.magnification import adopt, pixels, set_font_size
from klscope.views.widgets.highlight import restyle

translate = QCoreApplication.translate
HEIGHT, GAP, LONGEST_NAME = 20, 4, 84


class Chip(QToolButton):
    """A button of the row, with a menu that opens by its arrow, the right button, the menu key or Down."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("chip", True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        set_font_size(self, 12)

    def open_menu(self) -> None:
        menu = self.menu()
        if menu is not None:
            menu.popup(self.mapToGlobal(QPoint(0, self.height())))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: ARG002
        self.open_menu()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self.open_menu()
        else:
            super().keyPressEvent(event)


class PinChip(Chip):
    """The button of the pin at an index; that of the compared pin is bold with a dotted frame, as its outline is."""

    def __init__(self, menus: PinMenus, place: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        menu = QMenu(self)
        menu.aboutToShow.connect(lambda: menus.fill(menu, place))
        self.setMenu(menu)

    def show_pin(self, pin: Pin, compared: bool) -> None:
        set_font_size(self, 12, bold=compared)
        name = QFontMetrics(font(12, bold=compared)).elidedText(pin.name, Qt.TextElideMode.ElideRight, LONGEST_NAME)
        self.setText(name.replace("&", "&&"))
        words = (
            translate("Pins", "Pin {name}, compared with the present") if compared else translate("Pins", "Pin {name}")
        )
        self.setAccessibleName(words.format(name=pin.name))
        self.setToolTip(
            translate("Pins", "Click: return to pin {name}. Its menu: compare, rename, remove").format(name=pin.name)
        )
        restyle(self, "compared", compared)


def seen_places(widths: Sequence[int], compared: int | None, room: int, more: int, gap: int = GAP) -> list[int]:
    """Return the indices of the visible chips, in order: the compared one, and the newest that fit.

    ``more`` is the width of the button for hidden pins, ``gap`` the spacing between chips.
    """
    if sum(widths) + gap * (len(widths) - 1) <= room:
        return list(range(len(widths)))
    seen, left = [], room - more
    newest_first = sorted(range(len(widths)), key=lambda place: (place != compared, -place))
    for place in newest_first:
        left -= widths[place] + gap
        if left < 0:
            break
        seen.append(place)
    return sorted(seen)


class PinChips(QWidget):
    """The row of chips, aligned right, with one more button for hidden ones.

    ``return_chosen`` is emitted with the index of a clicked pin.
    """

    return_chosen = Signal(int)

    def __init__(self, menus: PinMenus, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pinChips")
        self._menus = menus
        self._pins = NO_PINS
        self._chips: list[PinChip] = []
        self._more = Chip(self)
        self._more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._more.setMenu(menus.menu)
        self._more.setProperty("more", True)
        self.hide()

    def show_pins(self, pins: Pins) -> None:
        if pins is self._pins:
            return
        self._pins = pins
        while len(self._chips) > len(pins.all):
            chip = self._chips.pop()
            chip.hide()
            chip.deleteLater()
        while len(self._chips) < len(pins.all):
            self._chips.append(self._new_chip(len(self._chips)))
        for place, (chip, pin) in enumerate(zip(self._chips, pins.all, strict=True)):
            chip.show_pin(pin, place == pins.compared)
        self.setVisible(bool(pins.all))
        self._lay_out()

    def _new_chip(self, place: int) -> PinChip:
        chip = PinChip(self._menus, place, self)
        adopt(chip)
        chip.clicked.connect(lambda: self.return_chosen.emit(place))
        QWidget.setTabOrder(self._chips[-1] if self._chips else self._more, chip)
        return chip

    def retranslate(self) -> None:
        pins, self._pins = self._pins, NO_PINS
        self.show_pins(pins)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def _lay_out(self) -> None:
        widths, gap, height = [chip.sizeHint().width() for chip in self._chips], pixels(GAP), pixels(HEIGHT)
        self._more.setText(translate("Pins", "{count} more ▼").format(count=len(self._chips)))
        more = self._more.sizeHint().width()
        seen = seen_places(widths, self._pins.compared, self.width(), more, gap)
        hidden = len(self._chips) - len(seen)
        self._more.setText(translate("Pins", "{count} more ▼").format(count=hidden))
        self._more.setAccessibleName(translate("Pins", "{count} more pins").format(count=hidden))
        left = self.width() - sum(widths[place] for place in seen) - gap * (len(seen) - 1)
        if hidden:
            left -= more + gap
            self._more.setGeometry(left, 0, more, height)
            left += more + gap
        self._more.setVisible(hidden > 0)
        for place, chip in enumerate(self._chips):
            chip.setVisible(place in seen)
            if place in seen:
                chip.setGeometry(left, 0, widths[place], height)
                left += widths[place] + gap

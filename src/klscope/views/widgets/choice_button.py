"""A button that shows the chosen value and has a menu of all values."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from klscope.views.widgets.steady_button import SteadyButton, text_width


class ChoiceButton(SteadyButton):
    """A choice among several named values, with constant width.

    Signals
    -------
    chosen(object)
        A value was chosen in the menu.
    """

    chosen = Signal(object)

    def __init__(self, values: Sequence[object], parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        menu = QMenu(self)
        self._group = QActionGroup(menu)
        self._meaning = ""
        self._short_names: tuple[str, ...] = ("",) * len(values)
        self._narrow = False
        for value in values:
            action = self._group.addAction("")
            action.setCheckable(True)
            action.setData(value)
            menu.addAction(action)
        self.setMenu(menu)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._group.triggered.connect(lambda action: self.chosen.emit(action.data()))

    def set_words(self, meaning: str, names: Sequence[str], short_names: Sequence[str]) -> None:
        """Set the label of the choice, and the names of the values, long for the menu and short for narrow rows."""
        self._meaning, self._short_names = meaning, tuple(short_names)
        for action, name in zip(self._group.actions(), names, strict=True):
            action.setText(name)
        self._name()

    def show_value(self, value: object) -> None:
        for action in self._group.actions():
            action.setChecked(action.data() == value)
        self._name()

    def set_narrow(self, narrow: bool) -> None:
        self._narrow = narrow
        self._name()

    def width_with(self, short: bool) -> int:
        bare = self.sizeHint().width() - self._text_width(self._narrow)
        return bare + self._text_width(short)

    def _text_width(self, narrow: bool) -> int:
        return max(text_width(self, text) for text in self._texts_of(narrow))

    def _texts_of(self, narrow: bool) -> list[str]:
        names = self._short_names if narrow else [action.text() for action in self._group.actions()]
        return [f"{name} ▼" for name in names]

    def _name(self) -> None:
        texts = self._texts_of(self._narrow)
        self.set_texts(*texts)
        name = text = ""
        for action, one in zip(self._group.actions(), texts, strict=True):
            if action.isChecked():
                name, text = action.text(), one
        if text != self.text():
            self.setText(text)
        self.setAccessibleName(f"{self._meaning}: {name}")

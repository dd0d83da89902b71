"""A button that shows what is chosen, with a menu of what can be."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from klscope.views.magnification import set_letters


class ChoiceButton(QToolButton):
    """One of several values, by their names.

    Signals
    -------
    chosen(object)
        A value was chosen in the menu.
    """

    chosen = Signal(object)

    def __init__(self, values: Sequence[object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
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
        set_letters(self, 12)
        self.setProperty("small", True)
        self._group.triggered.connect(lambda action: self.chosen.emit(action.data()))

    def set_words(self, meaning: str, names: Sequence[str], short_names: Sequence[str]) -> None:
        """Name what is chosen here, and the values in their order: in the menu, and where there is little room."""
        self._meaning, self._short_names = meaning, tuple(short_names)
        for action, name in zip(self._group.actions(), names, strict=True):
            action.setText(name)
        self._name()

    def show_value(self, value: object) -> None:
        """Show which value is chosen."""
        for action in self._group.actions():
            action.setChecked(action.data() == value)
        self._name()

    def set_narrow(self, narrow: bool) -> None:
        """Take less room, or more."""
        self._narrow = narrow
        self._name()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the size that has room for any of the names: it keeps its width whatever is chosen."""
        hint, letters = super().sizeHint(), self.fontMetrics()
        names = self._short_names if self._narrow else [action.text() for action in self._group.actions()]
        widest = max((letters.horizontalAdvance(f"{name} ▼") for name in names), default=0)
        return QSize(hint.width() + max(0, widest - letters.horizontalAdvance(self.text())), hint.height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return the same size: a name is not cut."""
        return self.sizeHint()

    def _name(self) -> None:
        name = short_name = ""
        for action, short in zip(self._group.actions(), self._short_names, strict=True):
            if action.isChecked():
                name, short_name = action.text(), short
        text = f"{short_name if self._narrow else name} ▼"
        if text != self.text():
            self.setText(text)
        self.setAccessibleName(f"{self._meaning}: {name}")

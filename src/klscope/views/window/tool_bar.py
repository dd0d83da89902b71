"""The tool bar below the menus."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtWidgets import QFrame, QMenu, QSizePolicy, QToolButton

from klscope.views.commands.actions import Actions
from klscope.views.icons import icon
from klscope.views.magnification import set_font_size
from klscope.views.theme import Theme
from klscope.views.widgets.highlight import set_highlighted
from klscope.views.widgets.parts import row_in

translate = QCoreApplication.translate
ICONS = {"undo": "undo", "redo": "redo", "export_image": "export"}


class ToolBar(QFrame):
    """The most used commands, as buttons."""

    def __init__(self, actions: Actions, examples: QMenu) -> None:
        super().__init__()
        self.setObjectName("toolBar")
        self._actions = actions
        self._buttons: dict[str, QToolButton] = {}
        self._row = row_in(self, 6, (12, 6, 12, 6))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._add("undo")
        self._add("redo")
        self._row.addSpacing(8)
        self._example_button = QToolButton()
        set_font_size(self._example_button, 13)
        self._example_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._example_button.setMenu(examples)
        self._example_button.setMinimumWidth(150)
        self._row.addWidget(self._example_button)
        self._row.addSpacing(8)
        for name in ("copy_p_to_q", "swap", "reset", "pin"):
            self._add(name)
        self._row.addStretch(1)
        self._add("export_image")

    def sizeHint(self) -> QSize:
        """Return a constant height, so that the window does not move."""
        return QSize(super().sizeHint().width(), self.minimumSizeHint().height())

    def _add(self, name: str) -> None:
        button = QToolButton()
        set_font_size(button, 13)
        button.setProperty("iconOnly", name in ICONS)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        action = self._actions[name]
        button.clicked.connect(action.trigger)
        action.changed.connect(lambda: self._follow(button, name))
        self._buttons[name] = button
        self._row.addWidget(button)

    def button(self, name: str) -> QToolButton:
        return self._buttons[name]

    def highlight(self, names: frozenset[str]) -> None:
        for name, button in self._buttons.items():
            set_highlighted(button, name in names)

    def _follow(self, button: QToolButton, name: str) -> None:
        action = self._actions[name]
        button.setEnabled(action.isEnabled())
        keys = action.shortcut().toString()
        words = action.text().replace("&&", "&").rstrip("…")
        button.setToolTip(f"{words} ({keys})" if keys else words)
        button.setAccessibleName(words)

    def retranslate(self) -> None:
        self._buttons["copy_p_to_q"].setText("Q ← P")
        self._buttons["swap"].setText("P ↔ Q")
        self._buttons["reset"].setText(translate("MainWindow", "Reset"))
        self._buttons["pin"].setText(translate("MainWindow", "Pin"))
        for name, button in self._buttons.items():
            self._follow(button, name)

    def set_theme(self, theme: Theme) -> None:
        for name, drawing in ICONS.items():
            self._buttons[name].setIcon(icon(drawing, theme.ink, theme.baseline))

    def show_example(self, name: str) -> None:
        text = (
            translate("MainWindow", "Example: {name} ▼").format(name=name)
            if name
            else translate("MainWindow", "Examples ▼")
        )
        if text != self._example_button.text():
            self._example_button.setText(text)

"""The buttons of a step: commands to use, and a tab to open."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from klscope.lessons.lesson import CommandTarget, Step, Tab
from klscope.model.commands import command
from klscope.views.magnification import pixels
from klscope.views.widgets.highlight import set_highlighted
from klscope.views.widgets.parts import column_in, row_in, small_button
from klscope.views.words import command_words

translate = QCoreApplication.translate
MOST_WIDTH = 400
"""The largest width of a row of buttons, that of the narrowest pane, in pixels."""
GAP = 6


def tab_name(tab: Tab) -> str:
    """Return the text of a tab."""
    match tab:
        case Tab.FORMULA:
            return translate("MainWindow", "Formula")
        case Tab.TABLE:
            return translate("MainWindow", "Table")
        case Tab.MEASURES:
            return translate("MainWindow", "More measures")
        case Tab.LANDSCAPE:
            return translate("MainWindow", "Landscape")


def button_words(target: CommandTarget) -> str:
    """Return what the button of a command says, for the side that the step names."""
    side = "" if target.side is None else target.side.value
    return command_words.button(command(target.action)).format(side=side)


class LessonTools(QWidget):
    """The buttons of a step, in rows; hidden if there are none.

    Signals
    -------
    command_given(CommandTarget)
        The user clicked a command.
    tab_wanted(Tab)
        The user clicked a tab.
    """

    command_given = Signal(object)
    tab_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = column_in(self, GAP, (0, 2, 0, 2))
        self._offered: tuple[CommandTarget | Tab, ...] = ()
        self._lines: list[QWidget] = []
        self._buttons: list[QToolButton] = []
        self._disabled: frozenset[str] = frozenset()
        self._highlighted: frozenset[str] = frozenset()
        self.hide()

    def show_step(self, step: Step) -> None:
        commands = tuple(dict.fromkeys(one for one in step.glow if isinstance(one, CommandTarget)))
        offered = (*commands, *(() if step.tab is None else (step.tab,)))
        if offered != self._offered:
            self._offered = offered
            self._build()

    def retranslate(self) -> None:
        self._build()

    def enable(self, name: str, on: bool) -> None:
        self._disabled = self._disabled - {name} if on else self._disabled | {name}
        for button, one in zip(self._buttons, self._offered, strict=True):
            if isinstance(one, CommandTarget) and one.action == name:
                button.setEnabled(on)

    def highlight(self, names: frozenset[str]) -> None:
        self._highlighted = names
        for button, one in zip(self._buttons, self._offered, strict=True):
            set_highlighted(button, isinstance(one, CommandTarget) and one.action in names)

    def _build(self) -> None:
        for line in self._lines:
            line.hide()
            line.deleteLater()
        self._lines = []
        self._buttons = [self._button(one) for one in self._offered]
        self.highlight(self._highlighted)
        row, room = None, 0
        for button in self._buttons:
            width = button.sizeHint().width()
            if row is None or width > room:
                row, room = self._row(), pixels(MOST_WIDTH)
            row.addWidget(button)
            button.show()
            room -= width + GAP
        self.setVisible(bool(self._offered))

    def _row(self) -> QHBoxLayout:
        """Return a new row in a widget, so that Qt deletes the buttons with it."""
        line = QWidget(self)
        row = row_in(line, GAP)
        row.setAlignment(Qt.AlignmentFlag.AlignLeft)
        self._rows.addWidget(line)
        line.show()
        self._lines.append(line)
        return row

    def _button(self, one: CommandTarget | Tab) -> QToolButton:
        button = small_button("lessonTab" if isinstance(one, Tab) else f"lessonCommand_{one.action}", 13)
        button.setParent(self)
        if isinstance(one, Tab):
            button.setText(translate("Lessons", "See it: {tab} →").format(tab=tab_name(one)))
            button.setToolTip(translate("Lessons", "Opens the tab; {keys} comes back here").format(keys="Ctrl+L"))
            button.clicked.connect(partial(self.tab_wanted.emit, one))
        else:
            button.setText(button_words(one))
            button.setEnabled(one.action not in self._disabled)
            button.clicked.connect(partial(self.command_given.emit, one))
        return button

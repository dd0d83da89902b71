"""The steps of a lesson as small buttons, to see the ticks and to jump to a step."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QGridLayout, QToolButton, QWidget

from klscope.lessons.current_step import CurrentStep
from klscope.lessons.lesson import StepKind
from klscope.views.magnification import adopt
from klscope.views.widgets.parts import small_button

translate = QCoreApplication.translate
BUTTON_WIDTH = 42
IN_A_ROW = 7
"""The number of buttons that fit beside the leave button in the narrowest window."""


def kind_name(kind: StepKind) -> str:
    """Return the name of a kind of step."""
    names = {
        StepKind.PREDICT: translate("Lessons", "Predict"),
        StepKind.DO: translate("Lessons", "Do"),
        StepKind.WHY: translate("Lessons", "Why"),
        StepKind.CAREFUL: translate("Lessons", "Careful"),
    }
    return names[kind]


class StepDots(QWidget):
    """A button for each step.

    Signals
    -------
    chosen(int)
        The user chose this step, from 0.
    """

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = QGridLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(4)
        self.buttons: list[QToolButton] = []

    def _make(self, place: int) -> QToolButton:
        button = small_button(f"lessonStep{place + 1}")
        button.setCheckable(True)
        button.setFixedWidth(BUTTON_WIDTH)
        adopt(button)
        button.clicked.connect(lambda: self._choose(place))
        self._rows.addWidget(button, place // IN_A_ROW, place % IN_A_ROW)
        return button

    def _choose(self, place: int) -> None:
        self.buttons[place].setChecked(True)  # a click on the current one would uncheck it
        self.chosen.emit(place)

    def show_step(self, current: CurrentStep) -> None:
        steps = current.lesson.steps
        while len(self.buttons) < len(steps):
            self.buttons.append(self._make(len(self.buttons)))
        for place, button in enumerate(self.buttons):
            button.setVisible(place < len(steps))
            if place >= len(steps):
                continue
            ticked = place in current.ticks
            button.setChecked(place == current.index)
            button.setText(f"{place + 1}✓" if ticked else str(place + 1))
            pattern = (
                translate("Lessons", "Step {number} of {count}, done: {kind}")
                if ticked
                else translate("Lessons", "Step {number} of {count}: {kind}")
            )
            if current.lesson.challenging:
                pattern = (
                    translate("Lessons", "Challenge {number} of {count}, solved: {kind}")
                    if ticked
                    else translate("Lessons", "Challenge {number} of {count}: {kind}")
                )
            kind = steps[place].title if current.lesson.challenging else kind_name(steps[place].kind)
            words = pattern.format(number=place + 1, count=len(steps), kind=kind)
            button.setAccessibleName(words)
            button.setToolTip(words)

"""What is marked in the window while a step of a lesson is on: rings round what is to be used."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QAbstractButton

from klscope.connections.parts import Parts
from klscope.lessons.lesson import BarTarget, CommandTarget, ControlTarget
from klscope.lessons.standing import Standing
from klscope.model.comparison import Side
from klscope.model.view_state import TermsMode
from klscope.views.charts.glow import set_glow
from klscope.views.charts.loss_picture import LossPicture
from klscope.views.panels.lesson_tools import LessonTools
from klscope.views.ringed import set_ringed

BUTTONS = {
    "objective": "trainObjective",
    "family": "trainFamily",
    "play": "trainPlay",
    "draw 1000": "draw1000",
    "run": "runSamples",
}
"""The buttons of views, by the names that lessons have for them."""
MARKER = "marker"


class LessonMarks(QObject):
    """Rings, until what they are round has been used."""

    def __init__(self, parts: Parts, tools: LessonTools) -> None:
        super().__init__(parts.window)
        self._window, self._tools = parts.window, tools

    def show(self, standing: Standing | None) -> None:
        """Mark what a step asks to be used, as long as its goal was not met; None: nothing any more."""
        targets = () if standing is None or standing.met else standing.step.glow
        for side in Side:
            labels = tuple(one.label for one in targets if isinstance(one, BarTarget) and one.side is side)
            set_glow(self._window.chart(side), labels)
        commands = frozenset(one.action for one in targets if isinstance(one, CommandTarget))
        self._window.tools.glow(commands)
        self._tools.glow(commands)
        self._window.terms_card.head.glow("adjusted" in commands)
        self._ring_controls(frozenset(one.name for one in targets if isinstance(one, ControlTarget)))

    def _ring_controls(self, names: frozenset[str]) -> None:
        card = self._window.terms_card
        for name, button in BUTTONS.items():
            found = card.findChild(QAbstractButton, button)
            if found is not None:  # its view was made
                set_ringed(found, name in names)
        curves = card.made_view(TermsMode.LOSS_CURVES)
        if isinstance(curves, LossPicture):
            curves.glow(MARKER in names)

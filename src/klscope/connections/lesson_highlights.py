"""What is marked in the window while a step of a lesson is on: rings round what is to be used, and nothing else."""

from __future__ import annotations

from PySide6.QtCore import QObject

from klscope.connections.context import Context
from klscope.lessons.current_step import CurrentStep
from klscope.lessons.lesson import BarTarget, CommandTarget, ControlTarget
from klscope.model.comparison import Side
from klscope.model.snapshot import Snapshot
from klscope.views.lessons.lesson_tools import LessonTools


class LessonHighlights(QObject):
    """Rings, until what they are round has been used; and what is selected, once that means something."""

    def __init__(self, context: Context, tools: LessonTools) -> None:
        super().__init__(context.window)
        self._store, self._window, self._tools = context.store, context.window, tools
        self._step: object = None
        self._selected: object = None
        self._at_rest = False
        for side in Side:
            self._window.chart(side).activated.connect(self._wake)
        context.store.changed.connect(self._follow)

    def show(self, current: CurrentStep | None) -> None:
        """Mark what a step asks to be used, as long as its goal was not met; None: nothing any more."""
        targets = () if current is None or current.met else current.step.glow
        for side in Side:
            labels = tuple(one.label for one in targets if isinstance(one, BarTarget) and one.side is side)
            self._window.chart(side).highlight(labels)
        commands = frozenset(one.action for one in targets if isinstance(one, CommandTarget))
        self._window.tools.highlight(commands)
        self._tools.highlight(commands)
        self._window.terms_card.head.highlight("adjusted" in commands)
        self._window.terms_card.highlight(frozenset(one.name for one in targets if isinstance(one, ControlTarget)))
        begun = None if current is None else (current.begun, current.step)
        if begun != self._step:
            self._step = begun
            drags = current is None or any(isinstance(one, BarTarget) for one in current.step.glow)
            self._rest(not drags)

    def _rest(self, on: bool) -> None:
        """Leave what is selected unmarked: it looks like what is to be dragged, where nothing is."""
        self._at_rest = on
        view = self._store.view
        self._selected = view.selected, view.active
        for side in Side:
            self._window.chart(side).rest(on)

    def _follow(self, snapshot: Snapshot) -> None:
        if self._at_rest and (snapshot.view.selected, snapshot.view.active) != self._selected:
            self._rest(on=False)

    def _wake(self) -> None:
        """Mark what is selected: a hand or a key has come to the bars."""
        if self._at_rest:
            self._rest(on=False)

"""Highlights of the controls that a step of a lesson asks to use."""

from __future__ import annotations

from PySide6.QtCore import QObject

from klscope.connections.context import Context
from klscope.lessons.current_step import CurrentStep
from klscope.lessons.lesson import BarTarget, CommandTarget, ControlTarget
from klscope.model.comparison import Side
from klscope.model.snapshot import Snapshot
from klscope.views.lessons.lesson_tools import LessonTools


class LessonHighlights(QObject):
    """Highlights the targets of a step until its goal is met, and hides the selection until it is needed."""

    def __init__(self, context: Context, tools: LessonTools) -> None:
        super().__init__(context.window)
        self._store, self._window, self._tools = context.store, context.window, tools
        self._step: object = None
        self._selected: object = None
        self._at_rest = False
        for side in Side:
            self._window.chart(side).activated.connect(self._show_selection)
        context.store.changed.connect(self._follow)

    def show(self, current: CurrentStep | None) -> None:
        """Highlight the targets of a step while its goal is not met; None for nothing."""
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
            self._hide_selection(not drags)

    def _hide_selection(self, on: bool) -> None:
        """Hide the marks of the selection, which look like a bar to drag."""
        self._at_rest = on
        view = self._store.view
        self._selected = view.selected, view.active
        for side in Side:
            self._window.chart(side).rest(on)

    def _follow(self, snapshot: Snapshot) -> None:
        if self._at_rest and (snapshot.view.selected, snapshot.view.active) != self._selected:
            self._hide_selection(on=False)

    def _show_selection(self) -> None:
        """Show the marks of the selection, after input in a chart."""
        if self._at_rest:
            self._hide_selection(on=False)

"""The controller of training: single steps or continuous play, as one undo step per run."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

from klscope.controllers.editor import Editor
from klscope.controllers.pace import Pace
from klscope.model.comparison import Side
from klscope.model.snapshot import Snapshot
from klscope.model.training_edits import RestartTraining, Train
from klscope.model.training_rest import LOOK_AHEAD, steps_until_seen
from klscope.model.training_run import MOST_STEPS, TrainingRun
from klscope.model.views import ViewMode
from klscope.theory.distribution import Distribution
from klscope.theory.editing import EditRefusedError

MILLISECONDS = 16
MOST_AT_ONCE = 20
"""The most steps in one tick of the timer; missed ones are dropped."""
LARGEST_HURRIED = 1000
"""With more categories, at most one step per tick."""


class TrainingController(QObject):
    """The training run, with its timer.

    A run ends with any edit other than its own and gestures on P, and when the view is left; Q stays. It pauses at
    convergence (`steps_until_seen`); if played on from there, it pauses again only after a change.

    Parameters
    ----------
    now
        A function that returns the time in seconds, which determines the number of steps.

    Signals
    -------
    changed(TrainingRun)
        The run, its options or P changed, while the view is shown.
    speed_changed(int)
        The number of steps per second changed.
    left()
        The view is no longer shown.
    """

    changed = Signal(object)
    speed_changed = Signal(int)
    left = Signal()

    def __init__(self, editor: Editor, now: Callable[[], float] = time.monotonic) -> None:
        super().__init__(editor)
        self._editor, self._store = editor, editor.store
        self._pace = Pace(now)
        self._next_look, self._has_moved = 0, False
        self._q: Distribution | None = None
        self._run = TrainingRun.of(self._store.comparison, self._store.view.training)
        self._start = self._store.comparison.q
        self._kept: tuple[Distribution, TrainingRun, Distribution] | None = None
        self._coming: TrainingRun | None = None
        self._first = self._played = 0
        self._last_edit: Train | None = None
        self._shown = False
        self._clock = QTimer(self)
        self._clock.setInterval(MILLISECONDS)
        self._clock.timeout.connect(self._tick)
        self._store.changed.connect(self._follow)

    @property
    def run(self) -> TrainingRun:
        """The current run."""
        return self._run

    def begin(self) -> None:
        """Start to follow the state, when the view is built."""
        self._follow(self._store.snapshot)
        self.speed_changed.emit(self._pace.speed)

    # -- user actions -------------------------------------------------------------------------------------------

    def toggle(self) -> None:
        """Play, or pause."""
        if self._run.playing:
            self.pause()
        else:
            self.play()

    def play(self) -> None:
        """Play, if there is a next step."""
        if self._shown and self._run.can_step:
            self._begin_run()
            self._played = 0
            self._next_look, self._has_moved = self._run.steps, not self._run.at_rest
            self._pace.start()
            self._clock.start()
            self._show(replace(self._run, playing=True, at_rest=False))

    def pause(self) -> None:
        """Pause; later gestures on P are undo steps of their own."""
        self._stop(at_rest=False)

    def _stop(self, at_rest: bool) -> None:
        self._clock.stop()
        self._store.end_undo_group()
        if self._run.playing:
            self._show(replace(self._run, playing=False, at_rest=at_rest))

    def step(self, count: int = 1) -> None:
        """Make up to ``count`` steps."""
        self.pause()
        if self._shown and self._run.can_step:
            self._begin_run()
            self._advance(count)
            self._store.end_undo_group()

    def reset(self) -> None:
        """Restore Q as at the start of the history of losses; P keeps its changes."""
        self.pause()
        if self._run.steps:
            self._store.cancel()
            self._editor.perform(RestartTraining(self._start))

    def set_speed(self, speed: int) -> None:
        """Set the number of steps per second."""
        self._pace.set_speed(speed)
        self.speed_changed.emit(speed)

    # -- the run ------------------------------------------------------------------------------------------------

    def _begin_run(self) -> None:
        """Continue the last undo step if it is an uninterrupted training, or begin another."""
        undoable, redoable = self._store.history.undoable, self._store.history.redoable
        known = undoable is not None and undoable.edit is self._last_edit and self._run.steps > self._first
        going_on = known and redoable is None
        if not going_on:
            self._first = self._run.steps
        self._store.begin_undo_group(self._last_edit if going_on else None)

    def _advance(self, count: int) -> None:
        run = self._run
        for _ in range(count):
            if not run.can_step:
                break
            run = run.stepped()
        if run is self._run:
            return
        edit = Train(run.q, run.steps - self._first)
        self._coming = run
        try:
            self._store.advance(edit)
            self._last_edit = edit
        except EditRefusedError as error:
            self._editor.refused.emit(error, Side.Q)
        finally:
            self._coming = None

    def _tick(self) -> None:
        if not (self._shown and self._run.can_step and self._store.in_undo_group) or self._played >= MOST_STEPS:
            self.pause()
            return
        due = self._pace.due(MOST_AT_ONCE if self._run.p.size <= LARGEST_HURRIED else 1)
        if due:
            self._played += due
            self._advance(due)
            self._look_ahead()

    def _look_ahead(self) -> None:
        """Pause at convergence, or else check again after half of the steps to the next visible change.

        It does not pause during a gesture on P.
        """
        if not self._run.playing or self._run.steps < self._next_look or self._store.in_gesture:
            return
        steps = steps_until_seen(self._run)
        if steps is not None:
            self._has_moved = True
            self._next_look = self._run.steps + max(1, steps // 2)
        elif self._has_moved:
            self._stop(at_rest=True)
        else:
            self._next_look = self._run.steps + LOOK_AHEAD

    def _follow(self, snapshot: Snapshot) -> None:
        if snapshot.view.training != self._run.options:
            self._next_look, self._has_moved = self._run.steps, True
            self._run = self._run.with_options(snapshot.view.training)
        shown = snapshot.view.mode is ViewMode.TRAINING
        if not shown:
            if self._shown:
                self._shown = False
                self._clock.stop()
                self._run = replace(self._run, playing=False)
                self.left.emit()
            return
        self._shown = True
        # states have the same Q if they share the object: equal numbers from another edit are another Q
        comparison, known = snapshot.comparison, self._q
        if self._coming is not None:
            run = self._coming.with_comparison(comparison)
        elif comparison.q is known:
            run = self._run.with_comparison(comparison)
        elif self._kept is not None and comparison.q is self._kept[0]:  # a gesture on Q was cancelled
            _, run, self._start = self._kept
            run = run.with_comparison(comparison).with_options(self._run.options)
        else:
            if snapshot.in_gesture and self._kept is None and known is not None:
                self._kept = (known, self._run, self._start)
            run = TrainingRun.of(comparison, self._run.options)
            self._start = comparison.q
        if not snapshot.in_gesture:
            self._kept = None
        self._q = comparison.q
        if run.p is not self._run.p:
            self._next_look, self._has_moved = run.steps, True
        if run.playing and not self._store.in_undo_group:
            run = replace(run, playing=False)
        if not run.playing:
            self._clock.stop()
        self._show(run)

    def _show(self, run: TrainingRun) -> None:
        self._run = run
        if self._shown:
            self.changed.emit(run)

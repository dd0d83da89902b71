"""The controller of lessons: loads the states of steps, checks goals, and saves the user's session meanwhile."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from klscope.lessons import library
from klscope.lessons.challenging import moves_made
from klscope.lessons.current_step import CurrentStep, ListedLesson, right_answer, state_for
from klscope.lessons.format import read_file
from klscope.lessons.goals import is_met
from klscope.lessons.lesson import BarTarget, CommandTarget, Lesson, StepKind
from klscope.lessons.mistakes import LessonError, Mistake
from klscope.lessons.progress import Progress
from klscope.model.edits import LoadComparison
from klscope.model.saved_session import SavedSession
from klscope.model.snapshot import Snapshot
from klscope.model.store import Store
from klscope.wording import gettext

OWN = "own/"
"""The prefix of names of the user's lesson files, which may have the name of a bundled lesson."""


class LessonsController(QObject):
    """The current lesson, and the progress in all lessons.

    Signals
    -------
    listed(tuple of ListedLesson)
        The list of lessons is to be shown.
    step_changed(CurrentStep)
        The step of the lesson, a tick or an answer changed.
    reached(Snapshot)
        This state meets the goal of the step.
    ticked(str, int), solved(str, int, int), seen(str, int), restarted(str)
        Progress to be stored, by the name of the lesson: a step was ticked; a challenge was solved in a number of
        moves; a step was shown; the lesson was restarted, which clears all of these.
    """

    listed = Signal(object)
    step_changed = Signal(object)
    reached = Signal(object)
    ticked = Signal(str, int)
    solved = Signal(str, int, int)
    seen = Signal(str, int)
    restarted = Signal(str)

    def __init__(self, store: Store, progress: Progress, language: str) -> None:
        super().__init__(store)
        self.progress = progress
        self._store = store
        self.saved = SavedSession(store.exchange)
        self._language = language
        self._current: CurrentStep | None = None
        self._paused: CurrentStep | None = None
        self._answers: dict[str, dict[int, float]] = {}
        self._revealed: dict[str, set[int]] = {}
        self._key = ""
        store.changed.connect(self._follow)

    @property
    def current(self) -> CurrentStep | None:
        """The current step; None outside lessons."""
        return self._current

    def show(self) -> None:
        """Emit the current list or step again."""
        if self._current is None:
            self.listed.emit(self.lessons())
        else:
            self.step_changed.emit(self._current)

    def take_progress(self, progress: Progress) -> None:
        """Take the progress that was stored, by any window; the list is emitted again."""
        if progress != self.progress:
            self.progress = progress
            if self._current is None and self._paused is None:
                self.show()

    def lessons(self) -> tuple[ListedLesson, ...]:
        """Return the lessons of the language, with their ticks, without invalid ones."""
        return library.listed(self._language, self.progress)

    def pause(self) -> None:
        """Restore the user's session temporarily; `resume` returns to the lesson."""
        self._paused, self._current = self._current, None
        self.saved.leave()

    def resume(self, language: str) -> None:
        """Return to the lesson, in any language: the step is loaded again, because category names may differ."""
        self._language = language
        paused, self._paused = self._paused, None
        if paused is None:
            self.show()
            return
        lesson = paused.lesson if self._key.startswith(OWN) else library.load(self._key, language)
        self._show_step(lesson, min(paused.index, len(lesson.steps) - 1), anew=True)

    # -- user actions -------------------------------------------------------------------------------------------

    def open(self, name: str) -> None:
        """Open a lesson, at the step last shown."""
        lesson = library.load(name, self._language)
        last = self.progress.of(name).last
        self._key = name
        self._show_step(lesson, last if last < len(lesson.steps) else 0, anew=True)

    def open_file(self, path: Path) -> None:
        """Open a lesson file; raise `LessonError` or `FileError` for an invalid one, and change nothing."""
        lesson = read_file(str(path))
        if lesson.challenging:
            what, remedy = gettext("there are challenges and no steps"), gettext("open a lesson")
            raise LessonError([Mistake(path.name, 1, what, remedy)])
        self._key = OWN + lesson.name
        self._show_step(lesson, 0, anew=True)

    def go_to(self, index: int) -> None:
        """Go to a step of the lesson."""
        current = self._current
        if current is not None and 0 <= index < len(current.lesson.steps):
            self._show_step(current.lesson, index)

    def go_on(self) -> None:
        """Go to the next step, or from the last one back to the user's session; tick a step without a goal."""
        current = self._current
        if current is None:
            return
        if current.step.kind in (StepKind.WHY, StepKind.CAREFUL):
            self._tick()
        if current.is_last:
            self._see(0)
            self.leave()
        else:
            self.go_to(current.index + 1)

    def go_back(self) -> None:
        """Go to the previous step."""
        if self._current is not None:
            self.go_to(self._current.index - 1)

    def predict(self, answer: float) -> None:
        """Submit a prediction: the number of an option, or a value. It is final."""
        current = self._unanswered()
        if current is not None:
            self._answer(current, answer)
            self._tick()

    def reveal(self) -> bool:
        """Show the answer of a prediction without ticking the step; return whether there was one."""
        current = self._unanswered()
        if current is None:
            return False
        self._revealed.setdefault(self._key, set()).add(current.index)
        self._answer(current, right_answer(current.lesson, current.step))
        self.step_changed.emit(self._current)
        return True

    def _unanswered(self) -> CurrentStep | None:
        """Return the current step if it waits for an answer."""
        current = self._current
        if current is None or current.step.kind is not StepKind.PREDICT or current.answer is not None:
            return None
        return current

    def _answer(self, current: CurrentStep, answer: float) -> None:
        self._answers.setdefault(self._key, {})[current.index] = answer
        self._current = replace(current, **self._answered())

    def _answered(self) -> dict[str, Any]:
        """Return the fields of `CurrentStep` that hold answers."""
        return {
            "answers": dict(self._answers.get(self._key, {})),
            "revealed": frozenset(self._revealed.get(self._key, ())),
        }

    def restore(self) -> None:
        """Load the state of the step again, as an undo step; a challenge is restarted."""
        if self._current is not None:
            self._show_step(self._current.lesson, self._current.index, restoring=True)

    def restart(self) -> None:
        """Restart the lesson, without ticks and answers."""
        if self._current is not None:
            self.progress = self.progress.restarted(self._key)
            self.restarted.emit(self._key)
            self._answers.pop(self._key, None)
            self._revealed.pop(self._key, None)
            self._show_step(self._current.lesson, 0, anew=True)

    def leave(self) -> None:
        """Return to the user's session."""
        if self._current is not None:
            self._current = None
            self.saved.leave()
            self.show()

    # -- reactions ----------------------------------------------------------------------------------------------

    def _show_step(self, lesson: Lesson, index: int, anew: bool = False, restoring: bool = False) -> None:
        """Show a step, with its state or, coming from the previous one, with the present state."""
        self._store.commit()  # a gesture in progress belongs to the previous step
        before, step = self._current, lesson.steps[index]
        anew = anew or lesson.challenging  # the history contains the moves of the challenge only
        name = step.state
        if anew or restoring or before is None or index != before.index + 1:
            name = state_for(lesson, index)
        present = self._store.comparison
        loaded = None if name is None else lesson.states_by_name[name].comparison.originating(step.title)
        self._see(index)
        self._current = CurrentStep(
            lesson,
            index,
            self.progress.of(self._key).ticks,
            begun=present if loaded is None else loaded,
            **self._answered(),
            best=self.progress.of(self._key).best.get(index),
        )
        if anew:
            mode = step.view or self._store.view.mode
            self.saved.enter(loaded or present, step.view_state(lesson.unit, mode))
        elif loaded is not None:
            self._store.perform(LoadComparison(loaded))
        if step.view is not None:
            view = self._store.view
            begun = step.view_state(view.unit, step.view)
            self._store.set_view(replace(begun, active=view.active, selected=view.selected))
        self._select_target(anew=loaded is not None)
        self.step_changed.emit(self._current)

    def _select_target(self, anew: bool) -> None:
        """Select the first highlighted bar, so that keys move it; without one, activate the side of a command.

        A selection from before a loaded state is cleared.
        """
        assert self._current is not None
        labels, glow = self._store.comparison.labels, self._current.step.glow
        bars = [one for one in glow if isinstance(one, BarTarget) and one.label in labels]
        sides = [one.side for one in glow if isinstance(one, CommandTarget) and one.side is not None]
        if bars:
            self._store.select((labels.index(bars[0].label),), bars[0].side)
            return
        if anew:
            self._store.select((0,))
        if sides:
            self._store.set_active(sides[0])

    def _follow(self, snapshot: Snapshot) -> None:
        current = self._current
        if current is None or current.step.goal is None:
            return
        if not is_met(current.step.goal, snapshot, current.begun):
            return
        self.reached.emit(snapshot)
        if current.lesson.challenging:
            self._count(current, moves_made(snapshot))
            return
        if not current.met:
            self._current = replace(current, met=True)
            self._tick()

    def _count(self, current: CurrentStep, moves: int) -> None:
        """Tick a challenge, and store the lowest number of moves."""
        if current.met and current.best is not None and current.best <= moves:
            return
        self.progress = self.progress.solved(self._key, current.index, moves)
        self.solved.emit(self._key, current.index, moves)
        self._current = replace(current, met=True, best=self.progress.of(self._key).best[current.index])
        self._tick()

    def _tick(self) -> None:
        assert self._current is not None
        self.progress = self.progress.ticked(self._key, self._current.index)
        self.ticked.emit(self._key, self._current.index)
        self._current = replace(self._current, ticks=self.progress.of(self._key).ticks)
        self.step_changed.emit(self._current)

    def _see(self, index: int) -> None:
        self.progress = self.progress.seen(self._key, index)
        self.seen.emit(self._key, index)

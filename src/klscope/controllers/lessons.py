"""Leads through lessons: loads the states of steps, ticks what is reached, and keeps one's own work meanwhile."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from klscope.lessons import listing
from klscope.lessons.challenging import moves_made
from klscope.lessons.format import read_file
from klscope.lessons.goals import is_met
from klscope.lessons.lesson import BarTarget, Challenges, CommandTarget, Lesson, StepKind
from klscope.lessons.mistakes import LessonError, Mistake
from klscope.lessons.progress import Progress
from klscope.lessons.standing import ListedLesson, Standing, right_answer, state_for
from klscope.model.aside import Aside
from klscope.model.edits import Open
from klscope.model.occasions import Occasion
from klscope.model.snapshot import Snapshot
from klscope.model.store import Store
from klscope.model.view_state import ViewState
from klscope.wording import phrase

OWN = "own/"
"""Before the name of a lesson from a file of one's own, which may be called as one that came with the program."""


class LessonsController(QObject):
    """The lesson someone is in, and the progress in all.

    Signals
    -------
    listed(tuple of ListedLesson)
        No lesson is on: these there are.
    stood(Standing)
        A lesson is on, or something of it changed: the step, a tick, an answer.
    reached(Snapshot)
        The goal of the step holds in this state.
    ticked(str, int), solved(str, int, int), seen(str, int), restarted(str)
        What is to be remembered of a lesson, by its name: a step is ticked; a challenge solved in so many moves; a step
        seen last; the lesson begun anew, without any of these.
    """

    listed = Signal(object)
    stood = Signal(object)
    reached = Signal(object)
    ticked = Signal(str, int)
    solved = Signal(str, int, int)
    seen = Signal(str, int)
    restarted = Signal(str)

    def __init__(self, store: Store, progress: Progress, language: str) -> None:
        super().__init__(store)
        self.progress = progress
        self._store = store
        self._aside = Aside(store)
        self._language = language
        self._standing: Standing | None = None
        self._paused: Standing | None = None
        self._answers: dict[str, dict[int, float]] = {}
        self._told: dict[str, set[int]] = {}
        self._key = ""
        store.changed.connect(self._follow)

    @property
    def standing(self) -> Standing | None:
        """Where in a lesson someone stands; None: in none."""
        return self._standing

    def show(self) -> None:
        """Tell again what is on."""
        if self._standing is None:
            self.listed.emit(self.lessons())
        else:
            self.stood.emit(self._standing)

    def lessons(self) -> tuple[ListedLesson, ...]:
        """Return the lessons of the language, with their ticks; one with mistakes is left out."""
        return listing.listed(self._language, self.progress)

    def pause(self) -> None:
        """Bring one's own work back for a moment; `resume` goes on with the lesson."""
        self._paused, self._standing = self._standing, None
        self._aside.leave()

    def resume(self, language: str) -> None:
        """Go on, maybe in another language: the step begins anew, for its categories may have other names."""
        self._language = language
        paused, self._paused = self._paused, None
        if paused is None:
            self.show()
            return
        lesson = paused.lesson if self._key.startswith(OWN) else listing.load(self._key, language)
        self._stand(lesson, min(paused.index, len(lesson.steps) - 1), anew=True)

    # -- what a person does -------------------------------------------------------------------------------------

    def open(self, name: str) -> None:
        """Begin a lesson, or go on with it at the step last seen."""
        lesson = listing.load(name, self._language)
        last = self.progress.of(name).last
        self._key = name
        self._stand(lesson, last if last < len(lesson.steps) else 0, anew=True)

    def open_file(self, path: Path) -> None:
        """Begin a lesson of one's own; where it is none, raise `LessonError` or `FileError` and leave all as it is."""
        lesson = read_file(str(path))
        if isinstance(lesson, Challenges):
            what, remedy = phrase("there are challenges and no steps"), phrase("open a lesson")
            raise LessonError([Mistake(path.name, 1, what, remedy)])
        self._key = OWN + lesson.name
        self._stand(lesson, 0, anew=True)

    def go_to(self, index: int) -> None:
        """Go to a step of the lesson."""
        standing = self._standing
        if standing is not None and 0 <= index < len(standing.lesson.steps):
            self._stand(standing.lesson, index)

    def go_on(self) -> None:
        """Go to the next step; from the last one, back to one's own work. What was to be read is read now."""
        standing = self._standing
        if standing is None:
            return
        if standing.step.kind in (StepKind.WHY, StepKind.CAREFUL):
            self._tick()
        if standing.is_last:
            self._see(0)
            self.leave()
        else:
            self.go_to(standing.index + 1)

    def go_back(self) -> None:
        """Go to the step before."""
        if self._standing is not None:
            self.go_to(self._standing.index - 1)

    def predict(self, answer: float) -> None:
        """Commit a prediction: the number of an option, or a value. There is one in a step, and it stays."""
        standing = self._unanswered()
        if standing is not None:
            self._answer(standing, answer)
            self._tick()

    def reveal(self) -> bool:
        """Tell the answer of a step that asks for a prediction, without ticking it; return whether there was one."""
        standing = self._unanswered()
        if standing is None:
            return False
        self._told.setdefault(self._key, set()).add(standing.index)
        self._answer(standing, right_answer(standing.lesson, standing.step))
        self.stood.emit(self._standing)
        return True

    def _unanswered(self) -> Standing | None:
        """Return where someone stands, if an answer is awaited there."""
        standing = self._standing
        if standing is None or standing.step.kind is not StepKind.PREDICT or standing.answer is not None:
            return None
        return standing

    def _answer(self, standing: Standing, answer: float) -> None:
        self._answers.setdefault(self._key, {})[standing.index] = answer
        self._standing = replace(standing, **self._answered())

    def _answered(self) -> dict[str, Any]:
        """Return what a standing has of the answers in this lesson."""
        return {
            "answers": dict(self._answers.get(self._key, {})),
            "told": frozenset(self._told.get(self._key, ())),
        }

    def restore(self) -> None:
        """Put the state of the step back on screen, as a step that can be undone; a challenge begins anew."""
        if self._standing is not None:
            self._stand(self._standing.lesson, self._standing.index, restoring=True)

    def restart(self) -> None:
        """Begin the lesson anew, without ticks and answers."""
        if self._standing is not None:
            self.progress = self.progress.restarted(self._key)
            self.restarted.emit(self._key)
            self._answers.pop(self._key, None)
            self._told.pop(self._key, None)
            self._stand(self._standing.lesson, 0, anew=True)

    def leave(self) -> None:
        """Go back to one's own work."""
        if self._standing is not None:
            self._standing = None
            self._aside.leave()
            self.show()

    # -- what comes of it ---------------------------------------------------------------------------------------

    def _stand(self, lesson: Lesson, index: int, anew: bool = False, restoring: bool = False) -> None:
        """Show a step: with its state, or coming from the one before, with what is on screen."""
        self._store.commit()  # what a hand still holds belongs to the step it was taken in
        before, step = self._standing, lesson.steps[index]
        anew = anew or lesson.challenging  # its moves are the whole history: no undoing leads to before it
        name = step.state
        if anew or restoring or before is None or index != before.index + 1:
            name = state_for(lesson, index)
        present = self._store.comparison
        loaded = None if name is None else lesson.states_by_name[name].comparison.originating(step.title)
        self._see(index)
        self._standing = Standing(
            lesson,
            index,
            self.progress.of(self._key).ticks,
            begun=present if loaded is None else loaded,
            **self._answered(),
            best=self.progress.of(self._key).best.get(index),
        )
        mode = step.view or self._store.view.mode
        if anew:
            self._aside.enter(loaded or present, ViewState(unit=lesson.unit, mode=mode, occasion=Occasion()))
        elif loaded is not None:
            self._store.perform(Open(loaded))
        if step.view is not None:
            self._store.begin(mode, Occasion(step.begins))
        self._select_target(anew=loaded is not None)
        self.stood.emit(self._standing)

    def _select_target(self, anew: bool) -> None:
        """Select the first bar that glows, so that keys move it; without one, the side that commands are for.

        Where a state was loaded, nothing stays selected that was chosen among its predecessor's bars.
        """
        assert self._standing is not None
        labels, glow = self._store.comparison.labels, self._standing.step.glow
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
        """Tick the goal the moment it holds."""
        standing = self._standing
        if standing is None or standing.step.goal is None:
            return
        if not is_met(standing.step.goal, snapshot, standing.begun):
            return
        self.reached.emit(snapshot)
        if standing.lesson.challenging:
            self._count(standing, moves_made(snapshot))
            return
        if not standing.met:
            self._standing = replace(standing, met=True)
            self._tick()

    def _count(self, standing: Standing, moves: int) -> None:
        """Tick a challenge; fewer moves than ever are its best."""
        if standing.met and standing.best is not None and standing.best <= moves:
            return
        self.progress = self.progress.solved(self._key, standing.index, moves)
        self.solved.emit(self._key, standing.index, moves)
        self._standing = replace(standing, met=True, best=self.progress.of(self._key).best[standing.index])
        self._tick()

    def _tick(self) -> None:
        assert self._standing is not None
        self.progress = self.progress.ticked(self._key, self._standing.index)
        self.ticked.emit(self._key, self._standing.index)
        self._standing = replace(self._standing, ticks=self.progress.of(self._key).ticks)
        self.stood.emit(self._standing)

    def _see(self, index: int) -> None:
        self.progress = self.progress.seen(self._key, index)
        self.seen.emit(self._key, index)

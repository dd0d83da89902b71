"""The one observable store: it holds the history, applies edits and tells everyone what came of it.

A gesture previews edits on the comparison at its press, so every event stands alone, and cancelling is free.

Writing to the store during an emission raises RuntimeError. The exceptions are `commit`, `end_undo_group` and
`point_at`, which take effect after the emission: a slot may hide a view, and Qt then sends hide and leave events to it
at once.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from klscope.model.comparison import Comparison, Side
from klscope.model.edits import Edit, GestureEdit
from klscope.model.emission import Emission, after_emission
from klscope.model.history import History
from klscope.model.pins import Pins
from klscope.model.relabelling import Relabelling, Words
from klscope.model.snapshot import Snapshot
from klscope.model.undo_group import UndoGroup
from klscope.model.view_options import ViewOptions
from klscope.model.view_state import ViewState
from klscope.model.views import ViewMode
from klscope.theory.measures import Measures
from klscope.theory.units import Unit


class Store(QObject):
    """The state of the program.

    Signals
    -------
    changed(Snapshot)
        The state, or how it is shown, changed.
    pointed(int)
        The hovered category changed, −1 for none; nothing else did, and nothing has to be rebuilt.
    """

    changed = Signal(object)
    pointed = Signal(int)

    def __init__(self, comparison: Comparison, view: ViewState | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        history = History(comparison)
        self._snapshot = Snapshot.of(comparison, view or ViewState(), history)
        self._previewed: Edit | None = None
        self._group: UndoGroup | None = None
        self._hovered = -1
        self._emission = Emission()

    @property
    def snapshot(self) -> Snapshot:
        """The current state, a preview included."""
        return self._snapshot

    @property
    def comparison(self) -> Comparison:
        """Labels, P, Q and locks, a preview included."""
        return self._snapshot.comparison

    @property
    def measures(self) -> Measures:
        """The current measures, in nats."""
        return self._snapshot.measures

    @property
    def view(self) -> ViewState:
        """Unit, mode, active chart, selection, and the options of every view."""
        return self._snapshot.view

    @property
    def history(self) -> History:
        """The undo steps."""
        return self._snapshot.history

    @property
    def hovered(self) -> int:
        """The hovered category, −1 for none."""
        return self._hovered

    @property
    def in_gesture(self) -> bool:
        """Whether edits are being previewed."""
        return self._snapshot.in_gesture

    @property
    def in_undo_group(self) -> bool:
        """Whether a run goes on: what `advance` does, and a hand on P meanwhile, is one step."""
        return self._group is not None

    def preview(self, edit: Edit) -> None:
        """Show ``edit`` applied to the comparison at the press, without making it a step.

        Raises `klscope.theory.editing.EditRefusedError`, and changes nothing, where the edit cannot be made.
        """
        self._emission.check_over()
        after = edit.apply(self.history.present)
        self._previewed = edit
        self._end_run_unless_joined_by(edit)
        self._show(after, self.history, in_gesture=True, axes_frozen=isinstance(edit, GestureEdit))

    @after_emission
    def commit(self) -> None:
        """Make what was previewed one undo step; none if it ended where it began."""
        if not self.in_gesture:
            return
        edit, self._previewed = self._previewed, None
        history = self.history
        if edit is not None:
            history = (
                history.with_step(edit, self.comparison)
                if self._group is None
                else self._group.grown(history, edit, self.comparison)
            )
        self._show(history.present, history)

    def cancel(self) -> None:
        """Go back to the comparison at the press."""
        self._emission.check_over()
        if not self.in_gesture:
            return
        self._previewed = None
        self._show(self.history.present, self.history)

    def perform(self, edit: Edit, continuing: bool = False) -> None:
        """Apply ``edit`` as one undo step, or, ``continuing``, as more of the last one.

        A gesture in progress is committed first. Raises `EditRefusedError` and changes nothing where it cannot be made.
        """
        self._emission.check_over()
        after = edit.apply(self.comparison)
        continuing = continuing and not self.in_gesture
        self.commit()
        self._end_run_unless_joined_by(edit)
        if self._group is not None:
            history = self._group.grown(self.history, edit, after)
        else:
            grow = self.history.with_last_step_continued if continuing else self.history.with_step
            history = grow(edit, after)
        self._show(history.present, history)

    def begin_undo_group(self, last: Edit | None = None) -> None:
        """Make one step of all that `advance` and a hand on P do, until any other edit or mode ends the run.

        ``last`` is the edit of the last step, where this is to be more of it; None begins a step of its own.
        """
        self._emission.check_over()
        if not UndoGroup.joins(self._previewed):
            self.commit()
        self._group = UndoGroup(self.history.position) if last is None else UndoGroup(self.history.position - 1, last)

    def advance(self, edit: Edit) -> None:
        """Go on with the run by ``edit``; a hand that moves P meanwhile goes on from what comes of it.

        Raises `EditRefusedError`, and changes nothing, where the edit cannot be made; RuntimeError outside a run.
        """
        self._emission.check_over()
        if self._group is None:
            raise RuntimeError("no run has begun")
        after = edit.apply(self.history.present)
        group = self._group.advanced(edit)
        history = group.grown(self.history, edit, after)
        shown = history.present if self._previewed is None else self._previewed.apply(history.present)
        self._group = group
        self._show(shown, history, self.in_gesture, self._snapshot.axes_frozen)

    @after_emission
    def end_undo_group(self) -> None:
        """Let what comes be a step of its own."""
        self._group = None

    def _end_run_unless_joined_by(self, edit: Edit) -> None:
        if not UndoGroup.joins(edit):
            self._group = None

    def undo(self) -> None:
        """Take the last step back; during a gesture, cancel it."""
        if self.in_gesture:
            self.cancel()
        else:
            self.go_to(self.history.position - 1)

    def redo(self) -> None:
        """Make the next undone step again."""
        if not self.in_gesture:
            self.go_to(self.history.position + 1)

    def go_to(self, position: int) -> None:
        """Put ``position`` steps in force (clamped to what there is)."""
        self._emission.check_over()
        self.cancel()
        self._group = None
        history = self.history.at(position)
        if history.position != self.history.position:
            self._show(history.present, history)

    def set_mode(self, mode: ViewMode) -> None:
        """Show the terms of ``mode``; a run ends with the view that shows it."""
        if mode is not self.view.mode:
            self._emission.check_over()
            self._group = None
        self._set_view(replace(self.view, mode=mode))

    def set_view(self, view: ViewState) -> None:
        """Show the state as ``view`` says, with its options; a run ends."""
        self._emission.check_over()
        self._group = None
        self._set_view(view)

    def set_unit(self, unit: Unit) -> None:
        """Show values in ``unit``."""
        self._set_view(replace(self.view, unit=unit))

    def set_options(self, options: ViewOptions) -> None:
        """Show a view with ``options`` in place of those it has."""
        self._set_view(self.view.with_options(options))

    def set_active(self, side: Side) -> None:
        """Make P or Q the chart that commands act on."""
        self._set_view(replace(self.view, active=side))

    def select(self, indices: tuple[int, ...], active: Side | None = None) -> None:
        """Select categories; the last is the current one."""
        self._set_view(replace(self.view, selected=tuple(indices), active=active or self.view.active))

    def set_pins(self, pins: Pins) -> None:
        """Keep these pins; they are no step, and no undoing takes them back."""
        if pins is self._snapshot.pins:
            return
        self._emission.check_over()
        self._snapshot = replace(self._snapshot, pins=pins)
        self._tell()

    def exchange(self, snapshot: Snapshot) -> Snapshot:
        """Show another state, with a history, pins and a view of its own; return what was, to be brought back so.

        A gesture in progress is committed first, and a run ends.
        """
        self._emission.check_over()
        self.commit()
        self.end_undo_group()
        kept, self._snapshot = self._snapshot, snapshot
        self._tell()
        return kept

    def tell_again(self, vocabularies: Mapping[str, Words], common: Words) -> None:
        """Tell the state once more, with other words for names, in the whole history and the pins; it is no step."""
        self._emission.check_over()
        self.commit()
        relabelling = Relabelling(vocabularies, common)
        history = relabelling.of_history(self.history)
        self._snapshot = replace(self._snapshot, pins=relabelling.of_pins(self._snapshot.pins))  # after the history
        self._show(history.present, history)
        with self._emission:
            self.pointed.emit(self._hovered)

    @after_emission
    def point_at(self, index: int) -> None:
        """Hover ``index``, −1 for none."""
        if index >= self.comparison.n:
            index = -1
        if index != self._hovered:
            self._hovered = index
            with self._emission:
                self.pointed.emit(index)

    def _set_view(self, view: ViewState) -> None:
        if view == self.view:
            return
        self._emission.check_over()
        self._snapshot = self._snapshot.with_view(view)
        self._tell()

    def _show(
        self, comparison: Comparison, history: History, in_gesture: bool = False, axes_frozen: bool = False
    ) -> None:
        known = self._snapshot if comparison is self.comparison else Snapshot.of(comparison, self.view, history)
        self._snapshot = replace(
            known, history=history, in_gesture=in_gesture, axes_frozen=axes_frozen, pins=self._snapshot.pins
        )
        self._tell()

    def _tell(self) -> None:
        hovered_gone = self._hovered >= self.comparison.n
        if hovered_gone:
            self._hovered = -1
        with self._emission:
            self.changed.emit(self._snapshot)
            if hovered_gone:
                self.pointed.emit(-1)

"""The observable store: holds the history, applies edits and emits the new state.

During a gesture, each edit is previewed on the comparison at its press, which cancelling restores.

Writing during an emission raises RuntimeError; `commit`, `end_undo_group` and `point_at` take effect after it: a slot
may hide a view, and Qt then sends hide and leave events to it at once.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from klscope.model.comparison import Comparison, Side
from klscope.model.edits import Edit, GestureEdit, ProposeComparison
from klscope.model.emission import Emission, after_emission
from klscope.model.history import History
from klscope.model.pins import Pins
from klscope.model.properties import Properties
from klscope.model.relabelling import Relabelling, Words
from klscope.model.snapshot import Snapshot
from klscope.model.undo_group import UndoGroup
from klscope.model.view_options import ViewOptions
from klscope.model.view_state import ViewState
from klscope.model.views import ViewMode
from klscope.theory.measures import Measures
from klscope.theory.units import Unit


class Store(QObject):
    """The state of the program, with signals for its changes.

    Signals
    -------
    changed(Snapshot)
        The state or its view state changed.
    pointed(int)
        The hovered category changed, −1 for none; nothing else did.
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
        """Whether an undo group is open: `advance` and gestures on P extend one step."""
        return self._group is not None

    def preview(self, edit: Edit) -> None:
        """Show ``edit`` applied to the comparison at the press, without an undo step.

        Raises `klscope.theory.editing.EditRefusedError`, and changes nothing, where the edit is impossible.
        """
        self._emission.check_over()
        after = edit.apply(self.history.present)
        self._previewed = edit
        self._end_run_unless_joined_by(edit)
        self._show(after, self.history, in_gesture=True, axes_frozen=isinstance(edit, GestureEdit))

    @after_emission
    def commit(self) -> None:
        """Make the preview one undo step, none if the comparison is unchanged; discard a proposal."""
        self._discard_proposal()
        if not self.in_gesture:
            return
        edit, self._previewed = self._previewed, None
        history = self.history if edit is None else self._grown(edit, self.comparison)
        self._show(history.present, history)

    def cancel(self) -> None:
        """Return to the comparison at the press."""
        self._emission.check_over()
        if self.in_gesture:
            self._previewed = None
            self._show(self.history.present, self.history)

    def _discard_proposal(self) -> None:
        if isinstance(self._previewed, ProposeComparison):
            self.cancel()

    def perform(self, edit: Edit, continuing: bool = False) -> None:
        """Apply ``edit`` as one undo step or, with ``continuing``, as part of the last one.

        A gesture in progress is committed first, a proposal discarded. Raises `EditRefusedError` and changes nothing
        where the edit is impossible.
        """
        self._emission.check_over()
        self._discard_proposal()
        after = edit.apply(self.comparison)
        continuing = continuing and not self.in_gesture
        self.commit()
        self._end_run_unless_joined_by(edit)
        history = self._grown(edit, after, continuing)
        self._show(history.present, history)

    def _grown(self, edit: Edit, after: Comparison, continuing: bool = False) -> History:
        """Return the history after an edit: in the undo group if one is open, else in the last step or a new one."""
        if self._group is not None:
            return self._group.grown(self.history, edit, after)
        grow = self.history.with_last_step_continued if continuing else self.history.with_step
        return grow(edit, after)

    def begin_undo_group(self, last: Edit | None = None) -> None:
        """Make one step of `advance` and of gestures on P, until any other edit or mode ends the group.

        ``last`` is the edit of the last step if that step is to be extended; None begins a new one.
        """
        self._emission.check_over()
        if not UndoGroup.joins(self._previewed):
            self.commit()
        self._group = UndoGroup(self.history.position) if last is None else UndoGroup(self.history.position - 1, last)

    def advance(self, edit: Edit) -> None:
        """Extend the undo group by ``edit``; a gesture on P in progress continues on its result.

        Raises `EditRefusedError`, and changes nothing, where the edit is impossible; RuntimeError without an open
        group.
        """
        self._emission.check_over()
        if self._group is None:
            raise RuntimeError("no undo group is open")
        after = edit.apply(self.history.present)
        group = replace(self._group, edit=edit)
        history = group.grown(self.history, edit, after)
        shown = history.present if self._previewed is None else self._previewed.apply(history.present)
        self._group = group
        self._show(shown, history, self.in_gesture, self._snapshot.axes_frozen)

    @after_emission
    def end_undo_group(self) -> None:
        """Close the undo group: the next edit is a step of its own."""
        self._group = None

    def _end_run_unless_joined_by(self, edit: Edit) -> None:
        if not UndoGroup.joins(edit):
            self._group = None

    def undo(self) -> None:
        """Revert the last step; during a gesture, cancel it."""
        if self.in_gesture:
            self.cancel()
        else:
            self.go_to(self.history.position - 1)

    def redo(self) -> None:
        """Repeat the next undone step."""
        if not self.in_gesture:
            self.go_to(self.history.position + 1)

    def go_to(self, position: int) -> None:
        """Undo or redo until ``position`` steps are in effect, clamped to the number of steps."""
        self._emission.check_over()
        self.cancel()
        self._group = None
        history = self.history.at(position)
        if history.position != self.history.position:
            self._show(history.present, history)

    def set_mode(self, mode: ViewMode) -> None:
        """Show ``mode``, and close the undo group."""
        if mode is not self.view.mode:
            self._emission.check_over()
            self._group = None
        self._set_view(replace(self.view, mode=mode))

    def set_view(self, view: ViewState) -> None:
        """Set the view state, and close the undo group."""
        self._emission.check_over()
        self._group = None
        self._set_view(view)

    def set_unit(self, unit: Unit) -> None:
        """Show values in ``unit``."""
        self._set_view(replace(self.view, unit=unit))

    def set_options(self, options: ViewOptions) -> None:
        """Set the options of one view."""
        self._set_view(self.view.with_options(options))

    def set_active(self, side: Side) -> None:
        """Make P or Q the chart that commands act on."""
        self._set_view(replace(self.view, active=side))

    def select(self, indices: tuple[int, ...], active: Side | None = None) -> None:
        """Select categories; the last is the current one."""
        self._set_view(replace(self.view, selected=tuple(indices), active=active or self.view.active))

    def set_pins(self, pins: Pins) -> None:
        """Set the pins; this is no undo step."""
        if pins is not self._snapshot.pins:
            self._set(replace(self._snapshot, pins=pins))

    def set_properties(self, properties: Properties) -> None:
        """Set title and notes; this is no undo step."""
        if properties != self._snapshot.properties:
            self._set(replace(self._snapshot, properties=properties))

    def _set(self, snapshot: Snapshot) -> None:
        self._emission.check_over()
        self._snapshot = snapshot
        self._tell()

    def exchange(self, snapshot: Snapshot) -> Snapshot:
        """Set another comparison, history, pins and view state; return the former snapshot, for restoring it.

        A gesture in progress is committed first, and the undo group is closed.
        """
        self._emission.check_over()
        self.commit()
        self.end_undo_group()
        kept, self._snapshot = self._snapshot, snapshot
        self._tell()
        return kept

    def relabel(self, vocabularies: Mapping[str, Words], common: Words) -> Relabelling:
        """Emit the state again with translated names in history and pins, and return the translation."""
        self._emission.check_over()
        self.commit()
        relabelling = Relabelling(vocabularies, common)
        history = relabelling.of_history(self.history)
        self._snapshot = replace(self._snapshot, pins=relabelling.of_pins(self._snapshot.pins))  # after the history
        self._show(history.present, history)
        with self._emission:
            self.pointed.emit(self._hovered)
        return relabelling

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
        if view != self.view:
            self._set(self._snapshot.with_view(view))

    def _show(
        self, comparison: Comparison, history: History, in_gesture: bool = False, axes_frozen: bool = False
    ) -> None:
        self._snapshot = self._snapshot.showing(comparison, history, in_gesture, axes_frozen)
        self._tell()

    def _tell(self) -> None:
        hovered_gone = self._hovered >= self.comparison.n
        if hovered_gone:
            self._hovered = -1
        with self._emission:
            self.changed.emit(self._snapshot)
            if hovered_gone:
                self.pointed.emit(-1)

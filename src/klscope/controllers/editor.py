"""The editor: applies edits to the store for all controllers, and reports refusals by a signal."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from klscope.model.comparison import Side
from klscope.model.edits import Edit
from klscope.model.store import Store
from klscope.theory.editing import EditRefusedError, is_equal_share
from klscope.theory.editing_groups import is_equal_group


class Editor(QObject):
    """Applies edits for the controllers.

    Signals
    -------
    refused(object, object)
        An `EditRefusedError` for an edit that was not applied, and its side, None for both.
    shared_equally(str)
        Bars of this side ("P", "Q") were given equal shares, because no ratio of theirs is known.
    rose_equally(str)
        Bars of a group on this side rose equally, because no ratio of theirs is known.
    performed(object)
        The edit was applied.
    """

    refused = Signal(object, object)
    shared_equally = Signal(str)
    rose_equally = Signal(str)
    performed = Signal(object)

    def __init__(self, store: Store) -> None:
        super().__init__(store)
        self.store = store
        self._refused_in_gesture = False

    def perform(self, edit: Edit, continuing: bool = False, selecting: tuple[int, ...] = ()) -> bool:
        """Apply ``edit`` as an undo step, and select ``selecting``; return whether it was applied."""
        try:
            self.store.perform(edit, continuing)
        except EditRefusedError as error:
            self.refused.emit(error, getattr(edit, "side", None))
            return False
        if selecting:
            self.store.select(selecting)
        self.performed.emit(edit)
        return True

    def preview(self, edit: Edit) -> bool:
        """Preview ``edit`` on the state at the press; return whether it was possible."""
        try:
            self.store.preview(edit)
        except EditRefusedError as error:
            self.refused.emit(error, getattr(edit, "side", None))
            return False
        return True

    def drag(self, edit: Edit) -> None:
        """Preview ``edit`` as a part of a gesture, unless one was refused in it: a gesture has one message."""
        self._refused_in_gesture = self._refused_in_gesture or not self.preview(edit)

    def finish(self) -> None:
        """Make the gesture one undo step."""
        self._refused_in_gesture = False
        self.store.commit()

    def cancel(self) -> None:
        """Restore the state at the press."""
        self._refused_in_gesture = False
        self.store.cancel()

    def warn_of_equal_shares(self, side: Side, *indices: int) -> None:
        """Emit a warning if the bars beside these would get equal shares, because no ratio of theirs is known."""
        present = self.store.history.present
        if is_equal_share(present.distribution(side), present.locks(side), indices):
            self.shared_equally.emit(side.value)
        if is_equal_group(present.distribution(side), present.locks(side), indices):
            self.rose_equally.emit(side.value)

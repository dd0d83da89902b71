"""The one place where a person's edits meet the store: refusals become signals, never exceptions in a slot."""

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
        An `EditRefusedError`: the edit could not be made, and nothing changed; and the side it was made on, None where
        it was made on both.
    shared_equally(str)
        Where no ratio was ever known, the bars of this side ("P", "Q") were given equal shares.
    rose_equally(str)
        Bars of this side that moved as one rose equally, because no ratio of theirs was known.
    performed(object)
        The edit was made.
    """

    refused = Signal(object, object)
    shared_equally = Signal(str)
    rose_equally = Signal(str)
    performed = Signal(object)

    def __init__(self, store: Store) -> None:
        super().__init__(store)
        self.store = store

    def perform(self, edit: Edit, continuing: bool = False, selecting: tuple[int, ...] = ()) -> bool:
        """Make ``edit`` a step, and select what it calls for; tell whether it could be made."""
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
        """Show ``edit`` on the state at the press; tell whether it could be made."""
        try:
            self.store.preview(edit)
        except EditRefusedError as error:
            self.refused.emit(error, getattr(edit, "side", None))
            return False
        return True

    def warn_of_equal_shares(self, side: Side, *indices: int) -> None:
        """Say so where moving these bars can only share equally beside them, because no ratio was ever known."""
        present = self.store.history.present
        if is_equal_share(present.distribution(side), present.locks(side), indices):
            self.shared_equally.emit(side.value)
        if is_equal_group(present.distribution(side), present.locks(side), indices):
            self.rose_equally.emit(side.value)

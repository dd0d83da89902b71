"""The session of before a lesson, saved while the lesson is on screen, and restored as it was."""

from __future__ import annotations

from typing import Protocol

from klscope.model.comparison import Comparison
from klscope.model.history import History
from klscope.model.snapshot import Snapshot
from klscope.model.view_state import ViewState


class Exchanging(Protocol):
    """A store, as far as it is needed here."""

    def exchange(self, snapshot: Snapshot) -> Snapshot:
        """Show another state, and return the one that was."""


class SavedSession:
    """Keeps the comparison, history, pins and view state of a store while others take their place."""

    def __init__(self, store: Exchanging) -> None:
        self._store = store
        self._kept: Snapshot | None = None

    def enter(self, comparison: Comparison, view: ViewState) -> None:
        """Begin anew with ``comparison``; the first time, what there is is kept."""
        kept = self._store.exchange(Snapshot.of(comparison, view, History(comparison)))
        if self._kept is None:
            self._kept = kept

    def leave(self) -> None:
        """Bring back what was kept: the very same values."""
        if self._kept is not None:
            kept, self._kept = self._kept, None
            self._store.exchange(kept)

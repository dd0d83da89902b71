"""The session before a lesson: saved while the lesson is on screen, and restored after it."""

from __future__ import annotations

from typing import Protocol

from klscope.model.comparison import Comparison
from klscope.model.history import History
from klscope.model.snapshot import Snapshot
from klscope.model.view_state import ViewState


class Exchanging(Protocol):
    """The part of the store's interface that is used here."""

    def exchange(self, snapshot: Snapshot) -> Snapshot:
        """Set another state and return the former one."""


class SavedSession:
    """Saves comparison, history, pins and view state of a store while others replace them."""

    def __init__(self, store: Exchanging) -> None:
        self._store = store
        self._kept: Snapshot | None = None

    def enter(self, comparison: Comparison, view: ViewState) -> None:
        """Set a new session with ``comparison``; the first call saves the present one."""
        kept = self._store.exchange(Snapshot.of(comparison, view, History(comparison)))
        if self._kept is None:
            self._kept = kept

    def leave(self) -> None:
        """Restore the saved session exactly."""
        if self._kept is not None:
            kept, self._kept = self._kept, None
            self._store.exchange(kept)

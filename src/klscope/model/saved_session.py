"""The session before a lesson: saved while the lesson is on screen, and restored after it."""

from __future__ import annotations

from collections.abc import Callable

from klscope.model.comparison import Comparison
from klscope.model.history import History
from klscope.model.snapshot import Snapshot
from klscope.model.view_state import ViewState


class SavedSession:
    """Saves comparison, history, pins and view state of a store while others replace them.

    Parameters
    ----------
    exchange
        `Store.exchange`: sets another state, and returns the former one.
    """

    def __init__(self, exchange: Callable[[Snapshot], Snapshot]) -> None:
        self._exchange = exchange
        self.kept: Snapshot | None = None
        """The user's own state while a lesson is on screen; None otherwise."""

    def enter(self, comparison: Comparison, view: ViewState) -> None:
        """Set a new session with ``comparison``; the first call saves the present one."""
        kept = self._exchange(Snapshot.of(comparison, view, History(comparison)))
        if self.kept is None:
            self.kept = kept

    def leave(self) -> None:
        """Restore the saved session exactly."""
        if self.kept is not None:
            kept, self.kept = self.kept, None
            self._exchange(kept)

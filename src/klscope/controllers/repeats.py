"""Auto-repeat of keys: repeats are one undo step until a pause."""

from __future__ import annotations

import time

from klscope.model.edits import Edit
from klscope.model.history import History

REST_SECONDS = 1.0
"""The pause after which a repeated key starts a new undo step."""


class KeyRepeats:
    """The last key step and its time."""

    def __init__(self) -> None:
        self._key: object = None
        self._edit: Edit | None = None
        self._time = 0.0

    def continues(self, key: object, history: History) -> bool:
        """Return whether ``key`` continues its last step: no other edit was made, and there was no pause."""
        undoable = history.undoable
        return (
            self._key == key
            and time.monotonic() - self._time < REST_SECONDS
            and undoable is not None
            and undoable.edit is self._edit
            and history.redoable is None
        )

    def note(self, key: object, edit: Edit) -> None:
        """Store that ``key`` made ``edit`` now."""
        self._key, self._edit, self._time = key, edit, time.monotonic()

"""When a key step is more of the last one: repeats of one key are one undo step until it has rested."""

from __future__ import annotations

import time

from klscope.model.edits import Edit
from klscope.model.history import History

REST_SECONDS = 1.0
"""Repeats of one key are one undo step until the key has rested this long."""


class KeyRepeats:
    """What was last done by a key, and when."""

    def __init__(self) -> None:
        self._key: object = None
        self._edit: Edit | None = None
        self._time = 0.0

    def continues(self, key: object, history: History) -> bool:
        """Tell whether ``key`` now goes on with the step it made: nothing else was done, and it did not rest."""
        undoable = history.undoable
        return (
            self._key == key
            and time.monotonic() - self._time < REST_SECONDS
            and undoable is not None
            and undoable.edit is self._edit
            and history.redoable is None
        )

    def note(self, key: object, edit: Edit) -> None:
        """Remember that ``key`` made ``edit`` just now."""
        self._key, self._edit, self._time = key, edit, time.monotonic()

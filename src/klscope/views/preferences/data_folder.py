"""The folder of what the program keeps on this machine, beside its settings."""

from __future__ import annotations

import os

from PySide6.QtCore import QStandardPaths


def sessions_place() -> str:
    """Return the path of the folder of sessions; it may not be there."""
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppLocalDataLocation)
    return os.path.join(place, "sessions")

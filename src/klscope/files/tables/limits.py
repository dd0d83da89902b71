"""The limits of what is read, and of a process that reads a file, which loads this module: it imports little."""

from __future__ import annotations

from contextlib import suppress

try:
    import resource
except ImportError:  # Windows has no such limits
    resource = None  # type: ignore[assignment]  # mypy knows the module

MOST_SECONDS = 30
"""The CPU time that reading may take, in seconds."""
LONGEST_WAIT = 120
"""The time in seconds after which reading is given up, as on a machine with much else to do."""
MOST_MEMORY = 460_000_000
"""The memory that a process may take, in bytes, where the system can limit it."""
MOST_CATEGORIES = 1_000_000
MOST_COLUMNS = 10_000
MOST_CELLS = 20_000_000
"""The largest number of cells of a table of text."""
MOST_SHEET_CELLS = 4_000_000
"""The largest number of cells of a workbook: a sheet of all rows that there can be has three columns."""


def limit_this_process(memory: int = MOST_MEMORY) -> None:
    """Limit the memory and the time of this process, and leave no core dump if it ends."""
    if resource is None:
        return
    for limited, most in (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_CPU, MOST_SECONDS),
        (resource.RLIMIT_CORE, 0),
    ):
        with suppress(OSError, ValueError):  # macOS does not limit memory, and a lower limit may be in force
            resource.setrlimit(limited, (most, most))

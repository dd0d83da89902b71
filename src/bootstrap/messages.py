"""Messages to the user during an installation."""

import os
import sys


class SetUpError(Exception):
    """The environment cannot be made; the message says why and what to do."""


def say(text: str) -> None:
    """Print to stderr: stdout belongs to the program that is started."""
    if sys.stderr is None:  # stderr is closed
        return
    if not (sys.stderr.encoding or "").lower().startswith("utf"):
        text = text.replace("…", "...")
    try:
        sys.stderr.write("klscope: " + text + "\n")
        sys.stderr.flush()
    except OSError:
        # stderr is closed; data left in its buffer would change the exit code at exit
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stderr.fileno())

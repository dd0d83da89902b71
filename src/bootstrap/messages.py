"""What the person is told while klscope is made ready."""

import os
import sys


class SetUpError(Exception):
    """The environment cannot be made; the text says why and what to do."""


def say(text: str) -> None:
    """Tell the person on stderr: stdout belongs to the program that is started."""
    if sys.stderr is None:  # closed: nobody can be told
        return
    if not (sys.stderr.encoding or "").lower().startswith("utf"):
        text = text.replace("…", "...")
    try:
        sys.stderr.write("klscope: " + text + "\n")
        sys.stderr.flush()
    except OSError:
        # Nobody can be told, and what is left in the buffer would change the exit code at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stderr.fileno())

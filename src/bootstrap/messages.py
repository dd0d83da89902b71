"""What the person is told while klscope is made ready."""

import sys

LAST_LINES = 6
"""How many of another program's last lines are worth showing."""


class SetUpError(Exception):
    """The environment cannot be made; the text says why and what to do."""


def say(text: str) -> None:
    """Tell the person on stderr: stdout belongs to the program that is started."""
    if not (sys.stderr.encoding or "").lower().startswith("utf"):
        text = text.replace("…", "...")
    sys.stderr.write("klscope: " + text + "\n")
    sys.stderr.flush()


def indented(lines: "list[str]") -> str:
    """Another program's words, set apart from ours."""
    return "\n".join("    " + line for line in lines)

"""The file a command is to write: refused before anything is drawn where it cannot become what is asked for."""

import os

from klscope.command_line.exits import UsageError
from klscope.files.weights_text import quoted


def check_output(output: str, kind: str, suffixes: tuple[str, ...]) -> None:
    """Refuse a name with another ending, one in a folder that is not there, and a folder; ``kind``: "a picture"."""
    suffix = os.path.splitext(output)[1]
    if suffix.lower() not in suffixes:
        raise UsageError(f"{quoted(output)}: {kind}'s name ends in {' or '.join(suffixes)}")
    folder = os.path.dirname(output) or "."
    if not os.path.isdir(folder):
        raise UsageError(f"{quoted(output)}: there is no folder {quoted(folder)}; make it first")
    if os.path.isdir(output):
        raise UsageError(f"{quoted(output)} is a folder; name a file")

"""How a command ends: the exit codes, the two errors that end one, and what is written on the way.

Exit codes: 0 done; 2 wrong input, said in one line on stderr; 3 this machine lacks something, said likewise.
"""

import os
import sys

from klscope.files.system_reasons import reason_of
from klscope.wording import phrase

EXIT_BROKEN_PIPE = 1
EXIT_USAGE = 2
EXIT_CANNOT_RUN = 3
EXIT_INTERRUPTED = 130


class UsageError(Exception):
    """What was typed cannot be done; the text says what, where, and what to do."""


class CannotRunError(Exception):
    """This machine lacks something; the text says what, and what to do."""


def write(text: str) -> None:
    """Write a line on stdout at once; what its encoding lacks is escaped."""
    encoding = sys.stdout.encoding or "utf-8"
    try:
        print(text.encode(encoding, "backslashreplace").decode(encoding), flush=True)
    except OSError as error:
        # What is left in the buffer goes nowhere, or Python would complain once more at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if isinstance(error, BrokenPipeError):
            raise
        raise CannotRunError(phrase("the output cannot be written: {reason}", reason=reason_of(error))) from error


def complain(message: str, code: int) -> int:
    """Say in one line on stderr what is wrong."""
    complain_plainly(f"klscope: {message}")
    return code


def complain_plainly(message: str) -> None:
    """Write one line on stderr that begins with what an editor can jump to: FILE:LINE: …"""
    printable = "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in message)
    print(printable, file=sys.stderr)

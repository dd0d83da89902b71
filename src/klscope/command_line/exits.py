"""How a command ends: the exit codes, the two errors that end one, and what is written on the way.

The exit code tells what ended the command, and nothing else does:

- 0: it did what was asked for.
- 1: whoever read its output closed the pipe before all was written, as ``klscope measure … | head`` does. Nothing is
  said, for nothing is wrong.
- 2: wrong input, said on stderr in one line for each mistake.
- 3: this machine lacks something, or what was to be written cannot be: a full disk, standard output that is closed or
  full, no display. Said on stderr in one line.
- 130, 143, 129: ended by Ctrl+C, SIGTERM or SIGHUP: 128 and the number of the signal, as shells count.

A command that writes nothing on stdout does not mind that it is closed. Where stderr is closed or full nobody can be
told, and the exit code is the same.
"""

import os
import sys
from contextlib import suppress
from typing import TextIO

from klscope.files.system_reasons import reason_of
from klscope.wording import gettext

EXIT_BROKEN_PIPE = 1
EXIT_USAGE = 2
EXIT_CANNOT_RUN = 3
EXIT_BY_SIGNAL = 128
"""What the number of the signal is added to."""
EXIT_INTERRUPTED = EXIT_BY_SIGNAL + 2
"""After Ctrl+C, which is SIGINT."""


class UsageError(Exception):
    """What was typed cannot be done; the text says what, where, and what to do."""


class CannotRunError(Exception):
    """This machine lacks something, or output cannot be written; the text says what, and what to do."""


def keep_standard_descriptors() -> None:
    """Let the descriptors 0, 1 and 2 that this process was started without lead nowhere.

    Else the next file that is opened would be given such a number, and what a library writes there would end in it.
    """
    for descriptor in range(3):
        try:
            os.fstat(descriptor)
        except OSError:
            os.open(os.devnull, os.O_RDWR)  # is given the lowest number that is free: this one


def output_encoding() -> str:
    """Return the encoding of stdout, also where it is closed."""
    return getattr(sys.stdout, "encoding", None) or "utf-8"


def write(text: str) -> None:
    """Write a line on stdout at once; what its encoding lacks is escaped.

    Raises
    ------
    CannotRunError
        It cannot be written.
    BrokenPipeError
        Nobody reads it any more.
    """
    if sys.stdout is None:
        raise CannotRunError(_not_written(gettext("standard output is closed")))
    encoding = output_encoding()
    try:
        print(text.encode(encoding, "backslashreplace").decode(encoding), flush=True)
    except BrokenPipeError:
        _drop_what_is_left(sys.stdout)
        raise
    except OSError as error:
        _drop_what_is_left(sys.stdout)
        raise CannotRunError(_not_written(reason_of(error))) from error


def _not_written(reason: str) -> str:
    return gettext("the output cannot be written: {reason}", reason=reason)


def complain(message: str, code: int) -> int:
    """Say in one line on stderr what is wrong; return the exit code."""
    complain_plainly(f"klscope: {message}")
    return code


def complain_plainly(message: str) -> None:
    """Write one line on stderr that begins with what an editor can jump to: FILE:LINE: …"""
    if sys.stderr is None:  # print would write it on stdout
        return
    try:
        print(printable(message), file=sys.stderr, flush=True)
    except OSError:  # nobody can be told
        _drop_what_is_left(sys.stderr)


def printable(text: str) -> str:
    """Return a text with whatever would break its line, or is not of Unicode, escaped."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in text)


def _drop_what_is_left(stream: TextIO) -> None:
    """Let the rest of a stream's buffer go nowhere: Python would try to write it at its end, and complain once more."""
    with suppress(OSError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)

"""Exit codes, the exceptions that end a command, and output to stdout and stderr.

- 0: success.
- 1: the reader of stdout closed the pipe early, as in ``klscope measure … | head``; nothing is reported.
- 2: wrong input; one line on stderr for each mistake.
- 3: something is missing on this machine (a display, a library), or the output cannot be written (a full disk, a closed
  stdout); one line on stderr.
- 130, 143, 129: ended by SIGINT (Ctrl+C), SIGTERM or SIGHUP: 128 plus the number of the signal, as in shells.

A closed stdout matters only to commands that write to it. A closed or full stderr does not change the exit code.
"""

import os
import sys
from contextlib import suppress
from typing import TextIO

from klscope.files.system_reasons import reason_of
from klscope.wording import gettext, translated

EXIT_BROKEN_PIPE = 1
EXIT_USAGE = 2
EXIT_CANNOT_RUN = 3
EXIT_BY_SIGNAL = 128
"""The exit code of a signal is this plus its number."""
EXIT_INTERRUPTED = EXIT_BY_SIGNAL + 2
"""After SIGINT (Ctrl+C)."""


class UsageError(Exception):
    """The arguments are wrong; the message says what, where, and what to do."""


def usage_error(message: str, /, **values: object) -> UsageError:
    """Return the error with the translation of ``message``, a literal, with ``values`` inserted as by `gettext`."""
    return UsageError(translated(message).format(**values))


class CannotRunError(Exception):
    """Something is missing on this machine, or output cannot be written; the message says what, and what to do."""


def keep_standard_descriptors() -> None:
    """Open those of the descriptors 0, 1 and 2 that are closed on the null device.

    Otherwise the next opened file would get such a number, and output of a library would be written into it.
    """
    for descriptor in range(3):
        try:
            os.fstat(descriptor)
        except OSError:
            os.open(os.devnull, os.O_RDWR)  # gets the lowest free number, which is this one


def output_encoding() -> str:
    """Return the encoding of stdout, also if it is closed."""
    return getattr(sys.stdout, "encoding", None) or "utf-8"


def write(text: str) -> None:
    """Write a line to stdout and flush; characters that it cannot encode are escaped.

    Raise CannotRunError if the line cannot be written, and BrokenPipeError if the reader closed the pipe.
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
    """Write an error message to stderr, in one line; return ``code``."""
    complain_plainly(f"klscope: {message}")
    return code


def complain_plainly(message: str) -> None:
    """Write a line to stderr without a prefix: FILE:LINE: …, which editors can follow."""
    if sys.stderr is None:  # print would use stdout
        return
    try:
        print(printable(message), file=sys.stderr, flush=True)
    except OSError:  # there is nowhere to report it
        _drop_what_is_left(sys.stderr)


def printable(text: str) -> str:
    """Return a text with line breaks, control characters and surrogates escaped."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in text)


def _drop_what_is_left(stream: TextIO) -> None:
    """Discard the buffer of a stream: Python would flush it at exit and report the error again."""
    with suppress(OSError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)

"""The entry point: the window, or one of the commands measure, export, lesson and doctor.

Each command is a module of `klscope.command_line`, imported by name when it is used. It imports what it needs after its
arguments are parsed. So ``measure`` starts without Qt, and a missing library is reported before Qt can abort.
"""

import os
import sys
from collections.abc import Sequence

from klscope.command_line.exits import (
    EXIT_BROKEN_PIPE,
    EXIT_CANNOT_RUN,
    EXIT_INTERRUPTED,
    EXIT_USAGE,
    CannotRunError,
    UsageError,
    complain,
    keep_standard_descriptors,
)
from klscope.command_line.language import language_of
from klscope.command_line.loading import load
from klscope.command_line.parser import COMMANDS
from klscope.files import catalogues
from klscope.files.regular_files import FileError


def main(argv: Sequence[str] | None = None) -> int:
    """Run klscope with these arguments, by default those of the process; return the exit code."""
    keep_standard_descriptors()
    words = list(sys.argv[1:] if argv is None else argv)
    catalogues.set_language(language_of(words, os.environ))
    try:
        code = _run(words)
    except UsageError as error:
        return complain(str(error), EXIT_USAGE)
    except (CannotRunError, FileError) as error:  # FileError: the output cannot be written
        return complain(str(error), EXIT_CANNOT_RUN)
    except BrokenPipeError:  # as in klscope measure … | head
        return EXIT_BROKEN_PIPE
    except KeyboardInterrupt:
        return EXIT_INTERRUPTED
    except SystemExit as end:  # argparse after --help
        return end.code if isinstance(end.code, int) else 0
    return code


def _run(words: list[str]) -> int:
    if words and words[0] in COMMANDS:
        command, words = words[0], words[1:]
    else:
        command = "window"
    return int(load(f"klscope.command_line.{command}", "run")(words))

"""The command ``klscope lesson check``."""

from collections.abc import Sequence

from klscope.command_line.exits import EXIT_USAGE, complain_plainly, printable, write
from klscope.files.regular_files import FileError
from klscope.lessons.format import read_file
from klscope.lessons.lesson import Lesson
from klscope.lessons.mistakes import LessonError
from klscope.wording import gettext, ngettext, with_remedy


def run(files: Sequence[str]) -> int:
    """Report the mistakes of each file; return the exit code."""
    code = 0
    for file in files:
        found = read_or_tell(file)
        if found is None:
            code = EXIT_USAGE
        elif found.challenging:
            many = len(found.steps)
            message = ngettext("{count} challenge, no mistakes", "{count} challenges, no mistakes", count=many)
            write(f"{printable(file)}: {message}")
        else:
            message = ngettext("{count} step, no mistakes", "{count} steps, no mistakes", count=len(found.steps))
            write(f"{printable(file)}: {message}")
    return code


def read_or_tell(file: str) -> Lesson | None:
    """Return the content of a file; None after reporting its mistakes, one per line."""
    try:
        return read_file(file)
    except LessonError as error:
        for mistake in error.mistakes:
            complain_plainly(str(mistake))
    except FileError as error:
        message = with_remedy(gettext("it cannot be read: {reason}", reason=error.reason), error.remedy)
        complain_plainly(f"{file}:1: {message}")
    return None

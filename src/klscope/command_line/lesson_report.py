"""What ``klscope lesson`` tells of each file: its mistakes, or that it has none."""

from collections.abc import Sequence
from pathlib import Path

from klscope.command_line.exits import EXIT_USAGE, complain_plainly, write
from klscope.lessons.format import read_file
from klscope.lessons.lesson import Challenges, Lesson
from klscope.lessons.mistakes import LessonError


def run(files: Sequence[str]) -> int:
    """Read each file; tell its mistakes, or that it has none; return the exit code."""
    code = 0
    for file in files:
        found = read_or_tell(file)
        if found is None:
            code = EXIT_USAGE
        elif isinstance(found, Lesson):
            write(f"{file}: {len(found.steps)} steps, no mistakes")
        else:
            many = len(found.challenges)
            write(f"{file}: {many} {'challenge' if many == 1 else 'challenges'}, no mistakes")
    return code


def read_or_tell(file: str) -> Lesson | Challenges | None:
    """Return what a file holds; None after telling every mistake in it, a line each."""
    try:
        return read_file(Path(file))
    except LessonError as error:
        for mistake in error.mistakes:
            complain_plainly(str(mistake))
    except (OSError, ValueError) as error:  # ValueError: a name with a null character
        why = error.strerror if isinstance(error, OSError) else str(error)
        complain_plainly(f"{file}:1: it cannot be read: {why}; name a file that is there")
    return None

"""What ``klscope lesson`` tells of each file: its mistakes, or that it has none."""

from collections.abc import Sequence
from pathlib import Path

from klscope.command_line.exits import EXIT_USAGE, complain_plainly, write
from klscope.files.system_reasons import reason, reason_of
from klscope.lessons.format import read_file
from klscope.lessons.lesson import Challenges, Lesson
from klscope.lessons.mistakes import LessonError
from klscope.wording import counted_phrase, phrase


def run(files: Sequence[str]) -> int:
    """Read each file; tell its mistakes, or that it has none; return the exit code."""
    code = 0
    for file in files:
        found = read_or_tell(file)
        if found is None:
            code = EXIT_USAGE
        elif isinstance(found, Lesson):
            told = counted_phrase("{count} step, no mistakes", "{count} steps, no mistakes", count=len(found.steps))
            write(f"{file}: {told}")
        else:
            many = len(found.challenges)
            told = counted_phrase("{count} challenge, no mistakes", "{count} challenges, no mistakes", count=many)
            write(f"{file}: {told}")
    return code


def read_or_tell(file: str) -> Lesson | Challenges | None:
    """Return what a file holds; None after telling every mistake in it, a line each."""
    try:
        return read_file(Path(file))
    except LessonError as error:
        for mistake in error.mistakes:
            complain_plainly(str(mistake))
    except (OSError, ValueError) as error:  # ValueError: a name with a null character
        why = reason_of(error) if isinstance(error, OSError) else reason(str(error))
        told = phrase("it cannot be read: {reason}; name a file that is there", reason=why)
        complain_plainly(f"{file}:1: {told}")
    return None

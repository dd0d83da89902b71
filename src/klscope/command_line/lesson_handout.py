"""The command ``klscope lesson handout``: loads the lesson; `klscope.export_command` writes it."""

import os
from pathlib import Path

from klscope.command_line.choices import did_you_mean
from klscope.command_line.exits import EXIT_USAGE, UsageError, complain_plainly
from klscope.command_line.lesson_report import read_or_tell
from klscope.command_line.loading import load_without_display
from klscope.files.reading import STANDARD_INPUT
from klscope.files.weights_text import quoted
from klscope.lessons import library
from klscope.lessons.lesson import Lesson
from klscope.wording import gettext, with_remedy


def run(name: str, output: str, language: str, answers: bool) -> int:
    """Write the lesson ``name``, or that in the file ``name``, to ``output``; return the exit code."""
    lesson = _lesson(name, language)
    if lesson is None:
        return EXIT_USAGE
    return int(load_without_display("klscope.export_command", "run_handout")(lesson, output, language, answers))


def _lesson(name: str, language: str) -> Lesson | None:
    """Return a lesson by its name, number or file; None after reporting the mistakes of the file."""
    names = library.names(language)
    known = [one for one in names if name in (one, one.partition("-")[0])]
    if known:
        return library.load(known[0], language)
    if not _is_path(name):
        hint = did_you_mean(name, names) or gettext("there are {lessons}", lessons=", ".join(names))
        raise UsageError(with_remedy(gettext("there is no lesson {name}", name=quoted(name)), hint))
    found = read_or_tell(name)
    if found is None or not found.challenging:
        return found
    message = gettext("these are challenges, which have no handout; name a lesson")
    complain_plainly(f"{name}:1: {message}")
    return None


def _is_path(name: str) -> bool:
    """Return whether ``name`` is a path, not the name of a bundled lesson."""
    return name == STANDARD_INPUT or Path(name).suffix == ".md" or os.sep in name or os.path.lexists(name)

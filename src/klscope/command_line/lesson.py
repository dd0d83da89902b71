"""``klscope lesson``: what it takes; `klscope.command_line.lesson_report` reads the files and tells what is wrong."""

from collections.abc import Sequence

from klscope.command_line.choices import nearest
from klscope.command_line.exits import UsageError
from klscope.command_line.loading import load
from klscope.command_line.parser import Parser
from klscope.files.weights_text import quoted

ACTIONS = ("check",)

EPILOG = """\
Every mistake takes one line, FILE:LINE: what is wrong; what to do, and the exit code is 2.
How a lesson is written is told in README.md beside the lessons: resources/lessons.

examples:
  klscope lesson check 01-entropy.md
  klscope lesson check resources/lessons/en/*.md
"""


def run(words: Sequence[str]) -> int:
    """Check the lessons that these words name; return the exit code."""
    arguments = _parser().read(words)
    if arguments.action is None:
        raise UsageError("nothing to do: write klscope lesson check FILE")
    if arguments.action not in ACTIONS:
        hint = nearest(arguments.action, ACTIONS)
        raise UsageError(f"klscope lesson knows no {quoted(arguments.action)}{hint} Write klscope lesson check FILE")
    if not arguments.files:
        raise UsageError("no lesson is named: write klscope lesson check FILE")
    code: int = load("klscope.command_line.lesson_report", "run")(arguments.files)
    return code


def _parser() -> Parser:
    parser = Parser("klscope lesson", "Check the text of lessons, and tell every mistake in them.", EPILOG)
    parser.add_argument("action", nargs="?", metavar="check", help="what to do")
    parser.add_argument("files", nargs="*", metavar="FILE", help="the text of a lesson, or challenges.md")
    return parser

"""The command ``klscope doctor``, without options; see `klscope.doctor`."""

from collections.abc import Sequence

from klscope.command_line.exits import write
from klscope.command_line.loading import load
from klscope.command_line.parser import Parser
from klscope.wording import gettext


def run(words: Sequence[str]) -> int:
    """Report on this machine; return the exit code."""
    Parser("klscope doctor", gettext("Show what klscope finds on this machine and what it lacks.")).read(words)
    return int(load("klscope.doctor", "run")(write))

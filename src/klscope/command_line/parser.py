"""The parser of every command: argparse, with what is wrong said in one line that tells how it would be right."""

import argparse
import difflib
from collections.abc import Sequence
from typing import Any, NoReturn

from klscope.command_line.exits import UsageError
from klscope.files.weights_text import quoted

COMMANDS = ("measure", "export", "lesson", "doctor")
"""What the first word may be; each is a module beside this one, as is the window, which is opened without a word."""


class Parser(argparse.ArgumentParser):
    """A parser that takes no abbreviations and leaves it to the caller to say what is wrong."""

    def __init__(self, program: str, description: str, epilog: str) -> None:
        super().__init__(
            prog=program,
            description=description,
            epilog=epilog,
            formatter_class=argparse.RawDescriptionHelpFormatter,
            allow_abbrev=False,
        )

    def value(self, option: str, help_text: str, metavar: str) -> None:
        """Add an option that takes one value, and may be given once."""
        self.add_argument(option, action=_Once, metavar=metavar, help=help_text)

    def choice(self, option: str, help_text: str, choices: Sequence[str]) -> None:
        """Add an option that takes one of some values; which, is checked by `choices.chosen`."""
        self.value(option, help_text, "|".join(choices))

    def error(self, message: str) -> NoReturn:
        """Raise what argparse would print, in our words."""
        subject, _, complaint = message.removeprefix("argument ").partition(": ")
        if complaint == "expected one argument":
            raise UsageError(f"{subject}: a value is missing; write {subject} VALUE (see {self.prog} --help)")
        raise UsageError(f"{message.removeprefix('argument ')} (see {self.prog} --help)")

    def read(self, words: Sequence[str]) -> argparse.Namespace:
        """Parse, and refuse what is left over."""
        arguments, unknown = self.parse_known_args(self._with_values(words))
        if unknown:
            word = unknown[0]
            name = word.partition("=")[0]
            known = self._option_string_actions if word.startswith("-") else COMMANDS
            kind = "option" if word.startswith("-") else "command"
            near = difflib.get_close_matches(name, list(known), n=1)
            if not near and word.startswith("-"):
                near = [option for option in known if option == "-" + name]
            hint = f"did you mean {near[0]}?" if near else f"see {self.prog} --help"
            where = "" if self.prog == "klscope" else f" of {self.prog}"
            if name in COMMANDS:
                raise UsageError(f"the command {name} must come first: klscope {name} …")
            if kind == "command" and where:
                raise UsageError(f"{quoted(word)} is one word too many for {self.prog}; see {self.prog} --help")
            raise UsageError(f"there is no {kind} {quoted(name)}{where}; {hint}")
        return arguments

    def _with_values(self, words: Sequence[str]) -> list[str]:
        """Tie a value that begins with a minus sign to its option: argparse takes ``--p -1,2`` for two options."""
        tied: list[str] = []
        waiting = False
        for word in words:
            if waiting and word.startswith("-") and not word.startswith("--"):
                tied[-1] += f"={word}"
                waiting = False
                continue
            tied.append(word)
            action = self._option_string_actions.get(word)
            waiting = isinstance(action, _Once) and word.startswith("--")
        return tied


class _Once(argparse.Action):
    """Store a value; a second one is a mistake and not a correction."""

    def __call__(
        self,
        _parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,
        values: Any,
        option_string: str | None = None,
    ) -> None:
        if getattr(namespace, self.dest) is not None:
            raise UsageError(f"{option_string} is given twice; give it once")
        setattr(namespace, self.dest, values)

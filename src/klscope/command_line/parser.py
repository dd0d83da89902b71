"""The argument parser of all commands: argparse with translated messages, and errors of one line with a remedy.

Messages of argparse are replaced, because it translates them by a catalogue of the whole process.
"""

import argparse
import re
from collections.abc import Iterable, Sequence
from typing import Any, NoReturn

from klscope.command_line.exits import UsageError, usage_error, write
from klscope.command_line.loading import load
from klscope.files.weights_text import quoted
from klscope.terminal_width import wide_letters, wrapped
from klscope.wording import gettext

COMMANDS = ("measure", "export", "lesson", "doctor")
"""The commands; each is a module in this package, as is the window, the default."""

WIDTH = 79
"""The number of columns of help texts that argparse does not wrap."""
_OPTION_AND_HELP = re.compile(r"(  \S.*?)(  +)(\S.*)")
_NEEDS_NO_VALUE = re.compile(r"ignored explicit argument (.*)")


class _Formatter(argparse.RawDescriptionHelpFormatter):
    """Translated help, aligned by terminal width."""

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[Any],
        prefix: str | None = None,
    ) -> None:
        """Add the usage, with its translated prefix."""
        super().add_usage(usage, actions, groups, gettext("usage: ") if prefix is None else prefix)

    def _split_lines(self, text: str, width: int) -> list[str]:
        return wrapped(text, width)

    def format_help(self) -> str:
        """Return the help, with aligned columns."""
        usage, gap, rest = super().format_help().partition("\n\n")
        usage = usage.replace("\n", "\n" + " " * wide_letters(gettext("usage: ")))
        return usage + gap + "".join(_aligned(line) for line in rest.splitlines(keepends=True))


def _aligned(line: str) -> str:
    """Remove the excess spaces that argparse, which counts characters, adds after wide ones."""
    found = _OPTION_AND_HELP.fullmatch(line.rstrip("\n"))
    if found is None:
        return line
    option, gap, help_text = found.groups()
    return f"{option}{' ' * max(len(gap) - wide_letters(option), 2)}{help_text}\n"


class Parser(argparse.ArgumentParser):
    """A parser without abbreviations, which raises UsageError on errors."""

    def __init__(
        self, program: str, description: str, explanation: str = "", examples: str = "", words: str = ""
    ) -> None:
        super().__init__(
            prog=program,
            usage=f"{program} {words}" if words else None,
            description="\n".join(wrapped(description, WIDTH)),
            epilog="\n".join((explanation, gettext("examples:"), examples)) if examples else explanation,
            formatter_class=_Formatter,
            allow_abbrev=False,
            add_help=False,
        )
        self._group: argparse._ArgumentGroup | None = None
        self._positionals.title = gettext("positional arguments")
        self._optionals.title = gettext("options")
        self.add_argument("-h", "--help", action="help", help=gettext("show this help message and exit"))

    def begin_group(self, title: str | None) -> None:
        """List the options that are added from now on under a title; under "options" for None."""
        self._group = None if title is None else self.add_argument_group(title)

    def value(self, option: str, help_text: str, metavar: str) -> None:
        """Add an option with one value, which may be given once."""
        (self._group or self).add_argument(option, action=_Once, metavar=metavar, help=help_text)

    def switch(self, option: str, help_text: str) -> None:
        """Add an option without a value."""
        (self._group or self).add_argument(option, action="store_true", help=help_text)

    def files(self, help_text: str) -> None:
        """Add the files, which are the words that are not options."""
        (self._group or self).add_argument("files", metavar=gettext("FILE"), nargs="*", help=help_text)

    def choice(self, option: str, help_text: str, choices: Sequence[str]) -> None:
        """Add an option with a fixed set of values, which `choices.chosen` checks."""
        self.value(option, help_text, "|".join(choices))

    def print_help(self, _file: object = None) -> None:
        """Write the help to stdout; argparse would ignore errors."""
        write(self.format_help().removesuffix("\n"))

    def error(self, message: str) -> NoReturn:
        """Raise UsageError with a translated message."""
        subject, _, complaint = message.removeprefix("argument ").partition(": ")
        needless = _NEEDS_NO_VALUE.fullmatch(complaint)
        if complaint == "expected one argument":
            text = gettext("{option}: a value is missing; write {option} VALUE", option=subject)
        elif needless is not None:
            text = gettext("{option}: ignored explicit argument {value}", option=subject, value=needless[1])
        else:
            text = message.removeprefix("argument ")
        raise usage_error("{mistake} (see {program} --help)", mistake=text, program=self.prog)

    def read(self, words: Sequence[str]) -> argparse.Namespace:
        """Parse the arguments; unknown ones are errors."""
        arguments, unknown = self.parse_known_args(self._with_values(words))
        if unknown:
            raise UsageError(self._left_over(unknown[0]))
        return arguments

    def _left_over(self, word: str) -> str:
        name, is_option = word.partition("=")[0], word.startswith("-")
        if name in COMMANDS:
            return gettext("the command {command} must come first: klscope {command} …", command=name)
        at_top = self.prog == "klscope"
        if not is_option and not at_top:
            return gettext(
                "{word} is one word too many for {program}; see {program} --help", word=quoted(word), program=self.prog
            )
        known = list(self._option_string_actions) if is_option else COMMANDS
        near = load("difflib", "get_close_matches")(name, known, n=1)
        if not near and is_option:
            near = [option for option in known if option == "-" + name]
        if near:
            hint = gettext("did you mean {meant}?", meant=near[0])
        else:
            hint = gettext("see {program} --help", program=self.prog)
        if not is_option:
            return gettext("there is no command {name}; {hint}", name=quoted(name), hint=hint)
        if at_top:
            return gettext("there is no option {name}; {hint}", name=quoted(name), hint=hint)
        return gettext(
            "there is no option {name} of {program}; {hint}", name=quoted(name), program=self.prog, hint=hint
        )

    def _with_values(self, words: Sequence[str]) -> list[str]:
        """Join an option with a value that begins with a minus sign: argparse reads ``--p -1,2`` as two options."""
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
    """Store a value; a repeated option is an error."""

    def __call__(
        self,
        _parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,
        values: Any,
        option_string: str | None = None,
    ) -> None:
        if getattr(namespace, self.dest) is not None:
            raise usage_error("{option} is given twice; give it once", option=option_string)
        setattr(namespace, self.dest, values)

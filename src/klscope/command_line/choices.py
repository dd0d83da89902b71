"""Options with a fixed set of values, and suggestions for misspelt values."""

from collections.abc import Iterable, Sequence
from typing import Any

from klscope.command_line.exits import UsageError
from klscope.command_line.loading import load
from klscope.files.weights_text import quoted
from klscope.wording import gettext, with_remedy

UNITS = ("bit", "nat", "hartley")


def chosen(option: str, value: str | None, choices: Sequence[str], default: str | None) -> str | None:
    """Return the checked value of an option, or its default."""
    if value is None:
        return default
    if value not in choices:
        raise UsageError(with_remedy(_not_one_of(option, value, choices), did_you_mean(value, choices)))
    return value


def did_you_mean(word: str, choices: Iterable[str]) -> str:
    """Return a question with the choices similar to an unknown word; empty if there is none."""
    near = load("difflib", "get_close_matches")(word, list(choices), n=1)
    return gettext("did you mean {meant}?", meant=near[0]) if near else ""


def read_unit(text: str | None) -> Any:
    """Return the unit of this name, bits by default."""
    try:
        return load("klscope.theory.units", "parse_unit")(UNITS[0] if text is None else text)
    except ValueError:
        raise UsageError(_not_one_of("--unit", str(text), UNITS)) from None


def _not_one_of(option: str, value: str, choices: Iterable[str]) -> str:
    return gettext(
        "{option}: {value} is not one of {choices}", option=option, value=quoted(value), choices=", ".join(choices)
    )

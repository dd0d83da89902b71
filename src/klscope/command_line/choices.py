"""Options that take one of a few values, and the guess at what was meant."""

import difflib
from collections.abc import Iterable, Sequence
from typing import Any

from klscope.command_line.exits import UsageError
from klscope.command_line.loading import load
from klscope.files.weights_text import quoted

UNITS = ("bit", "nat", "hartley")


def chosen(option: str, value: str | None, choices: Sequence[str], default: str | None) -> str | None:
    """The value of an option that takes one of a few, or its default."""
    if value is None:
        return default
    if value not in choices:
        raise UsageError(
            f"{option}: {quoted(value)} is not one of {', '.join(choices)}{nearest(value, choices).removesuffix('.')}"
        )
    return value


def nearest(word: str, choices: Iterable[str]) -> str:
    """The end of a sentence about an unknown word: what was probably meant, or a full stop."""
    near = difflib.get_close_matches(word, list(choices), n=1)
    return f"; did you mean {near[0]}?" if near else "."


def read_unit(text: str | None) -> Any:
    """The unit called so, bits by default."""
    try:
        return load("klscope.theory.units", "parse_unit")(UNITS[0] if text is None else text)
    except ValueError:
        raise UsageError(f"--unit: {quoted(str(text))} is not one of {', '.join(UNITS)}") from None

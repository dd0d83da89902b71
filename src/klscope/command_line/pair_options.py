"""The pair of distributions a command is given: --example, or --p and --q, with --labels or without."""

import argparse
import csv
from collections.abc import Sequence

from klscope.command_line.choices import nearest
from klscope.command_line.exits import CannotRunError, UsageError
from klscope.command_line.loading import load
from klscope.command_line.parser import Parser
from klscope.files.weights_text import WeightError, parse_weights, quoted

WEIGHTS_HELP = """\
Weights are parted by commas: 0.5, 1/4, 25%, 2e-4; they are divided by their sum, so counts will do.
"""


def add_pair_options(parser: Parser) -> None:
    """Add the four options; what is given with them, read_pair checks."""
    parser.value("--example", "a pair of distributions that comes with klscope", "NAME")
    parser.value("--p", "weights of P: what happens", "WEIGHTS")
    parser.value("--q", "weights of Q: what the model believes", "WEIGHTS")
    parser.value("--labels", "names of the categories, parted by commas", "NAMES")


def read_pair(arguments: argparse.Namespace, fewest: int) -> None:
    """Check --example, --p, --q and --labels together; set p_weights, q_weights and label_list, None where absent."""
    arguments.p_weights = arguments.q_weights = arguments.label_list = None
    given = [option for option in ("--p", "--q", "--labels") if getattr(arguments, option[2:]) is not None]
    if arguments.example is not None:
        if given:
            raise UsageError(f"--example and {given[0]} exclude each other; give one of them")
        _check_example(arguments.example)
        return
    if not given:
        return
    for option, other in (("--p", "--q"), ("--q", "--p")):
        if option not in given:
            raise UsageError(f"{option} is missing: {given[0]} needs {option} WEIGHTS{_and(other, given)}")
    p, q = _weights("--p", arguments.p), _weights("--q", arguments.q)
    if len(p) != len(q):
        raise UsageError(f"--p has {_counted(p)} and --q has {len(q)}; give both one for each category")
    if len(p) < fewest:
        raise UsageError(f"--p: there is {_counted(p)}; give at least {fewest}, one for each category")
    arguments.p_weights, arguments.q_weights = p, q
    if arguments.labels is not None:
        arguments.label_list = _labels(arguments.labels, len(p))


def _and(option: str, given: Sequence[str]) -> str:
    return "" if option in given else f" and {option} WEIGHTS"


def _counted(weights: Sequence[float]) -> str:
    return "1 weight" if len(weights) == 1 else f"{len(weights)} weights"


def _weights(option: str, text: str) -> list[float]:
    try:
        weights = parse_weights(text)
    except WeightError as error:
        raise UsageError(f"{option}: {error}") from None
    if not any(weights):
        raise UsageError(f"{option}: all weights are 0; make at least one of them positive")
    return weights


def _labels(text: str, n: int) -> list[str]:
    """Read the names of the categories; a name with a comma in it stands in double quotes."""
    for position, name in enumerate(text.split(","), start=1):
        if any(ord(c) < 32 or 0x7F <= ord(c) < 0xA0 or 0xD800 <= ord(c) < 0xE000 for c in name):
            raise UsageError(
                f"--labels: name {position}, {quoted(name)}, has a character that cannot be shown; remove it"
            )
    try:
        rows = list(csv.reader([text], skipinitialspace=True, strict=True))
    except csv.Error:
        raise UsageError(
            f'--labels: {quoted(text)} has a quotation mark out of place; put a name with a comma as "a, b"'
        ) from None
    labels = [label.strip() for label in rows[0]] if rows else []
    seen: dict[str, int] = {}
    for position, label in enumerate(labels, start=1):
        if not label:
            raise UsageError(f"--labels: name {position} is empty; give each category a name")
        if label in seen:
            raise UsageError(
                f"--labels: name {position}, {quoted(label)}, is the same as name {seen[label]}; make them differ"
            )
        seen[label] = position
    if len(labels) != n:
        names = "1 name" if len(labels) == 1 else f"{len(labels)} names"
        raise UsageError(f"--labels has {names} for {n} weights; give one for each category")
    return labels


def _check_example(name: str) -> None:
    known = _example_names()
    if name not in known:
        raise UsageError(
            f"--example: there is no example {quoted(name)}{nearest(name, known)} The examples are {', '.join(known)}"
        )


def _example_names() -> tuple[str, ...]:
    try:
        names: tuple[str, ...] = load("klscope.files.examples", "names")()
    except (OSError, ValueError) as error:
        raise CannotRunError(f"the examples cannot be read: {error}; install klscope again") from error
    return names

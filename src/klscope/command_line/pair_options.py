"""The options for a pair of distributions: --example, or --p, --q and --labels, or files."""

import argparse
import csv
from collections.abc import Sequence
from typing import Any

from klscope.command_line.choices import did_you_mean
from klscope.command_line.data_options import add_data_options, data_options, given_data_options
from klscope.command_line.exits import CannotRunError, UsageError, usage_error
from klscope.command_line.loading import load
from klscope.command_line.parser import Parser
from klscope.files.documents.names import may_be_document
from klscope.files.regular_files import FileError
from klscope.files.weights_text import WeightError, lost_weight, parse_weights, quoted
from klscope.wording import gettext, ngettext


def weights_help() -> str:
    """Return the help text on the format of weights."""
    return gettext(
        "Weights are separated by commas: 0.5, 1/4, 25%, 2e-4; they are divided by their\nsum, so counts will do.\n"
    )


def add_pair_options(parser: Parser) -> None:
    """Add the options and the files; `read_pair` checks their values."""
    parser.begin_group(gettext("distributions without a file"))
    parser.value("--example", gettext("a pair of distributions that comes with klscope"), gettext("NAME"))
    parser.value("--p", gettext("weights of P: what happens"), gettext("WEIGHTS"))
    parser.value("--q", gettext("weights of Q: what the model believes"), gettext("WEIGHTS"))
    parser.value("--labels", gettext("names of the categories, separated by commas"), gettext("NAMES"))
    add_data_options(parser)


def read_pair(arguments: argparse.Namespace, fewest: int, for_window: bool = False) -> None:
    """Check the options together; set p_weights, q_weights, label_list, reading, data and document, None if absent.

    ``reading`` is a `PairReading` of files; ``data`` is the `DataReading` ``for_window``, which asks what is ambiguous;
    ``document`` is a `Document`, of a file or of a picture that carries one.
    """
    arguments.p_weights = arguments.q_weights = arguments.label_list = arguments.reading = arguments.data = None
    arguments.document = None
    if arguments.files:
        _read_files(arguments, fewest, for_window)
        return
    for option in given_data_options(arguments):
        raise UsageError(gettext("{option} is for data from a file; name the file", option=option))
    given = [option for option in ("--p", "--q", "--labels") if getattr(arguments, option[2:]) is not None]
    if arguments.example is not None:
        if given:
            raise usage_error("--example and {option} cannot be used together; give one of them", option=given[0])
        _check_example(arguments.example)
        return
    if not given:
        return
    for option, other in (("--p", "--q"), ("--q", "--p")):
        if option not in given:
            raise UsageError(_missing(option, other, given))
    p, q = _weights("--p", arguments.p), _weights("--q", arguments.q)
    if len(p) != len(q):
        raise UsageError(
            ngettext(
                "--p has {count} weight and --q has {others}; give both one for each category",
                "--p has {count} weights and --q has {others}; give both one for each category",
                count=len(p),
                others=len(q),
            )
        )
    if len(p) < fewest:
        raise UsageError(
            ngettext(
                "--p: there is {count} weight; give at least {fewest}, one for each category",
                "--p: there are {count} weights; give at least {fewest}, one for each category",
                count=len(p),
                fewest=fewest,
            )
        )
    arguments.p_weights, arguments.q_weights = p, q
    if arguments.labels is not None:
        arguments.label_list = _labels(arguments.labels, len(p))


def _read_files(arguments: argparse.Namespace, fewest: int, for_window: bool) -> None:
    for name in ("example", "p", "q", "labels"):
        if getattr(arguments, name) is not None:
            raise UsageError(gettext("--{option} and a file cannot be used together; give one of them", option=name))
    if any(map(may_be_document, arguments.files)):
        _read_document(arguments)
        return
    options = data_options(arguments)
    module = "klscope.command_line.data_reading"
    if for_window:
        arguments.data = load(module, "read_files_for_window")(arguments.files, options)
    else:
        arguments.reading = load(module, "read_files")(arguments.files, options, fewest)


def _read_document(arguments: argparse.Namespace) -> None:
    if len(arguments.files) > 1:
        raise UsageError(gettext("a document, or a picture that carries one, is opened alone; name one file"))
    for option in given_data_options(arguments):
        raise UsageError(gettext("{option} is for data; a document is read as it was saved", option=option))
    try:
        arguments.document = load("klscope.files.documents.document_file", "read_document")(arguments.files[0])
    except FileError as error:
        raise UsageError(str(error)) from error


def has_pair(arguments: argparse.Namespace) -> bool:
    """Return whether P and Q were given, by `read_pair`."""
    given = (arguments.example, arguments.p_weights, arguments.reading, arguments.document)
    return any(one is not None for one in given)


def _missing(option: str, other: str, given: Sequence[str]) -> str:
    if other in given:
        return gettext("{option} is missing: {given} needs {option} WEIGHTS", option=option, given=given[0])
    return gettext(
        "{option} is missing: {given} needs {option} WEIGHTS and {other} WEIGHTS",
        option=option,
        given=given[0],
        other=other,
    )


def _weights(option: str, text: str) -> list[float]:
    try:
        weights = parse_weights(text)
    except WeightError as error:
        raise UsageError(f"{option}: {error}") from None
    if not any(weights):
        raise usage_error("{option}: all weights are 0; make at least one of them positive", option=option)
    lost_weight_error: Any = load("klscope.theory.reading", "LostWeightError")
    try:
        load("klscope.theory.distribution", "normalised")(weights)
    except lost_weight_error as error:
        raise UsageError(f"{option}: {lost_weight(error.position, error.weight, error.largest)}") from None
    return weights


def _labels(text: str, n: int) -> list[str]:
    """Parse the names of the categories; a name with a comma is in double quotes."""
    for position, name in enumerate(text.split(","), start=1):
        if any(ord(c) < 32 or 0x7F <= ord(c) < 0xA0 or 0xD800 <= ord(c) < 0xE000 for c in name):
            raise usage_error(
                "--labels: name {position}, {name}, has a character that cannot be shown; remove it",
                position=position,
                name=quoted(name),
            )
    try:
        rows = list(csv.reader([text], skipinitialspace=True, strict=True))
    except csv.Error:
        raise usage_error(
            '--labels: {text} has a quotation mark out of place; put a name with a comma as "a, b"',
            text=quoted(text),
        ) from None
    labels = [label.strip() for label in rows[0]] if rows else []
    seen: dict[str, int] = {}
    for position, label in enumerate(labels, start=1):
        if not label:
            raise usage_error("--labels: name {position} is empty; give each category a name", position=position)
        if label in seen:
            raise usage_error(
                "--labels: name {position}, {name}, is the same as name {other}; make them differ",
                position=position,
                name=quoted(label),
                other=seen[label],
            )
        seen[label] = position
    if len(labels) != n:
        raise UsageError(
            ngettext(
                "--labels has {count} name for {weights} weights; give one for each category",
                "--labels has {count} names for {weights} weights; give one for each category",
                count=len(labels),
                weights=n,
            )
        )
    return labels


def _check_example(name: str) -> None:
    known = _example_names()
    if name not in known:
        raise UsageError(_unknown_example(quoted(name), did_you_mean(name, known), ", ".join(known)))


def _example_names() -> tuple[str, ...]:
    try:
        names: tuple[str, ...] = load("klscope.files.examples", "names")()
    except (OSError, ValueError) as error:
        raise CannotRunError(
            gettext("the examples cannot be read: {error}; install klscope again", error=error)
        ) from error
    return names


def _unknown_example(name: str, hint: str, examples: str) -> str:
    if not hint:
        return gettext(
            "--example: there is no example {name}. The examples are {examples}", name=name, examples=examples
        )
    return gettext(
        "--example: there is no example {name}; {hint} The examples are {examples}",
        name=name,
        hint=hint,
        examples=examples,
    )

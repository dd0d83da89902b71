"""The options for data from files: which columns, what the numbers are, how the categories are matched."""

import argparse
import math

from klscope.command_line.choices import chosen
from klscope.command_line.exits import UsageError, usage_error
from klscope.command_line.parser import Parser
from klscope.files.tables.options import DecimalSign, Match, NumberKind, ReadOptions
from klscope.files.weights_text import quoted
from klscope.wording import gettext

KINDS = tuple(kind.value for kind in NumberKind)
MATCHES = tuple(match.value for match in Match)
DECIMAL_SIGNS = tuple(sign.name.lower() for sign in DecimalSign)
MOST_BINS = 10_000
_CHOICES = ("numbers", "p_numbers", "q_numbers", "match", "duplicates", "header", "decimal")
_NUMBERS = ("temperature", "bins", "add")
_TEXTS = (
    "p_column",
    "q_column",
    "label_column",
    "p_row",
    "q_row",
    "p_key",
    "q_key",
    "sheet",
    "encoding",
)


def add_data_options(parser: Parser) -> None:
    """Add the files and the options for reading them; `data_options` checks their values."""
    name, number, kind = gettext("NAME"), gettext("NUMBER"), gettext("KIND")
    parser.begin_group(gettext("data files, one with P and Q or one for each"))
    parser.files(gettext("a table, JSON, an array, a workbook, a document or a picture with one; - for standard input"))
    parser.value("--p-column", gettext("the column of P: its heading, or its number from 1"), name)
    parser.value("--q-column", gettext("the column of Q"), name)
    parser.value("--label-column", gettext("the column with the names of the categories"), name)
    parser.value("--p-row", gettext("the row of P: its name, or its number from 1"), name)
    parser.value("--q-row", gettext("the row of Q"), name)
    parser.value("--p-key", gettext("the array or object of P (.npz, .safetensors, JSON)"), name)
    parser.value("--q-key", gettext("the array or object of Q"), name)
    parser.value("--sheet", gettext("the sheet of a workbook: its name, or its number"), name)
    parser.begin_group(gettext("what the numbers are, if the data do not show it"))
    kinds = ", ".join(KINDS)
    parser.value("--numbers", gettext("what the numbers of P and Q are: {kinds}", kinds=kinds), kind)
    parser.value("--p-numbers", gettext("kind of the numbers of P"), kind)
    parser.value("--q-numbers", gettext("kind of the numbers of Q"), kind)
    parser.value("--temperature", gettext("logits: the temperature of the softmax (1)"), number)
    parser.value("--bins", gettext("samples: the number of bins"), number)
    parser.value("--add", gettext("counts: the number added to each (0)"), number)
    parser.switch("--rest", gettext("probabilities: what is missing from 1 becomes the category rest"))
    parser.begin_group(gettext("how the categories are matched"))
    parser.choice("--match", gettext("by label, by label without case and spaces (folded), or by position"), MATCHES)
    parser.choice("--duplicates", gettext("add up the numbers of categories with the same name"), ("add",))
    parser.begin_group(gettext("how a text is read, if the data do not show it"))
    parser.choice("--header", gettext("whether the first line is a heading"), ("yes", "no"))
    parser.choice("--decimal", gettext("the decimal sign"), DECIMAL_SIGNS)
    parser.value("--encoding", gettext("the encoding, such as utf-8, latin-1 or cp949"), name)
    parser.begin_group(None)


def given_data_options(arguments: argparse.Namespace) -> list[str]:
    """Return the options for data that were given, as they were written."""
    given = [name for name in (*_TEXTS, *_CHOICES, *_NUMBERS) if getattr(arguments, name) is not None]
    return [f"--{name.replace('_', '-')}" for name in (*given, *(["rest"] if arguments.rest else []))]


def data_options(arguments: argparse.Namespace) -> ReadOptions:
    """Return the options for reading the data.

    Raises
    ------
    UsageError
        The value of an option is wrong, or two options contradict each other.
    """
    if arguments.numbers is not None and (arguments.p_numbers or arguments.q_numbers) is not None:
        raise UsageError(gettext("--numbers is for P and Q; leave it out, or --p-numbers and --q-numbers"))
    _refuse_rows_and_columns(arguments)
    kinds = []
    for side in ("p", "q"):
        option = "--numbers" if arguments.numbers is not None else f"--{side}-numbers"
        text = chosen(option, arguments.numbers or getattr(arguments, f"{side}_numbers"), KINDS, None)
        kinds.append(None if text is None else NumberKind(text))
    match = chosen("--match", arguments.match, MATCHES, None)
    header = chosen("--header", arguments.header, ("yes", "no"), None)
    decimal = chosen("--decimal", arguments.decimal, DECIMAL_SIGNS, None)
    return ReadOptions(
        **{name: getattr(arguments, name) for name in _TEXTS},
        p_numbers=kinds[0],
        q_numbers=kinds[1],
        temperature=_number("--temperature", arguments.temperature, 1.0, above=0.0),
        bins=_whole("--bins", arguments.bins),
        add=_number("--add", arguments.add, 0.0),
        rest=arguments.rest,
        match=None if match is None else Match(match),
        add_duplicates=chosen("--duplicates", arguments.duplicates, ("add",), None) is not None,
        header=None if header is None else header == "yes",
        decimal=None if decimal is None else DecimalSign[decimal.upper()],
    )


def _refuse_rows_and_columns(arguments: argparse.Namespace) -> None:
    """Refuse a row and a column of one table: its distributions are rows, or they are columns."""
    one_table = len(arguments.files) == 1 and arguments.p_key is None and arguments.q_key is None
    for row, columns in (("p_row", ("p_column", "q_column")), ("q_row", ("q_column", "p_column"))):
        for column in columns if one_table else columns[:1]:
            if getattr(arguments, row) is not None and getattr(arguments, column) is not None:
                options = [f"--{name.replace('_', '-')}" for name in (column, row)]
                raise usage_error(
                    "{column} and {row} cannot be used together; give two rows or two columns",
                    column=options[0],
                    row=options[1],
                )


def _number(option: str, text: str | None, default: float, above: float | None = None) -> float:
    if text is None:
        return default
    try:
        number = float(text)
    except ValueError:
        number = math.nan
    if not math.isfinite(number) or number < 0.0 or (above is not None and number <= above):
        least = gettext("a number above 0") if above is not None else gettext("a number from 0 on")
        raise UsageError(gettext("{option}: {value} is not {least}", option=option, value=quoted(text), least=least))
    return number


def _whole(option: str, text: str | None) -> int | None:
    if text is None:
        return None
    if not (text.isascii() and text.isdecimal() and len(text) < 9 and 1 <= int(text) <= MOST_BINS):
        raise UsageError(
            gettext(
                "{option}: {value} is not a whole number from 1 to {most}",
                option=option,
                value=quoted(text),
                most=f"{MOST_BINS:,}",
            )
        )
    return int(text)

"""``klscope export`` of data: the options it takes, and their checks; `klscope.command_line.data_files` writes them."""

import argparse

from klscope.command_line.exits import usage_error
from klscope.command_line.loading import load
from klscope.command_line.outputs import check_output
from klscope.command_line.parser import Parser
from klscope.files.weights_text import quoted
from klscope.files.writing import data_formats
from klscope.files.writing.data_formats import DataFormat
from klscope.wording import gettext

FOR_PICTURES = (
    "what",
    "mode",
    "samples",
    "seed",
    "steps",
    "scale",
    "size",
    "width",
    "dpi",
    "theme",
    "background",
    "without_data",
)
MOST_CONTRIBUTIONS = 1_000_000


def endings() -> str:
    """Return the help text on the formats."""
    names = ", ".join(data_formats.suffixes())
    return gettext("Data are written where the name ends so: {names}.\n", names=names)


def add_options(parser: Parser) -> None:
    """Add the options for data."""
    parser.begin_group(gettext("data instead of a picture"))
    parser.value("--largest", gettext("only the N largest contributions to KL(P‖Q), not the whole table"), "N")
    marked = ", ".join(one.suffix for one in data_formats.FORMATS if one.takes_mark)
    parser.switch("--bom", gettext("a byte order mark in front ({suffixes}), for spreadsheets", suffixes=marked))
    parser.begin_group(None)


def refuse_options(arguments: argparse.Namespace) -> None:
    """Refuse the options for data where a picture is written."""
    for option, given in (("--largest", arguments.largest is not None), ("--bom", arguments.bom)):
        if given:
            endings = ", ".join(data_formats.suffixes())
            raise usage_error("{option} is for data: OUT ends in {endings}", option=option, endings=endings)


def check(arguments: argparse.Namespace, form: DataFormat) -> None:
    """Check the options for data; set ``largest``, None for the whole table."""
    for name in FOR_PICTURES:
        if getattr(arguments, name) not in (None, False):
            option = name.replace("_", "-")
            raise usage_error("--{name} is for pictures; leave it out, or write a picture", name=option)
    if arguments.bom and not form.takes_mark:
        marked = ", ".join(one.suffix for one in data_formats.FORMATS if one.takes_mark)
        raise usage_error("--bom is for {suffixes}; leave it out", suffixes=marked)
    text = arguments.largest
    if text is None:
        return
    if not form.has_parts:
        raise usage_error("--largest: {format} states P and Q whole; leave it out", format=form.called)
    if not (text.isascii() and text.isdecimal() and len(text) <= 7 and 1 <= int(text) <= MOST_CONTRIBUTIONS):
        raise usage_error(
            "--largest: {value} is not a whole number from 1 to {most}", value=quoted(text), most=MOST_CONTRIBUTIONS
        )
    arguments.largest = int(text)


def run(arguments: argparse.Namespace, form: DataFormat) -> int:
    """Write the data that the checked arguments ask for; return the exit code."""
    check_output(arguments.output, form.suffixes)
    return int(load("klscope.command_line.data_files", "run")(arguments, form))

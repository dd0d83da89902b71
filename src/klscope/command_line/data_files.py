"""Writes the data of ``klscope export``; needs numpy, and no Qt."""

import argparse
from dataclasses import replace

from klscope.command_line.exits import CannotRunError, UsageError, complain_plainly
from klscope.files import catalogues, examples
from klscope.files.replacing import replace_file
from klscope.files.writing.data_formats import DataFormat
from klscope.files.writing.data_table import DataTable, WritingError, largest_contributions, whole_table
from klscope.files.writing.data_writing import as_bytes, loss
from klscope.model.comparison import Comparison
from klscope.model.history import History
from klscope.model.snapshot import Snapshot
from klscope.model.view_state import ViewState
from klscope.wording import gettext, install, installed


def run(arguments: argparse.Namespace, form: DataFormat) -> int:
    """Write the file, or raise FileError; return the exit code."""
    table = _table(_snapshot(arguments), arguments)
    try:
        content = as_bytes(form, table, arguments.bom)
    except WritingError as error:
        raise UsageError(str(error)) from error
    replace_file(arguments.output, content)
    lost = loss(form, table)
    if lost:
        complain_plainly(lost)
    return 0


def _snapshot(arguments: argparse.Namespace) -> Snapshot:
    """Return the state; a document has its own unit, unless one is given."""
    document = arguments.document
    comparison = _comparison(arguments) if document is None else document.comparison
    view = ViewState() if document is None else document.view
    if document is None or arguments.unit_given:
        view = replace(view, unit=arguments.unit)
    snapshot = Snapshot.of(comparison, view, History(comparison))
    return snapshot if document is None else replace(snapshot, properties=document.properties)


def _comparison(arguments: argparse.Namespace) -> Comparison:
    if arguments.reading is not None:
        read: Comparison = arguments.reading.comparison()
        return read
    if arguments.example is None:
        return Comparison.from_weights(arguments.label_list, arguments.p_weights, arguments.q_weights)
    try:
        return examples.load(arguments.example, arguments.language).comparison
    except (OSError, ValueError) as error:
        raise CannotRunError(
            gettext(
                "the example {name} cannot be read: {error}; install klscope again", name=arguments.example, error=error
            )
        ) from error


def _table(snapshot: Snapshot, arguments: argparse.Namespace) -> DataTable:
    """Return the table, its headings in the language that was asked for and not in that of messages."""
    spoken = installed()
    catalogues.set_language(arguments.language)
    try:
        return (
            whole_table(snapshot) if arguments.largest is None else largest_contributions(snapshot, arguments.largest)
        )
    finally:
        install(spoken)

"""Data as the command line of a POSIX shell that shows them."""

from __future__ import annotations

import csv
import io
import shlex

from klscope.files.weights_text import quoted
from klscope.files.writing.data_table import DataTable, WritingError
from klscope.numerals import shortest
from klscope.theory.units import Unit
from klscope.wording import gettext

LONGEST_WORD = 131_000
"""The number of bytes of the longest word that Linux passes to a program, 128 KiB, less what stands before it."""


def as_command_line(table: DataTable) -> str:
    """Return ``klscope --p … --q … --labels …``, quoted for a shell; ``--unit`` where it is not the bit.

    Raises
    ------
    WritingError
        A label cannot stand in it, or it is longer than systems allow.
    """
    weights = {one.key: ",".join(map(shortest, one.values.tolist())) for one in table.columns[:2]}
    for place, label in zip(table.places, table.labels, strict=True):
        if label != label.strip() or any(ord(c) < 32 or 0x7F <= ord(c) < 0xA0 for c in label):
            raise WritingError(
                gettext(
                    "the name of category {position}, {name}, begins or ends with a blank or has a control character, "
                    "which a command line cannot have; rename it, or choose another format",
                    position=place + 1,
                    name=quoted(label),
                )
            )
    words = [_option("--p", weights["p"]), _option("--q", weights["q"]), _option("--labels", _row(table.labels))]
    if max(len(word.encode()) for word in words) > LONGEST_WORD:
        raise WritingError(
            gettext(
                "the command line would be longer than systems allow, with {count} categories; choose another format",
                count=f"{len(table.labels):,}",
            )
        )
    unit = table.snapshot.view.unit
    if unit is not Unit.BIT:
        words.append(f"--unit {unit.singular}")
    return " ".join(["klscope", *words]) + "\n"


def _option(option: str, value: str) -> str:
    return f"{option}={shlex.quote(value)}" if value.startswith("-") else f"{option} {shlex.quote(value)}"


def _row(labels: list[str]) -> str:
    """Return labels as a line of CSV; one with a comma or a quotation mark is in quotation marks."""
    line = io.StringIO()
    csv.writer(line, lineterminator="").writerow(labels)
    return line.getvalue()

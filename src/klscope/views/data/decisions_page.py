"""The page of Help ▸ Opening Data: the ways to open data, and what is proposed when."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QCoreApplication

from klscope.model.commands import command
from klscope.views.data.decisions import COLUMNS, KINDS, NAMES, TEXTS, Decision
from klscope.views.words import command_words

translate = QCoreApplication.translate


def _tables() -> list[tuple[str, tuple[Decision, ...]]]:
    return [
        (translate("Decisions", "Which columns are P and Q"), COLUMNS),
        (translate("Decisions", "What the numbers are: the first line that fits"), KINDS),
        (translate("Decisions", "How texts are read"), TEXTS),
        (translate("Decisions", "How names are joined"), NAMES),
    ]


def _ways() -> list[tuple[str, str]]:
    file, paste, again = (command_words.keys(command(name)) for name in ("open_data", "paste", "reload_data"))
    return [
        (
            file,
            translate("Decisions", "the menu File, Open Data…: one file, or that of P and that of Q"),
        ),
        (
            paste,
            translate("Decisions", "a table, from a spreadsheet, a page or a program"),
        ),
        (translate("Decisions", "drop"), translate("Decisions", "a file or a text, on P, on Q, or on both")),
        (
            again,
            translate("Decisions", "reads the file again, with the same choices"),
        ),
        (
            translate("Decisions", "Change…"),
            translate("Decisions", "in the status bar: reads the data in another way"),
        ),
    ]


def _rows() -> list[tuple[str, str]]:
    return [
        (
            translate("Decisions", "three rows or more"),
            translate(
                "Decisions",
                "a pair for each row: a strip below the charts steps through them with ←, →, Page Up and Page Down",
            ),
        ),
        (
            translate("Decisions", "a second array with as many rows"),
            translate("Decisions", "row by row, its rows are Q; else Q is the mean of the rows, or uniform"),
        ),
        (
            translate("Decisions", "whole numbers, one for each row of Q"),
            translate("Decisions", "the class that happened in each row, from 0"),
        ),
        (
            translate("Decisions", "what the numbers are"),
            translate("Decisions", "is decided by all rows; negative numbers are asked about"),
        ),
        (
            translate("Decisions", "a row that is no distribution"),
            translate("Decisions", "is refused when it is reached; the next step goes past it"),
        ),
    ]


def decisions_html() -> str:
    """Return the page of help: the ways to open data, and what is proposed when."""
    parts = [_table(_ways())]
    words = translate(
        "Decisions",
        "Where nothing is ambiguous, the data are there at once, and the status bar says how they were read. "
        "Otherwise a sentence of lists says how, and the bars show the result: "
        "Apply takes it, Esc leaves all as it was.",
    )
    parts.append(f"<p>{escape(words)}</p>")
    for title, rows in _tables():
        parts.append(f"<h3>{escape(title)}</h3>")
        parts.append(
            _table(
                [
                    (
                        QCoreApplication.translate("Decisions", row.condition),
                        QCoreApplication.translate("Decisions", row.reading),
                    )
                    for row in rows
                ]
            )
        )
    title = translate("Decisions", "Arrays of many rows")
    parts += [f"<h3>{escape(title)}</h3>", _table(_rows())]
    return "".join(parts)


def _table(rows: list[tuple[str, str]]) -> str:
    cells = "".join(
        f"<tr><td style='padding:3px 18px 3px 0'><b>{escape(left)}</b></td>"
        f"<td style='padding:3px 0'>{escape(right)}</td></tr>"
        for left, right in rows
    )
    return f"<table>{cells}</table>"

"""The table of formats that data are written in, from which the dialog, the command line and their errors are made."""

from __future__ import annotations

import os
from dataclasses import dataclass

from klscope.wording import mark, translated

PLAIN = "text/plain"
"""The media type of a text that has none of its own."""


@dataclass(frozen=True)
class DataFormat:
    """A format of data.

    Attributes
    ----------
    name
        Its name on a button and in messages, to be passed to `translated`, as `called` does.
    suffixes
        The suffixes of its files, the usual one first.
    writer
        The module in this package and the name of a function of a `DataTable` that returns a text, or bytes if
        ``is_binary``.
    files
        The name filter of a file dialog, to be passed to `translated`.
    purpose
        What it is for, to be passed to `translated`.
    media_type
        Its type on the clipboard.
    is_binary
        Whether it is no text.
    takes_mark
        Whether a byte order mark in front helps a program: spreadsheets take a CSV file for UTF-8 by it.
    has_parts
        Whether it can have the largest contributions alone; else it states P and Q whole.
    keeps_logarithms
        Whether log-probabilities are in it.
    """

    name: str
    suffixes: tuple[str, ...]
    writer: tuple[str, str]
    files: str
    purpose: str
    media_type: str = PLAIN
    is_binary: bool = False
    takes_mark: bool = False
    has_parts: bool = True
    keeps_logarithms: bool = False

    @property
    def called(self) -> str:
        """Its name in the installed language."""
        return translated(self.name)

    @property
    def suffix(self) -> str:
        """The usual suffix."""
        return self.suffixes[0]


CSV = DataFormat(
    "CSV",
    (".csv",),
    ("separated_values", "as_csv"),
    mark("CSV tables"),
    mark("Values between commas: for spreadsheets and other programs"),
    "text/csv",
    takes_mark=True,
)
TSV = DataFormat(
    "TSV",
    (".tsv", ".tab"),
    ("separated_values", "as_tsv"),
    mark("TSV tables"),
    mark("Values between tabs: for spreadsheets, wherever the decimal sign is a comma too"),
    "text/tab-separated-values",
    takes_mark=True,
)
JSON = DataFormat(
    "JSON",
    (".json",),
    ("json_text", "as_json"),
    mark("JSON files"),
    mark("Lists by name, with all measures: for programs"),
    "application/json",
    keeps_logarithms=True,
)
NPY = DataFormat(
    "NPY",
    (".npy",),
    ("numpy_arrays", "as_npy"),
    mark("NumPy arrays"),
    mark("One array of records: numpy.load, pandas.DataFrame"),
    is_binary=True,
)
NPZ = DataFormat(
    "NPZ",
    (".npz",),
    ("numpy_arrays", "as_npz"),
    mark("NumPy archives"),
    mark("Arrays by name: numpy.load"),
    is_binary=True,
    keeps_logarithms=True,
)
LATEX = DataFormat(
    "LaTeX",
    (".tex",),
    ("latex", "as_latex"),
    mark("LaTeX tables"),
    mark("A tabular with the rules of booktabs: for papers"),
)
MARKDOWN = DataFormat(
    mark("Markdown"),
    (".md",),
    ("markdown", "as_markdown"),
    mark("Markdown tables"),
    mark("A table for notes, issues and chats"),
    "text/markdown",
)
HTML = DataFormat(
    "HTML",
    (".html", ".htm"),
    ("web_page", "as_html"),
    mark("HTML pages"),
    mark("A page with the table: for browsers and word processors"),
    "text/html",
)
PYTHON = DataFormat(
    mark("Python"),
    (".py",),
    ("python_code", "as_python"),
    mark("Python code"),
    mark("Code that measures P and Q and shows them in a window"),
    "text/x-python",
    has_parts=False,
    keeps_logarithms=True,
)
SHELL = DataFormat(
    mark("Command line"),
    (".sh",),
    ("shell_line", "as_command_line"),
    mark("Shell scripts"),
    mark("The command that shows P and Q in a window"),
    has_parts=False,
)
FORMATS = (CSV, TSV, JSON, NPY, NPZ, LATEX, MARKDOWN, HTML, PYTHON, SHELL)


def format_of(path: str) -> DataFormat | None:
    """Return the format for the suffix of a path; None if there is none."""
    suffix = os.path.splitext(path)[1].lower()
    return next((one for one in FORMATS if suffix in one.suffixes), None)


def suffixes() -> tuple[str, ...]:
    """Return the usual suffix of each format."""
    return tuple(one.suffix for one in FORMATS)

"""Lines of a text that are no rows of its table: comments, rules, and what programs print below.

They are emptied, so that the numbers of the other lines stay those of the file.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from klscope.files.tables.contents import DataError
from klscope.files.tables.grid import QUOTED_CELL
from klscope.files.tables.number_text import is_number
from klscope.files.tables.options import DecimalSign
from klscope.wording import gettext, ngettext

_SEPARATOR_LINE = re.compile(r"\ufeff?sep=(.|\\t)\s*", re.IGNORECASE)
_COMMENT = re.compile(r"(?m)^[^\S\n]*(?:#|%|//)")
_MARK = re.compile(r"\s*(?:#+|%+|//+)(\s*)")
_RULE = re.compile(r"(?m)^(?=[ \t+:]*+(?:--|==))[ \t+:=-]++$")
_BELOW = re.compile(r"(?:(?:Name|Freq|Length): .*, )?dtype: \w+|\[\d+ rows x \d+ columns\]")
_LEFT_OUT = re.compile(r"(?m)^[ \t|,;]*+(?:\.\.++|…)[ \t|,;]++(?:\.\.|…)[ \t|,;.…]*+$")
_DOTS = re.compile(r"(?<![^\s|,;])(?:\.\.\.|…)(?![^\s|,;])")
_MARKUP = re.compile(
    r"(?im)^\s*+(?:(<(?:!doctype\s+html|html|table)\b)|\\(?:documentclass|begin\{(?:table|tabular[*x]?|longtable|array)\}))"
)
_LONGEST_BEGIN = 2_000
_LONGEST_BELOW = 1_000
_LONGEST_LINE = 100_000
_FEWEST_LINES = 3
"""The number of lines with dots in them from which on they are a column."""
_SEPARATORS = "\t;|,"
_BREAK = "\ue000"
"""Stands for a line break in a cell, for a while; a letter of private use, which no text has."""
_LINES_TRIED = 200


def without_surroundings(text: str) -> tuple[str, tuple[str, ...]]:
    """Return a text with the lines emptied that are no rows, and sentences about them.

    Raises
    ------
    DataError
        The text is HTML or LaTeX, or it is abbreviated: it has a row or a column of dots, as pandas prints it.
    """
    _refuse_markup(text[:_LONGEST_BEGIN])
    _refuse_abbreviated(text)
    notes: list[str] = []
    end = text.find("\n")
    if _SEPARATOR_LINE.fullmatch(text if end < 0 else text[:end]):
        text = text[len(text) if end < 0 else end :]
    end = text.rstrip().rfind("\n") + 1
    if len(text) - end < _LONGEST_BELOW and _BELOW.fullmatch(text[end:].rstrip()):
        text = text[:end]
    has_rules = "--" in text or "==" in text
    has_breaks = '"' in text and _BREAK not in text and (has_rules or _COMMENT.search(text) is not None)
    if has_breaks:  # a line in a cell is no rule and no comment
        text = QUOTED_CELL.sub(lambda cell: cell[0].replace("\n", _BREAK), text)
    text = _RULE.sub("", text) if has_rules else text
    if _COMMENT.search(text):
        lines = text.split("\n")
        count = _empty_comments(lines)
        if count:
            notes.append(
                ngettext("{count} comment line is skipped.", "{count} comment lines are skipped.", count=count)
            )
        text = "\n".join(lines)
    return text.replace(_BREAK, "\n") if has_breaks else text, tuple(notes)


def _refuse_markup(begin: str) -> None:
    found = _MARKUP.search(begin)
    if found is None:
        return
    if found[1] is not None:
        raise DataError(
            gettext("this is HTML, which cannot be read"),
            gettext("open it in a browser, and copy and paste its table"),
        )
    raise DataError(
        gettext("this is LaTeX, which cannot be read"), gettext("save the numbers as CSV, or as a Markdown table")
    )


def _refuse_abbreviated(text: str) -> None:
    if ".." not in text and "…" not in text:
        return
    left_out = _LEFT_OUT.search(text)
    line = 1 if left_out is None else text.count("\n", 0, left_out.start()) + 1
    if left_out is None:
        first = text[:_LONGEST_LINE].lstrip("\n").partition("\n")[0]
        if not _DOTS.search(first):
            return
        filled = [one for one in text[:_LONGEST_LINE].split("\n")[:_LINES_TRIED] if one.strip()]
        if len(filled) < _FEWEST_LINES or not all(map(_DOTS.search, filled[:_FEWEST_LINES])):
            return
    raise DataError(
        gettext("line {line}: the output is abbreviated, numbers are missing at '...'", line=line),
        gettext("save all of it, for example with {line}", line="DataFrame.to_csv"),
    )


def _empty_comments(lines: list[str]) -> int:
    """Empty the comments, and take the mark from one that is a heading; return how many were emptied.

    A line that begins with a mark is a row, and no comment, if it has as many cells as the others and a number in the
    last one, as the ``#`` in a count of characters.
    """
    marked = [k for k, line in enumerate(lines) if _MARK.match(line)]
    others = [line for line in lines if line.strip() and not _MARK.match(line)]
    if not others:
        return 0
    separator = _separator(others[:_LINES_TRIED])
    width = Counter(len(_cells(line, separator)) for line in others[:_LINES_TRIED]).most_common(1)[0][0]
    first = next(k for k, line in enumerate(lines) if line.strip() and not _MARK.match(line))
    above = [k for k in marked if k < first]
    count = 0
    for k in marked:
        if _is_row(lines[k], separator, width, k < first):
            continue
        if above and k == above[-1] and _is_heading(lines[k], others[0], separator, width):
            lines[k] = lines[k][_mark_end(lines[k]) :]
            continue
        lines[k] = ""
        count += 1
    return count


def _mark_end(line: str) -> int:
    found = _MARK.match(line)
    return found.end() if found is not None else 0


def _separator(lines: Sequence[str]) -> str | None:
    """Return the separator that most lines have; None for blanks."""
    for separator in _SEPARATORS:
        if 2 * sum(separator in line for line in lines) >= len(lines):
            return separator
    return None


def _cells(line: str, separator: str | None) -> list[str]:
    return [cell.strip() for cell in line.strip().split(separator)]


def _is_row(line: str, separator: str | None, width: int, is_above: bool) -> bool:
    cells = _cells(line, separator)
    if width < 2 or len(cells) != width or not _is_number(cells[-1]):
        return False
    # "# 2020" above a table of two columns is a comment, "#,12" and "#python 5" are rows
    return not (is_above and separator is None and line.strip().split()[0] in ("#", "%", "//"))


def _is_heading(line: str, below: str, separator: str | None, width: int) -> bool:
    """Return whether a comment above names the columns, as numpy.savetxt writes it."""
    rest = line[_mark_end(line) :]
    if not rest.strip() or not line.lstrip().startswith("#"):
        return False
    cells = _cells(rest, separator)
    return len(cells) == width and not any(map(_is_number, cells)) and any(map(_is_number, _cells(below, separator)))


def _is_number(text: str) -> bool:
    return any(is_number(text, sign) for sign in DecimalSign)

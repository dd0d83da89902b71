"""Tables drawn with lines, as polars, DuckDB and rich print them, as cells separated by tabs."""

from __future__ import annotations

import re

_SIDE, _BETWEEN = "│┃", re.compile("[│┆┃]")
_RULES = ("┌", "┏", "╭", "├", "┡", "╞", "└", "╰")
_BELOW_HEADING = ("├", "┡", "╞")
_SHAPE = re.compile(r"shape: \([\d_, ]+\)")


def without_lines(text: str) -> str:
    """Return a text with drawn tables as cells separated by tabs; its lines keep their numbers.

    Of several lines of a heading the first has the names; the others, such as the types of the columns, are emptied.
    """
    if not any(corner in text for corner in _RULES[:3]):
        return text
    lines = [line.strip() for line in text.split("\n")]
    heading: list[int] = []
    is_heading = True
    for k, line in enumerate(lines):
        if line.startswith(_RULES):
            if line.startswith(_BELOW_HEADING) and is_heading:
                for below in heading[1:]:
                    lines[below] = ""
                is_heading = False
            lines[k] = ""
        elif line[:1] in _SIDE and line[-1:] in _SIDE and line:
            lines[k] = "\t".join(cell.strip() for cell in _BETWEEN.split(line[1:-1]))
            if is_heading:
                heading.append(k)
        elif _SHAPE.fullmatch(line):
            lines[k] = ""
    return "\n".join(lines)

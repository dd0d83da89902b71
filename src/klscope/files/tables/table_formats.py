"""The formats in which a text can be read as a table, ranked by plausibility.

A format is a separator, a decimal sign, an orientation and the roles of the columns. Its penalty is a sum of heuristic
terms: printed probabilities sum to 1 or 100 %, names are seldom decimal fractions, a comma between digits belongs to a
number if blanks separate the cells.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from klscope.files.tables.columns import (
    Columns,
    are_p_and_q,
    choices,
    heads_names,
    is_count_of_rows,
    share_of_numbers,
)
from klscope.files.tables.grid import QUOTED_CELL, Cell, Grid, Separator, lines_of, split
from klscope.files.tables.number_text import NEAR_ONE, could_be_number, is_number, plain_number
from klscope.files.tables.options import DecimalSign
from klscope.files.weights_text import WeightError, parse_weight

IMPOSSIBLE = 10.0
MOST_CELLS_RANKED = 24_000
"""The number of cells by which the formats of a wide table are ranked."""
RAGGED = 1.7
"""The penalty for lines of other lengths: less than for no numbers, more than makes a format worth offering."""
_COMMA_BESIDES = re.compile(r"(?<![0-9]),|,(?![0-9])")


@dataclass(frozen=True)
class TableFormat:
    """One format of a text."""

    separator: Separator
    decimal_sign: DecimalSign
    lines_are_columns: bool
    columns: Columns


def separators_of(text: str) -> list[Separator]:
    """Return the possible separators of a text."""
    outside = QUOTED_CELL.sub("", text) if '"' in text else text
    filled = [line for line in lines_of(outside) if line.strip()]
    if filled and all(line.lstrip()[0] == line.rstrip()[-1] == Separator.PIPE.value for line in filled):
        return [Separator.PIPE]
    for separator in (Separator.TAB, Separator.SEMICOLON, Separator.PIPE):
        if separator.value in outside and 2 * sum(separator.value in line for line in filled) >= len(filled):
            return [separator]  # and not only in a title
    found = [Separator.COMMA] if "," in text else []
    if found and '"' in text:
        return found  # quoted cells may contain commas
    if any(len(line.split()) > 1 for line in lines_of(text)):
        found.append(Separator.BLANKS)
        # 1 204: one number with a blank between thousands
        if all(is_number(line, DecimalSign.POINT) for line in lines_of(text) if line.strip()):
            found.append(Separator.NONE)
    else:
        found.append(Separator.NONE)
    return found


def ranked(text: str, for_pair: bool = True) -> list[tuple[float, TableFormat]]:
    """Return the possible formats with their penalties, the most plausible first.

    Parameters
    ----------
    text
        The text.
    for_pair
        Whether the table must be names, P and Q alone. Otherwise it may have any number of columns, lines of other
        lengths around it, and numbers below 0.
    """
    found: list[tuple[float, TableFormat]] = []
    separators = separators_of(text)
    can_be_blanks = Separator.BLANKS in separators
    for separator in separators:
        grid = split(text, separator, None if for_pair else MOST_CELLS_RANKED)
        # a comma between digits belongs to a number if blanks can separate the cells
        among_digits = 0.6 * (separator is Separator.COMMA and can_be_blanks and not _COMMA_BESIDES.search(text))
        in_a_cell = 3.0 * (separator is Separator.NONE and Separator.COMMA in separators and _heads_cells(text))
        found += [(penalty + among_digits + in_a_cell, one) for penalty, one in ranked_for(grid, separator, for_pair)]
    return sorted(found, key=lambda one: one[0])


def _heads_cells(text: str) -> bool:
    """Return whether the first line has words between as many commas as each line below: ``year,births``."""
    lines = [line for line in lines_of(text) if line.strip()]
    heads = lines[0].split(",")
    return (
        len(heads) > 1
        and not any(could_be_number(head) for head in heads)
        and {line.count(",") for line in lines[1:]} == {len(heads) - 1}
    )


def ranked_for(grid: Grid, separator: Separator, for_pair: bool = True) -> list[tuple[float, TableFormat]]:
    """Return the possible formats of cells that are already separated, with their penalties; see `ranked`."""
    found: list[tuple[float, TableFormat]] = []
    if not grid.rows:
        return found
    for decimal_sign in DecimalSign:
        for lines_are_columns in (False, True):
            turned = grid.transposed() if lines_are_columns else grid
            for rank, columns in enumerate(choices(turned, decimal_sign)):
                table_format = TableFormat(separator, decimal_sign, lines_are_columns, columns)
                penalty = _penalty(turned, table_format, for_pair)
                penalty += (IMPOSSIBLE if for_pair else RAGGED) * bool(grid.mistakes)
                found.append((penalty + 0.5 * rank, table_format))
    return sorted(found, key=lambda one: one[0])


def _penalty(grid: Grid, table_format: TableFormat, for_pair: bool) -> float:
    """Return the penalty of a format; 0 is the most plausible.

    ``grid`` is already transposed if ``table_format`` requires it.
    """
    columns, sign = table_format.columns, table_format.decimal_sign
    body = grid.rows[columns.heading :]
    values = [[row[n] for row in body] for n in columns.numbers]
    penalty = IMPOSSIBLE * (for_pair and (len(values) > 2 or columns.surplus > 0))
    penalty += (2.0 if for_pair else 5.0) * (not values)
    penalty += 1.0 * _numbers_of_other_sign(grid, table_format)
    penalty += 6.0 * (len(body) < 2 and grid.width > 1)
    shares = [share_of_numbers(cells, sign) for cells in values]
    penalty += 2.0 * sum(1.0 - share for share in shares)
    sums = [_sum(cells, sign) for cells in values]
    penalty += 1.5 * sums.count(0.0) * for_pair
    penalty -= 0.8 * (bool(sums) and all(total is not None and _is_whole(total) for total in sums))
    penalty -= 0.8 * _is_headed_p_or_q(grid, columns)
    if table_format.lines_are_columns:  # categories are usually rows, unless there are few lines of many numbers
        penalty += 0.3 if len(body) <= len(grid.rows[0]) else -0.3
        penalty += 2.0 * IMPOSSIBLE * any(share < 0.6 for share in shares)
    if columns.names is not None:
        is_headed = not for_pair and columns.heading and heads_names(grid, columns.names)
        share = 0.0 if is_headed else _penalty_of_names([row[columns.names] for row in body], sign)
        penalty += share if not table_format.lines_are_columns else 2.0 * share
    if sign is DecimalSign.COMMA:
        penalty += -0.05 if table_format.separator is Separator.SEMICOLON and _have_commas(values) else 0.1
    if table_format.separator is Separator.COMMA:
        if len(grid.rows) * grid.width == 2:
            penalty += 0.7  # 1,204 is one number rather than two
        if not table_format.lines_are_columns:  # 0,5: digits behind a decimal comma rather than another cell
            penalty += 0.6 * sum(row[0].text in ("0", "-0") for row in body) / len(body)
    return penalty


def _numbers_of_other_sign(grid: Grid, table_format: TableFormat) -> int:
    """Return how many columns would be numbers if the decimal sign were the other one."""
    columns, sign = table_format.columns, table_format.decimal_sign
    other = DecimalSign.POINT if sign is DecimalSign.COMMA else DecimalSign.COMMA
    rest = [[row[n] for row in grid.rows[columns.heading :]] for n in range(grid.width) if n not in columns.numbers]
    return sum(share_of_numbers(cells, sign) < 0.5 <= share_of_numbers(cells, other) for cells in rest)


def _is_headed_p_or_q(grid: Grid, columns: Columns) -> bool:
    heads = [grid.rows[0][n].text.lower() for n in columns.numbers] if columns.heading else []
    return not {"p", "q"}.isdisjoint(heads) and are_p_and_q(heads)


def _penalty_of_names(cells: list[Cell], sign: DecimalSign) -> float:
    """Return the penalty for these cells being names."""
    share = share_of_numbers(cells, sign)
    if share < 0.5 or is_count_of_rows(cells):
        return 0.0
    if share < 1.0:
        return 1.0
    return 0.4 if all(cell.text.isdecimal() for cell in cells) else 1.0


def _have_commas(values: list[list[Cell]]) -> bool:
    return any("," in cell.text for cells in values for cell in cells)


def _sum(cells: list[Cell], sign: DecimalSign) -> float | None:
    total = 0.0
    for cell in cells:
        try:
            total += parse_weight(plain_number(cell.text, sign) or "")
        except WeightError:
            return None
    return total


def _is_whole(total: float) -> bool:
    """Return whether a total is 1 or 100, as that of printed probabilities."""
    return abs(total - 1.0) <= NEAR_ONE or abs(total - 100.0) <= 100.0 * NEAR_ONE

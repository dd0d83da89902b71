"""The column of a table that names the categories."""

from __future__ import annotations

import numpy as np

from klscope.files.tables.contents import DataError, Question
from klscope.files.tables.frames import Column, column_named, find_column, listed
from klscope.files.tables.number_text import is_number
from klscope.files.tables.options import DecimalSign, ReadOptions
from klscope.files.tables.reading import LINES_TRIED
from klscope.files.tables.table_formats import TableFormat
from klscope.wording import gettext


def holds_numbers(column: Column, decimal_sign: DecimalSign) -> bool:
    """Return whether at least half of the first cells that are not empty are numbers."""
    if isinstance(column.cells, np.ndarray):
        return True
    sample = [text for text in column.cells[:LINES_TRIED] if text]
    return sum(is_number(text, decimal_sign) for text in sample) >= max(1, len(sample) / 2)


def label_column(
    columns: dict[int, Column], numeric: list[int], options: ReadOptions, chosen: TableFormat, asked: list[DataError]
) -> int | None:
    """Return the position of the column of names; None if there is none."""
    if chosen.lines_are_columns and options.header is not None:
        return 0 if options.header else None
    if options.label_column is not None:
        return find_column(options.label_column, columns, Question.LABELS)
    if options.has_samples:
        return None
    words = [k for k in columns if k not in numeric and all(columns[k].cells)]
    different = [k for k in words if len(set(columns[k].cells)) == len(columns[k].cells)]
    if len(words) > 1:
        proposed = (different or words)[0]
        if len(different) != 1 and proposed != words[0]:
            asked.append(
                DataError(
                    gettext(
                        "several columns may name the categories: {names}", names=listed(columns[k].name for k in words)
                    ),
                    gettext("choose one"),
                    Question.LABELS,
                )
            )
        return proposed
    if words:
        return words[0]
    used = [name for name in (options.p_column, options.q_column) if name is not None]
    proposed_names = chosen.columns.names
    if proposed_names is None or proposed_names not in columns:
        return None
    return None if any(column_named(name, columns) == proposed_names for name in used) else proposed_names

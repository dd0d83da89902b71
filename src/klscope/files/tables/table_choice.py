"""The choice of the table of a file: the sheet of a workbook, and the arrays or objects that are P and Q."""

from __future__ import annotations

from klscope.files.tables.contents import (
    Contents,
    DataError,
    Question,
    is_empty,
)
from klscope.files.tables.frames import listed
from klscope.files.tables.options import ReadOptions
from klscope.files.weights_text import quoted
from klscope.wording import gettext


def chosen_sheet(content: Contents, options: ReadOptions, asked: list[DataError]) -> str:
    """Return the name of the sheet that the options name, else of the first with a content.

    Raises
    ------
    DataError
        There is no such sheet, or all are empty.
    """
    tables = content.tables
    if options.sheet is not None:
        return named_table(options.sheet, content, Question.SHEET)
    filled = [name for name, table in tables.items() if not is_empty(table)]
    if not filled:
        raise DataError(gettext("there is nothing to read")).within(content.source)
    if len(filled) > 1:
        what = gettext("there are {count} sheets: {names}", count=len(filled), names=listed(filled))
        asked.append(DataError(what, gettext("choose one"), Question.SHEET).within(content.source))
    return filled[0]


def named_table(name: str, content: Contents, question: Question) -> str:
    """Return the name of the table that ``name`` means; raise `DataError` if there is none."""
    names = list(content.tables)
    if name in names:
        return name
    same = [known for known in names if known.casefold() == name.casefold()]
    if len(same) == 1:
        return same[0]
    if question is Question.SHEET and name.isdecimal() and 1 <= int(name) <= len(names):
        return names[int(name) - 1]
    if names == [""]:
        raise DataError(
            gettext("there is one table, without a name"), gettext("leave the name of the table out")
        ).within(content.source)
    raise DataError(
        gettext("there is no sheet {name}", name=quoted(name))
        if question is Question.SHEET
        else gettext("there is no table {name}", name=quoted(name)),
        gettext("choose from {names}", names=listed(names)),
        question,
    ).within(content.source)


def chosen_keys(content: Contents, options: ReadOptions, asked: list[DataError]) -> tuple[str, str]:
    """Return the names of the tables of P and Q: those that the options name, else p and q, else the first two.

    Raises
    ------
    DataError
        There is no such table.
    """
    tables = content.tables
    given = [
        None if key is None else named_table(key, content, Question.KEYS) for key in (options.p_key, options.q_key)
    ]
    lower = {name.lower(): name for name in tables}
    if given == [None, None]:
        if "p" in lower and "q" in lower:
            return lower["p"], lower["q"]
        names = list(tables)
        if len(names) != 2 or not {"p", "q"} & set(lower):
            asked.append(which_keys(content))
        if "q" in lower and len(names) == 2:
            names = [next(name for name in names if name != lower["q"]), lower["q"]]
        return names[0], names[1]
    one = given[0] or given[1] or ""
    return given[0] or lower.get("p", one), given[1] or lower.get("q", one)


def which_keys(content: Contents) -> DataError:
    """Return the question which of the tables are P and Q."""
    return DataError(
        gettext("there are {count} tables: {names}", count=len(content.tables), names=listed(content.tables)),
        gettext("choose P and Q"),
        Question.KEYS,
    ).within(content.source)

"""Lists of numbers, texts, lists and objects as tables; and objects of names and numbers."""

from __future__ import annotations

from typing import Any

import numpy as np

from klscope.files.tables.codecs.nested_values import (
    Path,
    RepeatedKeys,
    Value,
    are_numbers,
    array_of,
    at,
    is_scalar,
    item,
    key_of,
    not_a_weight,
    text_of,
    twice,
)
from klscope.files.tables.columns import HEADS_OF_NAMES
from klscope.files.tables.contents import DEEPEST, DataError, NumberTable, Places, RowsTable, Table
from klscope.files.tables.number_text import could_be_number
from klscope.files.weights_text import quoted
from klscope.wording import gettext, ngettext

MOST_EMPTY_CELLS = 1_000_000
"""The number of cells up to which records may be mostly empty."""
FEWEST_FILLED = 10
"""Of a larger table of records, one cell of so many must be filled."""


def tables_of_list(values: list[Any], path: Path, notes: list[str]) -> dict[str, Table]:
    """Return the table of a list; of records that hold lists, a table for each key with lists.

    Sentences on what is left out are appended to ``notes``.

    Raises
    ------
    DataError
        It is no table; the message names the item.
    """
    depth = 0
    while len(values) == 1 and isinstance(values[0], list):  # a batch of one
        values, depth = values[0], depth + 1
        if depth > DEEPEST:
            raise too_deep()
    if values and all(isinstance(value, dict) and value for value in values):
        if len(values) == 1:
            return {"": table_of_map(values[0], (*path, item(0)))}
        return _tables_of_records(values, path, notes)
    return {"": _table_of_list(values, path)}


def _table_of_list(values: list[Any], path: Path) -> Table:
    if not values:
        raise DataError(at(path) + gettext("the list is empty"))
    if are_numbers(values):
        return NumberTable(array_of(values, path))
    if all(is_scalar(value) for value in values):
        return RowsTable([[text_of(value)] for value in values], None, Places.ITEMS, False)
    for index, value in enumerate(values):
        if not isinstance(value, list):
            raise DataError(at((*path, item(index))) + gettext("expected a list like the others"))
    return _table_of_lists(values, path)


def _table_of_lists(rows: list[list[Any]], path: Path) -> Table:
    for index, row in enumerate(rows):
        inner = next((k for k, value in enumerate(row) if not is_scalar(value)), None)
        if inner is not None:
            raise DataError(
                at((*path, item(index), item(inner))) + gettext("the rows of a table cannot hold lists or objects"),
                gettext("keep one list of numbers for each distribution"),
            )
    if not all(are_numbers(row) for row in rows):
        return RowsTable([[text_of(value) for value in row] for row in rows])
    width = len(rows[0])
    for index, row in enumerate(rows):
        if len(row) != width or not row:
            raise DataError(
                at((*path, item(index))) + count_instead_of(len(row), width),
                gettext("give each list the same number of numbers"),
            )
    array = np.stack([array_of(row, (*path, item(index))) for index, row in enumerate(rows)])
    return NumberTable(array[:, 0] if width == 1 else array)


def count_instead_of(count: int, width: int) -> str:
    """Return the message on a list of another length than the others."""
    return ngettext(
        "it has {count} item instead of {width}", "it has {count} items instead of {width}", count=count, width=width
    )


def _refuse_unlike(records: list[dict[str, Any]], keys: list[str], path: Path) -> None:
    """Refuse many records with different keys: most cells of their table would be empty, however small the file is."""
    cells = len(records) * len(keys)
    if cells > MOST_EMPTY_CELLS and cells > FEWEST_FILLED * sum(map(len, records)):
        raise DataError(
            at(path) + gettext("the objects of the list have different keys, {count} in all", count=f"{len(keys):,}"),
            gettext("give each object the same keys, or write one object of names and numbers"),
        )


def _are_names_and_numbers(records: list[dict[str, Any]], keys: list[str]) -> bool:
    """Return whether these members are a name and a number, as the token and its log-probability beside its bytes."""
    members = [[record.get(key) for record in records] for key in keys]
    names = [one for one in members if all(isinstance(text, str) and not could_be_number(text) for text in one)]
    return len(keys) == 2 and len(names) == 1 and any(are_numbers(one) for one in members)


def _are_lists_of_numbers(records: list[dict[str, Any]], key: str) -> bool:
    """Return whether a member is a list of numbers, or nothing, in each record."""
    lists = [record.get(key) for record in records]
    return all(one is None or (isinstance(one, list) and are_numbers(one)) for one in lists)


def _tables_of_records(records: list[dict[str, Any]], path: Path, notes: list[str]) -> dict[str, Table]:
    for index, record in enumerate(records):
        if isinstance(record, RepeatedKeys):
            raise twice(record, (*path, item(index)))
    keys = list(dict.fromkeys(key for record in records for key in record))
    _refuse_unlike(records, keys, path)
    nested = [key for key in keys if any(not is_scalar(record.get(key)) for record in records)]
    if (
        nested
        and all(_are_lists_of_numbers(records, key) for key in nested)
        and _are_names_and_numbers(records, [key for key in keys if key not in nested])
    ):
        notes.append(gettext("Not used: {names}.", names=", ".join(map(quoted, nested))))
        records = [{key: member for key, member in record.items() if key not in nested} for record in records]
        return _tables_of_records(records, path, notes)
    if nested:
        return _tables_of_lists_in_records(records, keys, nested, path)
    same = all(len(record) == len(keys) for record in records)
    if same and len(keys) > 1 and all(are_numbers(record.values()) for record in records):
        folded = [key.casefold() for key in keys]
        are_columns = {"p", "q"} & set(folded) or folded[0] in HEADS_OF_NAMES or len(keys) == 2 < len(records)
        if not are_columns:
            rows = [[record[key] for key in keys] for record in records]
            array = np.stack([array_of(row, (*path, item(k))) for k, row in enumerate(rows)])
            return {"": NumberTable(array, tuple(keys))}
    cells = [[text_of(record.get(key)) for key in keys] for record in records]
    return {"": RowsTable([keys, *cells], range(len(cells) + 1), Places.ITEMS, True)}


def _tables_of_lists_in_records(
    records: list[dict[str, Any]], keys: list[str], nested: list[str], path: Path
) -> dict[str, Table]:
    """Return a table for each key that holds a list of numbers in each record."""
    names = None
    for key in keys:
        texts = [record.get(key) for record in records]
        if all(isinstance(text, str) for text in texts) and len(set(texts)) == len(texts):
            names = tuple(str(text) for text in texts)
            break
    tables: dict[str, Table] = {}
    for key in nested:
        rows = []
        for index, record in enumerate(records):
            row = record.get(key)
            if not isinstance(row, list):
                raise DataError(at((*path, item(index), key_of(key))) + gettext("expected a list like the others"))
            rows.append(row)
        table = _table_of_lists(rows, path)
        tables[key] = NumberTable(table.values, None, names) if isinstance(table, NumberTable) else table
    return tables if len(tables) > 1 else {"": next(iter(tables.values()))}


def table_of_map(value: dict[str, Any], path: Path) -> Table:
    """Return the table of names and numbers of an object without lists and objects in it."""
    if isinstance(value, RepeatedKeys):
        pairs = value.pairs  # they are refused or added up as those of other tables
    else:
        pairs = list(value.items())
        if are_numbers(value.values()):
            values = list(value.values())
            try:
                return NumberTable(array_of(values, path), tuple(value))
            except DataError:
                for key, number in pairs:
                    if not np.isfinite(_double(number)) and _double(number) != -np.inf:
                        raise not_a_weight(number, (*path, key_of(key))) from None
                raise
    for key, member in pairs:
        if not is_scalar(member):
            raise DataError(at((*path, key_of(key))) + gettext("expected a number like the others"))
    if all(isinstance(member, str) and not could_be_number(member) for _, member in pairs):
        raise DataError(at(path) + gettext("there are no numbers in it"))
    return RowsTable([[key, text_of(member)] for key, member in pairs], None, Places.ITEMS, False)


def _double(value: Value) -> float:
    return float(value) if isinstance(value, (int, float)) else np.nan


def too_deep() -> DataError:
    """Return the error for lists and objects that are nested too deeply."""
    return DataError(
        gettext("lists or objects are nested more than {most} deep", most=DEEPEST),
        gettext("write the numbers as a list, or as an object of names and numbers"),
    )

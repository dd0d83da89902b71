"""The tables of nested lists and objects: which of them are rows, columns, names, or tables of their own."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np

from klscope.files.tables.codecs.nested_lists import count_instead_of, table_of_map, tables_of_list, too_deep
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
from klscope.files.tables.columns import HEADS_OF_NAMES, are_p_and_q
from klscope.files.tables.contents import (
    DEEPEST,
    Contents,
    DataError,
    NumberTable,
    Places,
    RowsTable,
    Table,
)
from klscope.files.tables.number_text import could_be_number
from klscope.files.tables.options import ReadOptions
from klscope.files.weights_text import quoted
from klscope.wording import gettext

_NAMES = HEADS_OF_NAMES | {"categories", "vocab", "vocabulary", "tokens", "keys", "outcomes"}
_MOST_LISTED = 4


def contents_of(value: Value, source: str, options: ReadOptions, format_name: str) -> Contents:
    """Return the tables of a value.

    Raises
    ------
    DataError
        It holds no table, or one that cannot be read; the message names the item.
    """
    notes: list[str] = []
    tables = _tables(value, options, (), notes)
    return Contents(source, tables, format_name=format_name, notes=tuple(notes))


def _tables(value: Value, options: ReadOptions, path: Path, notes: list[str]) -> dict[str, Table]:
    if len(path) > DEEPEST:
        raise too_deep()
    if (
        isinstance(value, list)
        and len(value) == 1
        and isinstance(value[0], dict)
        and not all(map(is_scalar, value[0].values()))
    ):
        return _tables(value[0], options, (*path, item(0)), notes)
    if isinstance(value, list):
        return tables_of_list(value, path, notes)
    if not isinstance(value, dict):
        raise DataError(
            at(path)
            + gettext(
                "{text} is neither a list nor an object", text=quoted("null" if value is None else text_of(value))
            ),
            gettext("write the numbers as a list, or as an object of names and numbers"),
        )
    return _tables_of_object(value, options, path, notes)


def _tables_of_object(value: dict[str, Any], options: ReadOptions, path: Path, notes: list[str]) -> dict[str, Table]:
    if not value:
        raise DataError(at(path) + gettext("the object is empty"))
    members = {
        key: member
        for key, member in value.items()
        if not is_scalar(member) and (member or key.casefold() in _asked_names(options))
    }
    if not members:
        return {"": table_of_map(value, path)}
    if isinstance(value, RepeatedKeys):
        raise twice(value, path)
    if {"columns", "data"} <= value.keys() and isinstance(value["columns"], list) and isinstance(value["data"], list):
        return {"": _table_with_columns(value["columns"], value["data"], value.get("index"), (*path, "data"))}
    if {"schema", "data"} == value.keys() and isinstance(value["data"], list):  # DataFrame.to_json(orient="table")
        return _tables(value["data"], options, (*path, key_of("data")), notes)
    members, label_key, labels = _without_labels(members)
    members = _asked_for(members, options)
    key = _with_p_and_q(members)
    if key is not None or (len(members) == 1 and isinstance(next(iter(members.values())), dict)):
        key = key or next(iter(members))
        return _tables(members[key], options, (*path, key_of(key)), notes)
    skipped = [key for key in value if key not in members and key != label_key]
    if skipped:
        notes.append(gettext("Not used: {names}.", names=_listed(skipped)))
    if options.p_key is None and options.q_key is None:
        together = _together(members, labels, path)
        if together is not None:
            return {"": together}
    return _separate(members, labels, options, path, notes)


def _asked_names(options: ReadOptions) -> set[str]:
    """Return the names of the members that are P and Q, in lower case."""
    return {key.casefold() for key in (options.p_key, options.q_key) if key is not None} or {"p", "q"}


def _with_p_and_q(members: dict[str, Any]) -> str | None:
    """Return the only member that is an object with P and Q in it; None if there is none or several."""
    found = [
        key
        for key, member in members.items()
        if isinstance(member, dict) and {"p", "q"} <= set(map(str.casefold, member))
    ]
    return found[0] if len(found) == 1 and not is_scalar(next(iter(members[found[0]].values()))) else None


def _listed(names: list[str]) -> str:
    return ", ".join(quoted(name) for name in names[:_MOST_LISTED]) + (" …" if len(names) > _MOST_LISTED else "")


def _asked_for(members: dict[str, Any], options: ReadOptions) -> dict[str, Any]:
    """Return the members that are P and Q by their names, unless the options name others; else all."""
    if options.p_key is not None or options.q_key is not None:
        return members
    sides = {key: member for key, member in members.items() if key.casefold() in ("p", "q")}
    if len(sides) != 2:
        return members
    for key, member in sides.items():
        _check_numbers(member, (key_of(key),))
    names = {key: member for key, member in members.items() if key.casefold() in _NAMES and isinstance(member, dict)}
    return sides | names


def _check_numbers(member: Any, path: Path) -> None:
    """Refuse texts that are no numbers among numbers."""
    if isinstance(member, list) and any(are_numbers([value]) for value in member):
        for index, value in enumerate(member):
            if isinstance(value, (str, bool)) and not could_be_number(text_of(value)):
                raise not_a_weight(value, (*path, item(index)))


def _without_labels(members: dict[str, Any]) -> tuple[dict[str, Any], str | None, list[str] | None]:
    """Take the list of names out of the members: the others, its key, and the names."""
    for key, member in members.items():
        if key.casefold() not in _NAMES or not isinstance(member, list) or not all(is_scalar(one) for one in member):
            continue
        others = {name: other for name, other in members.items() if name != key}
        if any(len(other) == len(member) for other in others.values() if isinstance(other, list)):
            return others, key, [text_of(name) for name in member]
    return members, None, None


def _together(members: dict[str, Any], labels: list[str] | None, path: Path) -> Table | None:
    """Return members of equal length as the columns or rows of one table; None if they are tables of their own."""
    values = list(members.values())
    if all(isinstance(value, dict) and all(is_scalar(one) for one in value.values()) for value in values):
        return _of_objects(members, path)
    if not all(isinstance(value, list) and all(is_scalar(one) for one in value) for value in values):
        return None
    if len(members) < 2 or len({len(value) for value in values}) != 1:
        return None
    n = len(values[0])
    if labels is not None and len(labels) != n:
        labels = None
    if all(are_numbers(value) for value in values):
        array = np.stack([array_of(value, (*path, key_of(key))) for key, value in members.items()])
        return NumberTable(array, None if labels is None else tuple(labels), tuple(members), True)
    columns = [list(map(text_of, value)) for value in values]
    heads = list(members)
    if labels is not None:
        heads, columns = ["label", *heads], [labels, *columns]
    return RowsTable([heads, *map(list, zip(*columns, strict=True))], range(n + 1), Places.ITEMS, True)


def _of_objects(members: dict[str, Any], path: Path) -> Table | None:
    """Return objects with the same keys as one table: rows of numbers, or columns if there are texts among them."""
    values = list(members.values())
    keys = list(values[0])
    if len(members) < 2 or any(value.keys() != values[0].keys() or isinstance(value, RepeatedKeys) for value in values):
        return None
    if all(are_numbers(value.values()) for value in values):
        for name, value in members.items():
            table_of_map(value, (*path, key_of(name)))
        array = np.stack([array_of([value[key] for key in keys], path) for value in values])
        sides = {"p", "q"}
        if sides <= set(map(str.casefold, keys)) and are_p_and_q(keys) and not sides & set(map(str.casefold, members)):
            return NumberTable(array.T, tuple(members), tuple(keys), True)
        return NumberTable(array, tuple(keys), tuple(members))
    rows = [[text_of(value[key]) for value in values] for key in keys]
    heads = list(members)
    if keys != [str(k) for k in range(len(keys))]:
        heads, rows = ["", *heads], [[key, *row] for key, row in zip(keys, rows, strict=True)]
    return RowsTable([heads, *rows], range(len(rows) + 1), Places.ITEMS, True)


def _separate(
    members: dict[str, Any], labels: list[str] | None, options: ReadOptions, path: Path, notes: list[str]
) -> dict[str, Table]:
    """Return a table for each member; a member that is none is left out with a note, unless it is asked for."""
    tables: dict[str, Table] = {}
    failed: list[DataError] = []
    asked = _asked_names(options)
    for key, member in members.items():
        start = key.casefold() + "."
        inner_keys = [name.removeprefix(start) for name in asked if name.startswith(start)]
        inner_options = ReadOptions(p_key=inner_keys[0]) if inner_keys else ReadOptions()
        try:
            found = _tables(member, inner_options, (*path, key_of(key)), notes)
        except DataError as error:
            if key.casefold() in asked or inner_keys:
                raise
            failed.append(error)
            continue
        for name, table in found.items():
            tables[f"{key}.{name}" if name else key] = _labelled(table, labels)
    if not tables:
        raise failed[0]
    notes += [gettext("Not used: {reason}.", reason=error.what) for error in failed]
    return tables


def _labelled(table: Table, labels: list[str] | None) -> Table:
    """Return a table with these labels, if it has as many categories."""
    if isinstance(table, NumberTable) and labels is not None and table.values.shape[-1] == len(labels):
        return replace(table, labels=tuple(labels))
    return table


def _table_with_columns(columns: list[Any], data: list[Any], index: Any, path: Path) -> Table:
    """Return the table of a list of headings and a list of rows, with the names of the rows if there are any."""
    has_names = isinstance(index, list) and len(index) == len(data) and index != list(range(len(data)))
    if has_names and all(map(is_scalar, index)) and all(isinstance(row, list) for row in data):
        columns = ["", *columns]
        data = [[name, *row] for name, row in zip(index, data, strict=True)]
    if not all(isinstance(row, list) for row in data) or not all(map(is_scalar, columns)):
        raise DataError(at(path) + gettext("expected a list like the others"))
    rows = [list(map(text_of, columns))]
    for index, row in enumerate(data):
        if len(row) != len(columns) or not all(map(is_scalar, row)):
            raise DataError(
                at((*path, item(index))) + count_instead_of(len(row), len(columns)),
                gettext("give each list the same number of numbers"),
            )
        rows.append(list(map(text_of, row)))
    return RowsTable(rows, range(len(rows)), Places.ITEMS, True)

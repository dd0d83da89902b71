"""Connects text entry in place, in the table and in *Edit values* to its controller; shows refused edits."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from klscope.connections.context import Context
from klscope.connections.data_entry import DataEntry, connect_data
from klscope.controllers.entry import EntryController
from klscope.model.comparison import Side
from klscope.theory.editing import EditRefusedError
from klscope.views.words import sentences


def connect_entry(context: Context, entry: EntryController) -> DataEntry:
    """Connect the editors; an error message stays until an editor is opened or this one is closed."""
    window, store, actions, status = context.window, context.store, context.actions, context.status

    def words(error: ValueError | None) -> str:
        return "" if error is None else sentences.of_error(error, store.comparison)

    def tell(error: ValueError | None) -> str:
        wrong = words(error)
        status.show_error(wrong)
        return wrong

    def set_value(side: Side, index: int, text: str) -> str:
        status.clear_error()
        error = entry.set_value(side, index, text)
        if isinstance(error, EditRefusedError):
            mark_locks(context, error, side)
        return tell(error)

    def rename(index: int, text: str) -> str:
        return tell(entry.rename(index, text))

    def type_value(side: Side, index: int, begun: str) -> None:
        status.clear_error()
        line = window.chart(side).edit_value(index, begun, lambda text: set_value(side, index, text))
        line.closed.connect(status.clear_error)

    def type_name(index: int) -> None:
        status.clear_error()
        line = window.chart(store.view.active).edit_name(index, lambda text: rename(index, text))
        line.closed.connect(status.clear_error)

    def add() -> None:
        if context.commands.add_category():
            type_name(store.view.current)

    def edit_values() -> None:
        status.clear_error()
        window.begin_editing_values(store.snapshot)

    def apply_values(*values: Any) -> None:
        wrong = words(entry.set_weights(*values))
        if wrong:
            window.values_editor.show_error(wrong)
        else:
            window.end_editing_values()

    for side in Side:
        chart = window.chart(side)
        chart.value_requested.connect(lambda index, begun, side=side: type_value(side, index, begun))
        chart.name_requested.connect(type_name)
    window.table.cell_opened.connect(status.clear_error)
    window.table.categories.value_typed.connect(set_value)
    window.table.categories.label_typed.connect(rename)
    window.values_editor.applied.connect(apply_values)
    window.values_editor.cancelled.connect(window.end_editing_values)
    window.prompts.opened.connect(status.clear_error)
    opening: dict[str, Callable[[], None]] = {
        "edit_values": edit_values,
        "set_value": lambda: type_value(store.view.active, store.view.current, ""),
        "rename": lambda: type_name(store.view.current),
        "add": add,
    }
    for name, open_line in opening.items():
        actions[name].triggered.connect(open_line)
    return connect_data(context, lambda text: type_value(store.view.active, store.view.current, text))


def show_refusal(context: Context, error: EditRefusedError, side: Side | None) -> None:
    """Show why an edit was refused, also at the locks of its side; None for no side."""
    context.status.say(sentences.of_refusal(error, context.store.comparison))
    if side is not None:
        mark_locks(context, error, side)


def mark_locks(context: Context, error: EditRefusedError, side: Side) -> None:
    """Show at a bar and at padlocks why locks prevented the edit; nothing for other reasons."""
    note = sentences.of_locks_in_the_way(error)
    if note:
        index = error.values.get("index")
        context.window.chart(side).show_refusal(index if isinstance(index, int) else context.store.view.current, note)

"""Connects refused edits to their message in the status bar and their marks at locks."""

from __future__ import annotations

from klscope.connections.context import Context
from klscope.model.comparison import Side
from klscope.theory.editing import EditRefusedError
from klscope.views.words import sentences


def show_refusal(context: Context, error: EditRefusedError, side: Side | None) -> None:
    """Show why an edit was refused, also at the locks of its side; None for no side."""
    context.say(sentences.of_refusal(error, context.store.comparison))
    if side is not None:
        mark_locks(context, error, side)


def mark_locks(context: Context, error: EditRefusedError, side: Side) -> None:
    """Show at a bar and at padlocks why locks prevented the edit; nothing for other reasons."""
    note = sentences.of_locks_in_the_way(error)
    if note:
        index = error.values.get("index")
        context.window.chart(side).show_refusal(index if isinstance(index, int) else context.store.view.current, note)

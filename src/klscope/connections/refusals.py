"""Connects a refusal to where it is told: in the status bar, and at the locks that hold what was to move."""

from __future__ import annotations

from klscope.connections.context import Context
from klscope.model.comparison import Side
from klscope.theory.editing import EditRefusedError
from klscope.views.words import sentences


def show_refusal(context: Context, error: EditRefusedError, side: Side | None) -> None:
    """Say why an edit was refused, and show it at the locks of the side it was made on; None: of no side."""
    context.say(sentences.of_refusal(error, context.store.comparison))
    if side is not None:
        mark_locks(context, error, side)


def mark_locks(context: Context, error: EditRefusedError, side: Side) -> None:
    """Show at the bar, and at the padlocks that hold it, why it did not move; nothing where no lock is the reason."""
    note = sentences.of_locks_in_the_way(error)
    if note:
        index = error.values.get("index")
        context.window.chart(side).show_refusal(index if isinstance(index, int) else context.store.view.current, note)

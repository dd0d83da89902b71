"""Connects the code lengths to the store."""

from __future__ import annotations

from klscope.connections.context import Context
from klscope.views.code_lengths.code_lengths_chart import CodeLengthsChart


def connect(context: Context, view: CodeLengthsChart) -> None:
    """Connect the options of the code lengths."""
    view.controls.options_chosen.connect(context.store.set_options)

"""Connects the code lengths to the store."""

from __future__ import annotations

from klscope.connections.parts import Parts
from klscope.views.code_lengths.code_lengths_chart import CodeLengthsChart


def connect(parts: Parts, view: CodeLengthsChart) -> None:
    """Let order and roles be chosen."""
    view.controls.options_chosen.connect(parts.store.set_options)

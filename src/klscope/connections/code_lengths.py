"""Introduces the code lengths to the commands."""

from __future__ import annotations

from klscope.connections.parts import Parts
from klscope.views.code_lengths.code_lengths_chart import CodeLengthsChart


def connect(parts: Parts, view: CodeLengthsChart) -> None:
    """Let order and roles be chosen."""
    view.controls.order_chosen.connect(parts.commands.set_order)
    view.controls.turned_chosen.connect(parts.commands.set_turned)

"""The context of connections: the parts of the running program, passed to views that are built on demand.

Each view has a module with its name and a function ``connect(context, view)``, which is imported with the view and
makes the controllers that only this view needs. What exists from the start is connected in `klscope.app`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from klscope.by_name import load
from klscope.controllers.bar_edit import BarEditController
from klscope.controllers.commands import CommandController
from klscope.controllers.editor import Editor
from klscope.model.comparison import Side
from klscope.model.store import Store
from klscope.views.commands.actions import Actions

if TYPE_CHECKING:
    from klscope.views.window.main_window import MainWindow
    from klscope.views.window.status_line import StatusLine


@dataclass(frozen=True)
class Context:
    """The parts of the running program."""

    store: Store
    editor: Editor
    commands: CommandController
    bar_edits: Mapping[Side, BarEditController]
    window: MainWindow
    actions: Actions
    status: StatusLine


def connect_view(name: str, context: Context, view: QWidget) -> None:
    """Connect a view by the module with its name."""
    load(f"klscope.connections.{name}", "connect")(context, view)

"""Connects the commands and drops that open data; what reads them is imported by the first one."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QDragEnterEvent

from klscope.by_name import load
from klscope.connections.context import Context

if TYPE_CHECKING:
    from klscope.connections.data import DataConnection


class DataEntry(QObject):
    """Opens data when a command or a drop asks for it.

    Parameters
    ----------
    context
        The parts of the program.
    type_value
        Opens the editor of the selected bar with a text.

    Signals
    -------
    document_given(str)
        The path of a document, or of a picture, was dropped, pasted or chosen.
    """

    document_given = Signal(str)

    def __init__(self, context: Context, type_value: Callable[[str], None]) -> None:
        super().__init__(context.window)
        self._context = context
        self._type_value = type_value
        self._made: DataConnection | None = None
        context.window.setAcceptDrops(True)
        context.window.installEventFilter(self)

    @property
    def connection(self) -> DataConnection:
        """What opens data; made on first use."""
        if self._made is None:
            kind: type[DataConnection] = load("klscope.connections.data", "DataConnection")
            self._made = kind(self._context, self._type_value)
            self._made.document_given.connect(self.document_given)
        return self._made

    def open_files(self, paths: list[str]) -> None:
        """Open one file, or that of P and that of Q."""
        self.connection.open_files(paths)

    def open(self) -> None:
        """Ask for a file and open it."""
        self.connection.open()

    def paste(self) -> None:
        """Open what is in the clipboard."""
        self.connection.paste()

    def reload(self) -> None:
        """Read the file again."""
        self.connection.controller.reload()

    def change(self) -> None:
        """Read the data in another way."""
        self.connection.controller.change()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show the zones for a drop when files or a text are dragged over the window."""
        if event.type() == QEvent.Type.DragEnter and isinstance(event, QDragEnterEvent):
            data = event.mimeData()
            if data.hasUrls() or data.hasText():
                event.acceptProposedAction()
                self.connection.show_drop_zones(data)
                return True
        return super().eventFilter(watched, event)


def connect_data(context: Context, type_value: Callable[[str], None]) -> DataEntry:
    """Connect the commands that open data, and drops on the window."""
    entry, actions = DataEntry(context, type_value), context.actions
    for name, method in (
        ("open_data", entry.open),
        ("paste", entry.paste),
        ("reload_data", entry.reload),
        ("change_reading", entry.change),
    ):
        actions[name].triggered.connect(method)
    return entry

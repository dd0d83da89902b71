"""Connects the sheet of opened data: it takes the right side of the window until it is applied or cancelled."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from klscope.connections.context import Context
from klscope.controllers.data import DataController
from klscope.files.tables.data_reading import DataReading
from klscope.model.commands import command
from klscope.model.comparison import Side
from klscope.model.snapshot import Snapshot
from klscope.views import magnification
from klscope.views.data.sheet import DataSheet
from klscope.views.widgets.focus import can_have_focus


class SheetConnection(QObject):
    """Opens and closes the sheet.

    Parameters
    ----------
    context
        The parts of the program.
    controller
        What reads the data.
    """

    def __init__(self, context: Context, controller: DataController) -> None:
        super().__init__(context.window)
        self._context, self._controller = context, controller
        self._focus_before: QWidget | None = None
        self._is_translating = False
        window = context.window
        self.sheet = DataSheet(window.theme)
        self.sheet.options_changed.connect(controller.read_as)
        self.sheet.applied.connect(controller.apply)
        self.sheet.cancelled.connect(controller.cancel)
        controller.proposed.connect(self.show)
        controller.settled.connect(self.close)
        window.right.take_sheet(self.sheet)
        magnification.adopt(self.sheet)
        window.theme_changed.connect(self.sheet.set_theme)
        window.language_changing.connect(self._begin_translating)
        window.language_changed.connect(self._end_translating)
        context.actions.about_to_act.connect(self._leave_for)
        context.store.changed.connect(self._notice)

    @property
    def is_open(self) -> bool:
        """Whether the sheet is open."""
        return self._context.window.right.shows_sheet

    def show(self, reading: DataReading) -> None:
        """Show a proposal."""
        snapshot = self._context.store.snapshot
        labels = snapshot.comparison.labels
        without_q = tuple(labels[k] for k in snapshot.infinite) if reading.can_be_used else ()
        self.sheet.show_reading(reading, without_q)
        if self.is_open:
            return
        self._focus_before = QApplication.focusWidget()
        window = self._context.window
        window.right.show_sheet(True)
        window.make_room()
        self.sheet.take_focus()
        self._enable_charts(False)

    def close(self) -> None:
        """Show what was there before, with the focus where it was."""
        if not self.is_open:
            return
        window = self._context.window
        self._enable_charts(True)
        window.right.show_sheet(False)
        window.make_room()
        before, self._focus_before = self._focus_before, None
        # what had the focus may be gone meanwhile: an open editor, a dialog
        if before is None or not isValid(before) or not can_have_focus(before):
            before = window.chart(self._context.store.view.active)
        before.setFocus()

    def _enable_charts(self, on: bool) -> None:
        """Enable or disable the charts: a proposed pair cannot be edited before it is applied."""
        window = self._context.window
        for view in (*(window.chart(side) for side in Side), window.terms_chart):
            view.setEnabled(on)

    def _leave_for(self, name: str) -> None:
        if self.is_open and not command(name).keeps_proposal:
            self._controller.cancel()

    def _notice(self, snapshot: Snapshot) -> None:
        """Close the sheet when something else has replaced the proposal."""
        if self._controller.is_replaced(snapshot) and not self._is_translating:
            QTimer.singleShot(0, self, self._controller.forget_replaced)  # a view must not be hidden in an emission

    def _begin_translating(self) -> None:
        self._is_translating = True

    def _end_translating(self) -> None:
        self._is_translating = False
        if self.is_open:
            self._controller.propose_again()

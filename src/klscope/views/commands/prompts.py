"""Opens the dialogs of the window and emits their results.

Dialogs are imported on first use, to keep the start of the program fast.
"""

# ruff: noqa: PLC0415 -- for that reason

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QDialog, QWidget

if TYPE_CHECKING:
    from klscope.views.widgets.dialogs import AmountDialog

translate = QCoreApplication.translate


class Prompts(QObject):
    """The dialogs of the main window, all without blocking the event loop.

    Signals
    -------
    opened()
        A dialog was opened.
    seed_chosen(int)
        This seed was accepted.
    temperature_previewed(float), smoothing_previewed(float)
        The amount to preview.
    accepted(), rejected()
        The previewed amount was accepted or rejected.
    """

    opened = Signal()
    seed_chosen = Signal(int)
    temperature_previewed = Signal(float)
    smoothing_previewed = Signal(float)
    accepted = Signal()
    rejected = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window

    def _open(self, dialog: QDialog) -> None:
        self.opened.emit()
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def ask_seed(self, side: str, seed: int) -> None:
        from klscope.views.widgets.dialogs import SeedDialog

        dialog = SeedDialog(translate("Dialogs", "Random {side}").format(side=side), seed, self._window)
        dialog.accepted.connect(lambda: self.seed_chosen.emit(dialog.seed.value()))
        self._beside_the_charts(dialog)
        self._open(dialog)

    def ask_temperature(self, side: str) -> None:
        from klscope.views.widgets.dialogs import temperature_dialog

        dialog = temperature_dialog(side, self._window)
        dialog.amount_changed.connect(self.temperature_previewed)
        self._open_amount(dialog)

    def ask_smoothing(self, side: str) -> None:
        from klscope.views.widgets.dialogs import smoothing_dialog

        dialog = smoothing_dialog(side, self._window)
        dialog.amount_changed.connect(self.smoothing_previewed)
        self._open_amount(dialog)

    def ask_name(self, title: str, name: str, accept: Callable[[str], str]) -> None:
        """Open the dialog for a name; ``accept`` takes it and returns an error, or ""."""
        from klscope.views.widgets.name_dialog import NameDialog

        self._open(NameDialog(title, name, accept, self._window))

    def _beside_the_charts(self, dialog: QDialog) -> None:
        """Move a dialog to the lower right of the window, so that it does not cover the charts."""
        dialog.adjustSize()
        corner = self._window.mapToGlobal(self._window.rect().bottomRight())
        dialog.move(corner - QPoint(dialog.width() + 24, dialog.height() + 60))

    def _open_amount(self, dialog: AmountDialog) -> None:
        dialog.accepted.connect(self.accepted)
        dialog.rejected.connect(self.rejected)
        self._beside_the_charts(dialog)
        self._open(dialog)

    def show_manual(self) -> None:
        from klscope.views.commands.manual import manual_html

        self._open_text(translate("Dialogs", "Mouse and Keyboard"), manual_html())

    def show_about(self) -> None:
        from klscope.views.commands.manual import about_html

        self._open_text(translate("Dialogs", "About klscope"), about_html())

    def _open_text(self, title: str, html: str) -> None:
        from klscope.views.widgets.dialogs import TextDialog

        self._open(TextDialog(title, html, self._window))

"""Opens the dialogs over the window, and says what came of them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtWidgets import QDialog, QWidget

from klscope.views.dialogs import AmountDialog, SeedDialog, TextDialog, smoothing_dialog, temperature_dialog
from klscope.views.manual import about_html, manual_html

translate = QCoreApplication.translate


class Prompts(QObject):
    """The dialogs of the main window; none blocks the event loop.

    Signals
    -------
    seed_chosen(int)
        Draw by this seed.
    temperature_previewed(float), smoothing_previewed(float)
        Show what this amount does.
    accepted(), rejected()
        The amount shown is meant, or not.
    """

    seed_chosen = Signal(int)
    temperature_previewed = Signal(float)
    smoothing_previewed = Signal(float)
    accepted = Signal()
    rejected = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window

    def _open(self, dialog: QDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def ask_seed(self, side: str, seed: int) -> None:
        """Ask for the seed of a random distribution."""
        dialog = SeedDialog(translate("Dialogs", "Random {side}").format(side=side), seed, self._window)
        dialog.accepted.connect(lambda: self.seed_chosen.emit(dialog.seed.value()))
        self._open(dialog)

    def ask_temperature(self, side: str) -> None:
        """Ask how sharp a side is to be."""
        dialog = temperature_dialog(side, self._window)
        dialog.amount_changed.connect(self.temperature_previewed)
        self._open_amount(dialog)

    def ask_smoothing(self, side: str) -> None:
        """Ask how smooth a side is to be."""
        dialog = smoothing_dialog(side, self._window)
        dialog.amount_changed.connect(self.smoothing_previewed)
        self._open_amount(dialog)

    def _open_amount(self, dialog: AmountDialog) -> None:
        dialog.accepted.connect(self.accepted)
        dialog.rejected.connect(self.rejected)
        self._open(dialog)

    def show_manual(self) -> None:
        """Show what mouse and keyboard do."""
        self._open(TextDialog(translate("Dialogs", "Mouse and Keyboard"), manual_html(), self._window))

    def show_about(self) -> None:
        """Show what klscope is."""
        self._open(TextDialog(translate("Dialogs", "About klscope"), about_html(), self._window))

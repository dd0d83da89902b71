"""Opens the dialogs of the window and emits their results.

Dialogs are imported on first use, to keep the start of the program fast.
"""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QPoint, Qt, Signal, SignalInstance
from PySide6.QtWidgets import QDialog, QWidget

from klscope.by_name import load

if TYPE_CHECKING:
    from klscope.views.widgets.dialogs import AmountDialog, SeedDialog

translate = QCoreApplication.translate
DECISIONS = "klscope.views.data.decisions_page"
DIALOGS, MANUAL = "klscope.views.widgets.dialogs", "klscope.views.commands.manual"


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
        title = translate("Dialogs", "Random {side}").format(side=side)
        dialog: SeedDialog = load(DIALOGS, "SeedDialog")(title, seed, self._window)
        dialog.accepted.connect(lambda: self.seed_chosen.emit(dialog.seed.value()))
        self._beside_the_charts(dialog)
        self._open(dialog)

    def ask_temperature(self, side: str) -> None:
        self._open_amount(load(DIALOGS, "temperature_dialog")(side, self._window), self.temperature_previewed)

    def ask_smoothing(self, side: str) -> None:
        self._open_amount(load(DIALOGS, "smoothing_dialog")(side, self._window), self.smoothing_previewed)

    def ask_name(self, title: str, name: str, accept: Callable[[str], str]) -> None:
        """Open the dialog for a name; ``accept`` takes it and returns an error, or ""."""
        self._open(load("klscope.views.widgets.name_dialog", "NameDialog")(title, name, accept, self._window))

    def _beside_the_charts(self, dialog: QDialog) -> None:
        """Move a dialog to the lower right of the window, so that it does not cover the charts."""
        dialog.adjustSize()
        corner = self._window.mapToGlobal(self._window.rect().bottomRight())
        dialog.move(corner - QPoint(dialog.width() + 24, dialog.height() + 60))

    def _open_amount(self, dialog: AmountDialog, previewed: SignalInstance) -> None:
        dialog.amount_changed.connect(previewed)
        dialog.accepted.connect(self.accepted)
        dialog.rejected.connect(self.rejected)
        self._beside_the_charts(dialog)
        self._open(dialog)

    def show_manual(self) -> None:
        self._open_text(translate("Dialogs", "Mouse and Keyboard"), load(MANUAL, "manual_html")())

    def show_reading_help(self) -> None:
        self._open_text(translate("Dialogs", "Opening Data"), load(DECISIONS, "decisions_html")())

    def show_refusal(self, text: str, title: str) -> None:
        """Show why something was not done, in full, to be copied."""
        self._open_text(title, f"<p>{escape(text)}</p>")

    def show_about(self) -> None:
        self._open_text(translate("Dialogs", "About klscope"), load(MANUAL, "about_html")())

    def _open_text(self, title: str, html: str) -> None:
        self._open(load(DIALOGS, "TextDialog")(title, html, self._window))

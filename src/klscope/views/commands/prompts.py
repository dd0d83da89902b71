"""Opens the dialogs over the window, and says what came of them.

They are imported when one is asked for: the window stands sooner without them.
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
    """The dialogs of the main window; none blocks the event loop.

    Signals
    -------
    opened()
        A dialog opens.
    seed_chosen(int)
        Draw by this seed.
    temperature_previewed(float), smoothing_previewed(float)
        Show what this amount does.
    accepted(), rejected()
        The amount shown is meant, or not.
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
        """Ask for the seed of a random distribution."""
        from klscope.views.widgets.dialogs import SeedDialog

        dialog = SeedDialog(translate("Dialogs", "Random {side}").format(side=side), seed, self._window)
        dialog.accepted.connect(lambda: self.seed_chosen.emit(dialog.seed.value()))
        self._beside_the_charts(dialog)
        self._open(dialog)

    def ask_temperature(self, side: str) -> None:
        """Ask how sharp a side is to be."""
        from klscope.views.widgets.dialogs import temperature_dialog

        dialog = temperature_dialog(side, self._window)
        dialog.amount_changed.connect(self.temperature_previewed)
        self._open_amount(dialog)

    def ask_smoothing(self, side: str) -> None:
        """Ask how smooth a side is to be."""
        from klscope.views.widgets.dialogs import smoothing_dialog

        dialog = smoothing_dialog(side, self._window)
        dialog.amount_changed.connect(self.smoothing_previewed)
        self._open_amount(dialog)

    def ask_name(self, title: str, name: str, accept: Callable[[str], str]) -> None:
        """Ask for a name; ``accept`` is told it and returns what is wrong with it."""
        from klscope.views.widgets.name_dialog import NameDialog

        self._open(NameDialog(title, name, accept, self._window))

    def _beside_the_charts(self, dialog: QDialog) -> None:
        """Put a dialog at the lower right of the window: what it does is seen at the left."""
        dialog.adjustSize()
        corner = self._window.mapToGlobal(self._window.rect().bottomRight())
        dialog.move(corner - QPoint(dialog.width() + 24, dialog.height() + 60))

    def _open_amount(self, dialog: AmountDialog) -> None:
        dialog.accepted.connect(self.accepted)
        dialog.rejected.connect(self.rejected)
        self._beside_the_charts(dialog)
        self._open(dialog)

    def show_manual(self) -> None:
        """Show what mouse and keyboard do."""
        from klscope.views.commands.manual import manual_html

        self._open_text(translate("Dialogs", "Mouse and Keyboard"), manual_html())

    def show_about(self) -> None:
        """Show what klscope is."""
        from klscope.views.commands.manual import about_html

        self._open_text(translate("Dialogs", "About klscope"), about_html())

    def _open_text(self, title: str, html: str) -> None:
        from klscope.views.widgets.dialogs import TextDialog

        self._open(TextDialog(title, html, self._window))

"""The right end of the status bar: what is being read, with a button to cancel, or a button to read data otherwise."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QToolButton, QWidget

from klscope.model.comparison import Origin
from klscope.model.snapshot import Snapshot
from klscope.views.magnification import set_font_size
from klscope.views.words.names import short_name

translate = QCoreApplication.translate


class DataStatus(QWidget):
    """Progress of reading, and *Change…* after it.

    Signals
    -------
    cancelled()
        What is being read is no longer wanted.
    change_requested()
        The data are to be read in another way.
    """

    cancelled = Signal()
    change_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        self._label, self._bar = QLabel(), QProgressBar()
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(90)
        self._cancel, self._change = QToolButton(), QToolButton()
        self._cancel.setObjectName("cancelReading")
        self._change.setObjectName("changeReading")
        for part in (self._label, self._bar, self._cancel, self._change):
            set_font_size(part, 13)
            row.addWidget(part)
            part.hide()
        for button in (self._cancel, self._change):
            button.setProperty("small", True)
        self._cancel.clicked.connect(self.cancelled)
        self._change.clicked.connect(self.change_requested)
        self._origin: Origin | None = None
        self._shown: Origin | None = None

    def retranslate(self) -> None:
        self._cancel.setText(translate("Data", "Cancel"))
        self._change.setText(translate("Data", "Change…"))
        self._change.setToolTip(translate("Data", "Read the data in another way"))

    def show_waiting(self, name: str) -> None:
        """Show that ``name`` is being read; hide it if the name is empty."""
        self.retranslate()
        self._label.setText(translate("Data", "Reading {name}").format(name=short_name(name)))
        for part in (self._label, self._bar, self._cancel):
            part.setVisible(bool(name))
        if name:
            self._change.hide()

    def offer_change(self, origin: Origin | None) -> None:
        """Show *Change…* for as long as these data are open."""
        self.retranslate()
        self._origin = self._shown = origin
        self._change.setVisible(origin is not None)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Hide *Change…* when other data are open."""
        self._shown = snapshot.comparison.origin
        if not self._change.isHidden() and self._shown is not self._origin:
            # not at once: a button that is hidden while the store emits would move the focus
            QTimer.singleShot(0, self, self._hide_for_others)

    def _hide_for_others(self) -> None:
        if self._shown is not self._origin:
            self._change.hide()

"""One line at the right end of the status bar: what came back after a crash, or what can be continued."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QDateTime, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from klscope.views.magnification import set_font_size

translate = QCoreApplication.translate


class RecoveryNotice(QWidget):
    """A text, with *Continue* and *Discard*.

    Parameters
    ----------
    restored
        The number of windows that came back; 0 where only something is offered.
    offered
        The number of windows that can be continued.
    time
        When they ended, in seconds since 1970.
    damaged
        The paths of documents that could not be read.

    Signals
    -------
    continued()
        What is offered is wanted.
    discarded()
        What came back, or what is offered, is not wanted.
    """

    continued = Signal()
    discarded = Signal()

    def __init__(self, restored: int, offered: int, time: float, damaged: list[str]) -> None:
        super().__init__()
        self._restored, self._offered, self._time, self._damaged = restored, offered, time, damaged
        self.setObjectName("recoveryNotice")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        self.label, self._continue, self._discard = QLabel(), QToolButton(), QToolButton()
        self._continue.setObjectName("continueUnsaved")
        self._discard.setObjectName("discardRecovered")
        for part in (self.label, self._continue, self._discard):
            set_font_size(part, 13)
            row.addWidget(part)
        for button in (self._continue, self._discard):
            button.setProperty("small", True)
        self.label.setProperty("quiet", True)
        self._continue.setVisible(not restored and bool(offered))
        self._discard.setVisible(bool(restored or offered))
        self._continue.clicked.connect(self.continued)
        self._discard.clicked.connect(self.discarded)
        self.retranslate()

    def retranslate(self) -> None:
        self.label.setText(" ".join(self._sentences()))
        self.label.setToolTip("\n".join(self._damaged))
        self._continue.setText(translate("Recovery", "Continue"))
        self._continue.setToolTip(translate("Recovery", "Open what was left unsaved"))
        self._discard.setText(translate("Recovery", "Discard"))
        self._discard.setToolTip(
            translate("Recovery", "Close what came back, and delete it")
            if self._restored
            else translate("Recovery", "Delete what was left unsaved")
        )

    def _sentences(self) -> list[str]:
        parts = []
        if self._restored == 1:
            parts.append(translate("Recovery", "Restored: klscope ended unexpectedly."))
        elif self._restored:
            text = translate("Recovery", "{count} windows restored: klscope ended unexpectedly.")
            parts.append(text.format(count=self._restored))
        elif self._offered:
            when = QDateTime.fromSecsSinceEpoch(int(self._time)).toString("yyyy-MM-dd HH:mm")
            parts.append(translate("Recovery", "Unsaved data ({time})").format(time=when))
        if self._damaged:
            parts.append(translate("Recovery", "A damaged backup was set aside."))
        return parts

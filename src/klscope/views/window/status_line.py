"""The text of the status bar: the contribution of the hovered category or, for a while, a message."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QObject, QTimer

from klscope.model.comparison import Side
from klscope.model.snapshot import Snapshot
from klscope.views.window.main_window import MainWindow
from klscope.views.words import group_sentences, sentences

MESSAGE_MILLISECONDS = 6000


class StatusLine(QObject):
    """The text of the status bar of ``window``."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._snapshot: Snapshot | None = None
        self._hovered = -1
        self._subject: object = None
        self._said_of: Snapshot | None = None
        self._wrong = ""
        self._message = QTimer(self)
        self._message.setSingleShot(True)
        self._message.setInterval(MESSAGE_MILLISECONDS)
        self._message.timeout.connect(self.show_category)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show a state. A message stays, unless categories, selection, locks or pin have changed."""
        self._snapshot = snapshot
        subject = (snapshot.comparison.labels, snapshot.view.selected, snapshot.view.active)
        changed, self._subject = subject != self._subject, subject
        if changed and len(snapshot.view.selected) > 1:
            self._hovered = -1  # after a selection of several, they are described until the pointer moves
        if changed or not self._message.isActive() or self._is_over(snapshot):
            self.show_category()

    def _is_over(self, snapshot: Snapshot) -> bool:
        """Return whether the locks or the compared pin that a message may describe have changed."""
        said_of = self._said_of
        if said_of is None or said_of.pins.compared != snapshot.pins.compared:
            return said_of is not None
        then, now = said_of.comparison, snapshot.comparison
        return not all(np.array_equal(then.locks(side), now.locks(side)) for side in Side)

    def show_pointed(self, index: int) -> None:
        self._hovered = index
        self.show_category()

    def say(self, text: str) -> None:
        """Show a message for a while; nothing if ``text`` is empty."""
        if text:
            self._said_of = self._snapshot
            self._window.show_sentence(text)
            self._message.start()

    def show_error(self, text: str) -> None:
        """Show an error of typed text for a while; nothing if ``text`` is empty."""
        self.clear_error()
        self._wrong = text
        self.say(text)

    def clear_error(self) -> None:
        """Clear the error of typed text: another editor was opened, or none."""
        self.clear_message(self._wrong)

    def clear_message(self, text: str) -> None:
        """Clear this message, which no longer applies; another message stays."""
        if self._message.isActive() and self._window.sentence.text() == text:
            self.show_category()

    def show_category(self) -> None:
        """Show the contribution of the dragged, hovered or selected category; of several selected, as a group."""
        self._message.stop()
        if self._snapshot is None:
            return
        index = max(self._window.p_chart.dragged_index, self._window.q_chart.dragged_index)
        together = len(self._snapshot.view.moved_with(index)) > 1
        if together:
            self._hovered = -1
        if index < 0:
            index = self._hovered
        if together or (index < 0 and len(self._snapshot.view.selected) > 1):
            self._window.show_sentence(group_sentences.of_selected(self._snapshot))
            return
        if not 0 <= index < self._snapshot.comparison.n:
            index = self._snapshot.view.current
        self._window.show_sentence(sentences.of_category(self._snapshot, index))

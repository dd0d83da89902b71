"""What the status bar says: what the pointed category contributes or, for a while, what happened."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QObject, QTimer

from klscope.model.comparison import Side
from klscope.model.snapshot import Snapshot
from klscope.views.window.main_window import MainWindow
from klscope.views.words import group_sentences, sentences

MESSAGE_MILLISECONDS = 6000


class StatusLine(QObject):
    """The sentence below the charts of ``window``."""

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
        """Follow the state. A message stays, unless it was of other categories, another selection, locks or pin."""
        self._snapshot = snapshot
        subject = (snapshot.comparison.labels, snapshot.view.selected, snapshot.view.active)
        changed, self._subject = subject != self._subject, subject
        if changed and len(snapshot.view.selected) > 1:
            self._hovered = -1  # whoever has just selected several hears of them, until the pointer goes elsewhere
        if changed or not self._message.isActive() or self._is_over(snapshot):
            self.show_category()

    def _is_over(self, snapshot: Snapshot) -> bool:
        """Tell whether the locks or the compared pin, of which the message may speak, are others by now."""
        said_of = self._said_of
        if said_of is None or said_of.pins.compared != snapshot.pins.compared:
            return said_of is not None
        then, now = said_of.comparison, snapshot.comparison
        return not all(np.array_equal(then.locks(side), now.locks(side)) for side in Side)

    def show_pointed(self, index: int) -> None:
        """Speak of the hovered category, −1 for none."""
        self._hovered = index
        self.show_category()

    def say(self, text: str) -> None:
        """Say something for a while; nothing where ``text`` is empty."""
        if text:
            self._said_of = self._snapshot
            self._window.show_sentence(text)
            self._message.start()

    def show_error(self, text: str) -> None:
        """Say for a while what is wrong with something typed; nothing where ``text`` is empty: it was right."""
        self.clear_error()
        self._wrong = text
        self.say(text)

    def clear_error(self) -> None:
        """Say no longer what was wrong with what was typed before: another line is open, or none."""
        self.clear_message(self._wrong)

    def clear_message(self, text: str) -> None:
        """Say no longer what was said, because it holds no longer; another message stays."""
        if self._message.isActive() and self._window.sentence.text() == text:
            self.show_category()

    def show_category(self) -> None:
        """Say what the dragged, else the hovered, else the selected category contributes; of several, as a group."""
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

"""Draws samples from P when asked to: some at a time, or running until stopped. Nothing of it is undone."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from klscope.model.evidence import SEEDS, Evidence
from klscope.model.occasions import OWN_WORK, Occasion

TICK_MILLISECONDS = 40
MOST_DIGITS = 20
LEAST_PER_TICK, SHARE_PER_TICK = 10, 40
"""What a tick adds: ten samples, later a fortieth of what is there, so that a logarithmic axis is crossed evenly."""


class EvidenceController(QObject):
    """The samples, which change neither P nor Q: an edit leaves them, and they leave the history.

    Signals
    -------
    changed(Evidence)
        There are other samples.
    running_changed(bool)
        Samples began to be drawn by themselves, or no longer are.
    refused(str)
        What was typed is no seed; nothing changed.
    """

    changed = Signal(object)
    running_changed = Signal(bool)
    refused = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.evidence = self._own = Evidence()
        self._occasion = OWN_WORK
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MILLISECONDS)
        self._timer.timeout.connect(self._tick)

    @property
    def is_running(self) -> bool:
        """Whether samples are drawn by themselves."""
        return self._timer.isActive()

    def begin(self, occasion: Occasion) -> None:
        """Take the samples that a step of a lesson begins with, or again those of one's own work."""
        if occasion is self._occasion:
            return
        self.stop()
        if self._occasion is OWN_WORK:
            self._own = self.evidence
        self._occasion = occasion
        self._take(self._own if occasion is OWN_WORK else Evidence.begun(occasion.begins))

    def add(self, count: int) -> None:
        """Draw ``count`` more samples, as many of them as there is room for."""
        self._take(self.evidence.grown(count))
        if self.evidence.is_full:
            self.stop()

    def toggle(self) -> None:
        """Run, or stop."""
        if self.is_running:
            self.stop()
        elif not self.evidence.is_full:
            self._timer.start()
            self.running_changed.emit(True)

    def stop(self) -> None:
        """Draw no more by itself; the samples stay."""
        if self.is_running:
            self._timer.stop()
            self.running_changed.emit(False)

    def clear(self) -> None:
        """Forget the samples, and stop."""
        self.stop()
        self._take(self.evidence.cleared())

    def set_seed(self, text: str) -> None:
        """Draw as many samples anew with the seed that was typed; where it is none, say so."""
        digits = text.strip()
        if digits.isdecimal() and len(digits) <= MOST_DIGITS and int(digits) < SEEDS:
            self._take(Evidence(int(digits), self.evidence.count))
        else:
            self.refused.emit(text)

    def _tick(self) -> None:
        self.add(max(LEAST_PER_TICK, self.evidence.count // SHARE_PER_TICK))

    def _take(self, evidence: Evidence) -> None:
        if evidence != self.evidence:
            self.evidence = evidence
            self.changed.emit(evidence)

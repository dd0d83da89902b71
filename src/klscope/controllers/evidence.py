"""The controller of evidence: draws samples from P, on request or continuously. Sampling is not undone."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

from klscope.model.evidence import SEEDS
from klscope.model.snapshot import Snapshot
from klscope.model.store import Store
from klscope.model.view_options import EvidenceOptions
from klscope.model.views import ViewMode

TICK_MILLISECONDS = 40
MOST_DIGITS = 20
LEAST_PER_TICK, SHARE_PER_TICK = 10, 40
"""Samples per tick: ten, later a fortieth of the present number, for a constant speed on a logarithmic axis."""


class EvidenceController(QObject):
    """Draws samples, without changing P and Q; their number is an option of the view.

    Continuous sampling stops when the view is hidden or the samples are changed elsewhere.

    Signals
    -------
    running_changed(bool)
        Continuous sampling was started or stopped.
    refused(str)
        The typed text is no seed; nothing changed.
    """

    running_changed = Signal(bool)
    refused = Signal(str)

    def __init__(self, store: Store, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._drawn: tuple[int, int] | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MILLISECONDS)
        self._timer.timeout.connect(self._tick)
        store.changed.connect(self._follow)

    @property
    def _options(self) -> EvidenceOptions:
        return self._store.view.evidence

    @property
    def is_running(self) -> bool:
        """Whether samples are drawn continuously."""
        return self._timer.isActive()

    def add(self, count: int) -> None:
        """Draw ``count`` more samples, up to the maximum."""
        self._draw(self._options.with_more(count))
        if self._options.is_full:
            self.stop()

    def toggle(self) -> None:
        """Start or stop continuous sampling."""
        if self.is_running:
            self.stop()
        elif not self._options.is_full:
            self._drawn = self._options.seed, self._options.samples
            self._timer.start()
            self.running_changed.emit(True)

    def stop(self) -> None:
        """Stop continuous sampling; the samples stay."""
        if self.is_running:
            self._timer.stop()
            self.running_changed.emit(False)

    def clear(self) -> None:
        """Remove the samples, and stop."""
        self.stop()
        self._draw(replace(self._options, samples=0))

    def set_seed(self, text: str) -> None:
        """Draw the same number of samples with a typed seed; refuse an invalid one."""
        digits = text.strip()
        if digits.isdecimal() and len(digits) <= MOST_DIGITS and int(digits) < SEEDS:
            self._draw(replace(self._options, seed=int(digits)))
        else:
            self.refused.emit(text)

    def _tick(self) -> None:
        self.add(max(LEAST_PER_TICK, self._options.samples // SHARE_PER_TICK))

    def _draw(self, options: EvidenceOptions) -> None:
        self._drawn = options.seed, options.samples
        self._store.set_options(options)

    def _follow(self, snapshot: Snapshot) -> None:
        options = snapshot.view.evidence
        if snapshot.view.mode is not ViewMode.EVIDENCE or (options.seed, options.samples) != self._drawn:
            self.stop()

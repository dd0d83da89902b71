"""The evidence view: samples from P, their estimates of H(P,Q) and KL, and the Huffman code."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPoint, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from klscope.model.evidence import SampleStatistics
from klscope.model.snapshot import Snapshot
from klscope.views.evidence.drawn_shares import DrawnShares
from klscope.views.evidence.evidence_controls import EvidenceControls
from klscope.views.evidence.huffman_picture import HuffmanPicture
from klscope.views.evidence.running_means import RunningMeans
from klscope.views.painting.scale import ProbabilityScale
from klscope.views.theme import Theme

translate = QCoreApplication.translate


class EvidenceChart(QWidget):
    """Shows running means or the Huffman code; ``controls`` draw samples, as Space does.

    Signals
    -------
    hovered(int), selected(int, Qt.KeyboardModifiers), menu_requested(int, QPoint)
        The same as of a chart with one column per category; only the code words emit them.

    Attributes
    ----------
    overlay
        The overlay for the chart of P.
    """

    hovered = Signal(int)
    selected = Signal(int, object)
    menu_requested = Signal(int, QPoint)

    def __init__(self, scale: ProbabilityScale, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._scale, self._theme = scale, theme
        self._snapshot: Snapshot | None = None
        self.overlay = DrawnShares()
        self.controls = EvidenceControls(self)
        self.means, self.code = RunningMeans(theme), HuffmanPicture(theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 0)
        self._pictures = QStackedLayout()
        column.addLayout(self._pictures, 1)  # first: a picture shown without a parent is a window of its own
        for picture in (self.means, self.code):
            picture.setMinimumSize(1, 1)
            self._pictures.addWidget(picture)
        self.code.hovered.connect(self.hovered)
        self.code.selected.connect(self.selected)
        self.code.menu_requested.connect(self.menu_requested)
        self.retranslate()

    @property
    def is_coded(self) -> bool:
        return self._pictures.currentWidget() is self.code

    def show_snapshot(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        options = snapshot.view.evidence
        self.controls.show_options(options)
        self._pictures.setCurrentWidget(self.code if options.coded else self.means)
        self._show()

    def _show(self) -> None:
        if self._snapshot is None:
            return
        statistics = SampleStatistics(self._snapshot)
        self.overlay.statistics = statistics
        if self.is_coded:
            self.code.show_statistics(statistics)
        else:
            self.means.show_statistics(statistics, animated=self._scale.animated)

    def highlight(self, names: frozenset[str]) -> None:
        self.controls.highlight(names)

    def show_pointed(self, index: int) -> None:
        self.code.show_pointed(index)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.means.set_theme(theme)
        self.code.set_theme(theme)
        self.update()

    def retranslate(self) -> None:
        self.controls.retranslate()
        self.setAccessibleName(translate("Evidence", "Evidence: samples drawn from P"))
        self.means.setAccessibleName(translate("Evidence", "Running means of the samples"))
        self.code.setAccessibleName(translate("Evidence", "Huffman code built for Q"))
        self.means.setToolTip(
            translate("Evidence", "Solid: the running mean. Band: ± 2 standard errors. Dashed: what it tends to.")
        )
        self._show()

    def prepare_for_export(self) -> None:
        self.means.is_still = True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self.controls.run_requested.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        if self.hasFocus():
            painter = QPainter(self)
            painter.setPen(QPen(QColor(self._theme.focus), 1.0))
            painter.drawRect((self.code if self.is_coded else self.means).geometry().adjusted(-1, -1, 0, 0))
            painter.end()

"""The training view: an explanation, the controls, and the history of losses."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPoint, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from klscope.model.snapshot import Snapshot
from klscope.model.training_run import TrainingRun
from klscope.views.magnification import set_font_size
from klscope.views.painting.scale import ProbabilityScale
from klscope.views.theme import Theme
from klscope.views.training.loss_history_chart import LossHistoryChart
from klscope.views.training.training_controls import TrainingControls
from klscope.views.training.training_words import sentence
from klscope.views.widgets.live_label import Holder, LiveLabel
from klscope.views.widgets.parts import column_in

translate = QCoreApplication.translate
STEP_KEYS = (Qt.Key.Key_Right, Qt.Key.Key_S)


class TrainingChart(QWidget):
    """Shows an explanation and the history of losses; Space and Right do as its ``controls``.

    Signals
    -------
    hovered(int), selected(int, object), menu_requested(int, QPoint)
        Never emitted: the view has no categories.
    hidden()
        The view was hidden.
    """

    hovered = Signal(int)
    selected = Signal(int, object)
    menu_requested = Signal(int, QPoint)
    hidden = Signal()

    def __init__(self, scale: ProbabilityScale, theme: Theme, parent: QWidget | None = None) -> None:  # noqa: ARG002  # as every view is made
        super().__init__(parent)
        self.controls = TrainingControls(self)
        self.losses = LossHistoryChart(theme)
        self.losses.setObjectName("lossHistoryChart")
        self.sentence = LiveLabel()
        set_font_size(self.sentence, 13)
        self.sentence.setProperty("quiet", True)
        self.run: TrainingRun | None = None
        self._snapshot: Snapshot | None = None
        column = column_in(self)
        holder = Holder(self.sentence)
        holder.setFixedHeight(18)
        self.sentence.setContentsMargins(8, 0, 8, 0)
        column.addWidget(holder)
        column.addWidget(self.losses, 1)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocusProxy(self.losses)
        self.retranslate()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        self.controls.show_options(snapshot.view.training)
        self._show(self.run or TrainingRun.of(snapshot.comparison, snapshot.view.training))

    def show_run(self, run: TrainingRun) -> None:
        self.run = run
        self._show(run)

    def _show(self, run: TrainingRun) -> None:
        if self._snapshot is None:
            return
        self.losses.show_run(run, self._snapshot)
        self.controls.show_run(run)
        text = sentence(run, self._snapshot)
        if text != self.sentence.text():
            self.sentence.setText(text)

    def highlight(self, names: frozenset[str]) -> None:
        self.controls.highlight(names)

    def show_pointed(self, index: int) -> None:
        """Do nothing: the view has no categories."""

    def set_theme(self, theme: Theme) -> None:
        self.losses.set_theme(theme)

    def retranslate(self) -> None:
        self.controls.retranslate()
        self.setAccessibleName(translate("Training", "Training: how the losses fall"))
        self.losses.setAccessibleName(translate("Training", "Training: how the losses fall"))
        if self.run is not None:
            self._show(self.run)

    def prepare_for_export(self) -> None:
        self.losses.is_still = True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers():
            event.ignore()
        elif event.key() == Qt.Key.Key_Space:
            if not event.isAutoRepeat():
                self.controls.toggled.emit()
        elif event.key() in STEP_KEYS:
            self.controls.stepped.emit()
        else:
            event.ignore()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.hidden.emit()

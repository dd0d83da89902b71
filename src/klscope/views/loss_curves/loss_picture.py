"""The picture of the loss curves: the expected loss over one probability of Q, by three rules.

`loss_curves_chart` handles the mouse and keys.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from klscope.model.loss_paths import losses_of
from klscope.model.snapshot import Snapshot
from klscope.theory.loss_curves import PathLosses, Rule
from klscope.views.loss_curves import loss_words
from klscope.views.loss_curves.loss_controls import LossControls
from klscope.views.loss_curves.loss_geometry import (
    Panel,
    ProbabilityAxis,
    clearest_place,
    panels_in,
    range_of,
)
from klscope.views.loss_curves.loss_painting import (
    SLOPE_HEIGHT,
    WIDEST_SLOPE,
    Marker,
    Marks,
    paint_curve,
    paint_ground,
    paint_marker,
)
from klscope.views.loss_curves.loss_words import Subject
from klscope.views.painting.animated import Animated
from klscope.views.painting.axes import Range
from klscope.views.painting.cached_layer import CachedLayer
from klscope.views.painting.painted_widget import ThemedWidget
from klscope.views.painting.scale import ProbabilityScale
from klscope.views.painting.static_texts import first_that_fits, write_from
from klscope.views.theme import Theme
from klscope.views.words import unit_names

translate = QCoreApplication.translate
SENTENCE_SIZE, SENTENCE_MIDDLE, LEFT_EDGE = 13, 9.0, 8.0


class LossPicture(ThemedWidget):
    """Shows three curves of one category with markers; curves and axes do not change during a drag of it."""

    def __init__(self, scale: ProbabilityScale, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMinimumSize(300, 110)
        self.controls = LossControls(self)
        self._highlighted = False
        self._is_still = False
        self._scale = scale
        self._losses: PathLosses | None = None
        self._subject = Subject("", "", "", 2, is_locked=False)
        self._ranges = [Animated(self, Range(0.0, 1.0)) for _ in Rule]
        for one in self._ranges:
            one.moved.connect(self.update)
        self._words_at = [(0.5, 0.0)] * len(Rule)
        self._ground, self._cached = CachedLayer(), CachedLayer()
        self.retranslate()

    @property
    def index(self) -> int:
        return self.shown.view.current

    @property
    def value(self) -> float:
        return float(self.shown.comparison.q.probabilities[self.index])

    @property
    def losses(self) -> PathLosses:
        assert self._losses is not None
        return self._losses

    @property
    def axis(self) -> ProbabilityAxis:
        logarithmic = self.snapshot is not None and self.snapshot.view.loss_curves.logarithmic
        return ProbabilityAxis.LOGARITHMIC if logarithmic else ProbabilityAxis.LINEAR

    @property
    def is_dragging(self) -> bool:
        return False

    def show_snapshot(self, snapshot: Snapshot) -> None:
        old, self.snapshot = self.snapshot, snapshot
        self.controls.show_options(snapshot.view.loss_curves)
        self._losses = losses_of(snapshot)
        self._subject = Subject.of(snapshot, self._losses, self._is_still)
        self._settle(old)
        if not snapshot.in_gesture:  # not announced during a gesture
            shown = {rule: self.shown_loss(rule) for rule in Rule}
            unit = unit_names.plural(snapshot.view.unit)
            words = loss_words.description(self._losses, self._subject, self.value, shown, unit)
            self.setAccessibleDescription(words)
        self.update()

    def _settle(self, old: Snapshot | None) -> None:
        """Move the axes to their ranges, animated; not during a drag."""
        snapshot = self.snapshot
        assert snapshot is not None
        same_axis = old is not None and old.view.loss_curves == snapshot.view.loss_curves
        if snapshot.axes_frozen and same_axis:
            self.stop_animation()
            return
        unit = snapshot.view.unit
        same = (
            old is not None
            and same_axis
            and old.comparison.labels == snapshot.comparison.labels
            and (old.view.current, old.view.unit) == (snapshot.view.current, unit)
        )
        for rule, one in zip(Rule, self._ranges, strict=True):
            target = range_of(self.losses, rule, unit, self.axis, self.value)
            one.animate_to(target, at_once=not self._scale.animated or not same)
        self._place_words()

    def _place_words(self) -> None:
        """Choose the positions of the texts of the slopes, relative to each panel."""
        if self._losses is None or not self._losses.is_movable:
            return
        stood = panels_in(
            self.logical_size.width(), self.logical_size.height(), self.axis, [one.target for one in self._ranges]
        )
        size, unit = (WIDEST_SLOPE, SLOPE_HEIGHT), self.marks.unit
        self._words_at = [clearest_place(panel, self._losses, unit, size) for panel in stood]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_words()

    def stop_animation(self) -> None:
        for one in self._ranges:
            one.stop()

    def show_pointed(self, index: int) -> None:
        """Do nothing: the curves show the selected category."""

    def highlight(self, names: frozenset[str]) -> None:
        on = "marker" in names
        if on != self._highlighted:
            self._highlighted = on
            self.update()

    def prepare_for_export(self) -> None:
        self._is_still = True

    def retranslate(self) -> None:
        self.setAccessibleName(translate("LossCurves", "Why the log: three losses as one bar of Q runs from 0 to 1"))
        self.controls.retranslate()
        self.setToolTip("")  # it is set at the next mouse move
        self.update()

    @property
    def panels(self) -> list[Panel]:
        return panels_in(
            self.logical_size.width(), self.logical_size.height(), self.axis, [one.shown for one in self._ranges]
        )

    @property
    def marks(self) -> Marks:
        return Marks(self.losses, self._subject, self.shown.view.unit, self.theme, self.logical_size.height())

    def shown_loss(self, rule: Rule) -> float:
        """Return the current loss in the shown unit; the log loss equals the readout exactly."""
        return self.shown.cross_entropy if rule is Rule.LOG else self.losses.loss(rule, self.value)

    def marker(self, rule: Rule) -> QPoint:
        panel = self.panels[list(Rule).index(rule)]
        return self.map_to_widget(QPointF(panel.x(self.value), panel.marker_y(self.shown_loss(rule))))

    @property
    def sentence(self) -> str:
        versions = loss_words.sentence(self.losses, self._subject)
        return first_that_fits(versions, SENTENCE_SIZE, self.logical_size.width() - 2 * LEFT_EDGE)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = self.painter()
        if self.snapshot is None:
            painter.fillRect(self.logical_rect, QColor(self.theme.card))
            return
        stood, marks = self.panels, self.marks

        size, ground, sentence = self.logical_size, self.theme.card, self.sentence

        def paint_grounds(own: QPainter) -> None:
            own.fillRect(self.logical_rect, QColor(ground))
            write_from(own, sentence, LEFT_EDGE, SENTENCE_MIDDLE, SENTENCE_SIZE, self.theme.quiet)
            for panel in stood:
                paint_ground(own, panel, marks)

        def paint_curves(own: QPainter) -> None:
            of_ground = (tuple(stood), sentence, self._subject, marks.unit, self.theme, marks.is_infinite)
            self._ground.paint(own, of_ground, size, ground, paint_grounds)
            for panel in stood:
                paint_curve(own, panel, marks)

        self._cached.paint(painter, (marks, tuple(stood)), size, ground, paint_curves)
        for panel, words_at in zip(stood, self._words_at, strict=True):
            loss, focused = self.shown_loss(panel.rule), self.hasFocus()
            marker = Marker(self.value, loss, words_at, self.is_dragging, focused, self._highlighted)
            paint_marker(painter, panel, marks, marker)
        painter.end()

    def tool_tip(self, rule: Rule) -> str:
        unit = unit_names.plural(self.marks.unit) if rule is Rule.LOG else ""
        return loss_words.tool_tip(rule, self.losses, self._subject, self.value, self.shown_loss(rule), unit)

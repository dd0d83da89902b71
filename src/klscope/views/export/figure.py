"""The figure: charts and measures laid out for a page of 16 : 9, without interactive elements.

It has charts of its own and is never shown, so that hover, drags and selection of the window do not affect it.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QActionGroup, QFont
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from klscope.model.comparison import Side
from klscope.model.pins import NO_PINS
from klscope.model.snapshot import Snapshot
from klscope.model.training_run import TrainingRun
from klscope.model.views import ViewMode
from klscope.theory.editing import no_locks
from klscope.views.application import needed_application
from klscope.views.bars.bar_chart import BarChart
from klscope.views.fonts import font
from klscope.views.landscape.landscape_view import LandscapeView
from klscope.views.painting.scale import ProbabilityScale
from klscope.views.readouts.identity_bar import IdentityBar
from klscope.views.terms.terms_chart import TermsChart
from klscope.views.theme import Theme, style_sheet
from klscope.views.training.training_chart import TrainingChart
from klscope.views.widgets.cards import Card
from klscope.views.widgets.explaining_view import as_view, make_view
from klscope.views.widgets.paragraph import Paragraph
from klscope.views.widgets.parts import column_in, row_in
from klscope.views.window.terms_card import CHART_MARGINS, TERMS_MARGINS
from klscope.views.window.terms_head import ROOM_FOR_ITS_NAME, TermsHead
from klscope.views.words import numbers, sentences, unit_names, view_words

translate = QCoreApplication.translate

FIGURE_SIZE = QSize(1280, 720)
MARGIN, GAP = 16, 10
DISTRIBUTION_HEIGHT, TERMS_HEIGHT = 215, 238
RIGHT_WIDTH = 404
NUMBER_SIZE = 46
LONGEST_NAME = 20
MODE_ROLES = {ViewMode.KL_DIVERGENCE: "excess", ViewMode.ENTROPY: "p"}
BARE_CARD = "#card { background: transparent; border: 1px solid transparent; }"


def at_rest(snapshot: Snapshot) -> Snapshot:
    """Return the state without a selection and without a gesture in progress."""
    view = replace(snapshot.view, selected=())
    return replace(snapshot, view=view, in_gesture=False, axes_frozen=False, pins=NO_PINS)


def without_locks(snapshot: Snapshot) -> Snapshot:
    """Return the state without locks, which concern only editing."""
    free = no_locks(snapshot.comparison.n)
    return replace(snapshot, comparison=replace(snapshot.comparison, p_locks=free, q_locks=free))


def figure_text(text: str, letters: QFont, **properties: object) -> QLabel:
    """Return a text with the properties that the style sheet refers to."""
    label = QLabel(text)
    label.setFont(letters)
    for name, value in properties.items():
        label.setProperty(name, value)
    return label


class StillBarChart(BarChart):
    """A bar chart without a handle."""

    def handled_index(self) -> int:
        return -1


class FigureBarChart(StillBarChart):
    """A bar chart without a handle and without the row of padlocks."""

    def label_height(self) -> float:
        return min(super().label_height(), 40.0)


class StillDistributionHead(QWidget):
    """The head of a distribution chart: its name and the meaning of dashed lines, without the hint about dragging."""

    def __init__(self, side: Side) -> None:
        super().__init__()
        row = row_in(self, 9)
        words = (
            translate("Figure", "what happens · dashed line: Q")
            if side is Side.P
            else translate("Figure", "what the model believes · dashed line: P")
        )
        row.addWidget(figure_text(side.value, font(16, bold=True), role=side.value.lower()))
        row.addWidget(figure_text(words, font(13), quiet=True), 1)
        self.setFixedHeight(24)


class StillTermsHead(TermsHead):
    """The head of the terms: formula and sum, with the name of the view instead of buttons."""

    def __init__(self, snapshot: Snapshot, parent: QWidget) -> None:
        modes, mode = QActionGroup(parent), snapshot.view.mode
        for one in ViewMode:
            modes.addAction("").setData(one)
        super().__init__(modes)
        name = figure_text(view_words.title(mode), font(16, bold=True), role=MODE_ROLES.get(mode, ""))
        row = self.layout()
        assert isinstance(row, QHBoxLayout)
        row.insertWidget(0, name)
        self.show_snapshot(snapshot)

    def room(self) -> int:
        return ROOM_FOR_ITS_NAME

    def _make_room(self) -> None:
        super()._make_room()  # it shows the buttons if they fit, at every change of the size
        for button in self.findChildren(QAbstractButton):
            button.hide()


class Readout(QWidget):
    """A measure: a line with its name and meaning, then the value with its unit, in a large font."""

    def __init__(self, title: str, meaning: str, value: float, unit: str, role: str) -> None:
        super().__init__()
        name = figure_text(title, font(18, bold=True), role=role)
        words = figure_text(meaning, font(14), quiet=True)
        number = figure_text(numbers.value(value), font(NUMBER_SIZE, bold=True))
        ending = figure_text(unit, font(18), quiet=True)
        column = column_in(self)
        for left, right, gap in ((name, words, 10), (number, ending, 8)):
            line = QHBoxLayout()
            column.addLayout(line)
            line.setSpacing(gap)
            line.addWidget(left, 0, Qt.AlignmentFlag.AlignBaseline)
            line.addWidget(right, 0, Qt.AlignmentFlag.AlignBaseline)
            line.addStretch(1)


class ChartCard(Card):
    """The chart of P, Q or, for None, of the explaining view, with its head, without interactive elements.

    ``bare`` is for no background and no border, ``run`` the training to show, None for one that has not begun.
    """

    def __init__(
        self,
        which: Side | None,
        snapshot: Snapshot,
        theme: Theme,
        bare: bool,
        chart_kind: type[BarChart],
        run: TrainingRun | None = None,
    ) -> None:
        super().__init__(TERMS_MARGINS if which is None else CHART_MARGINS)
        scale = ProbabilityScale(self)
        scale.animated = False
        scale.animate_to(snapshot)
        self.chart: QWidget
        if which is None:
            mode = snapshot.view.mode
            self.chart = make_view(mode, scale, theme) if not mode.is_terms else TermsChart(scale, theme)
            if not mode.is_terms:
                as_view(self.chart).prepare_for_export()
            if run is not None and isinstance(self.chart, TrainingChart):
                self.chart.show_run(run)
            self.column.addWidget(StillTermsHead(snapshot, self))
        else:
            self.chart = chart_kind(which, scale, theme)
            self.column.addWidget(StillDistributionHead(which))
        self.chart.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.column.addWidget(self.chart, 1)
        as_view(self.chart).show_snapshot(snapshot)
        self.setStyleSheet(style_sheet(theme) + (BARE_CARD if bare else ""))


class LandscapeCard(Card):
    """A card with the landscape of a state; ``bare`` for no background and no border."""

    def __init__(self, snapshot: Snapshot, theme: Theme, bare: bool) -> None:
        super().__init__((1, 2, 1, 1))
        view = LandscapeView(theme)
        view.prepare_for_export()
        view.show_snapshot(snapshot)
        self.column.addWidget(view)
        self.setStyleSheet(style_sheet(theme) + (BARE_CARD if bare else ""))


class Figure(QWidget):
    """P, Q and the explaining view in a column; beside them the three measures, their sum and a remark.

    ``bare`` and ``run`` are those of `ChartCard`.
    """

    def __init__(self, snapshot: Snapshot, theme: Theme, bare: bool, run: TrainingRun | None = None) -> None:
        needed_application()
        super().__init__()
        self._snapshot = without_locks(at_rest(snapshot))
        self._theme = theme
        whole = row_in(self, 12, (MARGIN, MARGIN, MARGIN, MARGIN))
        charts, right = QVBoxLayout(), QVBoxLayout()
        whole.addLayout(charts, 1)
        whole.addLayout(right)
        charts.setSpacing(GAP)
        right.setSpacing(GAP)
        for which in (Side.P, Side.Q, None):
            chart_card = ChartCard(which, self._snapshot, theme, bare, FigureBarChart, run)
            chart_card.setFixedHeight(TERMS_HEIGHT if which is None else DISTRIBUTION_HEIGHT)
            charts.addWidget(chart_card)
        for card, height in (
            (self._build_readouts(), 2 * DISTRIBUTION_HEIGHT + GAP),
            (self._build_sum(), TERMS_HEIGHT),
        ):
            card.setFixedSize(RIGHT_WIDTH, height)
            card.setStyleSheet(style_sheet(theme) + (BARE_CARD if bare else ""))
            right.addWidget(card)
        self.setFixedSize(FIGURE_SIZE)

    def _build_readouts(self) -> Card:
        snapshot = self._snapshot
        card = Card((20, 10, 20, 10))
        unit = unit_names.plural(snapshot.view.unit)
        for place, (title, meaning, value, role) in enumerate(
            (
                ("H(P)", translate("Readouts", "average surprise, knowing P"), snapshot.entropy, "p"),
                ("H(P,Q)", translate("Readouts", "average surprise, believing Q"), snapshot.cross_entropy, ""),
                ("KL(P‖Q)", translate("Readouts", "extra cost of believing Q"), snapshot.kl_divergence, "excess"),
            )
        ):
            if place:
                rule = QFrame()
                rule.setObjectName("rule")
                rule.setFixedHeight(1)
                card.column.addWidget(rule)
            card.column.addStretch(1)
            card.column.addWidget(Readout(title, meaning, value, unit, role))
            card.column.addStretch(1)
        return card

    def _build_sum(self) -> Card:
        card = Card((20, 12, 20, 10))
        identity_bar = IdentityBar(self._theme)
        identity_bar.show_snapshot(self._snapshot)
        card.column.addWidget(identity_bar)
        card.column.addSpacing(8)
        text, role = sentences.of_state(self._snapshot)
        for index in self._snapshot.infinite[:1]:
            # the sentence has the name up to three times, and would not fit
            label = self._snapshot.comparison.labels[index]
            text = text.replace(label, label if len(label) <= LONGEST_NAME else f"{label[: LONGEST_NAME - 1]}…")
        colours = {"excess": self._theme.excess_text, "saving": self._theme.saving_text}
        card.column.addWidget(Paragraph(text, colours.get(role, self._theme.ink)), 1)
        return card

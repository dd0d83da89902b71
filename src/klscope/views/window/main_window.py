"""The main window, which lays out all panes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QStackedWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from klscope.model.comparison import Side
from klscope.model.snapshot import Snapshot
from klscope.views import magnification
from klscope.views.application import needed_application
from klscope.views.bars.bar_input import DraggableBarChart
from klscope.views.commands.actions import Actions
from klscope.views.commands.menus import Menus
from klscope.views.commands.prompts import Prompts
from klscope.views.formula.formula_panel import FormulaPanel
from klscope.views.landscape.landscape_panel import LandscapePanel
from klscope.views.measures.measures_panel import MeasuresPanel
from klscope.views.painting.scale import ProbabilityScale
from klscope.views.pins.pin_chips import PinChips
from klscope.views.readouts.identity_bar import IdentityBar
from klscope.views.readouts.readouts import ReadoutsPanel
from klscope.views.table.table_panel import TablePanel
from klscope.views.table.values_editor import ValuesEditor
from klscope.views.theme import Theme, style_sheet
from klscope.views.widgets.cards import Card, DistributionHead
from klscope.views.widgets.highlight import restyle
from klscope.views.widgets.live_label import Holder, LiveLabel
from klscope.views.widgets.parts import column_in
from klscope.views.window.document_window import DocumentWindow
from klscope.views.window.right_side import RightSide
from klscope.views.window.terms_card import CHART_MARGINS, TermsCard
from klscope.views.window.tool_bar import ToolBar
from klscope.views.window.try_panel import TryPanel
from klscope.views.words import sentences
from klscope.views.words.names import origin_name

if TYPE_CHECKING:
    from klscope.views.lessons.lesson_panel import LessonPanel
    from klscope.views.lessons.lesson_strip import LessonStrip

translate = QCoreApplication.translate
SMALLEST = QSize(1000, 696)
"""The minimum size, unless the screen is smaller."""


class MainWindow(DocumentWindow):
    """Menus, tool bar, three charts, the numbers and tabs at the right, and a status bar.

    Signals
    -------
    escaped()
        Esc was pressed, and the focus widget ignored it.
    theme_changed(Theme)
        The theme changed.
    language_changing(), language_changed()
        All texts are about to be translated; they are.
    """

    escaped = Signal()
    theme_changed = Signal(object)
    language_changing = Signal()
    language_changed = Signal()

    def __init__(self, actions: Actions, examples: list[tuple[str, str, str, str]], theme: Theme) -> None:
        needed_application()
        super().__init__()
        self.setObjectName("mainWindow")
        self.actions_by_name = actions
        self.addActions(actions.all())
        self.menus = Menus(self.menuBar(), actions, examples)
        self._example_names = frozenset(name for name, *_ in examples)
        magnification.set_font_size(self.menuBar(), 13)
        self.scale = ProbabilityScale(self)
        self.p_chart = DraggableBarChart(Side.P, self.scale, theme)
        self.q_chart = DraggableBarChart(Side.Q, self.scale, theme)
        self.terms_card = TermsCard(actions.modes, self.scale, theme)
        self.terms_chart, self.terms_head = self.terms_card.terms_chart, self.terms_card.head
        for chart, name in ((self.p_chart, "pChart"), (self.q_chart, "qChart")):
            chart.setObjectName(name)
        self.readouts = ReadoutsPanel()
        self.identity_bar = IdentityBar(theme)
        self.pin_chips = PinChips(self.menus.pins)
        self.identity_bar.set_corner(self.pin_chips)
        self.verdict = LiveLabel()
        self.verdict.setWordWrap(True)
        magnification.set_font_size(self.verdict, 13)
        self.verdict.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.try_panel, self.table, self.measures = TryPanel(), TablePanel(), MeasuresPanel(theme)
        self.formula, self.values_editor = FormulaPanel(theme), ValuesEditor()
        self.landscape = LandscapePanel(theme)
        self.table_pages = QStackedWidget()
        self.table_pages.setContentsMargins(10, 0, 4, 2)
        self.prompts = Prompts(self)
        self.lessons: LessonPanel | None = None
        self.presented = False
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        magnification.set_font_size(self.tabs, 13)
        self.sentence = LiveLabel()
        magnification.set_font_size(self.sentence, 13)
        self.sentence.setProperty("quiet", True)
        self.heads = {side: DistributionHead(side) for side in Side}
        self.tools = ToolBar(actions, self.menus.examples)
        self._whole = self._build()
        self.setCentralWidget(self._whole)
        for pages in (self.tabs, self.table_pages):
            pages.currentChanged.connect(self.make_room)
        self.statusBar().setSizeGripEnabled(False)
        self.statusBar().setContentsMargins(12, 0, 12, 0)
        self.statusBar().addWidget(Holder(self.sentence), 1)
        self.statusBar().setFixedHeight(34)
        self.resize(1280, 800)
        self.set_theme(theme)
        self.retranslate()
        self.usual_minimum = SMALLEST.expandedTo(self.minimumSizeHint())
        self.screen_room.set_least(self.usual_minimum)
        self.q_chart.setFocus()

    def _build(self) -> QWidget:
        whole = QWidget()
        column = column_in(whole)
        column.addWidget(self.tools)
        panes = QHBoxLayout()
        column.addLayout(panes, 1)
        panes.setContentsMargins(12, 10, 12, 10)
        panes.setSpacing(10)
        charts = QVBoxLayout()
        panes.addLayout(charts, 1)
        charts.setSpacing(8)
        for head, chart in zip(self.heads.values(), (self.p_chart, self.q_chart), strict=True):
            card = Card(CHART_MARGINS)
            card.column.addWidget(head)
            card.column.addWidget(chart, 1)
            charts.addWidget(card, 10)
        charts.addWidget(self.terms_card, 11)
        self._charts = charts
        self.table_pages.addWidget(self.table)
        self.table_pages.addWidget(self.values_editor)
        for page in (self.try_panel, self.formula, self.table_pages, self.measures, self.landscape):
            self.tabs.addTab(page, "")
        self.right = RightSide(panes, self.readouts, self.identity_bar, self.verdict, self.tabs)
        return whole

    def add_below_charts(self, widget: QWidget) -> None:
        """Add a widget below the three charts."""
        self._charts.addWidget(widget)

    def retranslate(self) -> None:
        for panel in (
            *(self.readouts, self.try_panel, self.formula, self.table, self.values_editor, self.measures),
            *(self.landscape, self.terms_card, self.heads[Side.P], self.heads[Side.Q], self.tools, self.pin_chips),
        ):
            panel.retranslate()
        for page, words in (
            (self.try_panel, translate("MainWindow", "Try")),
            (self.formula, translate("MainWindow", "Formula")),
            (self.table_pages, translate("MainWindow", "Table")),
            (self.measures, translate("MainWindow", "More measures")),
            (self.landscape, translate("MainWindow", "Landscape")),
        ):
            self.tabs.setTabText(self.tabs.indexOf(page), words)
        if self.lessons is not None:
            self.tabs.setTabText(self.tabs.indexOf(self.lessons), translate("MainWindow", "Lessons"))
            self.lessons.retranslate()
        self.tabs.tabBar().setAccessibleName(translate("MainWindow", "Panels"))
        self.p_chart.setAccessibleName(translate("MainWindow", "P, what happens"))
        self.q_chart.setAccessibleName(translate("MainWindow", "Q, what the model believes"))
        self.sentence.setAccessibleName(translate("MainWindow", "What the pointed category contributes"))
        self.verdict.setAccessibleName(translate("MainWindow", "Notable now"))

    def take_lessons(self, panel: LessonPanel, strip: LessonStrip) -> None:
        """Make lessons the first tab, and add the button that leads back to them below the tabs."""
        self.lessons = panel
        magnification.adopt(panel)
        panel.present(self.presented)
        magnification.adopt(strip)
        self.right.panels.column.addWidget(strip)
        self.tabs.setProperty("crowded", True)
        self.tabs.insertTab(0, panel, translate("MainWindow", "Lessons"))
        self.tabs.setStyleSheet(self.tabs.styleSheet())  # without this, the tab bar keeps its former size

    def make_room(self) -> None:
        """Give space to the text of a lesson, and to values being edited."""
        in_lesson = self.lessons is not None and self.lessons.in_lesson
        page = self.table_pages.currentWidget() if self.tabs.currentWidget() is self.table_pages else None
        low = self.height() < magnification.pixels(SMALLEST.height())
        cramped = page not in (None, self.table) and (low or page is not self.values_editor)
        self.right.make_room(self.height(), in_lesson, self.presented, cramped)

    def present(self, on: bool) -> None:
        self.presented = on
        for part in (self.menuBar(), self.tools):
            part.setVisible(not on)
        magnification.set_font_size(self.sentence, 16 if on else 13)
        if self.lessons is not None:
            self.lessons.present(on)
        self._share_width()

    def set_theme(self, theme: Theme) -> None:
        self.theme = theme
        self.setStyleSheet(style_sheet(theme, magnification.factor()))
        charts = (self.p_chart, self.q_chart, self.terms_card)
        for view in (*charts, self.identity_bar, self.measures, self.formula, self.landscape, self.tools):
            view.set_theme(theme)
        self.theme_changed.emit(theme)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        self.scale.animate_to(snapshot)
        for view in (self.p_chart, self.q_chart, self.terms_card, self.readouts, self.identity_bar):
            view.show_snapshot(snapshot)
        self.pin_chips.show_pins(snapshot.pins)
        self.actions_by_name.show_snapshot(snapshot)
        self.menus.show_snapshot(snapshot)
        self.table.show_snapshot(snapshot)
        typed = self.table_pages.currentWidget() is self.values_editor
        if typed and snapshot.comparison.labels != self.values_editor.labels:
            self.table_pages.setCurrentWidget(self.table)  # the values being edited belong to other categories
        for panel in (self.formula, self.measures, self.landscape, self.try_panel):
            panel.show_snapshot(snapshot)
        if self.lessons is not None:
            self.lessons.show_snapshot(snapshot)
        self.show_verdict(*sentences.of_state(snapshot))
        origin = snapshot.comparison.origin
        known = origin is not None and origin.name in self._example_names
        self.tools.show_example(origin_name(origin.name) if origin is not None and known else "")

    def show_verdict(self, text: str, role: str) -> None:
        if text != self.verdict.text():
            self.verdict.setText(text)
            restyle(self.verdict, "role", role)

    def show_pointed(self, index: int) -> None:
        for view in (self.p_chart, self.q_chart, self.terms_card, self.table, self.formula):
            view.show_pointed(index)

    def show_sentence(self, text: str) -> None:
        if text != self.sentence.text():
            self.sentence.setText(text)

    def begin_editing_values(self, snapshot: Snapshot) -> None:
        """Open *Edit values* in place of the table; if it is open, its contents stay."""
        self.tabs.setCurrentWidget(self.table_pages)
        if self.table_pages.currentWidget() is not self.values_editor:
            self.table_pages.setCurrentWidget(self.values_editor)
            self.values_editor.begin(snapshot)
        self.values_editor.cells.setFocus()

    def end_editing_values(self) -> None:
        """Show the table again, and focus the chart that was edited."""
        self.table_pages.setCurrentWidget(self.table)
        snapshot = self.q_chart.snapshot
        if snapshot is not None:
            self.chart(snapshot.view.active).setFocus()

    def chart(self, side: Side) -> DraggableBarChart:
        return self.p_chart if side is Side.P else self.q_chart

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._share_width()
        super().resizeEvent(event)

    def _share_width(self) -> None:
        self.right.share_width(self.width(), self.presented)
        self.make_room()

    def magnify(self, factor: float) -> None:
        magnification.magnify(factor, self.menuBar(), self._whole, self.statusBar())
        self.set_theme(self.theme)
        self._share_width()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)

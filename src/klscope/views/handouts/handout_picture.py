"""The picture of a step in a handout: P and Q side by side above the view of the step, in the light theme."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QHBoxLayout, QWidget

from klscope.lessons.lesson import LessonState, Tab
from klscope.model.comparison import Side
from klscope.model.history import History
from klscope.model.snapshot import Snapshot
from klscope.model.view_state import ViewState
from klscope.model.views import TERMS
from klscope.views import magnification
from klscope.views.export.figure import ChartCard, FigureBarChart, LandscapeCard, at_rest, without_locks
from klscope.views.export.picture import WHITE, paint_widget
from klscope.views.theme import LIGHT
from klscope.views.widgets.parts import column_in

PICTURE_SIZE = QSize(880, 400)
"""In logical pixels; at the text width of A4, a font of 12 pixels is 6.7 points high."""
EXPLAINING_SIZE = QSize(880, 430)
"""The size with a view that has a sentence and a legend above its chart."""
LANDSCAPE_SIZE = QSize(880, 460)
DISTRIBUTION_HEIGHT = 168
GAP = 6
SCALE = 3
"""Device pixels per logical pixel, 380 dpi in print."""


class HandoutFigure(QWidget):
    """P and Q, and below them the explaining view."""

    def __init__(self, snapshot: Snapshot) -> None:
        super().__init__()
        snapshot = without_locks(at_rest(snapshot))
        column = column_in(self, GAP)
        row = QHBoxLayout()
        column.addLayout(row, 1)
        row.setSpacing(2 * GAP)
        for side in Side:
            row.addWidget(ChartCard(side, snapshot, LIGHT, True, FigureBarChart), 1)
        below = ChartCard(None, snapshot, LIGHT, True, FigureBarChart)
        size = PICTURE_SIZE if snapshot.view.mode in TERMS else EXPLAINING_SIZE
        below.setFixedHeight(size.height() - DISTRIBUTION_HEIGHT - GAP)
        column.addWidget(below)
        self.setFixedSize(size)


def snapshot_of(state: LessonState, view: ViewState) -> Snapshot:
    """Return the snapshot of a state of a lesson with a view state."""
    return Snapshot.of(state.comparison, view, History(state.comparison))


def draw_picture(snapshot: Snapshot, tab: Tab | None) -> QImage:
    """Return the picture of a state: the landscape if ``tab`` is that, else P, Q and the view."""
    figure: QWidget
    with magnification.usual():
        if tab is Tab.LANDSCAPE:
            figure = LandscapeCard(at_rest(snapshot), LIGHT, True)
            figure.setFixedSize(LANDSCAPE_SIZE)
        else:
            figure = HandoutFigure(snapshot)
        image = paint_widget(figure, SCALE, WHITE)
    figure.deleteLater()
    image.setDevicePixelRatio(1.0)
    return image.convertToFormat(QImage.Format.Format_RGB32)

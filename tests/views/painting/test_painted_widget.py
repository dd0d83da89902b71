"""What paints itself, magnified. Oracle: the same picture at two or four pixels a point."""

import numpy as np
import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QVBoxLayout, QWidget
from states import state_of

from klscope.model.comparison import Side
from klscope.model.views import ViewMode
from klscope.views import magnification
from klscope.views.bars.bar_chart import BarChart
from klscope.views.export.picture import paint_widget
from klscope.views.landscape.landscape_view import LandscapeView
from klscope.views.measures.pinsker_strip import PinskerStrip
from klscope.views.painting.scale import ProbabilityScale
from klscope.views.readouts.identity_bar import IdentityBar
from klscope.views.terms.terms_chart import TermsChart
from klscope.views.theme import LIGHT
from klscope.views.widgets.explaining_view import make_view


def still(kind, *arguments):
    scale = ProbabilityScale()
    scale.animated = False
    made = kind(*arguments, scale, LIGHT)
    scale.setParent(made)
    return made


MAKERS = {
    "bars": lambda: still(BarChart, Side.Q),
    "terms": lambda: still(TermsChart),
    "identity": lambda: IdentityBar(LIGHT),
    "Pinsker": lambda: PinskerStrip(LIGHT),
    "landscape": lambda: LandscapeView(LIGHT),
    **{mode.name: lambda mode=mode: still(make_view, mode) for mode in ViewMode if not mode.is_terms},
}
MODES = {mode.name: mode for mode in ViewMode if not mode.is_terms}
SIZE = (640, 260)


@pytest.mark.parametrize("name", MAKERS)
def test_twice_as_large_is_what_two_pixels_a_point_are(show, name):
    def picture(factor, scale):
        magnification.magnify(factor)
        holder, widget = QWidget(), MAKERS[name]()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(widget)
        if name in MODES:
            widget.prepare_for_export()  # buttons are painted by a style
        magnification.adopt(holder)
        show(holder, *(int(length * factor) for length in SIZE))
        widget.show_snapshot(state_of(mode=MODES.get(name, ViewMode.KL_DIVERGENCE)))
        image = paint_widget(holder, scale, LIGHT.card).convertToFormat(QImage.Format.Format_RGB888)
        rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
        holder.hide()
        return rows[:, : image.width() * 3].astype(int)

    usual, larger = picture(1.0, 4), picture(2.0, 2)
    assert usual.shape == larger.shape
    assert (usual != 255).mean() > 0.02  # there is something to see
    ours = 0.006 if name == "TRAINING" else 0.002  # its sentence is a label, whose letters keep to whole pixels
    assert (np.abs(usual - larger) > 40).mean() < ours


@pytest.mark.parametrize("factor", [1.0, 1.25, 1.6, 3.0])
def test_places_on_screen_and_in_the_picture_belong_together(show, factor):
    magnification.magnify(factor)
    chart = show(MAKERS["bars"](), 700, 300)
    chart.show_snapshot(state_of())
    assert chart.logical_size.width() * factor == pytest.approx(chart.viewport().width())
    top = chart.bar_top(1)
    assert chart.column_under(chart.map_from_widget(top)) == 1
    assert chart.map_to_widget(QPointF(10.0, 20.0)) == (QPointF(10.0, 20.0) * factor).toPoint()
    assert chart.area.y(float(chart.values[1])) == pytest.approx(chart.map_from_widget(top).y(), abs=0.5)


def test_a_fixed_height_follows(show):
    bar = show(IdentityBar(LIGHT), 400, 112)
    magnification.magnify(1.5, bar)
    assert bar.height() == 168
    assert bar.logical_size.height() == 112.0
    magnification.magnify(1.0, bar)
    assert bar.height() == 112

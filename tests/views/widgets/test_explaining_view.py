"""What a row of the table of views promises is there: its widget, under its name, and the controls of lessons."""

import pytest
from PySide6.QtWidgets import QWidget

from klscope.model.views import TERMS, ViewMode
from klscope.views.loss_curves.loss_curves_chart import LossCurvesChart
from klscope.views.painting.scale import ProbabilityScale
from klscope.views.theme import LIGHT
from klscope.views.widgets.explaining_view import as_view, make_view

VIEWS = [mode for mode in ViewMode if mode not in TERMS]


@pytest.fixture
def made(qtbot):
    def make(mode: ViewMode) -> QWidget:
        view = make_view(mode, ProbabilityScale(), LIGHT)
        qtbot.addWidget(view)
        return view

    return make


def test_every_view_has_its_object_name(made) -> None:
    assert "codeLengthsChart" in [made(mode).objectName() for mode in VIEWS]
    for mode in VIEWS:
        first, *others = mode.folder.split("_")
        assert made(mode).objectName() == "".join((first, *map(str.title, others), "Chart"))


@pytest.mark.parametrize("mode", [mode for mode in VIEWS if mode.controls], ids=lambda mode: mode.value)
def test_every_control_that_lessons_name_is_marked(made, mode: ViewMode) -> None:
    view = made(mode)
    for name in mode.controls:
        as_view(view).highlight(frozenset({name}))
        if isinstance(view, LossCurvesChart):
            assert view._highlighted
        else:
            named = as_view(view).controls.named
            assert set(named) == set(mode.controls)
            assert [other for other, button in named.items() if button.property("highlighted")] == [name]
    as_view(view).highlight(frozenset())

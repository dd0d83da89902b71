"""The tab is built when it is first seen, and follows only while it is."""

import numpy as np
from pointing import Said
from states import WEATHER, after, comparison_of, pair, state_of

from klscope.model.comparison import Side
from klscope.model.edits import SetProbability
from klscope.views.landscape.landscape_panel import LandscapePanel
from klscope.views.theme import DARK, LIGHT


def test_it_is_built_when_it_is_shown(show):
    panel = LandscapePanel(LIGHT)
    said = Said(panel, "built")
    panel.show_snapshot(state_of())
    assert panel.view is None
    show(panel, 460, 283)
    assert said.take() == [("built", panel.view)]
    assert panel.view.shown_chart.objectName() == "profileChart"
    panel.set_theme(DARK)
    assert panel.view.profiles.theme is DARK
    panel.retranslate()


def test_it_catches_up_with_what_happened_while_hidden(show):
    panel = show(LandscapePanel(LIGHT), 460, 283)
    panel.show_snapshot(state_of())
    chart = panel.view.shown_chart
    panel.hide()
    changed = after(SetProbability(Side.Q, 0, 0.5))
    panel.show_snapshot(changed)
    assert chart.snapshot.comparison is WEATHER
    panel.show()
    assert chart.snapshot is changed


def test_very_many_categories_are_shown_a_little_later(show, qtbot):
    panel = show(LandscapePanel(LIGHT), 460, 283)
    many = state_of(comparison_of(*np.random.default_rng(1).random((2, 20_001))))
    panel.show_snapshot(many)
    assert panel.view.profiles.snapshot is None
    qtbot.waitUntil(lambda: panel.view.profiles.snapshot is many)
    few = pair([1, 2, 3], [1, 1, 1])
    panel.show_snapshot(few)
    assert panel.view.simplex.snapshot is few

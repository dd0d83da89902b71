"""The row of training and its panel: what they ask for and what they show."""

import pytest
from pointing import Said
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QSlider, QToolButton, QWidget
from states import WEATHER
from view_states import training_options

from klscope.model.training_run import SPEEDS, TrainingRun
from klscope.theory.training import Family, Objective
from klscope.views.theme import LIGHT, style_sheet
from klscope.views.training.training_controls import TrainingControls


@pytest.fixture
def row(show) -> TrainingControls:
    pane = QWidget()
    pane.setStyleSheet(style_sheet(LIGHT))
    row = TrainingControls()
    layout = QHBoxLayout(pane)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(row)
    row.show()
    show(pane, 450, 30)
    return row


def button(row, name) -> QToolButton:
    return row.findChild(QToolButton, name)


def test_the_values_are_those_that_can_be_chosen(row):
    for name, values in (("trainObjective", [*Objective]), ("trainFamily", [*Family]), ("trainSpeed", [*SPEEDS])):
        assert [action.data() for action in button(row, name).menu().actions()] == values


@pytest.mark.parametrize(("width", "text"), [(450, "6 steps a second ▼"), (310, "6/s ▼")])
def test_the_speed_is_in_the_row_in_as_many_words_as_have_room(row, width, text):
    row.window().resize(width, 30)
    for _ in range(3):
        QApplication.processEvents()
    speed = button(row, "trainSpeed")
    assert speed.isVisible()
    assert speed.text() == text
    assert speed.accessibleName() == "Speed: 6 steps a second"
    said = Said(row, "speed_chosen")
    speed.menu().actions()[-1].trigger()
    assert said.take() == [("speed_chosen", 200)]
    row.show_speed(200)
    assert speed.text().startswith("200")


def test_the_rest_is_in_the_panel_under_its_names(row):
    assert not button(row, "trainObjective").isVisible()
    row.show_run(TrainingRun.of(WEATHER, training_options()))
    button(row, "trainSettings").click()
    labels = [label.text() for label in row.panel.findChildren(QLabel) if label.isVisible()]
    assert {"Objective", "Shape of Q", "Step size", "1"} == set(labels)
    row.show_options(training_options(Objective.REVERSE, Family.UNIMODAL))
    assert button(row, "trainObjective").text() == "reverse: KL(Q‖P) ▼"
    assert button(row, "trainFamily").text() == "one hump ▼"
    assert row.findChild(QSlider, "trainRate").isVisible()
    row.panel.hide()

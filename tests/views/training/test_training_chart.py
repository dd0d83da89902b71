"""The view of training: what it shows and what it says of keys, buttons and slider. Oracle: pixels, *weather*."""

import dataclasses

import numpy as np
import pytest
from pixels import count, extent, grabbed, is_colour
from pointing import Said
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QSlider, QToolButton
from states import WEATHER, after, comparison_of, state_of
from view_states import training_options

from klscope.model.comparison import Side
from klscope.model.edits import SetProbability
from klscope.model.training_run import TrainingRun
from klscope.model.view_options import TrainingOptions
from klscope.model.views import ViewMode
from klscope.theory.training import Family, Objective
from klscope.theory.units import Unit
from klscope.views.painting.scale import ProbabilityScale
from klscope.views.theme import DARK, LIGHT, style_sheet
from klscope.views.training.training_chart import TrainingChart
from klscope.views.training.training_controls import RATES
from klscope.views.training.training_words import invitation

TRAINING = {"mode": ViewMode.TRAINING}


@pytest.fixture
def view(show):
    """Return a function that shows the view of a run, 760 × 220 pixels."""
    controls = []

    def show_view(comparison=WEATHER, settings=None, steps=0, theme=LIGHT, width=760, height=220, **state):
        scale = ProbabilityScale()
        made = TrainingChart(scale, theme)
        scale.setParent(made)
        made.setStyleSheet(style_sheet(theme))
        show(made, width, height)
        run = TrainingRun.of(comparison, settings or training_options())
        for _ in range(steps):
            run = run.stepped()
        snapshot = state_of(comparison, **TRAINING, **state)
        made.show_snapshot(snapshot.with_view(snapshot.view.with_options(run.options)))
        made.show_run(run)
        controls.append(made.controls)
        return made

    yield show_view
    for widget in controls:
        widget.deleteLater()


def button(view, name):
    return view.findChild(QToolButton, name) or view.controls.findChild(QToolButton, name)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_curve_floor_and_gap_are_where_the_losses_are(view, theme):
    shown = view(steps=10, theme=theme)
    plot, losses = shown.losses.plot, shown.losses
    pixels = grabbed(losses)
    inside = (slice(round(plot.top), round(plot.bottom)), slice(round(plot.left) + 1, round(plot.right) - 8))
    gap = extent(is_colour(pixels[inside], theme.excess_fill))
    curve, floor = plot.ys(losses.curve), plot.ys(losses.floor)
    assert gap[1] + plot.top == pytest.approx(curve[0], abs=5)
    assert gap[3] + plot.top == pytest.approx(floor[0], abs=5)  # the dashes have a halo
    right = round(float(plot.xs(np.array([10]))[0]))
    assert plot.steps == 10
    end = pixels[round(plot.top) : round(plot.bottom), right]
    ends = np.flatnonzero(is_colour(end[None], theme.ink)[0]) + round(plot.top)
    assert ends.min() - 4 <= curve[-1] <= ends.max() + 4
    dashes = is_colour(pixels[round(floor[0]) - 1 : round(floor[0]) + 2, inside[1]], theme.p_text, 40).any(axis=0)
    assert 0.4 < dashes.mean() < 0.85


def test_losses_are_in_the_chosen_unit(view):
    assert view().losses.curve.tolist() == pytest.approx([2.375])
    assert view(unit=Unit.NAT).losses.curve.tolist() == pytest.approx([2.375 * np.log(2.0)])
    reverse = view(settings=training_options(Objective.REVERSE)).losses
    assert reverse.curve.tolist() == pytest.approx([0.5])
    assert reverse.floor.tolist() == [0.0]


def test_an_infinite_loss_is_written_and_not_drawn(view):
    shown = view(comparison_of([1, 1], [1, 0]))
    pixels = grabbed(shown.losses)
    assert shown.losses.curve.tolist() == [np.inf]
    rows = slice(24, round(shown.losses.plot.bottom))
    assert count(pixels[rows], LIGHT.excess_text, 60) > 5
    assert "∞" in shown.sentence.text()


def test_the_axis_does_not_change_during_a_drag(view):
    shown = view(steps=3)
    before = shown.losses.plot.shown
    edit = SetProbability(Side.P, 0, 0.99)
    shown.show_snapshot(after(previewed=edit, **TRAINING))
    shown.show_run(shown.run.with_comparison(edit.apply(WEATHER)))
    assert shown.losses.plot.shown == before
    plot = shown.losses.plot  # the loss is below it: an arrow says so, its point down
    x, bottom = round(float(plot.xs(np.array([3]))[0])), round(plot.bottom)
    rows = is_colour(grabbed(shown.losses)[bottom - 7 : bottom, x - 8 : x + 8], LIGHT.ink).sum(axis=1)
    assert rows[1] >= 7
    assert rows[1] > rows[3] > rows[5]
    shown.show_snapshot(after(edit, **TRAINING))
    assert shown.losses.plot.shown != before


@pytest.mark.parametrize(
    ("key", "said"),
    [
        (Qt.Key.Key_Space, "toggled"),
        (Qt.Key.Key_Right, "stepped"),
        (Qt.Key.Key_S, "stepped"),
        (Qt.Key.Key_Left, None),
    ],
)
def test_keys(view, key, said):
    shown = view()
    heard = Said(shown.controls, "toggled", "stepped", "reset_requested")
    QTest.keyClick(shown.losses, key)
    assert heard.take() == ([(said,)] if said else [])


def test_buttons_say_what_was_pressed_and_show_what_can_be(view):
    shown = view()
    heard = Said(shown.controls, "toggled", "stepped", "reset_requested")
    for name in ("trainPlay", "trainStep", "trainReset"):
        button(shown, name).click()
    assert heard.take() == [("toggled",), ("stepped",)]  # there is nothing to take back
    shown.show_run(dataclasses.replace(shown.run.stepped(), playing=True))
    assert button(shown, "trainPlay").text() == "■ Pause"
    button(shown, "trainReset").click()
    assert heard.take() == [("reset_requested",)]
    locked = view(comparison_of([1, 1], [1, 3], q_locks=[0]))
    assert not button(locked, "trainPlay").isEnabled()
    assert not button(locked, "trainStep").isEnabled()
    assert "locked" in locked.sentence.text()


def test_objective_and_family_are_chosen_in_menus(view):
    shown = view()
    heard = Said(shown.controls, "options_chosen")
    for name in ("trainObjective", "trainFamily"):
        button(shown, name).menu().actions()[1].trigger()
    assert heard.take() == [
        ("options_chosen", TrainingOptions(objective=Objective.REVERSE)),
        ("options_chosen", TrainingOptions(family=Family.UNIMODAL)),
    ]
    shown.show_snapshot(state_of(**TRAINING, objective=Objective.REVERSE, family=Family.UNIMODAL))
    assert button(shown, "trainObjective").text().startswith("reverse: KL(Q‖P)")
    assert button(shown, "trainFamily").accessibleName() == "Shape of Q: one hump"


def test_the_slider_goes_by_factors_with_keys_too_and_never_echoes(view):
    assert (RATES[0], RATES[-1]) == (0.01, 30.0)
    ratios = np.array(RATES[1:]) / np.array(RATES[:-1])
    assert ratios.max() <= 1.34
    shown = view()
    slider = shown.findChild(QSlider, "trainRate")
    heard = Said(shown.controls, "options_chosen")
    assert RATES[slider.value()] == 1.0
    QTest.keyClick(slider, Qt.Key.Key_Right)
    assert heard.take() == [("options_chosen", training_options(rate=1.2))]
    QTest.keyClick(slider, Qt.Key.Key_End)
    assert heard.take() == [("options_chosen", training_options(rate=30.0))]
    shown.show_snapshot(state_of(**TRAINING, softmax_rate=0.1))
    assert RATES[slider.value()] == 0.1
    assert heard.take() == []


def test_the_slider_is_dragged(view):
    shown = view()
    slider = shown.findChild(QSlider, "trainRate")
    heard = Said(shown.controls, "options_chosen")
    at = slider.rect().center()
    handle = round(slider.value() / slider.maximum() * (slider.width() - 16)) + 8
    at.setX(handle)
    QTest.mousePress(slider, Qt.MouseButton.LeftButton, pos=at)
    at.setX(handle + 20)
    QTest.mouseMove(slider, at)
    QTest.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=at)
    said = heard.take()
    assert said
    assert said[-1][1].rate > 1.0


def written_in_plot(shown):
    """Count what is written in the middle of the plot, in the colour of quiet words."""
    plot, pixels = shown.losses.plot, grabbed(shown.losses)
    middle, x = round((plot.top + plot.bottom) / 2), round((plot.left + plot.right) / 2)
    return count(pixels[middle - 9 : middle + 9, x - 60 : x + 60], LIGHT.quiet, 60)


def test_before_a_step_the_plot_says_what_to_press(view, show):
    shown = view()
    assert invitation() == "Press ▶ Play or Step"
    assert written_in_plot(shown) > 50
    shown.show_run(shown.run.stepped())
    assert written_in_plot(shown) == 0
    locked = view(comparison_of([1, 1], [1, 3], q_locks=[0]))
    assert written_in_plot(locked) == 0  # there is nothing to be pressed
    still = TrainingChart(ProbabilityScale(shown), LIGHT)
    still.prepare_for_export()
    still.show_snapshot(state_of(**TRAINING))
    show(still, 760, 220)
    assert written_in_plot(still) == 0


def test_it_says_when_it_is_hidden(view):
    shown = view()
    heard = Said(shown, "hidden")
    shown.hide()
    assert heard.take() == [("hidden",)]


def test_as_a_picture_it_has_the_run_and_nothing_to_press(view, show):
    original = view(steps=5)
    still = TrainingChart(ProbabilityScale(original), LIGHT)
    still.prepare_for_export()
    still.show_run(original.run)
    still.show_snapshot(original._snapshot)
    show(still, 760, 220)
    assert still.losses.curve.size == 6
    assert not still.controls.isVisible()


@pytest.mark.parametrize("width", [460, 560, 760, 1100])
@pytest.mark.parametrize("settings", [training_options(), training_options(Objective.REVERSE, Family.UNIMODAL, 0.1)])
def test_the_legend_has_room(view, width, settings):
    shown = view(settings=settings, width=width)
    pixels = grabbed(shown.losses)
    assert shown.losses.shown_legend()
    right = slice(pixels.shape[1] - 4, pixels.shape[1])
    assert count(pixels[:20, right], LIGHT.card) == 20 * 4


def test_numbers_on_the_axes_are_not_cut(view):
    shown = view(height=170)
    plot = shown.losses.plot
    assert plot.bottom - plot.top > 40
    pixels = grabbed(shown.losses)
    assert count(pixels[-2:], LIGHT.quiet, 60) == 0


def test_what_is_kept_as_pixels_is_what_is_painted_anew(view):
    shown = view(steps=30)
    moved = shown.run.with_comparison(SetProbability(Side.P, 0, 0.6).apply(WEATHER))
    for _ in range(3):  # by now the past is kept
        grabbed(shown.losses)
    shown.show_run(moved)
    kept = grabbed(shown.losses)
    other = view(steps=30)
    other.show_run(moved)
    assert np.abs(kept - grabbed(other.losses)).max() <= 1

"""Dialogs that ask for a number. Oracle: the slider of T by hand: T = 10^(2·part − 1), so its middle is 1."""

import pytest
from pointing import Said
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractSpinBox, QDialog, QDialogButtonBox, QLabel, QSlider, QTextBrowser, QWidget

from klscope.views.commands.prompts import Prompts
from klscope.views.widgets.dialogs import LARGEST_SEED, SLIDER_STEPS, SeedDialog, smoothing_dialog, temperature_dialog


@pytest.fixture
def window(show):
    return show(QWidget(), 600, 400)


@pytest.fixture
def prompts(window):
    made = Prompts(window)
    made.heard = Said(made, "seed_chosen", "temperature_previewed", "smoothing_previewed", "accepted", "rejected")
    return made


def opened(window):
    (dialog,) = [dialog for dialog in window.findChildren(QDialog) if dialog.isVisible()]
    return dialog


def button(dialog, which):
    return dialog.findChild(QDialogButtonBox).button(which)


def slide(dialog, position):
    """Move the slider as a hand or a key does."""
    if dialog.slider.sliderPosition() == position:
        dialog.slider.triggerAction(QSlider.SliderAction.SliderMove)
    else:
        dialog.slider.setSliderPosition(position)


@pytest.mark.parametrize(("part", "amount"), [(0, 0.1), (0.25, 0.316), (0.5, 1.0), (0.75, 3.162), (1, 10.0)])
def test_the_temperature_is_logarithmic_from_a_tenth_to_ten(window, part, amount):
    dialog = temperature_dialog("Q", window)
    heard = Said(dialog, "amount_changed")
    slide(dialog, round(part * SLIDER_STEPS))
    ((_, told),) = heard.take()
    assert told == dialog.amount.value() == pytest.approx(amount, abs=6e-4)
    dialog.amount.setValue(5.0)
    dialog.amount.setValue(amount)
    assert dialog.slider.value() == pytest.approx(part * SLIDER_STEPS, abs=1)


@pytest.mark.parametrize(("part", "amount"), [(0, 0.0), (0.25, 0.25), (1, 1.0)])
def test_the_amount_of_smoothing_is_a_share(window, part, amount):
    dialog = smoothing_dialog("P", window)
    heard = Said(dialog, "amount_changed")
    slide(dialog, round(part * SLIDER_STEPS))
    assert heard.take()[-1] == ("amount_changed", amount)


def test_they_begin_where_nothing_changes_and_say_whose_they_are(window):
    temperature, smoothing = temperature_dialog("Q", window), smoothing_dialog("P", window)
    assert (temperature.amount.value(), temperature.slider.value()) == (1.0, SLIDER_STEPS // 2)
    assert (smoothing.amount.value(), smoothing.slider.value()) == (0.0, 0)
    assert temperature.windowTitle() == "Sharpen or Soften Q"
    assert smoothing.windowTitle() == "Smooth P"
    assert "λ of the uniform" in smoothing.findChild(QLabel).text()


def test_typing_and_keys_on_the_slider_tell_the_amount_once(window):
    dialog = smoothing_dialog("Q", window)
    heard = Said(dialog, "amount_changed")
    dialog.amount.setValue(0.3)
    assert heard.take() == [("amount_changed", 0.3)]
    assert dialog.slider.value() == 120
    QTest.keyClick(dialog.slider, Qt.Key.Key_Right)
    assert heard.take() == [("amount_changed", pytest.approx(0.302, abs=1e-3))]


def test_everything_that_takes_the_focus_has_a_name(window):
    for dialog in (SeedDialog("Random Q", 7, window), temperature_dialog("Q", window), smoothing_dialog("Q", window)):
        asked = [*dialog.findChildren(QAbstractSpinBox), *dialog.findChildren(QSlider)]
        assert asked
        assert all(widget.accessibleName() for widget in asked)
        assert all(one.text() for one in dialog.findChild(QDialogButtonBox).buttons())


def test_a_seed_is_asked_for_and_told_on_ok_alone(window, prompts):
    prompts.ask_seed("Q", 42)
    dialog = opened(window)
    assert (dialog.windowTitle(), dialog.seed.value()) == ("Random Q", 42)
    assert dialog.seed.minimum() == 0
    assert dialog.seed.maximum() == LARGEST_SEED
    dialog.seed.setValue(LARGEST_SEED)
    button(dialog, QDialogButtonBox.StandardButton.Ok).click()
    assert prompts.heard.take() == [("seed_chosen", LARGEST_SEED)]
    prompts.ask_seed("Q", 42)
    opened(window).reject()
    assert prompts.heard.take() == []


@pytest.mark.parametrize(
    ("ask", "signal", "amount"),
    [("ask_temperature", "temperature_previewed", 2.0), ("ask_smoothing", "smoothing_previewed", 0.2)],
)
@pytest.mark.parametrize(
    ("which", "end"),
    [(QDialogButtonBox.StandardButton.Ok, "accepted"), (QDialogButtonBox.StandardButton.Cancel, "rejected")],
)
def test_an_amount_is_shown_while_it_moves_and_meant_or_not(window, prompts, ask, signal, amount, which, end):
    getattr(prompts, ask)("Q")
    dialog = opened(window)
    assert prompts.heard.take() == []
    dialog.amount.setValue(amount)
    assert prompts.heard.take() == [(signal, amount)]
    button(dialog, which).click()
    assert prompts.heard.take() == [(end,)]
    assert not dialog.isVisible()


def test_escape_means_no(window, prompts):
    prompts.ask_smoothing("P")
    dialog = opened(window)
    dialog.amount.setValue(0.5)
    prompts.heard.take()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert prompts.heard.take() == [("rejected",)]


@pytest.mark.parametrize("ask", ["show_manual", "show_about"])
def test_there_is_something_to_read_and_to_close(window, prompts, ask):
    getattr(prompts, ask)()
    dialog = opened(window)
    read = dialog.findChild(QTextBrowser)
    assert read.accessibleName()
    assert "klscope" in read.toPlainText() if ask == "show_about" else "Ctrl and drag" in read.toPlainText()
    assert "<" not in read.toPlainText()
    button(dialog, QDialogButtonBox.StandardButton.Close).click()
    assert not dialog.isVisible()

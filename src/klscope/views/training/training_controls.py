"""The controls of training: play, step, restart, speed, and in the panel objective, family and step size."""

from __future__ import annotations

import math
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QSlider, QWidget

from klscope.model.training_run import FASTEST, SLOWEST, SPEEDS, USUAL_SPEED, TrainingRun
from klscope.model.view_options import TrainingOptions
from klscope.theory.training import Family, Objective
from klscope.views.widgets.choice_button import ChoiceButton
from klscope.views.widgets.control_panel import Setting
from klscope.views.widgets.control_row import ControlRow
from klscope.views.widgets.parts import row_in, text_label
from klscope.views.widgets.steady_button import SteadyButton
from klscope.views.words import numbers

translate = QCoreApplication.translate
MANTISSAS = (1.0, 1.2, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0)


def offered_rates() -> list[float]:
    """Return the step sizes of the slider: ten round numbers per decade, for a logarithmic scale."""
    first, last = math.floor(math.log10(SLOWEST)), math.ceil(math.log10(FASTEST))
    rates = [float(f"{mantissa}e{power}") for power in range(first, last + 1) for mantissa in MANTISSAS]
    return [rate for rate in rates if SLOWEST <= rate <= FASTEST]


RATES = offered_rates()


def nearest_rate(rate: float) -> int:
    """Return the index in `RATES` of the nearest to ``rate`` > 0, by ratio."""
    return min(range(len(RATES)), key=lambda place: abs(math.log(RATES[place] / rate)))


class RateSlider(QWidget):
    """A slider of step sizes, with a label for the value.

    Signals
    -------
    chosen(float)
        A step size was chosen.
    """

    chosen = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = row_in(self, 8)
        self._slider, self._value = QSlider(Qt.Orientation.Horizontal), text_label(12)
        self._slider.setObjectName("trainRate")
        self._slider.setRange(0, len(RATES) - 1)
        self._slider.setPageStep(5)
        self._slider.setMinimumWidth(200)
        self._value.setFixedWidth(36)
        row.addWidget(self._slider, 1)
        row.addWidget(self._value)
        # connected to every kind of input: the value changes after it
        self._slider.actionTriggered.connect(lambda: self.chosen.emit(RATES[self._slider.sliderPosition()]))

    def retranslate(self) -> None:
        self._slider.setAccessibleName(translate("Training", "Step size"))
        self._slider.setToolTip(
            translate("Training", "How far each step goes along the push: too far, and it diverges")
        )

    def show_rate(self, rate: float) -> None:
        if not self._slider.isSliderDown():
            self._slider.setValue(nearest_rate(rate))
        text = numbers.short(rate)
        if text != self._value.text():
            self._value.setText(text)


class TrainingControls(ControlRow):
    """The row of controls of training.

    Signals
    -------
    toggled(), stepped(), reset_requested()
        Play or pause, make one step, restart.
    speed_chosen(int)
        This number of steps per second was chosen.
    """

    toggled = Signal()
    stepped = Signal()
    reset_requested = Signal()
    speed_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        self._play, self._step = SteadyButton("trainPlay"), SteadyButton("trainStep")
        self._reset, self._speed = SteadyButton("trainReset"), ChoiceButton(SPEEDS)
        self._objective, self._family = ChoiceButton(list(Objective)), ChoiceButton(list(Family))
        self._rate = RateSlider()
        self._options = TrainingOptions()
        self._names = (text_label(12), text_label(12), text_label(12))
        for button, object_name in (
            (self._speed, "trainSpeed"),
            (self._objective, "trainObjective"),
            (self._family, "trainFamily"),
        ):
            button.setObjectName(object_name)
        settings = map(Setting, self._names, (self._objective, self._family, self._rate))
        row = (self._play, self._step, self._reset, self._speed)
        super().__init__("trainSettings", row, list(settings), parent)
        self.named = {"objective": self._objective, "family": self._family, "play": self._play}
        self._play.clicked.connect(self.toggled)
        self._step.clicked.connect(self.stepped)
        self._reset.clicked.connect(self.reset_requested)
        self._speed.chosen.connect(self.speed_chosen)
        self._objective.chosen.connect(
            lambda objective: self.options_chosen.emit(replace(self._options, objective=objective))
        )
        self._family.chosen.connect(lambda family: self.options_chosen.emit(replace(self._options, family=family)))
        self._rate.chosen.connect(lambda rate: self.options_chosen.emit(self._options.with_rate(rate)))
        self._playing = False
        self._show_options()
        self._speed.show_value(USUAL_SPEED)
        self.retranslate()

    def retranslate(self) -> None:
        super().retranslate()
        self._name_play()
        self._play.setToolTip(translate("Training", "Run the steps, or pause (Space)"))
        self._step.setText(translate("Training", "Step"))
        self._step.setAccessibleName(self._step.text())
        self._step.setToolTip(translate("Training", "Make one step (Right, S)"))
        self._reset.setText(translate("Training", "Restart"))
        self._reset.setAccessibleName(translate("Training", "Reset training"))
        self._reset.setToolTip(
            translate("Training", "Put Q back to where these losses begin; what was dragged of P stays")
        )
        self._speed.set_words(
            translate("Training", "Speed"),
            [translate("Training", "{count} steps a second").format(count=speed) for speed in SPEEDS],
            [translate("Training", "{count}/s").format(count=speed) for speed in SPEEDS],
        )
        self._speed.setToolTip(translate("Training", "How many steps a second are played"))
        meanings = (
            translate("Training", "Objective"),
            translate("Training", "Shape of Q"),
            translate("Training", "Step size"),
        )
        for label, meaning in zip(self._names, meanings, strict=True):
            label.setText(meaning)
        names = (translate("Training", "forward: H(P,Q), KL(P‖Q)"), translate("Training", "reverse: KL(Q‖P)"))
        self._objective.set_words(meanings[0], names, names)
        names = (translate("Training", "softmax: every bar free"), translate("Training", "one hump"))
        self._family.set_words(meanings[1], names, names)
        self._objective.setToolTip(translate("Training", "Objective: forward covers, reverse may seek a mode"))
        self._family.setToolTip(
            translate("Training", "Shape of Q: anything, or one discretised Gaussian with its mean and width")
        )
        self._rate.retranslate()

    def _name_play(self) -> None:
        words = (translate("Training", "▶ Play"), translate("Training", "■ Pause"))
        self._play.set_texts(*words)
        self._play.setText(words[self._playing])
        self._play.setAccessibleName(self._play.text().strip("▶■ "))

    def show_speed(self, speed: int) -> None:
        self._speed.show_value(speed)

    def show_run(self, run: TrainingRun) -> None:
        if run.playing != self._playing:
            self._playing = run.playing
            self._name_play()
        self._play.setEnabled(run.playing or run.can_step)
        self._step.setEnabled(run.can_step)
        self._reset.setEnabled(run.steps > 0)

    def show_options(self, options: TrainingOptions) -> None:
        if options != self._options:
            self._options = options
            self._show_options()

    def _show_options(self) -> None:
        self._objective.show_value(self._options.objective)
        self._family.show_value(self._options.family)
        self._rate.show_rate(self._options.rate)

"""What is chosen in the view of training: play, step and reset in the head; objective, family and step size below."""

from __future__ import annotations

import math

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSlider, QWidget

from klscope.model.training_run import FASTEST, SLOWEST, SPEEDS, USUAL_SPEED, TrainingRun, TrainingSettings
from klscope.theory.training import Family, Objective
from klscope.views import numbers
from klscope.views.choice_button import ChoiceButton
from klscope.views.magnification import set_letters
from klscope.views.steady_button import SteadyButton

translate = QCoreApplication.translate
MANTISSAS = (1.0, 1.2, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0)


def offered_rates() -> list[float]:
    """Return the step sizes of the slider: ten round ones a decade, so that equal ways are equal factors."""
    first, last = math.floor(math.log10(SLOWEST)), math.ceil(math.log10(FASTEST))
    rates = [float(f"{mantissa}e{power}") for power in range(first, last + 1) for mantissa in MANTISSAS]
    return [rate for rate in rates if SLOWEST <= rate <= FASTEST]


RATES = offered_rates()


def nearest_rate(rate: float) -> int:
    """Return the place among `RATES` of the one nearest to ``rate`` > 0 as a factor."""
    return min(range(len(RATES)), key=lambda place: abs(math.log(RATES[place] / rate)))


class RunControls(QWidget):
    """Play or pause, and step.

    Signals
    -------
    toggled(), stepped()
        A button was pressed.
    speed_chosen(int)
        So many steps a second were chosen.
    """

    toggled = Signal()
    stepped = Signal()
    speed_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        self._play, self._step = SteadyButton("trainPlay"), SteadyButton("trainStep")
        row.addWidget(self._play)
        row.addWidget(self._step)
        self._speed = ChoiceButton(SPEEDS)
        self._speed.setObjectName("trainSpeed")
        row.addWidget(self._speed)
        self._speed.chosen.connect(self.speed_chosen)
        self._play.clicked.connect(self.toggled)
        self._step.clicked.connect(self.stepped)
        self._playing = False
        self._speed.set_narrow(True)
        self.retranslate()
        self.show_speed(USUAL_SPEED)

    def retranslate(self) -> None:
        """Set the words in the current language."""
        words = (translate("Training", "▶ Play"), translate("Training", "■ Pause"))
        self._play.set_texts(*words)
        self._play.setText(words[self._playing])
        self._play.setToolTip(translate("Training", "Let steps follow one another, or pause (Space)"))
        self._step.setText(translate("Training", "Step"))
        self._step.setToolTip(translate("Training", "Make one step (Right, S)"))
        for button in (self._play, self._step):
            button.setAccessibleName(button.text().strip("▶■ "))
        self._speed.set_words(
            translate("Training", "Speed"),
            [translate("Training", "{count} steps a second").format(count=speed) for speed in SPEEDS],
            [translate("Training", "{count}/s").format(count=speed) for speed in SPEEDS],
        )
        self._speed.setToolTip(translate("Training", "How many steps a second are played"))

    def show_speed(self, speed: int) -> None:
        """Show how many steps a second are played."""
        self._speed.show_value(speed)

    def show_run(self, run: TrainingRun) -> None:
        """Show what can be done."""
        if run.playing != self._playing:
            self._playing = run.playing
            self.retranslate()
        self._play.setEnabled(run.playing or run.can_step)
        self._step.setEnabled(run.can_step)


class SettingsRow(QWidget):
    """Objective, family and step size, and a way back.

    Signals
    -------
    objective_chosen(Objective), family_chosen(Family), rate_chosen(float)
        Something was chosen.
    reset_requested()
        The run is to be taken back.
    """

    reset_requested = Signal()

    objective_chosen = Signal(object)
    family_chosen = Signal(object)
    rate_chosen = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._narrow = False
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(4, 0, 8, 0)
        row.setSpacing(8)
        self._objective, self._family = ChoiceButton(list(Objective)), ChoiceButton(list(Family))
        self._objective.setObjectName("trainObjective")
        self._family.setObjectName("trainFamily")
        row.addWidget(self._objective)
        row.addWidget(self._family)
        self._words, self._value = QLabel(), QLabel()
        self._slider = QSlider(Qt.Orientation.Horizontal)
        self._slider.setObjectName("trainRate")
        self._slider.setRange(0, len(RATES) - 1)
        self._slider.setPageStep(5)
        self._slider.setMinimumWidth(70)
        self._slider.setMaximumWidth(220)
        for label in (self._words, self._value):
            set_letters(label, 12)
        self._value.setFixedWidth(36)
        row.addSpacing(4)
        row.addWidget(self._words)
        row.addWidget(self._slider, 1)
        row.addWidget(self._value)
        row.addStretch(0)
        self._reset = SteadyButton("trainReset")
        row.addWidget(self._reset)
        self._reset.clicked.connect(self.reset_requested)
        self._objective.chosen.connect(self.objective_chosen)
        self._family.chosen.connect(self.family_chosen)
        # what keys, wheel and hand do alike: the value follows only afterwards
        self._slider.actionTriggered.connect(lambda: self.rate_chosen.emit(RATES[self._slider.sliderPosition()]))
        self.setFixedHeight(26)
        self._shown = TrainingSettings()
        self._objective.show_value(self._shown.objective)
        self._family.show_value(self._shown.family)
        self.retranslate()

    def _room_needed(self) -> tuple[int, int]:
        """Return how wide the row must be for the short names of what is chosen, and for the long ones."""
        saving = self._objective.saving + self._family.saving
        needed = self._row.minimumSize().width()
        return (needed, needed + saving) if self._narrow else (needed - saving, needed)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Ask for the room of the short names."""
        return QSize(self._room_needed()[0], self.height())

    def event(self, event: QEvent) -> bool:
        """Use short names where there is no room for long ones: they, the letters or the row may have changed."""
        done = super().event(event)
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            narrow = self.width() < self._room_needed()[1]
            if narrow != self._narrow:
                self._narrow = narrow
                for button in (self._objective, self._family):
                    button.set_narrow(narrow)
        return done

    def retranslate(self) -> None:
        """Set the words in the current language."""
        self._objective.set_words(
            translate("Training", "What is made small"),
            (translate("Training", "forward: H(P,Q), KL(P‖Q)"), translate("Training", "reverse: KL(Q‖P)")),
            ("KL(P‖Q)", "KL(Q‖P)"),
        )
        self._family.set_words(
            translate("Training", "What Q may become"),
            (translate("Training", "softmax: every bar free"), translate("Training", "one hump")),
            (translate("Training", "softmax"), translate("Training", "one hump")),
        )
        self._objective.setToolTip(translate("Training", "What is made small: forward covers, reverse may seek a mode"))
        self._family.setToolTip(
            translate("Training", "What Q may become: anything, or one discretised Gaussian with its mean and width")
        )
        self._reset.setText(translate("Training", "Restart"))
        self._reset.setAccessibleName(translate("Training", "Reset training"))
        self._reset.setToolTip(
            translate("Training", "Put Q back to where these losses begin; what was dragged of P stays")
        )
        self._words.setText(translate("Training", "step size"))
        self._slider.setAccessibleName(translate("Training", "Step size"))
        self._slider.setToolTip(
            translate("Training", "How far each step goes along the push: too far, and it diverges")
        )

    def show_run(self, run: TrainingRun) -> None:
        """Show what is chosen."""
        settings = run.settings
        self._reset.setEnabled(run.steps > 0)
        if settings.objective is not self._shown.objective or settings.family is not self._shown.family:
            self._objective.show_value(settings.objective)
            self._family.show_value(settings.family)
        self._shown = settings
        if not self._slider.isSliderDown():
            self._slider.setValue(nearest_rate(settings.rate))
        text = numbers.short(settings.rate)
        if text != self._value.text():
            self._value.setText(text)

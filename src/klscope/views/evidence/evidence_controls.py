"""The controls of evidence: draw 1, 10 or 1,000 samples, run, clear, samples or code, and the seed."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QPushButton, QWidget

from klscope.model.evidence import SEEDS
from klscope.model.view_options import EvidenceOptions
from klscope.views.magnification import set_font_size
from klscope.views.widgets.control_panel import Setting
from klscope.views.widgets.control_row import ControlRow
from klscope.views.widgets.parts import row_in, text_label
from klscope.views.widgets.steady_button import SteadyButton

translate = QCoreApplication.translate
AMOUNTS = (1, 10, 1_000)
SEED_WIDTH = 92


class EvidenceSwitch(QWidget):
    """A switch between the samples and the Huffman code.

    Signals
    -------
    coded_chosen(bool)
        The code (True) or the samples were chosen.
    """

    coded_chosen = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = row_in(self)
        self._group = QButtonGroup(self)
        self._buttons = {False: QPushButton(), True: QPushButton()}
        for coded, button in self._buttons.items():
            button.setObjectName("huffmanSegment" if coded else "samplesSegment")
            button.setCheckable(True)
            set_font_size(button, 12)
            button.setProperty("segment", "last" if coded else "first")
            button.setProperty("small", True)
            button.clicked.connect(lambda _=False, coded=coded: self.coded_chosen.emit(coded))
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self._group.addButton(button)
            row.addWidget(button)
        self._buttons[False].setChecked(True)

    def show_coded(self, coded: bool) -> None:
        self._buttons[coded].setChecked(True)

    def retranslate(self) -> None:
        self._buttons[False].setText(translate("Evidence", "Samples"))
        self._buttons[True].setText(translate("Evidence", "Huffman code"))
        self._buttons[False].setToolTip(translate("Evidence", "Running means of the samples"))
        self._buttons[True].setToolTip(translate("Evidence", "The samples coded by a Huffman code built for Q"))


class EvidenceControls(ControlRow):
    """The row of controls of evidence.

    Signals
    -------
    more_requested(int)
        This number of samples was requested.
    run_requested(), clear_requested()
        Run or stop; remove the samples.
    seed_typed(str)
        A seed was typed, not validated.
    """

    more_requested = Signal(int)
    run_requested = Signal()
    clear_requested = Signal()
    seed_typed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        self._running = False
        self._options = EvidenceOptions()
        self._more = {amount: SteadyButton(f"draw{amount}") for amount in AMOUNTS}
        self._run, self._clear = SteadyButton("runSamples"), SteadyButton("clearSamples")
        self._switch = EvidenceSwitch()
        self._seed_name, self._seed = text_label(12), QLineEdit()
        row = (*self._more.values(), self._run, self._clear, self._switch)
        super().__init__("evidenceSettings", row, [Setting(self._seed_name, self._seed)], parent)
        self._seed.setObjectName("evidenceSeed")
        set_font_size(self._seed, 12)
        self._seed.setFixedSize(SEED_WIDTH, 24)
        self._seed.setMaxLength(20)
        self.named = {"draw 1000": self._more[1000], "run": self._run}
        for amount, button in self._more.items():
            button.clicked.connect(lambda _=False, amount=amount: self.more_requested.emit(amount))
        self._run.clicked.connect(self.run_requested)
        self._clear.clicked.connect(self.clear_requested)
        self._switch.coded_chosen.connect(lambda coded: self.options_chosen.emit(replace(self._options, coded=coded)))
        self._seed.setText(str(self._options.seed))
        self._seed.returnPressed.connect(lambda: self.seed_typed.emit(self._seed.text()))
        self._seed.editingFinished.connect(self._leave_seed)
        self._seed_name.setBuddy(self._seed)

    def retranslate(self) -> None:
        super().retranslate()
        self._switch.retranslate()
        for amount, button in self._more.items():
            words = (
                translate("Evidence", "Draw one sample from P")
                if amount == 1
                else translate("Evidence", "Draw {count} samples from P").format(count=f"{amount:,}")
            )
            button.setText(f"+{amount:,}")
            button.setToolTip(words)
            button.setAccessibleName(words)
        self._clear.setText(translate("Evidence", "Clear"))
        self._clear.setToolTip(translate("Evidence", "Delete all samples"))
        self._clear.setAccessibleName(translate("Evidence", "Delete all samples"))
        self._seed_name.setText(translate("Evidence", "seed"))
        self._seed.setAccessibleName(translate("Evidence", "Seed of the samples"))
        self._seed.setToolTip(
            translate("Evidence", "The same seed draws the same samples: 0 to {most}").format(most=SEEDS - 1)
        )
        self._run.setToolTip(translate("Evidence", "Draw samples until stopped (Space in the picture)"))
        self._run.set_texts(translate("Evidence", "▶ Run"), translate("Evidence", "■ Stop"))
        self._show_state()

    def show_options(self, options: EvidenceOptions) -> None:
        """Show the options, and enable what is possible; a seed being typed stays."""
        if options == self._options:
            return
        self._options = options
        if not self._seed.hasFocus() or not self._seed.isModified():
            self._seed.setText(str(options.seed))
        self._switch.show_coded(options.coded)
        self._show_state()

    def show_running(self, running: bool) -> None:
        self._running = running
        self._show_state()

    def show_seed(self) -> None:
        """Show the current seed instead of the typed text."""
        self._seed.setText(str(self._options.seed))
        self._seed.selectAll()

    def _leave_seed(self) -> None:
        """Discard a seed that was typed and not entered."""
        if not self._seed.hasFocus():
            self._seed.setText(str(self._options.seed))

    def _show_state(self) -> None:
        full, none = self._options.is_full, self._options.samples == 0
        self._run.setText(translate("Evidence", "■ Stop") if self._running else translate("Evidence", "▶ Run"))
        self._run.setAccessibleName(
            translate("Evidence", "Stop drawing samples")
            if self._running
            else translate("Evidence", "Run: draw samples")
        )
        for button in (*self._more.values(), self._run):
            button.setEnabled(not full)
        self._clear.setEnabled(not none)

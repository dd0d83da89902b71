"""The head of the per-category pane: the choice of the view, and for terms their formula and sum."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QActionGroup, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QMenu, QPushButton, QWidget

from klscope.model.snapshot import Snapshot
from klscope.model.view_options import TermsOptions
from klscope.model.views import TERMS, ViewMode
from klscope.theory.units import Unit
from klscope.views import magnification
from klscope.views.widgets.highlight import set_highlighted
from klscope.views.widgets.live_label import Holder, LiveLabel
from klscope.views.widgets.parts import row_in, small_button, text_label
from klscope.views.words import numbers, unit_names, view_words
from klscope.views.words.sums import written_out

if TYPE_CHECKING:
    from klscope.views.widgets.control_row import ControlRow

translate = QCoreApplication.translate
ROOM_FOR_ALL_BUTTONS, ROOM_FOR_FORMULA, ROOM_FOR_ITS_NAME = 600, 730, 860


def sum_texts(snapshot: Snapshot) -> list[str]:
    """Return the sum of the terms, the longest version first."""
    unit, mode = unit_names.plural(snapshot.view.unit), snapshot.view.mode
    if mode not in TERMS:
        return [""]  # a view shows its numbers itself
    if mode is ViewMode.ENTROPY:
        texts = [f"H(P) = {numbers.value(snapshot.entropy, 3)}"]
    elif mode is ViewMode.CROSS_ENTROPY:
        texts = written_out((snapshot.entropy, snapshot.kl_divergence), snapshot.cross_entropy)
    else:
        excess, saving = snapshot.excess_and_saving
        parts = [part for part in (excess, saving) if part]
        texts = written_out(parts, snapshot.kl_divergence, plus=True) if parts else ["0"]
    return [*(f"{text} {unit}" for text in texts), texts[-1]]


class TermsHead(QWidget):
    """Buttons for the three kinds of terms, a button with the views, the formula of the terms, and their sum.

    Signals
    -------
    mode_chosen(ViewMode)
        A mode was clicked.
    options_chosen(TermsOptions)
        Adding Q(i) − P(i) to each term was switched on or off.
    """

    mode_chosen = Signal(object)
    options_chosen = Signal(object)

    def __init__(self, modes: QActionGroup, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = row_in(self)
        self._buttons: dict[ViewMode, QPushButton] = {}
        group = QButtonGroup(self)
        self._more, self._views = QPushButton(), QMenu(self)
        self._more.setObjectName("moreViews")
        for action in modes.actions():
            mode = action.data()
            if mode not in TERMS:
                self._views.addAction(action)
                continue
            button = QPushButton()
            button.clicked.connect(lambda _=False, mode=mode: self.mode_chosen.emit(mode))
            self._buttons[mode] = button
        self._more.setMenu(self._views)
        for place, button in enumerate((*self._buttons.values(), self._more)):
            button.setCheckable(True)
            magnification.set_font_size(button, 13)
            button.setProperty("segment", "first" if place == 0 else "last" if button is self._more else "middle")
            group.addButton(button)
            row.addWidget(button)
        self._formula = text_label(13, quiet=True)
        self._formula.setMinimumWidth(1)
        self._mass_difference = small_button("")
        self._mass_difference.setText("+ Q − P")
        self._mass_difference.setCheckable(True)
        self._mass_difference.clicked.connect(lambda on: self.options_chosen.emit(TermsOptions(on)))
        self._controls: ControlRow | None = None
        self._sum = LiveLabel()
        magnification.set_font_size(self._sum, 13, bold=True)
        self._sum.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._of_terms = QWidget()
        words = row_in(self._of_terms, 8, (4, 0, 4, 0))
        words.addWidget(self._formula)
        words.addWidget(self._mass_difference)
        words.addWidget(Holder(self._sum), 1)
        row.addSpacing(10)
        row.addWidget(self._of_terms, 1)
        row.addSpacing(4)
        self._row, self._words = row, words
        self.setFixedHeight(28)
        self._shown: object = None
        self._formula_text = ""
        self._mode = ViewMode.KL_DIVERGENCE
        self._more.setMinimumWidth(1)
        self._mass_difference.setMinimumWidth(1)
        self.retranslate()

    def retranslate(self) -> None:
        self._mass_difference.setToolTip(
            translate("Charts", "Add Q(i) − P(i) to each term: every bar turns non-negative and the sum stays")
        )
        self._mass_difference.setAccessibleName(translate("Charts", "Add Q − P to each term"))
        self._more.setToolTip(translate("Charts", "More views, shown instead of the terms"))
        self._name_view()
        for mode, button in self._buttons.items():
            button.setText(view_words.title(mode))
            button.setAccessibleName(translate("Charts", "Terms of {name}").format(name=view_words.title(mode)))
            button.setToolTip(view_words.tip(mode))

    def _name_view(self) -> None:
        """Show the name of the view on the button of views, or a general text for terms."""
        room, terms = self.room(), self._mode in TERMS
        if not terms:
            name = view_words.title(self._mode)
        elif room >= ROOM_FOR_FORMULA:
            name = translate("Charts", "More views")
        else:
            name = translate("Charts", "More")
        arrow = "" if terms and room < ROOM_FOR_ALL_BUTTONS else " ▼"
        self._more.setText(name + arrow)
        self._more.setAccessibleName(
            translate("Charts", "More views") if terms else translate("Charts", "More views: {name}").format(name=name)
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Hide buttons that menus have too, and then the formula, if the sum would not fit."""
        self._make_room()
        super().resizeEvent(event)
        for layout in (self._row, self._words):
            layout.activate()  # new texts have new widths: a picture of a hidden window would have the old ones

    def room(self) -> int:
        """Return the width of the row, in unscaled pixels."""
        return round(self.width() / magnification.factor())

    def _make_room(self) -> None:
        room, terms = self.room(), self._mode in TERMS
        wide = room >= ROOM_FOR_ALL_BUTTONS
        self._leave_out([] if terms or wide else [ViewMode.CROSS_ENTROPY, ViewMode.ENTROPY])
        formula = self._formula_text
        if room >= ROOM_FOR_ITS_NAME:
            formula = translate("Charts", "per category: {formula}").format(formula=formula)
        self._formula.setText(formula)
        self._formula.setVisible(terms and room >= ROOM_FOR_FORMULA)
        kl = self._mode is ViewMode.KL_DIVERGENCE
        self._mass_difference.setVisible(kl and (wide or self._mass_difference.isChecked()))
        self._name_view()

    def _leave_out(self, modes: list[ViewMode]) -> None:
        """Show the buttons of terms except these, which menus have too, to make space for controls."""
        for mode, button in self._buttons.items():
            if button.hasFocus() and mode in modes:
                self._more.setFocus()
            button.setVisible(mode not in modes)

    def highlight(self, on: bool) -> None:
        set_highlighted(self._mass_difference, on)

    def show_controls(self, controls: ControlRow | None) -> None:
        if controls is self._controls:
            return
        if self._controls is not None:
            self._controls.hide()
        self._controls = controls
        self._of_terms.setVisible(controls is None)
        if controls is None:
            return
        if self._row.indexOf(controls) < 0:
            magnification.adopt(controls)
            self._row.insertWidget(self._row.indexOf(self._of_terms), controls, 1)
            previous: QWidget = self._more
            for stop in controls.stops:
                self.setTabOrder(previous, stop)
                previous = stop
        controls.show()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        view = snapshot.view
        key = (view.mode, view.unit, view.terms)
        if key != self._shown:
            self._shown = key
            self._mode = view.mode
            self._buttons.get(view.mode, self._more).setChecked(True)
            self._mass_difference.setChecked(view.terms.with_mass_difference)
            log = numbers.logarithm(view.unit)
            formula = {
                ViewMode.KL_DIVERGENCE: f"P(i) · {log} P(i)/Q(i)",
                ViewMode.CROSS_ENTROPY: f"−P(i) · {log} Q(i)",
                ViewMode.ENTROPY: f"−P(i) · {log} P(i)",
            }.get(view.mode, "")
            if view.terms.with_mass_difference and view.mode is ViewMode.KL_DIVERGENCE:
                # ln x ≤ x − 1 makes the terms ≥ 0: in another unit the addend is converted too
                formula += " + Q(i) − P(i)" if view.unit is Unit.NAT else f" + (Q(i) − P(i)) · {log} e"
            self._formula_text = formula
            self._make_room()
        self._sum.set_versions(sum_texts(snapshot))

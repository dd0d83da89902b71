"""A row of controls above a plot, with a button that opens a panel for those that do not fit."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from klscope.views.magnification import pixels
from klscope.views.widgets.choice_button import ChoiceButton
from klscope.views.widgets.control_panel import ControlPanel, Setting, stops_of
from klscope.views.widgets.highlight import set_highlighted
from klscope.views.widgets.parts import row_in
from klscope.views.widgets.steady_button import SteadyButton, text_width

translate = QCoreApplication.translate
GAP = 4
SHORT = "⋯"


class ControlRow(QWidget):
    """Controls side by side, in order of importance.

    If the row is too narrow, names are shortened; then the last controls move to the panel, which always has the
    settings. The row is hidden until it is placed in the head of the pane.

    Signals
    -------
    options_chosen(object)
        The record of the view's options, with what was chosen.

    Parameters
    ----------
    name
        The object name of the button that opens the panel.
    controls
        The controls that stay in the row while they fit; the first always does.
    settings
        The named settings of the panel.

    Attributes
    ----------
    named
        The buttons that lessons may highlight, by their names in lessons.
    """

    options_chosen = Signal(object)

    def __init__(
        self, name: str, controls: Sequence[QWidget], settings: Sequence[Setting] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._controls = tuple(controls)
        self.named: dict[str, QAbstractButton] = {}
        self._row = row_in(self, GAP)
        for control in self._controls:
            self._row.addWidget(control)
        self.more = SteadyButton(name)
        self._row.addWidget(self.more)
        self._row.addStretch(1)
        self.panel = ControlPanel(self.more, settings)
        self.more.clicked.connect(self.panel.open)
        self.more.setVisible(bool(settings))
        self._in_row = len(self._controls)
        self._has_settings = bool(settings)
        self._shared: object = None
        self._is_sharing = False
        self.hide()

    @property
    def stops(self) -> list[QWidget]:
        return stops_of([*self._controls[: self._in_row], *([self.more] if self._has_panel(self._in_row) else [])])

    def _has_panel(self, count: int) -> bool:
        """Return whether the panel has contents if the row has ``count`` controls."""
        return self._has_settings or count < len(self._controls)

    def sizeHint(self) -> QSize:
        height = max(one.sizeHint().height() for one in self._controls)
        return QSize(self._room_needed(len(self._controls), short=False), height)

    def minimumSizeHint(self) -> QSize:
        """Return no width, so that a row never widens the window."""
        return QSize(1, self.sizeHint().height())

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self._share()
        return done

    def hideEvent(self, event: QHideEvent) -> None:
        """Close the panel, which is a window of its own."""
        super().hideEvent(event)
        self.panel.hide()

    def _room_needed(self, count: int, short: bool) -> int:
        widths = [_width_of(control, short) for control in self._controls[:count]]
        if self._has_panel(count):
            bare = self.more.sizeHint().width() - text_width(self.more, self.more.text())
            widths.append(bare + text_width(self.more, SHORT if short else self._name()))
        return sum(widths) + pixels(GAP) * (len(widths) - 1)

    def _share(self) -> None:
        """Shorten names, and move the last controls to the panel, if the row is too narrow.

        Moving a control may resize the row and call this method again; it is then repeated once for the final width.
        """
        if self._is_sharing:
            return
        self._is_sharing = True
        try:
            for _ in range(2):
                self._apply(*self._what_has_room())
        finally:
            self._is_sharing = False

    def _what_has_room(self) -> tuple[int, bool]:
        count, most = len(self._controls), self.width()
        short = self._room_needed(count, short=False) > most
        while short and count > 1 and self._room_needed(count, short=True) > most:
            count -= 1
        return count, short

    def _apply(self, count: int, short: bool) -> None:
        if (count, short) == self._shared:
            return
        self._shared = (count, short)
        for control in self._controls:
            if isinstance(control, ChoiceButton):
                control.set_narrow(short and control in self._controls[:count])
        self.more.setText(SHORT if short else self._name())
        self.more.setVisible(self._has_panel(count))
        self._fold(count)

    def _fold(self, count: int) -> None:
        """Keep the first ``count`` controls in the row, and move the others to the panel."""
        focus = QApplication.focusWidget()
        for place, control in enumerate(self._controls):
            if (place < count) == (place < self._in_row):
                continue
            if place < count:
                self._row.insertWidget(place, control)
            else:
                self.panel.take(control)
            control.show()
        self._in_row = count
        if focus is not None and self.panel.isAncestorOf(focus) and not self.panel.isVisible():
            self.more.setFocus()
        for stops in (self.stops, self.panel.stops([*self._controls[count:]])):
            for before, after in pairwise(stops):
                QWidget.setTabOrder(before, after)
        self.show_rings()

    def _name(self) -> str:
        return translate("Controls", "Settings ▼")

    def retranslate(self) -> None:
        name = translate("Controls", "Settings")
        self.more.setText(SHORT if self.more.text() == SHORT else self._name())
        self.more.setAccessibleName(name)
        self.more.setToolTip(translate("Controls", "What else can be chosen in this view"))
        self.panel.setAccessibleName(name)
        self.updateGeometry()

    def highlight(self, names: frozenset[str]) -> None:
        """Highlight these of the `named` buttons, and no others."""
        for name, button in self.named.items():
            set_highlighted(button, name in names)
        self.show_rings()

    def show_rings(self) -> None:
        """Highlight the button of the panel if a control in it is highlighted."""
        inside = self.panel.findChildren(QAbstractButton)
        set_highlighted(self.more, any(bool(button.property("highlighted")) for button in inside))


def _width_of(control: QWidget, short: bool) -> int:
    if isinstance(control, ChoiceButton):
        return control.width_with(short)
    return control.sizeHint().width()

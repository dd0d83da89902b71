"""The right side of the window: the card with the numbers, and below it the card with the tabs."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QTabWidget, QVBoxLayout, QWidget

from klscope.views import magnification
from klscope.views.readouts.identity_bar import IdentityBar
from klscope.views.readouts.readouts import ReadoutsPanel
from klscope.views.widgets.cards import Card
from klscope.views.widgets.live_label import Holder, LiveLabel

SHARE, PRESENTED_SHARE, LEAST, MOST = 0.36, 0.43, 464, 640
LOWEST_TABS = 120
"""The minimum height of tabs, which scroll, on low screens."""
HIGH = 1000
"""In windows from this height on, in unscaled pixels, the numbers stay while a sheet is shown."""
LOW = 900
"""In lower windows, in unscaled pixels, a lesson replaces the remark."""


class RightSide(QVBoxLayout):
    """Two cards of one width, at the end of a row: the numbers, and ``panels`` with the tabs."""

    def __init__(
        self,
        row: QHBoxLayout,
        readouts: ReadoutsPanel,
        identity_bar: IdentityBar,
        verdict: LiveLabel,
        tabs: QTabWidget,
    ) -> None:
        super().__init__()
        row.addLayout(self)
        self.setSpacing(8)
        numbers, self.panels = Card((16, 10, 12, 6)), Card((1, 2, 1, 1))
        self._cards = [numbers, self.panels]
        self._numbers = numbers
        self._sheet: Card | None = None
        self._verdict, self._tabs = Holder(verdict), tabs
        numbers.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        numbers.column.addWidget(readouts)
        numbers.column.addSpacing(6)
        numbers.column.addWidget(identity_bar)
        self._verdict.setFixedHeight(54)
        numbers.column.addWidget(self._verdict)
        tabs.setMinimumHeight(LOWEST_TABS)
        self.panels.column.addWidget(tabs)
        self.addWidget(numbers)
        self.addWidget(self.panels, 1)

    def take_sheet(self, sheet: QWidget) -> None:
        """Add a sheet, which takes the place of the cards while it is shown."""
        self._sheet = Card((14, 10, 14, 10))
        self._sheet.column.addWidget(sheet)
        self._sheet.setFixedWidth(self.panels.width())
        self._sheet.hide()
        self._cards.append(self._sheet)
        self.addWidget(self._sheet, 1)

    @property
    def shows_sheet(self) -> bool:
        """Whether the sheet is shown."""
        return self._sheet is not None and not self._sheet.isHidden()

    def show_sheet(self, on: bool) -> None:
        """Show the sheet in place of the tabs and, in all but high windows, of the numbers; or show these again."""
        if self._sheet is not None:
            self._sheet.setVisible(on)
            self.panels.setVisible(not on)

    def share_width(self, width: int, presented: bool) -> None:
        """Set the width, a share of the window's that is smaller for presentations."""
        least, most = magnification.pixels(LEAST), magnification.pixels(MOST)
        share = PRESENTED_SHARE if presented else SHARE
        for card in self._cards:
            card.setFixedWidth(min(most, max(least, round(share * width))))

    def make_room(self, height: int, in_lesson: bool, presented: bool, cramped: bool) -> None:
        """Hide what the text of a lesson replaces, in low windows and presentations.

        ``cramped`` hides the remark too.
        """
        self._numbers.setVisible(not self.shows_sheet or height >= magnification.pixels(HIGH))
        low = presented or height < magnification.pixels(LOW)
        self._verdict.setVisible(not (in_lesson and low) and not cramped)  # the lesson has its own remarks
        self._tabs.tabBar().setVisible(not (in_lesson and presented))

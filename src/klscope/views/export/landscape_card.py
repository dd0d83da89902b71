"""The landscape in a card, for a picture."""

from __future__ import annotations

from klscope.model.snapshot import Snapshot
from klscope.views.export.figure import BARE_CARD
from klscope.views.landscape.landscape_view import LandscapeView
from klscope.views.theme import Theme, style_sheet
from klscope.views.widgets.cards import Card


class LandscapeCard(Card):
    """A card with the landscape of a state; ``bare`` for no background and no border."""

    def __init__(self, snapshot: Snapshot, theme: Theme, bare: bool) -> None:
        super().__init__((1, 2, 1, 1))
        view = LandscapeView(theme)
        view.prepare_for_export()
        view.show_snapshot(snapshot)
        self.column.addWidget(view)
        self.setStyleSheet(style_sheet(theme) + (BARE_CARD if bare else ""))

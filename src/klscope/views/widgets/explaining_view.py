"""What the per-category pane asks of a view that stands in it instead of the terms, and how such a view is found."""

from __future__ import annotations

from typing import Any, Protocol, cast

from PySide6.QtWidgets import QWidget

from klscope.by_name import load
from klscope.model.snapshot import Snapshot
from klscope.model.views import ViewMode
from klscope.views.painting.scale import ProbabilityScale
from klscope.views.theme import Theme
from klscope.views.widgets.control_row import ControlRow


class ExplainingView(Protocol):
    """A widget, made as ``Kind(scale, theme)``.

    Signals
    -------
    hovered(int), selected(int, Qt.KeyboardModifiers), menu_requested(int, QPoint)
        As those of a chart with one column per category.

    Attributes
    ----------
    controls
        What stands in the head beside the names of the views; None: nothing.
    """

    hovered: Any
    selected: Any
    menu_requested: Any
    controls: ControlRow | None

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show a state."""

    def show_pointed(self, index: int) -> None:
        """Light a category, −1 for none."""

    def highlight(self, names: frozenset[str]) -> None:
        """Mark those of its `ViewMode.controls` as what is to be used, and no others; not asked where it has none."""

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""

    def retranslate(self) -> None:
        """Set the words in the current language, those of ``controls`` too."""

    def prepare_for_export(self) -> None:
        """Leave out what only a hand needs: this is drawn into a picture, and never shown."""


def make_view(mode: ViewMode, scale: ProbabilityScale, theme: Theme) -> QWidget:
    """Return a new view of a mode; loaded by name, so that a window that never shows one need not wait for it."""
    name = f"{mode.folder}_chart"
    kind = name.title().replace("_", "")
    view = cast("QWidget", load(f"klscope.views.{mode.folder}.{name}", kind)(scale, theme))
    view.setObjectName(kind[0].lower() + kind[1:])
    return view


def as_view(widget: QWidget) -> ExplainingView:
    """Return a widget that `make_view` made as what it is."""
    return cast("ExplainingView", widget)

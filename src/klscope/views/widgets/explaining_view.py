"""The interface of a view in the per-category pane, and its construction by name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol, cast

from PySide6.QtWidgets import QWidget

from klscope.by_name import load
from klscope.model.snapshot import Snapshot
from klscope.model.views import ViewMode
from klscope.views.painting.scale import ProbabilityScale
from klscope.views.theme import Theme

if TYPE_CHECKING:
    from klscope.views.widgets.control_row import ControlRow


class ExplainingView(Protocol):
    """The interface of an explaining view, constructed as ``Kind(scale, theme)``.

    Signals
    -------
    hovered(int), selected(int, Qt.KeyboardModifiers), menu_requested(int, QPoint)
        The same as of a chart with one column per category.

    Attributes
    ----------
    controls
        The widget for the head of the pane; None for none.
    """

    hovered: Any
    selected: Any
    menu_requested: Any
    controls: ControlRow | None

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show a state."""

    def show_pointed(self, index: int) -> None:
        """Mark a hovered category; −1 for none."""

    def highlight(self, names: frozenset[str]) -> None:
        """Highlight these of its `ViewMode.controls`, and no others; not called without controls."""

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""

    def retranslate(self) -> None:
        """Set the texts in the current language, including those of ``controls``."""

    def prepare_for_export(self) -> None:
        """Hide marks for input: the view is rendered to a picture and never shown."""


def make_view(mode: ViewMode, scale: ProbabilityScale, theme: Theme) -> QWidget:
    """Return a new view of a mode, imported by name to keep the start of the program fast."""
    name = f"{mode.folder}_chart"
    kind = name.title().replace("_", "")
    view = cast("QWidget", load(f"klscope.views.{mode.folder}.{name}", kind)(scale, theme))
    view.setObjectName(kind[0].lower() + kind[1:])
    return view


def as_view(widget: QWidget) -> ExplainingView:
    """Return a widget made by `make_view`, typed as a view."""
    return cast("ExplainingView", widget)

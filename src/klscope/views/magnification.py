"""The magnification of the window, for low vision and projectors.

Painted widgets (`PaintedWidget`, the charts) use unscaled pixels, and their painters scale them. The font of other
widgets is set by `set_font_size`; `magnify` multiplies layouts and fixed sizes. Widgets that are built later are built
at their unscaled size and then passed to `adopt`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from PySide6.QtCore import QMargins, QSize
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QLayout, QTableView, QWidget

from klscope.views.fonts import font

NO_BOUND = (1 << 24) - 1
"""Qt's QWIDGETSIZE_MAX."""
LETTERS, USUAL, TIMES = "usualLetters", "usualSizes", "magnifiedBy"
OWN_WAY = "set_magnification"
"""A widget with this method is magnified by calling it."""


class _InForce:
    """The current factor."""

    factor = 1.0


_in_force = _InForce()


def factor() -> float:
    """Return the current magnification, 1 for the unscaled size."""
    return _in_force.factor


@contextmanager
def usual() -> Iterator[None]:
    """Set the magnification to 1 inside a ``with`` block: pictures do not depend on that of the window."""
    factor, _in_force.factor = _in_force.factor, 1.0
    try:
        yield
    finally:
        _in_force.factor = factor


def pixels(length: float) -> int:
    """Convert unscaled pixels to pixels of the window."""
    return round(length * _in_force.factor)


def set_font_size(widget: QWidget, size: int, bold: bool = False) -> None:
    """Set the font size of a widget, in pixels before magnification; `magnify` keeps it up to date."""
    widget.setProperty(LETTERS, (size, bold))
    widget.setFont(font(pixels(size), bold))


def scale_font(widget: QWidget, times: float) -> None:
    """Scale the font of a widget by ``times``, until it is set or magnified again."""
    letters = widget.property(LETTERS)
    if letters is not None:
        size, bold = letters
        widget.setFont(font(pixels(size * times), bold))


def magnify(factor: float, *roots: QWidget) -> None:
    """Set the magnification of widgets with their descendants, and of all that are built later."""
    _in_force.factor = factor
    for root in roots:
        _bring(root)


def adopt(root: QWidget) -> None:
    """Apply the current magnification to a widget and its descendants, built at their unscaled size."""
    if _in_force.factor != 1.0:
        _bring(root)


def _bring(root: QWidget) -> None:
    # objects with such names are parts of Qt's own widgets
    inside = [widget for widget in root.findChildren(QWidget) if not widget.objectName().startswith("qt_")]
    for widget in (root, *inside):
        _remember(widget)
    for widget in reversed((root, *inside)):  # children first: their parents may ask for their sizes
        _follow(widget)


def _remember(widget: QWidget) -> None:
    """Store the unscaled sizes before the first magnification: a nested layout may inherit its spacing."""
    if widget.property(USUAL) is not None or _in_force.factor == 1.0 or hasattr(widget, OWN_WAY):
        return
    widget.setProperty(USUAL, _usual_sizes(widget))
    for one in _layouts(widget):
        if one.property(USUAL) is None:
            one.setProperty(USUAL, (one.contentsMargins(), _spacings(one)))


def _layouts(widget: QWidget) -> list[QLayout]:
    """Return the layout of a widget, and the layouts nested in it without a widget of their own.

    They are found as child objects: PySide may still return layout items that Qt has deleted.
    """
    layout = widget.layout()
    return [] if layout is None else [layout, *layout.findChildren(QLayout)]


def _follow(widget: QWidget) -> None:
    letters = widget.property(LETTERS)
    if letters is not None:
        set_font_size(widget, *letters)
    if hasattr(widget, OWN_WAY):
        getattr(widget, OWN_WAY)(_in_force.factor)
        return
    sizes = widget.property(USUAL)
    if sizes is None:
        return  # the window was never magnified
    smallest, largest, icon, margins = sizes
    widget.setMinimumSize(_times(smallest))
    widget.setMaximumSize(_times(largest))
    widget.setContentsMargins(_margins(margins))
    if isinstance(widget, QAbstractButton):
        widget.setIconSize(_times(icon))
    if isinstance(widget, QTableView):
        _follow_table(widget)
    for one in _layouts(widget):
        _follow_layout(one)


def _usual_sizes(widget: QWidget) -> Sequence[Any]:
    """Return the unscaled minimum and maximum size, icon size and margins."""
    known: Sequence[Any] | None = widget.property(USUAL)
    if known is not None:
        return known
    icon = widget.iconSize() if isinstance(widget, QAbstractButton) else QSize()
    return widget.minimumSize(), widget.maximumSize(), icon, widget.contentsMargins()


def _times(size: QSize) -> QSize:
    def one(length: int) -> int:
        return length if length == NO_BOUND else pixels(length)

    return QSize(one(size.width()), one(size.height()))


def _margins(usual: QMargins) -> QMargins:
    return QMargins(pixels(usual.left()), pixels(usual.top()), pixels(usual.right()), pixels(usual.bottom()))


def _follow_table(table: QTableView) -> None:
    """Scale the row heights by the change of the factor; columns share the available width."""
    header = table.verticalHeader()
    before = header.property(TIMES) or 1.0
    header.setDefaultSectionSize(round(header.defaultSectionSize() * _in_force.factor / before))
    header.setProperty(TIMES, _in_force.factor)


def _follow_layout(layout: QLayout) -> None:
    """Scale margins and spacings; spacer items keep their size."""
    sizes = layout.property(USUAL)
    if sizes is None:
        return  # added later, by code that sets its spacing itself
    margins, (across, down) = sizes
    layout.setContentsMargins(_margins(margins))
    if isinstance(layout, QGridLayout):
        layout.setHorizontalSpacing(pixels(across))
        layout.setVerticalSpacing(pixels(down))
    else:
        layout.setSpacing(pixels(across))
    layout.invalidate()


def _spacings(layout: QLayout) -> tuple[int, int]:
    if isinstance(layout, QGridLayout):
        return layout.horizontalSpacing(), layout.verticalSpacing()
    return layout.spacing(), layout.spacing()

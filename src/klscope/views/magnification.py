"""How much larger than usual everything in the window is, for weak eyes and far seats; and what follows it.

Three kinds of things follow. What paints itself (`PaintedWidget`, the charts) goes on reckoning in pixels of the usual
size and has its painter enlarge them, so that bars, handles and letters grow alike. The font of other widgets is set by
`set_font_size`; layouts and fixed sizes are multiplied by `magnify`. What is built later is built at its usual size,
too, and then given to `adopt`.
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
LETTERS, USUAL = "usualLetters", "usualSizes"
OWN_WAY = "set_magnification"
"""A widget that has this method is told the factor, and does the rest by itself."""


class _InForce:
    """How large things are now, and were before."""

    factor = before = 1.0


_in_force = _InForce()


def factor() -> float:
    """Return how many times as large as usual everything is."""
    return _in_force.factor


@contextmanager
def usual() -> Iterator[None]:
    """Let what is built inside have its usual size, whatever the window has: pictures do not depend on it."""
    factor, _in_force.factor = _in_force.factor, 1.0
    try:
        yield
    finally:
        _in_force.factor = factor


def pixels(length: float) -> int:
    """Return a length in pixels of the usual size in pixels of the window."""
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
    """Let widgets and all in them, and what is built from now on, be ``factor`` times as large as usual."""
    _in_force.before, _in_force.factor = _in_force.factor, factor
    for root in roots:
        _bring(root)
    _in_force.before = factor


def adopt(root: QWidget) -> None:
    """Bring a widget and all in it, that was built at its usual size, to the size in force."""
    if _in_force.factor != 1.0:
        _bring(root)


def _bring(root: QWidget) -> None:
    # what has a name like these is a part of one of Qt's own widgets
    inside = [widget for widget in root.findChildren(QWidget) if not widget.objectName().startswith("qt_")]
    for widget in (root, *inside):
        _remember(widget)
    for widget in reversed((root, *inside)):  # what lays out its own children asks them how large they are by now
        _follow(widget)


def _remember(widget: QWidget) -> None:
    """Note the usual sizes before anything is larger: a layout inside another may have its spacing from there."""
    if widget.property(USUAL) is not None or _in_force.factor == 1.0 or hasattr(widget, OWN_WAY):
        return
    widget.setProperty(USUAL, _usual_sizes(widget))
    for one in _layouts(widget):
        if one.property(USUAL) is None:
            one.setProperty(USUAL, (one.contentsMargins(), _spacings(one)))


def _layouts(widget: QWidget) -> list[QLayout]:
    """Return the layout of a widget, and those inside it that belong to no widget of their own.

    They are asked for as objects: Python's idea of a layout's items is out of date when Qt has deleted one.
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
        return  # nothing was ever larger here
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
    """Return smallest and largest size, that of an icon, and the margins, as they are at the usual size."""
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
    """Multiply the rows by as much as all has changed; its columns share what width there is."""
    header = table.verticalHeader()
    header.setDefaultSectionSize(round(header.defaultSectionSize() * _in_force.factor / _in_force.before))


def _follow_layout(layout: QLayout) -> None:
    """Multiply margins and spacings; the few empty places between parts stay."""
    sizes = layout.property(USUAL)
    if sizes is None:
        return  # it came later, from whoever sets it anew by itself
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

"""Checks for clipped texts, and for widgets that exceed their parents."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QLabel,
    QLineEdit,
    QTabBar,
    QToolButton,
    QWidget,
)

from klscope.views.widgets.live_label import LiveLabel


def cut(window: QWidget) -> list[str]:
    """Return what is wrong with the widgets in a window that are seen; nothing where all have room."""
    return [fault for widget in window.findChildren(QWidget) if widget.isVisible() for fault in faults(widget)]


def faults(widget: QWidget) -> Iterator[str]:
    """Return what is wrong with one widget."""
    name = f"{type(widget).__name__} {widget.objectName()!r} {words(widget)!r}"
    width, height = needed(widget)
    if widget.width() < width:
        yield f"{name} is {widget.width()} pixels wide and needs {width}"
    if widget.height() < height:
        yield f"{name} is {widget.height()} pixels high and needs {height}"
    if isinstance(widget, QToolButton) and isinstance(widget.parent(), QTabBar):
        yield f"{name} scrolls tabs that do not fit"
    beyond = reach_beyond_parent(widget)
    if beyond > 0:
        yield f"{name} reaches {beyond} pixels beyond its {type(widget.parentWidget()).__name__}"


def words(widget: QWidget) -> str:
    """Return what is written on a widget."""
    return widget.text() if isinstance(widget, (QAbstractButton, QLabel, QLineEdit)) else ""


def needed(widget: QWidget) -> tuple[int, int]:
    """Return how wide and high a widget must be for all its words; 0: there are none, or they are broken into lines."""
    if not words(widget):
        return 0, 0
    if isinstance(widget, QLabel) and widget.wordWrap():
        return 0, widget.heightForWidth(widget.width())
    line = widget.fontMetrics().height()
    if isinstance(widget, LiveLabel):
        return 0 if widget.shown_line() == widget.text() else widget.sizeHint().width(), line
    if isinstance(widget, QLineEdit):
        return widget.fontMetrics().horizontalAdvance(widget.text()), line
    return widget.sizeHint().width(), line


def reach_beyond_parent(widget: QWidget) -> int:
    """Return by how many pixels a widget reaches out of what it is in; what is scrolled may."""
    parent = widget.parentWidget()
    if parent is None or widget.isWindow():
        return 0
    area = parent.parentWidget()
    if isinstance(area, QAbstractScrollArea) and parent is area.viewport():
        return 0
    inside, place = parent.rect(), widget.geometry()
    return max(
        inside.left() - place.left(),
        place.right() - inside.right(),
        inside.top() - place.top(),
        place.bottom() - inside.bottom(),
    )

"""Rows, columns, labels and buttons as panes are made of."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from klscope.views.magnification import set_font_size

Margins = tuple[int, int, int, int]
NO_MARGINS = (0, 0, 0, 0)


def row_in(parent: QWidget, spacing: int = 0, margins: Margins = NO_MARGINS) -> QHBoxLayout:
    """Return the horizontal layout of a widget."""
    row = QHBoxLayout(parent)
    row.setContentsMargins(*margins)
    row.setSpacing(spacing)
    return row


def column_in(parent: QWidget, spacing: int = 0, margins: Margins = NO_MARGINS) -> QVBoxLayout:
    """Return the vertical layout of a widget."""
    column = QVBoxLayout(parent)
    column.setContentsMargins(*margins)
    column.setSpacing(spacing)
    return column


def text_label(size: int, bold: bool = False, quiet: bool = False, wraps: bool = False) -> QLabel:
    """Return an empty label of a font size."""
    made = QLabel()
    set_font_size(made, size, bold)
    made.setProperty("quiet", quiet)
    made.setWordWrap(wraps)
    return made


def small_button(name: str, size: int = 12) -> QToolButton:
    """Return a small button with an object name."""
    button = QToolButton()
    button.setObjectName(name)
    set_font_size(button, size)
    button.setProperty("small", True)
    return button

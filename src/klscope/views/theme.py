"""The colours and the style sheet. Colours are never the only mark of a meaning; charts add a second one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette

from klscope.files.resource_files import resource_path


class ThemeChoice(Enum):
    """The chosen theme; SYSTEM follows the desktop."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True)
class Theme:
    """The colours of one theme, as #rrggbb.

    Fills are for areas; texts and dashes have a contrast of 4.5 : 1 to the card. The closest pair has ΔE ≥ 17 under
    simulated protanopia, deuteranopia and tritanopia, which a test checks.
    """

    name: str
    window: str
    card: str
    border: str
    ink: str
    quiet: str
    grid: str
    baseline: str
    tint: str
    control: str
    control_hover: str
    strong: str
    on_strong: str
    focus: str
    p_fill: str
    q_fill: str
    q_outline: str
    excess_fill: str
    saving_fill: str
    p_text: str
    q_text: str
    excess_text: str
    saving_text: str
    on_p_fill: str
    on_excess_fill: str
    error: str


LIGHT = Theme(
    name="light",
    window="#F4F6F8",
    card="#FFFFFF",
    border="#DDE3E9",
    ink="#16191D",
    quiet="#5B6672",
    grid="#EDF0F3",
    baseline="#B9C1C9",
    tint="#EEF2F6",
    control="#FFFFFF",
    control_hover="#F0F3F6",
    strong="#16191D",
    on_strong="#FFFFFF",
    focus="#0064A0",
    p_fill="#0064A0",
    q_fill="#E69F00",
    q_outline="#8A5A00",
    excess_fill="#7A1848",
    saving_fill="#1B9E84",
    p_text="#0064A0",
    q_text="#8A5A00",
    excess_text="#7A1848",
    saving_text="#00735A",
    on_p_fill="#FFFFFF",
    on_excess_fill="#FFFFFF",
    error="#B3261E",
)

DARK = Theme(
    name="dark",
    window="#16191D",
    card="#1E2227",
    border="#343B44",
    ink="#EEF1F4",
    quiet="#A3AEBA",
    grid="#2B3138",
    baseline="#5A6570",
    tint="#2A3038",
    control="#262B32",
    control_hover="#323943",
    strong="#EEF1F4",
    on_strong="#16191D",
    focus="#56B4E9",
    p_fill="#37C6FB",
    q_fill="#FFBF48",
    q_outline="#FFBF48",
    excess_fill="#B26291",
    saving_fill="#278951",
    p_text="#56B4E9",
    q_text="#F2B632",
    excess_text="#E48ABB",
    saving_text="#4CC79F",
    on_p_fill="#16191D",
    on_excess_fill="#000000",
    error="#FF8A80",
)


LENGTH = re.compile(r"([\w-]*radius: |(?<![\d.]))([2-9]|\d\d+)px")
"""A length in a style sheet that is not the width of a line."""


def resolve(choice: ThemeChoice) -> Theme:
    """Return the theme of a choice; that of the desktop for SYSTEM."""
    if choice is ThemeChoice.SYSTEM:
        scheme = QGuiApplication.styleHints().colorScheme()
        return DARK if scheme is Qt.ColorScheme.Dark else LIGHT
    return DARK if choice is ThemeChoice.DARK else LIGHT


def palette(theme: Theme) -> QPalette:
    """Return the Qt palette of a theme, for widgets that the style sheet does not cover (dialogs, tooltips, menus)."""
    result = QPalette()
    role = QPalette.ColorRole
    for roles, colour in (
        ((role.Window, role.AlternateBase), theme.window),
        ((role.Base, role.ToolTipBase), theme.card),
        ((role.Button,), theme.control),
        ((role.WindowText, role.Text, role.ButtonText, role.ToolTipText, role.BrightText), theme.ink),
        ((role.PlaceholderText,), theme.quiet),
        ((role.Highlight, role.Link, role.Accent), theme.focus),
        ((role.HighlightedText,), theme.card),
        ((role.Mid,), theme.border),
    ):
        for one in roles:
            result.setColor(one, QColor(colour))
    for one in (role.WindowText, role.Text, role.ButtonText):
        result.setColor(QPalette.ColorGroup.Disabled, one, QColor(theme.baseline))
    return result


def _icon_file(name: str) -> str:
    """Return the path of an icon for style sheets, on every platform."""
    return resource_path("icons", f"{name}.svg").as_posix()


def style_sheet(theme: Theme, factor: float = 1.0) -> str:
    """Return the style sheet of the window, with all sizes but thin lines multiplied by ``factor``."""
    if factor == 1.0:
        return _style_sheet(theme)

    def larger(length: re.Match[str]) -> str:
        size = float(length[2]) * factor
        # with a radius above half the size, Qt leaves the corners square
        return f"{length[1]}{int(size - 0.5) if 'radius' in length[1] else round(size)}px"

    return LENGTH.sub(larger, _style_sheet(theme))


def _style_sheet(theme: Theme) -> str:
    return f"""
QMainWindow, QDialog {{ background: {theme.window}; }}
QMenuBar {{ background: {theme.card}; color: {theme.ink}; padding: 2px 6px; }}
QMenuBar::item {{ padding: 4px 9px; border-radius: 4px; background: transparent; }}
QMenuBar::item:selected {{ background: {theme.tint}; }}
QMenu {{ background: {theme.card}; color: {theme.ink}; border: 1px solid {theme.border}; padding: 4px; }}
QMenu::item {{ padding: 5px 26px 5px 26px; border-radius: 4px; }}
QMenu::item:selected {{ background: {theme.tint}; }}
QMenu::item:disabled {{ color: {theme.baseline}; }}
QMenu::separator {{ height: 1px; background: {theme.border}; margin: 4px 8px; }}
QMenu::indicator {{ left: 7px; width: 12px; height: 12px; }}
#toolBar {{ background: {theme.card}; border-bottom: 1px solid {theme.border}; }}
#card {{ background: {theme.card}; border: 1px solid {theme.border}; border-radius: 6px; }}
#controlPanel {{ background: {theme.card}; border: 1px solid {theme.border}; }}
#lessonStrip {{ border: none; border-top: 1px solid {theme.border}; }}
#rule {{ background: {theme.border}; }}
QToolTip {{ background: {theme.card}; color: {theme.ink}; border: 1px solid {theme.border}; padding: 4px 6px; }}
QLabel {{ color: {theme.ink}; background: transparent; }}
QLabel[live="true"] {{ background: {theme.card}; }}
QLabel[quiet="true"] {{ color: {theme.quiet}; }}
QLabel[role="quiet"] {{ color: {theme.quiet}; }}
QLabel[role="p"] {{ color: {theme.p_text}; }}
QLabel[role="q"] {{ color: {theme.q_text}; }}
QLabel[role="excess"] {{ color: {theme.excess_text}; }}
QLabel[role="saving"] {{ color: {theme.saving_text}; }}
QLabel[role="error"] {{ color: {theme.error}; }}
QPushButton, QToolButton {{
    background: {theme.control}; color: {theme.ink}; border: 1px solid {theme.border}; border-radius: 5px;
    padding: 4px 11px; min-height: 20px; }}
QFileDialog QToolButton {{ padding: 2px; }}
QToolButton[iconOnly="true"] {{ padding: 4px 5px; min-width: 20px; }}
QPushButton:hover, QToolButton:hover {{ background: {theme.control_hover}; }}
QPushButton:pressed, QToolButton:pressed {{ background: {theme.tint}; }}
QPushButton:disabled, QToolButton:disabled {{ color: {theme.baseline}; }}
QPushButton:focus, QToolButton:focus {{ border-color: {theme.focus}; }}
QPushButton[lesson="true"] {{ background: transparent; border-color: transparent; padding: 1px 4px; }}
QPushButton[lesson="true"]:hover {{ background: {theme.tint}; }}
QPushButton[lesson="true"]:focus {{ border-color: {theme.focus}; }}
QPushButton:default {{ background: {theme.strong}; color: {theme.on_strong}; border-color: {theme.strong}; }}
QPushButton:default:disabled {{ background: {theme.tint}; color: {theme.quiet}; border-color: {theme.border}; }}
QToolButton[small="true"], QPushButton[slim="true"] {{ padding: 2px 8px; min-height: 16px; }}
QToolButton[highlighted="true"],
QPushButton[highlighted="true"] {{ border: 2px solid {theme.focus}; padding: 3px 10px; }}
QToolButton[small="true"][highlighted="true"] {{ padding: 1px 7px; }}
QToolButton:checked {{ background: {theme.strong}; color: {theme.on_strong}; border-color: {theme.strong}; }}
QToolButton[chip="true"] {{ padding: 0 6px; min-height: 18px; }}
QToolButton[chip="true"][popupMode="1"] {{ padding-right: 17px; }}
QToolButton[chip="true"][compared="true"] {{ border: 1px dotted {theme.ink}; }}
QToolButton[chip="true"]:focus {{ border: 1px solid {theme.focus}; }}
QToolButton[chip="true"]::menu-button {{ border: none; width: 15px; }}
QToolButton[chip="true"]::menu-arrow {{ image: url("{_icon_file("chevron-down")}"); width: 9px; height: 9px; }}
QToolButton:checked:focus {{ border: 2px solid {theme.focus}; padding: 3px 10px; }}
QToolButton[small="true"]:checked:focus {{ padding: 1px 7px; }}
QPushButton[slim="true"][highlighted="true"] {{ padding: 1px 7px; }}
QToolButton::menu-indicator, QPushButton::menu-indicator {{ image: none; width: 0; }}
QToolButton[flat="true"] {{ background: transparent; border-color: transparent;
    padding: 1px 5px; color: {theme.quiet}; min-height: 16px; }}
QToolButton[flat="true"]:hover {{ background: {theme.tint}; }}
QToolButton[flat="true"]:focus {{ border-color: {theme.focus}; }}
QPushButton[segment] {{ border-radius: 0; padding: 3px 12px; min-height: 18px; }}
QPushButton[segment="first"] {{ border-top-left-radius: 5px; border-bottom-left-radius: 5px; }}
QPushButton[segment="middle"] {{ border-left: none; }}
QPushButton[segment="last"] {{ border-left: none; border-top-right-radius: 5px; border-bottom-right-radius: 5px; }}
QPushButton[segment]:checked {{ background: {theme.strong}; color: {theme.on_strong}; border-color: {theme.strong}; }}
QPushButton[segment]:checked:disabled {{ background: {theme.tint}; color: {theme.quiet};
    border-color: {theme.border}; }}
QPushButton[segment][small="true"] {{ padding: 2px 8px; min-height: 16px; }}
QPushButton[segment]:focus {{ color: {theme.focus}; border-color: {theme.focus}; }}
QPushButton[segment]:checked:focus {{ color: {theme.on_strong}; border: 2px solid {theme.focus}; padding: 2px 11px; }}
QTabBar {{ background: transparent; }}
QTabBar::tab {{ background: transparent; color: {theme.quiet}; padding: 9px 12px 7px 12px; border: none;
    border-bottom: 2px solid transparent; margin: 0 2px; }}
QTabWidget[crowded="true"] > QTabBar::tab {{ padding: 9px 6px 7px 6px; }}
QTabBar::tab:selected {{ color: {theme.ink}; border-bottom: 2px solid {theme.focus}; }}
QTabBar::tab:focus {{ color: {theme.focus}; }}
QTabBar::tab:hover {{ color: {theme.ink}; }}
QTabWidget::pane {{ border: none; border-top: 1px solid {theme.border}; }}
QTableView {{ background: {theme.card}; color: {theme.ink}; border: none; gridline-color: {theme.grid};
    selection-background-color: {theme.tint}; selection-color: {theme.ink}; }}
#dataMistakes {{ background: {theme.card}; color: {theme.ink}; border: 1px solid {theme.border}; border-radius: 4px; }}
#dataMistakes:focus {{ border-color: {theme.focus}; }}
#dataMistakes::item:selected {{ background: {theme.tint}; color: {theme.ink}; }}
QCheckBox {{ color: {theme.ink}; }}
QCheckBox::indicator {{ background: {theme.card}; border: 1px solid {theme.quiet}; border-radius: 3px;
    width: 13px; height: 13px; }}
QCheckBox::indicator:checked {{ image: url("{_icon_file("check")}"); }}
QCheckBox::indicator:focus {{ border-color: {theme.focus}; }}
QHeaderView {{ background: {theme.card}; border: none; }}
QHeaderView::section {{ background: {theme.card}; color: {theme.quiet}; border: none;
    border-bottom: 1px solid {theme.border}; padding: 4px 3px; }}
QHeaderView::up-arrow, QHeaderView::down-arrow {{ subcontrol-position: top center; width: 9px; height: 7px; }}
QHeaderView::up-arrow {{ image: url("{_icon_file("chevron-up")}"); }}
QHeaderView::down-arrow {{ image: url("{_icon_file("chevron-down")}"); }}
QTableCornerButton::section {{ background: {theme.card}; border: none; }}
QLineEdit, QSpinBox, QDoubleSpinBox, QComboBox {{
    background: {theme.card}; color: {theme.ink}; border: 1px solid {theme.border}; border-radius: 4px;
    padding: 3px 6px; selection-background-color: {theme.focus}; selection-color: {theme.card}; }}
QLineEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus, QComboBox:focus {{ border-color: {theme.focus}; }}
QComboBox {{ min-height: 16px; }}
QComboBox::drop-down {{ border: none; width: 20px; }}
QComboBox::down-arrow {{ image: url("{_icon_file("chevron-down")}"); width: 11px; height: 11px; }}
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {{ background: transparent; border: none; width: 18px; }}
QAbstractSpinBox::up-arrow {{ image: url("{_icon_file("chevron-up")}"); width: 11px; height: 11px; }}
QAbstractSpinBox::down-arrow {{ image: url("{_icon_file("chevron-down")}"); width: 11px; height: 11px; }}
QLineEdit[invalid="true"] {{ border: 1.5px solid {theme.error}; }}
QRadioButton::indicator {{ background: {theme.card}; border: 2px solid {theme.quiet}; border-radius: 8px;
    width: 12px; height: 12px; }}
QRadioButton::indicator:checked {{ background: {theme.card}; border: 5px solid {theme.focus};
    width: 6px; height: 6px; }}
QRadioButton::indicator:focus {{ border-color: {theme.focus}; }}
QSlider {{ min-height: 20px; }}
QSlider::groove:horizontal {{ background: {theme.baseline}; height: 4px; border-radius: 2px; }}
QSlider::sub-page:horizontal {{ background: {theme.focus}; height: 4px; border-radius: 2px; }}
QSlider::handle:horizontal {{ background: {theme.card}; border: 2px solid {theme.focus}; border-radius: 8px;
    width: 12px; margin: -6px 0; }}
QSlider::handle:horizontal:focus {{ background: {theme.focus}; border-color: {theme.ink}; }}
QStatusBar {{ background: {theme.card}; border-top: 1px solid {theme.border}; color: {theme.quiet}; }}
QStatusBar::item {{ border: none; }}
QScrollArea, QScrollArea > QWidget > QWidget {{ background: transparent; border: none; }}
QScrollBar:vertical {{ background: transparent; width: 10px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 10px; margin: 0; }}
QScrollBar::handle {{ background: {theme.baseline}; border-radius: 3px; margin: 2px; min-width: 24px;
    min-height: 24px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""

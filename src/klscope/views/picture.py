"""Pictures of the window, of the figure and of single charts, as sharp as asked for, and how they come into a file.

What the ground means
---------------------
white
    Light colours on a white page. The figure stands on the page itself; a chart keeps its pane, as on the screen.
theme
    The colours on the screen, panes on the window's ground.
transparent
    The figure and the charts have no ground at all, and what is painted in the ground's colour (halos of dashes, gaps
    between fills, torn edges, the lines of a hatch) is a hole: the page shows through wherever the card would have, so
    that these marks part the fills on any page. Of the window only what lies between its panes is open.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum
from typing import Any, cast

import numpy as np
from PySide6.QtCore import QCoreApplication, QIODevice, QPoint, QRect, QSaveFile, Qt
from PySide6.QtGui import QColor, QIcon, QImage, QImageWriter, QPainter, QPalette, QPixmap, QRegion
from PySide6.QtWidgets import QStyle, QToolButton, QWidget

from klscope.files.system_reasons import reason
from klscope.model.comparison import Side
from klscope.model.snapshot import Snapshot
from klscope.views import magnification
from klscope.views.explaining_view import as_view
from klscope.views.figure import ChartCard, Figure, StillBarChart, at_rest
from klscope.views.landscape_card import LandscapeCard
from klscope.views.main_window import MainWindow
from klscope.views.theme import LIGHT, Theme, palette

translate = QCoreApplication.translate
SCALES = (1, 2, 4)
DOTS_PER_INCH = 96
METRES_PER_INCH = 0.0254
WHITE, BLACK = "#FFFFFF", "#000000"
GRID_ALPHA, BORDER_ALPHA = 0.08, 0.18
SUFFIXES = (".png",)


class What(Enum):
    """What is drawn."""

    FIGURE = "figure"
    WINDOW = "window"
    P = "p"
    Q = "q"
    TERMS = "terms"
    LANDSCAPE = "landscape"


class Background(Enum):
    """What is behind it."""

    WHITE = "white"
    THEME = "theme"
    TRANSPARENT = "transparent"


@dataclass(frozen=True)
class PictureChoice:
    """What is drawn, how many pixels a point takes (1, 2 or 4), and on what ground."""

    what: What = What.FIGURE
    scale: int = 2
    background: Background = Background.WHITE


class PictureError(Exception):
    """A picture could not be written; the text names the file and says why."""


def render_picture(choice: PictureChoice, window: MainWindow, snapshot: Snapshot, theme: Theme) -> QImage:
    """Return the picture of a state, with its resolution noted in it.

    Parameters
    ----------
    window
        What the whole window, and the sizes of the charts, are taken from; it need not be shown.
    theme
        The colours, but for a white ground: that has the light ones.
    """
    if choice.background is Background.WHITE:
        theme = LIGHT
    if choice.what is What.WINDOW:
        image = _window_picture(choice, window, theme)
    elif choice.background is Background.TRANSPARENT:
        image = _cut_out(lambda ground: _still_picture(choice, window, snapshot, _on_page(theme, ground), ground))
    else:
        ground = WHITE if choice.background is Background.WHITE else theme.window
        image = _still_picture(choice, window, snapshot, theme, ground)
    if choice.background is not Background.TRANSPARENT:
        image = image.convertToFormat(QImage.Format.Format_RGB32)  # a file without alpha is smaller
    image.setDevicePixelRatio(1.0)
    # only now: text recorded in a QPicture, as the axes', would follow the resolution while it is painted
    dots = round(DOTS_PER_INCH * choice.scale / METRES_PER_INCH)
    image.setDotsPerMeterX(dots)
    image.setDotsPerMeterY(dots)
    return image


# -- painting ---------------------------------------------------------------------------------------------------


def paint_widget(widget: QWidget, scale: int, ground: str | None, with_own_ground: bool = False) -> QImage:
    """Paint a widget at ``scale`` pixels a point: text and lines are drawn at that size, not enlarged."""
    image = QImage(widget.size() * scale, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(scale)
    image.fill(Qt.GlobalColor.transparent if ground is None else QColor(ground))
    flags = QWidget.RenderFlag.DrawChildren
    if with_own_ground:
        flags |= QWidget.RenderFlag.DrawWindowBackground
    painter = QPainter(image)
    widget.render(painter, QPoint(), QRegion(), flags)
    painter.end()
    return image


def _still_picture(choice: PictureChoice, window: MainWindow, snapshot: Snapshot, theme: Theme, ground: str) -> QImage:
    with magnification.usual():  # the page decides how large a picture is
        return _usual_picture(choice, window, snapshot, theme, ground)


def _usual_picture(choice: PictureChoice, window: MainWindow, snapshot: Snapshot, theme: Theme, ground: str) -> QImage:
    transparent = choice.background is Background.TRANSPARENT
    still: QWidget
    shown = window.terms_card.made_view(snapshot.view.mode)
    original = None if shown is None else as_view(shown)
    if choice.what is What.FIGURE:
        still = Figure(snapshot, theme, choice.background is not Background.THEME, original)
    elif choice.what is What.LANDSCAPE:
        still = LandscapeCard(at_rest(snapshot), theme, transparent)
        still.setFixedSize(_card_of(window, choice.what).size() / window.p_chart.magnification)
    else:
        side = {What.P: Side.P, What.Q: Side.Q}.get(choice.what)
        still = ChartCard(side, at_rest(snapshot), theme, transparent, StillBarChart, original)
        still.setFixedSize(_card_of(window, choice.what).size() / window.p_chart.magnification)
    image = paint_widget(still, choice.scale, ground)
    still.deleteLater()
    return image


def _card_of(window: MainWindow, what: What) -> QWidget:
    _lay_out(window)
    inside: Any = {What.P: window.p_chart, What.Q: window.q_chart, What.LANDSCAPE: window.tabs}.get(
        what, window.terms_chart
    )
    card = cast("QWidget | None", inside.parentWidget())
    assert card is not None
    return card


def _lay_out(window: MainWindow) -> None:
    """Give the panes of a window that was never shown the sizes they would have."""
    if not window.isVisible():
        paint_widget(window, 1, None)


def _window_picture(choice: PictureChoice, window: MainWindow, theme: Theme) -> QImage:
    shown = window.p_chart.theme
    if choice.background is Background.WHITE:
        theme = replace(theme, window=WHITE)
    elif choice.background is Background.TRANSPARENT:
        theme = replace(theme, window="transparent")
    if theme == shown:
        return _paint_with_icons(window, choice.scale)
    # nothing of this reaches the screen: the colours are back before the event loop paints again
    try:
        window.setPalette(palette(theme))
        window.set_theme(theme)
        return _paint_with_icons(window, choice.scale)
    finally:
        window.setPalette(QPalette())
        window.set_theme(shown)


def _paint_with_icons(window: MainWindow, scale: int) -> QImage:
    """Paint the window, and the icons of its buttons apart: the style would take them for the screen's resolution."""
    buttons = [button for button in window.findChildren(QToolButton) if button.property("iconOnly")]
    icons = [button.icon() for button in buttons]
    try:
        for button in buttons:
            nothing = QPixmap(button.iconSize())
            nothing.fill(Qt.GlobalColor.transparent)
            button.setIcon(QIcon(nothing))
        image = paint_widget(window, scale, None, with_own_ground=True)
    finally:
        for button, icon in zip(buttons, icons, strict=True):
            button.setIcon(icon)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    for button, icon in zip(buttons, icons, strict=True):
        if button.isVisibleTo(window):
            ground = QRect(button.mapTo(window, QPoint()), button.size())
            place = QStyle.alignedRect(
                button.layoutDirection(), Qt.AlignmentFlag.AlignCenter, button.iconSize(), ground
            )
            mode = QIcon.Mode.Normal if button.isEnabled() else QIcon.Mode.Disabled
            painter.drawPixmap(place, icon.pixmap(button.iconSize(), float(scale), mode))
    painter.end()
    return image


# -- transparency -----------------------------------------------------------------------------------------------


def _on_page(theme: Theme, ground: str) -> Theme:
    """Return a theme whose cards have the colour of the page, and whose faint lines stay faint on any page."""

    def faint(alpha: float) -> str:
        colour = QColor(theme.ink)
        colour.setAlphaF(alpha)
        return colour.name(QColor.NameFormat.HexArgb)

    return replace(theme, card=ground, grid=faint(GRID_ALPHA), border=faint(BORDER_ALPHA))


def _cut_out(paint: Callable[[str], QImage]) -> QImage:
    """Return what is the same on a white and on a black page, and leave out the page, by how far they differ."""
    form = QImage.Format.Format_RGBA8888_Premultiplied
    on_white, on_black = paint(WHITE).convertToFormat(form), paint(BLACK).convertToFormat(form)
    bright, dark = _pixels(on_white), _pixels(on_black)
    dark[..., 3] = 255 - (bright[..., :3] - dark[..., :3]).min(axis=-1)
    return on_black


def _pixels(image: QImage) -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
    """Return the bytes of an image, writable, shape ``(height, width, 4)``."""
    rows = np.frombuffer(image.bits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return rows[:, : image.width() * 4].reshape(image.height(), image.width(), 4)


# -- files ------------------------------------------------------------------------------------------------------


def save_picture(image: QImage, path: str) -> None:
    """Write a picture as a whole or not at all; a file that is there stays until the new one is complete.

    Raises
    ------
    PictureError
        Naming the path and what is in the way.
    """
    suffix = os.path.splitext(path)[1].lower()
    if suffix not in SUFFIXES:
        words = translate("Pictures", "a picture's name ends in {suffixes}").format(suffixes=", ".join(SUFFIXES))
        raise PictureError(f"{path}: {words}")
    file = QSaveFile(path)
    if not file.open(QIODevice.OpenModeFlag.WriteOnly):
        raise PictureError(f"{path}: {reason(file.errorString())}")
    writer = QImageWriter(file, suffix[1:].encode())
    if not writer.write(image):
        file.cancelWriting()
        raise PictureError(f"{path}: {reason(writer.errorString())}")
    if not file.commit():
        raise PictureError(f"{path}: {reason(file.errorString())}")

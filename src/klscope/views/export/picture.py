"""Rendering of pictures of the window, of the figure and of single charts as images.

Backgrounds
-----------
white
    The light theme on a white page. The figure has no cards; a chart keeps its card.
theme
    The current theme, with cards on the background of the window.
transparent
    The figure and the charts have no background, and what is painted in the background colour (halos of dashes, gaps
    between fills, torn edges, the lines of a hatch) is transparent. Of the window only the gaps between cards are
    transparent. In vector output these shapes are subtracted from those below them, without masks, which many programs
    do not support. Only the heat map remains an image, with alpha.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from enum import Enum
from typing import Any, TypeVar, cast

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QImage, QPainter, QPalette, QPixmap, QRegion
from PySide6.QtWidgets import QStyle, QToolButton, QWidget

from klscope.files.picture_formats import PNG, PictureFormat
from klscope.files.picture_sizes import (
    FACTORS,
    PictureScale,
    dots_per_inch_of,
    factor_of,
)
from klscope.model.comparison import Side
from klscope.model.snapshot import Snapshot
from klscope.model.views import ViewMode
from klscope.views import magnification
from klscope.views.export.figure import ChartCard, Figure, LandscapeCard, StillBarChart, at_rest
from klscope.views.export.page_holes import cut_out
from klscope.views.theme import LIGHT, Theme, palette
from klscope.views.training.training_chart import TrainingChart
from klscope.views.window.main_window import MainWindow

SCALES = FACTORS
METRES_PER_INCH = 0.0254
WHITE, BLACK = "#FFFFFF", "#000000"
LEAST_SCALE = 0.5
"""The smallest factor at which a widget is rendered; smaller pictures are scaled."""
GRID_ALPHA, BORDER_ALPHA = 0.08, 0.18

Painted = TypeVar("Painted")


class What(Enum):
    """The content of a picture."""

    FIGURE = "figure"
    WINDOW = "window"
    P = "p"
    Q = "q"
    TERMS = "terms"
    LANDSCAPE = "landscape"


class Background(Enum):
    """The background of a picture."""

    WHITE = "white"
    THEME = "theme"
    TRANSPARENT = "transparent"


@dataclass(frozen=True)
class PictureChoice:
    """The options of a picture: content, size, background, format, and whether it carries its document."""

    what: What = What.FIGURE
    scale: PictureScale = 2
    background: Background = Background.WHITE
    form: PictureFormat = PNG
    with_data: bool = True


def picture_of(
    choice: PictureChoice,
    window: MainWindow,
    snapshot: Snapshot,
    theme: Theme,
    paint: Callable[[QWidget, str], Painted],
    paint_window: Callable[[MainWindow], Painted],
    cut_out: Callable[[Painted, Painted], Painted],
) -> Painted:
    """Return the picture of a state, as it is painted by these functions, on a page of a colour or as a window.

    The window also determines the sizes of the charts, and need not be shown. With a white background the theme is
    light. ``cut_out`` makes a transparent picture of those on white and on black.
    """
    if choice.background is Background.WHITE:
        theme = LIGHT
    if choice.what is What.WINDOW:
        with coloured(window, choice, theme):
            return paint_window(window)

    def still(colours: Theme, ground: str) -> Painted:
        with magnification.usual():  # pictures do not depend on the magnification
            widget = still_widget(choice, window, snapshot, colours)
            picture = paint(widget, ground)
            widget.deleteLater()
            return picture

    if choice.background is Background.TRANSPARENT:
        return cut_out(*(still(on_page(theme, page), page) for page in (WHITE, BLACK)))
    return still(theme, WHITE if choice.background is Background.WHITE else theme.window)


def render_picture(choice: PictureChoice, window: MainWindow, snapshot: Snapshot, theme: Theme) -> QImage:
    """Return the image of a state, with its resolution set; parameters as in `picture_of`."""
    image = picture_of(
        choice,
        window,
        snapshot,
        theme,
        lambda widget, ground: paint_widget(widget, factor_of(choice.scale, widget.width()), ground),
        lambda window: _paint_with_icons(window, factor_of(choice.scale, window.width())),
        cut_out,
    )
    return as_final_image(image, choice.scale, opaque=choice.background is not Background.TRANSPARENT)


def as_final_image(image: QImage, scale: PictureScale, opaque: bool) -> QImage:
    """Return a painted image with its resolution set, and without alpha if it is opaque."""
    if opaque:
        image = image.convertToFormat(QImage.Format.Format_RGB32)  # a file without alpha is smaller
    width = round(image.width() / image.devicePixelRatio())
    image.setDevicePixelRatio(1.0)
    # set at the end: text recorded in a QPicture depends on the resolution while it is painted
    dots = round(dots_per_inch_of(scale, width) / METRES_PER_INCH)
    image.setDotsPerMeterX(dots)
    image.setDotsPerMeterY(dots)
    return image


# -- painting ---------------------------------------------------------------------------------------------------


def paint_widget(widget: QWidget, scale: float, ground: str | None, with_own_ground: bool = False) -> QImage:
    """Render a widget at ``scale`` device pixels per logical pixel; sides are rounded to whole pixels."""
    if scale < LEAST_SCALE:  # at a quarter pyqtgraph ends the process
        whole = paint_widget(widget, 1, ground, with_own_ground)
        small = whole.scaled(
            round(widget.width() * scale),
            round(widget.height() * scale),
            Qt.AspectRatioMode.IgnoreAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        small.setDevicePixelRatio(scale)
        return small
    size = QSize(round(widget.width() * scale), round(widget.height() * scale))
    image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(scale)
    if with_own_ground:  # also where a side was rounded up, and the widget covers a part of the last pixels
        image.fill(widget.palette().color(QPalette.ColorRole.Window))
    else:
        image.fill(Qt.GlobalColor.transparent if ground is None else QColor(ground))
    flags = QWidget.RenderFlag.DrawChildren
    if with_own_ground:
        flags |= QWidget.RenderFlag.DrawWindowBackground
    painter = QPainter(image)
    widget.render(painter, QPoint(), QRegion(), flags)
    painter.end()
    return image


def still_widget(choice: PictureChoice, window: MainWindow, snapshot: Snapshot, theme: Theme) -> QWidget:
    """Create the chosen figure or chart, without interactive state; it is never shown."""
    transparent = choice.background is Background.TRANSPARENT
    still: QWidget
    shown = window.terms_card.made_view(ViewMode.TRAINING)
    run = shown.run if isinstance(shown, TrainingChart) else None
    if choice.what is What.FIGURE:
        still = Figure(snapshot, theme, choice.background is not Background.THEME, run)
    elif choice.what is What.LANDSCAPE:
        still = LandscapeCard(at_rest(snapshot), theme, transparent)
        still.setFixedSize(_card_of(window, choice.what).size() / window.p_chart.magnification)
    else:
        side = {What.P: Side.P, What.Q: Side.Q}.get(choice.what)
        still = ChartCard(side, at_rest(snapshot), theme, transparent, StillBarChart, run)
        still.setFixedSize(_card_of(window, choice.what).size() / window.p_chart.magnification)
    return still


def _card_of(window: MainWindow, what: What) -> QWidget:
    _lay_out(window)
    inside: Any = {What.P: window.p_chart, What.Q: window.q_chart, What.LANDSCAPE: window.tabs}.get(
        what, window.terms_chart
    )
    card = cast("QWidget | None", inside.parentWidget())
    assert card is not None
    return card


def _lay_out(window: MainWindow) -> None:
    if not window.isVisible():
        paint_widget(window, 1, None)


@contextmanager
def coloured(window: MainWindow, choice: PictureChoice, theme: Theme) -> Iterator[None]:
    """Set the theme of a picture on the window within the context; the screen is not repainted."""
    shown = window.p_chart.theme
    if choice.background is Background.WHITE:
        theme = replace(theme, window=WHITE)
    elif choice.background is Background.TRANSPARENT:
        theme = replace(theme, window="transparent")
    if theme == shown:
        yield
        return
    before = window.palette() if window.testAttribute(Qt.WidgetAttribute.WA_SetPalette) else QPalette()
    try:  # restored before the event loop repaints
        window.setPalette(palette(theme))
        window.set_theme(theme)
        yield
    finally:
        window.setPalette(before)
        window.set_theme(shown)


@contextmanager
def without_icons(window: MainWindow) -> Iterator[None]:
    """Remove the icons of the buttons within the context: the style would render them at screen resolution."""
    buttons = [button for button in window.findChildren(QToolButton) if button.property("iconOnly")]
    icons = [button.icon() for button in buttons]
    try:
        for button in buttons:
            nothing = QPixmap(button.iconSize())
            nothing.fill(Qt.GlobalColor.transparent)
            button.setIcon(QIcon(nothing))
        yield
    finally:
        for button, icon in zip(buttons, icons, strict=True):
            button.setIcon(icon)


def icons_of(window: MainWindow, scale: float) -> Iterator[tuple[QRect, QPixmap]]:
    """Yield the rectangle and the pixmap of each visible icon, at ``scale`` device pixels per logical pixel."""
    for button in window.findChildren(QToolButton):
        if button.property("iconOnly") and button.isVisibleTo(window):
            ground = QRect(button.mapTo(window, QPoint()), button.size())
            middle = Qt.AlignmentFlag.AlignCenter
            place = QStyle.alignedRect(button.layoutDirection(), middle, button.iconSize(), ground)
            mode = QIcon.Mode.Normal if button.isEnabled() else QIcon.Mode.Disabled
            yield place, button.icon().pixmap(button.iconSize(), float(scale), mode)


def _paint_with_icons(window: MainWindow, scale: float) -> QImage:
    with without_icons(window):
        image = paint_widget(window, scale, None, with_own_ground=True)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    for place, icon in icons_of(window, scale):
        painter.drawPixmap(place, icon)
    painter.end()
    return image


# -- transparency -----------------------------------------------------------------------------------------------


def on_page(theme: Theme, ground: str) -> Theme:
    """Return a theme with the background colour ``ground`` and faint lines that have alpha, for any page."""

    def faint(alpha: float) -> str:
        colour = QColor(theme.ink)
        colour.setAlphaF(alpha)
        return colour.name(QColor.NameFormat.HexArgb)

    return replace(theme, card=ground, grid=faint(GRID_ALPHA), border=faint(BORDER_ALPHA))

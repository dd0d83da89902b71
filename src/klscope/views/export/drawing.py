"""Rendering of pictures as vector drawings, for SVG and PDF."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QRectF

from klscope.files.picture_sizes import PaperWidth
from klscope.model.snapshot import Snapshot
from klscope.views.export.picture import PictureChoice, icons_of, picture_of, without_icons
from klscope.views.export.vectors.cut import cut_out
from klscope.views.export.vectors.primitives import Drawing, Image
from klscope.views.export.vectors.recording_engine import draw_widget
from klscope.views.theme import Theme
from klscope.views.window.main_window import MainWindow
from klscope.views.words import names, unit_names
from klscope.views.words.sums import of_measures

ICON_SCALE = 4


def draw_picture(choice: PictureChoice, window: MainWindow, snapshot: Snapshot, theme: Theme) -> Drawing:
    """Return the picture of a state as a vector drawing, of the size of the image at scale 1 or of a width on paper."""
    drawing = picture_of(choice, window, snapshot, theme, draw_widget, _draw_window, cut_out)
    return replace(drawing, millimetres=choice.scale.millimetres) if isinstance(choice.scale, PaperWidth) else drawing


def title_of(snapshot: Snapshot) -> str:
    """Return the title of a picture: the name of the data and the three measures."""
    entropy, cross, divergence = of_measures(snapshot)
    values = (
        f"H(P) = {entropy}",
        f"H(P,Q) = {cross}",
        f"KL(P‖Q) = {divergence} {unit_names.plural(snapshot.view.unit)}",
    )
    numbers_alone = ", ".join(values)
    origin = snapshot.comparison.origin
    if origin is None or origin.name == names.STARTED_WITH:
        return numbers_alone
    return f"{names.origin_name(origin.name)}: {numbers_alone}"


def _draw_window(window: MainWindow) -> Drawing:
    """Draw the window, with the icons of its buttons at their full resolution."""
    with without_icons(window):
        drawing = draw_widget(window, None, with_own_ground=True)
    icons = [Image(icon.toImage(), QRectF(place)) for place, icon in icons_of(window, ICON_SCALE)]
    return replace(drawing, primitives=(*drawing.primitives, *icons))

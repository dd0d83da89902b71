"""A picture has the pixels asked for, drawn and not enlarged, and shows what the window shows."""

from itertools import cycle, product
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from klscope.app import Explorer, create
from klscope.model.comparison import Side
from klscope.model.view_options import EvidenceOptions, LossCurvesOptions
from klscope.model.views import ViewMode
from klscope.views.export.picture import (
    SCALES,
    Background,
    PictureChoice,
    What,
    render_picture,
    still_widget,
)
from klscope.views.icons import icon
from klscope.views.loss_curves.loss_geometry import ProbabilityAxis
from klscope.views.theme import DARK, LIGHT, Theme, ThemeChoice
from small_cases import each

CHARTS = (What.P, What.Q, What.TERMS)


@pytest.fixture
def explorer(qapp):
    made = create()
    made.set_theme(ThemeChoice.LIGHT)
    yield made
    made.window.close()
    made.window.deleteLater()
    made.deleteLater()
    qapp.processEvents()


def picture(
    explorer: Explorer,
    what: What,
    scale: int = 1,
    background: Background = Background.THEME,
    theme: Theme = LIGHT,
) -> QImage:
    return render_picture(PictureChoice(what, scale, background), explorer.window, explorer.store.snapshot, theme)


def pixels(image: QImage) -> np.ndarray:
    """Return red, green, blue and alpha, shape ``(height, width, 4)``."""
    plain = image.convertToFormat(QImage.Format.Format_RGBA8888)
    return np.frombuffer(plain.constBits(), np.uint8).reshape(plain.height(), plain.width(), 4).astype(int)


def shown(explorer: Explorer) -> QImage:
    """Return what is on the screen."""
    return explorer.window.grab().toImage()


def chart_of(explorer: Explorer, what: What) -> Any:
    window = explorer.window
    return {What.P: window.p_chart, What.Q: window.q_chart, What.TERMS: window.terms_chart}[what]


def in_card(explorer: Explorer, what: What, at: QPoint) -> QPoint:
    """Return where a point of a chart's viewport is in the picture of that chart."""
    chart = chart_of(explorer, what)
    return chart.viewport().mapTo(chart.parentWidget(), at)


def cloudy_saving(explorer: Explorer) -> tuple[int, int, int, int]:
    """Return left, top, right and bottom, in points, of the hatched inside of a bar in the picture of the terms."""
    chart = explorer.window.terms_chart
    foot, end = (in_card(explorer, What.TERMS, at) for at in (chart.bar_base(1), chart.bar_top(1)))
    return foot.x() - 20, foot.y() + 4, foot.x() + 20, end.y() - 4


@each("what", What)
def test_it_has_the_pixels_and_the_resolution_asked_for(explorer: Explorer, what: What) -> None:
    one = picture(explorer, what)
    if what is What.FIGURE:
        assert (one.width(), one.height()) == (1280, 720)
    elif what is What.WINDOW:
        assert one.size() == explorer.window.size()
    scales = SCALES if what is What.FIGURE else SCALES[1:2]
    for scale, background in zip(scales, cycle(Background), strict=False):  # each of both
        image = picture(explorer, what, scale, background)
        assert image.size() == one.size() * scale
        assert image.devicePixelRatio() == 1.0
        assert image.dotsPerMeterX() == image.dotsPerMeterY() == round(96 * scale / 0.0254)
        assert image.hasAlphaChannel() == (background is Background.TRANSPARENT)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_the_window_is_pictured_pixel_by_pixel(explorer: Explorer, qtbot, theme: Theme) -> None:
    explorer.set_theme(ThemeChoice(theme.name))
    explorer.window.show()
    qtbot.waitExposed(explorer.window)
    assert np.array_equal(pixels(picture(explorer, What.WINDOW, theme=theme)), pixels(shown(explorer)))
    explorer.window.close()


@each("what", CHARTS)
def test_a_chart_is_pictured_as_on_the_screen(explorer: Explorer, qtbot, what: What) -> None:
    window = explorer.window
    window.show()
    qtbot.waitExposed(window)
    chart = chart_of(explorer, what)
    card = chart.parentWidget()
    place = QRect(card.mapTo(window, QPoint()), card.size())
    differing = (pixels(picture(explorer, what)) != pixels(shown(explorer).copy(place))).any(axis=-1)
    differing[: chart.geometry().top()] = False  # the head says other things to a reader than to a hand
    if what is What.Q:  # so does the handle of the current bar
        hold = in_card(explorer, what, chart.bar_top(0))
        differing[hold.y() - 6 : hold.y() + 7, hold.x() - 18 : hold.x() + 19] = False
    assert not differing.any()
    window.close()


def test_taking_it_leaves_the_window_as_it_was(explorer: Explorer, qtbot) -> None:
    explorer.set_theme(ThemeChoice.DARK)
    explorer.window.show()
    qtbot.waitExposed(explorer.window)
    before = pixels(shown(explorer))
    for what, background in [*zip(What, cycle(Background), strict=False), *product([What.WINDOW, What.Q], Background)]:
        picture(explorer, what, 2, background, DARK)
        assert np.array_equal(pixels(shown(explorer)), before), (what, background)
    explorer.window.close()


@each(
    ("what", "mode", "scale"),
    [
        *((What.TERMS, mode, scale) for mode, scale in zip(ViewMode, cycle([2, 4]), strict=False)),
        (What.FIGURE, ViewMode.KL_DIVERGENCE, 4),
        (What.WINDOW, ViewMode.KL_DIVERGENCE, 2),
    ],
)
def test_a_large_one_shows_what_a_small_one_shows(explorer: Explorer, what: What, mode: ViewMode, scale: int) -> None:
    """Qt leaves names out after a hatch of two pixels a point: a name missing changes the mean of its surroundings."""
    explorer.store.set_mode(mode)
    small = picture(explorer, what)
    large = picture(explorer, what, scale).scaled(
        small.size(), Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    )
    side = 12
    rows, columns = small.height() // side, small.width() // side
    difference = (pixels(small) - pixels(large))[: rows * side, : columns * side, :3]
    means = np.abs(difference.reshape(rows, side, columns, side, 3).mean(axis=(1, 3)))
    assert means.max() < 25.0


@each(("background", "scale"), list(zip(Background, (2, 4, 2), strict=True)))
def test_a_hatch_is_drawn_and_not_enlarged(explorer: Explorer, scale: int, background: Background) -> None:
    image = pixels(picture(explorer, What.TERMS, scale, background))
    left, top, right, bottom = (edge * scale for edge in cloudy_saving(explorer))
    hatch = image[top:bottom, left:right]
    blocks = hatch.reshape(hatch.shape[0] // scale, scale, hatch.shape[1] // scale, scale, 4)
    assert np.ptp(blocks, axis=(1, 3)).any(axis=-1).mean() > 0.3


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("scale", SCALES)
def test_an_icon_has_the_pixels_of_each_scale(scale: int) -> None:
    assert icon("export", "#000000", "#999999").pixmap(QSize(20, 20), float(scale)).size() == QSize(20, 20) * scale


def test_a_white_ground_has_light_colours(explorer: Explorer) -> None:
    explorer.set_theme(ThemeChoice.DARK)
    for what in What:
        image = picture(explorer, what, 1, Background.WHITE, DARK)
        explorer.set_theme(ThemeChoice.LIGHT)
        again = picture(explorer, what, 1, Background.WHITE, LIGHT)
        explorer.set_theme(ThemeChoice.DARK)
        assert image == again
    assert picture(explorer, What.FIGURE, 1, Background.WHITE, DARK).pixelColor(2, 2) == QColor("white")
    assert picture(explorer, What.FIGURE, 1, Background.THEME, DARK).pixelColor(2, 2) == QColor(DARK.window)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_a_transparent_ground_is_a_hole_and_a_bar_is_not(explorer: Explorer, theme: Theme) -> None:
    explorer.set_theme(ThemeChoice(theme.name))
    for what in CHARTS:
        image = picture(explorer, what, 1, Background.TRANSPARENT, theme)
        assert image.pixelColor(0, 0).alpha() == image.pixelColor(3, image.height() // 2).alpha() == 0
    image = picture(explorer, What.P, 1, Background.TRANSPARENT, theme)
    top = in_card(explorer, What.P, explorer.window.p_chart.bar_top(0))
    foot = in_card(explorer, What.P, explorer.window.p_chart.bar_base(0))
    assert image.pixelColor(top + QPoint(0, 6)) == QColor(theme.p_fill)
    column = pixels(image)[top.y() : foot.y(), top.x() - 35]
    assert {0, 255} <= set(column[:, 3].tolist())  # the halo of the dashes is a hole in the bar


@each("page", ["#FFFFFF", "#FFE9C4", "#20304F"])
def test_what_is_transparent_comes_out_right_on_any_page(explorer: Explorer, page: str) -> None:
    """Laid on a page, it is what the same bars and names painted on that page would be."""
    image = picture(explorer, What.Q, 1, Background.TRANSPARENT)
    laid = pixels(image)
    alpha = laid[..., 3:] / 255.0
    ground = np.array(QColor(page).toTuple()[:3])
    composed = laid[..., :3] * alpha + ground * (1.0 - alpha)
    at = in_card(explorer, What.Q, explorer.window.q_chart.bar_top(1))
    assert np.abs(composed[at.y() + 5, at.x()] - QColor(LIGHT.q_fill).toTuple()[:3]).max() <= 1
    assert np.array_equal(composed[0, 0], ground)


def test_of_the_window_only_what_lies_between_the_panes_is_transparent(explorer: Explorer) -> None:
    image = picture(explorer, What.WINDOW, 1, Background.TRANSPARENT)
    card = explorer.window.p_chart.parentWidget()
    corner = card.mapTo(explorer.window, QPoint(0, 0))
    assert image.pixelColor(corner - QPoint(5, -40)).alpha() == 0
    assert image.pixelColor(corner + QPoint(5, 40)) == QColor(LIGHT.card)


@each("what", [What.FIGURE, *CHARTS])
def test_a_drag_is_not_visible_in_a_picture(explorer: Explorer, what: What) -> None:
    before = picture(explorer, what)
    hand = explorer.bar_edits[Side.Q]
    explorer.store.point_at(2)
    hand.start_drag(1)
    hand.drag(1, explorer.store.comparison.q.probabilities[1])
    assert explorer.store.snapshot.in_gesture
    assert explorer.store.snapshot.axes_frozen
    held = picture(explorer, what)
    explorer.editor.cancel()
    assert held == before


def test_a_picture_shows_the_options_and_the_training_on_screen(explorer: Explorer) -> None:
    explorer.store.set_mode(ViewMode.TRAINING)
    view: Any = explorer.window.terms_card.shown_chart
    for _ in range(3):
        view.controls.stepped.emit()
    explorer.store.set_options(LossCurvesOptions(logarithmic=True))
    explorer.store.set_options(EvidenceOptions(7, 30, coded=True))
    for what in (What.TERMS, What.FIGURE):
        for mode in (ViewMode.TRAINING, ViewMode.LOSS_CURVES, ViewMode.EVIDENCE):
            explorer.store.set_mode(mode)
            choice = PictureChoice(what, 1, Background.THEME)
            still = still_widget(choice, explorer.window, explorer.store.snapshot, LIGHT)
            (chart,) = still.findChildren(type(explorer.window.terms_card.shown_chart))
            if mode is ViewMode.TRAINING:
                assert chart.run is view.run
                assert chart.losses.curve.size == 4
            elif mode is ViewMode.LOSS_CURVES:
                assert chart.axis is ProbabilityAxis.LOGARITHMIC
            else:
                assert (chart.overlay.statistics.count, chart.is_coded) == (30, True)
            still.deleteLater()


@each("mode", ViewMode)
def test_a_picture_leaves_no_widget_behind(explorer: Explorer, mode: ViewMode) -> None:
    explorer.store.set_mode(mode)
    picture(explorer, What.TERMS)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    before = len(QApplication.allWidgets())
    for _ in range(2):
        picture(explorer, What.TERMS)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert len(QApplication.allWidgets()) == before

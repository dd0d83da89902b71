"""Pictures as shapes say what the pictures of pixels say. Oracle: those, and what must be in the SVG by count."""

from collections.abc import Callable, Iterable
from itertools import cycle, product
from xml.etree import ElementTree

import numpy as np
import pytest
from PySide6.QtCore import QByteArray, QCoreApplication, QEvent, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from klscope.app import Explorer, create
from klscope.model.views import ViewMode
from klscope.theory.units import Unit
from klscope.views.export.drawing import draw_picture, title_of
from klscope.views.export.picture import Background, PictureChoice, What, render_picture
from klscope.views.export.vectors.primitives import Drawing, Image
from klscope.views.export.vectors.svg import as_svg
from klscope.views.theme import DARK, LIGHT, Theme, ThemeChoice

SVG = "{http://www.w3.org/2000/svg}"
SIDE, SCALE = 12, 2
LETTERS = (np.arange(26) % 7 + 1.0, np.arange(26) % 5 + 1.0)
INFINITE = ([0.5, 0.25, 0.25, 0.0], [0.5, 0.5, 0.0, 0.0])
MANY = (np.arange(100) % 7 + 1.0, np.arange(100) % 5 + 1.0)


@pytest.fixture
def explore(qapp):
    """Return a function that makes the program with weights, or with its own."""
    made: list[Explorer] = []

    def make(*weights) -> Explorer:
        made.append(create(*weights))
        made[-1].set_theme(ThemeChoice.LIGHT)
        return made[-1]

    yield make
    for explorer in made:
        explorer.window.close()
        explorer.window.deleteLater()
        explorer.deleteLater()
    qapp.processEvents()


def drawing_of(explorer: Explorer, what: What, ground: Background, theme: Theme = LIGHT) -> Drawing:
    return draw_picture(PictureChoice(what, 1, ground), explorer.window, explorer.store.snapshot, theme)


def svg_of(explorer: Explorer, what: What, ground: Background = Background.WHITE) -> ElementTree.Element:
    return ElementTree.fromstring(as_svg(drawing_of(explorer, what, ground), ""))


def on_page(size: QSize, page: str, paint: Callable[[QPainter], None]) -> np.ndarray:
    """Return the colours of what is painted on a page, shape ``(height, width, 3)``, in points."""
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(QColor(page))
    painter = QPainter(image)
    paint(painter)
    painter.end()
    smooth = Qt.TransformationMode.SmoothTransformation
    image = image.scaled(size / SCALE, Qt.AspectRatioMode.IgnoreAspectRatio, smooth).convertToFormat(
        QImage.Format.Format_RGBA8888
    )
    return np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.width(), 4)[..., :3].astype(int)


def difference(explorer: Explorer, what: What, ground: Background, theme: Theme, page: str) -> tuple[float, float]:
    """Return how far an SVG, painted by Qt, is from the picture of pixels: at the most in a square, and on average."""
    choice = PictureChoice(what, SCALE, ground)
    image = render_picture(choice, explorer.window, explorer.store.snapshot, theme)
    renderer = QSvgRenderer(QByteArray(as_svg(drawing_of(explorer, what, ground, theme), "")))
    assert renderer.defaultSize() * SCALE == image.size()
    pixels = on_page(image.size(), page, lambda painter: painter.drawImage(0, 0, image))
    shapes = on_page(image.size(), page, renderer.render)
    away = pixels - shapes
    rows, columns = away.shape[0] // SIDE, away.shape[1] // SIDE
    squares = away[: rows * SIDE, : columns * SIDE].reshape(rows, SIDE, columns, SIDE, 3).mean(axis=(1, 3))
    return float(np.abs(squares).max()), float(np.abs(away).mean())


@pytest.mark.parametrize(("weights", "modes"), [((), ViewMode), (INFINITE, [ViewMode.KL_DIVERGENCE])])
def test_a_figure_looks_like_the_one_of_pixels(explore, weights, modes: Iterable[ViewMode]) -> None:
    explorer = explore(*weights)
    for mode in modes:
        explorer.store.set_mode(mode)
        most, mean = difference(explorer, What.FIGURE, Background.WHITE, LIGHT, "white")
        assert (most < 20.0, mean < 1.0) == (True, True), (mode, most, mean)


def test_so_does_each_picture_on_any_page(explore) -> None:
    explorer = explore()
    light = ((what, Background.TRANSPARENT) for what in What if what is not What.FIGURE)
    dark = ((What.FIGURE, Background.THEME), (What.Q, Background.THEME))
    for theme, pictures in ((LIGHT, light), (DARK, dark)):
        explorer.set_theme(ThemeChoice(theme.name))
        for what, ground in pictures:
            most, mean = difference(explorer, what, ground, theme, "#88BBEE")
            assert (most < 25.0, mean < 1.2) == (True, True), (what, theme.name, most, mean)


@pytest.mark.parametrize(
    ("weights", "ground"), [(LETTERS, Background.WHITE), (MANY, Background.TRANSPARENT)], ids=["26", "100"]
)
def test_so_does_one_of_many_categories(explore, weights, ground: Background) -> None:
    most, mean = difference(explore(*weights), What.FIGURE, ground, LIGHT, "#FFE9C4")
    assert (most < 20.0, mean < 1.0) == (True, True), (most, mean)


def test_the_heat_map_of_three_categories_is_the_only_image(explore) -> None:
    explorer = explore([0.5, 0.3, 0.2], [0.2, 0.5, 0.3])
    most, mean = difference(explorer, What.LANDSCAPE, Background.TRANSPARENT, LIGHT, "#88BBEE")
    assert (most < 20.0, mean < 1.2) == (True, True), (most, mean)
    images = [
        mark for mark in drawing_of(explorer, What.LANDSCAPE, Background.WHITE).primitives if isinstance(mark, Image)
    ]
    assert len(images) == 2  # the map and the bar of its colours
    assert images[0].image.width() > 3 * images[0].place.width()


def test_a_figure_is_nothing_but_shapes(explore) -> None:
    explorer = explore(*LETTERS)
    for mode, ground in zip(ViewMode, cycle(Background), strict=False):
        explorer.store.set_mode(mode)
        kinds = {element.tag.removeprefix(SVG) for element in svg_of(explorer, What.FIGURE, ground).iter()}
        assert kinds <= {"svg", "title", "rect", "path"}, (mode, ground)


def test_each_bar_is_a_rectangle_as_high_as_its_probability(explore) -> None:
    """P = (½, ¼, ⅛, ⅛), and of a bar of Q the inside of its outline; terms +1, −0.25, −0.125 and 0."""
    root = svg_of(explore(), What.FIGURE)

    def heights(colour: str) -> list[float]:
        boxes = [element for element in root.iter(f"{SVG}rect") if element.get("fill") == colour.lower()]
        return [float(box.get("height", "")) for box in boxes if float(box.get("width", "")) > 60.0]

    first, *others = heights(LIGHT.p_fill)[:4]
    assert [round(height / first, 3) for height in others] == [0.5, 0.25, 0.25]
    assert len(heights(LIGHT.q_fill)) == len(heights(LIGHT.q_outline)) == 4
    rise, *_ = heights(LIGHT.excess_fill)
    assert [round(height / rise, 3) for height in heights(LIGHT.saving_fill)] == [0.25, 0.125]


def test_every_word_can_be_read_out(explore) -> None:
    words = [element.get("aria-label") for element in svg_of(explore(), What.FIGURE).iter()]
    for word in ("sunny", "0.125", "H(P,Q)", "1.7500", "2.3750", "0.6250", "−0.250", "Q"):
        assert word in words


def test_transparent_means_nothing_of_the_page_is_drawn(explore) -> None:
    root = svg_of(explore(), What.FIGURE, Background.TRANSPARENT)
    fills = [(element.get("fill"), element.get("aria-label")) for element in root.iter()]
    assert [label for fill, label in fills if fill == "#ffffff"] == ["1.750", "0.625"]  # on their own fills


def test_more_bars_than_anyone_could_open_are_an_image(explore) -> None:
    weights = np.arange(20_000) % 7 + 1.0
    explorer = explore(weights, weights[::-1])
    explorer.store.set_mode(ViewMode.CODE_LENGTHS)
    assert len(as_svg(drawing_of(explorer, What.TERMS, Background.WHITE), "")) < 1_500_000


def test_the_title_has_the_numbers(explore) -> None:
    explorer = explore()
    assert title_of(explorer.store.snapshot) == "weather: H(P) = 1.75, H(P,Q) = 2.375, KL(P‖Q) = 0.625 bits"
    other = explore(*INFINITE)
    other.store.set_unit(Unit.NAT)
    assert title_of(other.store.snapshot).endswith("KL(P‖Q) = ∞ nats")


def test_drawing_leaves_the_window_as_it_was_and_no_widget_behind(explore, qtbot) -> None:
    explorer = explore()
    explorer.window.show()
    qtbot.waitExposed(explorer.window)
    drawing_of(explorer, What.FIGURE, Background.WHITE)
    before = explorer.window.grab().toImage()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    widgets = len(QApplication.allWidgets())
    for what, ground in [*zip(What, cycle(Background), strict=False), *product([What.WINDOW], Background)]:
        drawing_of(explorer, what, ground)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert len(QApplication.allWidgets()) == widgets
    assert explorer.window.grab().toImage() == before
    explorer.window.close()

"""Files of pictures have the size asked for: pixels by QImage, SVG and PDF by parsing.

By hand: 1280 logical pixels are 13⅓ inches; 85 mm at 300 DPI are 1003.9 pixels, and 240.9 points.
"""

import re
import subprocess
import sys
from xml.etree import ElementTree

import pytest
from PySide6.QtGui import QImage

from klscope.app import Explorer, create
from klscope.files.picture_formats import PDF, PNG, SVG, PictureFormat
from klscope.files.picture_sizes import COLUMN, SLIDE, PaperWidth, PictureScale, PixelWidth
from klscope.views.export.drawing import draw_picture
from klscope.views.export.picture import Background, PictureChoice, What, render_picture
from klscope.views.export.picture_files import as_bytes
from klscope.views.theme import LIGHT


@pytest.fixture
def explorer(qapp):
    made = create()
    yield made
    made.window.close()
    made.window.deleteLater()
    made.deleteLater()
    qapp.processEvents()


def written(explorer: Explorer, form: PictureFormat, what: What, scale: PictureScale, ground: Background) -> bytes:
    make = render_picture if form.has_pixels else draw_picture
    picture = make(PictureChoice(what, scale, ground, form), explorer.window, explorer.store.snapshot, LIGHT)
    return as_bytes(picture, form, "title")


@pytest.mark.parametrize("ground", Background)
@pytest.mark.parametrize(
    ("scale", "size", "dots"),
    [
        (PixelWidth(1920), (1920, 1080), 5669),  # 144 / 0.0254
        (PixelWidth(1000), (1000, 562), 2953),  # 562.5, to even; 75 / 0.0254
        (SLIDE, (1920, 1080), 5669),
        (COLUMN, (1004, 565), 11811),  # 300 / 0.0254
        (PaperWidth(254.0, 150), (1500, 844), 5906),
    ],
)
def test_pixels_and_their_resolution(
    explorer: Explorer, scale: PictureScale, size: tuple[int, int], dots: int, ground: Background
) -> None:
    image = QImage.fromData(written(explorer, PNG, What.FIGURE, scale, ground))
    assert image.size().toTuple() == size
    assert image.dotsPerMeterX() == image.dotsPerMeterY() == dots
    if ground is Background.WHITE:
        assert image.pixelColor(0, image.height() - 1).name() == "#ffffff"


def test_the_last_row_of_a_window_is_covered(explorer: Explorer) -> None:
    image = QImage.fromData(written(explorer, PNG, What.WINDOW, PaperWidth(85.0, 150), Background.THEME))
    assert image.width() == 502  # 85 / 25.4 · 150
    assert image.pixelColor(2, image.height() - 1) == image.pixelColor(2, image.height() - 3)


@pytest.mark.parametrize(
    ("what", "scale", "width", "height"),
    [
        (What.FIGURE, SLIDE, "338.667mm", "190.5mm"),
        (What.FIGURE, COLUMN, "85mm", "47.812mm"),
        (What.FIGURE, 2, "1280", "720"),
    ],
)
def test_an_svg_has_its_width_on_paper(
    explorer: Explorer, what: What, scale: PictureScale, width: str, height: str
) -> None:
    root = ElementTree.fromstring(written(explorer, SVG, what, scale, Background.TRANSPARENT))
    assert (root.get("width"), root.get("height"), root.get("viewBox")) == (width, height, "0 0 1280 720")


@pytest.mark.parametrize(
    ("scale", "points"),
    [(SLIDE, (960, 540)), (COLUMN, (241, 136)), (PaperWidth(254.0), (720, 405)), (4, (960, 540))],
)
def test_a_page_has_its_width_in_points(explorer: Explorer, scale: PictureScale, points: tuple[int, int]) -> None:
    content = written(explorer, PDF, What.FIGURE, scale, Background.WHITE)
    found = re.search(rb"/MediaBox \[0(?:\.0+)? 0(?:\.0+)? ([\d.]+) ([\d.]+)\]", content)
    assert found is not None
    assert tuple(map(float, found.groups())) == points


def test_a_chart_alone_fills_the_width(explorer: Explorer) -> None:
    root = ElementTree.fromstring(written(explorer, SVG, What.P, COLUMN, Background.WHITE))
    _, _, wide, high = map(float, root.get("viewBox", "").split())
    assert root.get("width") == "85mm"
    assert float(root.get("height", "")[:-2]) == pytest.approx(85.0 * high / wide, abs=0.001)
    image = QImage.fromData(written(explorer, PNG, What.P, COLUMN, Background.WHITE))
    assert image.size().toTuple() == (1004, round(1004 * high / wide))


@pytest.mark.parametrize("what", ["figure", "window", "q", "terms"])
def test_the_smallest_picture_is_drawn(tmp_path, what):
    """In a process of its own: at a quarter of the size, painting it ended the process."""
    command = [sys.executable, "-m", "klscope", "export", str(tmp_path / "a.png"), "--example", "weather"]
    subprocess.run([*command, "--size", "16", "--what", what], check=True)
    assert QImage(str(tmp_path / "a.png")).width() == 16

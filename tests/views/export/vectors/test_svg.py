"""An SVG says what was drawn in shapes: read again by an XML parser, and painted by Qt's own renderer."""

from xml.etree import ElementTree

from PySide6.QtCore import QByteArray, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen, QTransform
from PySide6.QtSvg import QSvgRenderer

from klscope.views.export.vectors.primitives import Drawing, Fill, Image, Line, Primitive, Text
from klscope.views.export.vectors.svg import as_svg, number, path_data
from klscope.views.fonts import font

SVG = "{http://www.w3.org/2000/svg}"


def box(*sides: float) -> QPainterPath:
    path = QPainterPath()
    path.addRect(QRectF(*sides))
    return path


def read(*primitives: Primitive, title: str = "") -> ElementTree.Element:
    return ElementTree.fromstring(as_svg(Drawing(200, 100, primitives), title))


def painted(*primitives: Primitive) -> QImage:
    image = QImage(200, 100, QImage.Format.Format_ARGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    QSvgRenderer(QByteArray(as_svg(Drawing(200, 100, primitives), ""))).render(painter)
    painter.end()
    return image


def test_size_and_title_are_written() -> None:
    root = read(title='KL(P‖Q) < 1 & "more"')
    assert (root.tag, root.get("width"), root.get("height"), root.get("viewBox")) == (
        f"{SVG}svg",
        "200",
        "100",
        "0 0 200 100",
    )
    title = root.find(f"{SVG}title")
    assert title is not None
    assert title.text == 'KL(P‖Q) < 1 & "more"'


def test_a_bar_is_a_rectangle() -> None:
    half = QColor("#0064A0")
    half.setAlphaF(0.5)
    (_, one, other) = read(Fill(box(1.5, 2, 30, 40), QColor("#E69F00"), crisp=True), Fill(box(0, 0, 1, 1), half))
    assert one.attrib == {
        "x": "1.5",
        "y": "2",
        "width": "30",
        "height": "40",
        "fill": "#e69f00",
        "shape-rendering": "crispEdges",
    }
    assert other.get("fill-opacity") == "0.5"


def test_a_dashed_line_has_its_dashes_in_points() -> None:
    path = QPainterPath(QPointF(0, 10))
    path.lineTo(50, 10)
    pen = QPen(QColor("black"), 2.0)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setDashPattern([2.5, 1.5])
    (_, line) = read(Line(path, pen))
    assert line.attrib == {
        "d": "M0 10L50 10",
        "fill": "none",
        "stroke": "#000000",
        "stroke-width": "2",
        "stroke-linejoin": "bevel",
        "stroke-dasharray": "5 3",
    }


def test_text_is_letters_drawn_and_can_be_read_out() -> None:
    text = Text("눈 <1>", QPointF(10, 50), 60.0, font(30), QColor("black"), QTransform())
    (_, path) = read(text)
    assert (path.tag, path.get("aria-label")) == (f"{SVG}path", "눈 <1>")
    shown = painted(text)
    assert any(shown.pixelColor(x, y).value() < 80 for x in range(10, 40) for y in range(25, 55))


def test_a_hole_stays_a_hole_by_either_rule() -> None:
    ring = box(0, 0, 50, 50)
    ring.addRect(QRectF(10, 10, 30, 30))
    winding = box(60, 0, 50, 50)
    winding.addRect(QRectF(70, 10, 30, 30))
    winding.setFillRule(Qt.FillRule.WindingFill)
    shown = painted(Fill(ring, QColor("black")), Fill(winding, QColor("black")))
    assert shown.pixelColor(25, 25) == QColor("white")
    assert shown.pixelColor(85, 25) == QColor("black")


def test_an_image_is_inside_and_fills_its_place() -> None:
    image = QImage(2, 1, QImage.Format.Format_ARGB32)
    image.fill(QColor("red"))
    image.setPixelColor(1, 0, QColor("blue"))
    root = read(Image(image, QRectF(0, 0, 100, 50)))
    (element,) = root.iter(f"{SVG}image")
    assert (element.get("width"), element.get("preserveAspectRatio")) == ("100", "none")
    shown = painted(Image(image, QRectF(0, 0, 100, 50)))
    assert (shown.pixelColor(10, 25), shown.pixelColor(90, 25)) == (QColor("red"), QColor("blue"))


def test_numbers_are_short_and_paths_closed() -> None:
    assert [number(value) for value in (1.0, -0.0001, 0.12345, 1e6)] == ["1", "0", "0.123", "1000000"]
    assert path_data(box(0, 0, 2, 1)) == "M0 0L2 0L2 1L0 1L0 0Z"
    curve = QPainterPath(QPointF(0, 0))
    curve.cubicTo(1, 0, 2, 1, 2, 2)
    curve.moveTo(5, 5)
    curve.lineTo(6, 5)
    assert path_data(curve) == "M0 0C1 0 2 1 2 2M5 5L6 5"


def test_what_xml_cannot_write_is_left_out() -> None:
    text = Text("a\x01b\ud800&", QPointF(10, 50), 60.0, font(30), QColor("black"), QTransform())
    root = read(text, title="x\x00\ufffey")
    assert [root[0].text, root[1].get("aria-label")] == ["xy", "ab&"]

"""A device keeps what is painted on it as the shapes they are: oracle is the geometry that was painted."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPen, QPixmap, QPolygonF
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from klscope.views.export.vectors.primitives import Drawing, Fill, Image, Line, Text, rectangle_of
from klscope.views.export.vectors.recording_engine import RecordingDevice, draw_widget
from klscope.views.fonts import font
from klscope.views.painting.vector_device import paints_shapes


def drawn(paint: Callable[[QPainter], None]) -> Drawing:
    device = RecordingDevice(QSize(200, 100))
    painter = QPainter(device)
    painter.setPen(Qt.PenStyle.NoPen)
    paint(painter)
    painter.end()
    return device.drawing()


def test_only_a_painter_on_a_sheet_paints_shapes() -> None:
    told = []
    drawn(lambda painter: told.append(paints_shapes(painter)))
    image = QImage(2, 2, QImage.Format.Format_RGB32)
    for device in (image, QPixmap(2, 2)):
        painter = QPainter(device)
        told.append(paints_shapes(painter))
        painter.end()
    assert told == [True, False, False]


def test_a_rectangle_keeps_place_and_colour_wherever_the_painter_stands() -> None:
    def paint(painter: QPainter) -> None:
        painter.setBrush(QColor("#123456"))
        painter.translate(10.0, 20.0)
        painter.scale(2.0, 2.0)
        painter.setOpacity(0.5)
        painter.drawRect(QRectF(1.0, 2.0, 3.0, 4.0))

    (primitive,) = drawn(paint).primitives
    assert isinstance(primitive, Fill)
    assert rectangle_of(primitive.path) == QRectF(12.0, 24.0, 6.0, 8.0)
    assert (primitive.colour.name(), primitive.colour.alphaF()) == ("#123456", pytest.approx(0.5, abs=0.01))


def test_a_line_keeps_its_pen_as_wide_as_the_painter_draws_it() -> None:
    def paint(painter: QPainter) -> None:
        pen = QPen(QColor("red"), 2.0)
        pen.setDashPattern([3.0, 1.0])
        painter.setPen(pen)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(1.5, 1.5)
        painter.drawLine(QPointF(0.0, 10.0), QPointF(20.0, 10.0))

    (primitive,) = drawn(paint).primitives
    assert isinstance(primitive, Line)
    assert (primitive.pen.widthF(), primitive.pen.dashPattern(), primitive.crisp) == (3.0, [3.0, 1.0], False)
    assert primitive.path.boundingRect() == QRectF(0.0, 15.0, 30.0, 0.0)


def test_a_shape_with_a_line_round_it_is_two_marks() -> None:
    def paint(painter: QPainter) -> None:
        painter.setPen(QPen(QColor("black"), 1.0))
        painter.setBrush(QColor("white"))
        painter.drawPolygon(QPolygonF([QPointF(0, 0), QPointF(9, 0), QPointF(5, 9)]))
        painter.drawEllipse(QRectF(20.0, 20.0, 10.0, 10.0))

    assert [type(primitive) for primitive in drawn(paint).primitives] == [Fill, Line, Fill, Line]


def test_text_stays_text() -> None:
    def paint(painter: QPainter) -> None:
        painter.setPen(QColor("#5B6672"))
        painter.setFont(font(13, bold=True))
        painter.translate(5.0, 5.0)
        painter.drawText(QPointF(10.0, 20.0), "확률 0.125")

    (primitive,) = drawn(paint).primitives
    assert isinstance(primitive, Text)
    assert (primitive.text, primitive.font.bold(), primitive.font.pixelSize()) == ("확률 0.125", True, 13)
    box = primitive.outline().boundingRect()
    assert 15.0 <= box.left() <= 17.0
    assert 12.0 < box.top() < box.bottom() < 30.0


def test_type_in_points_of_print_keeps_its_size() -> None:
    """12 points are 16 pixels at 96 to the inch, and are to stay so at any resolution."""
    face = QFont(font(13))
    face.setPointSizeF(12.0)

    def paint(painter: QPainter) -> None:
        painter.setPen(QColor("black"))
        painter.setFont(face)
        painter.drawText(QPointF(10.0, 50.0), "x")

    (primitive,) = drawn(paint).primitives
    assert isinstance(primitive, Text)
    assert primitive.font.pixelSize() == 16


def test_a_face_that_comes_from_a_widgets_surroundings_is_the_same_on_any_page(qtbot) -> None:
    """A page fills in from its own face what is not set: here nothing is left to be filled in."""
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.setStyleSheet("* { font-size: 20px; }")
    label = QLabel("of the program's own family")
    QVBoxLayout(widget).addWidget(label)
    widget.resize(200, 100)
    (primitive,) = draw_widget(widget, None).primitives
    assert isinstance(primitive, Text)
    on_page = primitive.font.resolve(QFont("Some Other", 5, QFont.Weight.Black))
    assert (on_page.pixelSize(), on_page.family()) == (20, label.font().family())
    assert on_page.weight() == label.font().weight()


def test_a_clip_leaves_no_trace_but_what_it_leaves() -> None:
    def paint(painter: QPainter) -> None:
        painter.setBrush(QColor("blue"))
        painter.setClipRect(QRectF(10.0, 10.0, 50.0, 50.0))
        painter.drawRect(QRectF(0.0, 20.0, 30.0, 10.0))
        painter.drawRect(QRectF(20.0, 40.0, 5.0, 5.0))
        painter.drawRect(QRectF(100.0, 40.0, 5.0, 5.0))
        painter.save()
        painter.setClipRect(QRectF(0.0, 0.0, 20.0, 100.0), Qt.ClipOperation.IntersectClip)
        painter.drawRect(QRectF(0.0, 0.0, 200.0, 100.0))
        painter.restore()
        painter.drawRect(QRectF(0.0, 50.0, 200.0, 50.0))
        painter.setClipping(False)
        painter.drawRect(QRectF(0.0, 50.0, 200.0, 50.0))

    boxes = [rectangle_of(primitive.path) for primitive in drawn(paint).primitives if isinstance(primitive, Fill)]
    assert boxes == [
        QRectF(10.0, 20.0, 20.0, 10.0),
        QRectF(20.0, 40.0, 5.0, 5.0),
        QRectF(10.0, 10.0, 10.0, 50.0),
        QRectF(10.0, 50.0, 50.0, 10.0),
        QRectF(0.0, 50.0, 200.0, 50.0),
    ]


def test_a_line_that_is_clipped_ends_at_the_clip() -> None:
    def paint(painter: QPainter) -> None:
        painter.setClipRect(QRectF(10.0, 10.0, 20.0, 20.0))
        painter.setPen(QPen(QColor("black"), 2.0))
        painter.drawLine(QPointF(0.0, 20.0), QPointF(100.0, 20.0))

    (primitive,) = drawn(paint).primitives
    assert isinstance(primitive, Fill)
    assert primitive.path.boundingRect() == QRectF(10.0, 19.0, 20.0, 2.0)


def test_an_image_stays_one_but_where_it_has_one_colour() -> None:
    image = QImage(4, 4, QImage.Format.Format_ARGB32)
    image.fill(QColor("#102030"))
    speckled = image.copy()
    speckled.setPixelColor(1, 1, QColor("white"))

    def paint(painter: QPainter) -> None:
        painter.drawImage(QRectF(0.0, 0.0, 40.0, 40.0), image)
        painter.drawPixmap(QPointF(50.0, 0.0), QPixmap.fromImage(speckled))

    plain, primitive = drawn(paint).primitives
    assert isinstance(plain, Fill)
    assert (rectangle_of(plain.path), plain.colour.name()) == (QRectF(0.0, 0.0, 40.0, 40.0), "#102030")
    assert isinstance(primitive, Image)
    assert primitive.place == QRectF(50.0, 0.0, 4.0, 4.0)
    assert primitive.image.pixelColor(1, 1) == QColor("white")


def test_widgets_draw_themselves_on_it(qtbot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    column = QVBoxLayout(widget)
    column.addWidget(QLabel("one"))
    column.addWidget(QLabel("two"))
    widget.resize(200, 100)
    drawing = draw_widget(widget, "#FFFFFF")
    page, *rest = drawing.primitives
    assert isinstance(page, Fill)
    assert (rectangle_of(page.path), page.colour.name()) == (QRectF(0.0, 0.0, 200.0, 100.0), "#ffffff")
    assert [primitive.text for primitive in rest if isinstance(primitive, Text)] == ["one", "two"]
    assert (drawing.width, drawing.height) == (200, 100)
    assert not [primitive for primitive in draw_widget(widget, None).primitives if not isinstance(primitive, Text)]


def test_an_image_that_is_clipped_is_seen_where_it_may_be() -> None:
    image = QImage(2, 1, QImage.Format.Format_ARGB32)
    image.fill(QColor("red"))
    image.setPixelColor(1, 0, QColor("blue"))

    def paint(painter: QPainter) -> None:
        painter.setClipRect(QRectF(10.0, 0.0, 20.0, 50.0))
        painter.drawImage(QRectF(0.0, 0.0, 40.0, 40.0), image)

    (primitive,) = drawn(paint).primitives
    assert isinstance(primitive, Image)
    alphas = [primitive.image.pixelColor(round(x * primitive.image.width() / 40), 5).alpha() for x in (5, 15, 25, 35)]
    assert alphas == [0, 255, 255, 0]

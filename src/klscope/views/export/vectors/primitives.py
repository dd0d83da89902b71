"""The primitives of vector drawings: filled paths, lines, texts and images. Coordinates are in points."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPainterPath, QPainterPathStroker, QPen, QTransform

PIXELS_PER_POINT = 4


@dataclass(frozen=True)
class Fill:
    """A filled path; ``crisp`` to align its edges to pixels when rasterised."""

    path: QPainterPath
    colour: QColor
    crisp: bool = False

    def outline(self) -> QPainterPath:
        return self.path


@dataclass(frozen=True)
class Line:
    """A stroked path, with the width, caps, joins and dashes of its pen."""

    path: QPainterPath
    pen: QPen
    crisp: bool = False

    @property
    def colour(self) -> QColor:
        return self.pen.color()

    def outline(self) -> QPainterPath:
        return outline_of(self.path, self.pen)


@dataclass(frozen=True)
class Text:
    """A text run that starts on the baseline at ``at``, of a ``width``, in the coordinates of ``transform``."""

    text: str
    at: QPointF
    width: float
    font: QFont
    colour: QColor
    transform: QTransform

    def outline(self) -> QPainterPath:
        letters = QPainterPath()
        letters.setFillRule(Qt.FillRule.WindingFill)
        letters.addText(self.at, self.font, self.text)
        return self.transform.map(letters)


@dataclass(frozen=True)
class Image:
    """An image that fills a rectangle."""

    image: QImage
    place: QRectF

    def outline(self) -> QPainterPath:
        path = QPainterPath()
        path.addRect(self.place)
        return path

    def inside(self, area: QPainterPath) -> Image:
        """Return the image clipped to an area, upsampled if needed, so that the edge is smooth."""
        size = self.image.size().expandedTo((self.place.size() * PIXELS_PER_POINT).toSize())
        image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        painter.scale(size.width() / self.place.width(), size.height() / self.place.height())
        painter.translate(-self.place.topLeft())
        painter.setClipPath(area)
        painter.drawImage(self.place, self.image)
        painter.end()
        return Image(image, self.place)


Primitive = Fill | Line | Text | Image


def part(primitive: Primitive, area: QPainterPath) -> Primitive | None:
    """Return what is left of a primitive in an area of its outline; None if that is empty."""
    if area.isEmpty():
        return None
    if isinstance(primitive, Image):
        return primitive.inside(area)
    return Fill(area, primitive.colour, not isinstance(primitive, Text) and primitive.crisp)


@dataclass(frozen=True)
class Drawing:
    """Primitives, from bottom to top, on a page; width and height in points.

    ``millimetres`` is the width of the page if it is scaled to one on paper.
    """

    width: int
    height: int
    primitives: tuple[Primitive, ...]
    millimetres: float | None = None

    @property
    def millimetres_per_point(self) -> float | None:
        """The scale of the page; None if it is not scaled."""
        return None if self.millimetres is None else self.millimetres / self.width


def outline_of(path: QPainterPath, pen: QPen) -> QPainterPath:
    """Return the area covered by a pen along a path."""
    stroker = QPainterPathStroker(pen)
    stroker.setWidth(pen.widthF() or 1.0)
    return stroker.createStroke(path)


def rectangle_of(path: QPainterPath) -> QRectF | None:
    """Return the path as an axis-aligned rectangle; None if it is another shape."""
    if path.elementCount() != 5:
        return None
    box = path.boundingRect()
    xs, ys = {box.left(), box.right()}, {box.top(), box.bottom()}
    points = [path.elementAt(place) for place in range(5)]
    upright = all((one.x == other.x) != (one.y == other.y) for one, other in pairwise(points))
    closed = (points[0].x, points[0].y) == (points[4].x, points[4].y)
    corners = all(point.x in xs and point.y in ys and not point.isCurveTo() for point in points)
    return box if upright and closed and corners else None

"""What a drawing is made of: filled shapes, lines, texts and, where nothing else will do, images; in points, from 0."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPainterPath, QPainterPathStroker, QPen, QTransform

PIXELS_PER_POINT = 4


@dataclass(frozen=True)
class Fill:
    """An area of one colour; ``crisp``: its edges keep to whole pixels, where there are pixels."""

    path: QPainterPath
    colour: QColor
    crisp: bool = False

    def outline(self) -> QPainterPath:
        """Return the area it covers."""
        return self.path


@dataclass(frozen=True)
class Line:
    """A line along a path, in the width, caps, joins and dashes of its pen."""

    path: QPainterPath
    pen: QPen
    crisp: bool = False

    @property
    def colour(self) -> QColor:
        """Return the colour of the pen."""
        return self.pen.color()

    def outline(self) -> QPainterPath:
        """Return the area it covers."""
        return outline_of(self.path, self.pen)


@dataclass(frozen=True)
class Text:
    """A run of text that begins on its base line at ``at``, ``width`` wide, in the coordinates of ``transform``."""

    text: str
    at: QPointF
    width: float
    font: QFont
    colour: QColor
    transform: QTransform

    def outline(self) -> QPainterPath:
        """Return the letters as an area."""
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
        """Return the area it covers."""
        path = QPainterPath()
        path.addRect(self.place)
        return path

    def inside(self, area: QPainterPath) -> Image:
        """Return what is seen of it in an area; finer, where it was coarse, so that the area's edge is not."""
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


@dataclass(frozen=True)
class Drawing:
    """Marks, the first at the bottom, on a page so many points wide and high."""

    width: int
    height: int
    primitives: tuple[Primitive, ...]


def outline_of(path: QPainterPath, pen: QPen) -> QPainterPath:
    """Return the area that a pen covers along a path."""
    stroker = QPainterPathStroker(pen)
    stroker.setWidth(pen.widthF() or 1.0)
    return stroker.createStroke(path)


def rectangle_of(path: QPainterPath) -> QRectF | None:
    """Return the upright rectangle that a path is; None: it is something else."""
    if path.elementCount() != 5:
        return None
    box = path.boundingRect()
    xs, ys = {box.left(), box.right()}, {box.top(), box.bottom()}
    points = [path.elementAt(place) for place in range(5)]
    upright = all((one.x == other.x) != (one.y == other.y) for one, other in pairwise(points))
    closed = (points[0].x, points[0].y) == (points[4].x, points[4].y)
    corners = all(point.x in xs and point.y in ys and not point.isCurveTo() for point in points)
    return box if upright and closed and corners else None

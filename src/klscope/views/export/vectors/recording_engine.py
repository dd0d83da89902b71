"""A paint device that records vector primitives, so that widgets can be rendered as vector drawings."""

from __future__ import annotations

from math import hypot
from typing import Any

import numpy as np
from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QImage,
    QPaintDevice,
    QPaintEngine,
    QPaintEngineState,
    QPainter,
    QPainterPath,
    QPen,
    QRegion,
    QTextItem,
    QTransform,
)
from PySide6.QtWidgets import QWidget

from klscope.views.export.vectors.primitives import (
    Drawing,
    Fill,
    Image,
    Line,
    Primitive,
    Text,
    outline_of,
    part,
    rectangle_of,
)

DOTS_PER_INCH, POINTS_PER_INCH = 96, 72
MILLIMETRES_PER_INCH = 25.4
TOLERANCE = 0.01
"""The tolerance of a clip, in points."""
Dirty = QPaintEngine.DirtyFlag


class RecordingEngine(QPaintEngine):
    """The paint engine of `RecordingDevice`: it converts every call to primitives in device coordinates."""

    def __init__(self) -> None:
        super().__init__(QPaintEngine.PaintEngineFeature.AllFeatures)
        self.primitives: list[Primitive] = []
        self._pen, self._brush = QPen(Qt.PenStyle.NoPen), QColor(0, 0, 0, 0)
        self._transform = QTransform()
        self._clip: QPainterPath | None = None
        self._clips = False
        self._opacity = 1.0
        self._smooth = False

    # -- QPaintEngine -------------------------------------------------------------------------------------------

    def type(self) -> QPaintEngine.Type:
        """Return a type that is none of Qt's own engines."""
        return QPaintEngine.Type.User

    def begin(self, _device: QPaintDevice) -> bool:
        self.setActive(True)
        return True

    def end(self) -> bool:
        self.setActive(False)
        return True

    def updateState(self, state: QPaintEngineState) -> None:
        flags = state.state()
        if flags & Dirty.DirtyTransform:
            self._transform = QTransform(state.transform())
        if flags & Dirty.DirtyPen:
            self._pen = QPen(state.pen())
        if flags & Dirty.DirtyBrush:
            brush = state.brush()
            empty = brush.style() is Qt.BrushStyle.NoBrush
            self._brush = QColor(0, 0, 0, 0) if empty else QColor(brush.color())
        if flags & Dirty.DirtyOpacity:
            self._opacity = state.opacity()
        if flags & Dirty.DirtyHints:
            self._smooth = bool(state.renderHints() & QPainter.RenderHint.Antialiasing)
        if flags & Dirty.DirtyClipEnabled:
            self._clips = state.isClipEnabled()
        if flags & Dirty.DirtyClipPath:
            self._take_clip(state.clipPath(), state.clipOperation())
        elif flags & Dirty.DirtyClipRegion:
            path = QPainterPath()
            path.addRegion(state.clipRegion())
            self._take_clip(path, state.clipOperation())

    # PySide6 passes QPointF, QRectF, QPixmap and QImage, fewer types than its signatures permit

    def drawPath(self, path: QPainterPath) -> None:
        self._fill(path)
        self._line(path)

    def drawPolygon(self, points: Any, mode: QPaintEngine.PolygonDrawMode) -> None:
        path = QPainterPath(QPointF(points[0]))
        for point in points[1:]:
            path.lineTo(QPointF(point))
        if mode is QPaintEngine.PolygonDrawMode.PolylineMode:
            self._line(path)
            return
        path.closeSubpath()
        if mode is QPaintEngine.PolygonDrawMode.WindingMode:
            path.setFillRule(Qt.FillRule.WindingFill)
        self.drawPath(path)

    def drawTextItem(self, at: Any, item: QTextItem) -> None:
        text = item.text().rstrip("\0")
        if text.strip():
            face, colour = _own_face(item.font()), self._faded(self._pen.color())
            self._add(Text(text, QPointF(at), item.width(), face, colour, QTransform(self._transform)))

    def drawPixmap(self, place: Any, pixmap: Any, part: Any) -> None:
        self.drawImage(place, pixmap.toImage(), part)

    def drawImage(
        self,
        place: Any,
        image: QImage,
        part: Any,
        _flags: Qt.ImageConversionFlag = Qt.ImageConversionFlag.AutoColor,
    ) -> None:
        copy = image.copy(part.toAlignedRect())
        copy.setDevicePixelRatio(1.0)
        shown = self._transform.mapRect(QRectF(place))
        colour = _only_colour(copy)
        if colour is None:
            self._add(Image(copy, shown))
        elif colour.alpha():  # the background of a chart, which Qt draws as a pixmap of its size
            path = QPainterPath()
            path.addRect(shown)
            self._add(Fill(path, self._faded(colour), crisp=True))

    # -- recording ----------------------------------------------------------------------------------------------

    def _faded(self, colour: QColor) -> QColor:
        result = QColor(colour)
        result.setAlphaF(result.alphaF() * self._opacity)
        return result

    def _fill(self, path: QPainterPath) -> None:
        colour = self._faded(self._brush)
        if colour.alpha():
            self._add(Fill(self._transform.map(path), colour, not self._smooth))

    def _line(self, path: QPainterPath) -> None:
        if self._pen.style() is Qt.PenStyle.NoPen:
            return
        pen = QPen(self._pen)
        colour = self._faded(pen.brush().color())
        if not colour.alpha():
            return
        width = pen.widthF() or 1.0
        across, along = (
            hypot(self._transform.m11(), self._transform.m12()),
            hypot(self._transform.m21(), self._transform.m22()),
        )
        if abs(across - along) > 1e-6 and not pen.isCosmetic():
            self._add(Fill(self._transform.map(outline_of(path, pen)), colour, not self._smooth))
            return
        pen.setColor(colour)
        pen.setWidthF(width if pen.isCosmetic() else width * across)
        pen.setCosmetic(False)
        self._add(Line(self._transform.map(path), pen, not self._smooth))

    def _take_clip(self, path: QPainterPath, operation: Qt.ClipOperation) -> None:
        if operation is Qt.ClipOperation.NoClip:
            self._clip = None
            return
        self._clips = True
        path = self._transform.map(path)
        narrower = operation is Qt.ClipOperation.IntersectClip
        self._clip = common(self._clip, path) if narrower and self._clip is not None else path

    def _add(self, primitive: Primitive) -> None:
        """Record the part of a primitive inside the clip."""
        region = self.systemClip()
        rest: Primitive | None = primitive
        if not region.isEmpty():
            area = QPainterPath()
            area.addRegion(region)
            rest = clipped(primitive, area)
        if rest is not None and self._clips and self._clip is not None:
            rest = clipped(rest, self._clip)
        if rest is not None:
            self.primitives.append(rest)


def common(one: QPainterPath, other: QPainterPath) -> QPainterPath:
    """Return the intersection of two areas."""
    first, second = rectangle_of(one), rectangle_of(other)
    if first is None or second is None:
        return one.intersected(other)
    path = QPainterPath()
    path.addRect(first & second)
    return path


def clipped(primitive: Primitive, clip: QPainterPath) -> Primitive | None:
    """Return the part of a primitive inside a clip: the primitive itself if all is inside, None if nothing is.

    The clip is applied to the geometry, because many viewers do not support clip paths.
    """
    outline = primitive.outline()
    box = outline.boundingRect()
    if clip.contains(box.adjusted(TOLERANCE, TOLERANCE, -TOLERANCE, -TOLERANCE)):
        return primitive
    return part(primitive, common(outline, clip)) if clip.boundingRect().intersects(box) else None


def _own_face(font: QFont) -> QFont:
    """Return a font with size, weight and style set explicitly.

    Attributes inherited by a widget would be replaced by those of the output device, and a size in points would depend
    on its resolution.
    """
    size = font.pixelSize() if font.pixelSize() > 0 else round(font.pointSizeF() * DOTS_PER_INCH / POINTS_PER_INCH)
    result = QFont(font.families())
    result.setPixelSize(size)
    result.setWeight(font.weight())
    result.setStyle(font.style())
    for tag in font.featureTags():
        result.setFeature(tag, font.featureValue(tag))
    return result


def _only_colour(image: QImage) -> QColor | None:
    """Return the colour of a uniform image; None if it has several."""
    plain = image.convertToFormat(QImage.Format.Format_ARGB32)
    pixels = np.frombuffer(plain.constBits(), np.uint32)
    return QColor.fromRgba(int(pixels[0])) if pixels.size and (pixels == pixels[0]).all() else None


class RecordingDevice(QPaintDevice):
    """A paint device that records primitives; its size is in points."""

    def __init__(self, size: QSize) -> None:
        super().__init__()
        self._size = size
        self._engine = RecordingEngine()

    def paintEngine(self) -> QPaintEngine:
        return self._engine

    def metric(self, metric: QPaintDevice.PaintDeviceMetric) -> int:
        """Return the size, and the resolution of a screen without scaling."""
        kinds = QPaintDevice.PaintDeviceMetric
        known = {
            kinds.PdmWidth: self._size.width(),
            kinds.PdmHeight: self._size.height(),
            kinds.PdmWidthMM: round(self._size.width() / DOTS_PER_INCH * MILLIMETRES_PER_INCH),
            kinds.PdmHeightMM: round(self._size.height() / DOTS_PER_INCH * MILLIMETRES_PER_INCH),
            kinds.PdmNumColors: 1 << 24,
            kinds.PdmDepth: 32,
            kinds.PdmDevicePixelRatio: 1,
            kinds.PdmDevicePixelRatioScaled: round(QPaintDevice.devicePixelRatioFScale()),
        }
        return known.get(metric, DOTS_PER_INCH)

    def drawing(self) -> Drawing:
        """Return the recorded drawing."""
        return Drawing(self._size.width(), self._size.height(), tuple(self._engine.primitives))


def draw_widget(widget: QWidget, ground: str | None, with_own_ground: bool = False) -> Drawing:
    """Return a drawing of a widget, on a page of the colour ``ground``; None for no page."""
    device = RecordingDevice(widget.size())
    painter = QPainter(device)
    if ground is not None:
        painter.fillRect(QRectF(QPointF(), QSizeF(widget.size())), QColor(ground))
    flags = QWidget.RenderFlag.DrawChildren
    if with_own_ground:
        flags |= QWidget.RenderFlag.DrawWindowBackground
    widget.render(painter, QPoint(), QRegion(), flags)
    painter.end()
    return device.drawing()

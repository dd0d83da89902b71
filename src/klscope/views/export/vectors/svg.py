"""The SVG writer. Texts are written as paths, so that they do not depend on installed fonts."""

from __future__ import annotations

import re
from base64 import b64encode
from math import hypot
from xml.sax.saxutils import escape, quoteattr

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainterPath

from klscope.views.export.png import as_png
from klscope.views.export.vectors.primitives import Drawing, Fill, Image, Line, Primitive, Text, rectangle_of

DIGITS = 3
FORBIDDEN = re.compile("[^\\t\\n\\r -\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]")
CAPS = {Qt.PenCapStyle.SquareCap: "square", Qt.PenCapStyle.RoundCap: "round"}
JOINS = {Qt.PenJoinStyle.BevelJoin: "bevel", Qt.PenJoinStyle.RoundJoin: "round"}
CURVE = QPainterPath.ElementType.CurveToElement


def as_svg(drawing: Drawing, title: str) -> bytes:
    """Encode a drawing as an SVG document with a title; one point is one CSS pixel, if it is not scaled to a width."""
    scale = drawing.millimetres_per_point
    width, height = (
        str(side) if scale is None else f"{number(side * scale)}mm" for side in (drawing.width, drawing.height)
    )
    size = f'width="{width}" height="{height}" viewBox="0 0 {drawing.width} {drawing.height}"'
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" {size} role="img">',
        f"<title>{escape(_allowed(title))}</title>",
        *map(_element, drawing.primitives),
        "</svg>",
    ]
    return ("\n".join(lines) + "\n").encode()


def _allowed(text: str) -> str:
    """Return a text without the characters that XML does not permit."""
    return FORBIDDEN.sub("", text)


def _element(primitive: Primitive) -> str:
    match primitive:
        case Fill():
            crisp = ' shape-rendering="crispEdges"' if primitive.crisp else ""
            box = rectangle_of(primitive.path)
            if box is None:
                shape = f'path d="{path_data(primitive.path)}"{_rule(primitive.path)}'
            else:
                shape = f"rect {_place(box)}"
            return f"<{shape}{_paint('fill', primitive.colour)}{crisp}/>"
        case Line():
            crisp = ' shape-rendering="crispEdges"' if primitive.crisp else ""
            return f'<path d="{path_data(primitive.path)}" fill="none"{_stroke(primitive)}{crisp}/>'
        case Text():
            letters = path_data(primitive.outline())
            label, fill = quoteattr(_allowed(primitive.text)), _paint("fill", primitive.colour)
            return f'<path aria-label={label} d="{letters}"{fill}/>'
        case Image():
            data = f"data:image/png;base64,{b64encode(as_png(primitive.image)).decode()}"
            return f'<image {_place(primitive.place)} preserveAspectRatio="none" xlink:href="{data}"/>'


def _place(box: QRectF) -> str:
    sides = {"x": box.x(), "y": box.y(), "width": box.width(), "height": box.height()}
    return " ".join(f'{name}="{number(value)}"' for name, value in sides.items())


def _paint(name: str, colour: QColor) -> str:
    opacity = f' {name}-opacity="{number(colour.alphaF())}"' if colour.alpha() < 255 else ""
    return f' {name}="{colour.name()}"{opacity}'


def _rule(path: QPainterPath) -> str:
    return ' fill-rule="evenodd"' if path.fillRule() is Qt.FillRule.OddEvenFill else ""


def _stroke(primitive: Line) -> str:
    pen = primitive.pen
    words = [_paint("stroke", primitive.colour), f' stroke-width="{number(pen.widthF())}"']
    if pen.capStyle() in CAPS:
        words.append(f' stroke-linecap="{CAPS[pen.capStyle()]}"')
    if pen.joinStyle() in JOINS:
        words.append(f' stroke-linejoin="{JOINS[pen.joinStyle()]}"')
    if pen.style() is not Qt.PenStyle.SolidLine:
        dashes = " ".join(number(part * pen.widthF()) for part in pen.dashPattern())
        words.append(f' stroke-dasharray="{dashes}"')
        if pen.dashOffset():
            words.append(f' stroke-dashoffset="{number(pen.dashOffset() * pen.widthF())}"')
    return "".join(words)


def path_data(path: QPainterPath) -> str:
    """Return the ``d`` attribute of a path; a subpath that ends at its start is closed."""
    words: list[str] = []
    start = last = (0.0, 0.0)
    place, count = 0, path.elementCount()
    while place < count:
        element = path.elementAt(place)
        at = (element.x, element.y)
        if element.isMoveTo():
            _close(words, start, last)
            words.append(f"M{number(at[0])} {number(at[1])}")
            start = at
        elif element.type is CURVE:
            ends = [path.elementAt(place + further) for further in range(3)]
            words.append("C" + " ".join(f"{number(one.x)} {number(one.y)}" for one in ends))
            at = (ends[2].x, ends[2].y)
            place += 2
        else:
            words.append(f"L{number(at[0])} {number(at[1])}")
        last = at
        place += 1
    _close(words, start, last)
    return "".join(words)


def _close(words: list[str], start: tuple[float, float], last: tuple[float, float]) -> None:
    drawn = bool(words) and not words[-1].startswith("M")
    if drawn and hypot(start[0] - last[0], start[1] - last[1]) < 1e-9:
        words.append("Z")


def number(value: float) -> str:
    """Return the shortest text of a number."""
    text = f"{value:.{DIGITS}f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text

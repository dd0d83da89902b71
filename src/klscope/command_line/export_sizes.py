"""The options of ``klscope export`` for the size of a picture."""

import argparse
import re

from klscope.command_line.choices import chosen
from klscope.command_line.exits import usage_error
from klscope.command_line.parser import Parser
from klscope.files import picture_formats
from klscope.files.picture_formats import PictureFormat
from klscope.files.picture_sizes import FACTORS, NAMED, PaperWidth, PictureScale, PixelWidth
from klscope.files.weights_text import quoted
from klscope.wording import gettext

SCALES = tuple(map(str, FACTORS))
PIXELS = (16, 10_000)
MILLIMETRES = (10, 1000)
DOTS = (30, 1200)
USUAL_DOTS = 300
IN_MILLIMETRES = {"mm": 1.0, "cm": 10.0}
SIZE = re.compile(r"([0-9]{1,6})(?:[x×]([0-9]{1,6}))?")
WIDTH = re.compile(r"([0-9]{1,6}(?:\.[0-9]{1,6})?) ?(mm|cm)")


def add_options(parser: Parser) -> None:
    """Add the options."""
    pixels = ", ".join(picture_formats.suffixes(has_pixels=True))
    parser.choice("--scale", gettext("pixels per logical pixel, of {pixels} (1)", pixels=pixels), SCALES)
    size = gettext(
        "scale to this width in pixels, of {pixels}; the aspect is kept, so the height follows; or to a slide of 16:9 "
        "(1920 pixels wide), or to a column of a paper (85 mm wide)",
        pixels=pixels,
    )
    parser.value("--size", size, "1920x1080|slide|column")
    parser.value("--width", gettext("scale to this width on paper, in mm or cm; the height follows"), "85mm")
    parser.value("--dpi", gettext("with --width: pixels per inch, of {pixels} (300)", pixels=pixels), "N")


def read_size(arguments: argparse.Namespace) -> PictureScale:
    """Return the size that the options ask for; raise UsageError if they are wrong or contradict each other."""
    given = [f"--{name}" for name in ("scale", "size", "width") if getattr(arguments, name) is not None]
    if len(given) > 1:
        raise usage_error("{options}: give one of them", options=", ".join(given))
    if arguments.dpi is not None and arguments.width is None:
        raise usage_error("--dpi is for --width; leave it out, or give a width such as --width 85mm")
    if arguments.size is not None:
        return _size(arguments.size)
    if arguments.width is not None:
        return _width(arguments.width, USUAL_DOTS if arguments.dpi is None else _dots(arguments.dpi))
    return int(chosen("--scale", arguments.scale, SCALES, SCALES[0]) or SCALES[0])


def refuse_pixels(arguments: argparse.Namespace, form: PictureFormat) -> None:
    """Refuse the options for pixels where a format has none."""
    counted = arguments.size is not None and arguments.size not in NAMED
    for option, given in (
        ("--scale", arguments.scale is not None),
        ("--size", counted),
        ("--dpi", arguments.dpi is not None),
    ):
        if given and not form.has_pixels:
            raise usage_error(
                "{option} is for {pixels}: {suffix} has no pixels, and is sharp at any size",
                option=option,
                pixels=", ".join(picture_formats.suffixes(has_pixels=True)),
                suffix=form.suffix,
            )


def _size(text: str) -> PictureScale:
    if text in NAMED:
        return NAMED[text]
    found = SIZE.fullmatch(text)
    if found is None or not all(_within(int(side), PIXELS) for side in found.groups() if side is not None):
        raise usage_error(
            "--size: {value} is none of {names}, and no size from {least} to {most} pixels such as 1920x1080",
            value=quoted(text),
            names=", ".join(NAMED),
            least=PIXELS[0],
            most=PIXELS[1],
        )
    return PixelWidth(int(found[1]))


def _width(text: str, dots: int) -> PaperWidth:
    found = WIDTH.fullmatch(text)
    if found is None or not _within(float(found[1]) * IN_MILLIMETRES[found[2]], MILLIMETRES):
        raise usage_error(
            "--width: {value} is no width from {least} mm to {most} mm, such as 85mm or 8.5cm",
            value=quoted(text),
            least=MILLIMETRES[0],
            most=MILLIMETRES[1],
        )
    width = PaperWidth(float(found[1]) * IN_MILLIMETRES[found[2]], dots)
    if not _within(width.pixels, PIXELS):
        raise usage_error(
            "--width {width} at {dots} DPI is {pixels} pixels, and not {least} to {most}: give another --dpi",
            width=text,
            dots=dots,
            pixels=width.pixels,
            least=PIXELS[0],
            most=PIXELS[1],
        )
    return width


def _dots(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and len(text) <= len(str(DOTS[1])) and _within(int(text), DOTS)):
        raise usage_error(
            "--dpi: {value} is not a whole number from {least} to {most}",
            value=quoted(text),
            least=DOTS[0],
            most=DOTS[1],
        )
    return int(text)


def _within(value: float, ends: tuple[int, int]) -> bool:
    return ends[0] <= value <= ends[1]

"""Colours of the heat map. Oracle: fields by hand, whose lines must stand at known pixels."""

import numpy as np
import pytest
from pixels import pixels_of
from PySide6.QtGui import QColor

from klscope.theory.units import Unit
from klscope.views.landscape.heat_map import (
    SHADES,
    STRONGEST,
    ColourScale,
    bounded_scale,
    colour_bar,
    colours,
    heat_image,
    level_scale,
    open_scale,
)
from klscope.views.theme import DARK, LIGHT


def luminance(colour):
    """Return the relative luminance of WCAG 2.1."""
    channels = np.array(QColor(colour).getRgbF()[:3])
    linear = np.where(channels <= 0.04045, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4)
    return float(linear @ (0.2126, 0.7152, 0.0722))


def test_lines_stand_on_the_ladder():
    assert open_scale(Unit.BIT) == ColourScale(5.0, (0.05, 0.1, 0.2, 0.5, 1.0, 2.0), True, False)
    assert open_scale(Unit.NAT) == ColourScale(2.0, (0.02, 0.05, 0.1, 0.2, 0.5, 1.0), True, False)
    assert open_scale(Unit.HARTLEY) == ColourScale(1.0, (0.01, 0.02, 0.05, 0.1, 0.2, 0.5), True, False)
    assert bounded_scale(1.0).levels == (0.01, 0.02, 0.05, 0.1, 0.2, 0.5)
    assert level_scale(1.585, is_most=True).levels == (0.25, 0.5, 0.75, 1.0, 1.25, 1.5)


def test_infinity_has_the_strongest_colour():
    scale = open_scale(Unit.BIT)
    assert scale.part(0.0) == 0.0
    assert scale.part(5.0) == 1.0
    assert 1.0 < scale.part(np.inf) < 2.0
    assert scale.part(1.25) == pytest.approx(0.5)


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_the_ramp_is_one_hue_from_the_card_on_and_ink_is_read_on_all_of_it(theme):
    shades = [QColor.fromRgb(int(value)) for value in colours(theme)[:SHADES]]
    assert shades[0].name().upper() == theme.card
    light = [luminance(shade) for shade in shades]
    steps = np.diff(light)
    assert (steps <= 1e-9).all() or (steps >= -1e-9).all()
    ink = luminance(theme.ink)
    for one in (light[0], light[-1]):
        assert (max(one, ink) + 0.05) / (min(one, ink) + 0.05) >= 4.5
    assert STRONGEST < 1.0
    bar = pixels_of(colour_bar(theme))
    assert bar[-1, 0].tolist() == list(shades[0].getRgb()[:3])
    assert bar[0, 0].tolist() == list(shades[-1].getRgb()[:3])


@pytest.mark.parametrize("ratio", [1, 2])
def test_a_line_is_where_its_level_is_and_nowhere_else(ratio):
    columns = 100 * ratio
    parts = np.broadcast_to((np.arange(columns) + 0.5) / columns, (40, columns)).astype(np.float32)
    inside = np.ones(parts.shape, dtype=np.bool_)
    inside[:, : columns // 10] = False
    image = heat_image(parts, inside, ColourScale(1.0, (0.5,), False, True), LIGHT, ratio)
    assert image.devicePixelRatio() == ratio
    plain = heat_image(parts, inside, ColourScale(1.0, (), False, True), LIGHT, ratio)
    differ = np.flatnonzero((pixels_of(image) != pixels_of(plain)).any(axis=(0, 2)))
    assert differ.min() >= columns // 2 - 2 * ratio
    assert differ.max() <= columns // 2 + 2 * ratio
    assert image.pixelColor(0, 0).alpha() == 0
    assert image.pixelColor(columns - 1, 0).alpha() == 255

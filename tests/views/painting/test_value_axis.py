"""The numbers at the left of a chart. Oracle: what stands there is read back as a number."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pixels import Sheet, is_colour

from klscope.views.painting.axes import Range
from klscope.views.painting.geometry import PlotArea
from klscope.views.painting.value_axis import most_ticks, numbered, paint_axis
from klscope.views.theme import LIGHT

MINUS = "\N{MINUS SIGN}"


def written(low, high, height, signed=False):
    return [text for _, text in numbered(Range(low, high), most_ticks(height), signed)]


def test_the_axis_of_probabilities():
    assert written(0.0, 1.0, 200) == ["0", "0.2", "0.4", "0.6", "0.8", "1.0"]
    assert written(0.0, 0.05, 200) == ["0", "0.01", "0.02", "0.03", "0.04", "0.05"]


def test_the_axis_of_terms_has_signs():
    assert written(-0.25, 1.0, 150, signed=True) == ["0", "+0.5", "+1.0"]
    assert written(-0.5, 0.5, 150, signed=True) == [f"{MINUS}0.50", f"{MINUS}0.25", "0", "+0.25", "+0.50"]


@settings(derandomize=True, max_examples=200, deadline=None)
@given(st.floats(1e-9, 100.0), st.floats(0, 1), st.floats(60, 600), st.booleans())
def test_what_stands_there_is_the_value_and_no_two_are_alike(span, below, height, signed):
    low = -span * below if signed else 0.0
    found = numbered(Range(low, low + span), most_ticks(height), signed)
    assert len({text for _, text in found}) == len(found) >= 1
    for value, text in found:
        assert "-" not in text
        assert float(text.replace(MINUS, "-")) == pytest.approx(value, rel=0.021, abs=1e-12)
        assert text.startswith("+") == (signed and value > 0)


@pytest.mark.parametrize(("height", "most"), [(10, 2), (70, 2), (102, 3), (136, 4), (170, 5), (2000, 5)])
def test_ticks_keep_34_pixels_apart(height, most):
    assert most_ticks(height) == most


@pytest.mark.usefixtures("qapp")
def test_each_number_stands_beside_its_value_left_of_the_plot():
    area = PlotArea(56.0, 20.0, 100.0, 180.0, 4, Range(0.0, 1.0))
    sheet = Sheet(160, 220, LIGHT.card)
    with sheet.painter() as painter:
        texts = [(round(area.y(value)), text) for value, text in numbered(area.shown, 5)]
        paint_axis(painter, texts, (area.left, area.right), LIGHT)
    assert is_colour(sheet.pixels[20, 56:156], LIGHT.grid, 3).all()  # the line of 1.0
    ink = ~is_colour(sheet.pixels, LIGHT.card, 60)
    ink[:, round(area.left) :] = False
    rows = np.flatnonzero(ink.any(axis=1))
    blocks = np.split(rows, np.flatnonzero(np.diff(rows) > 1) + 1)  # each number is some rows of ink
    middles = [(block[0] + block[-1] + 1) / 2 for block in reversed(blocks)]
    assert middles == pytest.approx([area.y(value) for value in (0.0, 0.2, 0.4, 0.6, 0.8, 1.0)], abs=1.5)
    assert np.flatnonzero(ink.any(axis=0))[-1] == pytest.approx(area.left - 6.0, abs=2.0)

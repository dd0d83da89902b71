"""The numbers at the left of a chart. Oracle: what stands there is read back as a number."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyqtgraph.graphicsItems.ViewBox.ViewBox import ViewBox

from klscope.views.charts.value_axis import ValueAxis, most_ticks

MINUS = "\N{MINUS SIGN}"


@pytest.fixture(scope="module")
def axes(qapp):  # noqa: ARG001
    both = {signed: ValueAxis(ViewBox()) for signed in (False, True)}
    both[True].signed = True
    return both


def written(axis, low, high, height):
    ((step, values),) = axis.tickValues(low, high, height)
    return values, axis.tickStrings(values, 1.0, step)


def test_the_axis_of_probabilities(axes):
    assert written(axes[False], 0.0, 1.0, 200)[1] == ["0", "0.2", "0.4", "0.6", "0.8", "1.0"]
    assert written(axes[False], 0.0, 0.05, 200)[1] == ["0", "0.01", "0.02", "0.03", "0.04", "0.05"]


def test_the_axis_of_terms_has_signs(axes):
    assert written(axes[True], -0.25, 1.0, 150)[1] == ["0", "+0.5", "+1.0"]
    assert written(axes[True], -0.5, 0.5, 150)[1] == [f"{MINUS}0.50", f"{MINUS}0.25", "0", "+0.25", "+0.50"]


@settings(derandomize=True, max_examples=200, deadline=None)
@given(st.floats(1e-9, 100.0), st.floats(0, 1), st.floats(60, 600), st.booleans())
def test_what_stands_there_is_the_value_and_no_two_are_alike(axes, span, below, height, signed):
    low = -span * below if signed else 0.0
    values, texts = written(axes[signed], low, low + span, height)
    assert len(set(texts)) == len(texts) >= 1
    for value, text in zip(values, texts, strict=True):
        assert "-" not in text
        assert float(text.replace(MINUS, "-")) == pytest.approx(value, rel=0.021, abs=1e-12)
        assert text.startswith("+") == (signed and value > 0)


@pytest.mark.parametrize(("height", "most"), [(10, 2), (70, 2), (102, 3), (136, 4), (170, 5), (2000, 5)])
def test_ticks_keep_34_pixels_apart(height, most):
    assert most_ticks(height) == most

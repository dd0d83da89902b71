"""Tests of legends."""

import pytest

from klscope.views.painting.legend import Entry, first_that_fits, width_of

LONG, SHORT = [Entry("solid", "H(P,Q) = 2.375 bits"), Entry("gap", "KL = 0.625 bits")], [Entry("solid", "2.375")]

pytestmark = pytest.mark.usefixtures("qapp")


def test_the_first_version_that_fits_is_shown_and_the_last_if_none_does():
    assert first_that_fits([LONG, SHORT], width_of(LONG)) == LONG
    assert first_that_fits([LONG, SHORT], width_of(LONG) - 1.0) == SHORT
    assert first_that_fits([LONG, SHORT], 0.0) == SHORT


def test_the_width_has_a_swatch_for_each_text_and_the_space_between():
    texts = sum(width_of([entry]) for entry in LONG)
    assert width_of(LONG) == pytest.approx(texts + 16.0)

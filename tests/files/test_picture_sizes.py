"""Sizes of pictures; expected numbers by hand: 1280 logical pixels at 96 an inch are 13⅓ inches, or 338.67 mm."""

import pytest

from klscope.files.picture_sizes import (
    COLUMN,
    SLIDE,
    PaperWidth,
    PictureScale,
    PixelWidth,
    dots_per_inch_of,
    enlargement_on_paper,
    factor_of,
)


@pytest.mark.parametrize(
    ("scale", "factor", "dots", "on_paper"),
    [
        (1, 1.0, 96.0, 1.0),
        (4, 4.0, 384.0, 1.0),
        (PixelWidth(1920), 1.5, 144.0, 1.0),
        (PixelWidth(640), 0.5, 48.0, 1.0),
        (SLIDE, 1.5, 144.0, 1.0),
        (COLUMN, 1004 / 1280, 300.0, 85.0 / 338.6666667),  # 85 / 25.4 · 300 = 1003.9
        (PaperWidth(254.0, 100), 1000 / 1280, 100.0, 0.75),
    ],
)
def test_a_figure_at_a_size(scale: PictureScale, factor: float, dots: float, on_paper: float) -> None:
    assert factor_of(scale, 1280) == pytest.approx(factor)
    assert dots_per_inch_of(scale, 1280) == pytest.approx(dots)
    assert enlargement_on_paper(scale, 1280) == pytest.approx(on_paper)


def test_a_slide_is_as_wide_whatever_is_on_it() -> None:
    assert (factor_of(SLIDE, 640), dots_per_inch_of(SLIDE, 640), enlargement_on_paper(SLIDE, 640)) == (
        3.0,
        144,
        pytest.approx(2.0),
    )

"""Where the words of the ceiling stand: as far to the right as no ring runs through them."""

import pytest
from PySide6.QtCore import QRectF

from klscope.views.charts.bar_ceiling import CLEAR, end_of_words


def ring(left: float, right: float) -> QRectF:
    return QRectF(left, 2.0, right - left, 100.0)


@pytest.mark.parametrize(
    ("ringed", "end"),
    [
        ([], 500.0),
        ([ring(100, 200)], 500.0),
        ([ring(380, 480)], 380 - CLEAR),  # left of it
        ([ring(250, 350), ring(380, 480)], 250 - CLEAR),  # of both: there is no room between
        ([ring(200, 280), ring(380, 480)], 380 - CLEAR),
        ([ring(60, 270), ring(280, 490)], 490 - CLEAR),  # nowhere beside: within the last one
        ([ring(50 + 30 * place, 75 + 30 * place) for place in range(15)], 500.0),  # nowhere at all
    ],
)
def test_words_keep_clear_of_rings(ringed: list[QRectF], end: float) -> None:
    assert end_of_words(60.0, 50.0, 500.0, ringed) == end

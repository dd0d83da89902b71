"""A text that has no room ends in …, and never inside a number. Oracle: the numbers of the whole text."""

import re

import pytest
from PySide6.QtGui import QFontMetricsF

from klscope.views import fonts
from klscope.views.painting.eliding import NUMBER, elided
from klscope.views.widgets.live_label import LiveLabel

TEXTS = [
    "sunny happens half the time. Believing Q it surprises you by 3.125 bits; knowing P, by 1.",
    "KL(P‖Q) = +1.234e−300 − 1.23e−17 ≈ 1.23e−300 bits",
    "100,000 samples from P: the mean of −log₂ Q(x) is 2.375 ± 0.004 bits",
    "H(P,Q) is ∞: 94% of 12.5, 0.001 and −7",
    "no number at all in this text",
]


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("text", TEXTS)
def test_every_number_that_is_left_is_whole(text):
    fonts.load()
    metrics = QFontMetricsF(fonts.font(13))
    whole = [number[0] for number in NUMBER.finditer(text)]
    for room in range(5, round(metrics.horizontalAdvance(text)) + 10):
        shown = elided(text, metrics, room)
        if shown == text:
            continue
        assert shown.endswith("…")
        assert text.startswith(shown[:-1])
        assert metrics.horizontalAdvance(shown) <= max(room, metrics.horizontalAdvance("…")) + 1.0  # Qt rounds
        left = [number[0] for number in NUMBER.finditer(shown)]
        assert left == whole[: len(left)]
        assert not re.search("[0-9∞]…$", shown)
    assert elided(text, metrics, metrics.horizontalAdvance(text) + 1) == text


def test_a_label_shows_the_first_of_its_versions_that_fits(show):
    label = show(LiveLabel(), 300, 24)
    versions = ["1.48548 + 0.51946 = 2.00494 bits", "1.485 + 0.519 ≈ 2.005 bits", "= 2.005 bits"]
    label.set_versions(versions)
    seen = []
    for width in range(300, 40, -5):
        label.resize(width, 24)
        seen.append(label.shown_line())
    assert list(dict.fromkeys(seen))[:3] == versions
    assert {"2.005" in one or one in ("=…", "…") for one in seen if one not in versions[:2]} == {True}
    assert label.text() == versions[0]  # what is read aloud, and what the tooltip has
    label.setText("another")
    label.resize(20, 24)
    assert label.shown_line() not in versions

"""The heads of P and Q."""

import pytest
from PySide6.QtWidgets import QLabel

from klscope.model.comparison import Side
from klscope.views.cards import DistributionHead


@pytest.mark.parametrize(
    ("side", "meaning", "line"), [(Side.P, "what happens", "Q"), (Side.Q, "what the model believes", "P")]
)
def test_a_chart_says_whose_it_is_and_what_its_dashes_are(show, side, meaning, line):
    name, words = (label.text() for label in show(DistributionHead(side), 700, 24).findChildren(QLabel))
    assert name == side.value
    assert words.startswith(f"{meaning} · dashed line: {line}")

"""The heads of P and Q."""

import pytest
from PySide6.QtWidgets import QLabel

from klscope.model.comparison import Side
from klscope.theory.training import Objective
from klscope.views.widgets.cards import DistributionHead


@pytest.mark.parametrize(
    ("side", "meaning", "line"), [(Side.P, "what happens", "Q"), (Side.Q, "what the model believes", "P")]
)
def test_a_chart_says_whose_it_is_and_what_its_dashes_are(show, side, meaning, line):
    name, words = (label.text() for label in show(DistributionHead(side), 700, 24).findChildren(QLabel))
    assert name == side.value
    assert words.startswith(f"{meaning} · dashed line: {line}")


@pytest.mark.parametrize(
    ("objective", "push"), [(Objective.FORWARD, "each logit, P − Q"), (Objective.REVERSE, "each logit by KL(Q‖P)")]
)
def test_in_training_the_head_says_what_arrows_and_hollow_bars_are(show, objective, push):
    head = show(DistributionHead(Side.Q), 700, 24)
    words = head.findChildren(QLabel)[1]
    usual = words.text()
    head.show_arrows_of(objective)
    assert words.text() == f"dashed: P · arrows: the push on {push} · hollow: after the next step"
    head.retranslate()
    assert "arrows" in words.text()
    head.show_arrows_of(None)
    assert words.text() == usual

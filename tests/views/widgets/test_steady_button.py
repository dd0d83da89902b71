"""A button that keeps its width whatever it says: the longest text and the style sheet's padding are the oracle."""

import pytest
from PySide6.QtWidgets import QToolButton, QWidget

from klscope.views import magnification
from klscope.views.theme import LIGHT, style_sheet
from klscope.views.widgets.steady_button import SteadyButton

TEXTS = ("▶ Run", "■ Stop drawing", "…")


@pytest.mark.parametrize("factor", [1.0, 1.6])
@pytest.mark.parametrize("said", TEXTS)
def test_it_has_room_for_the_longest_of_its_texts(show, factor, said):
    pane = QWidget()
    pane.setStyleSheet(style_sheet(LIGHT, factor))
    steady = SteadyButton("runSamples")
    steady.set_texts(*TEXTS)
    steady.setText(said)
    plain = QToolButton()
    plain.setProperty("small", True)
    magnification.set_font_size(plain, 12)
    plain.setText(max(TEXTS, key=len))
    for button in (steady, plain):
        button.setParent(pane)
    show(pane, 400, 100)
    magnification.magnify(factor, pane)
    assert steady.objectName() == "runSamples"
    longest = plain.fontMetrics().horizontalAdvance(plain.text())
    padding = round(8 * factor) + 1  # of the style sheet, and its border
    assert (
        longest + 2 * padding <= steady.sizeHint().width() <= min(longest + 2 * padding + 2, plain.sizeHint().width())
    )
    assert steady.minimumSizeHint() == steady.sizeHint()

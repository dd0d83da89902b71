"""The size of plots in explaining views: one row of controls, and at least 60 % of the card for the plot.

Oracle: the pixels of the widgets, and where each picture says its plot begins. The plot is what the data are drawn in,
with the numbers of its axes; sentence and legend are not part of it.
"""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QLineEdit, QSlider, QToolButton, QWidget
from room_on_screen import cut

from klscope.model.view_options import EvidenceOptions
from klscope.model.views import TERMS, ViewMode
from klscope.views.code_lengths.code_gaps import WORDS_HEIGHT
from klscope.views.evidence.huffman_picture import TOP
from klscope.views.widgets.control_row import ControlRow

VIEWS = [mode for mode in ViewMode if mode not in TERMS]
WINDOWS = [
    ((1280, 800), "en", 1.0),
    ((1280, 800), "ko", 1.5),
    ((1000, 696), "ko", 1.0),
    ((1000, 696), "en", 1.5),
    ((1440, 900), "en", 1.0),
]
"""Sizes, languages and magnifications: each size that is tight in both, and magnified or not."""
CHOSEN = {
    ViewMode.CODE_LENGTHS: ("codeOrder", "codesTurned"),
    ViewMode.LOSS_CURVES: ("logarithmicAxis",),
    ViewMode.TRAINING: ("trainPlay", "trainStep", "trainReset", "trainSpeed"),
    ViewMode.EVIDENCE: ("draw1", "draw10", "draw1000", "runSamples", "clearSamples"),
}
"""What stands in the row, whatever the size; of a view that is not named here, no particular control."""


@pytest.fixture
def shown(start, set_language):
    """Return a function that opens a window of a size, magnified or not."""

    def show(size, language, factor):
        set_language(language)
        person = start()
        person.explorer.sizes.apply(factor)
        person.window.setMinimumSize(1, 1)
        person.window.resize(round(size[0] * factor), round(size[1] * factor))
        return person

    return show


def top_of_plot(view, mode):
    """Return where a plot begins, as a widget and a y in it, in pixels of the usual size; if unknown, its top."""
    if mode is ViewMode.CODE_LENGTHS:
        return view, WORDS_HEIGHT
    if mode is ViewMode.LOSS_CURVES:
        panel = view.panels[0]
        return view, panel.top - 14.0  # where the p stands, and the ∞ of curves that leave
    if mode is ViewMode.TRAINING:
        return view.losses, view.losses.plot.top
    if mode is not ViewMode.EVIDENCE:
        return view, 0.0
    if view.is_coded:
        return view.code, TOP
    return view.means, view.means.area(view.means.plots[0]).top


@pytest.mark.parametrize(("size", "language", "factor"), WINDOWS, ids=str)
def test_one_row_of_controls_and_most_of_the_card_for_the_plot(shown, size, language, factor):
    person = shown(size, language, factor)
    for mode in VIEWS:
        person.explorer.store.set_mode(mode)
        for _ in range(3):
            QApplication.processEvents()
        check_size_of_plot(person, mode, factor)


def check_size_of_plot(person, mode, factor):
    card = person.window.terms_card
    view, head = card.shown_chart, card.head
    rows = [one for one in head.findChildren(ControlRow) if one.isVisible()]
    assert rows == ([] if view.controls is None else [view.controls])
    # one row: everything that can be pressed stands in the head, one beside the other
    pressed = [one for one in card.findChildren(QWidget) if isinstance(one, (QToolButton, QSlider, QLineEdit))]
    pressed = [one for one in pressed if one.isVisible() and one.window() is person.window]
    assert pressed
    assert all(head.isAncestorOf(one) for one in pressed)
    assert head.height() <= 30 * factor
    chosen = CHOSEN.get(mode, ())
    assert set(chosen) <= {one.objectName() for one in pressed}
    assert all(view.controls.isAncestorOf(one) for one in pressed if one.objectName() in chosen)
    assert cut(card) == []
    for coded in (False, True) if mode is ViewMode.EVIDENCE else (False,):
        if coded:
            person.store.set_options(EvidenceOptions(coded=True))
            QApplication.processEvents()
        widget, y = top_of_plot(view, mode)
        top = widget.mapTo(card, QPoint(0, 0)).y() + y * factor
        bottom = widget.mapTo(card, QPoint(0, widget.height())).y()
        assert bottom - top >= 0.6 * card.height(), (bottom - top) / card.height()

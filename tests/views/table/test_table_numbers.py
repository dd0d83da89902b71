"""No number in the table is cut, whatever it is, and the table does not scroll sideways.

Oracle: Qt's own measure of the letters, and Python's reading of what stands there.
"""

import math

import pytest
from extreme_states import comparisons
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QStyleOptionViewItem
from states import WEATHER, after, comparison_of, state_of

from klscope.model.comparison import Side
from klscope.model.edits import SetProbability
from klscope.theory.units import Unit
from klscope.views import fonts, magnification
from klscope.views.table.table_panel import TablePanel

MINUS = "\N{MINUS SIGN}"
BESIDE_THE_CHARTS = 446
"""The width of the table in a window of 1280 × 800."""
STATES = comparisons(60)
FACTORS = [1.0, 1.1, 1.25, 1.5]


def table_of(show, factor, width=BESIDE_THE_CHARTS, height=260):
    magnification.magnify(factor)
    table = TablePanel()
    magnification.adopt(table)
    return show(table, round(width * factor), round(height * factor))


def shown(table, row, column):
    """Return the text of a cell as it is painted."""
    index = table.model().index(row, column)
    option = QStyleOptionViewItem()
    option.rect = table.visualRect(index)
    table.itemDelegate().initStyleOption(option, index)
    return option.text


def read(text):
    return float(text.replace(MINUS, "-").replace("∞", "inf"))


def half_a_unit(text):
    """Return half of what the last digit counts."""
    mantissa, _, exponent = text.replace(MINUS, "-").partition("e")
    return 0.5 * 10.0 ** (int(exponent or 0) - len(mantissa.partition(".")[2]))


def assert_no_number_is_cut(table, comparison):
    metrics = QFontMetricsF(table.font())
    columns = state_of(comparison, unit=Unit.BIT).table_columns
    for column in range(1, 9):
        for row in range(comparison.n):
            text, number = shown(table, row, column), float(columns[column - 1][row])
            assert metrics.horizontalAdvance(text) + 2 <= table.columnWidth(column), (text, column)
            if math.isnan(number):
                assert text == "–"
            elif math.isinf(number):
                assert read(text) == number
            else:
                # the smallest double is its own half unit: the bound itself is rounded
                assert abs(read(text) - number) <= half_a_unit(text) * (1 + 1e-9) + 5e-324
                assert (read(text) == 0.0) == (number == 0.0)
    bar = table.horizontalScrollBar()
    assert (bar.minimum(), bar.maximum(), bar.isVisible()) == (0, 0, False)


@pytest.mark.parametrize("factor", FACTORS)
def test_every_number_of_every_state_has_room(show, factor):
    table = table_of(show, factor)
    for comparison in STATES:
        table.show_snapshot(state_of(comparison))
        table.refresh()
        assert_no_number_is_cut(table, comparison)


@pytest.mark.parametrize("width", [BESIDE_THE_CHARTS, 520, 640, 900])
def test_more_width_is_more_digits(show, width):
    table = table_of(show, 1.0, width)
    table.show_snapshot(state_of(WEATHER))
    table.refresh()
    assert_no_number_is_cut(table, WEATHER)
    digits = len(shown(table, 0, 1))
    table.resize(width + 200, 260)
    assert len(shown(table, 0, 1)) >= digits
    assert shown(table, 0, 1) in ("0.500", "0.5000")
    assert_no_number_is_cut(table, WEATHER)


def test_the_columns_stay_under_the_hand_unless_a_number_lacks_room(show):
    table = table_of(show, 1.0)
    table.show_snapshot(state_of(WEATHER))
    table.refresh()
    before = [table.columnWidth(column) for column in range(9)]
    table.show_snapshot(after(previewed=SetProbability(Side.Q, 0, 0.5)))
    table.refresh()
    assert [table.columnWidth(column) for column in range(9)] == before
    hand = SetProbability(Side.Q, 0, 1.0 - 2.0**-50)  # the others have 1e-16 each
    table.show_snapshot(after(previewed=hand))
    table.refresh()
    assert_no_number_is_cut(table, hand.apply(WEATHER))


def test_letters_of_another_size_share_the_width_anew(show):
    table = table_of(show, 1.0)
    tiny = comparison_of([1.0, 1e-300], [1e-300, 1.0])
    table.show_snapshot(state_of(tiny))
    table.refresh()
    magnification.magnify(1.5, table)
    table.resize(round(BESIDE_THE_CHARTS * 1.5), 300)
    assert table.font().pixelSize() == round(1.5 * 12) == fonts.font(18).pixelSize()
    assert_no_number_is_cut(table, tiny)


def test_code_words_are_whole_too(show):
    table = table_of(show, 1.0)
    table.show_snapshot(state_of(WEATHER))
    table.refresh()
    table.show_words(("0", "10", "110", "111" * 8))
    metrics = QFontMetricsF(table.font())
    assert metrics.horizontalAdvance("111" * 8) + 2 <= table.columnWidth(9)
    table.show_words(None)
    assert_no_number_is_cut(table, WEATHER)

"""The names under the columns, painted on a sheet. Oracle: where ink is, column by column."""

from itertools import pairwise

import numpy as np
import pytest
from pixels import Sheet, extent, is_colour
from PySide6.QtGui import QFontMetricsF

from klscope.views.fonts import font
from klscope.views.painting.axes import Range
from klscope.views.painting.geometry import PlotArea
from klscope.views.painting.names_row import NamesRow
from klscope.views.theme import LIGHT

pytestmark = pytest.mark.usefixtures("qapp")
WIDTH, BOTTOM = 600, 20
EMPTY: tuple[int, ...] = ()


def painted(labels, emphasised=EMPTY, lone=-1, names=None, width=WIDTH):
    """Return where ink is under a plot from x = 20 to 20 + width."""
    sheet = Sheet(width + 40, 60, LIGHT.card)
    names = names or NamesRow()
    names.lay_out(tuple(labels), PlotArea(20.0, 0.0, float(width), float(BOTTOM), len(labels), Range(0.0, 1.0)))
    with sheet.painter() as painter:
        names.paint(painter, LIGHT.ink, emphasised, lone)
    return is_colour(sheet.pixels, LIGHT.card, 40) ^ True


def columns_with_ink(ink, n, width=WIDTH):
    """Return which columns have ink."""
    column = width / n
    return [bool(ink[:, round(20 + column * index) : round(20 + column * (index + 1))].any()) for index in range(n)]


def runs(ink, gap=6):
    """Return left and right of what stands together, parted by ``gap`` empty pixels."""
    filled = np.flatnonzero(ink.any(axis=0))
    parts = np.split(filled, np.flatnonzero(np.diff(filled) > gap) + 1)
    return [(int(part[0]), int(part[-1])) for part in parts if part.size]


def test_every_name_stands_in_the_middle_below_its_column():
    ink = painted(["sunny", "cloudy", "rain", "snow"])
    found = runs(ink)
    assert len(found) == 4
    for index, (left, right) in enumerate(found):
        assert (left + right) / 2 == pytest.approx(20 + 150 * (index + 0.5), abs=2)
    assert extent(ink)[1] >= BOTTOM + 3


def test_the_row_can_stand_lower():
    higher, lower = painted(["a", "b"]), painted(["a", "b"], names=NamesRow(offset=21.0))
    np.testing.assert_array_equal(higher[:40], lower[17:57])


@pytest.mark.parametrize("n", [2, 4, 10, 20])
def test_long_names_are_elided_and_keep_to_their_columns(n):
    ink = painted([f"{index} a name that has no room at all, nowhere, not even in a window" for index in range(n)])
    column = WIDTH / n
    for index in range(n + 1):
        border = round(20 + column * index)
        assert not ink[:, border].any()
    assert all(columns_with_ink(ink, n))


def test_emphasis_is_bold():
    plain, bold = painted(["mmmm", "nnnn"]), painted(["mmmm", "nnnn"], emphasised=(1,))
    np.testing.assert_array_equal(plain[:, :320], bold[:, :320])
    assert bold[:, 320:].sum() > plain[:, 320:].sum() * 1.1


def test_an_emphasis_on_nothing_is_no_fault():
    np.testing.assert_array_equal(painted(["a", "b"]), painted(["a", "b"], emphasised=(-1, 2, 99)))


@pytest.mark.parametrize("n", [43, 60, 150, 309, 460, 500])
@pytest.mark.parametrize("label", ["{}", "c{}", "category{}"])
def test_names_of_narrow_columns_are_thinned_out_and_keep_apart(n, label):
    ink = painted([label.format(index) for index in range(n)])
    found = runs(ink, gap=5)
    assert 3 <= len(found) <= n
    assert max(right - left for left, right in found) <= 90
    assert all(later[0] - earlier[1] >= 7 for earlier, later in pairwise(found))
    assert found[-1][1] <= 20 + WIDTH + 12  # a chart has 14 px there


@pytest.mark.parametrize("n", [60, 500])
@pytest.mark.parametrize("place", [0.0, 0.5, 0.99])
def test_among_thinned_names_the_pointed_one_is_always_there_in_full(n, place):
    labels, lone = [f"name{index}" for index in range(n)], int(n * place)
    before, after = painted(labels), painted(labels, lone=lone)
    centre = 20 + WIDTH / n * (lone + 0.5)
    width = QFontMetricsF(font(13, bold=True)).horizontalAdvance(labels[lone])
    assert (before != after).any()
    middle = min(max(centre, 20 + width / 2), 20 + WIDTH - width / 2)  # it keeps inside the plot
    ((left, right),) = [(left, right) for left, right in runs(after, gap=3) if left - 2 <= middle <= right + 2]
    assert right - left == pytest.approx(width, abs=4)
    assert (left + right) / 2 == pytest.approx(middle, abs=5)


def test_a_renamed_category_is_painted_anew_and_a_moved_plot_too():
    names = NamesRow()
    first = painted(["a", "b"], names=names)
    renamed = painted(["a", "bbbbbb"], names=names)
    np.testing.assert_array_equal(first[:, :320], renamed[:, :320])
    assert renamed[:, 320:].sum() > 3 * first[:, 320:].sum()
    narrow = painted(["a", "bbbbbb"], names=names, width=300)
    np.testing.assert_array_equal(narrow, painted(["a", "bbbbbb"], width=300))


@pytest.mark.parametrize("label", ["눈", "Schnee & Eis", "<b>bold</b>", "e\u0301té", "😀"])
def test_a_name_is_letters_whatever_they_are(label):
    ink = painted([label, "b"])
    width = QFontMetricsF(font(13)).horizontalAdvance(label)
    left, right = runs(ink[:, :320], gap=12)[0]
    assert right - left == pytest.approx(width, abs=6)

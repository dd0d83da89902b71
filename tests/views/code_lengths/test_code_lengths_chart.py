"""How the code lengths look. Oracle: *weather* by hand (blocks 3, 1, 2, 3 high; lines 1, 2, 3, 3) and pixels."""

from itertools import pairwise

import numpy as np
import pytest
from pixels import count, grabbed, is_colour
from pointing import Pointer, Said
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from states import after, pair, state_of

from klscope.model.comparison import Side
from klscope.model.edits import SetProbability
from klscope.model.view_options import BlockOrder
from klscope.model.views import ViewMode
from klscope.views.code_lengths.code_lengths_chart import CodeLengthsChart
from klscope.views.code_lengths.code_words import legend, sentence
from klscope.views.painting.legend import width_of
from klscope.views.painting.scale import ProbabilityScale
from klscope.views.painting.static_texts import laid
from klscope.views.theme import DARK, LIGHT

CODES = {"mode": ViewMode.CODE_LENGTHS}


@pytest.fixture
def chart(show):
    """Return a function that shows the code lengths of a state, 800 × 240 pixels."""

    def show_chart(snapshot, theme=LIGHT, width=800, height=240, animated=False):
        scale = ProbabilityScale()
        scale.animated = animated
        made = CodeLengthsChart(scale, theme)
        scale.setParent(made)
        show(made, width, height)
        made.show_snapshot(snapshot)
        return made

    return show_chart


def inside(shown, index):
    """Return the pixels of a block's column, within its edges."""
    left, width = float(shown.lefts[index]), float(shown.widths[index])
    return slice(round(shown.area.top), round(shown.area.bottom)), slice(round(left) + 2, round(left + width) - 2)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("turned", "fill"), [(False, "p_fill"), (True, "q_fill")])
def test_pixels_are_the_areas(chart, theme, turned, fill):
    shown = chart(state_of(**CODES, reversed_roles=turned), theme)
    pixels = grabbed(shown)
    one = shown.area.width * shown.area.pixels_per_unit  # pixels of an area of 1
    below = float((shown.blocks.widths * np.minimum(shown.blocks.heights, shown.blocks.lines)).sum())
    assert count(pixels, getattr(theme, fill)) == pytest.approx(below * one, rel=0.05)
    assert count(pixels, theme.excess_fill) == pytest.approx(shown.blocks.excess * one, rel=0.1)
    assert 0.4 * one < count(pixels, theme.saving_fill, 40) / -shown.blocks.saving < 1.05 * one  # hatched


def test_blocks_are_as_wide_as_p_and_as_high_as_their_codes(chart):
    shown = chart(state_of(**CODES))
    assert shown.widths.tolist() == pytest.approx([shown.area.width * part for part in (0.5, 0.25, 0.125, 0.125)])
    assert shown.lefts[0] == shown.area.left
    assert shown.bar_top(0).y() == pytest.approx(shown.area.top, abs=1)
    assert shown.bar_top(1).y() == pytest.approx(shown.area.bottom - shown.area.height / 3, abs=1)
    assert shown.bar_base(1).y() == pytest.approx(shown.area.bottom, abs=1)
    pixels = grabbed(shown)
    assert count(pixels[inside(shown, 0)], LIGHT.saving_fill) == 0
    assert count(pixels[inside(shown, 1)], LIGHT.excess_fill) == 0


def test_a_block_without_a_top_reaches_the_upper_edge_and_is_torn(chart):
    shown = chart(pair([4, 2, 1, 1], [1, 4, 3, 0], **CODES))
    column = grabbed(shown)[inside(shown, 3)]
    purple = is_colour(column, LIGHT.excess_fill)
    assert purple[0].all()
    rows = purple.all(axis=1)
    torn = is_colour(column, LIGHT.card).any(axis=1)
    assert torn[: int(np.flatnonzero(is_colour(column, LIGHT.p_fill).any(axis=1))[0])].any()
    assert rows.any()
    assert not is_colour(column, LIGHT.ink).any()


def test_what_never_happens_has_a_tick_with_its_name(chart):
    shown = chart(pair([1, 0, 1], [1, 1, 1], ["heads", "edge", "tails"], **CODES))
    x, bottom = round(float(shown.lefts[1])), round(shown.area.bottom)
    tick = grabbed(shown)[bottom + 2 : bottom + 5, x - 1 : x + 2]
    assert is_colour(tick, LIGHT.quiet).any(axis=1).all()
    names = {name.text: name.categories for name in shown.written_names}
    assert names == {"heads": (0,), "edge": (1,), "tails": (2,)}
    said = Said(shown, "hovered")
    Pointer(shown).hover(x, bottom + 16)
    assert said.take() == [("hovered", 1)]


@pytest.mark.parametrize("n", [2, 4, 26, 100])
@pytest.mark.parametrize("order", BlockOrder)
@pytest.mark.parametrize("width", [460, 760, 1300])
def test_names_and_words_overlap_nothing_and_are_not_cut(chart, n, order, width):
    draw = np.random.default_rng(n)
    p, q = draw.dirichlet(np.ones(n)), draw.dirichlet(np.ones(n))
    p[1 :: max(2, n // 5)] = 0.0
    state = pair(p, q, [f"category {place}" for place in range(n)], **CODES, block_order=order)
    shown = chart(state, width=width)
    grabbed(shown)
    names = sorted(shown.written_names, key=lambda name: name.left)
    assert names
    for one, two in pairwise(names):
        assert one.right < two.left
    assert names[0].left >= 0.0
    assert names[-1].right <= width
    never = {index for name in names for index in name.categories if p[index] == 0.0}
    assert never == set(np.flatnonzero(p == 0.0))
    assert width_of(legend(state, shown.blocks, width - 16.0)) <= width - 16.0


def test_the_areas_are_named_with_their_values(chart):
    shown = chart(state_of(**CODES))
    texts = [entry.text for entry in legend(shown.snapshot, shown.blocks, 2000.0)]
    assert texts == [
        "under the heights: H(P,Q) = 2.375 bits",
        "under the lines: H(P) = 1.750 bits",
        "between: KL(P‖Q) = +1.000 − 0.375 = 0.625 bits",
    ]
    turned = state_of(**CODES, reversed_roles=True)
    shown.show_snapshot(turned)
    texts = [entry.text for entry in legend(turned, shown.blocks, 2000.0)]
    assert texts == [
        "under the heights: H(Q,P) = 2.250 bits",
        "under the lines: H(Q) = 1.750 bits",
        "between: KL(Q‖P) = +0.750 − 0.250 = 0.500 bits",
    ]


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (state_of, "codes made for Q waste while P happens"),
        (lambda: state_of(reversed_roles=True), "codes made for P waste while Q happens"),
        (lambda: pair([1, 1], [1, 1]), "coincide"),
        (lambda: pair([1, 1], [1, 0], ["x", "y"]), "y has no code made for Q"),
        (lambda: pair([1, 0], [1, 1], ["x", "y"], reversed_roles=True), "y has no code made for P"),
    ],
)
def test_one_sentence_says_what_to_look_at(state, words):
    assert words in sentence(state(), 2000.0)


@pytest.mark.parametrize("language", ["en", "ko"])
def test_with_less_room_the_sentence_has_fewer_words_and_is_whole(set_language, language):
    set_language(language)
    widths = (800.0, 560.0, 480.0, 300.0)
    told = [sentence(state_of(), room) for room in widths]
    assert not any("…" in text for text in told)
    assert all(laid(text, 13).width <= room for text, room in zip(told, widths, strict=True))
    assert len(set(told)) == (3 if language == "en" else 2)


def test_axis_and_order_do_not_change_during_a_drag(chart):
    shown = chart(state_of(**CODES, block_order=BlockOrder.BY_Q))
    before, order = shown.shown_range(), shown.order.tolist()
    for edit in (SetProbability(Side.Q, 0, 0.9), SetProbability(Side.Q, 0, 1e-6)):
        shown.show_snapshot(after(previewed=edit, **CODES, block_order=BlockOrder.BY_Q))
        assert shown.shown_range() == before
        assert shown.order.tolist() == order
    shown.show_snapshot(after(SetProbability(Side.Q, 0, 0.9), **CODES, block_order=BlockOrder.BY_Q))
    assert shown.shown_range() != before
    assert shown.order.tolist() == [0, 1, 2, 3]


def test_an_order_is_taken_on_by_and_by(chart, qtbot):
    shown = chart(state_of(**CODES), animated=True)
    before = shown.lefts.tolist()
    shown.show_snapshot(state_of(**CODES, block_order=BlockOrder.BY_Q))
    assert shown.lefts.tolist() == before
    seen = set()
    qtbot.waitUntil(lambda: seen.add(float(shown.lefts[0])) or shown.blocks.lefts[0] == 0.375)
    assert all(before[0] <= left <= shown.lefts[0] for left in seen)
    shown.show_snapshot(state_of(**CODES, block_order=BlockOrder.BY_Q, reversed_roles=True))
    qtbot.waitUntil(lambda: shown.blocks.widths[0] == 0.125)


def test_a_press_ends_the_animation(chart):
    shown = chart(state_of(**CODES), animated=True)
    shown.show_snapshot(state_of(**CODES, block_order=BlockOrder.BY_Q))
    edit = SetProbability(Side.Q, 0, 0.2)
    shown.show_snapshot(after(previewed=edit, **CODES, block_order=BlockOrder.BY_Q))
    assert shown.blocks.lefts[0] == 0.375


def test_hovering_and_clicking_emit_the_category(chart):
    shown = chart(state_of(**CODES, block_order=BlockOrder.BY_Q))
    said = Said(shown, "hovered", "selected")
    x = float(shown.lefts[0] + shown.widths[0] / 2)
    pointer = Pointer(shown)
    pointer.hover(x, 100)
    pointer.click(x, 100)
    assert said.take() == [("hovered", 0), ("selected", 0, Qt.KeyboardModifier.NoModifier)]


def test_arrows_choose_the_block_beside(chart):
    shown = chart(state_of(**CODES, block_order=BlockOrder.BY_Q, selected=(2,)))
    said = Said(shown, "selected")
    QTest.keyClick(shown, Qt.Key.Key_Left)
    QTest.keyClick(shown, Qt.Key.Key_Right)
    assert [index for _, index, _ in said.take()] == [1, 0]
    shown.show_snapshot(state_of(**CODES, block_order=BlockOrder.BY_Q, selected=(1,)))
    QTest.keyClick(shown, Qt.Key.Key_Left)
    assert said.take() == []


def test_the_tooltip_has_all_digits(chart):
    shown = chart(state_of(**CODES))
    assert shown.tool_tip(1).splitlines() == [
        "cloudy",
        "width  P(i) = 0.25",
        "height  −log Q(i) = 1 bits",
        "line  −log P(i) = 2 bits",
    ]


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("index", [0, 1])
def test_pointing_tints_the_block_and_writes_its_name(chart, theme, index):
    shown = chart(pair([1, 0, 1], [1, 1, 1], ["heads", "edge", "tails"], **CODES), theme)
    before = count(grabbed(shown), theme.tint)
    shown.show_pointed(index)
    assert count(grabbed(shown), theme.tint) > before + 50

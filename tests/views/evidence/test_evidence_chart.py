"""The evidence: what it says of samples, how it is drawn, what it asks for."""

import numpy as np
import pytest
from pixels import count, grabbed, inside
from pointing import Said
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from states import after, pair, state_of

from klscope.model.comparison import Side
from klscope.model.edits import SetProbability
from klscope.model.view_options import EvidenceOptions
from klscope.theory.units import Unit
from klscope.views.evidence.evidence_chart import EvidenceChart
from klscope.views.evidence.evidence_words import WORDINGS, invitations, sentence, title
from klscope.views.evidence.huffman_words import lengths, shannon, tool_tip
from klscope.views.evidence.huffman_words import sentence as code_sentence
from klscope.views.painting.scale import ProbabilityScale
from klscope.views.theme import DARK, LIGHT

SIZES = [(470, 130), (750, 190), (880, 230)]
STATES = {
    "two": lambda: pair([1, 1], [9, 1]),
    "weather": state_of,
    "zeros": lambda: pair([1, 0, 1, 0], [1, 1, 0, 0], ["a", "b", "c", "d"]),
    "certain": lambda: pair([1, 0], [1, 0]),
    "letters": lambda: pair(np.arange(1, 27), np.arange(27, 1, -1)),
    "hundred": lambda: pair(np.arange(1, 101), np.ones(100)),
}


@pytest.fixture
def chart(show):
    def made(snapshot, samples=0, theme=LIGHT, size=(750, 190), animated=False, coded=False):
        scale = ProbabilityScale()
        scale.animated = animated
        one = EvidenceChart(scale, theme)
        one.scale_of_it = scale
        options = EvidenceOptions(samples=samples, coded=coded)
        one.show_snapshot(snapshot.with_view(snapshot.view.with_options(options)))
        return show(one, *size)

    return made


def said(shown, room=1e9):
    return sentence(shown.overlay.statistics, room)


def test_without_samples_it_invites_and_shows_what_they_tend_to(chart):
    shown = chart(state_of())
    assert said(shown) == "Draw samples from P: believing Q, they surprise you by H(P,Q) = 2.375 bits on average."
    means = shown.means
    seen = grabbed(means)
    for plot, target, colour in zip(means.plots, (2.375, 0.625), (LIGHT.ink, LIGHT.excess_text), strict=True):
        area = means.area(plot)
        row = seen[round(area.y(target)), round(area.left) : round(area.right)]
        assert 0.4 < count(row[None], colour) / row.shape[0] < 0.8  # dashed


def written_in_plots(shown):
    """Count what is written above the lines of the two plots, in the colour of quiet words."""
    seen, found = grabbed(shown.means), []
    for area in map(shown.means.area, shown.means.plots):
        rows = slice(round(area.top + 0.25 * area.height) - 9, round(area.top + 0.25 * area.height) + 9)
        found.append(count(seen[rows, round(area.left) + 4 : round(area.right) - 4], LIGHT.quiet, 60))
    return found


@pytest.mark.parametrize("size", SIZES)
def test_before_a_sample_is_drawn_the_plots_say_what_to_press(chart, show, size):
    shown = chart(state_of(), size=size)
    (first, _), (second, _) = invitations()
    assert (first, second) == ("Press +1,000 or ▶ Run", "The means of samples appear here.")
    assert min(written_in_plots(shown)) > 50
    shown.show_snapshot(state_of(samples=1))  # a dot at the left
    assert written_in_plots(shown) == [0, 0]
    still = EvidenceChart(ProbabilityScale(shown), LIGHT)
    still.prepare_for_export()
    still.show_snapshot(state_of())
    show(still, *size)
    assert written_in_plots(still) == [0, 0]  # there is nothing to be pressed in a picture


def test_the_sentence_says_how_many_what_they_show_and_what_it_tends_to(chart):
    shown = chart(state_of(), 200)
    mean = shown.overlay.statistics.surprise
    assert said(shown) == (
        f"200 samples from P: the mean of −log₂ Q(x) is {mean.means[-1]:.3f} ± {2 * mean.errors[-1]:.3f} bits "
        "(two standard errors); it tends to H(P,Q) = 2.375."
    )
    assert said(shown, 300) != said(shown)
    shown.show_snapshot(state_of(samples=1))
    assert said(shown).startswith("1 sample from P: its −log₂ Q(x) is ")
    assert "±" not in said(shown)


@pytest.mark.parametrize("unit", Unit)
def test_all_is_in_the_chosen_unit(chart, unit):
    shown = chart(state_of(unit=unit), 50)
    assert shown.overlay.statistics.snapshot.view.unit is unit
    assert (
        title(shown.overlay.statistics, "surprise", 0)[1]
        == f"H(P,Q) = {2.375 * unit.from_nats(np.log(2)):.3f} {unit.label}"
    )
    assert (
        title(shown.overlay.statistics, "log_ratio", 0)[1]
        == f"KL(P‖Q) = {0.625 * unit.from_nats(np.log(2)):.3f} {unit.label}"
    )
    assert [row.bits for row in lengths(shown.overlay.statistics)][:3] == pytest.approx([1.75, 2.375, 2.375])


def test_infinity_is_told_when_it_was_drawn_and_when_it_was_not(chart):
    shown = chart(pair([4, 2, 1, 1], [1, 4, 2, 0], ["sunny", "cloudy", "rain", "snow"]), 200)
    assert said(shown) == "snow was drawn, and Q(snow) = 0: one such sample makes both means ∞."
    shown.show_snapshot(pair([1.0, 1e-9], [1.0, 0.0], ["always", "hardly"], samples=200))
    assert said(shown) == "H(P,Q) is ∞ because of hardly, which was not drawn yet: 200 samples cannot show it."


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("coded", [False, True], ids=["samples", "code"])
def test_every_state_is_painted_in_every_size(chart, state, coded):
    ways = ((0, SIZES[0], LIGHT), (1, SIZES[1], LIGHT), (2, SIZES[2], DARK), (1_000, SIZES[0], LIGHT))
    for samples, size, theme in ways:
        shown = chart(STATES[state](), samples, theme, size, coded=coded)
        picture = shown.code if coded else shown.means
        assert count(grabbed(picture), theme.quiet, 40) > 50
        shown.hide()


def test_the_curve_ends_where_the_mean_is(chart):
    shown = chart(state_of(), 1_000)
    means = shown.means
    seen = grabbed(means)
    for plot in means.plots:
        mean = getattr(shown.overlay.statistics, plot.which)
        area = means.area(plot)
        x, y = float(area.xs(mean.numbers[-1:])[0]), area.y(float(mean.means[-1]))
        assert count(seen[inside(QRectF(x - 2, y - 2, 4, 4))], plot.colour(LIGHT), 60) >= 8


def test_the_band_is_shaded_on_both_sides(chart):
    shown = chart(state_of(), 1_000)
    means, plot = shown.means, shown.means.plots[0]
    area, mean = means.area(plot), shown.overlay.statistics.surprise
    place = int(np.searchsorted(mean.numbers, 60))
    x = round(float(area.xs(mean.numbers[place : place + 1])[0]))
    ink, ground = QColor(LIGHT.ink), QColor(LIGHT.card)
    alpha = 44 / 255
    mixed = "#" + "".join(
        f"{round(one * alpha + other * (1 - alpha)):02x}"
        for one, other in zip(ink.getRgb()[:3], ground.getRgb()[:3], strict=True)
    )
    seen = grabbed(means)
    for sign in (1, -1):
        y = round(area.y(float(mean.means[place] + sign * 1.5 * mean.errors[place])))
        assert count(seen[y - 1 : y + 2, x - 1 : x + 2], mixed, 6) >= 3


def test_under_a_hand_the_axes_stay_and_settle_when_it_lets_go(chart):
    shown = chart(state_of(), 300)
    before = [plot.range.shown for plot in shown.means.plots]
    shown.show_snapshot(after(previewed=SetProbability(Side.Q, 0, 0.9), samples=300))
    assert [plot.range.shown for plot in shown.means.plots] == before
    shown.show_snapshot(after(SetProbability(Side.Q, 0, 0.9), samples=300))
    assert [plot.range.shown for plot in shown.means.plots] != before


def test_settling_takes_a_while_and_more_samples_do_not(chart, qtbot):
    shown = chart(state_of(), 300, animated=True)
    plot = shown.means.plots[0]
    before = plot.range.shown
    shown.show_snapshot(after(SetProbability(Side.Q, 0, 0.9), samples=300))
    assert plot.range.shown == before
    qtbot.waitUntil(lambda: plot.range.shown == plot.range.target)
    shown.show_snapshot(after(SetProbability(Side.Q, 0, 0.9), seed=2, samples=3))
    assert plot.range.shown == plot.range.target


def test_the_code_is_compared_in_numbers(chart):
    found = chart(state_of(), coded=True).overlay.statistics
    assert [(row.name, row.bits) for row in lengths(found)] == [
        ("H(P)", pytest.approx(1.75)),
        ("H(P,Q)", pytest.approx(2.375)),
        ("code, P happens", 2.375),
        ("code, Q happens", 1.75),
    ]
    assert shannon(found)[0] == "Shannon: H(Q) = 1.750 ≤ 1.750 < H(Q) + 1 = 2.750"
    assert code_sentence(found, 1e9) == (
        "A Huffman code built for Q, in whole bits: 2.375 bits per symbol when P happens; H(P,Q) = 2.375 bits."
    )


def test_coded_samples_have_a_row_of_their_own(chart):
    found = chart(state_of(), 40, coded=True).overlay.statistics
    row = next(row for row in lengths(found) if row.sign == "samples")
    assert row.name == "code, 40 samples"
    assert row.bits == pytest.approx(found.surprise.means[-1])


def test_what_has_no_code_word_is_named(chart):
    found = chart(pair([1, 1], [1, 0], ["x", "y"]), 10, coded=True).overlay.statistics
    assert code_sentence(found, 1e9) == (
        "A Huffman code built for Q has no code word for y, which happens: ∞ bits per symbol."
    )
    assert tool_tip(found, 1).splitlines()[:2] == ["y", "no code word"]


def test_the_tooltip_of_a_leaf_has_its_code_word(chart):
    found = chart(state_of(), 10, coded=True).overlay.statistics
    drawn = int(found.counts[0])
    assert tool_tip(found, 0).splitlines() == [
        "sunny",
        "code word 110",
        "3 bits",
        "−log₂ Q = 3 bits",
        f"drawn {drawn} of 10 times",
    ]


@pytest.mark.parametrize("state", ["weather", "letters"])
def test_leaves_and_entries_are_pointed_at_and_clicked(chart, state):
    shown = chart(STATES[state](), coded=True)
    heard = Said(shown, "hovered", "selected")
    tree, cells, _ = shown.code.layout_of_words()
    if tree is not None:
        place, category = tree.leaves[2].slot.center().toPoint(), tree.leaves[2].category
    else:
        place, category = cells[2].place.center().toPoint(), cells[2].category
    QTest.mouseMove(shown.code, place)
    QTest.mouseClick(shown.code, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    assert ("selected", category, Qt.KeyboardModifier.NoModifier) in heard.take()
    assert shown.code.category_at(place) == category
    assert shown.code.category_at(QPoint(2, 100)) == -1
    before = count(grabbed(shown.code), LIGHT.tint)
    shown.show_pointed(category)
    assert count(grabbed(shown.code), LIGHT.tint) > before + 50


def test_space_asks_to_run(chart):
    shown = chart(state_of())
    heard = Said(shown.controls, "run_requested")
    QTest.keyClick(shown, Qt.Key.Key_Space)
    assert heard.take() == [("run_requested",)]


def test_a_still_picture_has_the_samples_and_no_buttons(chart):
    shown = chart(state_of(), 321, coded=True)
    still = EvidenceChart(shown.scale_of_it, LIGHT)
    still.prepare_for_export()
    still.show_snapshot(state_of(samples=321, coded=True))
    assert still.overlay.statistics.count == 321
    assert still.is_coded
    assert still.controls.isHidden()
    still.deleteLater()


def test_a_title_gives_up_words_before_its_unit(chart):
    found = chart(state_of(), samples=100).overlay.statistics
    titles = [title(found, "log_ratio", wording) for wording in range(WORDINGS)]
    with_unit = [target.endswith(" bits") for _, target in titles]
    assert with_unit == [True] * 4 + [False] * 2
    lengths = [len(mean) + len(target) for mean, target in titles]
    assert lengths == sorted(lengths, reverse=True)

"""The formula panel. Oracle: *weather* by hand, pixels for what is lit."""

import time

import pytest
from hands import Mouse
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QColor, QFontMetricsF
from PySide6.QtWidgets import QApplication
from states import after, pair, state_of

from klscope.model.comparison import Side
from klscope.model.edits import SetProbability
from klscope.theory.units import Unit
from klscope.views.fonts import font
from klscope.views.formula.formula_panel import FormulaPanel
from klscope.views.formula.formula_sheet import formula
from klscope.views.theme import DARK, LIGHT

MANY = ([1] * 26, range(1, 27))
CLOSE = ([1] * 9, [1] * 8 + [1.0000000000001])


@pytest.fixture
def panel(show):
    return show(FormulaPanel(LIGHT), 462, 340)


def show_now(panel, snapshot):
    panel.show_snapshot(snapshot)
    panel.refresh()


def texts(panel, name):
    return [chip.text for chip in panel.sheet.sums[name].chips]


def lit(panel, name):
    view = panel.sheet.sums[name]
    return [chip.text for chip in view.chips if view.is_lit(chip)]


def ink(image, place):
    """Return how much ink there is: light letters count less than black ones."""
    across = range(round(place.left()) + 3, round(place.right()) - 3)
    down = range(round(place.top()) + 3, round(place.bottom()) - 3)
    greys = [image.pixelColor(x, y).lightness() for x in across for y in down]
    return sum(max(greys) - grey for grey in greys) / max(greys)


def colours(widget):
    image = widget.grab().toImage()
    return {image.pixelColor(x, y).name().upper() for x in range(image.width()) for y in range(image.height())}


def test_weather_term_by_term(panel):
    show_now(panel, state_of())
    assert texts(panel, "kl_divergence") == [
        *("=", "0.5·log₂(0.5/0.125)", "+ 0.25·log₂(0.25/0.5)", "+ 0.125·log₂(0.125/0.25)"),
        *("+ 0.125·log₂(0.125/0.125)", "=", "1", "− 0.25", "− 0.125", "+ 0", "= 0.625 bits"),
    ]
    assert texts(panel, "entropy")[-5:] == ["0.5", "+ 0.5", "+ 0.375", "+ 0.375", "= 1.75 bits"]
    assert texts(panel, "cross_entropy")[-1] == "= 2.375 bits"


def test_the_unit_changes_logarithm_and_values(panel):
    show_now(panel, state_of(unit=Unit.NAT))
    assert texts(panel, "kl_divergence")[1] == "0.5·ln(0.5/0.125)"
    assert texts(panel, "kl_divergence")[-1] == "= 0.4332 nats"
    letters = {
        unit: "".join(piece.text for piece in formula("kl_divergence", unit).pieces if not piece.length)
        for unit in Unit
    }
    assert letters[Unit.BIT] == "KL(P‖Q) =ΣiP(i)log2P(i)Q(i)"
    assert letters[Unit.HARTLEY] == "KL(P‖Q) =ΣiP(i)log10P(i)Q(i)"
    assert letters[Unit.NAT] == "KL(P‖Q) =ΣiP(i)lnP(i)Q(i)"


def test_of_many_the_rest_is_on_a_line_of_its_own(panel):
    show_now(panel, pair(*MANY))
    chips = panel.sheet.sums["kl_divergence"].chips
    (rest,) = [chip for chip in chips if "18 more" in chip.text]
    assert rest.text.startswith("… + 18 more = ")
    assert [chip for chip in chips if chip.place.top() == rest.place.top()] == [rest]


def test_infinity_and_what_is_left_out_are_said(panel):
    show_now(panel, pair([1, 0, 1], [1, 1, 0]))
    assert texts(panel, "kl_divergence")[-2:] == ["= ∞ bits", "left out where P(i) = 0, for 0·log 0 = 0: 1"]
    assert "+ 0.5·log₂(0.5/0)" in texts(panel, "kl_divergence")
    assert texts(panel, "entropy")[-2] == "= 1 bits"


def test_the_pointed_category_is_lit_in_all_three(panel):
    show_now(panel, state_of())
    panel.show_pointed(1)
    assert lit(panel, "kl_divergence") == ["+ 0.25·log₂(0.25/0.5)", "− 0.25"]
    assert lit(panel, "cross_entropy") == ["− 0.25·log₂ 0.5", "+ 0.25"]
    assert lit(panel, "entropy") == ["− 0.25·log₂ 0.25", "+ 0.5"]
    panel.show_pointed(-1)
    assert not any(lit(panel, name) for name in panel.sheet.sums)


def test_a_category_that_is_not_written_out_lights_the_rest(panel):
    show_now(panel, pair(*MANY))
    shown = {chip.index for chip in panel.sheet.sums["kl_divergence"].chips}
    panel.show_pointed(next(index for index in range(26) if index not in shown))
    assert lit(panel, "kl_divergence")[0].startswith("… + 18 more = ")
    assert len(lit(panel, "kl_divergence")) == 2


def test_it_follows_a_category_from_the_rest_into_the_terms(panel):
    show_now(panel, pair(*MANY))
    panel.show_pointed(25)
    assert [text[:4] for text in lit(panel, "entropy")] == ["… + ", "+ 3."]
    show_now(panel, pair([1] * 25 + [10], [1] * 26))
    assert lit(panel, "entropy") == ["−0.2857·log₂ 0.2857", "0.51639"]  # ⅖·log₂ 3.5 = 0.516387


def test_what_is_lit_is_tinted_and_bold_and_nothing_moves(panel):
    show_now(panel, state_of())
    view = panel.sheet.sums["kl_divergence"]
    places, before = [chip.place for chip in view.chips], view.grab().toImage()
    panel.show_pointed(0)
    after_it = view.grab().toImage()
    assert [chip.place for chip in view.chips] == places
    corner = view.chips[1].place.topLeft().toPoint()
    at = (corner.x() + 2, corner.y() + 9)
    assert after_it.pixelColor(*at) == QColor(LIGHT.border)
    assert before.pixelColor(*at) != QColor(LIGHT.border)
    assert ink(after_it, view.chips[1].place) > 1.1 * ink(before, view.chips[1].place)


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_p_and_q_have_their_colours(panel, theme):
    show_now(panel, state_of())
    panel.set_theme(theme)
    assert {theme.p_text.upper(), theme.q_text.upper(), theme.ink.upper()} <= colours(
        panel.sheet.formulas["kl_divergence"]
    )
    assert theme.q_text.upper() not in colours(panel.sheet.formulas["entropy"])
    assert theme.ink.upper() in colours(panel.sheet.sums["entropy"])


def test_pointing_at_a_term_says_its_category(panel):
    show_now(panel, state_of())
    said = []
    panel.hovered.connect(said.append)
    view = panel.sheet.sums["cross_entropy"]
    mouse = Mouse(view)
    for chip in view.chips:
        mouse.move(chip.place.center(), pressed=False)
    mouse.move(QPointF(view.width() - 1, view.height() - 1), pressed=False)
    assert said == [-1, 0, 1, 2, 3, -1, 0, 1, 2, 3, -1, -1]
    mouse.move(view.chips[1].place.center(), pressed=False)
    QApplication.sendEvent(view, QEvent(QEvent.Type.Leave))
    assert said[-2:] == [0, -1]


def test_the_rest_is_no_category(panel):
    show_now(panel, pair(*MANY))
    said = []
    panel.hovered.connect(said.append)
    view = panel.sheet.sums["entropy"]
    for chip in view.chips:
        if "more" in chip.text:
            Mouse(view).move(chip.place.center(), pressed=False)
    assert said == [-1]


@pytest.mark.parametrize("width", [430, 462, 640])
@pytest.mark.parametrize(
    "pair_of", [MANY, CLOSE, ([1e-300, 1], [1, 1e-300]), ([1] * 100, range(100)), ([1, 1], [1, 3])]
)
def test_nothing_is_cut_and_nothing_overlaps(panel, pair_of, width):
    show_now(panel, pair(*pair_of, unit=Unit.HARTLEY))
    panel.resize(width, 340)
    QApplication.processEvents()
    assert panel.widget().width() <= panel.viewport().width()
    for view in panel.sheet.sums.values():
        for place, chip in enumerate(view.chips):
            assert view.rect().toRectF().contains(chip.place), chip.text
            assert QFontMetricsF(font(chip.size, bold=True)).horizontalAdvance(chip.text) <= chip.place.width()
            assert not any(chip.place.intersects(other.place) for other in view.chips[place + 1 :])
    for name, line in panel.sheet.formulas.items():
        box = formula(name, Unit.HARTLEY)
        assert line.width() >= box.width
        assert line.height() >= box.over + box.under
        assert panel.sheet.buttons[name].width() >= panel.sheet.buttons[name].sizeHint().width()


def test_hidden_it_computes_nothing_and_shown_it_catches_up(panel):
    show_now(panel, state_of())
    panel.hide()
    panel.show_snapshot(pair([1, 1], [1, 3]))
    assert texts(panel, "entropy")[-1] == "= 1.75 bits"
    panel.show()
    assert texts(panel, "entropy")[-1] == "= 1 bits"


def test_many_snapshots_are_shown_once_within_a_tenth_of_a_second(panel, qtbot):
    show_now(panel, state_of())
    for weight in range(1, 50):
        panel.show_snapshot(pair([weight, 1], [1, 1]))
    assert texts(panel, "entropy")[-1] == "= 1.75 bits"
    before = time.perf_counter()
    qtbot.waitUntil(lambda: texts(panel, "entropy")[1].startswith("−0.98"), timeout=1000)
    assert time.perf_counter() - before < 0.5  # 40 ms, and what a busy machine adds


def test_during_a_drag_a_sum_never_becomes_lower(panel):
    show_now(panel, after(previewed=SetProbability(Side.Q, 0, 0.123456)))
    view = panel.sheet.sums["kl_divergence"]
    tall = view.height()
    show_now(panel, after(previewed=SetProbability(Side.Q, 0, 1.0)))
    assert view.height() >= tall
    show_now(panel, pair([1, 1], [1, 1]))
    assert view.height() < tall


@pytest.mark.parametrize(
    ("kind", "begins"),
    [("LaTeX", r"\mathrm{KL}(P"), ("Python", "import numpy as np\n"), ("Plain text", "KL(P‖Q) = Σ")],
)
def test_a_copy_is_of_the_latest_state_and_emits_a_signal(panel, kind, begins):
    told = []
    panel.copied.connect(told.append)
    show_now(panel, state_of())
    panel.show_snapshot(pair([1, 1], [1, 0]))
    (action,) = [action for action in panel.sheet.menu_of("kl_divergence").actions() if action.text() == kind]
    action.trigger()
    copied = QApplication.clipboard().text()
    assert copied.startswith(begins)
    assert {"LaTeX": r"\infty", "Python": "[1.0, 0.0]", "Plain text": "∞"}[kind] in copied
    assert told == [f"Copied: KL(P‖Q) as {kind}."]


def test_the_buttons_are_reached_by_keyboard_and_have_names(panel, qtbot):
    show_now(panel, state_of())
    assert [button.accessibleName() for button in panel.sheet.buttons.values()] == [
        *("Copy H(P)", "Copy H(P,Q)", "Copy KL(P‖Q)"),
    ]
    button = panel.sheet.buttons["entropy"]
    assert button.focusPolicy() & Qt.FocusPolicy.TabFocus
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert panel.sheet.menu_of("entropy").isVisible()
    panel.sheet.menu_of("entropy").close()
    assert panel.sheet.sums["entropy"].accessibleDescription().endswith("= 1.75 bits")

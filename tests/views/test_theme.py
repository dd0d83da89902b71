"""The colours keep what the specification promises: read at 4.5 : 1, told apart by every kind of colour vision.

Oracles: the specification's table of colours; WCAG 2.2; Machado 2009 and CIEDE2000 (see `colour_vision`), the latter
checked here against pairs that Sharma, Wu and Dalal published.
"""

import re
from dataclasses import fields
from itertools import combinations

import pytest
from colour_vision import MACHADO, ciede2000, contrast, seen_as
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QPalette

from klscope.views.theme import DARK, LIGHT, Theme, ThemeChoice, palette, resolve, style_sheet
from small_cases import each

THEMES = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
FILLS = ("p_fill", "q_fill", "excess_fill", "saving_fill")
TEXTS = ("ink", "quiet", "p_text", "q_text", "excess_text", "saving_text", "error", "focus")
GROUNDS = ("card", "window", "tint", "control", "control_hover")
ON_COLOURS = (("on_strong", "strong"), ("on_p_fill", "p_fill"), ("on_excess_fill", "excess_fill"), ("card", "focus"))
SPECIFIED = {
    LIGHT: {
        **dict(zip(FILLS, ("#0064A0", "#E69F00", "#7A1848", "#1B9E84"), strict=True)),
        **{"q_outline": "#8A5A00", "p_text": "#0064A0", "q_text": "#8A5A00"},
        **{"excess_text": "#7A1848", "saving_text": "#00735A"},
    },
    DARK: {
        **dict(zip(FILLS, ("#37C6FB", "#FFBF48", "#B26291", "#278951"), strict=True)),
        **{"card": "#1E2227", "p_text": "#56B4E9", "q_text": "#F2B632"},
        **{"excess_text": "#E48ABB", "saving_text": "#4CC79F"},
    },
}
# L, a, b, L, a, b, ΔE: pairs 1, 4, 7, 9, 16, 17, 20, 24 and 31 of Sharma, Wu and Dalal (2005), table 1
SHARMA = [
    (50.0000, 2.6772, -79.7751, 50.0000, 0.0000, -82.7485, 2.0425),
    (50.0000, -1.3802, -84.2814, 50.0000, 0.0000, -82.7485, 1.0000),
    (50.0000, 0.0000, 0.0000, 50.0000, -1.0000, 2.0000, 2.3669),
    (50.0000, 2.4900, -0.0010, 50.0000, -2.4900, 0.0009, 7.1792),
    (50.0000, 2.5000, 0.0000, 50.0000, 0.0000, -2.5000, 4.3065),
    (50.0000, 2.5000, 0.0000, 73.0000, 25.0000, -18.0000, 27.1492),
    (50.0000, 2.5000, 0.0000, 58.0000, 24.0000, 15.0000, 19.4535),
    (50.0000, 2.5000, 0.0000, 50.0000, 3.2592, 0.3350, 1.0000),
    (90.8027, -2.0831, 1.4410, 91.1528, -1.6435, 0.0447, 1.4441),
]


@each("pair", SHARMA)
def test_the_difference_is_the_published_one(pair):
    assert ciede2000(pair[:3], pair[3:6]) == pytest.approx(pair[6], abs=5e-5)
    assert ciede2000(pair[3:6], pair[:3]) == pytest.approx(pair[6], abs=5e-5)


def test_contrast_is_the_published_one():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.005)  # WebAIM's example of "just not enough"
    assert contrast("#FFFFFF", "#767676") == pytest.approx(4.54, abs=0.005)


@THEMES
def test_the_colours_are_the_specified_ones(theme):
    assert {name: getattr(theme, name) for name in SPECIFIED[theme]} == SPECIFIED[theme]


@THEMES
def test_every_colour_is_written_in_full(theme):
    for field in fields(Theme):
        if field.name != "name":
            assert re.fullmatch("#[0-9A-F]{6}", getattr(theme, field.name)), field.name


@THEMES
@each("ground", GROUNDS)
@each("text", TEXTS)
def test_text_can_be_read_on_every_ground(theme, text, ground):
    assert contrast(getattr(theme, text), getattr(theme, ground)) >= 4.5


@THEMES
@pytest.mark.parametrize(("text", "ground"), ON_COLOURS)
def test_text_can_be_read_on_colour(theme, text, ground):
    assert contrast(getattr(theme, text), getattr(theme, ground)) >= 4.5


@THEMES
@pytest.mark.parametrize("edge", ["p_fill", "q_outline", "excess_fill", "saving_fill"])
def test_the_edge_of_every_bar_parts_from_the_card(theme, edge):
    assert contrast(getattr(theme, edge), theme.card) >= 3.0  # WCAG 2.2, 1.4.11: what a picture means


@THEMES
@pytest.mark.parametrize("vision", MACHADO)
def test_the_closest_two_fills_stay_apart(theme, vision):
    seen = {name: seen_as(getattr(theme, name), vision) for name in FILLS}
    closest = min((ciede2000(seen[one], seen[other]), one, other) for one, other in combinations(FILLS, 2))
    assert closest[0] >= 17.0, closest


def test_light_is_light_and_dark_is_dark():
    assert contrast(LIGHT.ink, "#000000") < contrast(LIGHT.card, "#000000")
    assert contrast(DARK.ink, "#000000") > contrast(DARK.card, "#000000")


@pytest.mark.usefixtures("qapp")
def test_a_choice_is_taken_and_the_desktop_is_asked_for_the_rest(monkeypatch):
    assert resolve(ThemeChoice.LIGHT) is LIGHT
    assert resolve(ThemeChoice.DARK) is DARK

    class Desktop:
        def __init__(self, scheme):
            self.colorScheme = lambda: scheme

    for scheme, theme in ((Qt.ColorScheme.Dark, DARK), (Qt.ColorScheme.Light, LIGHT), (Qt.ColorScheme.Unknown, LIGHT)):
        monkeypatch.setattr(QGuiApplication, "styleHints", staticmethod(lambda scheme=scheme: Desktop(scheme)))
        assert resolve(ThemeChoice.SYSTEM) is theme


@pytest.mark.usefixtures("qapp")
@THEMES
@pytest.mark.parametrize(
    ("text", "ground"),
    [
        (QPalette.ColorRole.WindowText, QPalette.ColorRole.Window),
        (QPalette.ColorRole.Text, QPalette.ColorRole.Base),
        (QPalette.ColorRole.ButtonText, QPalette.ColorRole.Button),
        (QPalette.ColorRole.ToolTipText, QPalette.ColorRole.ToolTipBase),
        (QPalette.ColorRole.HighlightedText, QPalette.ColorRole.Highlight),
        (QPalette.ColorRole.PlaceholderText, QPalette.ColorRole.Base),
        (QPalette.ColorRole.Link, QPalette.ColorRole.Window),
    ],
)
def test_the_palette_of_dialogs_and_menus_can_be_read(theme, text, ground):
    colours = palette(theme)
    assert contrast(colours.color(text).name(), colours.color(ground).name()) >= 4.5


@pytest.mark.usefixtures("qapp")
@THEMES
def test_the_palette_greys_what_is_disabled(theme):
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        disabled = palette(theme).color(QPalette.ColorGroup.Disabled, role)
        assert contrast(disabled.name(), theme.card) < contrast(theme.quiet, theme.card)


@THEMES
def test_the_style_sheet_names_colours_of_its_theme_only(theme):
    own = {getattr(theme, field.name) for field in fields(Theme) if field.name != "name"}
    named = set(re.findall("#[0-9A-Fa-f]{6}", style_sheet(theme)))
    assert named
    assert named <= own


@THEMES
def test_every_rule_of_the_style_sheet_that_sets_text_and_ground_can_be_read(theme):
    pairs = 0
    for selector, body in re.findall(r"([^{}]+)\{([^{}]*)\}", style_sheet(theme)):
        text = re.search(r"(?<![-\w])color: (#\w{6})", body)
        ground = re.search(r"(?<![-\w])background: (#\w{6})", body)
        if text and ground and "disabled" not in selector:
            pairs += 1
            assert contrast(text[1], ground[1]) >= 4.5, selector.strip()
    assert pairs >= 8

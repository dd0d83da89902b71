"""A test that what README.md lists by hand is what the tables have, and that the files it names are there."""

import re
from pathlib import Path

import pytest

from klscope.files.picture_formats import FORMATS
from klscope.files.writing.data_formats import FORMATS as DATA_FORMATS
from klscope.model.views import TERMS, ViewMode
from klscope.views.words import view_words

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
HOW_TO_ADD = README.partition("### How to add to it")[2].partition("\n## ")[0]
PLACES = (ROOT, ROOT / "src" / "klscope")
EXPLAINING = [mode for mode in ViewMode if mode not in TERMS]


def test_the_keys_of_the_views() -> None:
    assert f"| {', '.join(map(view_words.shortcut, TERMS))}, " in README
    assert f"| {view_words.shortcut(EXPLAINING[0])} … {view_words.shortcut(EXPLAINING[-1])} |" in README


@pytest.mark.parametrize("mode", EXPLAINING, ids=lambda mode: mode.value)
def test_every_view_is_described_with_its_key(mode: ViewMode) -> None:
    assert f"**{mode.title}** ({view_words.shortcut(mode)})" in README


def test_every_format_of_pictures_is_named() -> None:
    assert f"# the ending decides: {', '.join(one.suffix for one in FORMATS)}\n" in README


def test_every_format_of_data_is_named() -> None:
    section = README.partition("## Data out\n")[2].partition("\n## ")[0]
    assert [one.suffix for one in DATA_FORMATS if f"`{one.suffix}`" not in section] == []


def test_the_files_of_how_to_add_are_there() -> None:
    named = re.findall(r"`((?:[a-z_]+/)*[a-z_]+(?:\.[a-z]+|/))(?: COMMIT)?`", HOW_TO_ADD)
    paths = [path for path in named if "/" in path]
    assert len(paths) > 10
    assert [path for path in paths if not any((place / path).exists() for place in PLACES)] == []

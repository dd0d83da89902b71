"""The bundled typeface has every character the window writes. Oracle: the font files' own tables, read by Qt."""

import ast
from pathlib import Path

import pytest
from PySide6.QtGui import QRawFont

import klscope.views
from klscope.files.resource_files import resource_path
from klscope.views.fonts import FILES

VIEWS = Path(klscope.views.__file__).parent
INDICES = [resource_path("examples", name) for name in ("index.json", "index.ko.json")]
TRANSLATIONS = list(resource_path("translations").glob("*.ts"))


def written(source: str) -> set[str]:
    """Return the characters of a module's texts, those of its documentation aside."""
    tree = ast.parse(source)
    documentation = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    texts = [node for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)]
    return {character for node in texts if id(node) not in documentation for character in node.value}


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("name", FILES)
def test_no_character_depends_on_what_else_is_installed(name: str) -> None:
    face = QRawFont(str(resource_path("fonts", name)), 13.0)
    characters = set().union(*(written(path.read_text(encoding="utf-8")) for path in VIEWS.rglob("*.py")))
    characters |= {one for index in INDICES for one in index.read_text(encoding="utf-8")}
    characters |= {one for file in TRANSLATIONS for one in file.read_text(encoding="utf-8")}
    assert {"‖", "∞", "−", "▼", "α", "뾰"} <= characters
    characters -= {"\u1100"}  # the first of the wide characters, compared with and never written
    assert {one for one in characters if one.isprintable() and not face.supportsCharacter(ord(one))} == set()

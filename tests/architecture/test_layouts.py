"""A test that no code asks a layout for its items, because Qt may delete those while Python keeps wrappers.

That no layout is put into another one after it was filled, by which Python learns of its items too, is seen after every
test that shows a widget (`conftest.py`).
"""

import ast
from pathlib import Path

SOURCE = Path(__file__).resolve().parents[2] / "src"
ASKING = {"itemAt", "itemAtPosition", "takeAt", "removeItem", "replaceWidget", "spacerItem"}
MAKING = {"QSpacerItem", "QWidgetItem"}


def test_no_item_of_a_layout_is_asked_for_or_made() -> None:
    found = []
    for path in sorted(SOURCE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            match node:
                case ast.Attribute(attr=name) if name in ASKING:
                    found.append(f"{path.relative_to(SOURCE)}:{node.lineno} {name}")
                case ast.alias(name=name) if name in MAKING:
                    found.append(f"{path.relative_to(SOURCE)} {name}")
    assert found == []

"""A test that only documented parts of pyqtgraph are used. Oracle: its API reference and docstrings.

The reference is made of docstrings: a method without one is not in it. What is not in it may change, or may be unsafe:
`pyqtgraph.Qt.internals.PrimitiveArray` handed the address of an array to shiboken as an object. Where shiboken still
knew a deleted object at that address, Qt got that one, and the process died while it painted.
"""

import ast
from pathlib import Path

from pyqtgraph import GraphicsView, ViewBox
from PySide6.QtWidgets import QGraphicsView, QGraphicsWidget

SOURCE = Path(__file__).resolve().parents[2] / "src"
FILES = sorted(SOURCE.rglob("*.py"))
DOCUMENTED = {
    ("pyqtgraph", "GraphicsView"): "API reference > Widgets: the frame of a chart",
    ("pyqtgraph", "ViewBox"): "API reference > Graphics items: the coordinates of a chart",
    ("pyqtgraph", "arrayToQPath"): "API reference > Helper functions: lines of many points",
}
UNSAFE = {"wrapInstance", "wrapinstance", "drawargs", "PrimitiveArray", "getCppPointer", "VoidPtr"}
"""Names of what turns addresses into objects, or objects into addresses."""


def undocumented(kind: type, of_qt: type) -> set[str]:
    """Return the undocumented methods that pyqtgraph adds to a Qt class."""
    own = {name for one in kind.__mro__ if one.__module__.startswith("pyqtgraph.") for name in vars(one)}
    return {name for name in own if not hasattr(of_qt, name) and not (getattr(kind, name).__doc__ or "").strip()}


def receiver(node: ast.expr) -> str:
    """Return what a method is called on: "self" or "super()" as "self", an attribute by its name."""
    match node:
        case ast.Name("self") | ast.Call(ast.Name("super")):
            return "self"
        case ast.Attribute(attr=name):
            return name
    return ""


def nodes(path: Path) -> list[ast.AST]:
    return list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))


def test_only_documented_names_are_imported() -> None:
    found = []
    for path in FILES:
        for node in nodes(path):
            if isinstance(node, ast.Import):
                found += [(path.name, one.name) for one in node.names if one.name.partition(".")[0] == "pyqtgraph"]
            if isinstance(node, ast.ImportFrom) and (node.module or "").partition(".")[0] == "pyqtgraph":
                names = {one.name for one in node.names}
                found += [(path.name, node.module, name) for name in names if (node.module, name) not in DOCUMENTED]
    assert found == []


def test_no_address_is_turned_into_an_object() -> None:
    found = []
    for path in FILES:
        for node in nodes(path):
            match node:
                case ast.Name(name) | ast.Attribute(attr=name) | ast.alias(name) if name in UNSAFE:
                    found.append((path.name, name))
    assert found == []


def test_only_documented_methods_are_called() -> None:
    hidden = {"self": undocumented(GraphicsView, QGraphicsView), "view_box": undocumented(ViewBox, QGraphicsWidget)}
    assert "addItem" in hidden["self"]
    assert "setRange" not in hidden["view_box"]
    charts = [path for path in FILES if {"painting", "bars"} & set(path.parts) or path.stem.endswith("_chart")]
    assert any(path.stem == "category_chart" for path in charts)
    found = []
    for path in charts:
        called = [node for node in nodes(path) if isinstance(node, ast.Attribute)]
        found += [(path.name, one.attr) for one in called if one.attr in hidden.get(receiver(one.value), ())]
    assert found == []

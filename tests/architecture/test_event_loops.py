"""A test that no nested event loop is started: menus use `popup()` and dialogs `open()`.

Oracle: Qt's documentation of QDialog.exec and QMenu.exec, which run an event loop of their own until they are closed.
"""

import ast
from pathlib import Path

SOURCE = Path(__file__).resolve().parents[2] / "src"
RUN_A_LOOP = {"exec", "exec_", "QEventLoop", "processEvents"}
STATIC_DIALOGS = {"getOpenFileName", "getSaveFileName", "getText", "getColor", "question", "warning", "critical"}
THE_PROGRAMS_OWN = {("window_command.py", "exec"), ("opening.py", "exec")}
"""That of the program, and that of `klscope.show` where none runs."""


def test_no_event_loop_runs_inside_another() -> None:
    found = set()
    for path in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                name = node.func.attr
                if name in RUN_A_LOOP or (name in STATIC_DIALOGS and ast.unparse(node.func.value).startswith("Q")):
                    found.add((path.name, name))
    assert found == THE_PROGRAMS_OWN

"""A notebook: a kernel of Jupyter in which the window is shown, a bar is dragged with the mouse, and Q is read.

The oracle is the specification: the kernel answers while the window is open, and the dragged bar has the value under
the pointer, which its chart tells.
"""

import os
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from jupyter_client.manager import start_new_kernel

Run = Callable[[str], dict[str, str]]
DRAG = """
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
chart = pair.explorer.window.q_chart
place, top = chart.viewport(), chart.bar_top(0)
QTest.mousePress(place, Qt.MouseButton.LeftButton, pos=top)
for step in range(1, 21):
    QTest.mouseMove(place, top - QPoint(0, 2 * step))
held = pair.q[0]
QTest.mouseRelease(place, Qt.MouseButton.LeftButton, pos=top - QPoint(0, 40))
"""


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Run]:
    """Return a function that runs code in a kernel and returns what it shows, by type."""
    folders = [str(Path(__file__).parents[2] / "src"), os.environ.get("PYTHONPATH", "")]
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(filter(None, folders)))
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    for name in ("XDG_CONFIG_HOME", "IPYTHONDIR", "JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR"):
        monkeypatch.setenv(name, str(tmp_path / name))
    manager, client = start_new_kernel(kernel_name="python3", stderr=subprocess.DEVNULL)

    def run(code: str) -> dict[str, str]:
        shown: dict[str, str] = {}

        def take(message: dict) -> None:
            content = message["content"]
            if message["msg_type"] in ("execute_result", "display_data"):
                shown.update(content["data"])
            elif message["msg_type"] == "error":
                shown["error"] = f"{content['ename']}: {content['evalue']}"

        client.execute_interactive(code, timeout=60, output_hook=take)
        return shown

    try:
        yield run
    finally:
        client.stop_channels()
        manager.shutdown_kernel()


def test_keys_alone_in_korean(run: Run) -> None:
    run("import klscope; from PySide6.QtCore import Qt; from PySide6.QtTest import QTest")
    run("import os; os.environ['LANGUAGE'] = 'ko'; pair = klscope.show({'맑음': 2, '비': 2}, {'비': 1, '맑음': 1})")
    run("chart = pair.explorer.window.q_chart; words = pair.explorer.window.tabs.tabText(2)")
    assert run("words")["text/plain"] == "'표'"
    # two steps of 0.01 up, and one of 0.1
    run("for key in (Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_PageUp): QTest.keyClick(chart, key)")
    assert run("pair.labels, pair.q.round(12).tolist()")["text/plain"] == "(('맑음', '비'), [0.62, 0.38])"
    run("pair.explorer.window.actions_by_name['undo'].trigger()")
    assert run("pair.q.round(12).tolist()")["text/plain"] == "[0.52, 0.48]"
    run("pair.close()")


def test_show_drag_and_read(run: Run) -> None:
    pictures = run("import klscope; klscope.figure([4, 2, 1, 1], [1, 4, 2, 1])")
    assert pictures["image/svg+xml"].startswith("<?xml")
    assert "image/png" in pictures
    run("pair = klscope.show([4, 2, 1, 1], [1, 4, 2, 1], ['sunny', 'cloudy', 'rain', 'snow'])")
    assert run("pair.is_open, pair.q.tolist()")["text/plain"] == "(True, [0.125, 0.5, 0.25, 0.125])"
    assert "error" not in run(DRAG)
    values = run(
        "bool(held > 0.2), bool(pair.q[0] == held), float(pair.q.sum()), (pair.q[1:] / pair.q[3]).round(9).tolist()"
    )
    assert values["text/plain"] == "(True, True, 1.0, [4.0, 2.0, 1.0])"
    # Qt's event loop runs between cells: a timer fires
    run("from PySide6.QtCore import QTimer; fired = []; QTimer.singleShot(0, lambda: fired.append(1))")
    run("import time; time.sleep(0)")
    assert run("fired")["text/plain"] == "[1]"
    assert run("klscope.show([1, -1])")["error"].startswith("ValueError: p[1] is -1.0")
    assert run("pair.close(); pair.is_open, bool(pair.q[0] == held)")["text/plain"] == "(False, True)"

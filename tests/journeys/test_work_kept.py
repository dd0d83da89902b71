"""Work that survives: imported, dragged, saved, killed, continued, exported and opened again, in a real process.

Oracle: the state that the process itself showed before; the bytes of the arrays are compared.
"""

import signal
import sys
import time

import pytest

from driven_window import driven_window

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there are other signals")
HANDS = """\
import sys; sys.path.insert(0, {folder!r})
from hands import *
from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QFileDialog
from PySide6.QtGui import QKeySequence
windows = explorer.quit.__self__
def state():
    now = explorer.store.comparison
    return (tuple(now.labels), now.p.probabilities.tobytes().hex(), now.q.probabilities.tobytes().hex())
def steps(): return explorer.store.history.position
def command(name): explorer.window.actions_by_name[name].trigger()
def press(key, modifiers=NONE):
    explorer.window.activateWindow(); QTest.qWaitForWindowActive(explorer.window, 2000)
    explorer.window.q_chart.setFocus(); QTest.keyClick(explorer.window.q_chart, key, modifiers)
def choose(path):
    [dialog] = [one for one in QApplication.topLevelWidgets() if isinstance(one, QFileDialog) and one.isVisible()]
    line = dialog.findChild(QLineEdit, 'fileNameEdit'); line.setText(path); QTest.keyClick(line, Qt.Key.Key_Return)
def drag():
    chart = explorer.window.q_chart; top = chart.bar_top(0)
    Mouse(chart.viewport()).drag(top, top + QPoint(0, -15), top + QPoint(0, -30))
def notice():
    found = explorer.window.findChild(QWidget, 'recoveryNotice')
    return [] if found is None or not found.isVisible() else [found.label.text()]
from PySide6.QtTest import QTest
QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
"""


def prepare(window, folder):
    window.do(f"exec({HANDS.format(folder=str(folder))!r}, globals())")


@pytest.fixture
def hands(request):
    return request.path.parent


def until(window, question):
    for _ in range(500):
        if window.do(f"print(bool({question}))") == "True\n":
            return
        time.sleep(0.01)  # the threads of the process go on meanwhile
    raise AssertionError(question)


def close(window):
    """Close the window as a person does, and wait for the end of the program."""
    window.do("close = explorer.window.close")
    window.process.stdin.write("QTimer = __import__('PySide6.QtCore').QtCore.QTimer; QTimer.singleShot(0, close)\n")
    window.process.stdin.flush()
    assert window.process.wait(30) == 0


@pytest.mark.parametrize("spoken", ["en", "ko"])
def test_import_drag_save_kill_continue_export_and_open_the_picture(tmp_path, hands, spoken):
    data, document, picture = tmp_path / "말.csv", tmp_path / "작업.klscope", tmp_path / "그림.svg"
    data.write_text("word,p,q\n가,3,1\n나,1,1\n다,2,4\n", encoding="utf-8")
    speak = {"LANGUAGE": spoken, "LC_ALL": "C.UTF-8"}
    with driven_window(tmp_path, **speak) as window:
        prepare(window, hands)
        window.do("press(Qt.Key.Key_O, CONTROL | SHIFT)")
        window.do(f"choose({str(data)!r})")
        until(window, "steps() == 1")
        window.do("drag()")
        window.do("press(Qt.Key.Key_S, CONTROL)")
        window.do(f"choose({str(document)!r})")
        assert document.exists()
        saved = document.read_bytes()
        for _ in range(4):
            window.do("press(Qt.Key.Key_Up)")
        worked = window.do("print(state())")
        assert window.do("print(explorer.window.isWindowModified())") == "True\n"
        session = tmp_path / "klscope" / "sessions"
        until(window, f"[1 for one in __import__('pathlib').Path({str(session)!r}).rglob('1.klscope')]")
        time.sleep(1.5)  # nothing older is lost
        window.end_by(signal.SIGKILL)
    assert document.read_bytes() == saved  # the file is as it was saved
    with driven_window(tmp_path, **speak) as window:
        prepare(window, hands)
        until(window, "len(explorer.store.comparison.labels) == 3")
        assert window.do("print(state())") == worked
        assert window.do("print(explorer.documents.controller.path)") == f"{document}\n"
        assert window.do("print(explorer.window.isWindowModified())") == "True\n"
        assert window.do("print(notice())") != "[]\n"
        window.do("press(Qt.Key.Key_S, CONTROL)")  # goes on where it was
        assert window.do("print(explorer.window.isWindowModified())") == "False\n"
        assert document.read_bytes() != saved
        window.do("press(Qt.Key.Key_E, CONTROL)")
        window.do("dialog = [one for one in QApplication.topLevelWidgets() if type(one).__name__ == 'ExportDialog'][0]")
        window.do("QTest.keyClick(dialog.save, Qt.Key.Key_Space)")
        window.do(f"choose({str(picture)!r})")
        until(window, f"__import__('os').path.exists({str(picture)!r})")
        window.do("explorer.documents.new()")
        assert window.do("print(state())") != worked
        window.do("press(Qt.Key.Key_O, CONTROL)")
        window.do(f"choose({str(picture)!r})")
        assert window.do("print(state())") == worked
        assert window.do("print(repr(explorer.documents.controller.path))") == "''\n"  # a picture is no file to save to
        window.end_by(signal.SIGTERM)


@pytest.mark.parametrize("spoken", ["en", "ko"])
def test_a_classroom(tmp_path, hands, spoken):
    """The next student finds weather, and an offer that can be ignored; the one before finds the work again."""
    speak = {"LANGUAGE": spoken, "LC_ALL": "C.UTF-8"}
    with driven_window(tmp_path, **speak) as window:
        prepare(window, hands)
        weather = window.do("print(state())")
        window.do("QApplication.clipboard().setText('a\\t1\\t2\\nb\\t3\\t2\\n')")
        window.do("press(Qt.Key.Key_V, CONTROL)")
        until(window, "steps() == 1")
        typed = window.do("print(state())")
        close(window)
    for _ in range(2):  # ignoring it costs nothing
        with driven_window(tmp_path, **speak) as window:
            prepare(window, hands)
            assert window.do("print(state())") == weather
            assert window.do("print(notice())") != "[]\n"
            window.do("drag()")
            until(window, "notice() == []")
            close(window)
    with driven_window(tmp_path, **speak) as window:
        prepare(window, hands)
        assert window.do("print(state())") == weather
        window.do("command('continue_unsaved')")
        time.sleep(0.3)
        until(window, "len(explorer.store.comparison.labels) == 2")
        assert window.do("print(state())") == typed
        window.end_by(signal.SIGTERM)

"""The window's process is ended from outside: what was earned is there at the next start, and the exit code tells how.

Oracle of the codes: 128 and the number of the signal, as POSIX shells report it.
"""

import signal
import sys
from pathlib import Path

import pytest

from driven_window import DrivenWindow, driven_window

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there are other signals")
CODES = {signal.SIGINT: 130, signal.SIGTERM: 143, signal.SIGHUP: 129}
LESSON = "01-entropy"
OPEN = f"explorer.lessons.open(); explorer.lessons.session.lessons.open('{LESSON}')"
READ = (3, 4)
"""The steps that are only to be read."""


def earn(window: DrivenWindow, step: int) -> None:
    """Tick a step that is only to be read, by going on."""
    window.do(f"{OPEN}; explorer.lessons.session.lessons.go_to({step}); explorer.lessons.session.lessons.go_on()")


def ticks(window: DrivenWindow) -> list[int]:
    """Return what a window that was just opened shows as ticked."""
    return eval(window.do(f"{OPEN}; print(sorted(explorer.lessons.session.lessons.current.ticks))"))


def test_a_tick_is_there_at_the_next_start_however_the_process_ended(tmp_path: Path) -> None:
    known: list[int] = []
    for number in (signal.SIGINT, signal.SIGKILL, signal.SIGTERM, signal.SIGHUP):
        with driven_window(tmp_path) as window:
            assert ticks(window) == known
            if len(known) == len(READ):
                window.do("explorer.lessons.session.lessons.restart()")
                known = []
            step = READ[len(known)]
            earn(window, step)
            known.append(step)
            assert window.end_by(number) == CODES.get(number, -number)
    with driven_window(tmp_path) as window:
        assert ticks(window) == known == [*READ]


def test_two_processes_have_the_ticks_of_both_and_a_restart_takes_them_all_out(tmp_path: Path) -> None:
    with driven_window(tmp_path) as one, driven_window(tmp_path) as two:
        one.do(OPEN)
        two.do(OPEN)
        earn(one, 3)
        earn(two, 4)
        two.end_by(signal.SIGTERM)
        one.end_by(signal.SIGTERM)  # the one that is closed last does not know of the other's
    with driven_window(tmp_path) as one, driven_window(tmp_path) as two:
        assert ticks(one) == ticks(two) == [3, 4]
        one.do("explorer.lessons.session.lessons.restart()")
        one.end_by(signal.SIGTERM)
        two.end_by(signal.SIGTERM)  # nor does it bring back what it has seen
    with driven_window(tmp_path) as window:
        assert ticks(window) == []


WAITING = (
    "from PySide6.QtCore import QTimer; from PySide6.QtWidgets import QMessageBox, QApplication; "
    "window = explorer.window"
)
SITUATIONS = {
    "a menu that runs a loop of its own": "QTimer.singleShot(0, lambda: window.menus.units.exec(window.pos()))",
    "a dialog with a question over it": "explorer.pictures.export(explorer.store.snapshot); "
    "QTimer.singleShot(0, lambda: QMessageBox.question(QApplication.activeModalWidget(), 'a', 'b'))",
    "the values being edited": "window.actions_by_name['edit_values'].trigger()",
    "a presentation": "window.actions_by_name['present'].trigger()",
}


@pytest.mark.parametrize("situation", SITUATIONS)
def test_whatever_is_open_the_window_closes_and_its_place_is_remembered(tmp_path: Path, situation: str) -> None:
    with driven_window(tmp_path) as window:
        window.do(f"{WAITING}; {SITUATIONS[situation]}")
        shown = window.do("print(QApplication.activePopupWidget() or QApplication.activeModalWidget())")
        assert (shown == "None\n") == (situation in ("the values being edited", "a presentation"))
        assert window.end_by(signal.SIGINT) == 130
    assert "geometry=" in (tmp_path / "klscope" / "klscope.conf").read_text(encoding="utf-8")


def test_a_drag_is_no_obstacle(tmp_path: Path) -> None:
    with driven_window(tmp_path) as window:
        window.do("from PySide6.QtTest import QTest; from PySide6.QtCore import Qt, QPoint")
        window.do("chart = explorer.window.q_chart; top = chart.bar_top(0); view = chart.viewport()")
        window.do("QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=top)")
        window.do("QTest.mouseMove(view, top - QPoint(0, 20)); QTest.mouseMove(view, top - QPoint(0, 40))")
        assert window.do("print(explorer.store.in_gesture)") == "True\n"
        assert window.end_by(signal.SIGTERM) == 143


STUCK = (
    "import signal; asked = signal.getsignal(signal.SIGINT); print('stuck', flush=True); "
    "[None for _ in iter(lambda: signal.getsignal(signal.SIGINT), signal.SIG_DFL)]; print('noticed', flush=True); "
    "[None for _ in iter(int, 1)]"
)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_second_signal_at_once_ends_a_process_that_is_stuck(tmp_path: Path, number: signal.Signals) -> None:
    with driven_window(tmp_path) as window:
        window.process.stdin.write(f"{STUCK}\n")
        window.process.stdin.flush()
        assert window.process.stdout.readline() == "stuck\n"
        window.process.send_signal(number)
        assert window.process.stdout.readline() == "noticed\n"  # and not obeyed: the event loop does not run
        assert window.process.poll() is None
        assert window.end_by(number) == -number


def test_ctrl_c_is_heeded_though_a_script_started_the_window_in_the_background(tmp_path: Path) -> None:
    """POSIX shells without job control let such commands ignore SIGINT."""
    with driven_window(tmp_path, IGNORED=str(int(signal.SIGINT))) as window:
        assert window.end_by(signal.SIGINT) == 130


def test_a_hangup_that_is_ignored_stays_so(tmp_path: Path) -> None:
    """As nohup wants it: the terminal may close."""
    with driven_window(tmp_path, IGNORED=str(int(signal.SIGHUP))) as window:
        window.process.send_signal(signal.SIGHUP)
        assert window.do("print(explorer.window.isVisible())") == "True\n"
        assert window.end_by(signal.SIGTERM) == 143


def test_a_damaged_setting_is_no_obstacle_and_the_rest_is_kept(tmp_path: Path) -> None:
    setting = f'[numbers]\ntried="\\xb2"\n[percent]\nsize={"9" * 5000}'
    (tmp_path / "klscope").mkdir()
    (tmp_path / "klscope" / "klscope.conf").write_text(f"{setting}\n[choice]\nunit=HARTLEY\n", encoding="utf-8")
    with driven_window(tmp_path) as window:
        assert window.do("print(explorer.store.view.unit.name)") == "HARTLEY\n"
        assert window.end_by(signal.SIGTERM) == 143

"""Where Qt's event loop is taken to run. The oracle is what IPython's shells have, stood in for by small classes."""

import os
import sys
from types import SimpleNamespace

import pytest

from klscope.python.event_loops import interactive_shell, start_loop


class Shell:
    """IPython in a terminal, or, with a kernel, in Jupyter."""

    def __init__(self, running=None, works=True, kernel=None, **further):
        self.active_eventloop, self.works = running, works
        self.asked = []
        if kernel is not None:
            self.kernel = kernel
        self.__dict__.update(further)

    def enable_gui(self, gui):
        self.asked.append((gui, os.environ["QT_API"]))
        if isinstance(self.works, Exception):
            raise self.works
        if self.works:
            self.active_eventloop = gui
            if hasattr(self, "kernel"):
                self.kernel.eventloop = gui


@pytest.fixture
def shell_is(monkeypatch):
    def put(shell):
        monkeypatch.setitem(sys.modules, "IPython", SimpleNamespace(get_ipython=lambda: shell))

    return put


def test_a_plain_script_has_no_shell(shell_is, monkeypatch) -> None:
    shell_is(None)
    assert interactive_shell() is None
    monkeypatch.delitem(sys.modules, "IPython")
    assert interactive_shell() is None


def test_a_script_that_ipython_runs_waits_as_any_other(shell_is) -> None:
    shell_is(Shell(parent=SimpleNamespace(interact=False)))
    assert interactive_shell() is None
    shell_is(Shell(simple_prompt=True))
    assert interactive_shell() is None


def test_a_prompt_and_a_kernel_have_one(shell_is) -> None:
    for shell in (Shell(parent=SimpleNamespace(interact=True)), Shell(parent=object()), Shell(kernel=object())):
        shell_is(shell)
        assert interactive_shell() is shell


@pytest.mark.parametrize("before", [None, "pyqt6"])
@pytest.mark.parametrize("kernel", [None, SimpleNamespace(eventloop=None)])
def test_ipython_is_told_to_take_pyside(monkeypatch, before, kernel) -> None:
    monkeypatch.delenv("QT_API", raising=False)
    if before is not None:
        monkeypatch.setenv("QT_API", before)
    shell = Shell(kernel=kernel)
    start_loop(shell)
    assert shell.asked == [("qt6", "pyside6")]
    assert os.environ.get("QT_API") == before


@pytest.mark.parametrize(
    ("shell", "words"),
    [
        (Shell("tk", works=False), "IPython runs the event loop of 'tk': end it with %gui"),
        (
            Shell("tk", RuntimeError("Cannot activate multiple"), SimpleNamespace(eventloop="tk")),
            r"runs the event loop of 'tk' \(Cannot activate multiple\)",
        ),
        (Shell(works=False), "IPython cannot run the event loop of Qt"),
        (Shell(works=False, kernel=SimpleNamespace(eventloop=None)), "IPython cannot run the event loop of Qt"),
    ],
)
def test_another_loop_gets_a_sentence(shell, words) -> None:
    with pytest.raises(RuntimeError, match=words):
        start_loop(shell)


def test_a_loop_whose_name_ipython_forgets(monkeypatch) -> None:
    def hook() -> None: ...

    monkeypatch.setattr(hook, "__module__", "IPython.terminal.pt_inputhooks.qt")
    start_loop(Shell(works=False, _inputhook=hook))

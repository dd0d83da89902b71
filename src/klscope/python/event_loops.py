"""The event loop of Qt in Python code: that of IPython or Jupyter, or one of our own until the window is closed."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

GUI = "qt6"
BINDING = "pyside6"


def interactive_shell() -> Any:
    """Return the shell of IPython, or of a kernel of Jupyter, that can run Qt's loop; None where there is none.

    A script that ``ipython FILE`` runs ends with its last line, and so does a window that does not wait.
    """
    ipython = sys.modules.get("IPython")
    shell = None if ipython is None else ipython.get_ipython()
    if shell is None or getattr(shell, "simple_prompt", False):
        return None
    return shell if getattr(getattr(shell, "parent", None), "interact", True) else None


def start_loop(shell: Any) -> None:
    """Let IPython run Qt's event loop while it waits for input; `interactive_shell` returns the shell.

    Raises
    ------
    RuntimeError
        It runs the loop of another toolkit already.
    """
    running = getattr(shell, "active_eventloop", None)
    error: Exception | None = None
    with _binding():
        try:
            shell.enable_gui(GUI)
        except Exception as reason:  # of IPython, whose kinds differ between its versions
            error = reason
    kernel = kernel_of(shell)
    if kernel is None:
        # with QT_API set, IPython 9 forgets the name of the loop that it runs
        module = getattr(getattr(shell, "_inputhook", None), "__module__", "")
        works = str(getattr(shell, "active_eventloop", None)).startswith("qt") or module.endswith(".qt")
    else:
        works = error is None and getattr(kernel, "eventloop", None) is not None
    if not works:
        said = f" ({error})" if error is not None else ""
        what = f"runs the event loop of {running!r}" if running else "cannot run the event loop of Qt"
        raise RuntimeError(f"IPython {what}{said}: end it with %gui, or restart, and then call klscope.show") from error


def kernel_of(shell: Any) -> Any:
    """Return the kernel of Jupyter behind a shell; None where it is IPython in a terminal."""
    return getattr(shell, "kernel", None)


@contextmanager
def _binding() -> Iterator[None]:
    """Within the context, let IPython take PySide6, where it would take PyQt6 if that is installed."""
    before = os.environ.get("QT_API")
    os.environ["QT_API"] = BINDING
    try:
        yield
    finally:
        if before is None:
            del os.environ["QT_API"]
        else:
            os.environ["QT_API"] = before

"""What is checked before Qt is loaded for Python code: another Qt in the process, missing libraries, a display."""

from __future__ import annotations

import sys

from klscope.system_libraries import install_advice, missing_libraries
from klscope.window_system import window_system

OTHER_BINDINGS = ("PyQt6", "PyQt5", "PySide2")
"""Other ways to Qt from Python; a second Qt in a process ends it, sooner or later, without a message."""


def check_qt(for_window: bool) -> str:
    """Raise an error if Qt would fail here; return the platform to start it on, empty for its own choice.

    Parameters
    ----------
    for_window
        Whether a window is to be shown, which needs a display.

    Raises
    ------
    ImportError
        Another binding of Qt is loaded.
    RuntimeError
        A system library is missing, or, for a window, a display.
    """
    for name in OTHER_BINDINGS:
        if f"{name}.QtCore" in sys.modules:
            raise ImportError(
                f"{name} is loaded in this process, and klscope needs PySide6; two Qt libraries in one process crash. "
                f"Start Python (in a notebook, the kernel) again without {name}; for matplotlib and IPython, set the "
                "environment variable QT_API=pyside6 first"
            )
    if _has_application():
        return ""
    missing = missing_libraries(for_window=False)
    if missing:
        raise RuntimeError(install_advice(missing))
    system = window_system()
    if system.obstacle is None:
        return system.platform
    if for_window:
        raise RuntimeError(f"{system.obstacle}; klscope.figure(p, q) draws a picture without a display")
    return "offscreen"


def _has_application() -> bool:
    core = sys.modules.get("PySide6.QtCore")
    return core is not None and core.QCoreApplication.instance() is not None

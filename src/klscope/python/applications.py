"""The QApplication for Python code: the one that is there, or one of our own."""

from __future__ import annotations

import threading

from PySide6.QtCore import QCoreApplication, QThread
from PySide6.QtWidgets import QApplication

from klscope.views.application import declare_made, needed_application


class _Made:
    """The application that was made here, which Python would delete otherwise."""

    application: QApplication | None = None


def application(platform: str) -> QApplication:
    """Return the QApplication of this process; make one on a platform, empty for Qt's choice, if there is none.

    Raises
    ------
    RuntimeError
        This is not the thread of the application, or there is one that shows no widgets.
    """
    if QCoreApplication.instance() is None:
        if threading.current_thread() is not threading.main_thread():
            raise RuntimeError("klscope draws in the main thread only: call it from there")
        _Made.application = QApplication(["klscope", *(["-platform", platform] if platform else [])])
        declare_made(_Made.application)
    found = needed_application()
    if found.thread() is not QThread.currentThread():
        raise RuntimeError("klscope draws in the thread of the QApplication only: call it from there")
    return found


def is_our_own() -> bool:
    """Return whether the application was made here, and not by the program that uses klscope."""
    return _Made.application is not None and _Made.application is QCoreApplication.instance()

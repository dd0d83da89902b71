"""Access to the QApplication. Without one, Qt ends the process when a widget is made, often without a message."""

from __future__ import annotations

import sys

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

REMEDY = """\
make one first, and keep it:
    from PySide6.QtWidgets import QApplication
    application = QApplication([])
in a Jupyter notebook, this line alone:
    %gui qt6"""


def needed_application() -> QApplication:
    """Return the QApplication of this process; call it before making Qt objects.

    Raises
    ------
    RuntimeError
        If there is none; the message says how to make one.
    """
    found = QCoreApplication.instance()
    if isinstance(found, QApplication):
        return found
    if found is None:
        raise RuntimeError(f"klscope needs a QApplication, and there is none in this process: {REMEDY}")
    raise RuntimeError(
        f"klscope needs a QApplication, and this process has a {type(found).__name__}, which can show no widgets. "
        f"In its place, {REMEDY}"
    )


def made_application() -> QApplication:
    """Return the QApplication of this process, and create it if there is none."""
    if QCoreApplication.instance() is None:
        return QApplication(sys.argv[:1])
    return needed_application()

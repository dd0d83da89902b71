"""Detection of faults that raise nothing: exceptions in hooks, warnings of Qt and Python."""

from __future__ import annotations

import sys
import threading
import traceback
import warnings

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

OF_THE_PLATFORM = ("This plugin does not support",)
"""What Qt says of dialogs and tooltips on the platform that has no screen; pytest leaves it out too."""


class Faults:
    """A list of all that was heard since it was made, each in words."""

    def __init__(self) -> None:
        self.heard: list[str] = []
        sys.excepthook = self._of_exception
        sys.unraisablehook = lambda of: self._of_exception(of.exc_type, of.exc_value, of.exc_traceback)
        threading.excepthook = lambda of: self._of_exception(of.exc_type, of.exc_value, of.exc_traceback)
        warnings.simplefilter("always")
        warnings.showwarning = self._of_warning
        qInstallMessageHandler(self._of_message)

    def _of_exception(self, *error: object) -> None:
        self.heard.append("".join(traceback.format_exception(*error)))  # type: ignore[call-overload]

    def _of_warning(
        self,
        message: object,
        category: type[Warning],
        filename: str,
        line: int,
        _file: object = None,
        _line: str | None = None,
    ) -> None:
        self.heard.append(f"{filename}:{line}: {category.__name__}: {message}")

    def _of_message(self, kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
        if kind in (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg) or text.startswith(OF_THE_PLATFORM):
            return
        self.heard.append(f"Qt, {kind.name}: {text}\n{''.join(traceback.format_stack())}")

"""Import by name of modules whose dependencies may be missing on this machine."""

import importlib
import os
import sys
from typing import Any

from klscope.command_line.exits import CannotRunError
from klscope.system_libraries import install_advice, library_in, missing_libraries
from klscope.wording import gettext


def load(module: str, name: str) -> Any:
    """Return an attribute of a module; a missing dependency is reported as `CannotRunError`."""
    try:
        return getattr(importlib.import_module(module), name)
    except ImportError as error:
        library = library_in(str(error))
        if library is not None:
            raise CannotRunError(install_advice([library])) from error
        package = (error.name or "").partition(".")[0]
        if package in ("", "klscope"):
            raise
        if isinstance(error, ModuleNotFoundError):
            raise CannotRunError(
                gettext(
                    "{package} is not installed for {python}: start klscope with python3 src, which installs it",
                    package=package,
                    python=sys.executable,
                )
            ) from error
        raise CannotRunError(
            gettext("{package} does not load: {error}; klscope doctor tells more", package=package, error=error)
        ) from error


def load_without_display(module: str, name: str) -> Any:
    """Return an attribute of a module that paints with Qt; it needs no display, and Qt would abort without one."""
    missing = missing_libraries(for_window=False)
    if missing:
        raise CannotRunError(install_advice(missing))
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    return load(module, name)

"""Fixtures and hooks for all tests: offscreen Qt, isolated settings, no leftover windows, mpmath precision."""

import gc
import importlib
import os
import sys
from collections.abc import Callable, Iterator
from itertools import count

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before Qt is imported; a display may be set instead
os.environ.update(LANGUAGE="en")  # the language of the expected texts

import mpmath
import pytest
import shiboken6
from hypothesis import settings
from PySide6.QtCore import QCoreApplication, QEvent, QSettings

from klscope.files import catalogues

settings.register_profile("klscope", max_examples=60, deadline=None)  # the defaults are 100, and 200 ms for each
settings.load_profile("klscope")
mpmath.mp.dps = 50  # one precision for the whole process: tests that need another set it locally
QT_FIXTURES = {"qapp", "qtbot"}
NUMBERS = count()
MOST_CACHED = 1000


def pytest_configure(config: pytest.Config) -> None:
    """Keep bytecode in pytest's cache if Python cannot write it beside the sources.

    Without this, each run rewrites every assertion anew, and each process that a test starts compiles the program.
    """
    if sys.dont_write_bytecode and hasattr(config, "cache"):
        sys.pycache_prefix = os.environ["PYTHONPYCACHEPREFIX"] = str(config.cache.mkdir("bytecode"))
        sys.dont_write_bytecode = False
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)


def pytest_collection_finish() -> None:
    """Exclude all present objects from later garbage collections, which take 40 ms each otherwise."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def _isolated_settings(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Store QSettings and documents of a test in its own folder, which is made on demand."""
    folder = str(tmp_path_factory.getbasetemp() / f"settings-{next(NUMBERS)}")
    os.environ["XDG_DATA_HOME"] = f"{folder}-data"  # where QStandardPaths keeps sessions, of started processes too
    QCoreApplication.setOrganizationName("klscope-tests")
    QCoreApplication.setApplicationName("klscope-tests")
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    for layout in (QSettings.Format.IniFormat, QSettings.Format.NativeFormat):  # native is for QSettings(organization)
        for scope in (QSettings.Scope.UserScope, QSettings.Scope.SystemScope):
            QSettings.setPath(layout, scope, folder)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[object]:
    """Collect garbage between GUI tests only: in an event loop, it may destroy objects that are being painted.

    What a collection leaves is taken out of every later one: without this, they take a third of the time of all tests.
    """
    if not QT_FIXTURES.intersection(item.fixturenames):
        return (yield)
    gc.collect()
    gc.disable()
    try:
        return (yield)
    finally:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # before objects are frozen
        _clear_caches()
        gc.enable()
        gc.collect()
        gc.freeze()


@pytest.fixture(autouse=True)
def _no_window_left(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a GUI test that leaves a visible window."""
    yield
    if not QT_FIXTURES.intersection(request.fixturenames):
        return
    left = _visible_windows()
    for widget in left:
        widget.close()
        widget.deleteLater()
    names = [f"{type(widget).__name__} {widget.objectName()!r}" for widget in left]
    if names:
        pytest.fail(f"top-level widgets left visible: {', '.join(names)}")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Iterator[None]:
    """Fail a test after which Python has a wrapper of a layout item that is no widget and no layout.

    Qt deletes such an item without telling Python, which takes whatever Qt makes at its address later for that item,
    and the process dies. Python learns of the items of a layout that has some when it is put into another layout
    (`addLayout` belongs before `addWidget` and `addStretch`), and by `itemAt` and `takeAt`.
    """
    yield
    if not QT_FIXTURES.intersection(item.fixturenames):
        return
    known = _known_layout_items()
    new = [one for one in known if id(one) not in _reported]
    _reported.update(map(id, known))  # it stays known: let it fail one test, not all that follow
    if new:
        pytest.fail(f"{item.name}: Python knows items of layouts: {', '.join(type(one).__name__ for one in new)}")


_reported: set[int] = set()


def _known_layout_items() -> list:
    widgets = sys.modules.get("PySide6.QtWidgets")
    kinds = () if widgets is None else (widgets.QSpacerItem, widgets.QWidgetItem)
    return [one for one in shiboken6.getAllValidWrappers() if isinstance(one, kinds)]


def _clear_caches() -> None:
    """Empty caches of many Qt objects, which `_known_layout_items` would go through after every later test."""
    shapes = sys.modules.get("klscope.views.painting.shapes")
    if shapes is not None:
        del shapes._rectangles[MOST_CACHED:]
    texts = sys.modules.get("klscope.views.painting.static_texts")
    if texts is not None and texts.laid.cache_info().currsize > MOST_CACHED:
        texts.laid.cache_clear()


@pytest.fixture(scope="session")
def qapp(qapp: object) -> object:
    """Return the QApplication, declared to be that of the program klscope: all of it is styled."""
    importlib.import_module("klscope.views.application").claim(qapp)
    return qapp


@pytest.fixture
def set_language(qapp: object) -> Iterator[Callable[[str], None]]:  # noqa: ARG001  # translators belong to an application
    """Return a function that sets the language of all translations; teardown restores English."""
    language = importlib.import_module("klscope.views.words.language")  # Qt, which not every test needs
    yield language.install
    language.install("en")


@pytest.fixture
def korean_terminal(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    """Set the environment to Korean; teardown restores English messages."""
    for name in ("LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "ko_KR.UTF-8")
    monkeypatch.setenv("LANGUAGE", "ko")
    yield monkeypatch
    catalogues.set_language("en")


@pytest.fixture
def qt_variables(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """Unset display and platform, and restore all variables: the command sets QT_QPA_PLATFORM itself."""
    monkeypatch.setenv("QT_QPA_PLATFORM", "")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "XDG_RUNTIME_DIR"):
        monkeypatch.delenv(name, raising=False)
    return monkeypatch


def _visible_windows() -> list:
    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets is None or not isinstance(QCoreApplication.instance(), widgets.QApplication):
        return []
    return [widget for widget in widgets.QApplication.topLevelWidgets() if widget.isVisible()]

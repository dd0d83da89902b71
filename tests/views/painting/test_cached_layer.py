"""A still part is painted anew when something it depends on is another, the language too; else it is copied."""

import pytest
from PySide6.QtCore import QSize, QSizeF
from PySide6.QtGui import QImage, QPainter

from klscope.views.export.vectors.recording_engine import RecordingDevice
from klscope.views.painting.cached_layer import CachedLayer


@pytest.fixture
def show(qapp):  # noqa: ARG001
    """Return a function that shows the part by a key, and tells whether it was painted and not copied."""
    layer = CachedLayer()
    image = QImage(20, 20, QImage.Format.Format_RGB32)

    def show_part(key: str) -> bool:
        painted: list[bool] = []
        painter = QPainter(image)
        layer.paint(painter, key, QSizeF(20.0, 20.0), "#FFFFFF", lambda _: painted.append(True))
        painter.end()
        return bool(painted)

    return show_part


def test_what_stays_is_copied_from_the_third_time_on(show) -> None:
    assert [show("a"), show("a"), show("a"), show("b")] == [True, True, False, True]


def test_another_language_has_it_painted(show, set_language) -> None:
    for _ in range(3):
        show("a")
    set_language("ko")
    assert show("a")
    show("a")
    assert not show("a")


def test_on_a_sheet_of_shapes_it_is_always_painted(qapp) -> None:
    assert qapp is not None
    layer, painted = CachedLayer(), []
    sheet = RecordingDevice(QSize(20, 20))
    for _ in range(4):
        painter = QPainter(sheet)
        layer.paint(painter, "a", QSizeF(20.0, 20.0), "#FFFFFF", lambda _: painted.append(True))
        painter.end()
    assert len(painted) == 4
    assert sheet.drawing().primitives == ()

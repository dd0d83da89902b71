"""The keyboard focus after its widget is hidden or disabled."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget


def can_have_focus(widget: QWidget) -> bool:
    """Return whether a widget can have the focus now."""
    policy = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(policy) and widget.isVisible() and widget.isEnabled()


def nearest_stop(left: QWidget) -> QWidget | None:
    """Return the nearest widget that can have the focus instead of ``left``; None without one.

    It is the next one inside the smallest enclosing widget that has one, or that widget itself, in order of
    construction. `QWidget.nextInFocusChain` is not used: PySide then makes the next widget a child of this one and
    deletes it with this one.
    """
    # one call: PySide loses the editor of a cell, which Qt owns, if it is in a second list
    widgets = left.window().findChildren(QWidget)
    place = widgets.index(left)
    stops = [one for one in (*widgets[place + 1 :], *widgets[:place]) if can_have_focus(one)]
    around: QWidget | None = left.parentWidget()
    while around is not None:
        if around in stops:
            return around
        stop = next(filter(around.isAncestorOf, stops), None)
        if stop is not None:
            return stop
        around = None if around.isWindow() else around.parentWidget()
    return None


def _moved_to_nearest(left: QWidget) -> bool:
    """Move the focus to the nearest widget, and return whether there is one."""
    stop = nearest_stop(left)
    if stop is not None:
        stop.setFocus(Qt.FocusReason.OtherFocusReason)
    return stop is not None


class FocusKeepingWindow(QMainWindow):
    """A window that moves the focus from a hidden or disabled widget without imitating a Tab key.

    Qt calls `focusNextPrevChild` when Tab is pressed, and also when the focus widget is hidden or disabled, with the
    Tab focus reason in both cases. Widgets may act on a focus that the user moved by Tab.

    A page of a stack restores the focus of its last focus widget, even if that is hidden.
    """

    def __init__(self) -> None:
        super().__init__()
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._leave_hidden)

    def focusNextPrevChild(self, following: bool) -> bool:
        """Move the focus as Tab does; from a hidden or disabled widget, to the nearest one with another reason."""
        focused = self.focusWidget()
        if focused is None or (focused.isVisible() and focused.isEnabled()):
            return super().focusNextPrevChild(following)
        return _moved_to_nearest(focused)

    def _leave_hidden(self, _before: QWidget | None, focused: QWidget | None) -> None:
        if focused is not None and not focused.isVisible() and self.isVisible() and self.isAncestorOf(focused):
            _moved_to_nearest(focused)

"""Where the keyboard goes when the widget that has it is hidden or disabled."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow, QWidget


def can_have_focus(widget: QWidget) -> bool:
    """Return whether Tab could lead to a widget now."""
    policy = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(policy) and widget.isVisible() and widget.isEnabled()


def nearest_stop(left: QWidget) -> QWidget | None:
    """Return the nearest widget that can have the focus in place of ``left``, None where its window has none.

    The nearest is the next one in tab order within the smallest enclosing widget that holds one, or that widget itself.
    """
    around: QWidget | None = left.parentWidget()
    while around is not None:
        if can_have_focus(around):
            return around
        stop = left.nextInFocusChain()
        while stop is not None and stop is not left:
            if around.isAncestorOf(stop) and can_have_focus(stop):
                return stop
            stop = stop.nextInFocusChain()
        around = None if around.isWindow() else around.parentWidget()
    return None


class FocusKeepingWindow(QMainWindow):
    """A window in which showing a state never looks like a person's Tab.

    Qt moves the focus on by `focusNextPrevChild` when Tab is pressed, and also when the widget that has it is hidden or
    disabled, with the reason of a Tab both times. A widget reached by Tab was chosen by a person, and may act on it.
    """

    def focusNextPrevChild(self, following: bool) -> bool:  # noqa: N802
        """Move the focus as Tab does; from a widget that is hidden or disabled, to the nearest, without that reason."""
        focused = self.focusWidget()
        if focused is None or (focused.isVisible() and focused.isEnabled()):
            return super().focusNextPrevChild(following)
        stop = nearest_stop(focused)
        if stop is not None:
            stop.setFocus(Qt.FocusReason.OtherFocusReason)
        return stop is not None

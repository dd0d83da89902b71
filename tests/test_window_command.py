"""What opens the window: what it says where klscope itself goes wrong."""

import pytest

from klscope.views.preferences.preferences import Preferences
from klscope.views.theme import ThemeChoice
from klscope.window_command import tell_of_a_fault
from klscope.windows import Windows


@pytest.mark.usefixtures("qtbot")
def test_a_fault_is_said_in_the_window_and_told_whole_on_stderr(capsys: pytest.CaptureFixture[str]) -> None:
    windows = Windows(Preferences(), ThemeChoice.LIGHT)
    explorer = windows.open_window()
    try:
        raise IndexError("seven")
    except IndexError as error:
        tell_of_a_fault(windows, type(error), error, error.__traceback__)
    said = explorer.window.sentence.text()
    assert "IndexError" in said
    assert "Ctrl+Z" in said
    told = capsys.readouterr().err
    assert "IndexError: seven" in told
    assert "Traceback" in told
    explorer.deleteLater()

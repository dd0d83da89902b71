"""What opens the window: what it says where klscope itself goes wrong."""

import pytest

from klscope.app import create
from klscope.window_command import tell_of_a_fault


@pytest.mark.usefixtures("qtbot")
def test_a_fault_is_said_in_the_window_and_told_whole_on_stderr(capsys: pytest.CaptureFixture[str]) -> None:
    explorer = create()
    try:
        raise IndexError("seven")
    except IndexError as error:
        tell_of_a_fault(explorer, type(error), error, error.__traceback__)
    said = explorer.window.sentence.text()
    assert "IndexError" in said
    assert "Ctrl+Z" in said
    told = capsys.readouterr().err
    assert "IndexError: seven" in told
    assert "Traceback" in told
    explorer.deleteLater()

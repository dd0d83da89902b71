"""What a command stands on may be missing: that takes a sentence, and our own mistakes a traceback."""

import pytest

from command_words import loading
from klscope.cli import main


@pytest.mark.parametrize(
    ("error", "says"),
    [
        (ImportError("libEGL.so.1: cannot open shared object file: No such file or directory"), "libEGL.so.1"),
        (ModuleNotFoundError("No module named 'PySide6'", name="PySide6"), "PySide6 is not installed"),
        (ImportError("DLL load failed", name="PySide6.QtGui"), "PySide6 does not load: DLL load failed"),
    ],
)
def test_what_does_not_load_takes_a_sentence(
    qt_variables: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], error: Exception, says: str
) -> None:
    loading(qt_variables, window_command=error)
    qt_variables.setenv("QT_QPA_PLATFORM", "offscreen")
    assert main([]) == 3
    err = capsys.readouterr().err
    assert says in err
    assert err.count("\n") == 1


def test_our_own_mistakes_are_not_hidden(qt_variables: pytest.MonkeyPatch) -> None:
    loading(
        qt_variables,
        window_command=ImportError(
            "cannot import name 'x' from 'klscope.window_command'", name="klscope.window_command"
        ),
    )
    qt_variables.setenv("QT_QPA_PLATFORM", "offscreen")
    with pytest.raises(ImportError, match="cannot import name"):
        main([])

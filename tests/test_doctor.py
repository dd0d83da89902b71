"""klscope doctor: what is told of a sound machine, and of one that lacks something."""

import pytest

from klscope import doctor
from klscope.system_libraries import FOR_ANY_IMPORT


@pytest.mark.usefixtures("qapp")
def test_the_doctor_is_content_with_a_sound_machine(qt_variables: pytest.MonkeyPatch) -> None:
    qt_variables.setenv("QT_QPA_PLATFORM", "offscreen")
    qt_variables.setattr(doctor, "missing_libraries", lambda **_: [])
    lines: list[str] = []
    code = doctor.run(lines.append)
    told = "\n".join(lines)
    for word in ("klscope", "numpy", "PySide6-Essentials", "pyqtgraph", "Python", "Qt", "font, Hangul"):
        assert word in told
    assert (code, lines[-1]) == (0, "\nAll is well."), told


def test_the_doctor_names_what_is_missing(qt_variables: pytest.MonkeyPatch) -> None:
    qt_variables.setattr(doctor, "missing_libraries", lambda **_: [FOR_ANY_IMPORT[0]])
    lines: list[str] = []
    assert doctor.run(lines.append) == 3
    assert "libEGL.so.1 missing" in "\n".join(lines)
    assert sum("libEGL.so.1, which this system lacks" in line for line in lines) == 1

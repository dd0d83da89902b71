"""What is remembered from one start to the next. Oracle: what was put in, and the other value for what nobody wrote."""

import os
import stat
import subprocess
import sys

import pytest
from PySide6.QtCore import QByteArray, QSettings

from klscope.lessons.progress import LessonProgress, Progress
from klscope.model.views import ViewMode
from klscope.theory.units import Unit
from klscope.views.preferences.preferences import Preferences
from klscope.views.preferences.settings_file import place
from klscope.views.theme import ThemeChoice


def write(text: str | bytes) -> None:
    """Put something in place of the settings file."""
    place().parent.mkdir(parents=True, exist_ok=True)
    place().write_bytes(text if isinstance(text, bytes) else text.encode())


def test_the_settings_are_where_qsettings_has_them():
    assert str(place()) == QSettings("klscope", "klscope").fileName()


def test_what_was_remembered_is_there_at_the_next_start():
    first = Preferences()
    first.save_geometry(QByteArray(b"\x01\x02\x00\xff"))
    first.save_choice("theme", ThemeChoice.DARK)
    first.save_choice("unit", Unit.NAT)
    first.save_number("tried", 2)
    first.save_number("tried", 0)
    first.save_flag("answers_hidden", True)
    first.save_percent("size", 150)
    first.save_text("picture_folder", 'C:\\"그림"; = 1,')
    again = Preferences()  # while the first is still there: everything is written at once
    assert again.geometry() == QByteArray(b"\x01\x02\x00\xff")
    assert again.choice("theme", ThemeChoice, ThemeChoice.SYSTEM) is ThemeChoice.DARK
    assert again.choice("unit", Unit, Unit.BIT) is Unit.NAT
    assert again.numbers("tried") == {0, 2}
    assert again.flag("answers_hidden")
    assert again.percent("size") == 150
    assert again.text("picture_folder") == 'C:\\"그림"; = 1,'
    again.save_flag("answers_hidden", False)
    assert not Preferences().flag("answers_hidden")


def test_at_the_first_start_nothing_is():
    first = Preferences()
    assert first.geometry() is None
    assert first.choice("mode", ViewMode, ViewMode.ENTROPY) is ViewMode.ENTROPY
    assert first.numbers("tried") == frozenset()
    assert not first.flag("answers_hidden")
    assert first.percent("size") == 100
    assert first.text("picture_folder") == ""
    assert first.progress() == Progress()
    first.flush()
    assert not place().exists()  # to look is to write nothing


@pytest.mark.parametrize("written", ["", "no such", "KL_DIVERGENCE, ENTROPY", "entropy"])
def test_a_choice_that_makes_no_sense_is_the_usual_one(written):
    QSettings("klscope", "klscope").setValue("choice/mode", written)
    assert Preferences().choice("mode", ViewMode, ViewMode.CROSS_ENTROPY) is ViewMode.CROSS_ENTROPY


SENSELESS_NUMBERS = [r'"\xb2"', "²", "٣", "-1", "1.5", "1e2", "0x96", "150 %", " ", "on", "9" * 5000, "99999", "1, 2"]


@pytest.mark.parametrize("written", SENSELESS_NUMBERS)
def test_a_number_that_makes_no_sense_is_left_out_wherever_it_stands(written):
    write(
        f"[percent]\nsize={written}\n[last]\nb={written}\n[best]\nb\\0={written}\n"
        f"[tick]\na\\0=on\na\\{written}=on\n[tried]\n0=on\n{written}=on\n"
    )
    found = Preferences()
    assert found.percent("size") == 100
    assert found.numbers("tried") == {0}
    assert found.progress() == Progress().ticked("a", 0)


# -- what earlier versions wrote --------------------------------------------------------------------------------

FORMER = {
    "numbers/tried": "0 2",
    "text/lessons": '{"01-entropy": [3, 0, 1], "own/수업; = 1": [0, 4], "challenges": [2, 2], '
    '"best/": {"challenges": [[2, 7]]}}',
    "flag/answers_hidden": "on",
    "choice/unit": "NAT",
    "choice/picture_format": "SVG",
    "percent/size": "125",
}
PROGRESS = (
    Progress()
    .ticked("01-entropy", 0)
    .ticked("01-entropy", 1)
    .seen("01-entropy", 3)
    .ticked("own/수업; = 1", 4)
    .solved("challenges", 2, 7)
    .seen("challenges", 2)
)


def test_what_an_earlier_version_wrote_is_taken_over_once():
    theirs = QSettings("klscope", "klscope")
    for key, value in FORMER.items():
        theirs.setValue(key, value)
    theirs.setValue("window/geometry", QByteArray(b"\x01\xd9\xd0\xcb\x00a"))
    theirs.sync()
    for _ in range(2):
        found = Preferences()
        assert found.geometry() == QByteArray(b"\x01\xd9\xd0\xcb\x00a")
        assert found.numbers("tried") == {0, 2}
        assert found.progress() == PROGRESS
        assert (found.flag("answers_hidden"), found.percent("size")) == (True, 125)
        assert found.choice("unit", Unit, Unit.BIT) is Unit.NAT
        assert found.text("picture_format") == ".svg"
        found.save_tick("01-entropy", 0)  # known already; now the file has its present form
        assert "[numbers]" not in place().read_text()
        assert "lessons=" not in place().read_text()
    found.forget_lesson("01-entropy")
    assert Preferences().progress().of("01-entropy") == LessonProgress()


@pytest.mark.parametrize(
    ("written", "code"), [("KOREAN", "ko"), ("ENGLISH", "en"), ("SYSTEM", "system"), ("FRENCH", "system")]
)
def test_the_language_that_an_earlier_version_wrote_is_taken_over(written, code):
    QSettings("klscope", "klscope").setValue("choice/language", written)
    preferences = Preferences()
    assert preferences.one_of("language", ("system", "en", "ko"), "system") == code
    preferences.save_text("language", "en")
    assert Preferences().text("language") == "en"
    assert "KOREAN" not in place().read_text()


@pytest.mark.parametrize(("written", "read"), [("1 x 2", {1, 2}), ("-1 3", {3}), ("1,2", set()), ("", set())])
def test_numbers_of_an_earlier_version_that_make_no_sense_are_left_out(written, read):
    QSettings("klscope", "klscope").setValue("numbers/tried", written)
    assert Preferences().numbers("tried") == read


SENSELESS_PROGRESS = ["", "nonsense", "[]", "3", "null", '{"a": 3}', '{"a": []}', '{"a": [-1]}', '{"a": [0, "x"]}']
SENSELESS_PROGRESS += ['{"a": [true]}', '{"a": [NaN]}', '{"a": [1e999]}', f'{{"a": [{"9" * 5000}]}}', "[" * 100_000]


@pytest.mark.parametrize("text", SENSELESS_PROGRESS)
def test_progress_of_an_earlier_version_that_makes_no_sense_is_left_out(text):
    QSettings("klscope", "klscope").setValue("text/lessons", text)
    assert Preferences().progress() == Progress()


@pytest.mark.parametrize("best", ['"x"', '{"challenges": 3}', '{"challenges": [[1], [1, -2], ["1", 2], 5]}', "[]"])
def test_best_results_of_an_earlier_version_that_make_no_sense_are_left_out(best):
    QSettings("klscope", "klscope").setValue("text/lessons", f'{{"challenges": [1, 0], "best/": {best}}}')
    assert Preferences().progress() == Progress().ticked("challenges", 0).seen("challenges", 1)


# -- several windows --------------------------------------------------------------------------------------------


def test_of_two_windows_the_ticks_of_both_stay_whichever_writes_last():
    one, two = Preferences(), Preferences()
    one.save_tick("01-entropy", 0)
    two.save_tick("01-entropy", 1)
    two.save_number("tried", 1)
    one.save_number("tried", 2)
    one.save_tick("own/mine", 0)
    found = Preferences()
    assert found.progress().of("01-entropy").ticks == {0, 1}
    assert found.progress().of("own/mine").ticks == {0}
    assert found.numbers("tried") == {1, 2}


def test_a_lesson_begun_anew_in_one_window_loses_its_ticks_and_no_other_window_brings_them_back():
    one = Preferences()
    for step in range(3):
        one.save_tick("own/a", step)
    one.save_best("own/a", 1, 4)
    one.save_last("own/a", 2)
    one.save_tick("own/a/b", 0)
    one.save_tick("a", 0)
    two = Preferences()
    three = Preferences()
    three.save_tick("own/a", 3)  # earned after the first looked
    one.forget_lesson("own/a")
    two.save_tick("a", 1)
    two.save_choice("unit", Unit.NAT)
    kept = Progress().ticked("a", 0).ticked("a", 1).ticked("own/a/b", 0)
    assert Preferences().progress() == kept
    two.save_tick("own/a", 2)  # earned once more
    assert Preferences().progress() == kept.ticked("own/a", 2)


def test_of_the_best_results_of_two_windows_the_lower_stays():
    one, two = Preferences(), Preferences()
    one.save_best("challenges", 0, 5)
    two.save_best("challenges", 0, 7)
    assert Preferences().progress().of("challenges").best == {0: 5}
    two.save_best("challenges", 0, 3)
    one.save_best("challenges", 0, 4)
    assert Preferences().progress().of("challenges").best == {0: 3}


def test_of_other_choices_the_last_one_counts_key_by_key():
    one, two = Preferences(), Preferences()
    one.save_choice("unit", Unit.NAT)
    two.save_choice("mode", ViewMode.ENTROPY)
    two.save_choice("unit", Unit.HARTLEY)
    one.save_choice("theme", ThemeChoice.DARK)
    found = Preferences()
    assert found.choice("unit", Unit, Unit.BIT) is Unit.HARTLEY
    assert found.choice("mode", ViewMode, ViewMode.KL_DIVERGENCE) is ViewMode.ENTROPY
    assert found.choice("theme", ThemeChoice, ThemeChoice.SYSTEM) is ThemeChoice.DARK


WRITERS, STEPS = 3, 40
WRITER = """
import sys
from PySide6.QtCore import QSettings
QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, sys.argv[1])
from klscope.views.preferences import settings_file
from klscope.views.preferences.preferences import Preferences
settings_file.WAIT_MILLISECONDS = 100_000  # a machine with much to do may keep a lock from everyone for long
preferences = Preferences()
for step in range(int(sys.argv[3])):
    preferences.save_tick("lesson-" + sys.argv[2], step)
    preferences.save_best("challenges", 0, 200 - step - int(sys.argv[2]))
    preferences.save_text("last_of_" + sys.argv[2], str(step))
"""


def test_processes_that_write_at_the_same_time_lose_nothing():
    folder = str(place().parents[1])
    writers = [subprocess.Popen([sys.executable, "-c", WRITER, folder, str(one), str(STEPS)]) for one in range(WRITERS)]
    assert [writer.wait(120) for writer in writers] == [0] * WRITERS
    found = Preferences()
    for one in range(WRITERS):
        assert found.progress().of(f"lesson-{one}").ticks == set(range(STEPS))
        assert found.text(f"last_of_{one}") == str(STEPS - 1)
    assert found.progress().of("challenges").best == {0: 200 - (STEPS - 1) - (WRITERS - 1)}
    assert sorted(path.name for path in place().parent.iterdir()) == [place().name]  # nothing is left behind


# -- a file that is none, or cannot be written ------------------------------------------------------------------


def test_a_place_that_is_none_is_forgotten():
    QSettings("klscope", "klscope").setValue("window/geometry", "no bytes")
    assert Preferences().geometry() is None


def test_what_is_of_a_later_version_stays():
    write("[later]\nkey=value\n[choice]\nunit=NAT\n")
    Preferences().save_choice("unit", Unit.BIT)
    assert QSettings("klscope", "klscope").value("later/key") == "value"


def nothing_and_a_place_to_write() -> None:
    found = Preferences()
    assert found.progress() == Progress()
    found.save_tick("a", 0)
    assert Preferences().progress() == Progress().ticked("a", 0)


GARBAGE = [b"", b"\0" * 999, bytes(range(256)) * 9, b"\xff\xfe[\0t\0i\0", b"[tick]\n" * 200_000]


@pytest.mark.parametrize("content", GARBAGE)
def test_a_file_of_anything_else_is_as_good_as_none(content):
    write(content)
    nothing_and_a_place_to_write()


def test_a_link_to_the_settings_stays_a_link(tmp_path):
    write("")
    elsewhere = tmp_path / "elsewhere.conf"
    place().unlink()
    place().symlink_to(elsewhere)
    nothing_and_a_place_to_write()
    assert place().is_symlink()
    assert b"tick" in elsewhere.read_bytes()


def a_folder() -> None:
    place().mkdir(parents=True)


def a_pipe() -> None:
    place().parent.mkdir(parents=True)
    os.mkfifo(place())


def below_a_file() -> None:
    place().parent.parent.mkdir(parents=True)
    place().parent.write_text("a file")


def held_by_another() -> None:
    write("")
    place().with_name(f"{place().name}.lock").mkdir()  # a lock that cannot be taken, whatever the rights


@pytest.mark.parametrize(
    ("obstacle", "words"),
    [
        (a_folder, "it is a folder"),
        (a_pipe, "it is a FIFO (a named pipe)"),
        (below_a_file, "Not a directory"),
        (held_by_another, "another process is writing it"),
    ],
)
def test_where_nothing_can_be_written_it_is_said_once_and_counts_until_the_end(obstacle, words):
    obstacle()
    preferences = Preferences()
    told = []
    preferences.not_written.connect(told.append)
    preferences.save_tick("a", 0)
    preferences.save_choice("unit", Unit.NAT)
    preferences.flush()
    assert told == [f"{place()}: {words}"]
    assert preferences.progress() == Progress().ticked("a", 0)
    assert preferences.choice("unit", Unit, Unit.BIT) is Unit.NAT


def test_what_could_not_be_written_is_written_when_it_can_be():
    a_folder()
    preferences = Preferences()
    preferences.save_tick("a", 0)
    preferences.save_best("a", 0, 3)
    place().rmdir()
    write("[tick]\nb\\0=on\n[best]\na\\0=2\n")  # by another
    preferences.save_tick("a", 1)
    expected = Progress().ticked("a", 1).ticked("b", 0).solved("a", 0, 2)
    assert Preferences().progress() == preferences.progress() == expected


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads and writes what it likes")
def test_what_may_not_be_read_is_not_written_over():
    write("[tick]\nb\\0=on\n")
    place().chmod(stat.S_IWUSR)
    Preferences().save_tick("a", 0)
    place().chmod(stat.S_IRUSR | stat.S_IWUSR)
    assert place().read_text() == "[tick]\nb\\0=on\n"


# -- a stored Python object -------------------------------------------------------------------------------------

STORING = """
import pathlib, sys
from PySide6.QtCore import QSettings
class Harmful:
    def __reduce__(self):
        return pathlib.Path.touch, (pathlib.Path(sys.argv[2]),)
settings = QSettings(sys.argv[1], QSettings.Format.IniFormat)
for key in ("choice/mode", "percent/size", "tried/0", "text/lessons", "later/key", "window/geometry"):
    settings.setValue(key, Harmful())
settings.setValue("choice/unit", "NAT")
settings.sync()
"""
ASKING = """
import sys
from PySide6.QtCore import QSettings
print(QSettings(sys.argv[1], QSettings.Format.IniFormat).value("choice/unit", "", str))
"""


def python(*words: str) -> str:
    return subprocess.run([sys.executable, "-c", *words], check=True, capture_output=True, text=True).stdout


def test_a_python_object_in_the_settings_is_never_made(tmp_path):
    trace, path = tmp_path / "harm", place()
    path.parent.mkdir(parents=True)
    python(STORING, str(path), str(trace))
    assert python(ASKING, str(path)) == "NAT\n"
    assert trace.exists()  # what QSettings does, though it was asked for a text, and for another key
    trace.unlink()
    found = Preferences()
    assert found.choice("mode", ViewMode, ViewMode.ENTROPY) is ViewMode.ENTROPY
    assert found.choice("unit", Unit, Unit.BIT) is Unit.NAT
    assert (found.geometry(), found.percent("size"), found.numbers("tried")) == (None, 100, frozenset())
    found.save_choice("unit", Unit.BIT)
    assert not trace.exists()
    assert b"Variant" not in path.read_bytes()

"""What the window remembers while it is open: written as it happens, and taken up from a file in any condition."""

import random
import re
from collections.abc import Callable

import pytest
from PySide6.QtCore import QByteArray, QSettings

from klscope.app import create
from klscope.lessons.progress import Progress
from klscope.model.view_options import BlockOrder
from klscope.model.views import ViewMode
from klscope.remembering import Asked, remember, take_up
from klscope.theory.units import Unit
from klscope.views import magnification
from klscope.views.export.pictures import Pictures
from klscope.views.preferences.preferences import Preferences
from klscope.views.preferences.settings_file import place
from klscope.views.theme import ThemeChoice

DAMAGED_FILES = 400
LESSON = "01-entropy"


@pytest.fixture
def explorer(qtbot, set_language):  # noqa: ARG001  # a language that is chosen is put back
    explorer = create()
    qtbot.addWidget(explorer.window)
    yield explorer
    explorer.window.close()
    explorer.deleteLater()
    magnification.magnify(1.0)


def test_everything_is_on_disk_while_the_window_is_still_open(explorer):
    """However the process ends: nothing waits for a window to be closed."""
    remember(explorer, Preferences())
    before = place().read_bytes() if place().exists() else b""
    actions = explorer.window.actions_by_name
    for group, value in (
        (actions.units, Unit.NAT),
        (actions.modes, ViewMode.CODE_LENGTHS),
        (actions.orders, BlockOrder.BY_Q),
        (actions.themes, ThemeChoice.DARK),
        (actions.languages, "ko"),
    ):
        next(action for action in group.actions() if action.data() == value).trigger()
    actions["swap"].trigger()
    explorer.lessons.open()
    lessons = explorer.lessons.session.lessons
    lessons.open(LESSON)
    lessons.predict(0.0)
    lessons.go_on()
    explorer.lessons.session.panel.head.hide_answers.trigger()
    found = Preferences()
    assert found.choice("unit", Unit, Unit.BIT) is Unit.NAT
    assert found.choice("mode", ViewMode, ViewMode.ENTROPY) is ViewMode.CODE_LENGTHS
    assert found.choice("code_order", BlockOrder, BlockOrder.AS_GIVEN) is BlockOrder.BY_Q
    assert found.choice("theme", ThemeChoice, ThemeChoice.SYSTEM) is ThemeChoice.DARK
    assert found.one_of("language", ("system", "en", "ko"), "system") == "ko"
    assert found.numbers("tried") == {1}
    assert found.flag("answers_hidden")
    assert found.progress() == Progress().ticked(LESSON, 0).seen(LESSON, 1)
    assert before == b""  # and nothing of it was there by itself


def test_what_a_lesson_shows_is_not_remembered_as_one_s_own(explorer):
    remember(explorer, Preferences())
    explorer.lessons.open()
    explorer.lessons.session.lessons.open("02-cross-entropy")  # in nats, with the terms of the cross-entropy
    assert explorer.store.view.unit is Unit.NAT
    explorer.store.set_unit(Unit.HARTLEY)
    found = Preferences()
    assert found.choice("unit", Unit, Unit.BIT) is Unit.BIT
    assert found.choice("mode", ViewMode, ViewMode.KL_DIVERGENCE) is ViewMode.KL_DIVERGENCE
    explorer.lessons.session.lessons.leave()
    explorer.store.set_unit(Unit.NAT)
    assert Preferences().choice("unit", Unit, Unit.BIT) is Unit.NAT


def test_a_window_in_which_nothing_was_chosen_changes_nothing_but_its_place(explorer):
    settings = QSettings("klscope", "klscope")
    for key, value in {"choice/unit": "NAT", "choice/mode": "nonsense", "percent/size": "200"}.items():
        settings.setValue(key, value)
    settings.sync()
    remember(explorer, Preferences(), Asked(ThemeChoice.DARK))
    Preferences().save_choice("unit", Unit.HARTLEY)  # in another window
    explorer.window.close()
    text = re.sub(rb"\[window\]\ngeometry=.*\n", b"", place().read_bytes())
    assert text.split() == b"[choice] mode=nonsense unit=HARTLEY [percent] size=200".split()


@pytest.mark.parametrize("asked", [ThemeChoice.DARK, None])
def test_a_theme_asked_for_holds_for_this_time_until_another_is_chosen(explorer, asked):
    def remembered() -> ThemeChoice:
        return Preferences().choice("theme", ThemeChoice, ThemeChoice.SYSTEM)

    remember(explorer, Preferences(), Asked(asked))
    by_name = {action.data(): action for action in explorer.window.actions_by_name.themes.actions()}
    by_name[ThemeChoice.DARK].trigger()
    assert remembered() is (ThemeChoice.DARK if asked is None else ThemeChoice.SYSTEM)
    by_name[ThemeChoice.LIGHT].trigger()
    by_name[ThemeChoice.DARK].trigger()
    assert remembered() is ThemeChoice.DARK


def test_that_nothing_can_be_remembered_is_said_in_the_status_bar_once(explorer):
    place().mkdir(parents=True)
    remember(explorer, Preferences())
    assert not explorer.window.sentence.text().startswith("What you choose")
    explorer.store.set_unit(Unit.NAT)
    assert explorer.window.sentence.text() == (f"What you choose is not remembered. {place()}: it is a folder")
    explorer.say("Something else.")
    explorer.store.set_unit(Unit.BIT)
    assert explorer.window.sentence.text() == "Something else."


# -- a damaged file ---------------------------------------------------------------------------------------------

HARMFUL_VALUES = [
    rb'"\xb2"',
    b"9" * 5000,
    b"@Variant(\\0\\0\\0\\x7f\\0\\0\\0\\x18PySide::PyObjectWrapper\\0\\0\\0\\0\\x4\\x80\\x4N.)",
    b"@Variant(\\0\\0\\0\\b\\x7f\\xff\\xff\\xff)",
    b"@Invalid()",
    b"@ByteArray(\\x1\\xd9\\xd0\\xcb\\0\\x3\\0\\0)",
    b"1, 2, 3",
    b"-1",
    b"\xff\xfe\0",
    b"/nowhere/\\0/at all",
    b"true",
    b"",
]


def valid_settings(geometry: QByteArray) -> bytes:
    """Return a settings file with everything that can be in one, in the present form and the former."""
    preferences = Preferences()
    preferences.save_geometry(geometry)
    for name, value in {
        "theme": ThemeChoice.DARK,
        "unit": Unit.NAT,
        "mode": ViewMode.ENTROPY,
        "code_order": BlockOrder.BY_P,
        "picture": ViewMode.ENTROPY,
    }.items():
        preferences.save_choice(name, value)
    preferences.save_percent("size", 110)
    preferences.save_flag("answers_hidden", True)
    preferences.save_text("picture_scale", "2")
    preferences.save_text("picture_format", ".svg")
    preferences.save_text("language", "ko")
    preferences.save_text("picture_folder", "/tmp")
    for step in range(3):
        preferences.save_number("tried", step)
        preferences.save_tick(LESSON, step)
        preferences.save_best("challenges", step, step + 1)
    preferences.save_last(LESSON, 2)
    former = rb'[numbers]\ntried=0 2\n[text]\nlessons="{\"01-entropy\": [3, 0, 1], \"best/\": {\"a\": [[1, 2]]}}"\n'
    return place().read_bytes() + former.replace(rb"\n", b"\n")


def flipped(content: bytes, chance: random.Random) -> bytes:
    changed = bytearray(content)
    for _ in range(chance.randint(1, 12)):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def cut(content: bytes, chance: random.Random) -> bytes:
    begin, end = sorted(chance.sample(range(len(content)), 2))
    return content[:begin] + content[end:]


def doubled(content: bytes, chance: random.Random) -> bytes:
    begin, end = sorted(chance.sample(range(len(content)), 2))
    return content[:end] + content[begin:]


def with_other_values(content: bytes, chance: random.Random) -> bytes:
    lines = content.split(b"\n")
    for _ in range(chance.randint(1, 5)):
        place_of_line = chance.randrange(len(lines))
        key, equals, _ = lines[place_of_line].partition(b"=")
        if equals:
            lines[place_of_line] = key + equals + chance.choice(HARMFUL_VALUES)
    return b"\n".join(lines)


def with_another_geometry(content: bytes, chance: random.Random) -> bytes:
    """Replace the numbers of the window's place by any others, after the mark that Qt knows its own by."""
    known = b"\x01\xd9\xd0\xcb\x00" + chance.choice([b"\1", b"\2", b"\3"]) + b"\0\0"
    numbers = b"".join(
        chance.choice([chance.randbytes(4), b"\x7f\xff\xff\xff", b"\x80\0\0\0", b"\0\0\3\xff"]) for _ in range(16)
    )
    written = "".join(f"\\x{byte:02x}" for byte in known + numbers[: chance.randrange(65)]).encode()
    return re.sub(rb"geometry=.*", lambda _: b"geometry=@ByteArray(" + written + b")", content)


DAMAGES: list[Callable[[bytes, random.Random], bytes]] = [
    flipped,
    cut,
    doubled,
    with_other_values,
    with_another_geometry,
]


def test_no_damage_to_the_settings_keeps_the_window_from_opening(explorer):
    """Whatever is in the file, it is read, the window follows it where it makes sense, and can write it again."""
    whole = valid_settings(explorer.window.saveGeometry())
    chance = random.Random(20_240_601)
    understood = 0
    for _ in range(DAMAGED_FILES):
        damaged = whole
        for _ in range(chance.randint(1, 3)):
            damaged = chance.choice(DAMAGES)(damaged, chance)
        place().write_bytes(damaged)
        preferences = Preferences()
        preferences.choice("theme", ThemeChoice, ThemeChoice.SYSTEM)
        assert preferences.one_of("language", ("system", "ko"), "system") in ("system", "ko")
        take_up(explorer, preferences)
        Pictures(explorer.window, preferences).deleteLater()
        understood += preferences.progress().of(LESSON).ticks == {0, 1, 2}
        preferences.save_tick(LESSON, 9)
        assert 9 in Preferences().progress().of(LESSON).ticks
    assert DAMAGED_FILES > understood > DAMAGED_FILES // 4  # of most files the rest is kept

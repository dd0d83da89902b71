"""What is remembered from one start to the next. Oracle: what was put in, and the other value for what nobody wrote."""

import pytest
from PySide6.QtCore import QByteArray, QSettings

from klscope.model.view_state import TermsMode
from klscope.theory.units import Unit
from klscope.views.preferences import Preferences
from klscope.views.theme import ThemeChoice


def test_what_was_remembered_is_there_at_the_next_start():
    first = Preferences()
    first.save_geometry(QByteArray(b"\x01\x02\x00\xff"))
    first.save_choice("theme", ThemeChoice.DARK)
    first.save_choice("unit", Unit.NAT)
    first.save_numbers("tried", frozenset({2, 0}))
    first.save_flag("answers_hidden", True)
    first.flush()
    again = Preferences()
    assert again.geometry() == QByteArray(b"\x01\x02\x00\xff")
    assert again.choice("theme", ThemeChoice, ThemeChoice.SYSTEM) is ThemeChoice.DARK
    assert again.choice("unit", Unit, Unit.BIT) is Unit.NAT
    assert again.numbers("tried") == {0, 2}
    assert again.flag("answers_hidden")
    again.save_flag("answers_hidden", False)
    assert not Preferences().flag("answers_hidden")


def test_at_the_first_start_nothing_is():
    first = Preferences()
    assert first.geometry() is None
    assert first.choice("mode", TermsMode, TermsMode.ENTROPY) is TermsMode.ENTROPY
    assert first.numbers("tried") == frozenset()
    assert not first.flag("answers_hidden")


@pytest.mark.parametrize("written", ["", "no such", "KL_DIVERGENCE, ENTROPY", "entropy"])
def test_a_choice_that_makes_no_sense_is_the_usual_one(written):
    QSettings("klscope", "klscope").setValue("choice/mode", written)
    assert Preferences().choice("mode", TermsMode, TermsMode.CROSS_ENTROPY) is TermsMode.CROSS_ENTROPY


@pytest.mark.parametrize(("written", "read"), [("1 x 2", {1, 2}), ("-1 3", {3}), ("1,2", set()), ("", set())])
def test_numbers_that_make_no_sense_are_left_out(written, read):
    QSettings("klscope", "klscope").setValue("numbers/tried", written)
    assert Preferences().numbers("tried") == read


def test_a_place_that_is_none_is_forgotten():
    QSettings("klscope", "klscope").setValue("window/geometry", "no bytes")
    assert Preferences().geometry() is None

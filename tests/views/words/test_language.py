"""Which language is spoken, and by whom."""

import ast
import re
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QDialogButtonBox

from klscope.files.weights_text import Fault, WeightError, lost_weight, parse_weight, parse_weights
from klscope.theory.units import Unit
from klscope.views.words import language, unit_names

translate = QCoreApplication.translate


def test_before_anything_is_chosen_it_is_what_is_written_in_the_source() -> None:
    assert language.code() == "en"
    assert translate("Menus", "&File") == "&File"


def test_korean_and_back(set_language, qtbot) -> None:
    set_language("ko")
    assert language.code() == "ko"
    assert translate("Menus", "&File") == "파일(&F)"
    assert QLocale().language() is QLocale.Language.Korean
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    assert box.buttons()[0].text() == "취소"
    set_language("en")
    assert translate("Menus", "&File") == "&File"
    assert QLocale().language() is QLocale.Language.English


@pytest.mark.parametrize(
    ("wanted", "spoken"),
    [
        (["ko-KR", "ko", "en"], "ko"),
        (["tlh", "ko-KR"], "ko"),
        (["en-GB", "ko"], "en"),
        (["tlh-001", "x-none"], "en"),
        (["kok-IN"], "en"),
        ([], "en"),
    ],
)
def test_the_system_is_followed(monkeypatch: pytest.MonkeyPatch, wanted: list[str], spoken: str) -> None:
    class System:
        @staticmethod
        def system():
            return type("Locale", (), {"uiLanguages": lambda _: wanted})()

    monkeypatch.setattr(language, "QLocale", System)
    assert language.resolve("system") == spoken
    assert language.resolve("ko") == "ko"


@pytest.mark.usefixtures("set_language")
@pytest.mark.parametrize("window", ["en", "ko"])
def test_a_sheet_may_have_another_language_for_a_while(window: str) -> None:
    def said() -> str:
        return translate("Figure", "what happens · dashed line: Q")

    language.install(window)
    before = said()
    with language.speaking("en"):
        assert said() == "what happens · dashed line: Q"
    with language.speaking("ko"):
        assert "실제" in said()
    with pytest.raises(ZeroDivisionError), language.speaking("ko"):
        _ = 1 / 0
    assert (said(), language.chosen()) == (before, window)


def test_units_have_names_in_both(set_language) -> None:
    for unit in Unit:
        assert unit_names.plural(unit) == unit.label
        assert unit_names.singular(unit) == unit.singular
    set_language("ko")
    assert [unit_names.plural(unit) for unit in Unit] == ["비트", "내트", "하틀리"]
    assert [unit_names.singular(unit) for unit in Unit] == ["비트", "내트", "하틀리"]


WRONG = ["", "0,5", "1" * 401, "inf", "-1", "abc", "1e999", "1e-999", "1/0", "1/1e999"]


def error_of(text: str) -> WeightError:
    with pytest.raises(WeightError) as raised:
        parse_weight(text)
    return raised.value


def test_what_is_wrong_with_a_weight_is_said_in_the_language_in_force(set_language) -> None:
    errors = [error_of(text) for text in WRONG]
    with pytest.raises(WeightError) as raised:
        parse_weights("")
    errors += [raised.value, WeightError(Fault.TOO_MANY, ""), WeightError(Fault.DECIMAL_POINT, "1.5")]
    errors.append(lost_weight(2, 1e-308, 1e308))
    assert {error.fault for error in errors} == set(Fault)
    english = [error.reason for error in errors]
    set_language("ko")
    assert error_of("1/0").reason == "'1/0': 0으로 나눕니다"
    for error, before in zip(errors, english, strict=True):
        assert error.reason != before
        assert re.search("[가-힣]", error.reason)
    set_language("en")
    assert [error.reason for error in errors] == english


def test_only_what_is_read_by_programs_names_units_in_english_alone() -> None:
    views = Path(language.__file__).parents[1]
    users = set()
    for path in views.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Attribute) and node.attr == "label" and "unit" in ast.unparse(node.value).lower():
                users.add(path.name)
    # Python and LaTeX
    assert users == {
        "python_line.py",
        "formula_texts.py",
    }

"""Switching the language at any time: no text of the former one remains.

Oracle: the letters. English has Latin letters and Korean has Hangul; symbols, keys and names of formats are in both.
"""

from dataclasses import replace

import pytest
from hands import Person
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QWidget
from words_on_screen import foreign, foreign_words, painted, said

from klscope.files import examples
from klscope.model.comparison import Side
from klscope.model.edits import SetLock, SetProbability
from klscope.model.view_options import (
    BlockOrder,
    CodeLengthsOptions,
    EvidenceOptions,
    LandscapeOptions,
    LandscapeQuantity,
)
from klscope.model.views import ViewMode
from klscope.remembering import Asked, remember
from klscope.theory.loss_curves import Rule
from klscope.theory.units import Unit
from klscope.views.evidence import huffman_words
from klscope.views.export.figure import Figure
from klscope.views.preferences.preferences import Preferences
from klscope.views.words import language

NAMES = {"ko": "한국어", "en": "English"}
KOREAN_WEATHER = ("맑음", "흐림", "비", "눈")
WEATHER = ("sunny", "cloudy", "rain", "snow")


@pytest.fixture
def begin(start, set_language):
    """Return a function that opens the program in a language."""

    def begin_in(code: str = "en", *data) -> Person:
        set_language(code)
        return start(*data)

    return begin_in


def switch(person: Person, code: str) -> None:
    """Choose a language in the menu, by the name it has for itself."""
    entries = {action.text(): action for action in person.explorer._actions.languages.actions()}
    entries[NAMES[code]].trigger()
    settle(person)


def settle(person: Person) -> None:
    """Let what is shown a moment later be shown."""
    QApplication.processEvents()
    person.window.formula.refresh()
    person.window.table.refresh()
    person.window.landscape.refresh()
    QApplication.processEvents()


def to_and_fro(person: Person, part: QWidget | None = None) -> None:
    """See the window, or a part of it, in both languages, and leave it in the one it was in."""
    now = language.code()
    for code in ("ko", "en") if now == "en" else ("en", "ko"):
        switch(person, code)
        assert foreign_words(part or person.window, code) == set(), code


def tabs(person: Person):
    for place in range(person.window.tabs.count()):
        person.window.tabs.setCurrentIndex(place)
        settle(person)
        yield place


def test_every_view_speaks_the_language_that_is_chosen_while_it_is_seen(begin) -> None:
    person: Person = begin()
    person.do("swap")
    person.do("pin")
    person.window.measures.disclosure.click()
    for mode in ViewMode:
        person.explorer.store.set_mode(mode)
        settle(person)
        to_and_fro(person, person.window.terms_card)
    for _ in tabs(person):
        to_and_fro(person, person.window.tabs)
    to_and_fro(person)
    assert person.steps == 1


def test_every_view_speaks_the_language_that_was_chosen_while_it_was_hidden(begin) -> None:
    person: Person = begin()
    for mode in ViewMode:
        person.explorer.store.set_mode(mode)
    person.window.measures.disclosure.click()
    for _ in tabs(person):
        pass
    for code in ("ko", "en"):
        person.explorer.store.set_mode(ViewMode.KL_DIVERGENCE)
        switch(person, code)
        for mode in ViewMode:
            person.explorer.store.set_mode(mode)
            settle(person)
            assert foreign_words(person.window.terms_card, code) == set(), mode
        for place in tabs(person):
            assert foreign_words(person.window.tabs, code) == set(), place


@pytest.mark.parametrize(
    "data",
    [
        ([1, 2, 3], [3, 0, 1]),  # ∞, and a triangle for a landscape
        ([1, 3], [3, 1]),
        ([1, 0, 2, *[1] * 12], [1, 3, 2, *[1] * 12]),
    ],
)
def test_what_is_said_of_other_states(begin, data) -> None:
    person: Person = begin("ko", *data)
    views = person.window.terms_card
    for mode in ViewMode:
        person.explorer.store.set_mode(mode)
        if mode is ViewMode.EVIDENCE:
            for count in (1, 10):
                views.made_view(mode).controls.more_requested.emit(count)
                settle(person)
                assert foreign_words(views, "ko") == set()
            person.store.set_options(replace(person.store.view.evidence, coded=True))
        if mode is ViewMode.TRAINING:
            views.made_view(mode).controls.stepped.emit()
        settle(person)
        assert foreign_words(views, "ko") == set(), mode
    for place in tabs(person):
        assert foreign_words(person.window.tabs, "ko") == set(), place
    for quantity in LandscapeQuantity:
        person.explorer.store.set_options(LandscapeOptions(quantity))
        assert foreign_words(person.window.landscape, "ko") == set(), quantity
    to_and_fro(person)


def test_units_and_orders(begin) -> None:
    person: Person = begin("ko")
    person.explorer.store.set_mode(ViewMode.CODE_LENGTHS)
    person.window.tabs.setCurrentWidget(person.window.measures)
    for unit in Unit:
        person.explorer.store.set_unit(unit)
        settle(person)
        assert foreign_words(person.window, "ko") == set(), unit
    for order in BlockOrder:
        person.explorer.store.set_options(CodeLengthsOptions(order))
        assert foreign_words(person.window, "ko") == set(), order
    to_and_fro(person)


def test_what_is_said_of_what_was_done(begin) -> None:
    person: Person = begin("ko")
    done = (
        *("swap", "copy_q_to_p", "undo", "uniform", "one_hot", "random", "lock", "unlock_all", "pin", "add"),
        *("move_left", "select_all", "merge", "lock", "uniform", "remove", "reset", "copy_image", "remove_pins"),
    )
    for name in done:
        person.command(name).trigger()
        settle(person)
        assert foreign_words(person.window, "ko") == set(), name
    person.window.menus.undo_history.aboutToShow.emit()
    assert foreign(list(said(person.window)), "ko") == set()
    switch(person, "en")
    person.window.menus.undo_history.aboutToShow.emit()
    assert foreign(list(said(person.window)), "en") == set()


def test_what_is_wrong_with_a_value(begin) -> None:
    texts = ["", "abc", "2", "-1", "1/0", "0,5", "1e999", "1e-999", "inf", "1e999999/3", "1" * 500]
    person: Person = begin("ko")
    seen = set()
    for text in texts:
        person.window.show_sentence("")
        person.window.table.categories.value_typed.emit(Side.P, 0, text)
        seen.add(person.sentence)
        assert foreign([("sentence", person.sentence.replace(text, ""))], "ko") == set(), text
    assert len(seen) >= 5  # each time it is told anew
    person.explorer._actions["edit_values"].trigger()
    for text in texts:
        person.window.values_editor.cells.item(0, 1).setText(text or "x")
        told = [(where, told.replace(text or "x", "")) for where, told in said(person.window.values_editor)]
        assert foreign(told, "ko") == set(), text


def test_what_is_wrong_with_names_and_sums(begin) -> None:
    person: Person = begin("ko")
    for name in ("", "흐림"):
        person.window.table.categories.label_typed.emit(0, name)
        assert foreign([("sentence", person.sentence)], "ko") == set()
        assert "범주" in person.sentence
    person.explorer._actions["edit_values"].trigger()
    for row in range(4):
        person.window.values_editor.cells.item(row, 1).setText("0")
    person.window.values_editor.apply()
    settle(person)
    assert foreign_words(person.window, "ko") == set()


def test_what_is_being_typed_is_not_lost(begin) -> None:
    person: Person = begin()
    person.explorer._actions["edit_values"].trigger()
    person.window.values_editor.cells.item(0, 1).setText("1/7")
    switch(person, "ko")
    assert person.window.values_editor.isVisible()
    assert person.window.values_editor.cells.item(0, 1).text() == "1/7"


def test_a_run_of_training_and_samples_go_on(begin) -> None:
    person: Person = begin()
    cards = person.window.terms_card
    person.explorer.store.set_mode(ViewMode.EVIDENCE)
    evidence = cards.made_view(ViewMode.EVIDENCE)
    evidence.controls.more_requested.emit(10)
    person.explorer.store.set_mode(ViewMode.TRAINING)
    training = cards.made_view(ViewMode.TRAINING)
    training.controls.stepped.emit()
    switch(person, "ko")
    training.controls.stepped.emit()
    assert training.run.steps == 2
    assert person.store.view.evidence.samples == 10
    assert person.steps == 1
    assert person.command("undo").text() == "실행 취소: Q 학습: 2스텝"


def test_an_examples_own_words_follow_and_a_persons_do_not(begin) -> None:
    person: Person = begin()
    person.store.perform(SetProbability(Side.Q, 0, 0.5))
    person.explorer.entry.rename(3, "hail")
    person.do("pin")
    person.do("add")
    before = person.store.history.position
    switch(person, "ko")
    assert person.labels == (*KOREAN_WEATHER[:3], "hail", "새 범주 5")
    assert person.store.history.position == before
    assert person.store.snapshot.pins.all[0].comparison.labels == (*KOREAN_WEATHER[:3], "hail")
    for _ in range(before):
        person.do("undo")
    assert person.labels == KOREAN_WEATHER
    for _ in range(before):
        person.do("redo")
    switch(person, "en")
    assert person.labels == (*WEATHER[:3], "hail", "new 5")
    person.do("reset")
    assert person.labels == WEATHER


def test_every_example_in_both_languages(begin) -> None:
    person: Person = begin("ko")
    for entry in examples.catalogue("ko"):
        person.choose(person.window.menus.examples, entry.title)
        assert person.sentence == entry.reason
        settle(person)
        assert foreign_words(person.window, "ko") == set(), entry.name
    switch(person, "en")
    assert foreign_words(person.window, "en") == set()


def test_dialogs_speak_it_and_so_do_qts_own_buttons(begin) -> None:
    person: Person = begin("ko")
    for name in ("manual", "about", "sharpen", "smooth", "random_by_seed", "export_image", "export_data"):
        person.command(name).trigger()
        dialog = next(one for one in person.window.findChildren(QDialog) if one.isVisible())
        assert dialog.isModal()  # nobody can choose another language while it is there
        QApplication.processEvents()
        assert foreign([*said(dialog), *(("painted", text) for text in painted(dialog))], "ko") == set(), name
        assert any(button.text().startswith(("닫기", "확인")) for button in dialog.findChildren(QPushButton))
        dialog.reject()
    switch(person, "en")
    person.command("manual").trigger()
    dialog = next(one for one in person.window.findChildren(QDialog) if one.isVisible())
    assert [button.text() for button in dialog.findChildren(QPushButton)] == ["Close"]
    assert foreign(list(said(dialog)), "en") == set()
    dialog.reject()


def test_numbers_have_a_point_in_every_language(begin) -> None:
    person: Person = begin("ko")
    assert person.readouts() == ["1.7500", "2.3750", "0.6250"]
    assert QLocale().decimalPoint() == "."


def test_the_menu_marks_what_was_chosen(begin) -> None:
    person: Person = begin()
    switch(person, "ko")
    marked = [one.data() for one in person.explorer._actions.languages.actions() if one.isChecked()]
    assert marked == ["ko"]
    assert language.chosen() == "ko"


def test_what_is_said_of_a_bar_that_is_pointed_at(begin) -> None:
    person: Person = begin("ko", [1, 2, 3], [3, 0, 1])
    person.store.perform(SetLock(Side.Q, (1, 2), True))
    told = []
    for mode in ViewMode:
        person.explorer.store.set_mode(mode)
        settle(person)
        shown = person.window.terms_card.shown_chart
        if mode is ViewMode.LOSS_CURVES:
            told += [(mode.name, shown.tool_tip(rule)) for rule in Rule]
        elif mode is ViewMode.EVIDENCE:
            shown.controls.more_requested.emit(10)
            person.store.set_options(EvidenceOptions(coded=True))
            told += [(mode.name, huffman_words.tool_tip(shown.code._statistics, index)) for index in range(3)]
        elif mode is not ViewMode.TRAINING:
            told += [(mode.name, shown.tool_tip(index)) for index in range(3)]
    for chart in (person.p_chart, person.q_chart):
        told += [(chart.objectName(), chart.tool_tip(index)) for index in range(3)]
    assert len(told) == 3 * (len(ViewMode) - 1 + 2)  # training has none, and P and Q have theirs
    assert foreign(told, "ko") == set()
    assert any("고정" in text for _, text in told)


def test_it_is_remembered_unless_it_was_asked_for_this_time_only(begin) -> None:
    for asked, remembered in ((None, "ko"), ("ko", "en")):
        preferences = Preferences()
        preferences.save_text("language", "en")
        person: Person = begin()
        remember(person.explorer, preferences, Asked(language=asked))
        switch(person, "ko")
        person.window.close()
        assert Preferences().text("language") == remembered


@pytest.mark.parametrize("mode", ViewMode)
def test_pictures_speak_the_language_of_the_window(begin, mode: ViewMode) -> None:
    person: Person = begin("ko")
    person.explorer.store.set_mode(mode)
    settle(person)
    window = person.window
    figure = Figure(person.store.snapshot, window.p_chart.theme, False)
    person.qtbot.addWidget(figure)
    texts = painted(figure)
    assert len(texts) > 20
    assert foreign([("figure", text) for text in texts], "ko") == set()


def test_no_sentence_ends_before_its_end(begin) -> None:
    person: Person = begin("ko")
    person.window.resize(1000, 696)
    cut = set()
    for mode in ViewMode:
        person.explorer.store.set_mode(mode)
        settle(person)
        cut |= {text for text in painted(person.window) if text.endswith("…")}
    for _ in tabs(person):
        cut |= {text for text in painted(person.window) if text.endswith("…")}
    assert cut == set()

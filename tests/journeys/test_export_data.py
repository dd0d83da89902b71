"""Exporting and copying data, with mouse and keys alone, in both languages; what klscope copies, it pastes.

The oracles: *weather* by hand (H(P) = 1.75, H(P,Q) = 2.375, KL = 0.625 bits), and the state before.
"""

import csv
import io
import json
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from pathlib import Path

import numpy as np
import pytest
from hands import CONTROL, SHIFT, Person
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit

from klscope.connections.language import set_language
from klscope.files.writing.data_formats import CSV, FORMATS, HTML, JSON, LATEX, NPZ, PYTHON, SHELL, TSV
from klscope.model.comparison import Comparison, Side
from klscope.model.edits import LoadComparison
from klscope.theory.distribution import Distribution
from klscope.views.export.data_dialog import DataDialog
from klscope.views.preferences.preferences import Preferences


@pytest.fixture(autouse=True)
def _own_dialogs(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    """Data go nowhere but into the test's folder, asked for by Qt's own dialog."""
    monkeypatch.setenv("HOME", str(tmp_path))
    native = Qt.ApplicationAttribute.AA_DontUseNativeDialogs
    before = QApplication.testAttribute(native)
    QApplication.setAttribute(native)
    yield
    QApplication.setAttribute(native, before)


@pytest.fixture
def in_language(start) -> Iterator[Callable[[str], Person]]:
    """Return a function that opens the window in a language; in the end it is English again."""
    opened: list[Person] = []

    def begin(language: str) -> Person:
        person: Person = start()
        opened.append(person)
        set_language(person.explorer.context, language)
        return person

    yield begin
    for person in opened:
        set_language(person.explorer.context, "en")


def ask_for_data(person: Person) -> DataDialog:
    person.keys(Qt.Key.Key_E, modifiers=CONTROL | SHIFT)
    dialog = person.dialog
    assert isinstance(dialog, DataDialog)
    person.qtbot.waitExposed(dialog)
    dialog.activateWindow()
    person.qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def press(person: Person, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key wherever the focus is."""
    focused = QApplication.focusWidget()
    assert focused is not None
    person.keys(key, modifiers=modifiers, on=focused)


def write_name(person: Person, dialog: DataDialog, path: Path) -> None:
    files = next(one for one in dialog.findChildren(QFileDialog) if one.isVisible())
    line = files.findChild(QLineEdit, "fileNameEdit")
    assert isinstance(line, QLineEdit)
    line.setFocus()
    line.selectAll()
    line.insert(str(path))
    person.keys(Qt.Key.Key_Return, on=line)


def load(person: Person, comparison: Comparison) -> None:
    person.store.perform(LoadComparison(comparison))


@pytest.mark.parametrize(
    ("language", "said"), [("en", "Saved: w.json, 2 × 5 cells."), ("ko", "저장함: w.json (행 2 × 열 5)")]
)
def test_with_keys_alone(in_language: Callable[[str], Person], tmp_path: Path, language: str, said: str) -> None:
    person = in_language(language)
    dialog = ask_for_data(person)
    assert dialog.form.buttons[CSV].hasFocus()
    press(person, Qt.Key.Key_Right)
    press(person, Qt.Key.Key_Right)
    assert dialog.choice.form is JSON
    assert '"kl_divergence": 0.625' in dialog.preview.toPlainText()
    press(person, Qt.Key.Key_Backtab, SHIFT)
    assert dialog.what.buttons[False].hasFocus()
    press(person, Qt.Key.Key_Right)
    press(person, Qt.Key.Key_Tab)
    assert dialog.count.hasFocus()
    press(person, Qt.Key.Key_Down)
    press(person, Qt.Key.Key_Down)
    assert dialog.count.value() == 2
    press(person, Qt.Key.Key_Return)
    write_name(person, dialog, tmp_path / "w.json")
    assert json.loads((tmp_path / "w.json").read_text(encoding="utf-8"))["labels"] == list(person.labels[:2])
    assert person.sentence == said


def test_the_mark_is_for_spreadsheets_alone_and_the_last_choice_is_kept(start, tmp_path: Path) -> None:
    person: Person = start()
    dialog = ask_for_data(person)
    dialog.mark.click()
    dialog.save.click()
    write_name(person, dialog, tmp_path / "w")  # the ending is added
    person.window.activateWindow()
    person.qtbot.waitUntil(person.window.isActiveWindow)
    assert (tmp_path / "w.csv").read_bytes().startswith(b"\xef\xbb\xbfcategory,P,Q,")
    dialog = ask_for_data(person)
    assert dialog.mark.isChecked()
    dialog.form.buttons[LATEX].click()
    assert not dialog.mark.isVisible()
    dialog.close()


def test_the_format_and_the_folder_are_remembered(start, tmp_path: Path) -> None:
    person: Person = start()
    person.explorer.preferences = Preferences()
    dialog = ask_for_data(person)
    dialog.form.buttons[NPZ].click()
    dialog.save.click()
    write_name(person, dialog, tmp_path / "w.npz")
    preferences = Preferences()
    assert (preferences.text("data_format"), preferences.text("data_folder")) == (".npz", str(tmp_path))
    assert np.load(tmp_path / "w.npz")["p"].tolist() == [0.5, 0.25, 0.125, 0.125]


def test_every_format_has_a_preview_and_those_of_a_whole_state_have_no_parts(start) -> None:
    person: Person = start()
    dialog = ask_for_data(person)
    for form in FORMATS:
        dialog.form.buttons[form].click()
        assert "p" in dialog.preview.toPlainText().lower()
        assert dialog.what.isEnabled() is form.has_parts
        assert dialog.copy.isEnabled() is not form.is_binary
    dialog.form.buttons[SHELL].click()
    assert dialog.preview.toPlainText() == (
        "klscope --p 0.5,0.25,0.125,0.125 --q 0.125,0.5,0.25,0.125 --labels sunny,cloudy,rain,snow"
    )
    dialog.close()


def test_what_cannot_be_written_is_said_and_nothing_is(start, tmp_path: Path) -> None:
    person: Person = start()
    load(person, Comparison.from_weights(["a\nb", "c"], [1, 1], [1, 2]))
    dialog = ask_for_data(person)
    dialog.form.buttons[SHELL].click()
    assert dialog.preview.toPlainText().startswith("This cannot be written: the name of category 1, 'a\\nb',")
    dialog.copy.click()
    assert dialog.notice.text().startswith("Nothing was copied: the name of category 1")
    dialog.save.click()
    write_name(person, dialog, tmp_path / "w.sh")
    assert dialog.isVisible()
    assert "begins or ends with a blank" in dialog.notice.text()
    dialog.form.buttons[CSV].click()
    dialog.save.click()
    write_name(person, dialog, tmp_path / "nowhere" / "w.csv")
    if dialog.isVisible():  # Qt's dialog has let the missing folder pass
        dialog.close()
    assert not list(tmp_path.rglob("w.*"))


def test_the_copy_of_the_dialog_is_the_chosen_text(start) -> None:
    person: Person = start()
    dialog = ask_for_data(person)
    dialog.form.buttons[PYTHON].click()
    dialog.copy.click()
    assert QApplication.clipboard().text().startswith("import klscope\n\nlabels = ['sunny', ")
    dialog.form.buttons[HTML].click()
    dialog.copy.click()
    assert QApplication.clipboard().text().startswith("category\tP\tQ\t")
    assert dialog.notice.text() == "Copied: 4 × 9 cells, with all digits."
    dialog.close()


class Cells(HTMLParser):
    """Counts the rows of a table."""

    rows = 0

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002  # html.parser's signature
        self.rows += tag == "tr"


@pytest.mark.parametrize("language", ["en", "ko"])
def test_a_table_is_on_the_clipboard_as_text_tsv_html_and_csv(
    in_language: Callable[[str], Person], language: str
) -> None:
    person = in_language(language)
    person.do("copy_table")
    data = QApplication.clipboard().mimeData()
    text = data.text()
    assert data.data(TSV.media_type).data().decode() == text
    rows = list(csv.reader(io.StringIO(data.data(CSV.media_type).data().decode(), newline="")))
    assert rows == [line.split("\t") for line in text.replace('"', "").splitlines()]
    parser = Cells()
    parser.feed(data.html())
    assert parser.rows == 5
    assert person.sentence.startswith("Copied: 4 × 9" if language == "en" else "복사함: 행 4 × 열 9")


ODD = Comparison.from_weights(
    ("=1+1", "가나", 'a "b", c', "-x", "@;y", "'=z", "1"),
    np.random.default_rng(3).random(7).tolist(),
    np.random.default_rng(4).exponential(size=7).tolist(),
)


@pytest.mark.parametrize("language", ["en", "ko"])
def test_what_klscope_copies_it_pastes_bit_for_bit(in_language: Callable[[str], Person], language: str) -> None:
    person = in_language(language)
    load(person, ODD)
    person.do("copy_table")
    person.do("uniform")
    assert person.store.comparison != ODD
    person.do("paste")
    person.qtbot.waitUntil(lambda: person.store.comparison == ODD)
    assert person.store.comparison.labels == ODD.labels


def test_a_copy_says_what_a_text_cannot_hold(start) -> None:
    person: Person = start()
    small = Distribution.from_log_probabilities([0.0, -1000.0])
    load(person, Comparison(["a", "b"], small, Distribution.uniform(2)))
    person.do("copy_table")
    assert "1 probability is too small for a double" in person.sentence
    assert person.store.comparison.distribution(Side.P).log_probabilities is not None


def test_a_name_that_no_text_holds_leaves_the_clipboard(start) -> None:
    person: Person = start()
    QApplication.clipboard().setText("before")
    load(person, Comparison.from_weights(["\ud800", "b"], [1, 1], [1, 2]))
    person.do("copy_table")
    assert QApplication.clipboard().text() == "before"
    assert person.sentence.startswith("Nothing was copied: the name of category 1")

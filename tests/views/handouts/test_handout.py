"""A handout: what stands on which page, in both languages, and what may not be parted or given away."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSizeF, QUrl
from PySide6.QtGui import QImage, QTextDocument

from klscope.files.regular_files import FileError
from klscope.lessons import library
from klscope.lessons.format import read
from klscope.lessons.lesson import Lesson, Tab
from klscope.lessons.prose import filled, plain
from klscope.model.snapshot import Snapshot
from klscope.model.view_options import EvidenceOptions, TermsOptions, TrainingOptions, ViewOptions
from klscope.model.view_state import ViewState
from klscope.model.views import TERMS, ViewMode
from klscope.theory.training import Objective
from klscope.views.handouts import handout, handout_picture
from klscope.views.handouts.handout import make_document, write_handout
from klscope.views.handouts.handout_picture import draw_picture, snapshot_of
from klscope.views.handouts.handout_text import WORD_JOINER, kind_name
from klscope.views.words.language import speaking

LANGUAGES = ["en", "ko"]
EVERY = [(language, name) for language in LANGUAGES for name in library.names(language)]
OWN = """\
# A <b>bold</b> & long one
question: How much is 1 < 2?

## state odd
labels: <i>, "a & b"
P: 3, 1
Q: 1, 1

## predict: Which & why <u>?
state: odd
P(<i>) is {P(<i>)}, *more than* Q.

( ) less & less
(*) <more>
because: It is {H(P)} nats.

## do: Again
Do it.
goal: KL = 0
hint: Look at {Q(<i>)}.
done: KL is {KL}, it was {KL of odd}.

## why: So
view: landscape
formula: a * b = {H(P) : 2}
LONG
"""

pytestmark = pytest.mark.usefixtures("qapp", "_forgotten")


def plain_text(document: QTextDocument) -> str:
    """Return the text of a document without word joiners."""
    return document.toPlainText().replace(WORD_JOINER, "")


@pytest.fixture
def _forgotten():
    """Forget the figures that were drawn, as the event loop does."""
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def blank_picture(snapshot: Snapshot, tab: Tab | None) -> QImage:
    """Return a picture of the size that `draw_picture` gives it."""
    size = handout_picture.PICTURE_SIZE if snapshot.view.mode in TERMS else handout_picture.EXPLAINING_SIZE
    return QImage(
        (handout_picture.LANDSCAPE_SIZE if tab is Tab.LANDSCAPE else size) * handout_picture.SCALE,
        QImage.Format.Format_RGB32,
    )


def own(long: str = "It is so.") -> Lesson:
    return read(OWN.replace("LONG", long), "own.md")


def pages(document: QTextDocument) -> list[str]:
    """Return what stands on each page, and fail where a paragraph stands on two, or has no room."""
    texts = [""] * document.pageCount()
    block, layout, height = document.begin(), document.documentLayout(), document.pageSize().height()
    while block.isValid():
        rect = layout.blockBoundingRect(block)
        assert rect.height() > 0
        first, last = int(rect.top() // height), int((rect.bottom() - 1) // height)
        assert first == last, block.text()
        texts[first] += block.text().replace(WORD_JOINER, "") + "\n"
        block = block.next()
    return texts


@pytest.mark.parametrize(("language", "name"), EVERY)
def test_every_lesson_is_on_the_sheet_and_no_step_is_parted(
    monkeypatch: pytest.MonkeyPatch, language: str, name: str
) -> None:
    if language != "en":  # the same pictures with other words: their size is what the pages depend on
        monkeypatch.setattr(handout, "draw_picture", blank_picture)
    lesson = library.load(name, language)
    document = make_document(lesson, language, answers=True)
    text = plain_text(document)
    *sheets, answers = pages(document)
    assert text.startswith(f"{lesson.title}\n{lesson.question}\n")
    assert not set("{}") & set(text)
    assert answers.startswith({"en": "Answers", "ko": "정답"}[language])
    assert {"en": "Right:", "ko": "정답:"}[language] not in "".join(sheets)
    with speaking(language):
        titles = [f"{number} · {kind_name(step.kind)}" for number, step in enumerate(lesson.steps, start=1)]
    places = [next(page for page, sheet in enumerate(sheets) if title in sheet) for title in titles]
    state = None
    for number, (step, place) in enumerate(zip(lesson.steps, places, strict=True), start=1):
        sheet = sheets[place]
        state = lesson.states_by_name[step.state] if step.state else state
        assert state is not None
        told = [*step.prose, *(option.text for option in step.options)]
        for words in told:
            assert plain(filled(words, state, lesson.states_by_name, lesson.unit)) in sheet
        assert step.title in sheet
        height = document.resource(QTextDocument.ResourceType.ImageResource.value, QUrl(f"picture-{number}")).height()
        assert height >= 1200
        right = [plain(filled(o.text, state, lesson.states_by_name, lesson.unit)) for o in step.options if o.right]
        assert all(option in answers for option in right)
        if step.because is not None:
            because = plain(filled(step.because, state, lesson.states_by_name, lesson.unit))
            assert because in answers
            assert because not in "".join(sheets)
    # as many pictures on a page as steps: a picture has not gone to another one
    assert [sheet.count("\ufffc") for sheet in sheets] == [places.count(page) for page in range(len(sheets))]


def test_without_answers_nothing_is_given_away() -> None:
    lesson = own()
    text = plain_text(make_document(lesson, "en"))
    with_them = plain_text(make_document(lesson, "en", answers=True))
    assert with_them.startswith(text)
    for told in ("Answers", "Right:", "It is 0.562 nats", "Look at 0.5.", "it was"):
        assert told not in text
        assert told in with_them
    assert (text.count("<more>"), with_them.count("<more>")) == (1, 2)


def test_what_is_typed_is_text_and_no_markup() -> None:
    text = plain_text(make_document(own(), "en", answers=True))
    assert "A <b>bold</b> & long one\nHow much is 1 < 2?" in text
    assert "Which & why <u>?" in text
    assert "P(<i>) is 0.75, more than Q." in text
    assert "less & less" in text
    assert "<more>" in text
    assert "a * b = 0.56" in text


@pytest.mark.parametrize(
    ("language", "goal"),
    [
        ("en", "Goal: the term of cloudy ≤ −0.27; KL(P‖Q) < ∞; P as it was"),
        ("ko", "목표: ‘흐림’의 항 ≤ −0.27; KL(P‖Q) < ∞; P 그대로"),
    ],
)
def test_a_goal_is_said_in_words_without_the_numbers_of_a_screen(language: str, goal: str) -> None:
    text = plain_text(make_document(library.load("08-never-negative", language), language))
    assert goal in text.split("\n")


def test_numbers_that_depend_on_the_reader_are_left_blank() -> None:
    text = plain_text(make_document(own(), "en", answers=True))
    assert "KL is _____, it was 0.131." in text  # 0.75 log 1.5 + 0.25 log 0.5 = 0.13081
    assert "Where there is a line" in text


def test_a_step_longer_than_a_page_runs_on_and_its_picture_is_whole() -> None:
    document = make_document(own("\n\n".join(["It goes on and on. " * 40] * 12)), "en")
    texts = pages(document)
    assert len(texts) > 2
    assert "".join(texts).count("\ufffc") == 3


def test_a_lesson_that_loads_nothing_has_no_pictures_and_open_numbers() -> None:
    lesson = read(
        "# T\nquestion: Q?\n\n## predict: A\nH(P) is {H(P)}.\n\n( ) a\n(*) b\n\n## why: B\nb\n\n## why: C\nc\n", "t.md"
    )
    text = plain_text(make_document(lesson, "en"))
    assert "H(P) is _____." in text
    assert "\ufffc" not in text


@pytest.mark.parametrize(("language", "answers", "count"), [("en", False, 3), ("ko", True, 4)])
def test_the_file_is_a_pdf_with_the_typeface_in_it(language: str, answers: bool, count: int, tmp_path: Path) -> None:
    lesson, path = library.load("05-subtracting-entropy", language), tmp_path / "sheet.pdf"
    write_handout(lesson, str(path), language, answers=answers)
    written = path.read_bytes()
    assert written.startswith(b"%PDF-")
    assert b"Pretendard" in written
    assert written.count(b"/FontFile2") >= 2  # regular and bold, embedded
    assert len(re.findall(rb"/Type\s*/Page\b", written)) == count


def test_a_file_that_cannot_be_written_is_named_and_nothing_is_lost(tmp_path: Path) -> None:
    with pytest.raises(FileError, match=re.escape(str(tmp_path / "none" / "sheet.pdf"))):
        write_handout(own(), str(tmp_path / "none" / "sheet.pdf"), "en")
    there = tmp_path / "folder.pdf"
    there.mkdir()
    with pytest.raises(FileError, match="it is a folder; name a regular file"):
        write_handout(own(), str(there), "en")
    assert list(there.iterdir()) == []


@pytest.mark.parametrize(
    ("mode", "options"),
    [
        (ViewMode.KL_DIVERGENCE, TermsOptions(with_mass_difference=True)),
        (ViewMode.TRAINING, TrainingOptions(objective=Objective.REVERSE)),
        (ViewMode.EVIDENCE, EvidenceOptions(samples=300)),
    ],
)
def test_the_picture_shows_what_the_view_begins_with(mode: ViewMode, options: ViewOptions) -> None:
    state, view = library.load("12-evidence", "en").states[0], ViewState(mode=mode)
    usual, said = (draw_picture(snapshot_of(state, one), None) for one in (view, view.with_options(options)))
    assert usual != said


def test_the_picture_is_on_white_and_not_empty() -> None:
    document = make_document(own(), "en")
    image = document.resource(QTextDocument.ResourceType.ImageResource.value, QUrl("picture-1"))
    assert isinstance(image, QImage)
    assert (image.width(), image.height()) == (2640, 1200)
    assert image.pixelColor(0, 0).name() == "#ffffff"
    assert image.pixelColor(image.width() - 1, image.height() - 1).name() == "#ffffff"
    assert document.pageSize() == QSizeF(handout.BODY)

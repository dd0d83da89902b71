"""The presentation mode: full screen, a presenter remote, drags, and leaving it."""

import pytest
from hands import between
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QToolButton

from klscope.connections import presenting
from klscope.lessons.lesson import StepKind
from klscope.model.comparison import Side
from klscope.remembering import remember
from klscope.views import magnification
from klscope.views.preferences.preferences import Preferences

NEXT, BACK = Qt.Key.Key_PageDown, Qt.Key.Key_PageUp
SCREEN = (1920, 1080)


@pytest.fixture(autouse=True)
def _projector(monkeypatch):
    """Let the screen be as large as a projector's."""
    monkeypatch.setattr(presenting, "factor_for", lambda window: 1.6)  # noqa: ARG005


@pytest.fixture
def lecture(start):
    """Return a function that begins a lesson and presents it."""

    def begin(name="01-entropy"):
        person = start()
        person.do("lessons")
        person.window.lessons.lesson_chosen.emit(name)
        person.window.showFullScreen = lambda: person.window.resize(*SCREEN)  # Qt's screen for tests is a small one
        person.keys(Qt.Key.Key_F11)
        person.qtbot.waitUntil(lambda: person.window.tabs.height() > 500)
        return person

    return begin


def current_step(person):
    return person.explorer.lessons.session.lessons.current


def test_f11_shows_what_a_class_looks_at_and_esc_brings_the_desk_back(start):
    person = start()
    window, size = person.window, person.window.size()
    person.keys(Qt.Key.Key_F11)
    assert window.isFullScreen()
    assert person.command("present").isChecked()
    assert magnification.factor() == 1.6
    assert window.menuBar().isHidden()
    assert window.tools.isHidden()
    assert "Page Down" in person.sentence
    person.keys(Qt.Key.Key_Escape)
    assert "Esc" not in person.sentence  # what tells about presenting ends with it
    assert person.sentence.startswith("sunny happens half the time.")
    assert not window.isFullScreen()
    assert not person.command("present").isChecked()
    assert magnification.factor() == 1.0
    assert window.menuBar().isVisible()
    assert window.tools.isVisible()
    assert window.size() == size


def test_a_clicker_leads_on_and_tells_an_answer_before_it_does(lecture):
    person = lecture()
    assert current_step(person).step.kind is StepKind.PREDICT
    person.keys(NEXT)
    assert current_step(person).index == 0
    assert current_step(person).answer is not None
    panel = person.window.lessons
    assert panel.step.after.isVisible()
    marks = [row.mark.text() for row in panel.step.prediction.rows if row.mark.text()]
    assert marks == ["✓ right"]  # nobody here has guessed
    assert current_step(person).ticks == frozenset()
    person.keys(NEXT)
    assert current_step(person).index == 1
    person.keys(NEXT)
    assert current_step(person).index == 2
    person.keys(BACK)
    assert current_step(person).index == 1
    assert person.steps >= 0


def test_a_clicker_begins_a_lesson_from_the_list_and_from_nowhere_else(start):
    person = start()
    person.keys(Qt.Key.Key_F11)
    before = person.state
    person.keys(NEXT)
    assert person.explorer.lessons.session is None
    assert person.state == before  # and no bar has moved
    person.do("lessons")
    person.keys(NEXT)
    assert current_step(person).lesson.name == "01-entropy"
    person.keys(Qt.Key.Key_Escape)


def test_a_clicker_leads_back_to_the_text_from_a_tab(lecture):
    person = lecture()
    tabs, panel = person.window.tabs, person.window.lessons
    for key, index in ((NEXT, 0), (NEXT, 1), (BACK, 0)):
        tabs.setCurrentWidget(person.window.landscape)
        person.keys(key)
        assert tabs.currentWidget() is panel
        assert current_step(person).index == index


def test_another_message_outlives_the_presentation(start):
    person = start()
    person.keys(Qt.Key.Key_F11)
    person.do("pin")
    said = person.sentence
    assert said.startswith("Pinned as A")
    person.keys(Qt.Key.Key_F11)
    assert person.sentence == said


def test_f11_ends_it_too(start):
    person = start()
    person.keys(Qt.Key.Key_F11)
    person.keys(Qt.Key.Key_F11)
    assert not person.command("present").isChecked()
    assert person.window.menuBar().isVisible()


def test_hidden_answers_are_not_shown(lecture):
    person = lecture()
    person.window.lessons.head.hide_answers.trigger()
    person.keys(NEXT)
    assert current_step(person).index == 1


def test_a_told_answer_is_forgotten_when_the_lesson_begins_anew(lecture):
    person = lecture()
    person.keys(NEXT)
    person.explorer.lessons.session.lessons.restart()
    assert current_step(person).answer is None
    assert current_step(person).revealed == frozenset()


def test_esc_gives_a_drag_up_and_goes_on_presenting(lecture):
    person = lecture()
    person.keys(NEXT, NEXT)  # the die is to be loaded
    before = person.state
    chart = person.p_chart
    top = chart.bar_top(5)
    person.on_p.press(top)
    for at in between(top, top - QPoint(0, 60), 5):
        person.on_p.move(at)
    assert person.state != before
    person.keys(Qt.Key.Key_Escape, on=chart)
    person.on_p.release()
    assert person.state == before
    assert person.command("present").isChecked()
    person.keys(Qt.Key.Key_Escape, on=chart)
    assert not person.command("present").isChecked()


def test_the_keys_of_a_clicker_move_bars_again_afterwards(lecture):
    person = lecture()
    person.keys(Qt.Key.Key_Escape)
    person.do("first_steps")
    person.explorer.lessons.session.lessons.leave()
    before = person.q[0]
    person.q_chart.setFocus()
    person.keys(BACK, on=person.q_chart)
    assert person.q[0] == pytest.approx(before + 0.1)


def test_the_panels_can_be_reached_while_no_lesson_is_on(start):
    person = start()
    person.window.tabs.setCurrentWidget(person.window.formula)
    person.keys(Qt.Key.Key_F11)
    assert person.window.tabs.tabBar().isVisible()
    assert person.window.tabs.currentWidget() is person.window.formula
    person.keys(Qt.Key.Key_Escape)


@pytest.mark.parametrize("language", ["en", "ko"])
def test_every_step_of_every_lesson_fits_with_its_answer(lecture, set_language, language):
    set_language(language)
    person = lecture()
    person.window.setUpdatesEnabled(False)  # it is laid out, and not painted
    room, panel = person.explorer.lessons.session.lessons, person.window.lessons
    smallest = 100
    for listed in room.lessons():
        if listed.lesson.challenging:
            continue
        room.open(listed.lesson.name)
        for index in range(len(listed.lesson.steps)):
            room.go_to(index)
            room.reveal()
            QApplication.processEvents()  # layouts wait for it
            bar = panel.step.verticalScrollBar()
            assert bar.maximum() == 0, f"{listed.name}, step {index + 1}"
            smallest = min(smallest, panel.step.prose.font().pixelSize())
    assert smallest >= 0.018 * SCREEN[1]  # of the height of the picture: what a projected text needs at the least


def test_a_window_closed_while_presenting_opens_as_a_window(start):
    preferences = Preferences()
    person = start()
    remember(person.explorer, preferences)
    person.keys(Qt.Key.Key_F11)
    person.window.close()
    magnification.magnify(1.0)
    again = start()
    remember(again.explorer, Preferences())
    assert not again.window.isFullScreen()
    assert magnification.factor() == 1.0
    assert again.window.menuBar().isVisible()


def test_the_dots_lead_to_any_step_and_restore_its_state(lecture):
    person = lecture()
    dots = [button for button in person.window.findChildren(QToolButton) if button.objectName() == "lessonStep2"]
    dots[0].click()
    before = person.state
    person.enter(Side.P, 0, "0.5")
    assert person.state != before
    dots[0].click()
    assert person.state == before


def test_a_challenge_has_the_room_of_its_buttons_too(lecture):
    person = lecture("challenges")
    panel = person.window.lessons
    for _challenge in range(14):
        QApplication.processEvents()
        assert not panel.next.isVisible()
        assert panel.restore.isVisible()
        assert panel.moves.isVisible()
        assert panel.restore.geometry().bottom() <= panel.head.dots.geometry().bottom()
        assert panel.step.widget().height() <= panel.step.viewport().height()
        bottom = panel.step.gauge.mapTo(panel, panel.step.gauge.rect().bottomLeft()).y()
        assert bottom > 0.8 * panel.height()
        person.keys(NEXT)
    assert current_step(person) is None
    person.keys(Qt.Key.Key_Escape)
    panel.lesson_chosen.emit("challenges")
    QApplication.processEvents()
    assert panel.next.isVisible()
    assert panel.restore.y() == panel.next.y()
    assert panel.restore.height() == panel.next.height()
    assert panel.moves.x() > panel.restore.geometry().right()

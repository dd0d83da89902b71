"""Training in the whole window: played, interrupted by drags, undone. Oracle: exponential families, by hand."""

import numpy as np
import pytest
from hands import ALT, CONTROL
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QLabel, QMenu, QPushButton, QSlider, QToolButton

from klscope.files import examples
from klscope.model.comparison import Side
from klscope.model.views import ViewMode
from klscope.views.export.picture import Background, PictureChoice, What, render_picture
from klscope.views.theme import LIGHT
from klscope.views.widgets.cards import DistributionHead


def opened(person):
    person.keys("6", modifiers=ALT, on=person.window)
    return person.window.terms_card.made_view(ViewMode.TRAINING)


def press(person, name):
    button = person.window.findChild(QToolButton, name)
    assert button.isVisible()
    assert button.isEnabled()
    button.click()


def legend(view):
    return [entry.text for entry in view.losses.shown_legend()]


def head(person):
    return " ".join(label.text() for label in person.window.findChild(DistributionHead, "qHead").findChildren(QLabel))


def steps(person):
    return person.window.terms_card.made_view(ViewMode.TRAINING).run.steps


def ticking(person):
    """Tell whether a clock runs that would make steps."""
    return any(clock.isActive() for clock in person.explorer.editor.findChildren(QTimer))


def trained(person, view, count):
    """Press S until so many steps were made: what is watched need not be waited for."""
    view.losses.setFocus()
    while steps(person) < count:
        before = steps(person)
        person.keys(Qt.Key.Key_S)
        assert steps(person) == before + 1


def test_nothing_is_loaded_and_nothing_runs_uninvited(start) -> None:
    person = start()
    assert person.window.terms_card.made_view(ViewMode.TRAINING) is None
    before = person.state
    view = opened(person)
    assert view.isVisible()
    assert view.objectName() == "trainingChart"
    assert legend(view) == ["H(P,Q) = 2.375 bits", "floor H(P) = 1.750 bits", "KL(P‖Q) = 0.625 bits"]
    assert "arrows: the push on each logit, P − Q" in head(person)
    assert person.q_chart.overlay.run.steps == 0
    assert not ticking(person)
    assert person.state == before
    assert person.steps == 0
    person.keys("1", modifiers=ALT, on=person.window)
    assert person.q_chart.overlay is None
    assert "drag a bar" in head(person)


def test_it_is_found_in_the_menu_of_further_views(start) -> None:
    person = start()
    more = person.window.findChild(QPushButton, "moreViews")
    menu: QMenu = more.menu()
    person.choose(menu, "Training")
    assert person.store.view.mode is ViewMode.TRAINING
    assert more.text() == "Training ▼"


def test_it_plays_by_itself_pauses_and_is_one_undo_step(start) -> None:
    person = start()
    view = opened(person)
    before = person.state
    person.window.terms_card.shown_chart.setFocus()
    person.keys(Qt.Key.Key_Space)
    person.qtbot.waitUntil(lambda: steps(person) >= 5)
    assert ticking(person)
    person.keys(Qt.Key.Key_Space)
    made = steps(person)
    assert not ticking(person)
    assert person.steps == 1
    assert person.command("undo").text() == f"Undo Train Q: {made} steps"
    assert (np.diff(view.losses.curve) < 0.0).all()
    person.do("undo")
    assert person.state == before
    assert steps(person) == 0
    person.do("redo")
    assert person.steps == 1


def test_a_one_hot_label_has_the_floor_0(start) -> None:
    person = start()
    person.explorer.commands.open(examples.load("one-hot-sure").comparison)
    view = opened(person)
    assert "floor H(P) = 0.000 bits" in " ".join(legend(view))
    assert np.abs(view.run.negative_gradient).min() > 0.0
    trained(person, view, 200)
    assert view.losses.curve[-1] < 0.02
    assert person.q[0] > 0.99
    assert view.losses.floor.tolist() == [0.0] * 201


def test_forward_covers_and_reverse_seeks_a_mode(start) -> None:
    person = start()
    person.explorer.commands.open(examples.load("two-humps").comparison)
    view = opened(person)
    person.choose(person.window.findChild(QToolButton, "trainFamily").menu(), "one hump")
    person.enter(Side.Q, 12, "0.9")  # on the right-hand hump, at 4
    places = np.arange(17) - 8.0
    found = {}
    for name in ("forward: H(P,Q), KL(P‖Q)", "reverse: KL(Q‖P)"):
        person.choose(person.window.findChild(QToolButton, "trainObjective").menu(), name)
        trained(person, view, 150)
        mean = float(person.q @ places)
        found[name[:7]] = (mean, float(person.q @ (places - mean) ** 2) ** 0.5)
        press(person, "trainReset")
        assert steps(person) == 0
        assert person.q[12] == 0.9
    assert found["forward"][0] == pytest.approx(0.0, abs=1.0)  # and nearer with every step
    assert found["forward"][1] > 4.0  # P, both humps together, has 4.19
    assert found["reverse"][0] == pytest.approx(4.0, abs=0.1)
    assert found["reverse"][1] < 1.5


def test_p_is_dragged_while_it_plays_and_escape_gives_up_only_the_drag(start) -> None:
    person = start()
    opened(person)
    before = person.state
    press(person, "trainPlay")
    person.qtbot.waitUntil(lambda: steps(person) >= 2)
    top = person.p_chart.bar_top(1)
    made = steps(person)
    person.on_p.press(top)
    person.qtbot.waitUntil(lambda: steps(person) > made)  # a hand that came down may rest before it moves
    person.on_p.move(top - QPoint(0, 20))
    person.on_p.move(top - QPoint(0, 40))
    held, made = float(person.p[1]), steps(person)
    assert held > 0.3
    person.qtbot.waitUntil(lambda: steps(person) >= made + 3)
    assert person.p[1] == held
    person.keys(Qt.Key.Key_Escape, on=person.p_chart)
    assert person.p[1] == 0.25
    person.on_p.release()
    made = steps(person)
    person.qtbot.waitUntil(lambda: steps(person) > made)
    person.on_p.drag(top, top - QPoint(0, 20), top - QPoint(0, 40))
    assert person.p[1] == held
    made = steps(person)
    person.qtbot.waitUntil(lambda: steps(person) > made)
    press(person, "trainPlay")
    assert person.steps == 1
    person.keys("z", modifiers=CONTROL, on=person.window)
    assert person.state == before


def test_a_drag_of_q_ends_the_run_and_is_a_step_of_its_own(start) -> None:
    person = start()
    view = opened(person)
    press(person, "trainPlay")
    person.qtbot.waitUntil(lambda: steps(person) >= 2)
    top = person.q_chart.bar_top(0)
    person.on_q.drag(top, top - QPoint(0, 10), top - QPoint(0, 20))
    assert not view.run.playing
    assert steps(person) == 0
    assert person.steps == 2
    assert person.command("undo").text() == "Undo Drag Q: sunny"


def test_leaving_the_view_or_closing_the_window_stops_it(start) -> None:
    person = start()
    view = opened(person)
    press(person, "trainPlay")
    person.qtbot.waitUntil(lambda: steps(person) >= 2)
    person.keys("2", modifiers=ALT, on=person.window)
    assert not person.store.in_undo_group
    assert not ticking(person)
    opened(person)
    assert not view.run.playing
    press(person, "trainPlay")
    assert ticking(person)
    person.window.close()
    person.qtbot.waitUntil(lambda: not ticking(person))


def test_a_step_too_large_is_shown_and_named(start) -> None:
    person = start()
    view = opened(person)
    press(person, "trainSettings")
    person.qtbot.waitUntil(person.window.findChild(QToolButton, "trainObjective").hasFocus)
    person.keys(Qt.Key.Key_Tab, Qt.Key.Key_Tab)
    assert person.window.findChild(QSlider, "trainRate").hasFocus()
    person.keys(Qt.Key.Key_End)
    assert view.run.options.rate == 30.0
    person.keys(Qt.Key.Key_Escape)
    assert not person.window.findChild(QSlider, "trainRate").isVisible()
    trained(person, view, 12)
    assert (np.diff(view.losses.curve) > 0.0).any()
    assert "too large: the loss went up" in view.sentence.text()


def test_where_nothing_moves_the_view_says_why(start) -> None:
    person = start()
    view = opened(person)
    person.enter(Side.Q, 3, "0")
    assert view.sentence.text().startswith("H(P,Q) stays ∞: Q(snow) = 0")
    assert not person.window.findChild(QToolButton, "trainPlay").isEnabled()
    person.do("undo")
    person.click_padlock(Side.Q, 1)
    assert view.sentence.text().startswith("Q is locked")
    before = person.state
    view.losses.setFocus()
    person.keys(Qt.Key.Key_Space, Qt.Key.Key_S)
    assert person.state == before


def test_the_keyboard_reaches_all_of_it(start) -> None:
    person = start()
    opened(person)
    widget, stops = person.q_chart, []
    for _ in range(400):
        widget = widget.nextInFocusChain()
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible():
            stops.append(widget.objectName())
    own = ["moreViews", "trainPlay", "trainStep", "trainReset", "trainSpeed", "trainSettings"]
    first = stops.index("moreViews")
    assert [name for name in stops[first : first + len(own)] if name] == own
    assert "lossHistoryChart" in stops
    assert not {"trainObjective", "trainFamily", "trainRate"} & set(stops)  # they are behind trainSettings


@pytest.mark.parametrize("background", Background)
def test_a_picture_of_it_shows_the_run(start, background) -> None:
    person = start()
    view = opened(person)
    choice = PictureChoice(What.TERMS, 1, background)
    before = render_picture(choice, person.window, person.store.snapshot, LIGHT)
    trained(person, view, 5)
    after = render_picture(choice, person.window, person.store.snapshot, LIGHT)
    assert before.size() == after.size()
    assert before != after


def test_a_hand_on_q_takes_over_while_it_plays(start) -> None:
    person = start()
    view = opened(person)
    press(person, "trainPlay")
    person.qtbot.waitUntil(lambda: steps(person) >= 2)
    top = person.q_chart.bar_top(0)
    person.on_q.press(top)
    assert not view.run.playing
    assert not ticking(person)
    before = person.q[0]
    for up in (5, 20, 40):
        person.on_q.move(top - QPoint(0, up))
    assert person.q[0] > before
    person.on_q.release()
    assert [type(step.edit).__name__ for step in person.store.history.steps] == ["Train", "SetProbability"]


def choose_speed(person, words):
    person.choose(person.window.findChild(QToolButton, "trainSpeed").menu(), words)


def test_it_ends_at_rest_and_play_goes_on_to_the_end(start) -> None:
    person = start()
    view = opened(person)
    choose_speed(person, "200 steps a second")
    press(person, "trainPlay")
    person.qtbot.waitUntil(lambda: steps(person) > 0 and not view.run.playing, timeout=20000)
    rested = steps(person)
    assert view.sentence.text() == "At rest: the next steps would change nothing you could see. Play goes on."
    assert person.store.snapshot.kl_divergence > 0.0
    assert not ticking(person)
    press(person, "trainPlay")
    person.qtbot.waitUntil(lambda: not view.run.playing, timeout=20000)
    assert steps(person) > rested
    assert person.verdict == "Nothing left to learn."
    assert "KL(P‖Q) = 0.000 bits" in legend(view)
    assert person.readouts()[2] == "0.0000"
    assert person.steps == 1


def test_six_steps_a_second_at_first_and_the_chosen_speed_after(start) -> None:
    person = start()
    opened(person)
    speed = person.window.findChild(QToolButton, "trainSpeed")
    assert speed.accessibleName() == "Speed: 6 steps a second"
    choose_speed(person, "60 steps a second")
    assert speed.accessibleName() == "Speed: 60 steps a second"
    person.keys("1", modifiers=ALT, on=person.window)
    opened(person)
    assert speed.accessibleName() == "Speed: 60 steps a second"

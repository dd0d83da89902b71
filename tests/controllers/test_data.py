"""Opening data: what is loaded, proposed, refused or dropped. Oracle: the numbers in the files, by hand."""

import threading

import pytest

from klscope.controllers import data as data_module
from klscope.controllers.data import DataController
from klscope.controllers.editor import Editor
from klscope.files.tables.contents import Question
from klscope.files.tables.data_reading import DataReading, Second
from klscope.files.tables.options import NumberKind
from klscope.model.comparison import Comparison, Side
from klscope.model.edits import LoadComparison
from klscope.model.store import Store


@pytest.fixture
def store():
    return Store(Comparison.from_weights(("a", "b"), [1, 1], [1, 3]))


@pytest.fixture
def controller(store):
    return DataController(Editor(store))


@pytest.fixture
def file(tmp_path):
    def write(text, name="data.csv"):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return str(path)

    return write


def test_clear_data_are_loaded_as_one_step(qtbot, store, controller, file):
    with qtbot.waitSignal(controller.loaded) as told:
        controller.open_files([file("w,p,q\nx,1,3\ny,1,1\nz,2,0\n")])
    assert told.args[0].is_clear
    assert store.comparison.labels == ("x", "y", "z")
    assert store.comparison.q.probabilities.tolist() == [0.75, 0.25, 0.0]
    assert store.comparison.origin.name == "data.csv"
    assert store.history.position == 1
    assert isinstance(store.history.undoable.edit, LoadComparison)
    store.undo()
    assert store.comparison.labels == ("a", "b")


def test_ambiguous_data_are_previewed_until_applied_or_cancelled(qtbot, store, controller):
    with qtbot.waitSignal(controller.proposed) as told:
        controller.open_text("x,-1,0\ny,1,0\n", "the clipboard")
    reading = told.args[0]
    assert [question.question for question in reading.asked] == [Question.NUMBERS] * 2
    assert store.in_gesture
    assert store.comparison.labels == ("x", "y")
    assert store.history.position == 0
    with qtbot.waitSignal(controller.settled):
        controller.cancel()
    assert store.comparison.labels == ("a", "b")
    assert not store.in_gesture
    with qtbot.waitSignal(controller.proposed):
        controller.open_text("x,-1,0\ny,1,0\n", "the clipboard")
    controller.read_as(reading.options.changed(p_numbers=NumberKind.LOGITS, q_numbers=NumberKind.LOGITS))
    with qtbot.waitSignal(controller.loaded):
        controller.apply()
    assert store.history.position == 1
    assert store.comparison.q.probabilities.tolist() == [0.5, 0.5]


def test_another_reading_of_loaded_data(qtbot, store, controller):
    with qtbot.waitSignal(controller.loaded):
        controller.open_text("x,5,1\ny,1,2\n", "the clipboard")
    with qtbot.waitSignal(controller.proposed) as told:
        controller.change()
    controller.read_as(told.args[0].options.changed(p_column="3", q_column="2"))
    controller.apply()
    assert store.comparison.p.probabilities == pytest.approx([1 / 3, 2 / 3])
    assert store.history.position == 2


def test_a_wrong_table_is_shown_and_the_state_stays(qtbot, store, controller):
    before = store.comparison
    with qtbot.waitSignal(controller.proposed) as told:
        controller.open_text("x,1,2\ny,oops,3\nz,1,1\n", "the clipboard")
    assert "line 2, column 2: 'oops' is not a number" in str(told.args[0].error)
    assert store.comparison is before
    controller.apply()
    assert store.comparison is before


def test_what_cannot_be_opened_is_refused_in_a_sentence(qtbot, store, controller, file, tmp_path):
    for paths, words in (
        ([str(tmp_path / "none.csv")], "no such file"),
        ([str(tmp_path)], "it is a folder"),
        ([file("x", "a.pt")], "pickle"),
        ([file("1", "1.csv"), file("2", "2.csv"), file("3", "3.csv")], "3 files are given"),
    ):
        with qtbot.waitSignal(controller.refused) as told:
            controller.open_files(paths)
        assert words in told.args[0].lower(), told.args[0]
    assert store.history.position == 0


def test_a_file_of_one_column_replaces_a_side_and_the_other_stays(qtbot, store, controller, file):
    with qtbot.waitSignal(controller.loaded):
        controller.open_files([file("b,3\na,1\n")], replaced=Side.P)
    assert store.comparison.labels == ("b", "a")
    assert store.comparison.p.probabilities.tolist() == [0.75, 0.25]
    assert store.comparison.q.probabilities.tolist() == [0.75, 0.25]


def test_names_that_q_lacks_are_proposed_before_they_make_the_divergence_infinite(qtbot, controller, file):
    with qtbot.waitSignal(controller.proposed) as told:
        controller.open_files([file("x,1\ny,1\n", "p.csv"), file("x,1\nz,1\n", "q.csv")])
    assert not told.args[0].is_clear
    assert told.args[0].pair.joined.only_in_p == ("y",)


def test_the_file_is_read_again(qtbot, store, controller, file):
    with qtbot.waitSignal(controller.loaded):
        controller.open_files([file("x,1\ny,3\n")])
    file("x,3\ny,1\n")
    with qtbot.waitSignal(controller.loaded):
        controller.reload()
    assert store.comparison.p.probabilities.tolist() == [0.75, 0.25]
    assert store.history.position == 2


def test_there_is_nothing_to_read_again_after_a_paste(qtbot, controller):
    with qtbot.waitSignal(controller.loaded):
        controller.open_text("x,1\ny,3\n", "the clipboard")
    with qtbot.waitSignal(controller.refused):
        controller.reload()


def test_a_slow_file_is_waited_for_and_can_be_cancelled(qtbot, store, controller, monkeypatch):
    go_on = threading.Event()

    cancelled = []

    def slow(path, options, is_cancelled):
        go_on.wait(10.0)
        cancelled.append(is_cancelled())
        return data_module.open_text("x,1\ny,3\n", path, options)

    monkeypatch.setattr(data_module, "open_data", slow)
    with qtbot.waitSignal(controller.waiting) as told:
        controller.open_files(["slow.csv"])
    assert told.args == ["slow.csv"]
    with qtbot.waitSignal(controller.waiting) as told:
        controller.cancel()
    assert told.args == [""]
    go_on.set()
    qtbot.waitUntil(lambda: cancelled == [True])
    qtbot.wait(50)
    assert store.history.position == 0


def test_a_fault_of_the_reader_is_raised_where_it_is_reported(qtbot, controller, monkeypatch):
    def faulty(*_, **__):
        raise RuntimeError("unforeseen")

    monkeypatch.setattr(data_module, "open_data", faulty)
    with qtbot.captureExceptions() as raised:
        controller.open_files(["file.csv"])
        qtbot.waitUntil(lambda: bool(raised))
    assert str(raised[0][1]) == "unforeseen"


ASKED = "w,x,y,z\na,1,5,1\nb,3,1,1\n"


def proposed(qtbot, controller, file):
    path = file(ASKED)
    with qtbot.waitSignal(controller.proposed) as told:
        controller.open_files([path])
    return path, told.args[0]


def test_another_edit_discards_a_proposal_and_is_one_step(qtbot, store, controller, file):
    proposed(qtbot, controller, file)
    store.perform(LoadComparison(Comparison.from_weights(("u", "v", "w"), [1, 1, 2], [1, 1, 1])))
    assert store.history.position == 1
    assert controller.is_replaced(store.snapshot)
    with qtbot.waitSignal(controller.settled):
        controller.forget_replaced()
    controller.apply()
    assert store.history.position == 1
    store.undo()
    assert store.comparison.labels == ("a", "b")
    assert store.comparison.q.probabilities.tolist() == [0.25, 0.75]


def test_a_commit_does_not_take_a_proposal(qtbot, store, controller, file):
    proposed(qtbot, controller, file)
    store.commit()
    assert store.history.position == 0
    assert not store.in_gesture


def test_the_present_q_is_kept_and_left_again(qtbot, store, controller, file):
    proposed(qtbot, controller, file)
    controller.take_second(Second.PRESENT)
    qtbot.waitUntil(lambda: not controller._worker.is_running)
    assert store.comparison.q.probabilities.tolist() == [0.25, 0.75]
    assert store.comparison.p.probabilities.tolist() == [0.25, 0.75]
    controller.take_second(Second.NOTHING)
    qtbot.waitUntil(lambda: not controller._worker.is_running)
    assert store.comparison.q.probabilities.tolist() == [5 / 6, 1 / 6]
    controller.apply()
    assert store.history.position == 1


def test_a_proposal_is_read_again_with_its_choices(qtbot, store, controller, file):
    path, reading = proposed(qtbot, controller, file)
    controller.read_as(reading.options.changed(p_column="x", q_column="z"))
    qtbot.waitUntil(lambda: not controller._worker.is_running)
    assert store.comparison.q.probabilities.tolist() == [0.5, 0.5]
    with open(path, "w", encoding="utf-8") as stream:
        stream.write(ASKED.replace("b,3,1,1", "b,3,1,3"))
    with qtbot.waitSignal(controller.proposed):
        controller.reload()
    assert store.comparison.q.probabilities.tolist() == [0.25, 0.75]
    assert store.history.position == 0


def test_apply_waits_for_what_is_being_read(qtbot, store, controller, file, monkeypatch):
    _, reading = proposed(qtbot, controller, file)
    gate = threading.Event()
    read = DataReading.read_as

    def slowly(self, options):
        gate.wait(5.0)
        return read(self, options)

    monkeypatch.setattr(DataReading, "read_as", slowly)
    controller.read_as(reading.options.changed(p_column="x", q_column="z"))
    assert controller._worker.is_running
    controller.apply()
    assert store.history.position == 0
    with qtbot.waitSignal(controller.loaded):
        gate.set()
    assert store.comparison.q.probabilities.tolist() == [0.5, 0.5]
    assert store.history.position == 1


def test_a_second_file_is_read_as_q(qtbot, store, controller, file):
    proposed(qtbot, controller, file)
    with qtbot.waitSignal(controller.proposed) as told:
        controller.open_second(file("a,1\nb,1\n", "second.csv"))
    assert len(told.args[0].contents) == 2
    assert store.comparison.q.probabilities.tolist() == [0.5, 0.5]
    controller.apply()
    assert [name.rsplit("/", 1)[-1] for name in controller.paths] == ["data.csv", "second.csv"]


def test_a_file_that_was_not_applied_is_not_read_again(qtbot, controller, file):
    with qtbot.waitSignal(controller.loaded):
        controller.open_files([file("a,1\nb,3\n", "first.csv")])
    proposed(qtbot, controller, file)
    controller.cancel()
    with qtbot.waitSignal(controller.loaded) as told:
        controller.reload()
    assert told.args[0].contents[0].source == "first.csv"


def test_a_proposal_that_keeps_a_side_is_read_again_with_the_side_of_before(qtbot, store, controller, file):
    path = file("a,1\nb,1\nx,1\n")
    with qtbot.waitSignal(controller.proposed):  # Q lacks x
        controller.open_files([path], replaced=Side.P)
    assert store.comparison.labels == ("a", "b", "x")
    file("a,1\nb,1\ny,1\n")
    with qtbot.waitSignal(controller.proposed):
        controller.reload()
    assert store.comparison.labels == ("a", "b", "y")


@pytest.fixture
def gate(monkeypatch):
    """Return an event for which files wait once they are opened."""
    made, opened = threading.Event(), data_module.open_data
    made.set()

    def slow(path, options, is_cancelled):
        made.wait(5.0)
        return opened(path, options, is_cancelled=is_cancelled)

    monkeypatch.setattr(data_module, "open_data", slow)
    return made


@pytest.mark.parametrize("is_applied", [False, True])
def test_options_that_are_changed_while_a_second_file_is_read_hold_for_both(
    qtbot, store, controller, file, gate, is_applied
):
    _, reading = proposed(qtbot, controller, file)
    gate.clear()
    controller.open_second(file("a,2\nb,2\n", "second.csv"))
    controller.read_as(reading.options.changed(p_column="y"))
    controller.read_as(reading.options.changed(q_numbers=NumberKind.LOGITS))  # the sheet shows the former options
    if is_applied:
        controller.apply()
    with qtbot.waitSignal(controller.loaded if is_applied else controller.proposed):
        gate.set()
    qtbot.waitUntil(lambda: not controller._worker.is_running)
    assert store.comparison.p.probabilities == pytest.approx([5 / 6, 1 / 6])
    latest = controller._last if is_applied else controller._proposal
    assert [one.source for one in latest.contents] == ["data.csv", "second.csv"]
    assert (latest.options.p_column, latest.options.q_numbers) == ("y", NumberKind.LOGITS)
    assert store.history.position == is_applied


def test_options_that_are_changed_while_a_second_file_is_refused_hold_for_the_first(
    qtbot, store, controller, file, gate
):
    _, reading = proposed(qtbot, controller, file)
    gate.clear()
    controller.open_second("none.csv")
    controller.read_as(reading.options.changed(p_column="y", q_column="x"))
    with qtbot.waitSignal(controller.refused):
        gate.set()
    qtbot.waitUntil(lambda: not controller._worker.is_running)
    assert store.comparison.p.probabilities == pytest.approx([5 / 6, 1 / 6])


def test_a_proposal_is_read_in_another_language_outside_the_thread_of_the_window(
    qtbot, store, controller, file, monkeypatch
):
    proposed(qtbot, controller, file)
    threads, read = [], DataReading.read_as

    def noting(self, options):
        threads.append(threading.current_thread())
        return read(self, options)

    monkeypatch.setattr(DataReading, "read_as", noting)
    with qtbot.waitSignal(controller.proposed):
        controller.propose_again()
    assert len(threads) == 1
    assert threads[0] is not threading.main_thread()
    assert not controller.is_replaced(store.snapshot)

"""Work in a thread. Oracle: what the work returns."""

import threading

import pytest
import shiboken6
from PySide6.QtCore import QObject

from klscope.controllers.worker import Worker


@pytest.fixture
def worker(qtbot):  # noqa: ARG001  # makes the application
    parent = QObject()
    made = Worker(parent)
    made.kept = parent
    made.results = []
    made.finished.connect(made.results.append)
    return made


def test_the_result_arrives_in_the_thread_of_the_window(qtbot, worker):
    threads = []
    worker.finished.connect(lambda _: threads.append(threading.current_thread()))
    worker.progressed.connect(worker.results.append)
    worker.start(lambda job: (job.report("half"), threading.current_thread())[1])
    assert worker.is_running
    qtbot.waitUntil(lambda: not worker.is_running)
    assert worker.results[0] == "half"
    assert worker.results[1] is not threads[0] is threading.main_thread()


def test_what_ends_soon_is_taken_at_once_and_once(qtbot, worker):
    worker.start(lambda _: 7, patience=10.0)
    assert worker.results == [7]
    qtbot.wait(20)
    assert worker.results == [7]


def test_an_error_is_a_result(worker):
    worker.start(lambda _: 1 // 0, patience=10.0)
    assert isinstance(worker.results[0], ZeroDivisionError)


def test_a_later_start_or_a_cancel_drops_the_earlier_work(qtbot, worker):
    gates, wanted = [threading.Event() for _ in range(2)], []

    def work(gate, job):
        gate.wait(5.0)
        wanted.append(job.is_wanted)
        job.report("unwanted")
        return "unwanted"

    worker.start(lambda job: work(gates[0], job))
    worker.start(lambda job: work(gates[1], job))
    worker.cancel()
    for gate in gates:
        gate.set()
    qtbot.waitUntil(lambda: len(wanted) == 2)
    worker.start(lambda _: "last")
    qtbot.waitUntil(lambda: not worker.is_running)
    assert wanted == [False, False]
    assert worker.results == ["last"]


def test_a_window_that_is_gone_ends_the_work_without_an_error(worker, monkeypatch):
    gate, ended, errors = threading.Event(), threading.Event(), []
    monkeypatch.setattr(threading, "excepthook", errors.append)

    def work(job):
        gate.wait(5.0)
        job.report(1)
        ended.set()
        return job.is_wanted

    worker.start(work)
    thread = next(one for one in threading.enumerate() if one.name.endswith("(run)"))
    shiboken6.delete(worker.kept)
    gate.set()
    assert ended.wait(5.0)
    thread.join(5.0)
    assert errors == []

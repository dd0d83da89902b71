"""Sessions of windows on the disk. Oracle: what was written is read; by hand, what is there after which end."""

import os
import threading
import time
from dataclasses import replace
from pathlib import Path

import pytest

from klscope.files import recovery, recovery_record
from klscope.files.recovery import DAMAGED, Sessions, WindowFiles
from klscope.files.recovery_record import NOTHING_KNOWN, Ended, Record
from klscope.files.regular_files import FileError
from klscope.model.comparison import Comparison
from klscope.model.document import Document

OPEN = Record("", "", True, False, None, 0.0)


def document(q: float = 0.5) -> Document:
    return Document(Comparison.from_weights(("비", "b"), [1, 3], [q, 1 - q]))


def written(sessions: Sessions, q: float, record: Record = OPEN) -> WindowFiles:
    files = sessions.new_window()
    files.write(document(q), replace(record, time=record.time or time.time()))
    return files


def die(sessions: Sessions) -> None:
    """Release the locks and leave everything else, as the system does when the process is killed."""
    for session in (*sessions._taken, *([] if sessions._own is None else [sessions._own])):
        session._lock.release()


@pytest.fixture
def folder(tmp_path: Path) -> str:
    return str(tmp_path / "sessions")


def test_nothing_is_there_before_the_first_file_and_after_the_last(folder: str) -> None:
    sessions = Sessions(folder)
    assert sessions.find() == ([], [])
    assert not os.path.exists(folder)
    files = written(sessions, 0.25)
    files.remove()
    sessions.close()
    assert not os.path.exists(folder)


def test_windows_of_a_process_that_died_come_back_in_their_order(folder: str) -> None:
    first = Sessions(folder)
    for number in range(1, 12):  # by number, not by name: 10 is after 9
        written(first, number / 20, replace(OPEN, time=time.time() + number))
    assert Sessions(folder).find() == ([], [])  # the process lives
    die(first)
    lost, offered = Sessions(folder).find()
    assert [one.files.document().comparison.q.probabilities[0] for one in lost] == [n / 20 for n in range(1, 12)]
    assert offered == []


def test_one_of_many_processes_takes_a_dead_session_over(folder: str) -> None:
    first = Sessions(folder)
    written(first, 0.25)
    die(first)
    others = [Sessions(folder) for _ in range(8)]
    start = threading.Barrier(len(others))
    counts: list[int] = []

    def take(sessions: Sessions) -> None:
        start.wait()
        counts.append(len(sessions.find().unfinished))

    threads = [threading.Thread(target=take, args=[one]) for one in others]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(counts) == [0] * 7 + [1]


def test_who_takes_over_and_dies_loses_nothing(folder: str) -> None:
    first = Sessions(folder)
    written(first, 0.25)
    die(first)
    second = Sessions(folder)
    (kept,) = second.find().unfinished
    written(second, 0.125)
    die(second)
    lost, _ = Sessions(folder).find()
    assert {one.files.document().comparison.q.probabilities[0] for one in lost} == {0.25, 0.125}
    assert kept.files.folder in {one.files.folder for one in lost}


def test_what_ended_last_is_offered_and_the_rest_afterwards(folder: str) -> None:
    for day, q in ((2, 0.125), (1, 0.25), (3, 0.375)):
        sessions = Sessions(folder)
        written(sessions, q, Record("", "", True, True, Ended.CLOSED, time.time() - day * recovery.SECONDS_A_DAY))
        sessions.close()
    for q in (0.25, 0.125, 0.375):
        sessions = Sessions(folder)
        lost, offered = sessions.find()
        assert lost == []
        assert [one.files.document().comparison.q.probabilities[0] for one in offered] == [q]
        sessions.close()  # ignored: it stays
        sessions = Sessions(folder)
        (kept,) = sessions.find().offered
        kept.files.remove()
        sessions.close()
    assert not os.path.exists(folder)


def test_what_is_offered_goes_after_thirty_days(folder: str) -> None:
    sessions = Sessions(folder)
    written(sessions, 0.25, Record("", "", True, True, Ended.CLOSED, time.time() - 31 * recovery.SECONDS_A_DAY))
    written(sessions, 0.5, replace(OPEN, time=time.time() - 31 * recovery.SECONDS_A_DAY))  # this one is lost work
    sessions.close()
    lost, offered = Sessions(folder).find()
    assert len(lost) == 1
    assert offered == []


def test_a_session_with_both_kinds(folder: str) -> None:
    sessions = Sessions(folder)
    written(sessions, 0.25, Record("", "", True, True, Ended.CLOSED))
    written(sessions, 0.5)
    die(sessions)
    found = Sessions(folder).find()
    assert [len(found.unfinished), len(found.offered)] == [1, 1]


def test_what_a_killed_writer_left_is_deleted(folder: str) -> None:
    sessions = Sessions(folder)
    files = written(sessions, 0.25)
    Path(files.folder, ".klscope-0123.tmp").write_bytes(b"half")
    die(sessions)
    second = Sessions(folder)
    second.find()
    assert sorted(os.listdir(files.folder)) == ["1.json", "1.klscope", "lock"]


def test_a_session_without_a_window_is_deleted(folder: str) -> None:
    sessions = Sessions(folder)
    sessions.new_window()
    die(sessions)
    second = Sessions(folder)
    assert second.find() == ([], [])
    second.close()
    assert not os.path.exists(folder)


def test_a_session_whose_folder_was_deleted_is_made_again(folder: str) -> None:
    sessions = Sessions(folder)
    files = written(sessions, 0.25)
    for name in os.listdir(files.folder):
        os.unlink(os.path.join(files.folder, name))
    os.rmdir(files.folder)
    assert not files.folder_exists
    assert written(sessions, 0.5).folder_exists


def test_a_damaged_document_is_set_aside_and_a_few_of_them_are_kept(folder: str) -> None:
    for number in range(recovery.MOST_DAMAGED + 3):
        sessions = Sessions(folder)
        files = written(sessions, 0.25)
        Path(files.folder, "1.klscope").write_bytes(b"{" * number)
        die(sessions)
        second = Sessions(folder)
        (kept,) = second.find().unfinished
        with pytest.raises(FileError):
            kept.files.document()
        aside = kept.files.set_aside()
        assert Path(aside).read_bytes() == b"{" * number
        second.close()
    assert sorted(os.listdir(folder)) == [DAMAGED]
    assert len(os.listdir(os.path.join(folder, DAMAGED))) == recovery.MOST_DAMAGED


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b"{}", b'{"format": "other"}', b"[" * 100_000, b"\xff", b'{"format": "klscope window"}'],
)
def test_a_damaged_record_leaves_the_document(folder: str, content: bytes) -> None:
    sessions = Sessions(folder)
    files = written(sessions, 0.25)
    Path(files.folder, "1.json").write_bytes(content)
    assert files.record() == NOTHING_KNOWN
    die(sessions)
    (kept,) = Sessions(folder).find().unfinished
    assert kept.files.document() == document(0.25)


def test_a_record_is_read_as_it_was_written() -> None:
    record = Record("/tmp/가\udcff.klscope", "", False, True, Ended.SIGNAL, 12.5)
    value = recovery_record.record_bytes(record)
    assert recovery_record._record(__import__("json").loads(value)) == record


@pytest.mark.parametrize(
    ("record", "kept"),
    [
        (Record("", "", True, True, Ended.CLOSED), True),
        (Record("", "", False, True, Ended.CLOSED), True),  # --p, unchanged
        (Record("", "", True, False, Ended.CLOSED), False),  # bars of an example were dragged
        (Record("", "", True, False, Ended.SIGNAL), True),  # nobody was asked
        (Record("", "", False, False, Ended.SIGNAL), False),
        (Record("a.klscope", "", True, True, Ended.CLOSED), False),  # it was asked, and the answer was to discard
        (Record("a.klscope", "", True, True, Ended.SIGNAL), True),
        (Record("a.klscope", "", False, True, Ended.SIGNAL), False),
    ],
)
def test_what_is_kept_after_which_end(record: Record, kept: bool) -> None:
    assert record.is_kept is kept


def test_a_folder_that_cannot_be_made_is_an_error_with_its_path(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(FileError, match="file/sessions"):
        Sessions(str(tmp_path / "file" / "sessions")).new_window()
    assert Sessions(str(tmp_path / "file" / "sessions")).find() == ([], [])

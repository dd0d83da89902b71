"""The controller of data from files, the clipboard and drops: reads them and loads P and Q."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from klscope.controllers.editor import Editor
from klscope.files.reading import STANDARD_INPUT
from klscope.files.tables.contents import Contents
from klscope.files.tables.data_reading import DataReading, Second, read_data, result_of
from klscope.files.tables.opening import open_data, open_text
from klscope.files.tables.options import ReadOptions
from klscope.model.comparison import Comparison, Side
from klscope.model.edits import LoadComparison, ProposeComparison
from klscope.model.snapshot import Snapshot
from klscope.wording import gettext

WAITED_MILLISECONDS = 50
"""After this time the status bar shows that data are being read."""


class DataController(QObject):
    """Opens data.

    Signals
    -------
    loading()
        Data are about to be loaded.
    loaded(DataReading)
        The data were loaded as an undo step.
    proposed(DataReading)
        The data are ambiguous or wrong, or another reading was asked for; what can be shown is previewed.
    settled()
        The proposal was applied or cancelled.
    refused(str)
        The data cannot be read; nothing changed.
    waiting(str)
        The name of what is being read; empty when it has ended.
    """

    loading = Signal()
    loaded = Signal(object)
    proposed = Signal(object)
    settled = Signal()
    refused = Signal(str)
    waiting = Signal(str)
    _finished = Signal(object, object)

    def __init__(self, editor: Editor) -> None:
        super().__init__(editor)
        self._editor = editor
        self._job: threading.Thread | None = None
        self._base: Comparison | None = None
        self._reading_paths: tuple[str, ...] = ()
        self._job_paths: tuple[str, ...] = ()
        self._apply_when_read = False
        self._proposal: DataReading | None = None
        self._last: DataReading | None = None
        self.paths: tuple[str, ...] = ()
        """The files of the data that were loaded last; empty for a text."""
        self._finished.connect(self._take)

    @property
    def last(self) -> DataReading | None:
        """The data that were loaded last."""
        return self._last

    @property
    def tried(self) -> tuple[str, ...]:
        """The files that were read last, or could not be read."""
        return self._job_paths

    @property
    def is_reading(self) -> bool:
        """Whether data are being read."""
        return self._job is not None

    def open_files(self, paths: Sequence[str], replaced: Side | None = None) -> None:
        """Open a file with P and Q, or that of P and that of Q, or one that replaces a side."""
        if len(paths) > 2:
            self.refused.emit(
                gettext("{count} files are given; give one, or one for P and one for Q", count=len(paths))
            )
            return
        self._read([self._opener(path) for path in paths], ", ".join(paths), ReadOptions(), replaced, tuple(paths))

    def open_text(self, text: str, name: str, replaced: Side | None = None) -> None:
        """Open a text that was pasted or dropped, which ``name`` tells."""
        self._read([partial(open_text, text, name)], name, ReadOptions(), replaced)

    def show(self, reading: DataReading, paths: Sequence[str]) -> None:
        """Load data that the command line has read; propose them if they are not clear; keep them if they are shown."""
        self.paths = self._reading_paths = tuple(path for path in paths if path != STANDARD_INPUT)
        if reading.is_clear and reading.rows is None and self._editor.store.comparison == reading.comparison:
            self._last = reading
            self.loaded.emit(reading)
        elif reading.is_clear:
            self._load(reading)
        else:
            self._propose(reading)

    def reload(self) -> None:
        """Read the files of the proposal, or of the last data, again with the same options."""
        proposal = self._proposal
        reading, paths = (self._last, self.paths) if proposal is None else (proposal, self._reading_paths)
        if reading is None or not paths:
            self.refused.emit(gettext("no file is open"))
            return
        openers = [self._opener(path) for path in paths]
        keeping = proposal is not None
        self._read(openers, ", ".join(paths), reading.options, reading.replaced, paths, keeping)

    def change(self) -> None:
        """Propose the last data again, to read them in another way."""
        if self._last is not None:
            self._reading_paths = self.paths
            self._propose(self._last)

    def read_as(self, options: ReadOptions) -> None:
        """Read the proposed data with other options."""
        if self._proposal is not None:
            self._read_again(partial(self._proposal.read_as, options))

    def take_second(self, second: Second) -> None:
        """Read Q of the proposal as it is now, or read the opened file alone."""
        if self._proposal is None:
            return
        kept = self._proposal.options.without_q()
        if second is Second.PRESENT:
            self._read_again(partial(self._proposal.with_present, self._editor.store.history.present, kept))
        elif second is Second.NOTHING:
            self._read_again(partial(self._proposal.alone, kept))

    def open_second(self, path: str) -> None:
        """Read Q of the proposal from a second file."""
        proposal = self._proposal
        if proposal is None:
            return
        options, opened = proposal.options.without_q(), proposal.opened
        paths = (*self._reading_paths[:1], path) if self._reading_paths else ()
        self._read([lambda _options: opened, self._opener(path)], path, options, None, paths, keeping=True)

    def propose_again(self) -> None:
        """Propose the data again, in the present language."""
        if self._proposal is not None:
            self._propose(self._proposal.read_as(self._proposal.options))

    def is_replaced(self, snapshot: Snapshot) -> bool:
        """Return whether the proposal is no longer what is shown."""
        if self._proposal is None or self._base is None:
            return False
        was_shown = self._proposal.can_be_used
        return snapshot.history.present is not self._base or (was_shown and not snapshot.in_gesture)

    def forget_replaced(self) -> None:
        """Drop the proposal if it is no longer what is shown."""
        if self.is_replaced(self._editor.store.snapshot):
            self._proposal = self._base = None
            self.settled.emit()

    def apply(self) -> None:
        """Load the proposed data, when they are read."""
        if self._job is not None and self._proposal is not None:
            self._apply_when_read = True
            return
        proposal = self._proposal
        if proposal is None or proposal.error is not None:
            return
        self._proposal = self._base = None
        self._editor.store.cancel()
        self.settled.emit()
        self._load(proposal)

    def cancel(self) -> None:
        """Drop the proposal, or what is being read; the state is as before."""
        if self._job is not None:
            self._job = None
            self.waiting.emit("")
        if self._proposal is not None:
            self._proposal = self._base = None
            self._editor.store.cancel()
            self.settled.emit()

    def _opener(self, path: str) -> Callable[[ReadOptions], Contents]:
        return partial(open_data, path, is_cancelled=self._is_cancelled)

    def _is_cancelled(self) -> bool:
        """Return, in the thread that reads, whether what it reads is no longer wanted."""
        return threading.current_thread() is not self._job

    def _read(
        self,
        openers: Sequence[Callable[[ReadOptions], Contents]],
        name: str,
        options: ReadOptions,
        replaced: Side | None,
        paths: tuple[str, ...] = (),
        keeping: bool = False,
    ) -> None:
        """Read in a thread; after `WAITED_MILLISECONDS` say so. ``keeping`` leaves the proposal open."""
        if not keeping:
            self.cancel()
        self._job_paths = paths
        # the state before the proposal, if one is shown
        kept = None if replaced is None else (replaced.other, self._editor.store.history.present)
        job = threading.Thread(target=self._run, args=(tuple(openers), options, kept), daemon=True)
        self._start(job, name)

    def _read_again(self, read: Callable[[], DataReading]) -> None:
        """Read the contents in another way, in a thread; what is read fast is shown at once."""
        done: list[object] = []

        def run() -> None:
            done.append(result_of(read))
            self._finished.emit(threading.current_thread(), done[0])

        job = threading.Thread(target=run, daemon=True)
        self._job_paths = self._reading_paths
        name = ", ".join(content.source for content in self._proposal.contents) if self._proposal is not None else ""
        self._start(job, name)
        job.join(WAITED_MILLISECONDS / 1000.0)
        if done and self._job is job:
            self._take(job, done[0], always_proposing=True)

    def _start(self, job: threading.Thread, name: str) -> None:
        self._job, self._apply_when_read = job, False
        job.start()
        QTimer.singleShot(WAITED_MILLISECONDS, self, lambda: self._say_waiting(job, name))

    def _say_waiting(self, job: threading.Thread, name: str) -> None:
        if job is self._job:
            self.waiting.emit(name)

    def _run(
        self,
        openers: Sequence[Callable[[ReadOptions], Contents]],
        options: ReadOptions,
        kept: tuple[Side, Comparison] | None,
    ) -> None:
        self._finished.emit(threading.current_thread(), result_of(partial(read_data, openers, options, kept)))

    def _take(self, job: threading.Thread, result: object, always_proposing: bool = False) -> None:
        """Take the result of a thread, unless it was cancelled."""
        if job is not self._job:
            return
        self._job = None
        self.waiting.emit("")
        if isinstance(result, Exception):
            raise result
        if not isinstance(result, DataReading):
            self.refused.emit(str(result))
            return
        self._reading_paths = self._job_paths
        applying, self._apply_when_read = self._apply_when_read, False
        if result.is_clear and self._proposal is None and not always_proposing:
            self._load(result)
        else:
            self._propose(result)
            if applying:
                self.apply()

    def _load(self, reading: DataReading) -> None:
        comparison = reading.comparison
        if comparison is None:
            return
        self.loading.emit()
        self._last = reading
        self.paths = self._reading_paths
        if reading.rows is not None or self._editor.perform(LoadComparison(comparison), selecting=(0,)):
            self.loaded.emit(reading)

    def _propose(self, reading: DataReading) -> None:
        self._proposal = reading
        comparison = reading.comparison
        if comparison is None:
            self._editor.store.cancel()
        else:
            self._editor.preview(ProposeComparison(comparison))
        self._base = self._editor.store.history.present
        self.proposed.emit(reading)

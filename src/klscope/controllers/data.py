"""The controller of data from files, the clipboard and drops: reads them and loads P and Q."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, TypeAlias

from PySide6.QtCore import QObject, QTimer, Signal

from klscope.controllers.editor import Editor
from klscope.controllers.worker import Job, Worker
from klscope.files.reading import STANDARD_INPUT
from klscope.files.tables.contents import Contents
from klscope.files.tables.data_reading import DataReading, Second, read_data, result_of
from klscope.files.tables.opening import open_data, open_text
from klscope.files.tables.options import ReadOptions
from klscope.model.comparison import Comparison, Side
from klscope.model.edits import LoadComparison, ProposeComparison
from klscope.model.snapshot import Snapshot
from klscope.wording import gettext

Opener: TypeAlias = Callable[[ReadOptions, Job], Contents]
"""Opens a file, in a thread."""
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

    def __init__(self, editor: Editor) -> None:
        super().__init__(editor)
        self._editor = editor
        self._worker = Worker(self)
        self._base: Comparison | None = None
        self._reading_paths: tuple[str, ...] = ()
        self.tried: tuple[str, ...] = ()
        """The files that were read last, or could not be read."""
        self._apply_when_read = False
        self._changes: dict[str, Any] = {}
        """The options that were changed since the proposal, by their names."""
        self._reads_again = False
        """Whether what is being opened is to be read again, in another language."""
        self._started = 0
        self._is_opening = False
        """Whether what is being read is more than other options: changes of options wait for it."""
        self._proposal: DataReading | None = None
        self._last: DataReading | None = None
        self.paths: tuple[str, ...] = ()
        """The files of the data that were loaded last; empty for a text."""
        self._worker.finished.connect(self._take)

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
        self._read([lambda options, _job: open_text(text, name, options)], name, ReadOptions(), replaced)

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
        options = reading.options if proposal is None else self._wanted(proposal)
        self._read(openers, ", ".join(paths), options, reading.replaced, paths, proposal is not None)

    def change(self) -> None:
        """Propose the last data again, to read them in another way."""
        if self._last is not None:
            self._reading_paths = self.paths
            self._propose(self._last)

    def read_as(self, options: ReadOptions) -> None:
        """Read the proposed data with other options, after what is being opened."""
        proposal = self._proposal
        if proposal is None:
            return
        self._changes = {} if options == proposal.options else self._changes | proposal.options.changes_to(options)
        if not (self._worker.is_running and self._is_opening):
            self._read_again(partial(proposal.read_as, self._wanted(proposal)))

    def _wanted(self, proposal: DataReading) -> ReadOptions:
        """Return the options of a proposal with those that were changed since."""
        return proposal.options.changed(**self._changes)

    def take_second(self, second: Second) -> None:
        """Read Q of the proposal as it is now, or read the opened file alone."""
        if self._proposal is None:
            return
        kept = self._wanted(self._proposal).without_q()
        if second is Second.PRESENT:
            present = self._editor.store.history.present
            self._read_again(partial(self._proposal.with_present, present, kept), is_opening=True)
        elif second is Second.NOTHING:
            self._read_again(partial(self._proposal.alone, kept), is_opening=True)

    def open_second(self, path: str) -> None:
        """Read Q of the proposal from a second file."""
        proposal = self._proposal
        if proposal is None:
            return
        options, opened = self._wanted(proposal).without_q(), proposal.opened
        paths = (*self._reading_paths[:1], path) if self._reading_paths else ()
        self._read([lambda _options, _job: opened, self._opener(path)], path, options, None, paths, keeping=True)

    def propose_again(self) -> None:
        """Propose the data again, in the present language."""
        proposal = self._proposal
        if proposal is None:
            return
        self._show_proposal(proposal)
        if self._worker.is_running and self._is_opening:
            self._reads_again = True
        else:
            self._read_again(partial(proposal.read_as, self._wanted(proposal)))

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
        if self._worker.is_running and self._proposal is not None:
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
        if self._worker.is_running:
            self._worker.cancel()
            self.waiting.emit("")
        if self._proposal is not None:
            self._proposal = self._base = None
            self._editor.store.cancel()
            self.settled.emit()

    def _opener(self, path: str) -> Opener:
        return lambda options, job: open_data(path, options, is_cancelled=lambda: not job.is_wanted)

    def _read(
        self,
        openers: Sequence[Opener],
        name: str,
        options: ReadOptions,
        replaced: Side | None,
        paths: tuple[str, ...] = (),
        keeping: bool = False,
    ) -> None:
        """Read in a thread; after `WAITED_MILLISECONDS` say so. ``keeping`` leaves the proposal open."""
        if not keeping:
            self.cancel()
        self._changes = {}
        # the state before the proposal, if one is shown
        kept = None if replaced is None else (replaced.other, self._editor.store.history.present)

        def work(job: Job) -> object:
            opened = [lambda options, opener=opener: opener(options, job) for opener in openers]
            return result_of(partial(read_data, opened, options, kept))

        self._start(work, name, paths, is_opening=True)

    def _read_again(
        self, read: Callable[[], DataReading], is_opening: bool = False, apply_when_read: bool = False
    ) -> None:
        """Read the contents in another way, in a thread; what is read fast is shown at once."""
        name = ", ".join(content.source for content in self._proposal.contents) if self._proposal is not None else ""
        patience = WAITED_MILLISECONDS / 1000.0
        self._start(lambda _: result_of(read), name, self._reading_paths, is_opening, apply_when_read, patience)

    def _start(
        self,
        work: Callable[[Job], object],
        name: str,
        paths: tuple[str, ...],
        is_opening: bool,
        apply_when_read: bool = False,
        patience: float = 0.0,
    ) -> None:
        self._reads_again = False
        self.tried, self._is_opening, self._apply_when_read = paths, is_opening, apply_when_read
        started = self._started = self._started + 1
        QTimer.singleShot(WAITED_MILLISECONDS, self, lambda: self._say_waiting(started, name))
        self._worker.start(work, patience)

    def _say_waiting(self, started: int, name: str) -> None:
        if started == self._started and self._worker.is_running:
            self.waiting.emit(name)

    def _take(self, result: object) -> None:
        """Take what was read."""
        self.waiting.emit("")
        if isinstance(result, Exception):
            raise result
        proposal, changes, applying = self._proposal, self._changes, self._apply_when_read
        if not isinstance(result, DataReading):
            self.refused.emit(str(result))
            if proposal is not None and self._is_opening and (changes or self._reads_again):
                self._read_again(partial(proposal.read_as, self._wanted(proposal)))
            return
        self._reading_paths = self.tried
        self._apply_when_read = False
        if result.is_clear and proposal is None:
            self._load(result)
            return
        was_opening = self._is_opening
        self._propose(result)
        if was_opening and (changes or self._reads_again):
            self._changes = changes
            self._read_again(partial(result.read_as, self._wanted(result)), apply_when_read=applying)
        elif applying:
            self.apply()

    def _load(self, reading: DataReading) -> None:
        comparison = reading.comparison_from(self._reading_paths)
        if comparison is None:
            return
        self.loading.emit()
        self._last = reading
        self.paths = self._reading_paths
        if reading.rows is not None or self._editor.perform(LoadComparison(comparison), selecting=(0,)):
            self.loaded.emit(reading)

    def _propose(self, reading: DataReading) -> None:
        self._changes = {}
        self._show_proposal(reading)
        self.proposed.emit(reading)

    def _show_proposal(self, reading: DataReading) -> None:
        """Preview what can be shown of a proposal."""
        self._proposal = reading
        comparison = reading.comparison
        if comparison is None:
            self._editor.store.cancel()
        else:
            self._editor.preview(ProposeComparison(comparison))
        self._base = self._editor.store.history.present

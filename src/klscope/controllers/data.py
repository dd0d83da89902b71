"""The controller of data from files, the clipboard and drops: reads them and loads P and Q."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from klscope.controllers.editor import Editor
from klscope.files.regular_files import FileError
from klscope.files.tables.contents import Contents, DataError
from klscope.files.tables.data_reading import DataReading, read_data
from klscope.files.tables.opening import open_data, open_text
from klscope.files.tables.options import ReadOptions
from klscope.model.comparison import Comparison, Side
from klscope.model.edits import LoadComparison
from klscope.wording import gettext

WAITED_MILLISECONDS = 50
"""Data that take longer to read are shown to be waited for."""


class DataController(QObject):
    """Opens data.

    Signals
    -------
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
        self._proposal: DataReading | None = None
        self._last: DataReading | None = None
        self.paths: tuple[str, ...] = ()
        self._finished.connect(self._take)

    @property
    def last(self) -> DataReading | None:
        """The data that were loaded last."""
        return self._last

    def open_files(self, paths: Sequence[str], replaced: Side | None = None) -> None:
        """Open a file with P and Q, or that of P and that of Q, or one that replaces a side."""
        if len(paths) > 2:
            self.refused.emit(
                gettext("{count} files are given; give one, or that of P and that of Q", count=len(paths))
            )
            return
        self.paths = tuple(paths)
        self._read([partial(open_data, path) for path in paths], ", ".join(paths), ReadOptions(), replaced)

    def open_text(self, text: str, replaced: Side | None = None) -> None:
        """Open a text that was pasted or dropped."""
        self.paths = ()
        name = gettext("the clipboard")
        self._read([partial(open_text, text, name)], name, ReadOptions(), replaced)

    def reload(self) -> None:
        """Read the files of the last data again, with the same options."""
        if not self.paths or self._last is None:
            self.refused.emit(gettext("no file is open"))
            return
        openers = [partial(open_data, path) for path in self.paths]
        self._read(openers, ", ".join(self.paths), self._last.options, self._last.replaced)

    def change(self) -> None:
        """Propose the last data again, to read them in another way."""
        if self._last is not None:
            self._propose(self._last)

    def read_as(self, options: ReadOptions) -> None:
        """Read the proposed data with other options."""
        if self._proposal is not None:
            self._propose(self._proposal.read_as(options))

    def apply(self) -> None:
        """Load the proposed data."""
        proposal = self._proposal
        if proposal is None or proposal.error is not None:
            return
        self._editor.store.cancel()
        self._proposal = None
        self.settled.emit()
        self._load(proposal)

    def cancel(self) -> None:
        """Drop the proposal, or what is being read; the state is as before."""
        if self._job is not None:
            self._job = None
            self.waiting.emit("")
        if self._proposal is not None:
            self._proposal = None
            self._editor.store.cancel()
            self.settled.emit()

    def _read(
        self,
        openers: Sequence[Callable[[ReadOptions], Contents]],
        name: str,
        options: ReadOptions,
        replaced: Side | None,
    ) -> None:
        """Read in a thread; say so if it takes longer than a person notices."""
        self.cancel()
        kept = None if replaced is None else (replaced.other, self._editor.store.comparison)
        job = threading.Thread(target=self._run, args=(tuple(openers), options, kept), daemon=True)
        self._job = job
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
        result: object
        try:
            result = read_data(openers, options, kept)
        except (DataError, FileError) as error:
            result = str(error)
        except MemoryError:
            result = gettext("there is not enough memory to read it")
        except Exception as error:  # raised again in the main thread, where it is reported
            result = error
        self._finished.emit(threading.current_thread(), result)

    def _take(self, job: threading.Thread, result: object) -> None:
        """Take the result of a thread, unless it was cancelled."""
        if job is not self._job:
            return
        self._job = None
        self.waiting.emit("")
        if isinstance(result, Exception):
            raise result
        if not isinstance(result, DataReading):
            self.refused.emit(str(result))
        elif result.is_clear:
            self._load(result)
        else:
            self._propose(result)

    def _load(self, reading: DataReading) -> None:
        comparison = reading.comparison
        if comparison is None:
            return
        self._last = reading
        if reading.rows is not None or self._editor.perform(LoadComparison(comparison), selecting=(0,)):
            self.loaded.emit(reading)

    def _propose(self, reading: DataReading) -> None:
        self._proposal = reading
        comparison = reading.comparison
        if comparison is None:
            self._editor.store.cancel()
        else:
            self._editor.preview(LoadComparison(comparison))
        self.proposed.emit(reading)

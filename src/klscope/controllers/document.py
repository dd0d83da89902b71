"""The controller of the document: its file, and whether it differs from it."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from klscope.by_name import load
from klscope.files import examples
from klscope.files.regular_files import FileError
from klscope.model.document import Document
from klscope.model.edits import LoadComparison
from klscope.model.properties import NO_PROPERTIES, Properties
from klscope.model.relabelling import Relabelling
from klscope.model.saved_session import SavedSession
from klscope.model.snapshot import Snapshot
from klscope.model.store import Store

FILES = "klscope.files.documents.document_file"


class DocumentController(QObject):
    """The document of a window: the state of the user, also while a lesson shows another one.

    Parameters
    ----------
    store
        The state.
    saved_session
        Returns what keeps the user's state during a lesson; None before lessons are built.

    Signals
    -------
    changed()
        The file, the title or the modified mark changed.
    """

    changed = Signal()

    def __init__(self, store: Store, saved_session: Callable[[], SavedSession | None]) -> None:
        super().__init__(store)
        self._store = store
        self._saved_session = saved_session
        self.is_taking = False
        """Whether the state is that of another document from now on, rather than changed by the user."""
        self._path = ""
        self._digest = b""
        self._saved = Document.of(store.snapshot)
        self._compared: tuple[Document, Document, bool] | None = None
        self._shown = (self._path, self._digest, NO_PROPERTIES, False)
        store.changed.connect(self._follow)

    @property
    def path(self) -> str:
        """The path of the file; empty for an untitled document."""
        return self._path

    @property
    def digest(self) -> str:
        """The SHA-256 of the file when it was read or written."""
        return self._digest.hex()

    @property
    def state(self) -> Snapshot:
        """The state of the user, with its undo steps; also while a lesson shows another one."""
        kept = self._kept
        return self._store.snapshot if kept is None else kept

    @property
    def document(self) -> Document:
        """The present document."""
        return Document.of(self.state)

    @property
    def _kept(self) -> Snapshot | None:
        session = self._saved_session()
        return None if session is None else session.kept

    @property
    def is_modified(self) -> bool:
        """Whether data, locks, pins, title or notes differ from the file or, untitled, from the beginning."""
        document = self.document
        known = self._compared
        if known is None or known[1] is not self._saved or not _are_same(known[0], document):
            known = self._compared = (document, self._saved, document.differs_from(self._saved))
        return known[2]

    @property
    def only_data_differ(self) -> bool:
        """Whether pins, title and notes are those of the file; undo brings back anything else."""
        document = self.document
        return not replace(document, comparison=self._saved.comparison).differs_from(self._saved)

    @property
    def is_untouched(self) -> bool:
        """Whether nothing was done yet: an untitled document with the data of an example, and no step to undo."""
        state = self.state
        origin = state.history.present.origin
        return (
            not self._path
            and not state.history.steps
            and not self.is_modified
            and origin is not None
            and origin.name in examples.names()
        )

    def take(self, document: Document, path: str = "", saved: Document | None = None, content: bytes = b"") -> None:
        """Show a document, without undo steps.

        Parameters
        ----------
        document
            The document.
        path
            The path of its file; empty for none.
        saved
            The document that the file holds; by default ``document``, which then is not modified.
        content
            The content of the file, to notice when another program changes it.
        """
        self.is_taking = True
        try:
            self._store.exchange(document.snapshot)
        finally:
            self.is_taking = False
        self._set_file(path, document if saved is None else saved, content)

    def write(self, path: str) -> None:
        """Write the document to a file, which becomes its file; raise `FileError`, and change nothing, on failure."""
        document = self.document
        content = load(FILES, "write_document")(document, path)
        self._set_file(path, document, content)

    def revert(self, document: Document, content: bytes) -> None:
        """Show the document of the file, with an undo step for the data, given the content of the file."""
        self._store.perform(LoadComparison(document.comparison))
        self._store.set_pins(document.pins)
        self._store.set_properties(document.properties)
        self._set_file(self._path, document, content)

    def is_file(self, path: str) -> bool:
        """Return whether a path leads to the file of the document."""
        if not self._path:
            return False
        try:
            return os.path.samefile(path, self._path)
        except (OSError, ValueError):
            return os.path.abspath(path) == self._path

    def file_was_changed(self) -> bool:
        """Return whether another program has changed the file since it was read or written; not if it is gone."""
        if not self._path or not os.path.lexists(self._path):
            return False
        try:
            return digest_of(load(FILES, "read_file")(self._path)) != self._digest
        except FileError:
            return False  # writing it reports the reason

    def set_properties(self, properties: Properties) -> None:
        """Set title and notes, also during a lesson."""
        session = self._saved_session()
        if session is None or session.kept is None:
            self._store.set_properties(properties)
        else:
            session.kept = replace(session.kept, properties=properties)
            self._tell()

    def relabel(self, relabelling: Relabelling) -> None:
        """Translate the names of what was saved, as those of the state: another language modifies nothing."""
        saved = self._saved
        comparison = relabelling.of(saved.comparison)
        self._saved = replace(saved, comparison=comparison, pins=relabelling.of_pins(saved.pins))
        self._tell()

    def _set_file(self, path: str, saved: Document, content: bytes) -> None:
        self._path = os.path.abspath(path) if path else ""
        self._digest, self._saved = digest_of(content), saved
        self._tell()

    def _follow(self, snapshot: Snapshot) -> None:
        if not snapshot.in_gesture:
            self._tell()

    def _tell(self) -> None:
        shown = (self._path, self._digest, self.document.properties, self.is_modified)
        if shown != self._shown:
            self._shown = shown
            self.changed.emit()


def read(path: str) -> tuple[Document, bytes]:
    """Return the document of a file, and its content; raise `FileError` on failure."""
    content: bytes = load(FILES, "read_file")(path)
    return load(FILES, "from_bytes")(content, path), content


def digest_of(content: bytes) -> bytes:
    """Return the SHA-256 of the content of a file."""
    digest: bytes = load("hashlib", "sha256")(content).digest()  # importing it takes 3 ms of the start
    return digest


def _are_same(one: Document, other: Document) -> bool:
    """Return whether what modifies a document is the same object in both, which is quicker than comparing it."""
    return one.comparison is other.comparison and one.pins is other.pins and one.properties is other.properties

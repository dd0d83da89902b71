"""A pair of distributions as Python code sees it: names, arrays, measures."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import Any

from klscope.files import picture_formats
from klscope.files.catalogues import ENGLISH
from klscope.files.documents.document_file import write_document
from klscope.files.documents.names import SUFFIX
from klscope.files.regular_files import FileError
from klscope.files.writing import data_formats
from klscope.files.writing.data_table import whole_table
from klscope.files.writing.data_writing import save
from klscope.model.comparison import Comparison
from klscope.model.document import Document
from klscope.model.history import History
from klscope.model.snapshot import Snapshot
from klscope.model.view_state import ViewState
from klscope.python.figures import Drawn, Figure, figure, write_figure
from klscope.python.measured import Measured
from klscope.theory.catalogue import DEFAULT_ORDER
from klscope.theory.distribution import FloatArray
from klscope.theory.units import parse_unit


class Pair:
    """P and Q over the same categories, as `klscope.show` and `klscope.read` return them.

    Parameters
    ----------
    snapshot : Snapshot
        The state of the program that it is read from.

    Examples
    --------
    >>> import klscope
    >>> pair = klscope.read("letters.csv", p_column="english")  # doctest: +SKIP
    >>> pair.p, pair.q, pair.labels  # doctest: +SKIP
    """

    def __init__(self, snapshot: Snapshot) -> None:
        self._held = snapshot

    @classmethod
    def of(cls, comparison: Comparison, source: str = "") -> Pair:
        """Return the pair of a comparison, with what is said of where the data are from."""
        if comparison.origin is not None:
            comparison = replace(comparison, origin=replace(comparison.origin, source=source))
        return cls(Snapshot.of(comparison, ViewState(), History(comparison)))

    @property
    def snapshot(self) -> Snapshot:
        """The state of the program."""
        return self._held

    @property
    def comparison(self) -> Comparison:
        """Labels, P, Q and locks, as the model has them."""
        return self.snapshot.comparison

    @property
    def source(self) -> str:
        """Where the data are from, and how they were read; may be empty."""
        origin = self.comparison.origin
        return "" if origin is None else origin.source

    @property
    def labels(self) -> tuple[str, ...]:
        """The names of the ``n`` categories."""
        return tuple(self.comparison.labels)

    @property
    def p(self) -> FloatArray:
        """P: probabilities, shape ``(n,)``, read-only."""
        return self.comparison.p.probabilities

    @property
    def q(self) -> FloatArray:
        """Q: probabilities, shape ``(n,)``, read-only."""
        return self.comparison.q.probabilities

    @property
    def measures(self) -> Measured:
        """All measures by name, in nats; `measure` takes another unit."""
        return self.measure()

    def measure(self, unit: str = "nat", order: float = DEFAULT_ORDER) -> Measured:
        """Return all measures; parameters as of `klscope.measure`."""
        return Measured(self.snapshot.measures, parse_unit(unit), float(order))

    def figure(self, **options: Any) -> Figure:
        """Return the figure; parameters as of `klscope.figure`."""
        return figure(self, **options)

    def save(self, path: str | os.PathLike[str]) -> None:
        """Save it in the format of the suffix: a document of klscope, a picture, or data.

        A document is .klscope, a picture .png, .svg or .pdf, and data are .csv, .tsv, .json,
        .npy, .npz, .tex, .md, .html, .py (code) or .sh (a command line).

        A document keeps all digits, and of a window that `klscope.show` opened also
        its locks, its pins and its view. *Open* and `klscope.read` read it.

        Parameters
        ----------
        path : path-like
            The file; one that is there is replaced, as a whole or not at all.

        Raises
        ------
        ValueError
            If no format has this suffix.
        OSError
            If the file cannot be written; it is then as it was.
        """
        name = os.fsdecode(path)
        if name.lower().endswith(SUFFIX):
            try:
                write_document(Document.of(self.snapshot), name)
            except FileError as error:
                raise OSError(str(error)) from error
        elif (form := data_formats.format_of(name)) is not None:
            try:
                save(form, whole_table(self.snapshot), name)
            except FileError as error:
                raise OSError(str(error)) from error
        elif picture_formats.format_of(name) is not None:
            write_figure(Drawn(self.snapshot, "light", ENGLISH), name)
        else:
            suffixes = ", ".join((SUFFIX, *picture_formats.suffixes(), *data_formats.suffixes()))
            raise ValueError(f"{name}: the name of a file that is saved ends in {suffixes}")

    def __repr__(self) -> str:
        known = self.snapshot
        values = ", ".join(
            f"{name} = {value:.6g}"
            for name, value in (
                ("H(P)", known.entropy),
                ("H(P,Q)", known.cross_entropy),
                ("KL(P‖Q)", known.kl_divergence),
            )
        )
        return f"<{type(self).__name__} of {known.comparison.n} categories: {values} {known.view.unit.label}>"

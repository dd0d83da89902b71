"""The figure as a picture that a notebook shows."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from klscope.by_name import load
from klscope.files.catalogues import ENGLISH, languages
from klscope.files.picture_formats import format_of, suffixes
from klscope.files.regular_files import FileError
from klscope.files.tables.row_pairs import RowPairs
from klscope.model.comparison import Comparison
from klscope.model.history import History
from klscope.model.snapshot import Snapshot
from klscope.model.view_state import ViewState
from klscope.model.views import ViewMode
from klscope.python.given_pairs import read_pairs
from klscope.python.number_options import Options
from klscope.python.qt_check import check_qt
from klscope.theory.units import parse_unit

THEMES = ("light", "dark")
SCALE = 2
"""Pixels of the PNG per unit of length, for screens of high resolution."""


@dataclass(frozen=True)
class Drawn:
    """What a figure shows, and how.

    Attributes
    ----------
    snapshot
        The state.
    theme
        "light" or "dark".
    spoken
        The language, by its code.
    """

    snapshot: Snapshot
    theme: str
    spoken: str


class Figure:
    """P, Q, their terms and the three measures as a picture; a notebook shows it.

    `klscope.figure` makes it. The formats are drawn when they are asked for.

    Parameters
    ----------
    drawn : Drawn
        What it shows, and how.
    """

    def __init__(self, drawn: Drawn) -> None:
        self._drawn = drawn

    @cached_property
    def png(self) -> bytes:
        """The picture as PNG, 2560 × 1440 pixels."""
        png: bytes = self._draw("png_of", SCALE)
        return png

    @cached_property
    def svg(self) -> str:
        """The picture as SVG, texts as paths, 1280 × 720."""
        svg: bytes = self._draw("svg_of")
        return svg.decode("utf-8")

    def save(self, path: str | os.PathLike[str]) -> None:
        """Save it in the format of the suffix.

        Parameters
        ----------
        path : path-like
            A file with the suffix .png, .svg or .pdf; one that is there is
            replaced, as a whole or not at all.

        Raises
        ------
        ValueError
            If no format has this suffix.
        OSError
            If the file cannot be written; it is then as it was.
        """
        write_figure(self._drawn, os.fsdecode(path))

    def _draw(self, function: str, *further: Any) -> Any:
        return _draw(function, self._drawn, *further)

    def _repr_png_(self) -> bytes:
        return self.png

    def _repr_svg_(self) -> str:
        return self.svg

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> tuple[dict[str, Any], dict[str, Any]]:
        """Return the formats that a notebook asks for, and the size at which it shows the PNG."""
        makers = {"image/svg+xml": self._repr_svg_, "image/png": self._repr_png_}
        wanted = [kind for kind in makers if (not include or kind in include) and (not exclude or kind not in exclude)]
        data: dict[str, Any] = {kind: makers[kind]() for kind in wanted}
        data["text/plain"] = repr(self)
        return data, {"image/png": {"width": 1280, "height": 720}} if "image/png" in data else {}

    def __repr__(self) -> str:
        known = self._drawn.snapshot
        return (
            f"<Figure of {known.comparison.n} categories, KL(P‖Q) = {known.kl_divergence:.6g} {known.view.unit.label}>"
        )


def _draw(function: str, *further: Any) -> Any:
    platform = check_qt(for_window=False)
    return load("klscope.python.figure_drawing", function)(platform, *further)


def write_figure(drawn: Drawn, path: str) -> None:
    """Write the figure in the format of the suffix; raise ValueError for another, OSError if it cannot be written."""
    if format_of(path) is None:
        raise ValueError(f"{path}: the name of a picture ends in {', '.join(suffixes())}")
    try:
        _draw("save_figure", drawn, path, SCALE)
    except FileError as error:
        raise OSError(str(error)) from error


def figure(
    p: Any,
    q: Any = None,
    labels: Sequence[str] | None = None,
    *,
    unit: str = "bit",
    theme: str = "light",
    mode: str = ViewMode.KL_DIVERGENCE.value,
    language: str = ENGLISH,
    numbers: str | None = None,
    p_numbers: str | None = None,
    q_numbers: str | None = None,
    temperature: float = 1.0,
) -> Figure:
    """Draw P, Q, their terms and the three measures; it needs no display.

    Parameters
    ----------
    p : array_like, mapping, Series, DataFrame, tensor or Pair, of ``n`` numbers
        P, as `klscope.show` takes it.
    q : likewise, optional
        Q; uniform where it is not given.
    labels : sequence of str, optional
        ``n`` names of the categories.
    unit : {"bit", "nat", "hartley"}
        The unit of the measures.
    theme : {"light", "dark"}
        The colours: light ones on white, dark ones on the ground of the window.
    mode : str
        What the third chart shows: "kl-divergence", "cross-entropy", … as
        ``klscope export --mode``.
    language : str
        The language of the words: "en", "ko".
    numbers, p_numbers, q_numbers, temperature
        What the numbers are; as of `klscope.measure`.

    Returns
    -------
    Figure
        The picture: ``png``, ``svg``, ``save(path)``.

    Raises
    ------
    TypeError, ValueError
        If they are no distributions, or do not fit each other; the message says
        what, where, and what to do.
    ImportError
        If another Qt than that of PySide6 is loaded.
    RuntimeError
        If Qt cannot draw here; the message says why.

    Examples
    --------
    >>> import klscope
    >>> picture = klscope.figure([4, 2, 1, 1], [1, 4, 2, 1], ["sunny", "cloudy", "rain", "snow"])
    >>> picture
    <Figure of 4 categories, KL(P‖Q) = 0.625 bits>
    >>> picture.png[:4]
    b'\\x89PNG'
    """
    if theme not in THEMES:
        raise ValueError(f"theme={theme!r} is not one of {', '.join(map(repr, THEMES))}")
    modes = {one.value: one for one in ViewMode}
    if mode not in modes:
        raise ValueError(f"mode={mode!r} is not one of {', '.join(map(repr, modes))}")
    if language not in languages():
        raise ValueError(f"language={language!r} is not one of {', '.join(map(repr, languages()))}")
    view = ViewState(unit=parse_unit(unit), mode=modes[mode], selected=())
    read = read_pairs(p, q, labels, Options.of(numbers, p_numbers, q_numbers, temperature))
    if isinstance(read, RowPairs):
        raise ValueError(f"p and q have {read.count} rows: give one of them, such as p[0] and q[0]")
    comparison: Comparison = read.comparison()
    return Figure(Drawn(Snapshot.of(comparison, view, History(comparison)), theme, language))

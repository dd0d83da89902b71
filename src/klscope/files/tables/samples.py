"""Raw samples: counted by value, or binned where they are numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np

from klscope.files.tables.contents import DataError
from klscope.files.tables.limits import MOST_CATEGORIES
from klscope.files.tables.numbers import CellError, read_numbers
from klscope.files.tables.options import DecimalSign
from klscope.numerals import shortest
from klscope.theory.distribution import FloatArray
from klscope.wording import gettext

MOST_VALUES_COUNTED = 50
"""The largest number of different whole numbers that are counted one by one; more are binned."""
MOST_BINS_PROPOSED = 40


def count_samples(
    series: Sequence[Sequence[str] | FloatArray], decimal_sign: DecimalSign, bins: int | None
) -> tuple[tuple[str, ...], tuple[FloatArray, ...], str]:
    """Count the samples of one or two columns over common categories.

    Parameters
    ----------
    series
        Columns of samples, which may differ in length; empty cells are skipped.
    decimal_sign
        The decimal sign of numeric samples.
    bins
        The number of bins of equal width for numeric samples; None counts up to `MOST_VALUES_COUNTED` different whole
        numbers, and chooses the bins by `numpy.histogram_bin_edges` otherwise.

    Returns
    -------
    labels, counts, note
        ``k`` names, for each column counts of shape ``(k,)``, and a sentence on how they were counted.

    Raises
    ------
    DataError
        There are no samples, or too many different ones, or bins for samples that are not numbers.
    """
    texts = [[text for text in column if text] if not isinstance(column, np.ndarray) else column for column in series]
    if not all(len(column) for column in texts):
        raise DataError(gettext("there are no samples to count"))
    numeric = _numbers(texts, decimal_sign)
    if numeric is not None:
        both = np.concatenate(numeric)
        different = np.unique(both)
        whole = bool(np.all(different == np.floor(different)))
        if bins is not None or different.size > MOST_VALUES_COUNTED or not whole:
            return _binned(numeric, both, bins)
        labels = tuple(shortest(float(value)) for value in different)
        counted = tuple(np.searchsorted(different, column) for column in numeric)
        counts = tuple(np.bincount(places, minlength=different.size).astype(float) for places in counted)
        return labels, counts, gettext("Whole numbers are counted by value.")
    if bins is not None:
        raise DataError(
            gettext("the samples are not numbers, so there are no bins"), gettext("leave out the number of bins")
        )
    tallies = [
        Counter([shortest(float(value)) for value in column] if isinstance(column, np.ndarray) else column)
        for column in texts
    ]
    names = tuple(dict.fromkeys(name for tally in tallies for name in tally))
    if len(names) > MOST_CATEGORIES:
        raise DataError(
            gettext(
                "there are {count} different samples, and at most {most} are read",
                count=len(names),
                most=MOST_CATEGORIES,
            )
        )
    counts = tuple(np.array([tally[name] for name in names], dtype=np.float64) for tally in tallies)
    return names, counts, gettext("Equal samples are counted.")


def _numbers(series: Sequence[Sequence[str] | FloatArray], decimal_sign: DecimalSign) -> list[FloatArray] | None:
    found = []
    for column in series:
        if isinstance(column, np.ndarray):
            found.append(np.asarray(column, dtype=np.float64))
            continue
        try:
            found.append(read_numbers(column, decimal_sign).values)
        except CellError:
            return None
    return found if all(np.isfinite(column).all() for column in found) else None


def _binned(
    series: Sequence[FloatArray], both: FloatArray, bins: int | None
) -> tuple[tuple[str, ...], tuple[FloatArray, ...], str]:
    if both.min() == both.max():
        raise DataError(gettext("all samples are {value}", value=shortest(float(both[0]))))
    edges = np.histogram_bin_edges(both, bins if bins is not None else "auto")
    if bins is None and edges.size - 1 > MOST_BINS_PROPOSED:
        edges = np.histogram_bin_edges(both, MOST_BINS_PROPOSED)
    counts = tuple(np.histogram(column, edges)[0].astype(float) for column in series)
    texts = _edge_texts(edges)
    last = len(texts) - 2
    labels = tuple(f"{texts[k]} – {texts[k + 1]}" for k in range(last + 1))
    return (
        labels,
        counts,
        gettext(
            "The numbers are counted in {count} bins of equal width from {first} to {last}; a bin includes its lower "
            "edge.",
            count=len(labels),
            first=texts[0],
            last=texts[-1],
        ),
    )


def _edge_texts(edges: FloatArray) -> list[str]:
    """Return the edges with as few digits as make them different."""
    for digits in range(3, 18):
        texts = [shortest(float(f"{edge:.{digits}g}")) for edge in edges]
        if len(set(texts)) == len(texts):
            return texts
    return [shortest(float(edge)) for edge in edges]

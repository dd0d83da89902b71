"""What a text gives: for the tests of the codecs of texts."""

from __future__ import annotations

import numpy as np

from klscope.files.tables.codecs.table import codec_of
from klscope.files.tables.contents import DataError
from klscope.files.tables.data_source import DataSource
from klscope.files.tables.options import ReadOptions
from klscope.files.tables.pairing import PairReading, read_pair


def reading(text: str | bytes, options: ReadOptions | None = None, name: str = "data.txt") -> PairReading:
    """Return P and Q; what is ambiguous is an error, as on the command line."""
    options = options or ReadOptions()
    content = text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")
    asked: list[DataError] = []
    contents = codec_of(name, content[:16]).read(DataSource(name, None, content), options)
    pair = read_pair([contents], options, asked)
    if asked:
        raise asked[0]
    return pair


def shares(weights: list[float]) -> list[float]:
    """Return weights divided by their sum."""
    return [weight / sum(weights) for weight in weights]


def check(pair: PairReading, p: list[float], q: list[float] | None = None, labels: str | None = None) -> None:
    """Check P and Q, given as weights; Q is uniform where none is given. Labels are separated by blanks."""
    np.testing.assert_allclose(pair.p.probabilities, shares(p), rtol=1e-14, atol=1e-300)
    np.testing.assert_allclose(pair.q.probabilities, shares(q or [1.0] * len(p)), rtol=1e-14, atol=1e-300)
    if labels is not None:
        assert list(pair.labels) == labels.split(" ")

"""``klscope.read`` and what it returns. The oracles are shares by hand, and equality bit for bit after saving."""

import re
from pathlib import Path

import numpy as np
import pytest

import klscope
from klscope.files.writing.data_formats import FORMATS
from klscope.model.comparison import Comparison
from klscope.model.views import ViewMode


@pytest.fixture
def letters(tmp_path: Path) -> Path:
    path = tmp_path / "letters.csv"
    path.write_text("letter,english,german,french\na,1,3,2\nb,3,1,2\n", encoding="utf-8")
    return path


def test_keywords_are_the_options(letters: Path) -> None:
    pair = klscope.read(letters, p_column=2, q_column="german")
    assert (pair.labels, pair.p.tolist(), pair.q.tolist()) == (("a", "b"), [0.25, 0.75], [0.75, 0.25])
    assert pair.source.startswith("P: letters.csv, column 'english' (counts, sum 4); ")
    assert pair.measures.kl_divergence == klscope.kl_divergence([1, 3], [3, 1])
    assert repr(pair) == "<Pair of 2 categories: H(P) = 0.811278, H(P,Q) = 1.60376, KL(P‖Q) = 0.792481 bits>"
    added = klscope.read(str(letters), p_column="english", q_column="french", add=1, match="label", header=True)
    assert added.p.tolist() == [2 / 6, 4 / 6]


def test_two_files(tmp_path: Path) -> None:
    one, other = tmp_path / "p.npy", tmp_path / "q.npy"
    np.save(one, [1.0, 3.0])
    np.save(other, [1.0, 1.0])
    pair = klscope.read(one, other)
    assert (pair.p.tolist(), pair.q.tolist()) == ([0.25, 0.75], [0.5, 0.5])
    assert klscope.kl_divergence(pair.p, pair.q) == klscope.measure(pair).kl_divergence


def test_what_is_ambiguous_names_the_keyword(letters: Path, tmp_path: Path) -> None:
    with pytest.raises(klscope.ReadError, match=r"\(p_column=…, q_column=…\)$"):
        klscope.read(letters)
    scores = tmp_path / "scores.csv"
    scores.write_text("class,p,q\ncat,0.5,1\ndog,-1,2\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"the kind of the numbers is unclear: .* such as logits \(p?_?numbers=…"):
        klscope.read(scores)
    assert klscope.read(scores, numbers="logits").q.tolist() == pytest.approx([1 / (1 + np.e), np.e / (1 + np.e)])


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ({"numbers": "logit"}, "^numbers: 'logit' is not one of probabilities, "),
        ({"decimal": "."}, "^decimal: '.' is not one of point, comma"),
        ({"temperature": 0}, "^temperature: '0' is not a number above 0"),
        ({"p_column": "english", "p_row": 1}, "^p_column and p_row cannot be used together"),
        ({"p_column": "spanish", "q_column": 2}, "spanish"),
    ],
)
def test_keywords_that_are_refused(letters: Path, words, message) -> None:
    with pytest.raises(klscope.ReadError, match=message):
        klscope.read(letters, **words)


def test_a_file_that_cannot_be_read_is_an_os_error_too(tmp_path: Path) -> None:
    for name in ("nothing.csv", "nothing.klscope"):
        with pytest.raises(OSError, match=r"nothing\.\w+: No such file or directory") as raised:
            klscope.read(tmp_path / name)
        assert isinstance(raised.value, ValueError)


def test_a_document_keeps_every_digit(tmp_path: Path) -> None:
    path = tmp_path / "pair.klscope"
    p = np.random.default_rng(7).random(50)
    written = klscope.Pair.of(klscope.read(_saved(tmp_path, p)).comparison)
    written.save(path)
    read = klscope.read(path)
    assert (read.p.tobytes(), read.q.tobytes(), read.labels) == (
        written.p.tobytes(),
        written.q.tobytes(),
        written.labels,
    )
    with pytest.raises(klscope.ReadError, match="has P and Q: leave p_column out"):
        klscope.read(path, p_column=1)
    path.write_text("{}", encoding="utf-8")
    with pytest.raises(klscope.ReadError, match=r"pair\.klscope"):
        klscope.read(path)


def _saved(folder: Path, values: np.ndarray) -> Path:
    np.save(folder / "p.npy", values)
    return folder / "p.npy"


def test_saving_needs_a_known_suffix_and_a_folder(letters: Path, tmp_path: Path) -> None:
    pair = klscope.read(letters, p_column=2, q_column=3)
    with pytest.raises(ValueError, match=r"ends in \.klscope, \.png, "):
        pair.save("pair.doc")
    with pytest.raises(OSError, match="No such file or directory"):
        pair.save(tmp_path / "nowhere" / "pair.klscope")


@pytest.mark.usefixtures("qapp")
def test_a_pair_is_drawn(letters: Path, tmp_path: Path) -> None:
    pair = klscope.read(letters, p_column=2, q_column=3)
    pair.save(tmp_path / "pair.svg")
    text = (tmp_path / "pair.svg").read_text(encoding="utf-8")
    assert re.sub("<metadata>.*</metadata>\n", "", text) == pair.figure().svg
    assert klscope.read(tmp_path / "pair.svg").comparison == pair.comparison  # with its data
    assert "nats" in repr(pair.figure(unit="nat"))
    with pytest.raises(OSError, match="No such file or directory"):
        pair.save(tmp_path / "nowhere" / "pair.png")
    korean = pair.figure(language="ko")
    assert "평균" in korean.svg
    assert "평균" not in pair.figure().svg
    for mode in ViewMode:
        assert pair.figure(mode=mode.value, theme="dark").svg.startswith("<?xml")
    with pytest.raises(ValueError, match="language='xx' is not one of 'en', 'ko'"):
        pair.figure(language="xx")
    with pytest.raises(ValueError, match="theme='blue' is not one of 'light', 'dark'"):
        pair.figure(theme="blue")
    with pytest.raises(ValueError, match="mode='terms' is not one of "):
        pair.figure(mode="terms")
    with pytest.raises(ValueError, match="there is one category"):
        klscope.figure([1])
    with pytest.raises(ValueError, match="3 rows: give one of them"):
        klscope.figure(np.ones((3, 2)))


@pytest.mark.parametrize("suffix", [one.suffix for one in FORMATS])
def test_a_pair_is_saved_as_data(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"pair{suffix}"
    pair = klscope.Pair.of(klscope.read(_saved(tmp_path, np.array([3.0, 1.0]))).comparison)
    pair.save(path)
    assert path.stat().st_size > 40
    if suffix in (".csv", ".tsv", ".json", ".npy", ".npz", ".md"):
        assert klscope.read(path).p.tolist() == [0.75, 0.25]
    with pytest.raises(OSError, match="nowhere"):
        pair.save(tmp_path / "nowhere" / f"pair{suffix}")


def test_a_name_that_no_text_holds_is_an_error_of_the_file(tmp_path: Path) -> None:
    pair = klscope.Pair.of(Comparison.from_weights(["\ud800", "b"], [1, 1], [1, 2]))
    with pytest.raises(OSError, match="half of a surrogate pair"):
        pair.save(tmp_path / "pair.csv")
    assert not (tmp_path / "pair.csv").exists()

"""Data from files on the command line. Entropies and divergences are scipy's; numbers of the files by hand."""

import json
import math
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from scipy.special import softmax
from scipy.stats import entropy

from klscope.cli import main
from small_cases import each

Written = Any


@pytest.fixture
def write(tmp_path: Path) -> Written:
    """Return a function that writes a file and returns its path."""

    def file(content: str | bytes, name: str = "data.csv") -> str:
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return str(path)

    return file


def measured(capsys: pytest.CaptureFixture[str], *words: str) -> dict[str, Any]:
    assert main(["measure", "--json", "--unit", "nat", *words]) == 0, capsys.readouterr().err
    record = json.loads(capsys.readouterr().out)
    assert isinstance(record, dict)
    return record


def refused(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    assert main(["measure", *words]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1
    assert "Traceback" not in err
    return err


def test_a_table_of_counts_is_measured_and_said(capsys: pytest.CaptureFixture[str], write: Written) -> None:
    path = write('word,count\nthe,"1,204"\nof,310\nand,95\nto,12\n')
    record = measured(capsys, path)
    weights = [1204, 310, 95, 12]
    assert record["labels"] == ["the", "of", "and", "to"]
    assert record["p"] == pytest.approx(np.array(weights) / sum(weights), rel=1e-15)
    assert record["q"] == [0.25] * 4
    assert record["entropy_p"] == pytest.approx(entropy(weights), rel=1e-14)
    assert record["kl_divergence"] == pytest.approx(entropy(weights, [1] * 4), rel=1e-14)
    assert record["read"] == {
        "p": {"from": "data.csv, column 'count'", "kind": "counts"},
        "q": {"from": "uniform", "kind": "uniform"},
        "sum_p": 1621.0,
        "sum_q": 1.0,
        "notes": ["The first line is a heading.", "Q is uniform."],
    }
    assert main(["measure", path]) == 0
    out, err = capsys.readouterr()
    assert err.startswith("P: data.csv, column 'count' (counts, sum 1621); Q: uniform; 4 categories.")
    assert err.count("\n") == 1
    assert "P was divided by its sum, 1621" in out


def test_two_files_and_standard_input(
    capsys: pytest.CaptureFixture[str], write: Written, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "in.csv").write_bytes(b"b,1\na,3\n")
    with (tmp_path / "in.csv").open() as stream:
        monkeypatch.setattr(sys, "stdin", stream)
        record = measured(capsys, write("a,1\nb,1\n"), "-")
    assert record["labels"] == ["a", "b"]
    assert record["q"] == [0.75, 0.25]
    assert record["read"]["q"]["from"] == "standard input"


OPTIONS = [
    ("columns", "w;x;y;z\na;1;2;5\nb;3;2;5\n", ("--p-column", "x", "--q-column", "4"), [0.25, 0.75], [0.5, 0.5]),
    ("rows", "true,cat,dog\ncat,8,2\ndog,1,9\n", ("--p-row", "dog", "--q-row", "1"), [0.1, 0.9], [0.8, 0.2]),
    ("names", "1 x 3\n2 y 1\n", ("--label-column", "1", "--p-column", "3"), [0.75, 0.25], [0.5, 0.5]),
    ("no heading", "r,2019,2020\na,1,1\n", ("--header", "no"), [2019 / 2020, 1 / 2020], [2020 / 2021, 1 / 2021]),
    ("decimal comma", "1,5\n0,5\n", ("--decimal", "comma"), [0.75, 0.25], [0.5, 0.5]),
    ("thousands", "1,500\n500\n", ("--decimal", "point"), [0.75, 0.25], [0.5, 0.5]),
    ("counts", "1,500\n500\n", ("--numbers", "counts"), [0.75, 0.25], [0.5, 0.5]),
    ("added", "a,0\nb,2\n", ("--add", "1"), [0.25, 0.75], [0.5, 0.5]),
    ("rest", "a,0.5\nb,0.25\n", ("--rest",), [0.5, 0.25, 0.25], [1 / 3] * 3),
    ("samples", "a\nb\na\na\n", ("--numbers", "samples"), [0.75, 0.25], [0.5, 0.5]),
    ("bins", "0\n1\n2\n3\n9\n", ("--numbers", "samples", "--bins", "3"), [0.6, 0.2, 0.2], [1 / 3] * 3),
    ("duplicates", "a,1\nb,2\na,1\n", ("--duplicates", "add"), [0.5, 0.5], [0.5, 0.5]),
    ("encoding", "é,1\nb,3\n".encode("cp1252"), ("--encoding", "cp1252"), [0.25, 0.75], [0.5, 0.5]),
]


@each(("name", "content", "words", "p", "q"), OPTIONS)
def test_an_option_decides(
    name: str, content: Any, words: Any, p: Any, q: Any, capsys: pytest.CaptureFixture[str], write: Written
) -> None:
    record = measured(capsys, write(content), *words)
    assert record["p"] == pytest.approx(p, abs=1e-15), name
    assert record["q"] == pytest.approx(q, abs=1e-15), name


def test_logits_keep_their_log_probabilities(capsys: pytest.CaptureFixture[str], write: Written) -> None:
    path = write("a,0.2,-4885.4614\nb,0.8,4878.027\n")
    record = measured(capsys, path, "--p-numbers", "probabilities", "--q-numbers", "logits")
    # by hand: 0.2 * (4885.4614 + 4878.027)
    assert record["cross_entropy"] == pytest.approx(1952.69768, rel=1e-12)
    assert record["q"] == [0.0, 1.0]
    cooled = measured(capsys, write("a,1\nb,3\n"), "--numbers", "logits", "--temperature", "4")
    assert cooled["p"] == pytest.approx(softmax([0.25, 0.75]), rel=1e-14)


REFUSED = [
    ("a,-1\nb,-2\n", (), ("--numbers",)),
    ("w,x,y,z\na,1,2,3\nb,1,2,3\n", (), ("--p-column", "'x', 'y', 'z'")),
    ("1,204\n310\n", (), ("--decimal", "1,204")),
    ("a,1\nb,2\na,3\n", (), ("--duplicates", "line 3", "'a'")),
    ("letter,french,turkish\na,7.6%,11.7%\nb,0.9%,2.9%\nn,7.1%,9.6%*\n", (), ("line 4", "turkish", "9.6%*")),
    ("w,x,y\na,1,2\nb,3,1\n", ("--p-column", "x", "--q-row", "b"), ("--p-column and --q-row",)),
    ("", (), ("nothing to read",)),
    ("a,1\nb,2\n", ("--p-column", "q"), ("'q'", "--p-column")),
    ("a,1\nb,2\n", ("--temperature", "2"), ("temperature", "logits")),
    ("a,1\nb,2\n", ("--temperature", "0"), ("--temperature", "above 0")),
    ("a,1\nb,2\n", ("--bins", "0"), ("--bins",)),
    ("a,1\nb,2\n", ("--numbers", "cats"), ("--numbers", "probabilities, percent")),
    ("a,1\nb,2\n", ("--numbers", "counts", "--p-numbers", "counts"), ("--numbers",)),
    ("a,1\nb,2\n", ("--encoding", "klingon"), ("klingon", "--encoding")),
    ("a,1\nb,2\n", ("--example", "weather"), ("--example",)),
    ("a,1\nb,2\n", ("--p", "1,2"), ("--p",)),
]


@each(("content", "words", "said"), REFUSED)
def test_what_is_ambiguous_or_wrong_ends_with_2_and_names_the_option(
    content: str, words: Any, said: Any, capsys: pytest.CaptureFixture[str], write: Written
) -> None:
    message = refused(capsys, write(content), *words)
    assert all(part in message for part in said), message


def test_files_that_cannot_be_read(capsys: pytest.CaptureFixture[str], write: Written, tmp_path: Path) -> None:
    assert "none.csv" in refused(capsys, str(tmp_path / "none.csv"))
    assert "folder" in refused(capsys, str(tmp_path))
    paths = [write("a,1\nb,1\n", f"{k}.csv") for k in range(3)]
    assert "3 files are given" in refused(capsys, *paths)
    assert "once" in refused(capsys, "-", "-")
    assert "name the file" in refused(capsys, "--p-column", "x")


def test_a_picture_of_a_file(capsys: pytest.CaptureFixture[str], write: Written, tmp_path: Path) -> None:
    out = tmp_path / "out.svg"
    assert main(["export", str(out), write("a,1\nb,3\n")]) == 0, capsys.readouterr().err
    assert "<svg" in out.read_text()[:200]


def test_a_word_that_is_no_file_is_taken_for_a_misspelt_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["mesure"]) == 2
    assert "did you mean measure?" in capsys.readouterr().err
    assert main(["--theme", "dark", "measure"]) == 2
    assert "must come first" in capsys.readouterr().err


def test_a_file_named_like_a_command_is_opened_by_its_path(
    capsys: pytest.CaptureFixture[str], write: Written, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("a,1\nb,3\n", "measure")
    monkeypatch.chdir(tmp_path)
    assert measured(capsys, "./measure")["p"] == [0.25, 0.75]


def test_infinity_from_joined_files(capsys: pytest.CaptureFixture[str], write: Written) -> None:
    record = measured(capsys, write("a,1\nb,1\n", "p.csv"), write("a,1\nc,1\n", "q.csv"))
    assert record["kl_divergence"] == "inf"
    assert any("1 joined · 1 only in P · 1 only in Q" in note for note in record["read"]["notes"])
    assert not math.isnan(record["jensen_shannon_divergence"])


def test_a_sum_beyond_the_largest_double_is_written_as_json(capsys: pytest.CaptureFixture[str], write: Written) -> None:
    record = measured(capsys, write("label,p\na,1e308\nb,1e308\n"))
    assert record["p"] == [0.5, 0.5]
    assert record["read"]["sum_p"] == "inf"

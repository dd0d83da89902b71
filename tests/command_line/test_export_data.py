"""klscope export of data: by the suffix, with its options; what does not fit is refused in one line.

The oracle is *weather* by hand: H(P) = 1.75, H(P,Q) = 2.375, KL = 0.625 bits.
"""

import csv
import json
from pathlib import Path

import pytest

from command_words import WEATHER
from klscope.cli import main
from klscope.files.writing.data_formats import FORMATS

SUFFIXES = ", ".join(one.suffix for one in FORMATS)


def rows(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


@pytest.mark.parametrize("suffix", [suffix for one in FORMATS for suffix in one.suffixes])
def test_every_format_is_written_by_its_suffix(suffix: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / f"out{suffix.upper()}"
    assert main(["export", str(path), *WEATHER]) == 0
    assert capsys.readouterr() == ("", "")
    assert b"0.125" in path.read_bytes() or suffix in (".npy", ".npz")


def test_the_table_and_the_largest_contributions(tmp_path: Path) -> None:
    path = tmp_path / "w.csv"
    assert main(["export", str(path), "--example", "weather", "--unit", "nat"]) == 0
    assert [row[:3] for row in rows(path)][:2] == [["category", "P", "Q"], ["sunny", "0.5", "0.125"]]
    assert rows(path)[0][6] == "KL term (nats)"
    assert not path.read_bytes().startswith(b"\xef\xbb\xbf")
    assert main(["export", str(path), "--example", "weather", "--largest", "1", "--bom", "--language", "ko"]) == 0
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    assert rows(path)[0] == ["범주", "P", "Q", "KL에 더하는 몫 (비트)", "누적 비율"]
    assert len(rows(path)) == 2
    measured = tmp_path / "w.json"
    assert main(["export", str(measured), "--example", "weather"]) == 0
    assert json.loads(measured.read_text(encoding="utf-8"))["kl_divergence"] == 0.625


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("w.csv", "--scale", "2"), "--scale is for pictures; leave it out, or write a picture"),
        (("w.json", "--bom"), "--bom is for .csv, .tsv; leave it out"),
        (("w.sh", "--largest", "3"), "--largest: Command line states P and Q whole; leave it out"),
        (("w.tex", "--largest", "0"), "--largest: '0' is not a whole number from 1 to 1000000"),
        (("w.png", "--largest", "3"), f"--largest is for data: OUT ends in {SUFFIXES}"),
        (("w.gif",), f"a picture's name ends in .png, .svg, .pdf, that of data in {SUFFIXES}"),
    ],
)
def test_what_does_not_fit_is_refused(
    words: tuple[str, ...], says: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    output, *options = words
    assert main(["export", str(tmp_path / output), *options, *WEATHER]) == 2
    said = capsys.readouterr().err
    assert said.endswith(f"{says}\n")
    assert said.count("\n") == 1
    assert not list(tmp_path.iterdir())


def test_a_format_that_loses_logarithms_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    logits = tmp_path / "logits.csv"
    logits.write_text("x,P,Q\na,0,-1000\nb,-1000,0\n", encoding="utf-8")
    path = tmp_path / "out.csv"
    assert main(["export", str(path), str(logits), "--numbers", "logits"]) == 0
    assert "2 probabilities are too small for doubles" in capsys.readouterr().err

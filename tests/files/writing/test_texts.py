"""LaTeX, Markdown, HTML, Python code and the command line.

The oracles: html.parser, running the code, running the shell and the command line's own reader, and by hand.
"""

from __future__ import annotations

import json
import shlex
import shutil
import subprocess
from argparse import Namespace
from html.parser import HTMLParser
from typing import Any

import numpy as np
import pytest

import klscope
from klscope.cli import main
from klscope.command_line.pair_options import add_pair_options, read_pair
from klscope.command_line.parser import Parser
from klscope.files.writing import shell_line
from klscope.files.writing.data_formats import HTML, JSON, LATEX, MARKDOWN, PYTHON, SHELL
from klscope.files.writing.data_table import DataTable, WritingError, whole_table
from klscope.files.writing.data_writing import as_text
from klscope.files.writing.latex import escaped
from klscope.model.comparison import Comparison
from klscope.theory.units import Unit
from written_states import of_logarithms, state

ODD = ['a, "b"', "it's $HOME", "비|눈\\", "<i>&amp;", "-x `ls` !", "%_#{}~^"]


def odd_table(unit: Unit = Unit.BIT) -> DataTable:
    return whole_table(state((3, 1, 0, 4, 1, 5), (1, 1, 2, 0, 6, 7), ODD, unit))


class Cells(HTMLParser):
    """Collects the cells of a table."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self._inside = False

    def handle_starttag(self, tag: str, attrs: Any) -> None:  # noqa: ARG002  # html.parser's signature
        if tag == "tr":
            self.rows.append([])
        self._inside = tag in ("td", "th")
        if self._inside:
            self.rows[-1].append("")

    def handle_endtag(self, tag: str) -> None:
        self._inside = self._inside and tag not in ("td", "th")

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.rows[-1][-1] += data


def test_html_parses_to_the_labels_and_the_doubles() -> None:
    table = odd_table()
    parser = Cells()
    parser.feed(as_text(HTML, table))
    heads, *rows = parser.rows
    assert heads == table.headings
    assert [row[0] for row in rows] == [f"'{label}" if label.startswith("-") else label for label in ODD]
    for place, column in enumerate(table.columns, start=1):
        np.testing.assert_array_equal([float(row[place]) for row in rows], column.values)


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("<unk>", r"\<unk>"),
        ("__init__", r"\_\_init\_\_"),
        ("snake_case", "snake_case"),
        ("**a**", r"\*\*a\*\*"),
        ("`a` ~b~", r"\`a\` \~b\~"),
        ("&lt; & b", r"\&lt; & b"),
        ("[a](b)", r"[a]\(b)"),
        (r"C:\a \* \_", r"C:\a \\\* \\\_"),
    ],
)
def test_markdown_escapes_markup(label: str, expected: str) -> None:
    row = as_text(MARKDOWN, whole_table(state((1, 1), (1, 1), [label, "b"]))).splitlines()[2]
    assert row.startswith(f"| {expected} | 0.5 |")


def test_markdown_escapes_bars() -> None:
    heads, rule, *rows = as_text(MARKDOWN, odd_table()).splitlines()
    assert heads.startswith("| category | P | Q | −log₂ P (bits) |")
    assert rule == "| --- |" + " ---: |" * 8
    assert rows[2].startswith("| 비\\|눈\\ | 0 |")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("50% & more_#", r"50\% \& more\_\#"),
        ("{a}$~^\\", r"\{a\}\$\textasciitilde{}\textasciicircum{}\textbackslash{}"),
        ("a < b | c > d", r"a \textless{} b \textbar{} c \textgreater{} d"),
        ("[x]", "{}[x]"),
        ("*", "{}*"),
        ("a---b", "a-{}-{}-b"),
        ("``a'' it's ?` ,,", "`{}`a'{}' it's ?{}` ,{},"),
        ("두\n줄", "두 줄"),
        ("−log₁₀ P", "$-$log$_{10}$ P"),
    ],
)
def test_latex_escapes_what_are_commands(text: str, expected: str) -> None:
    assert escaped(text) == expected


def test_latex_is_a_tabular_of_booktabs_with_all_digits() -> None:
    table = whole_table(state((1, 2, 0, 0), (0.99999, 0, 1e-5, 0), unit=Unit.NAT))
    lines = as_text(LATEX, table).splitlines()
    assert lines[1:4] == [
        r"\begin{tabular}{lrrrrrrrr}",
        r"\toprule",
        r"category & $P$ & $Q$ & $-$ln P (nats) & $-$ln Q (nats) & ln P/Q (nats) & KL term (nats) & "
        r"H(P,Q) term (nats) & H(P) term (nats) \\",
    ]
    assert lines[4] == r"\midrule"
    assert lines[5].startswith(r"sunny & $0.3333333333333333$ & $0.99999$ &")
    assert r"$\infty$" in lines[6]
    assert r"$1 \cdot 10^{-5}$" in lines[7]
    assert r"$-\infty$" in lines[7]
    assert "& -- &" in lines[8]
    assert lines[-2:] == [r"\bottomrule", r"\end{tabular}"]


def run_python(text: str, monkeypatch: pytest.MonkeyPatch) -> Namespace:
    """Run the code, with a window that is not opened; return what it was given."""
    shown: list[Namespace] = []
    monkeypatch.setattr(
        klscope, "show", lambda p, q, **named: shown.append(Namespace(p=p, q=q, **named)), raising=False
    )
    space: dict[str, Any] = {}
    exec(compile(text, "data.py", "exec"), space)
    (given,) = shown
    given.measures = space["measures"]
    return given


def test_the_python_code_measures_and_shows_the_same(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    snapshot = state()
    given = run_python(as_text(PYTHON, whole_table(snapshot)), monkeypatch)
    assert capsys.readouterr().out == "1.75 2.375 0.625\n"
    assert given.labels == ["sunny", "cloudy", "rain", "snow"]
    assert Comparison.from_weights(given.labels, given.p, given.q) == snapshot.comparison
    odd = run_python(as_text(PYTHON, odd_table()), monkeypatch)
    assert odd.labels == ODD
    assert odd.measures.kl_divergence == np.inf


def test_the_python_code_keeps_log_probabilities(monkeypatch: pytest.MonkeyPatch) -> None:
    snapshot = of_logarithms([0.0, -1000.0], [-2000.0, 0.0])
    given = run_python(as_text(PYTHON, whole_table(snapshot)), monkeypatch)
    assert given.p_numbers == given.q_numbers == "log-probabilities"
    assert given.measures.kl_divergence == snapshot.kl_divergence
    zero = of_logarithms([0.0, -np.inf], [-1.0, -1.0])
    assert run_python(as_text(PYTHON, whole_table(zero)), monkeypatch).p == [0.0, -np.inf]


def read_words(words: list[str]) -> Comparison:
    """Return what the command line reads."""
    parser = Parser("klscope", "")
    add_pair_options(parser)
    arguments = parser.read(words)
    read_pair(arguments, fewest=2)
    return Comparison.from_weights(arguments.label_list, arguments.p_weights, arguments.q_weights)


@pytest.mark.parametrize(
    "table", [whole_table(state()), odd_table(), whole_table(state((1, 2), (2, 1), ["-a", "--b"]))]
)
def test_a_shell_and_the_command_line_read_the_same_state(table: DataTable) -> None:
    line = as_text(SHELL, table)
    program, *words = shlex.split(line)
    assert program == "klscope"
    assert read_words(words) == table.snapshot.comparison
    shell = shutil.which("sh")
    assert shell is not None
    printed = line.replace("klscope ", r"printf '%s\0' ", 1)
    done = subprocess.run([shell, "-c", printed], capture_output=True, check=True, timeout=20)
    assert done.stdout.decode().split("\0")[:-1] == words


@pytest.mark.parametrize(
    ("unit", "option"), [(Unit.BIT, ""), (Unit.NAT, " --unit nat"), (Unit.HARTLEY, " --unit hartley")]
)
def test_the_command_line_has_the_unit_where_it_is_not_the_bit(
    unit: Unit, option: str, capsys: pytest.CaptureFixture[str]
) -> None:
    snapshot = state(unit=unit)
    line = as_text(SHELL, whole_table(snapshot))
    assert (
        line == f"klscope --p 0.5,0.25,0.125,0.125 --q 0.125,0.5,0.25,0.125 --labels sunny,cloudy,rain,snow{option}\n"
    )
    assert main(["measure", *shlex.split(line)[1:], "--json"]) == 0
    printed = json.loads(capsys.readouterr().out)
    written = json.loads(as_text(JSON, whole_table(snapshot)))
    assert printed["kl_divergence"] == written["kl_divergence"]
    assert printed["entropy_p"] == pytest.approx(
        {Unit.BIT: 1.75, Unit.NAT: 1.75 * np.log(2)}.get(unit, 1.75 * np.log10(2))
    )


def test_every_digit_is_in_the_command_line() -> None:
    dice = np.random.default_rng(5)
    table = whole_table(state(dice.random(300).tolist(), dice.exponential(size=300).tolist(), None))
    assert read_words(shlex.split(as_text(SHELL, table))[1:]) == table.snapshot.comparison


@pytest.mark.parametrize("label", [" a", "a\nb", "a\tb", "a\x85"])
def test_a_label_that_no_command_line_holds_is_named(label: str) -> None:
    with pytest.raises(WritingError, match=r"the name of category 1, .* begins or ends with a blank or has a control"):
        as_text(SHELL, whole_table(state((1, 1), (1, 1), [label, "b"])))


def test_a_line_longer_than_systems_allow_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shell_line, "LONGEST_WORD", 20)
    with pytest.raises(WritingError, match="longer than systems allow, with 4 categories"):
        as_text(SHELL, whole_table(state()))

"""The command line as a whole: wrong input, help and the version."""

import re
import subprocess
import sys

import pytest

from command_words import WEATHER
from klscope.cli import main
from klscope.terminal_width import width
from latin_words import latin_words

HANGUL = re.compile("[가-힣]")
QUOTED = re.compile("'[^']*'")
COMMANDS = [[], ["measure"], ["export"], ["lesson"], ["doctor"]]

WRONG = [
    (["measure", "--p", "0.5,-1", "--q", "1,1"], ["--p", "entry 2", "'-1'", "negative"]),
    (["measure", "--p", "-1,2", "--q", "1,1"], ["--p", "entry 1", "'-1'", "negative"]),
    (["measure", "--p", "1,1", "--q", "1,nan"], ["--q", "entry 2", "'nan'", "finite"]),
    (["measure", "--p", "1,,1", "--q", "1,1,1"], ["--p", "entry 2", "no number"]),
    (["measure", "--p", "", "--q", "1"], ["--p", "no weights"]),
    (["measure", "--p", "1e400,1", "--q", "1,1"], ["--p", "entry 1", "'1e400'", "too large"]),
    (["measure", "--p", "0,0", "--q", "1,1"], ["--p", "all weights are 0"]),
    (["measure", "--p", "1e308,1e-300", "--q", "1,1"], ["--p", "entry 2", "1e-300", "would become 0"]),
    (
        ["measure", "--p", "1,1", "--q", "1e308,1e-308"],
        ["--q: entry 2: 1e-308 would", "weight, 1e308; write 0"],
    ),
    (["export", "a.png", "--p", "1e308,1,1e-308", "--q", "1,1,1"], ["--p: entry 3: 1e-308 would become 0"]),
    (["--p", "1,1", "--q", "1e-308,1e308"], ["--q: entry 1: 1e-308 would become 0"]),
    (["measure", "--p", "1,2,3", "--q", "1,2"], ["--p has 3 weights", "--q has 2"]),
    (["measure", "--p", "1,2"], ["--q is missing"]),
    (["measure", "--q", "1,2"], ["--p is missing"]),
    (["measure", "--labels", "a,b"], ["--p is missing", "--q WEIGHTS"]),
    (["measure"], ["nothing to measure", "--example"]),
    (["measure", "--p"], ["--p", "value is missing"]),
    (["measure", "--p", "1,2", "--p", "1,2", "--q", "1,2"], ["--p", "twice"]),
    (["measure", "--example", "weather", "--p", "1,2"], ["--example", "--p", "cannot be used together"]),
    (["measure", "--example", "wether"], ["'wether'", "did you mean weather?", "fair-die"]),
    (["measure", "--p", "1,2", "--q", "1,2", "--labels", "a"], ["--labels", "1 name", "2 weights"]),
    (["measure", "--p", "1,2", "--q", "1,2", "--labels", "a,a"], ["--labels", "name 2", "'a'", "name 1"]),
    (["measure", "--p", "1,2", "--q", "1,2", "--labels", "a,"], ["--labels", "name 2 is empty"]),
    (["measure", "--p", "1,2", "--q", "1,2", "--labels", "a,b\nc"], ["--labels", "name 2", "'b\\nc'"]),
    (["measure", "--p", "1,2", "--q", "1,2", "--labels", '"a,b'], ["--labels", "quotation mark"]),
    (["measure", "--p", "1,2", "--q", "1,2", "--unit", "byte"], ["--unit", "'byte'", "bit, nat, hartley"]),
    (["measure", "--pp", "1"], ["'--pp'", "did you mean --p?"]),
    (["measure", "--exam", "weather"], ["'--exam'", "klscope measure"]),
    (["measure", "-p", "1"], ["'-p'", "did you mean --p?"]),
    (["measure", "--json=1"], ["--json", "'1'"]),
    (["measure", "lessons.md"], ["lessons.md:", "file"]),
    (["mesure"], ["'mesure'", "did you mean measure?"]),
    (["--theme", "dark", "measure"], ["measure must come first"]),
    (["--theme", "drak"], ["--theme", "'drak'", "did you mean dark?"]),
    (["--p", "1", "--q", "1"], ["--p", "1 weight", "at least 2"]),
    (["--zzz"], ["'--zzz'", "--help"]),
    (["line\nbreak\x1b[31m"], ["'line\\nbreak\\x1b[31m'"]),
    (["doctor", "--json"], ["'--json'", "klscope doctor"]),
    (["export", *WEATHER], ["file to write is missing"]),
    (["export", "a.png"], ["nothing to draw"]),
    (["export", "a.bmp", *WEATHER], ["'a.bmp'", ".png"]),
    (["export", "no/such/folder/a.png", *WEATHER], ["no folder 'no/such/folder'"]),
    (["export", "a.png", *WEATHER, "--scale", "3"], ["--scale", "'3'", "1, 2, 4"]),
    (["export", "a.png", *WEATHER, "--what", "figur"], ["--what", "did you mean figure?"]),
    (["export", "a.png", *WEATHER, "--theme", "system"], ["--theme", "light, dark"]),
    (["export", "a.png", *WEATHER, "--background", "black"], ["--background", "transparent"]),
    (["export", "a.png", *WEATHER, "--theme", "dark", "--background", "white"], ["white has light colours"]),
]


@pytest.mark.parametrize(("words", "says"), WRONG)
def test_wrong_input_takes_one_line(capsys: pytest.CaptureFixture[str], words: list[str], says: list[str]) -> None:
    assert main(words) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("klscope: ")
    assert err.endswith("\n")
    assert err.count("\n") == 1
    for part in says:
        assert part in err


@pytest.mark.usefixtures("korean_terminal")
@pytest.mark.parametrize(("words", "says"), WRONG)
def test_wrong_input_takes_one_line_of_korean(capsys, words: list[str], says: list[str]) -> None:
    assert main(words) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("klscope: ")
    assert err.count("\n") == 1
    assert HANGUL.search(err)
    own = QUOTED.sub("", err).partition("있는 예제: ")[0]  # what was typed, and the names of all examples
    assert latin_words(own) == set()
    for part in says:
        if part.startswith(("'", "-")) and " " not in part:
            assert part in err


@pytest.mark.parametrize("command", COMMANDS)
def test_help_is_help(capsys: pytest.CaptureFixture[str], command: list[str]) -> None:
    assert main([*command, "--help"]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    assert out.startswith("usage: " + " ".join(["klscope", *command]))
    if command != ["doctor"]:
        assert "examples:" in out
    assert all(len(line) <= 120 for line in out.splitlines())


@pytest.mark.usefixtures("korean_terminal")
@pytest.mark.parametrize("command", COMMANDS)
def test_help_is_korean_in_a_korean_terminal(capsys, monkeypatch, command: list[str]) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    assert main([*command, "--help"]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    assert out.startswith("사용법: " + " ".join(["klscope", *command]))
    told, _, examples = out.partition("예:\n")
    assert latin_words(told) == set()
    assert all(line.startswith("  klscope") for line in examples.splitlines())
    assert all(width(line) <= 120 for line in out.splitlines())
    # what options do stands in one column, though a letter of Hangul takes two
    begins = {width(found[1]) for found in re.finditer(r"^(  --(?:example|p|q|labels) \S+ +)\S", out, re.MULTILINE)}
    assert len(begins) == (0 if command in (["lesson"], ["doctor"]) else 1)


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out.split()[0] == "klscope"


def test_help_loads_no_more_than_it_says() -> None:
    script = "import sys; from klscope.cli import main; main(['--help']); print(*sys.modules, file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    loaded = done.stderr.split()
    assert "klscope.command_line.window" in loaded
    for absent in ("PySide6", "numpy", "klscope.doctor", "klscope.command_line.measure", "klscope.command_line.export"):
        assert absent not in loaded

"""The command line. Values of *weather* are from PRODUCT's own hand calculation; the others are from scipy.stats."""

import json
import math
import os
import socket
import subprocess
import sys
from argparse import Namespace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from scipy.spatial import distance
from scipy.stats import entropy

from klscope import cli, doctor
from klscope.cli import main
from klscope.system_libraries import FOR_ANY_IMPORT, FOR_X11

WEATHER = ["--p", "1/2,1/4,1/8,1/8", "--q", "1/8,1/2,1/4,1/8", "--labels", "sunny,cloudy,rain,snow"]
MEASURES = [
    "entropy_p",
    "entropy_q",
    "cross_entropy",
    "reverse_cross_entropy",
    "kl_divergence",
    "reverse_kl_divergence",
    "jensen_shannon_divergence",
    "total_variation_distance",
    "hellinger_distance",
    "perplexity_p",
    "cross_perplexity",
    "entropy_terms",
    "cross_entropy_terms",
    "kl_terms",
]


def measured(capsys: pytest.CaptureFixture[str], *words: str) -> dict[str, Any]:
    assert main(["measure", "--json", *words]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    record = json.loads(out)
    assert isinstance(record, dict)
    return record


def test_weather_is_what_a_hand_computes(capsys: pytest.CaptureFixture[str]) -> None:
    record = measured(capsys, *WEATHER)
    assert list(record) == ["unit", "labels", "p", "q", *MEASURES]
    assert record["unit"] == "bit"
    assert record["labels"] == ["sunny", "cloudy", "rain", "snow"]
    assert record["p"] == [0.5, 0.25, 0.125, 0.125]
    assert record["q"] == [0.125, 0.5, 0.25, 0.125]
    assert record["entropy_p"] == pytest.approx(1.75, rel=1e-15)
    assert record["cross_entropy"] == pytest.approx(2.375, rel=1e-15)
    assert record["reverse_cross_entropy"] == pytest.approx(2.25, rel=1e-15)
    assert record["kl_divergence"] == pytest.approx(0.625, rel=1e-15)
    assert record["kl_terms"] == pytest.approx([1.0, -0.25, -0.125, 0.0], rel=1e-15)
    assert record["total_variation_distance"] == pytest.approx(0.375, rel=1e-15)
    assert record["perplexity_p"] == pytest.approx(2**1.75, rel=1e-14)


def test_the_example_is_the_same_pair(capsys: pytest.CaptureFixture[str]) -> None:
    assert measured(capsys, "--example", "weather") == measured(capsys, *WEATHER)


@pytest.mark.parametrize(("unit", "base"), [("bit", 2.0), ("nat", math.e), ("hartley", 10.0)])
def test_a_unit_changes_what_has_one_and_nothing_else(
    capsys: pytest.CaptureFixture[str], unit: str, base: float
) -> None:
    p, q = [3 / 6, 2 / 6, 1 / 6], [0.1, 0.2, 0.7]
    record = measured(capsys, "--p", "3,2,1", "--q", "10%,1/5,0.7", "--unit", unit)
    assert record["unit"] == unit
    assert record["labels"] == ["A", "B", "C"]
    expected = {
        "entropy_p": entropy(p, base=base),
        "entropy_q": entropy(q, base=base),
        "kl_divergence": entropy(p, q, base=base),
        "reverse_kl_divergence": entropy(q, p, base=base),
        "cross_entropy": entropy(p, base=base) + entropy(p, q, base=base),
        "reverse_cross_entropy": entropy(q, base=base) + entropy(q, p, base=base),
        "jensen_shannon_divergence": distance.jensenshannon(p, q, base=base) ** 2,
        "total_variation_distance": 0.5 * distance.cityblock(p, q),
        "hellinger_distance": distance.euclidean([x**0.5 for x in p], [x**0.5 for x in q]) / 2**0.5,
        "perplexity_p": math.exp(entropy(p)),
        "cross_perplexity": math.exp(entropy(p) + entropy(p, q)),
    }
    for name, value in expected.items():
        assert record[name] == pytest.approx(value, rel=1e-13), name
    for name, total in (
        ("entropy_terms", "entropy_p"),
        ("cross_entropy_terms", "cross_entropy"),
        ("kl_terms", "kl_divergence"),
    ):
        assert math.fsum(record[name]) == pytest.approx(record[total], rel=1e-14)


def test_infinity_is_a_word_in_json(capsys: pytest.CaptureFixture[str]) -> None:
    record = measured(capsys, "--p", "1,1", "--q", "1,0")
    assert record["kl_divergence"] == record["cross_entropy"] == record["cross_perplexity"] == "inf"
    assert record["kl_terms"][1] == "inf"
    assert record["reverse_kl_divergence"] == pytest.approx(1.0)


def test_nothing_is_minus_zero(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["measure", "--p", "1,0", "--q", "1,0"]) == 0
    assert "-0" not in capsys.readouterr().out.replace("e-0", "")


def test_text_names_the_unit_and_each_category(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["measure", *WEATHER]) == 0
    out = capsys.readouterr().out
    lines = [line.split() for line in out.splitlines()]
    assert ["kl_divergence", "0.625", "bits"] in lines
    assert ["total_variation_distance", "0.375"] in lines
    assert ["0.5", "0.125", "0.5", "1.5", "1.0", "sunny"] in lines


def test_a_name_may_hold_a_comma_and_korean(capsys: pytest.CaptureFixture[str]) -> None:
    record = measured(capsys, "--p", "1,1,1", "--q", "1,1,1", "--labels", 'a, "b, c",맑음')
    assert record["labels"] == ["a", "b, c", "맑음"]


def test_past_the_alphabet_names_are_numbers(capsys: pytest.CaptureFixture[str]) -> None:
    ones = ",".join("1" * 27)
    assert measured(capsys, "--p", ones, "--q", ones)["labels"] == [str(n) for n in range(1, 28)]


WRONG = [
    (["measure", "--p", "0.5,-1", "--q", "1,1"], ["--p", "entry 2", "'-1'", "negative"]),
    (["measure", "--p", "-1,2", "--q", "1,1"], ["--p", "entry 1", "'-1'", "negative"]),
    (["measure", "--p", "1,1", "--q", "1,nan"], ["--q", "entry 2", "'nan'", "finite"]),
    (["measure", "--p", "1,,1", "--q", "1,1,1"], ["--p", "entry 2", "no number"]),
    (["measure", "--p", "", "--q", "1"], ["--p", "no weights"]),
    (["measure", "--p", "1e400,1", "--q", "1,1"], ["--p", "entry 1", "'1e400'", "too large"]),
    (["measure", "--p", "0,0", "--q", "1,1"], ["--p", "all weights are 0"]),
    (["measure", "--p", "1e308,1e-300", "--q", "1,1"], ["--p", "entry 2", "1e-300", "would become 0"]),
    (["measure", "--p", "1,2,3", "--q", "1,2"], ["--p has 3 weights", "--q has 2"]),
    (["measure", "--p", "1,2"], ["--q is missing"]),
    (["measure", "--q", "1,2"], ["--p is missing"]),
    (["measure", "--labels", "a,b"], ["--p is missing", "--q WEIGHTS"]),
    (["measure"], ["nothing to measure", "--example"]),
    (["measure", "--p"], ["--p", "value is missing"]),
    (["measure", "--p", "1,2", "--p", "1,2", "--q", "1,2"], ["--p", "twice"]),
    (["measure", "--example", "weather", "--p", "1,2"], ["--example", "--p", "exclude"]),
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
    (["measure", "more"], ["'more'", "too many"]),
    (["mesure"], ["'mesure'", "did you mean measure?"]),
    (["--theme", "dark", "measure"], ["measure must come first"]),
    (["--theme", "drak"], ["--theme", "'drak'", "did you mean dark?"]),
    (["--p", "1", "--q", "1"], ["--p", "1 weight", "at least 2"]),
    (["--nothing"], ["'--nothing'", "--help"]),
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


@pytest.mark.parametrize("command", [[], ["measure"], ["export"], ["doctor"]])
def test_help_is_help(capsys: pytest.CaptureFixture[str], command: list[str]) -> None:
    assert main([*command, "--help"]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    assert out.startswith("usage: " + " ".join(["klscope", *command]))
    if command != ["doctor"]:
        assert "examples:" in out
    assert all(len(line) <= 120 for line in out.splitlines())


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out.split()[0] == "klscope"


def run_klscope(*words: str, **variables: str) -> "subprocess.CompletedProcess[str]":
    unwanted = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    environment = {name: value for name, value in os.environ.items() if name not in unwanted} | variables
    return subprocess.run(
        [sys.executable, "-m", "klscope", *words],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def test_measure_starts_without_qt() -> None:
    script = (
        "import sys; from klscope.cli import main; main(['measure', '--example', 'weather']); "
        "sys.exit(any(name.startswith(('PySide6', 'shiboken6', 'pyqtgraph')) for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", script], stdout=subprocess.DEVNULL, check=False).returncode == 0


LINUX_ONLY = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="displays are found out about on Linux")


@LINUX_ONLY
@pytest.mark.parametrize(
    ("variables", "says"),
    [
        ({}, "neither DISPLAY nor WAYLAND_DISPLAY is set"),
        ({"DISPLAY": ":4711"}, "DISPLAY=:4711"),
        ({"QT_QPA_PLATFORM": "xcb"}, "DISPLAY is not set"),
    ],
)
def test_without_a_display_a_sentence_and_no_abort(variables: dict[str, str], says: str) -> None:
    done = run_klscope(**variables)
    assert done.returncode == 3
    assert done.stdout == ""
    assert done.stderr.startswith("klscope: ")
    assert done.stderr.count("\n") == 1
    assert says in done.stderr
    assert "klscope export" in done.stderr


@LINUX_ONLY
def test_a_full_disk_is_said_plainly() -> None:
    with open("/dev/full", "w", encoding="utf-8") as full:
        done = subprocess.run(
            [sys.executable, "-m", "klscope", "measure", "--example", "weather"],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == 3
    assert done.stderr.startswith("klscope: the output cannot be written: ")
    assert done.stderr.count("\n") == 1


@pytest.fixture
def qt_variables(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """No display and no platform, and whatever is set is put back: the command sets QT_QPA_PLATFORM itself."""
    monkeypatch.setenv("QT_QPA_PLATFORM", "")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "XDG_RUNTIME_DIR"):
        monkeypatch.delenv(name, raising=False)
    return monkeypatch


@LINUX_ONLY
def test_a_dead_wayland_display_is_named(qt_variables: pytest.MonkeyPatch, tmp_path: Path) -> None:
    qt_variables.setattr(doctor, "missing_wayland_libraries", list)
    qt_variables.setenv("WAYLAND_DISPLAY", "wayland-7")
    qt_variables.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    obstacle = doctor.window_system().obstacle
    assert obstacle is not None
    assert f"{tmp_path}/wayland-7 does not answer" in obstacle


@LINUX_ONLY
def test_of_two_displays_the_living_one_is_taken(qt_variables: pytest.MonkeyPatch, tmp_path: Path) -> None:
    qt_variables.setattr(doctor, "missing_wayland_libraries", list)
    qt_variables.setattr(doctor, "missing_libraries", lambda **_: [])
    qt_variables.setenv("WAYLAND_DISPLAY", "w")
    qt_variables.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    qt_variables.setenv("DISPLAY", ":4711")
    qt_variables.setattr(doctor, "_connects_to_x11", lambda: True)
    assert doctor.window_system() == ("xcb", None)
    with socket.socket(socket.AF_UNIX) as compositor:
        compositor.bind(str(tmp_path / "w"))
        compositor.listen()
        assert doctor.window_system() == ("", None)
        qt_variables.setattr(doctor, "_connects_to_x11", lambda: False)
        assert doctor.window_system() == ("wayland", None)


@LINUX_ONLY
def test_a_missing_library_comes_before_the_display(
    qt_variables: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    cursor = next(library for library in FOR_X11 if library.soname == "libxcb-cursor.so.0")
    qt_variables.setattr(doctor, "missing_libraries", lambda for_window: [cursor] if for_window else [])
    qt_variables.setenv("DISPLAY", ":4711")
    assert main([]) == 3
    assert "libxcb-cursor.so.0" in capsys.readouterr().err


def loading(monkeypatch: pytest.MonkeyPatch, **modules: object) -> None:
    """Let klscope.window_command and klscope.export_command be what the test says, an error included."""
    real = cli.importlib.import_module

    def load(name: str) -> Any:
        module = modules.get(name.removeprefix("klscope."))
        if isinstance(module, Exception):
            raise module
        return real(name) if module is None else module

    monkeypatch.setattr(cli.importlib, "import_module", load)


def test_the_window_gets_what_was_asked_for(
    qt_variables: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    received: list[Namespace] = []
    loading(qt_variables, window_command=SimpleNamespace(run=lambda arguments: received.append(arguments) or 0))
    qt_variables.setenv("QT_QPA_PLATFORM", "offscreen")
    assert main(["--p", "1/2,1", "--q", "25%,3", "--labels", "a,b", "--theme", "dark"]) == 0
    assert main(["--example", "weather"]) == 0
    assert main([]) == 0
    first, second, third = received
    assert (first.p_weights, first.q_weights, first.label_list) == ([0.5, 1.0], [0.25, 3.0], ["a", "b"])
    assert (first.theme, first.example) == ("dark", None)
    assert (second.example, second.p_weights, second.q_weights, second.label_list) == ("weather", None, None, None)
    assert (third.example, third.theme) == (None, None)
    assert capsys.readouterr() == ("", "")


def test_export_draws_without_a_display(qt_variables: pytest.MonkeyPatch, tmp_path: Path) -> None:
    received: list[Namespace] = []
    loading(qt_variables, export_command=SimpleNamespace(run=lambda arguments: received.append(arguments) or 0))
    qt_variables.setenv("QT_QPA_PLATFORM", "xcb")
    output = str(tmp_path / "a.PNG")
    assert main(["export", output, *WEATHER]) == 0
    assert main(["export", "--example", "weather", "--what", "q", "--scale", "4", "--unit", "nat", output]) == 0
    assert os.environ["QT_QPA_PLATFORM"] == "offscreen"
    plain, chosen = received
    assert (plain.output, plain.what, plain.scale, plain.theme, plain.background) == (
        output,
        "figure",
        1,
        "light",
        "white",
    )
    assert plain.unit.label == "bits"
    assert (chosen.what, chosen.scale, chosen.unit.label, chosen.example) == ("q", 4, "nats", "weather")


@pytest.mark.parametrize(
    ("error", "says"),
    [
        (ImportError("libEGL.so.1: cannot open shared object file: No such file or directory"), "libEGL.so.1"),
        (ModuleNotFoundError("No module named 'PySide6'", name="PySide6"), "PySide6 is not installed"),
        (ImportError("DLL load failed", name="PySide6.QtGui"), "PySide6 does not load: DLL load failed"),
    ],
)
def test_what_does_not_load_takes_a_sentence(
    qt_variables: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], error: Exception, says: str
) -> None:
    loading(qt_variables, window_command=error)
    qt_variables.setenv("QT_QPA_PLATFORM", "offscreen")
    assert main([]) == 3
    err = capsys.readouterr().err
    assert says in err
    assert err.count("\n") == 1


def test_our_own_mistakes_are_not_hidden(qt_variables: pytest.MonkeyPatch) -> None:
    loading(
        qt_variables,
        window_command=ImportError(
            "cannot import name 'x' from 'klscope.window_command'", name="klscope.window_command"
        ),
    )
    qt_variables.setenv("QT_QPA_PLATFORM", "offscreen")
    with pytest.raises(ImportError, match="cannot import name"):
        main([])


@pytest.mark.usefixtures("qapp")
def test_the_doctor_is_content_with_a_sound_machine(qt_variables: pytest.MonkeyPatch) -> None:
    qt_variables.setenv("QT_QPA_PLATFORM", "offscreen")
    qt_variables.setattr(doctor, "missing_libraries", lambda **_: [])
    lines: list[str] = []
    code = doctor.run(lines.append)
    told = "\n".join(lines)
    for word in ("klscope", "numpy", "PySide6-Essentials", "pyqtgraph", "Python", "Qt", "font, Hangul"):
        assert word in told
    assert (code, lines[-1]) == (0, "\nAll is well."), told


def test_the_doctor_names_what_is_missing(qt_variables: pytest.MonkeyPatch) -> None:
    qt_variables.setattr(doctor, "missing_libraries", lambda **_: [FOR_ANY_IMPORT[0]])
    lines: list[str] = []
    assert doctor.run(lines.append) == 3
    assert "libEGL.so.1 missing" in "\n".join(lines)
    assert sum("libEGL.so.1, which this system lacks" in line for line in lines) == 1

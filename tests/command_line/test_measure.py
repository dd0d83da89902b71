"""klscope measure. Values of *weather* are from PRODUCT's own hand calculation; the others are from scipy.stats."""

import json
import math
import subprocess
import sys
from typing import Any

import pytest
from scipy.spatial import distance
from scipy.stats import entropy

from command_words import WEATHER
from klscope.cli import main

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


def test_measure_starts_without_qt() -> None:
    script = (
        "import sys; from klscope.cli import main; main(['measure', '--example', 'weather']); "
        "sys.exit(any(name.startswith(('PySide6', 'shiboken6', 'pyqtgraph')) for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", script], stdout=subprocess.DEVNULL, check=False).returncode == 0

"""klscope measure. Values of *weather* are from PRODUCT's own hand calculation; the others are from scipy.stats."""

import importlib
import json
import math
import subprocess
import sys
from typing import Any

import pytest
from scipy.spatial import distance

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
    "jensen_shannon_distance",
    "total_variation_distance",
    "hellinger_distance",
    "perplexity_p",
    "perplexity_q",
    "cross_perplexity",
    "efficiency",
    "jeffreys_divergence",
    "bhattacharyya_distance",
    "chi_square_divergence",
    "reverse_chi_square_divergence",
    "renyi_divergence",
    "tsallis_divergence",
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
    assert list(record) == ["unit", "labels", "p", "q", "order", *MEASURES]
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
    stats = importlib.import_module("scipy.stats")  # which takes a second: not in every process of the tests
    entropy, chisquare = stats.entropy, stats.chisquare
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
        "jensen_shannon_distance": distance.jensenshannon(p, q, base=base),
        "perplexity_p": math.exp(entropy(p)),
        "perplexity_q": math.exp(entropy(q)),
        "efficiency": entropy(p, base=3),
        "jeffreys_divergence": entropy(p, q, base=base) + entropy(q, p, base=base),
        "bhattacharyya_distance": -math.log(sum((x * y) ** 0.5 for x, y in zip(p, q, strict=True)), base),
        "chi_square_divergence": chisquare(p, q).statistic,
        "reverse_chi_square_divergence": chisquare(q, p).statistic,
        "renyi_divergence": math.log(1.0 + chisquare(p, q).statistic, base),  # of order 2
        "tsallis_divergence": chisquare(p, q).statistic,  # of order 2
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


@pytest.mark.parametrize(("typed", "order"), [("0", 0.0), ("0.5", 0.5), ("1", 1.0), ("inf", math.inf)])
def test_an_order_is_that_of_renyi_and_tsallis(capsys: pytest.CaptureFixture[str], typed: str, order: float) -> None:
    plain, record = measured(capsys, *WEATHER), measured(capsys, *WEATHER, "--order", typed)
    assert record["order"] == ("inf" if math.isinf(order) else order)
    # by hand: at 0 nothing, for P > 0 throughout; at ½ −2·log Σ√(PQ); at 1 KL; at ∞ log max P/Q = log 4, and ∞
    shared = sum((x * y) ** 0.5 for x, y in zip(record["p"], record["q"], strict=True))
    renyi = {0.0: 0.0, 0.5: -2.0 * math.log2(shared), 1.0: 0.625, math.inf: 2.0}[order]
    tsallis = {0.0: 0.0, 0.5: 2.0 * (1.0 - shared), 1.0: 0.625 * math.log(2.0), math.inf: "inf"}[order]
    assert record["renyi_divergence"] == pytest.approx(renyi, rel=1e-14)
    assert record["tsallis_divergence"] == (tsallis if tsallis == "inf" else pytest.approx(tsallis, rel=1e-14))
    changed = {key for key in record if record[key] != plain[key]}
    assert changed == {"order", "renyi_divergence", "tsallis_divergence"}


@pytest.mark.parametrize("typed", ["-1", "nan", "two", ""])
def test_what_is_no_order_is_refused(capsys: pytest.CaptureFixture[str], typed: str) -> None:
    assert main(["measure", *WEATHER, f"--order={typed}"]) == 2
    assert "--order: " in capsys.readouterr().err


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
    assert ["jeffreys_divergence", "1.125", "bits", "(PSI)"] in lines
    assert ["chi_square_divergence", "1.3125"] in lines
    assert ["tsallis_divergence", "1.3125", "(order", "2.0)"] in lines
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

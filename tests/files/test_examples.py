"""The examples load, say why they are there, and come to the numbers their texts promise.

Oracles: scipy's `rel_entr` (in nats) and `entropy` stand apart from the program's own measures; the numbers themselves
are those of the lessons and, where a test says so, published ones.
"""

from __future__ import annotations

import json
import math
import re
import shutil
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hump_descents import Descent, hump
from mpmath import mpf
from scipy.special import rel_entr

from klscope.files import examples
from klscope.files.examples import ExampleEntry
from klscope.files.resource_files import resource_path
from klscope.model.comparison import Side
from klscope.model.edits import SetProbability
from klscope.model.view_options import TrainingOptions
from klscope.theory.training import Family, Objective, parameters_of, step

REAL_DATA = {"olah-words", "letters", "confusion"}


def probabilities(name: str) -> tuple[np.ndarray, np.ndarray]:
    comparison = examples.load(name).comparison
    return comparison.p.probabilities, comparison.q.probabilities


def kl_nats(p: np.ndarray, q: np.ndarray) -> float:
    return math.fsum(rel_entr(p, q))


def entropy_nats(p: np.ndarray) -> float:
    return -math.fsum(rel_entr(p, np.ones_like(p)))


def in_bits(nats: float) -> float:
    return nats / math.log(2)


def test_the_menu_order() -> None:
    assert examples.names() == (
        "weather",
        "coin-99",
        "fair-die",
        "loaded-die",
        "olah-words",
        "one-hot-sure",
        "one-hot-wrong",
        "soft-labels",
        "exam-easy",
        "exam-hard",
        "disjoint-support",
        "two-humps",
        "zipf-100",
        "letters",
        "confusion",
    )


def test_every_file_is_in_the_index_and_every_entry_has_a_file() -> None:
    files = {path.stem for path in resource_path("examples").glob("*.json")} - {"index", "index.ko"}
    assert files == set(examples.names())


def test_a_group_stands_together() -> None:
    groups = [entry.group for entry in examples.catalogue()]
    runs = [group for index, group in enumerate(groups) if index == 0 or groups[index - 1] != group]
    assert len(runs) == len(set(runs))


@pytest.mark.parametrize("name", examples.names())
class TestEveryExample:
    def test_sums_to_one(self, name: str) -> None:
        for side in probabilities(name):
            assert abs(math.fsum(side) - 1) <= 1e-15

    def test_says_why_in_one_short_line(self, name: str) -> None:
        example = examples.load(name)
        assert 0 < len(example.title) <= 28
        assert 0 < len(example.reason) <= 110
        assert "\n" not in example.reason
        assert example.reason.endswith(".")

    def test_real_data_are_cited_and_made_up_ones_are_not(self, name: str) -> None:
        assert (examples.load(name).source is not None) == (name in REAL_DATA)

    def test_is_what_the_catalogue_says_and_returns_to_itself_on_reset(self, name: str) -> None:
        example = examples.load(name)
        entry = ExampleEntry(name, example.title, example.reason, example.group, name, ())
        assert entry in examples.catalogue()
        origin = example.comparison.origin
        assert origin is not None
        assert origin.name == name
        assert origin.comparison == example.comparison


def test_weather_is_the_one_checked_by_head() -> None:
    comparison = examples.load("weather").comparison
    assert comparison.labels == ("sunny", "cloudy", "rain", "snow")
    assert comparison.p.probabilities.tolist() == [1 / 2, 1 / 4, 1 / 8, 1 / 8]
    assert comparison.q.probabilities.tolist() == [1 / 8, 1 / 2, 1 / 4, 1 / 8]


@pytest.mark.parametrize("name", ["weather", "olah-words"])
def test_the_numbers_olah_published(name: str) -> None:
    # "Visual Information Theory": 1.75 bits in one's own code, 2.375 for Bob in Alice's, 2.25 for Alice in Bob's.
    p, q = probabilities(name)
    assert in_bits(entropy_nats(p)) == pytest.approx(1.75, abs=1e-15)
    assert in_bits(entropy_nats(q)) == pytest.approx(1.75, abs=1e-15)
    assert in_bits(entropy_nats(p) + kl_nats(p, q)) == pytest.approx(2.375, abs=1e-15)
    assert in_bits(entropy_nats(q) + kl_nats(q, p)) == pytest.approx(2.25, abs=1e-15)


def test_the_dice_are_each_other_swapped() -> None:
    p, q = probabilities("fair-die")
    assert entropy_nats(p) == pytest.approx(1.791759, abs=5e-7)
    loaded_p, loaded_q = probabilities("loaded-die")
    assert np.array_equal(loaded_p, q)
    assert np.array_equal(loaded_q, p)


def test_a_fraction_is_read_to_the_last_bit() -> None:
    p, _ = probabilities("fair-die")
    assert p.tolist() == pytest.approx([1 / 6] * 6, rel=3e-16)


def test_the_coin() -> None:
    p, q = probabilities("coin-99")
    assert entropy_nats(p) == pytest.approx(0.056002, abs=5e-7)
    assert in_bits(entropy_nats(p)) == pytest.approx(0.080793, abs=5e-7)
    assert in_bits(entropy_nats(p) + kl_nats(p, q)) == pytest.approx(1, abs=1e-15)


@pytest.mark.parametrize(
    ("name", "cost_nats", "cost_bits"),
    [("one-hot-sure", 0.105361, 0.152003), ("one-hot-wrong", 2.302585, 3.321928)],
)
def test_one_hot_labels_cost_the_surprise_at_the_answer(name: str, cost_nats: float, cost_bits: float) -> None:
    p, q = probabilities(name)
    assert entropy_nats(p) == 0
    assert kl_nats(p, q) == pytest.approx(cost_nats, abs=5e-7)
    assert in_bits(kl_nats(p, q)) == pytest.approx(cost_bits, abs=5e-7)


@pytest.mark.parametrize(("name", "divergence_nats"), [("exam-easy", 4.2208), ("exam-hard", 2.1233)])
def test_the_exam(name: str, divergence_nats: float) -> None:
    p, q = probabilities(name)
    assert kl_nats(p, q) == pytest.approx(divergence_nats, abs=5e-5)
    assert sorted(q.tolist()) == [0.01, 0.01, 0.01, 0.97]
    assert q.argmax() != p.argmax()


def test_nothing_in_common_is_infinite_both_ways_while_js_is_one_bit() -> None:
    p, q = probabilities("disjoint-support")
    middle = (p + q) / 2
    assert kl_nats(p, q) == math.inf
    assert kl_nats(q, p) == math.inf
    assert in_bits(kl_nats(p, middle) + kl_nats(q, middle)) / 2 == pytest.approx(1, abs=1e-15)


def test_two_humps_are_two_and_one_is_one() -> None:
    p, q = probabilities("two-humps")
    for side, humps in ((p, [4, 12]), (q, [8])):
        assert [i for i in range(1, side.size - 1) if side[i - 1] < side[i] > side[i + 1]] == humps
        assert np.array_equal(side, side[::-1])


ON_ONE, ACROSS_BOTH = (11.99, 1.265), (8.0, 5.5)
"""Mean and standard deviation of the humps that come to rest on the right-hand hump, and across both."""


def test_one_hump_on_two_is_wide_for_one_divergence_and_narrow_for_the_other() -> None:
    p = tuple(mpf(value) for value in probabilities("two-humps")[0].tolist())
    forward, reverse = (Descent(p, objective) for objective in Objective)
    assert forward.minimum(*ACROSS_BOTH)[2] < kl_nats(probabilities("two-humps")[0], np.full(17, 1 / 17))
    assert reverse.minimum(*ON_ONE)[2] < reverse.minimum(*ACROSS_BOTH)[2]
    right = [hump(17, 12.0, math.log(deviation)) for deviation in (0.8, 1.0, 1.3, 1.6, 2.0)]
    assert forward.minimum(*ACROSS_BOTH)[2] < min(map(forward.loss, right))


@pytest.mark.parametrize(("objective", "near"), [(Objective.FORWARD, ACROSS_BOTH), (Objective.REVERSE, ON_ONE)])
def test_from_a_narrow_q_forward_comes_to_rest_across_both_and_reverse_on_one(
    objective: Objective, near: tuple[float, float]
) -> None:
    # as the README says: one hump, and Q's "4" dragged up to 0.9
    begun = SetProbability(Side.Q, 12, 0.9).apply(examples.load("two-humps").comparison)
    p, parameters = begun.p.probabilities, parameters_of(begun.q.probabilities, Family.UNIMODAL)
    for _ in range(10_000):  # so many are played
        parameters = step(parameters, p, objective, TrainingOptions().unimodal_rate)
    mean, deviation, least = Descent(tuple(mpf(value) for value in p.tolist()), objective).minimum(*near)
    assert (parameters.mean, parameters.deviation) == pytest.approx((mean, deviation), abs=1e-4)
    assert Descent(tuple(p.tolist()), objective).loss(parameters.probabilities) == pytest.approx(least, abs=1e-8)
    assert Descent(tuple(p.tolist()), objective).end(11.573, 1.709) == pytest.approx((mean, deviation), abs=2e-3)


def test_a_hundred_ranks_of_zipf() -> None:
    p, q = probabilities("zipf-100")
    harmonic = sum(Fraction(1, rank) for rank in range(1, 101))
    assert p.tolist() == pytest.approx([float(1 / (rank * harmonic)) for rank in range(1, 101)], rel=1e-14)
    assert (q[1:] / q[:-1]).tolist() == pytest.approx([0.95] * 99, rel=2e-4)


def test_the_letters_are_the_table_that_is_cited() -> None:
    record = json.loads(resource_path("examples", "letters.json").read_text(encoding="utf-8"))
    assert "".join(record["labels"]) == "abcdefghijklmnopqrstuvwxyz"
    # What is left out of the German column, and rounding, is all that is missing from 100 %.
    assert math.fsum(record["p"]) == pytest.approx(100, abs=0.0015)
    assert math.fsum([*record["q"], 0.578, 0.443, 0.995, 0.307]) == pytest.approx(100, abs=0.0025)
    p, q = probabilities("letters")
    terms = dict(zip(record["labels"], rel_entr(p, q), strict=True))
    assert terms["o"] + terms["y"] > kl_nats(p, q), "the reason says that o and y outweigh the rest"


def test_the_confusion_counts_are_those_of_the_recipe() -> None:
    record = json.loads(resource_path("examples", "confusion.json").read_text(encoding="utf-8"))
    assert sum(record["p"]) == 88
    assert sum(record["q"]) == 15 * 88
    p, q = probabilities("confusion")
    assert p.argmax() == q.argmax() == 8
    assert 0 < kl_nats(p, q) < math.inf


def test_an_unknown_name_is_a_key_error() -> None:
    with pytest.raises(KeyError, match="no-such-example"):
        examples.load("no-such-example")


class TestWrongFiles:
    @pytest.fixture
    def folder(self, tmp_path: Path) -> Path:
        for name in ("index.json", "weather.json"):
            shutil.copy(resource_path("examples", name), tmp_path)
        return tmp_path

    @pytest.mark.parametrize("fields", [{"p": None}, {"p": ["1/0", 1, 1, 1]}, {"q": [1]}, {"labels": [1, 2, 3, 4]}])
    def test_data_name_the_file(self, folder: Path, fields: dict[str, Any]) -> None:
        record = json.loads((folder / "weather.json").read_text(encoding="utf-8"))
        (folder / "weather.json").write_text(json.dumps(record | fields), encoding="utf-8")
        with pytest.raises(ValueError, match=r"weather\.json: "):
            examples.read_example(folder, examples.catalogue()[0])

    @pytest.mark.parametrize("text", ["{", "[]", "{}"])
    def test_a_file_that_is_no_record(self, folder: Path, text: str) -> None:
        for name in ("index.json", "weather.json"):
            (folder / name).write_text(f"[{text}]" if name == "index.json" else text, encoding="utf-8")
        with pytest.raises(ValueError, match=r"weather\.json: "):
            examples.read_example(folder, examples.catalogue()[0])
        with pytest.raises(ValueError, match=r"index\.json: "):
            examples.read_catalogue(folder)

    def test_an_entry_without_a_file(self, folder: Path) -> None:
        (folder / "weather.json").unlink()
        with pytest.raises(ValueError, match=r"weather\.json: "):
            examples.read_example(folder, examples.catalogue()[0])


class TestKorean:
    def test_it_offers_the_same_examples_in_the_same_order_and_groups(self) -> None:
        english, korean = examples.catalogue(), examples.catalogue("ko")
        assert [entry.name for entry in korean] == [entry.name for entry in english]
        groups = dict(zip((one.group for one in english), (one.group for one in korean), strict=True))
        assert [groups[entry.group] for entry in english] == [entry.group for entry in korean]
        assert len(set(groups.values())) == len(groups)

    @pytest.mark.parametrize("name", examples.names())
    def test_the_data_are_the_same_and_words_are_korean(self, name: str) -> None:
        english, korean = examples.load(name), examples.load(name, "ko")
        assert korean.comparison.p == english.comparison.p
        assert korean.comparison.q == english.comparison.q
        entry = next(one for one in examples.catalogue("ko") if one.name == name)
        for text in (entry.title, entry.reason, entry.group, entry.called):
            assert re.search("[가-힣]", text), text
        numbers = re.compile(r"\d+\.\d+|\d+(?= ?%)")
        assert sorted(numbers.findall(entry.reason)) == sorted(numbers.findall(english.reason))
        for label in korean.comparison.labels:
            assert not re.search("[A-Za-z]{2,}", label), label

    def test_its_words_lead_back(self) -> None:
        there, back = examples.vocabularies("en", "ko"), examples.vocabularies("ko", "en")
        assert there["weather"] == {"sunny": "맑음", "cloudy": "흐림", "rain": "비", "snow": "눈"}
        assert {name: {old: new for new, old in words.items()} for name, words in back.items()} == there
        assert "letters" not in there

    def test_what_the_window_calls_it(self) -> None:
        assert examples.called("weather") == "weather"
        assert examples.called("weather", "ko") == "날씨"
        assert examples.called("a file of mine", "ko") == "a file of mine"

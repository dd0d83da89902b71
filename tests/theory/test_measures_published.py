"""The measures against print; what is published in bits is given in bits."""

import math

import pytest

from klscope.theory import measures
from klscope.theory.measures import measure

BIT = math.log(2.0)

HORSES = [1 / 2, 1 / 4, 1 / 8, 1 / 16, 1 / 64, 1 / 64, 1 / 64, 1 / 64]
BOB = [1 / 2, 1 / 4, 1 / 8, 1 / 8]
ALICE = [1 / 8, 1 / 2, 1 / 4, 1 / 8]
LETTERS = [
    *(0.0575, 0.0128, 0.0263, 0.0285, 0.0913, 0.0173, 0.0133, 0.0313, 0.0599),
    *(0.0006, 0.0084, 0.0335, 0.0235, 0.0596, 0.0689, 0.0192, 0.0008, 0.0508),
    *(0.0567, 0.0706, 0.0334, 0.0069, 0.0119, 0.0073, 0.0164, 0.0007, 0.1928),
]

ENTROPIES = [
    # source, weights, bits, how far the printed digits go
    ("Cover and Thomas, example 1.1.1: 32 equal outcomes", [1] * 32, 5.0, 1e-14),
    ("Cover and Thomas, example 1.1.2: eight horses", HORSES, 2.0, 1e-14),
    ("Cover and Thomas, example 2.1.2", [1 / 2, 1 / 4, 1 / 8, 1 / 8], 1.75, 1e-14),
    ("scipy.stats.entropy, docs: a fair coin", [1 / 2, 1 / 2], 1.0, 1e-14),
    ("scipy.stats.entropy, docs: a biased coin", [9 / 10, 1 / 10], 0.46899559358928117, 1e-14),
    ("Olah, Visual Information Theory: Bob's words", BOB, 1.75, 1e-14),
    ("MacKay, figure 2.9: letters of English", LETTERS, 4.1, 0.05),
    ("a fair die: log2 6", [1] * 6, 2.584963, 5e-7),
    ("a coin of .99 and .01: the binary entropy function", [99, 1], 0.080793, 5e-7),
    ("one certain outcome", [0, 1, 0], 0.0, 0.0),
]


@pytest.mark.parametrize(
    ("weights", "bits", "reach"), [row[1:] for row in ENTROPIES], ids=[row[0] for row in ENTROPIES]
)
def test_published_entropies(weights, bits, reach):
    assert measures.entropy(weights) / BIT == pytest.approx(bits, rel=0, abs=reach)


THIRDS = [1 / 3, 1 / 3, 1 / 3]
BINOMIAL = [9 / 25, 12 / 25, 4 / 25]

DIVERGENCES = [
    # source, measure, P, Q, nats, how far the printed digits go
    (
        "Cover and Thomas, example 2.3.1, r = 1/2, s = 1/4",
        *("kl_divergence", [1, 1], [3, 1], (1 - math.log2(3) / 2) * BIT, 1e-15),
    ),
    (
        "Cover and Thomas, example 2.3.1, the other way",
        *("reverse_kl_divergence", [1, 1], [3, 1], (0.75 * math.log2(3) - 1) * BIT, 1e-15),
    ),
    ("scipy.stats.entropy, docs", "kl_divergence", [1, 1], [9, 1], 0.7369655941662062 * BIT, 1e-15),
    ("scipy.stats.entropy, docs: cross-entropy", "cross_entropy", [1, 1], [9, 1], 1.736965594166206 * BIT, 1e-15),
    ("jensenshannon, docs: disjoint", "jensen_shannon_divergence", [1, 0, 0], [0, 1, 0], BIT, 0.0),
    (
        "jensenshannon, docs: its square",
        *("jensen_shannon_divergence", [1, 0], [0.5, 0.5], 0.46450140402245893**2, 1e-15),
    ),
    ("Wikipedia, Kullback-Leibler divergence", "kl_divergence", BINOMIAL, THIRDS, 0.0852996, 5e-8),
    ("Wikipedia, the other way", "reverse_kl_divergence", BINOMIAL, THIRDS, 0.097455, 5e-7),
    ("Olah: Bob's words in Alice's code", "cross_entropy", BOB, ALICE, 2.375 * BIT, 1e-15),
    ("Olah: Alice's words in Bob's code", "reverse_cross_entropy", BOB, ALICE, 2.25 * BIT, 1e-15),
    ("Olah: what Bob pays", "kl_divergence", BOB, ALICE, 0.625 * BIT, 1e-15),
    ("by hand: a coin and a certainty", "total_variation_distance", [1, 1], [1, 0], 0.5, 0.0),
    ("by hand: 1 - sqrt(1/2)", "hellinger_distance", [1, 1], [1, 0], math.sqrt(1 - math.sqrt(0.5)), 1e-15),
    ("by hand: the same die", "perplexity_p", [1] * 6, [1] * 6, 6.0, 1e-14),
    ("by hand: a die of 6 in the code of 4 + 4", "cross_perplexity", [1] * 6 + [0, 0], [1] * 8, 8.0, 1e-14),
]


@pytest.mark.parametrize(
    ("name", "p", "q", "nats", "reach"), [row[1:] for row in DIVERGENCES], ids=[row[0] for row in DIVERGENCES]
)
def test_published_divergences(name, p, q, nats, reach):
    assert getattr(measure(p, q), name) == pytest.approx(nats, rel=0, abs=reach)


def test_a_published_value_in_nats():
    assert measures.entropy([1] * 6) == pytest.approx(1.791759, rel=0, abs=5e-7)
    assert measures.entropy([0.99, 0.01]) == pytest.approx(0.056002, rel=0, abs=5e-7)

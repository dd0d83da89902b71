"""Print the worst relative error of each measure, for klscope and other libraries, on a seeded corpus.

    python tests/benchmarks/accuracy.py [--cases 1280] [--seed 20240229]

The truth is mpmath's, from the exact weights. Every library gets the same
weights, normalised in float64 where it does not normalise itself, as its users
would. The worst error is that of the finite results; a NaN, or an infinity on
one side only, is counted below. torch and dit take part where they are
installed. Exits 1 if klscope exceeds a bound.
"""

import argparse
import importlib
import math
import sys
import time
import warnings
from pathlib import Path

import numpy as np
import scipy.spatial.distance
import scipy.special
import scipy.stats

from klscope.theory.measures import measure

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "theory"))
corpus = importlib.import_module("measures_corpus").corpus
oracle = importlib.import_module("measures_oracle")


class Klscope:
    """The measures of klscope, of the unnormalised weights."""

    name = "klscope"

    def measure(self, p, q):
        found = measure(p, q)
        return {name: getattr(found, name) for name in oracle.MEASURES}


class Scipy:
    """scipy's functions, or the shortest expression of them."""

    name = "scipy"

    def measure(self, p, q):
        p, q = np.array(p), np.array(q)
        p, q = p / p.sum(), q / q.sum()
        return {
            "entropy_p": scipy.stats.entropy(p),
            "entropy_q": scipy.stats.entropy(q),
            "cross_entropy": -scipy.special.xlogy(p, q).sum(),
            "reverse_cross_entropy": -scipy.special.xlogy(q, p).sum(),
            "kl_divergence": scipy.special.rel_entr(p, q).sum(),
            "reverse_kl_divergence": scipy.special.rel_entr(q, p).sum(),
            "jensen_shannon_divergence": scipy.spatial.distance.jensenshannon(p, q) ** 2,
            "total_variation_distance": scipy.spatial.distance.cityblock(p, q) / 2,
            "hellinger_distance": scipy.spatial.distance.euclidean(np.sqrt(p), np.sqrt(q)) / math.sqrt(2),
        }


class Torch:
    """torch.distributions.Categorical in float64, and the sums it has no function for."""

    name = "torch"

    def __init__(self):
        self.torch = importlib.import_module("torch")

    def measure(self, p, q):
        torch = self.torch
        p, q = (torch.tensor(side, dtype=torch.float64) for side in (p, q))
        p, q = p / p.sum(), q / q.sum()
        left, right = (torch.distributions.Categorical(probs=side, validate_args=False) for side in (p, q))
        middle = torch.distributions.Categorical(probs=(p + q) / 2, validate_args=False)
        kl = torch.distributions.kl_divergence
        return {
            name: float(value)
            for name, value in {
                "entropy_p": left.entropy(),
                "entropy_q": right.entropy(),
                "cross_entropy": -torch.special.xlogy(p, q).sum(),
                "reverse_cross_entropy": -torch.special.xlogy(q, p).sum(),
                "kl_divergence": kl(left, right),
                "reverse_kl_divergence": kl(right, left),
                "jensen_shannon_divergence": (kl(left, middle) + kl(right, middle)) / 2,
                "total_variation_distance": (p - q).abs().sum() / 2,
                "hellinger_distance": torch.dist(p.sqrt(), q.sqrt()) / math.sqrt(2),
            }.items()
        }


class Dit:
    """dit, whose results are in bits."""

    name = "dit"

    def __init__(self):
        self.dit = importlib.import_module("dit")
        self.divergences = importlib.import_module("dit.divergences")

    def measure(self, p, q):
        p, q = np.array(p), np.array(q)
        outcomes = [(index,) for index in range(p.size)]
        left, right = (self.dit.Distribution(outcomes, side / side.sum()) for side in (p, q))
        bits = {
            "entropy_p": self.dit.shannon.entropy(left),
            "entropy_q": self.dit.shannon.entropy(right),
            "cross_entropy": self.divergences.cross_entropy(left, right),
            "reverse_cross_entropy": self.divergences.cross_entropy(right, left),
            "kl_divergence": self.divergences.kullback_leibler_divergence(left, right),
            "reverse_kl_divergence": self.divergences.kullback_leibler_divergence(right, left),
            "jensen_shannon_divergence": self.divergences.jensen_shannon_divergence([left, right]),
        }
        plain = {
            "total_variation_distance": self.divergences.variational_distance(left, right),
            "hellinger_distance": self.divergences.hellinger_distance(left, right),
        }
        return {name: float(value) * math.log(2.0) for name, value in bits.items()} | {
            name: float(value) for name, value in plain.items()
        }


def installed():
    """Return the libraries that can be imported, our own first."""
    libraries = [Klscope(), Scipy()]
    for kind in (Torch, Dit):
        try:
            libraries.append(kind())
        except ImportError:
            print(f"({kind.name} is not installed)")
    return libraries


class Tally:
    """The results of one library for one measure."""

    def __init__(self):
        self.errors = []
        self.worst_case = ""
        self.negative = 0
        self.nan = 0
        self.infinite = 0
        self.zero = 0
        self.not_zero = 0
        self.refused = 0

    @property
    def worst(self):
        return max(self.errors, default=0.0)

    @property
    def worst_finite(self):
        return max(filter(math.isfinite, self.errors), default=0.0)

    def add(self, case, value, truth, negligible):
        """Count a result by its kind, and by its error where the truth is finite."""
        self.nan += math.isnan(value)
        self.infinite += not math.isnan(value) and math.isinf(value) != bool(truth == math.inf)
        self.negative += value < 0
        self.zero += value == 0 and truth >= negligible
        self.not_zero += truth == 0 and value != 0
        if 0 < truth < negligible:
            return
        error = oracle.error(value, truth)
        if error > self.worst or not self.errors:
            self.worst_case = case
        self.errors.append(error)


def run(libraries, cases, seed):
    """Return the tallies by library and measure."""
    tallies = {library.name: {name: Tally() for name in oracle.MEASURES} for library in libraries}
    for case, p, q in corpus(cases, seed):
        truths = oracle.truths(p, q)
        for library in libraries:
            mine = tallies[library.name]
            with warnings.catch_warnings(), np.errstate(all="ignore"):
                if library.name != "klscope":
                    warnings.simplefilter("ignore")
                try:
                    found = library.measure(p, q)
                except Exception as refusal:
                    if library.name == "klscope":
                        raise RuntimeError(f"klscope refuses {case}") from refusal
                    for tally in mine.values():
                        tally.refused += 1
                    continue
            for name, truth in truths.items():
                mine[name].add(case, float(found[name]), truth, oracle.NEGLIGIBLE[name])
    return tallies


def report(tallies):
    """Print the tables."""
    names = list(tallies)
    print("\nworst relative error, in units of 2^-52\n")
    print(f"{'measure':28}{'bound':>7}" + "".join(f"{name:>14}" for name in names) + "   worst case of klscope")
    for name in oracle.MEASURES:
        row = "".join(f"{_short(tallies[library][name].worst_finite):>14}" for library in names)
        print(f"{name:28}{oracle.BOUNDS[name]:7.0f}{row}   {tallies['klscope'][name].worst_case}")
    print("\nshare of the cases within the bound\n")
    print(f"{'measure':28}{'':7}" + "".join(f"{name:>14}" for name in names))
    for name in oracle.MEASURES:
        row = ""
        for library in names:
            errors = tallies[library][name].errors
            within = sum(error <= oracle.BOUNDS[name] for error in errors) / max(len(errors), 1)
            row += f"{within:14.1%}"
        print(f"{name:28}{'':7}{row}")
    print("\nresults that are wrong in kind, over all measures\n")
    kinds = {
        "negative": "negative",
        "nan": "NaN",
        "infinite": "infinite, or not, by mistake",
        "zero": "0 where the truth is positive",
        "not_zero": "not 0 where the truth is 0",
        "refused": "refused",
    }
    for kind, title in kinds.items():
        row = "".join(f"{sum(getattr(tally, kind) for tally in tallies[library].values()):14}" for library in names)
        print(f"{title:35}{row}")


def _short(error):
    return f"{error:.2f}" if error < 1000 else f"{error:.1e}"


def main():
    """Run, print, and return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--cases", type=int, default=1280, help="how many pairs (default: 1280)")
    parser.add_argument("--seed", type=int, default=20240229, help="of the corpus")
    options = parser.parse_args()
    start = time.perf_counter()
    warnings.simplefilter("error")
    tallies = run(installed(), options.cases, options.seed)
    report(tallies)
    print(f"\n{options.cases} cases, seed {options.seed}, {time.perf_counter() - start:.0f} s")
    mine = tallies["klscope"]
    broken = [name for name, tally in mine.items() if tally.worst > oracle.BOUNDS[name]]
    broken += [name for name, tally in mine.items() if tally.negative or tally.nan or tally.zero or tally.not_zero]
    if broken:
        print(f"klscope exceeds its bound: {', '.join(sorted(set(broken)))}")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())

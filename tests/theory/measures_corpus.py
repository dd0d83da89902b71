"""Pairs of weights made to break a measure, from a seed."""

import math
import random

SIZES = (2, 2, 2, 3, 3, 4, 5, 8, 26, 26, 100)
LARGEST = 1.7976931348623157e308
LEAST = 5e-324


def corpus(count=1280, seed=20240229):
    """Yield (name, p, q) for ``count`` pairs of lists of float, the kinds in turn."""
    for index in range(count):
        turn, place = divmod(index, len(KINDS))
        yield pair(KINDS[place], turn, seed)


def pair(kind, turn, seed=20240229):
    """Return (name, p, q): the pair of one kind that comes at a turn; every other turn it is swapped."""
    name = kind.__name__.strip("_")
    rng = random.Random(f"{seed}/{name}/{turn}")
    size = 1000 if turn == 7 and kind not in WIDE else SIZES[turn % len(SIZES)]
    p, q = kind(rng, size)
    return (f"{name}-{turn}", q, p) if turn % 2 else (f"{name}-{turn}", p, q)


def _step(rng, value, most=1):
    for _ in range(rng.randint(0, most)):
        value = math.nextafter(value, rng.choice((0.0, math.inf)))
    return value


def _uniform(rng, size):
    return [rng.random() for _ in range(size)], [rng.random() for _ in range(size)]


def _normalised(rng, size):
    pair = _uniform(rng, size)
    return tuple([value / math.fsum(side) for value in side] for side in pair)


def _one_ulp_at_one(rng, size):
    p, _ = _normalised(rng, size)
    q = list(p)
    place = rng.randrange(size)
    q[place] = math.nextafter(q[place], rng.choice((0.0, math.inf)))
    return p, q


def _one_ulp_at_all(rng, size):
    p, _ = _normalised(rng, size)
    return p, [_step(rng, value) for value in p]


def _near(rng, size):
    p, _ = _uniform(rng, size)
    nearness = 10.0 ** rng.uniform(-15, 0)
    return p, [value * (1 + nearness * rng.uniform(-0.9, 0.9)) for value in p]


def _label(rng, size):
    certain = 1 - 2.0**-53
    p = [2.0**-53 / (size - 1)] * size
    p[0] = certain
    q = [2.0 ** -rng.randint(40, 60) * rng.random() for _ in range(size)]
    q[rng.choice((0, 0, size - 1))] = certain
    return p, q


def _small_tails(rng, size):
    p = [10.0 ** rng.uniform(-302, -270) for _ in range(size)]
    q = [_step(rng, value, 3) for value in p]
    place = rng.randrange(size)
    p[place] = 1.0
    q[place] = rng.choice((1.0, 1 + EPSILON, 1 - EPSILON / 2, 0.3))
    return p, q


def _small_tails_apart(rng, size):
    p = [10.0 ** rng.uniform(-300, -250) for _ in range(size)]
    q = [10.0 ** rng.uniform(-300, -250) for _ in range(size)]
    p[0] = rng.choice((1.0, 3.0))
    q[rng.choice((0, 0, 0, -1))] = 1.0
    return p, q


def _denormals_beside_ones(rng, size):
    p, q = _uniform(rng, size)
    p[0] = LEAST * rng.randint(1, 1000)
    q[-1] = LEAST * rng.randint(1, 1000)
    return p, q


def _denormals_alone(rng, size):
    return [LEAST * rng.randint(0, 9) for _ in range(size - 1)] + [LEAST], [
        LEAST * rng.randint(1, 2**40) for _ in range(size)
    ]


def _disjoint(rng, size):
    cut = rng.randint(1, size - 1)
    p, q = _uniform(rng, size)
    return p[:cut] + [0.0] * (size - cut), [0.0] * cut + q[cut:]


def _nearly_disjoint(rng, size):
    p, q = _disjoint(rng, size)
    faint = 10.0 ** rng.uniform(-280, -10)
    return [value or faint for value in p], q


def _counts(rng, size):
    return tuple([float(int(1e6 / (1 + rng.randrange(10**5)))) for _ in range(size - 1)] + [1.0] for _ in "pq")


def _near_counts(rng, size):
    p, _ = _counts(rng, size)
    return p, [value + rng.randint(0, 1) for value in p]


def _scales(rng, size):
    p, q = _uniform(rng, size)
    left, right = rng.choice(((1e300, 1e-300), (1e-300, 1e-300), (1e300, 1e307)))
    return [value * left for value in p], [value * right for value in q]


def _largest(rng, size):
    return [LARGEST] * size, [LARGEST * rng.choice((1.0, 1 - EPSILON, 0.5)) for _ in range(size)]


def _wide(rng, size):
    return tuple([10.0 ** rng.uniform(-300, 300) for _ in range(size)] for _ in "pq")


def _wide_near(rng, size):
    p, _ = _wide(rng, size)
    return p, [_step(rng, value, 2) for value in p]


def _near_proportional(rng, size):
    p = [float(rng.randint(1, 10**6)) for _ in range(size)]
    factor = rng.choice((3.0, 7.0, 1 / 3, 1e200))
    return p, [_step(rng, factor * value) for value in p]


def _proportional(rng, size):
    p = [float(rng.randint(0, 2**40)) for _ in range(size)] + [1.0]
    factor = rng.choice((3.0, 5.0, 2.0**-1070, 1.0, 2.0**900))
    return p, [factor * value for value in p]


def _certain(rng, size):
    p, q = [0.0] * size, [0.0] * size
    p[rng.randrange(size)] = rng.choice((1.0, 7.0, LEAST, LARGEST))
    q[rng.randrange(size)] = rng.choice((1.0, 7.0, LEAST, LARGEST))
    return p, q


def _certain_against_some(rng, size):
    p, _ = _certain(rng, size)
    return p, _uniform(rng, size)[1]


def _one_outcome(rng, size):
    return [rng.choice((1.0, LEAST, LARGEST, rng.random() + size))], [rng.choice((1.0, LEAST, LARGEST))]


def _sparse(rng, size):
    def side():
        weights = [rng.random() if rng.random() < 0.5 else 0.0 for _ in range(size)]
        return weights if any(weights) else [1.0] * size

    return side(), side()


def _sparse_below(rng, size):
    _, q = _sparse(rng, size)
    p = [value * rng.choice((0.0, 1.0, 1.0 + EPSILON, rng.random())) for value in q]
    return (p, q) if any(p) else (q, q)


def _sparse_near(rng, size):
    p, _ = _sparse(rng, size)
    return p, [_step(rng, value) if value else 0.0 for value in p]


def _even_but_one(rng, size):
    p = [1.0] * size
    q = [1.0] * size
    q[rng.randrange(size)] += 10.0 ** rng.uniform(-15, 1)
    return p, q


def _deep_against_flat(rng, size):
    p = [rng.choice((1.0, 3.0, 1.5)) for _ in range(size)]
    p[rng.randrange(size)] = 10.0 ** rng.uniform(-280, -200)
    return p, [3.0 * _step(rng, value) for value in p]


def _geometric(rng, size):
    base = rng.uniform(0.05, 0.95)
    p = [base**power for power in range(min(size, 200))]
    return p, p[::-1]


def _logits(rng, size):
    spread = rng.choice((1.0, 10.0, 100.0))
    return tuple([math.exp(rng.gauss(0, spread)) for _ in range(size)] for _ in "pq")


def _where_formulas_meet(rng, size):
    ratios = (1.5, 1.4999, 2 / 3, 0.25, 0.2501, 0.2499, 0.5, 2.0, 3.0, 1 / 3, 1.25, 0.7)
    p = [rng.random() for _ in range(size)]
    return p, [value * rng.choice(ratios) for value in p]


def _two_nearly_even(rng, size):
    tilt = 10.0 ** rng.uniform(-16, -1)
    other = tilt * rng.uniform(-1, 1)
    return [0.5 + tilt, 0.5 - tilt] + [0.0] * (size - 2), [0.5 + other, 0.5 - other] + [0.0] * (size - 2)


EPSILON = 2.0**-52
KINDS = (
    _uniform,
    _normalised,
    _one_ulp_at_one,
    _one_ulp_at_all,
    _near,
    _label,
    _small_tails,
    _small_tails_apart,
    _denormals_beside_ones,
    _denormals_alone,
    _disjoint,
    _nearly_disjoint,
    _counts,
    _near_counts,
    _scales,
    _largest,
    _wide,
    _wide_near,
    _near_proportional,
    _proportional,
    _certain,
    _certain_against_some,
    _one_outcome,
    _sparse,
    _sparse_below,
    _sparse_near,
    _even_but_one,
    _deep_against_flat,
    _geometric,
    _logits,
    _where_formulas_meet,
    _two_nearly_even,
)
WIDE = (
    _small_tails,
    _small_tails_apart,
    _denormals_beside_ones,
    _nearly_disjoint,
    _wide,
    _wide_near,
    _deep_against_flat,
)

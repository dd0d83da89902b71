"""All measures of P and Q, by name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from html import escape
from typing import Any

from klscope.python.given_pairs import read_pair
from klscope.python.number_options import Options
from klscope.theory import catalogue
from klscope.theory.catalogue_row import Measure, Scale
from klscope.theory.distribution import FloatArray
from klscope.theory.measures import Measures
from klscope.theory.units import Unit, parse_unit

_ROWS = {known.name: known for known in catalogue.MEASURES}


class Measured(Mapping[str, float]):
    """The measures of P and Q by name: ``measures["kl_divergence"]``, or ``measures.kl_divergence``.

    A mapping in the order of the catalogue, each value computed when it is asked for.

    Parameters
    ----------
    measures : Measures
        The measures in nats.
    unit : Unit
        The unit of those that have one.
    order : float
        The order α of the Rényi and Tsallis divergences.

    Examples
    --------
    >>> import klscope
    >>> measures = klscope.measure([4, 2, 1, 1], [1, 4, 2, 1], unit="bit")
    >>> measures.entropy_p, measures.cross_entropy, measures["kl_divergence"]
    (1.75, 2.375, 0.625)
    """

    def __init__(self, measures: Measures, unit: Unit, order: float) -> None:
        self._measures = measures
        self.unit = unit.label
        if not order >= 0.0:
            raise ValueError(f"order={order!r} is not a number from 0 on")
        self.order = order
        self._unit = unit

    def __getitem__(self, name: str) -> float:
        return float(_ROWS[name].in_unit(self._measures, self._unit, self.order))

    def __getattr__(self, name: str) -> float:
        if name in _ROWS:
            return self[name]
        raise AttributeError(f"there is no measure {name!r}; there are {', '.join(_ROWS)}")

    def __iter__(self) -> Iterator[str]:
        return iter(_ROWS)

    def __len__(self) -> int:
        return len(_ROWS)

    def __dir__(self) -> list[str]:
        return sorted({*super().__dir__(), *_ROWS})

    @property
    def entropy_terms(self) -> FloatArray:
        """−P(i)·log P(i), shape ``(n,)``, in the unit; they add up to H(P)."""
        return self._terms(self._measures.entropy_terms)

    @property
    def cross_entropy_terms(self) -> FloatArray:
        """−P(i)·log Q(i), shape ``(n,)``, in the unit, ∞ included; they add up to H(P,Q)."""
        return self._terms(self._measures.cross_entropy_terms)

    @property
    def kl_terms(self) -> FloatArray:
        """P(i)·log P(i)/Q(i), shape ``(n,)``, in the unit, ∞ included; they add up to KL(P‖Q)."""
        return self._terms(self._measures.kl_terms)

    def _terms(self, nats: FloatArray) -> FloatArray:
        return self._unit.from_nats(nats) + 0.0  # no −0

    def _unit_of(self, known: Measure) -> str:
        return {Scale.INFORMATION: self.unit, Scale.ROOT: f"√{self.unit}", Scale.NONE: ""}[known.scale]

    def __repr__(self) -> str:
        width = max(map(len, _ROWS)) + 2
        return "\n".join(f"{name:<{width}}{self[name]!r} {self._unit_of(_ROWS[name])}".rstrip() for name in self)

    def _repr_html_(self) -> str:
        cells = (
            f"<tr><td><code>{name}</code></td><td>{escape(known.symbol)}</td>"
            f"<td>{self[name]:.6g}</td><td>{self._unit_of(known)}</td></tr>"
            for name, known in _ROWS.items()
        )
        return f"<table>{''.join(cells)}</table>"


def measure(
    p: Any,
    q: Any = None,
    *,
    labels: Sequence[str] | None = None,
    unit: str = "nat",
    order: float = catalogue.DEFAULT_ORDER,
    numbers: str | None = None,
    p_numbers: str | None = None,
    q_numbers: str | None = None,
    temperature: float = 1.0,
) -> Measured:
    """Measure two distributions.

    Parameters
    ----------
    p, q : array_like, mapping, Series, DataFrame or tensor, of ``n`` numbers
        P and Q as `klscope.show` takes them; only the ratios of the numbers count.
        Without ``q``, Q is uniform.
    labels : sequence of str, optional
        ``n`` names of the categories.
    unit : {"nat", "bit", "hartley"}
        The unit of the measures that have one; nats, as of the functions.
    order : float
        The order α of the Rényi and Tsallis divergences, 0 or more.
    numbers, p_numbers, q_numbers : str, optional
        What the numbers of both, of P, of Q are: "logits" or "log-probabilities";
        weights ("probabilities", "percent", "counts") where nothing is said.
    temperature : float
        The temperature of the softmax of logits.

    Returns
    -------
    Measured
        All measures by name, and the terms of the categories as arrays.

    Raises
    ------
    TypeError, ValueError
        If they are no distributions, or do not fit each other; the message says
        what, where, and what to do.

    Examples
    --------
    >>> import klscope
    >>> measures = klscope.measure({"a": 8, "b": 4, "c": 4}, {"c": 4, "a": 4, "b": 8}, unit="bit")
    >>> measures.kl_divergence
    0.25
    >>> measures.kl_terms
    array([ 0.5 , -0.25,  0.  ])
    >>> klscope.measure([1, 1], [1, 0]).kl_divergence
    inf
    """
    found = parse_unit(unit)
    pair = read_pair(p, q, labels, Options.of(numbers, p_numbers, q_numbers, temperature))
    return Measured(pair.measures(), found, float(order))

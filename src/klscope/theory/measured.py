"""What measuring two distributions yields: the numbers, and the terms they are sums of."""

from dataclasses import dataclass, field

from klscope.theory.compensated import Array
from klscope.theory.divergences import Divergences


@dataclass(frozen=True, eq=False, slots=True)
class Measures:
    """All that is measured of P and Q.

    Two of these are equal only if they are the same object: arrays have no one
    answer to ``==``.

    Attributes
    ----------
    entropy_p, entropy_q : float
        H(P) and H(Q), nats, in [0, log n].
    cross_entropy, reverse_cross_entropy : float
        H(P, Q) and H(Q, P), nats, in [0, +inf].
    kl_divergence, reverse_kl_divergence : float
        D(P‖Q) and D(Q‖P), nats, in [0, +inf].
    perplexity_p, cross_perplexity : float
        exp H(P), in [1, n], and exp H(P, Q), in [1, +inf]: numbers of outcomes.
    entropy_terms : ndarray, shape (n,)
        −p log p, nats, in [0, 1/e]; read-only.
    cross_entropy_terms : ndarray, shape (n,)
        −p log q, nats, in [0, +inf]; read-only.
    kl_terms : ndarray, shape (n,)
        p log(p/q), nats, in [−1/e, +inf]: +inf where p > 0 and q = 0, and 0
        where p = 0; read-only.
    apart : Divergences
        What the distances are computed from when they are first asked for.
    """

    entropy_p: float
    entropy_q: float
    cross_entropy: float
    reverse_cross_entropy: float
    kl_divergence: float
    reverse_kl_divergence: float
    perplexity_p: float
    cross_perplexity: float
    entropy_terms: Array
    cross_entropy_terms: Array
    kl_terms: Array
    apart: Divergences = field(repr=False)

    @property
    def jensen_shannon_divergence(self) -> float:
        """JS(P,Q), nats, in [0, log 2]."""
        return self.apart.jensen_shannon

    @property
    def total_variation_distance(self) -> float:
        """½Σ|p − q|, no unit, in [0, 1]."""
        return self.apart.variation

    @property
    def hellinger_distance(self) -> float:
        """√(½Σ(√p − √q)²), no unit, in [0, 1]."""
        return self.apart.hellinger

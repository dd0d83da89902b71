"""What measuring two distributions yields: the numbers, and the terms they are sums of."""

from dataclasses import dataclass

from klscope.theory.compensated import Array


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
    jensen_shannon_divergence : float
        Nats, in [0, log 2].
    total_variation_distance, hellinger_distance : float
        No unit, in [0, 1].
    perplexity_p, cross_perplexity : float
        exp H(P), in [1, n], and exp H(P, Q), in [1, +inf]: numbers of outcomes.
    entropy_terms : ndarray, shape (n,)
        −p log p, nats, in [0, 1/e]; read-only.
    cross_entropy_terms : ndarray, shape (n,)
        −p log q, nats, in [0, +inf]; read-only.
    kl_terms : ndarray, shape (n,)
        p log(p/q), nats, in [−1/e, +inf]: +inf where p > 0 and q = 0, and 0
        where p = 0; read-only.
    """

    entropy_p: float
    entropy_q: float
    cross_entropy: float
    reverse_cross_entropy: float
    kl_divergence: float
    reverse_kl_divergence: float
    jensen_shannon_divergence: float
    total_variation_distance: float
    hellinger_distance: float
    perplexity_p: float
    cross_perplexity: float
    entropy_terms: Array
    cross_entropy_terms: Array
    kl_terms: Array

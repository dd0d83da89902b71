"""Whether the weights of an option all have a place beside the largest. Needs numpy."""

from collections.abc import Sequence

from klscope.command_line.exits import UsageError
from klscope.files.weights_text import lost_weight
from klscope.theory.distribution import normalised
from klscope.theory.reading import LostWeightError


def check(option: str, weights: Sequence[float]) -> None:
    """Refuse weights of which a positive one would become 0."""
    try:
        normalised(weights)
    except LostWeightError as error:
        raise UsageError(f"{option}: {lost_weight(error.position, error.weight, error.largest)}") from None

"""The check that no positive weight becomes 0 by normalisation; it needs numpy."""

from collections.abc import Sequence

from klscope.command_line.exits import UsageError
from klscope.files.weights_text import lost_weight
from klscope.theory.distribution import normalised
from klscope.theory.reading import LostWeightError


def check(option: str, weights: Sequence[float]) -> None:
    """Raise UsageError if a positive weight would become 0."""
    try:
        normalised(weights)
    except LostWeightError as error:
        raise UsageError(f"{option}: {lost_weight(error.position, error.weight, error.largest)}") from None

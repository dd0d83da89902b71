"""What the caller says of numbers: weights, logits or log-probabilities."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from klscope.files.tables.options import NumberKind

WEIGHTS = (NumberKind.PROBABILITIES, NumberKind.PERCENT, NumberKind.COUNTS)
KINDS = (*(kind.value for kind in WEIGHTS), NumberKind.LOGITS.value, NumberKind.LOG_PROBABILITIES.value)


@dataclass(frozen=True)
class Options:
    """What the numbers of P and of Q are, None for weights; and the temperature of the softmax of logits."""

    p_kind: NumberKind | None = None
    q_kind: NumberKind | None = None
    temperature: float = 1.0

    @classmethod
    def of(cls, numbers: str | None, p_numbers: str | None, q_numbers: str | None, temperature: float) -> Options:
        """Check the keywords of a caller; raise ValueError for a value that they cannot have."""
        if numbers is not None and (p_numbers is not None or q_numbers is not None):
            raise ValueError("numbers is for P and Q: leave it out, or p_numbers and q_numbers")
        kinds = []
        for keyword, text in (("p_numbers", p_numbers), ("q_numbers", q_numbers)):
            word = numbers if numbers is not None else text
            if word is not None and word not in KINDS:
                wrong = keyword if numbers is None else "numbers"
                raise ValueError(f"{wrong}={word!r} is not one of {', '.join(map(repr, KINDS))}")
            kinds.append(None if word is None else NumberKind(word))
        if not (isinstance(temperature, (int, float, np.number)) and 0.0 < float(temperature) < math.inf):
            raise ValueError(f"temperature={temperature!r} is not a number above 0")
        return cls(kinds[0], kinds[1], float(temperature))

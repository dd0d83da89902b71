"""Entropy, cross-entropy and KL divergence of two distributions: the window, its pictures and its functions.

>>> import klscope
>>> pair = klscope.show({"a": 8, "b": 4, "c": 4}, {"a": 1, "b": 2, "c": 1})  # doctest: +SKIP
>>> klscope.figure([0.5, 0.25, 0.25], [0.25, 0.5, 0.25])  # doctest: +SKIP

``show`` opens the window, ``figure`` draws the picture, ``read`` reads a file, ``measure`` computes all measures, and
there is a function for all but the perplexities. Each name is imported when it is first used: Qt by ``show`` and
``figure`` alone.
"""

from typing import TYPE_CHECKING, Any

from klscope.by_name import load

if TYPE_CHECKING:
    from klscope.python.figures import Figure as Figure
    from klscope.python.figures import figure as figure
    from klscope.python.functions import bhattacharyya_distance as bhattacharyya_distance
    from klscope.python.functions import chi_square_divergence as chi_square_divergence
    from klscope.python.functions import cross_entropy as cross_entropy
    from klscope.python.functions import efficiency as efficiency
    from klscope.python.functions import entropy as entropy
    from klscope.python.functions import hellinger_distance as hellinger_distance
    from klscope.python.functions import jeffreys_divergence as jeffreys_divergence
    from klscope.python.functions import jensen_shannon_distance as jensen_shannon_distance
    from klscope.python.functions import jensen_shannon_divergence as jensen_shannon_divergence
    from klscope.python.functions import kl_divergence as kl_divergence
    from klscope.python.functions import renyi_divergence as renyi_divergence
    from klscope.python.functions import renyi_entropy as renyi_entropy
    from klscope.python.functions import total_variation_distance as total_variation_distance
    from klscope.python.functions import tsallis_divergence as tsallis_divergence
    from klscope.python.functions import tsallis_entropy as tsallis_entropy
    from klscope.python.measured import Measured as Measured
    from klscope.python.measured import measure as measure
    from klscope.python.pair import Pair as Pair
    from klscope.python.reading import FileReadError as FileReadError
    from klscope.python.reading import ReadError as ReadError
    from klscope.python.reading import read as read
    from klscope.python.showing import Window as Window
    from klscope.python.showing import show as show

_NAMES = {
    "figures": ("Figure", "figure"),
    "functions": (
        "bhattacharyya_distance",
        "chi_square_divergence",
        "cross_entropy",
        "efficiency",
        "entropy",
        "hellinger_distance",
        "jeffreys_divergence",
        "jensen_shannon_distance",
        "jensen_shannon_divergence",
        "kl_divergence",
        "renyi_divergence",
        "renyi_entropy",
        "total_variation_distance",
        "tsallis_divergence",
        "tsallis_entropy",
    ),
    "measured": ("Measured", "measure"),
    "pair": ("Pair",),
    "reading": ("FileReadError", "ReadError", "read"),
    "showing": ("Window", "show"),
}
"""The public names by the module of `klscope.python` that has them."""

_MODULES = {name: f"klscope.python.{module}" for module, names in _NAMES.items() for name in names}

__all__ = tuple(sorted(_MODULES))  # a tuple, made from the table


if not TYPE_CHECKING:  # mypy would take every name for one that is there

    def __getattr__(name: str) -> Any:
        """Import a public name on first use."""
        module = _MODULES.get(name)
        if module is None:
            raise AttributeError(f"module 'klscope' has no attribute {name!r}", name=name, obj=load(__name__))
        value = globals()[name] = load(module, name)
        return value


def __dir__() -> list[str]:
    return sorted({*globals(), *_MODULES})

"""The columns of a table of names, P and Q; apart from its reading, which is slow to import."""

NAMES, P, Q = range(3)
Texts = tuple[tuple[str, ...], ...]
"""The texts of each column."""

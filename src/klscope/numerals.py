"""How the exact value of a double is written, in the window and without it."""


def shortest(number: float) -> str:
    """Return the shortest decimal that reads back to the same double: "0.2", "1e-5", "1e308", "inf"; 0 has no sign.

    The digits are those of Python's repr.
    """
    mantissa, *exponent = repr(number + 0.0).split("e")
    return "e".join([mantissa.removesuffix(".0"), *(str(int(digits)) for digits in exponent)])

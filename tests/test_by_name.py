"""What is loaded by name is what an import gives."""

import math

from klscope.by_name import load


def test_a_module_and_what_it_has():
    assert load("math") is math
    assert load("math", "sqrt") is math.sqrt

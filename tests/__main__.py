"""``python3 tests [pytest arguments…]``: install what the tests need the first time, and run them."""

import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "src"))

from bootstrap.testing import start_tests

sys.exit(start_tests(sys.argv[1:]))

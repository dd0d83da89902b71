"""``python3 src/bootstrap [dependency group…]``: make the environment without starting klscope.

``python3 src/bootstrap packages`` prints the system packages that the window and the tests need, and makes nothing:
``sudo apt-get install $(python3 src/bootstrap packages)``.
"""

import os
import sys

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

from bootstrap.environment import Environment
from bootstrap.starting import ROOT, prepare, print_packages

sys.exit(print_packages() if sys.argv[1:] == ["packages"] else prepare(Environment(ROOT), tuple(sys.argv[1:])))

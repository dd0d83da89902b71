"""``python3 src/bootstrap [dependency group…]``: make the environment and start nothing."""

import os
import sys

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

from bootstrap.environment import Environment
from bootstrap.starting import ROOT, prepare

sys.exit(prepare(Environment(ROOT), tuple(sys.argv[1:])))

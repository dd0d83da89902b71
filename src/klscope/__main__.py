"""``python -m klscope``."""

import sys

from klscope.cli import main

sys.exit(main())

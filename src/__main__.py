"""``python3 src [klscope arguments…]``: install klscope beside itself the first time, and start it."""

import sys

from bootstrap.starting import start_program

sys.exit(start_program(sys.argv[1:]))

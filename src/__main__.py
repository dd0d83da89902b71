"""``python3 src [klscope arguments…]``: install klscope beside itself the first time, and start it."""

import sys

import bootstrap

sys.exit(bootstrap.start_program(sys.argv[1:]))

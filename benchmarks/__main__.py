"""`python -m benchmarks [NAME…]`: run all benchmarks, or those named."""

import sys

from benchmarks import reading, startup

BENCHMARKS = {"startup": startup.main, "reading": reading.main}

for name in sys.argv[1:] or BENCHMARKS:
    BENCHMARKS[name]()

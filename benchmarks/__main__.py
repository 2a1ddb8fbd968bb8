"""`python -m benchmarks [NAME…]`: run all benchmarks, or those named."""

import sys

from benchmarks import checking, reading, startup

BENCHMARKS = {"startup": startup.main, "reading": reading.main, "checking": checking.main}

for name in sys.argv[1:] or BENCHMARKS:
    BENCHMARKS[name]()

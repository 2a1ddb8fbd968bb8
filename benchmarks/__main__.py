"""`python -m benchmarks [NAME…]`: run all benchmarks, or those named."""

import sys

from benchmarks import checking, deadlines, duplicates, reading, startup, workbook

BENCHMARKS = {
    "startup": startup.main,
    "reading": reading.main,
    "deadlines": deadlines.main,
    "checking": checking.main,
    "duplicates": duplicates.main,
    "workbook": workbook.main,
}

for name in sys.argv[1:] or BENCHMARKS:
    BENCHMARKS[name]()

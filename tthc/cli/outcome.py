"""Exit codes."""

from enum import IntEnum


class Outcome(IntEnum):
    """What a run came to; scripts and pipelines rely on these numbers."""

    FINE = 0
    FINDINGS = 1  # at or above the severity that was asked to fail
    USAGE = 2  # a wrong option or configuration
    FAILURE = 3  # the catalogue cannot be read, or a fault of the program
    INTERRUPTED = 130

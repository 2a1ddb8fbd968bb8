"""`tthc show CODE`."""

HELP = "x"


def command() -> None:
    """Print."""

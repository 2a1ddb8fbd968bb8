"""Dossiers of a year, as the statistics count them."""

from typing import Any

from tools.sample.draw import Draw

_ONLINE = {"full": (0.38, 0.86), "partial": (0.25, 0.68), "information": (0.0, 0.0)}  # of the dossiers, from … to …


def dossiers(record: dict[str, Any], volume: int, draw: Draw) -> str:
    """A row of statistics/<year>.csv; many procedures see no dossier in a year."""
    quiet = volume < 20 and draw.chance(0.35)
    received = 0 if quiet else int(volume * (0.15 + 2 * draw.share() ** 2))
    low, high = _ONLINE[record["online"]["level"]]
    online = int(received * (low + (high - low) * draw.share()))
    late = int(received * (0.03 * draw.share() ** 2)) if draw.chance(0.8) else 0
    return f"{record['code']},{received},{online},{received - late}\n"

"""What the words that named one entry name as well."""

from collections.abc import Sequence

from tthc.domain.entry import Entry
from tthc.messages import _
from tthc.report.model import Block, Note


def blocks(others: Sequence[Entry]) -> list[Block]:
    """The other entries with their places; nothing where there are none."""
    if not others:
        return []
    places = ", ".join(f"{other.key} ({other.location})" for other in others)
    return [Note(_("The same words also name: {places}").format(places=places))]

"""A procedure where it stands in a catalogue."""

from dataclasses import dataclass

from tthc.domain.finding import Location
from tthc.domain.procedure import Procedure


@dataclass(frozen=True, slots=True)
class Entry:
    """A procedure with the agency and field its file belongs to, and the place of its record."""

    procedure: Procedure
    agency: str
    field: str
    location: Location

    @property
    def key(self) -> str:
        """What names the procedure to a reader: its code, else its local id, else its name."""
        return self.procedure.identifier or self.procedure.name

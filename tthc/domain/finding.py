"""A place in a file, and something to say about it."""

from dataclasses import dataclass
from enum import IntEnum
from typing import NamedTuple


class Severity(IntEnum):
    """How grave a finding is; higher is graver."""

    NOTE = 1
    WARNING = 2
    ERROR = 3

    @property
    def key(self) -> str:
        return self.name.lower()


class Location(NamedTuple):
    """Where something stands: path as the user gave it, line and column from 1 (0 = the whole file)."""

    path: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        return ":".join([self.path, *(str(n) for n in (self.line, self.column) if n)])


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing wrong or worth knowing.

    `message` says what is wrong and what was expected, `help` how to put it right, `ground` the law it rests on.
    `procedure` is the code (or the name, where there is no code) of the entry concerned, `subject` the field in it.
    """

    rule: str
    severity: Severity
    message: str
    location: Location
    help: str = ""
    ground: str = ""
    procedure: str = ""
    subject: str = ""

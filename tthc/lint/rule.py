"""What a rule is: a frozen description with its manual, and a pure function that finds."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tthc.domain.entry import Entry
from tthc.domain.finding import Severity
from tthc.messages import _

Path = tuple[str | int, ...]


class Scope(StrEnum):
    """What a rule looks at."""

    FILE = "file"  # how a file is written; found while reading
    PROCEDURE = "procedure"
    CATALOGUE = "catalogue"
    EDIT = "edit"  # what changed since a revision


class Fixability(StrEnum):
    """Whether a finding can be put right by the program."""

    SAFE = "safe"  # only the form changes, never the meaning
    SUGGEST = "suggest"  # a person must agree
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Issue:
    """One thing a rule found.

    `path` leads to it inside the record of `entry` (set by the engine for rules on single procedures), or inside `file`
    where it stands in one of the files beside the procedures. `severity` and `ground` are set only where they differ
    from the rule's own; a severity can only be milder.
    """

    message: str
    path: Path = ()
    help: str = ""
    entry: Entry | None = None
    also: Entry | None = None  # the other of a pair
    file: str = ""
    severity: Severity | None = None
    ground: str = ""
    fix: tuple[tuple[Path, str], ...] = ()  # new texts, each with its path in the record


# Takes (entry, context) for a procedure, (context) for the whole catalogue, (change, context) for an edit.
Check = Callable[..., Iterable[Issue]]


@dataclass(frozen=True, slots=True)
class Rule:
    """The description of a rule. `what`, `why` and the two examples are its manual; the examples are run as tests.

    `ground` is the legal ground as it is cited, `since` the day from which it holds: earlier dates are not checked.
    Where nobody has read the ground in the document itself, it is not `verified`, and whoever reads it is told.
    A rule that is not `default` runs only where it is selected. Rules on single procedures look at those in force,
    unless they hold `in_any_status`: what is repealed or replaced need not be completed, nor follow the law of today.
    """

    id: str
    slug: str
    severity: Severity
    what: str
    why: str
    bad: str
    ok: str
    check: Check | None = None
    scope: Scope = Scope.PROCEDURE
    fix: Fixability = Fixability.NONE
    ground: str = ""
    verified: bool = True
    since: date | None = None
    references: tuple[str, ...] = ()
    default: bool = True
    in_any_status: bool = False

    @property
    def cited(self) -> str:
        """The ground as people read it; "" without one."""
        return (
            self.ground
            if self.verified
            else _("{ground} (not verified against the text itself)").format(ground=self.ground)
        )

    def __str__(self) -> str:
        return f"{self.id} {self.slug}"

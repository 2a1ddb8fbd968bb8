"""What rules may ask: the catalogue, the day they check for, the law of that day, and deadlines understood once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property, lru_cache

from tthc.analysis.calendars import official
from tthc.analysis.comparison import Comparison
from tthc.analysis.cuts import comparer
from tthc.analysis.deadlines import read
from tthc.analysis.online.criteria import NoRegimeError, Regime, regime
from tthc.analysis.online.stated import Contradiction, stated
from tthc.analysis.overview import is_citizens
from tthc.catalogue.model import Catalogue
from tthc.domain.deadline import Deadline
from tthc.domain.entry import Entry
from tthc.domain.manifest import LegalDocument
from tthc.domain.procedure import DeadlineText
from tthc.lint import law
from tthc.lint.rule import Path
from tthc.lint.wording import texts
from tthc.text.normalise import normalise

plain = lru_cache(maxsize=50_000)(normalise)


@dataclass(frozen=True, eq=False)  # compared by identity, so that what follows from it can be cached
class Context:
    """Rules get all they know from here; they read no files and no clock."""

    catalogue: Catalogue
    as_of: date
    horizon: int = 180  # days before the end of a legal document from which its end is announced
    _latest: tuple[Entry | None, Sequence[tuple[Path, str]]] = (None, ())
    _judged: tuple[Entry | None, Sequence[Contradiction]] = (None, ())

    @cached_property
    def alone(self) -> "Context":
        """What rules on single procedures see: all but the other procedures."""
        return replace(self, catalogue=replace(self.catalogue, entries=(), statistics=(), decisions=(), findings=()))

    @cached_property
    def documents(self) -> Mapping[str, LegalDocument]:
        """The registry of legal documents by the key of their number."""
        return law.documents(self.catalogue.documents)

    def agency(self, name: str) -> str:
        """The full name of an agency given by id or by name."""
        return self.catalogue.agency_name(name)

    def texts(self, entry: Entry) -> Sequence[tuple[Path, str]]:
        """Every text of a record with its path; several rules ask for those of one record in turn."""
        if self._latest[0] is not entry:
            object.__setattr__(self, "_latest", (entry, list(texts(entry.procedure))))
        return self._latest[1]

    @cached_property
    def regime(self) -> Regime | None:
        """The law of online service of the day; None before the first one that is known."""
        try:
            return regime(self.as_of)
        except NoRegimeError:
            return None

    def contradictions(self, entry: Entry) -> Sequence[Contradiction]:
        """What the fields of a record contradict about online service, as `tthc online` has it, for those it judges.

        Internal procedures have no level of online service; those of vertical agencies are not the province's to offer.
        """
        if self._judged[0] is not entry:
            law = self.regime if is_citizens(entry) else None
            found = stated(entry.procedure, law, self.as_of) if law else ()
            object.__setattr__(self, "_judged", (entry, found))
        return self._judged[1]

    def file(self, name: str) -> str:
        """The path under which a file beside the procedures is shown."""
        return (self.catalogue.root / name).as_posix()


def deadline(stated: DeadlineText) -> Deadline | None:
    """What a record states as a deadline, understood."""
    return read(stated)


def comparison(entry: Entry) -> Comparison:
    """The local deadline of a procedure against its legal one."""
    procedure = entry.procedure
    return compare_texts(procedure.legal.deadline, procedure.local.deadline)


def compare_texts(legal: DeadlineText, local: DeadlineText) -> Comparison:
    """Two stated deadlines, compared: whatever stands first is taken as the legal one."""
    return comparer(official())(legal, local)

from collections.abc import Callable

import pytest

from tthc.analysis.calendars import official
from tthc.analysis.cuts import CutRow, rows
from tthc.domain.entry import Entry
from tthc.domain.finding import Location
from tthc.domain.procedure import Legal, Local, Procedure


@pytest.fixture(scope="session")
def entry() -> Callable[..., Entry]:
    """A procedure with these deadlines."""

    def make(legal=None, local=None, code="1.000001", *, field="Đất đai", agency="so-tai-chinh", **more) -> Entry:
        procedure = Procedure(
            name=f"Thủ tục {code}", code=code, legal=Legal(deadline=legal), local=Local(deadline=local), **more
        )
        return Entry(procedure, agency, field, Location("x.yaml"))

    return make


@pytest.fixture(scope="session")
def compared(entry) -> Callable[..., tuple[CutRow, ...]]:
    """Rows for pairs of deadlines, with codes 9.000001, 9.000002 …; `dossiers` by code."""

    def make(*pairs, dossiers=None, **more) -> tuple[CutRow, ...]:
        entries = [entry(legal, local, f"9.{n:06}", **more) for n, (legal, local) in enumerate(pairs, 1)]
        return rows(entries, official(), dossiers)

    return make

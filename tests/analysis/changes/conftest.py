from collections.abc import Callable
from pathlib import Path

import pytest
from pydantic import TypeAdapter

from tthc.catalogue.model import Catalogue
from tthc.domain.entry import Entry
from tthc.domain.finding import Location
from tthc.domain.manifest import Jurisdiction, Manifest
from tthc.domain.procedure import Procedure

RECORD = {"code": "1.009645", "name": "Cấp giấy phép mẫu"}


@pytest.fixture(scope="session")
def record() -> Callable[..., Entry]:
    """A record as it would be read from a file."""
    procedures = TypeAdapter(Procedure)

    def make(said=None, *, agency="so-xay-dung", field="Xây dựng", file="procedures/x.yaml", line=1, **more) -> Entry:
        procedure = procedures.validate_python(RECORD | (said or {}) | more)
        return Entry(procedure, agency, field, Location(f"catalogue/{file}", line))

    return make


@pytest.fixture(scope="session")
def edition() -> Callable[..., Catalogue]:
    """A catalogue of these entries."""

    def make(*entries: Entry) -> Catalogue:
        return Catalogue(Path("catalogue"), Manifest(Jurisdiction("Tỉnh Thử Nghiệm")), entries)

    return make

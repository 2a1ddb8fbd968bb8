"""Small catalogues in memory."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pydantic import TypeAdapter

from tthc.catalogue.model import Catalogue
from tthc.domain.entry import Entry
from tthc.domain.finding import Location
from tthc.domain.manifest import Jurisdiction, Manifest
from tthc.domain.procedure import Procedure

_PROCEDURE = TypeAdapter(Procedure)


def _entry(line: int, record: dict[str, Any]) -> Entry:
    outside = {"agency": "so-xay-dung", "field": "Lĩnh vực mẫu"}
    own = {key: value for key, value in record.items() if key not in outside}
    agency, field = (record.get(key, usual) for key, usual in outside.items())
    return Entry(_PROCEDURE.validate_python(own), agency, field, Location("ho-so.yaml", line, 5))


@pytest.fixture(scope="session")
def catalogue() -> Callable[..., Catalogue]:
    """A catalogue of these records; `agency` and `field` are those of the file a record stands in."""

    def make(*records: dict[str, Any], decisions: tuple[Any, ...] = (), name: str = "Tỉnh Mẫu") -> Catalogue:
        entries = tuple(_entry(10 * number, record) for number, record in enumerate(records, start=1))
        return Catalogue(Path("mau"), Manifest(Jurisdiction(name)), entries, decisions=decisions)

    return make

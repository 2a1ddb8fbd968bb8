"""Where the parts of a record stand."""

import pytest

from tthc.catalogue.locate import Sources
from tthc.domain.finding import Location

PATH = "c/procedures/a.yaml"
BLOCK = """\
\ufeffagency: a
procedures:
  # the first
  - code: "1"
    name: Một
# a comment at the margin
    steps:
      - Nộp

      - |
        Nhận
        kết quả
    legal: {deadline: 3 ngày, basis: [x, y]}
  - code: "2"
    name: Hai
"""
FLOW = "agency: a\nprocedures: [{code: '1',\n  name: Một}, {name: Hai}]\n"


@pytest.mark.parametrize(
    ("record", "path", "place"),
    [
        (4, (), (4, 5)),
        (4, ("code",), (4, 11)),
        (4, ("name",), (5, 11)),
        (4, ("steps",), (7, 5)),
        (4, ("steps", 1), (10, 9)),
        (4, ("legal", "deadline"), (13, 23)),
        (4, ("legal", "basis", 1), (13, 42)),
        (4, ("legal", "decision"), (13, 5)),  # missing: the nearest part above it
        (4, ("fee",), (4, 5)),
        (14, ("name",), (15, 11)),
        (0, ("agency",), (1, 9)),
        (99, ("name",), (99, 5)),
    ],
)
def test_places(record: int, path: tuple[str | int, ...], place: tuple[int, int]) -> None:
    found = Sources({PATH: BLOCK.encode()}).place(Location(PATH, record, 5), path)
    assert (found.line, found.column) == place


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_line_ends_make_no_difference(ends: str) -> None:
    found = Sources({PATH: BLOCK.replace("\n", ends).encode()}).place(Location(PATH, 4, 5), ("steps", 1))
    assert found == Location(PATH, 10, 9)


def test_records_in_flow_style() -> None:
    sources = Sources({PATH: FLOW.encode()})
    assert sources.place(Location(PATH, 2, 14), ("name",)) == Location(PATH, 3, 9)


def test_the_position_of_a_record_in_its_file() -> None:
    sources = Sources({PATH: BLOCK.encode()})
    assert [sources.index(Location(PATH, line)) for line in (4, 14, 5)] == [0, 1, None]


def test_a_file_that_is_gone_has_no_places() -> None:
    record = Location("nowhere.yaml", 3, 5)
    assert Sources().place(record, ("name",)) == record

"""What every official document states: its head and foot, its sources."""

from datetime import date
from pathlib import Path

import pytest

from tthc.analysis.calendars import official
from tthc.catalogue.model import Catalogue
from tthc.catalogue.selection import Selection
from tthc.domain.manifest import Agency, Jurisdiction, Letterhead, Manifest
from tthc.report.model import Annex, Definitions
from tthc.report.official.common import Stated, letter, part, sources

HEAD = Letterhead(
    agency="Văn phòng UBND tỉnh", parent="UBND tỉnh", place="Thử Nghiệm", grounds=("Căn cứ A",), recipients=("Lưu: VT",)
)


def catalogue(**manifest) -> Catalogue:
    return Catalogue(
        Path("catalogue"),
        Manifest(**{"jurisdiction": Jurisdiction(name="Tỉnh Thử Nghiệm"), **manifest}),
        (),
        agencies={"so-xay-dung": Agency("so-xay-dung", "Sở Xây dựng")},
    )


def items(annex: Annex) -> dict[str, str]:
    (definitions,) = annex.blocks
    assert isinstance(definitions, Definitions)
    return dict(definitions.items)


def test_the_letterhead_of_the_catalogue_makes_the_letter():
    made = letter(catalogue(letterhead=HEAD), "Kết quả", ["Căn cứ B", "Căn cứ A"])
    assert (made.agency, made.parent, made.place) == ("Văn phòng UBND tỉnh", "UBND tỉnh", "Thử Nghiệm")
    assert (made.name, made.about) == ("REPORT", "Kết quả")
    assert made.grounds == ("Căn cứ A", "Căn cứ B")
    assert made.recipients == ("Lưu: VT",)


@pytest.mark.parametrize(
    ("name", "parent", "place"),
    [
        ("Tỉnh Bắc Ninh", "Ủy ban nhân dân tỉnh Bắc Ninh", "Bắc Ninh"),
        ("Thành phố Huế", "Ủy ban nhân dân thành phố Huế", "Huế"),
        ("Sở Y tế", "", ""),
    ],
)
def test_where_the_catalogue_is_silent_the_letter_is_blank_but_for_the_province(name, parent, place):
    made = letter(catalogue(jurisdiction=Jurisdiction(name=name)), "Kết quả")
    assert (made.parent, made.place) == (parent, place)
    assert (made.agency, made.symbol, made.grounds, made.recipients, made.signer) == ("", "", (), (), "")


def test_sources_name_edition_revision_and_calendar():
    stated = Stated(date(2026, 11, 1), "1a2b3c4d5e", "field: Đất đai")
    found = items(
        sources(
            catalogue(edition=date(2026, 10, 1), title="Danh mục"),
            stated,
            [("Counted", "10")],
            [("Mean", "sum by number")],
            calendar=official(),
            rules=102,
        )
    )
    assert found["Catalogue"] == "Danh mục"
    assert (found["Edition"], found["Judged as of"]) == ("2026-10-01", "2026-11-01")
    assert found["Revision"] == "1a2b3c4d5e"
    assert found["Part of the catalogue"] == "field: Đất đai"
    assert found["Rules"] == "102 rules of this version"
    assert "announced for 2025, 2026" in found["Working calendar"]
    assert "not announced yet for 2027" in found["Working calendar"]
    assert (found["Counted"], found["Mean"]) == ("10", "sum by number")


def test_sources_do_not_speak_of_what_there_is_not():
    found = items(sources(catalogue(), Stated(), []))
    assert found.keys() == {"Catalogue", "Edition", "Program"}
    assert found["Edition"] == "not stated"


@pytest.mark.parametrize(
    ("selection", "words"),
    [
        (Selection(), ""),
        (Selection(fields=["Đất đai", "Hộ tịch"]), "field: Đất đai, Hộ tịch"),
        (Selection(agencies=["so-xay-dung"], levels=["Province"]), "agency: Sở Xây dựng; level: province"),
        (Selection(codes=["9.000001"], internal=False), "code: 9.000001; without internal procedures"),
        (Selection(internal=True), "internal procedures only"),
    ],
)
def test_the_filters_in_words(selection, words):
    assert part(catalogue(), selection) == words

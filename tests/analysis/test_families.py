"""Near relatives that do not fit together."""

from pathlib import Path

import pytest
from pydantic import TypeAdapter

from tthc.analysis.calendars import official
from tthc.analysis.duplicates.parts import Part
from tthc.analysis.duplicates.survey import survey
from tthc.analysis.families import Kind, misfits
from tthc.catalogue.model import Catalogue
from tthc.domain.entry import Entry
from tthc.domain.finding import Location
from tthc.domain.manifest import Jurisdiction, Manifest
from tthc.domain.procedure import Procedure

PROCEDURE = TypeAdapter(Procedure)


def found(*records):
    entries = tuple(
        Entry(PROCEDURE.validate_python(record), "so-cong-thuong", "Rượu", Location("a.yaml", line, 5))
        for line, record in enumerate(records, 1)
    )
    return misfits(survey(Catalogue(Path("x"), Manifest(Jurisdiction("Mẫu")), entries)), official())


def record(name, legal=None, local=None, papers=(), **more):
    return {"name": name, "legal": {"deadline": legal}, "local": {"deadline": local}, "dossier": list(papers)} | more


ISSUE = record("Cấp giấy phép nấu rượu thủ công", "10 ngày làm việc", "7 ngày làm việc", ["Đơn", "Bản vẽ"])


@pytest.mark.parametrize("act", ["Cấp lại", "Cấp đổi"])
@pytest.mark.parametrize(
    ("legal", "local", "parts"),
    [
        ("10 ngày làm việc", "7 ngày làm việc", ()),
        ("5 ngày làm việc", "2 ngày làm việc", ()),
        ("12 ngày làm việc", "7 ngày làm việc", (Part.LEGAL_DEADLINE,)),
        ("12 ngày làm việc", "8 ngày làm việc", (Part.LEGAL_DEADLINE, Part.LOCAL_DEADLINE)),
        ("10 ngày", "9 ngày làm việc", (Part.LOCAL_DEADLINE,)),
        (None, None, ()),
    ],
)
def test_a_reissue_slower_than_the_issue(act, legal, local, parts):
    other = record(f"{act} giấy phép nấu rượu thủ công", legal, local)
    assert [(misfit.kind, misfit.parts) for misfit in found(ISSUE, other)] == (
        [(Kind.SLOWER_REISSUE, parts)] if parts else []
    )


@pytest.mark.parametrize(("papers", "kinds"), [(2, []), (3, [Kind.HEAVIER_RENEWAL]), (0, [])])
def test_a_renewal_with_more_papers(papers, kinds):
    other = record("Gia hạn giấy phép nấu rượu thủ công", papers=["Đơn", "Giấy phép", "Báo cáo"][:papers])
    assert [misfit.kind for misfit in found(ISSUE, other)] == kinds


def test_the_issue_of_another_paper_or_level_is_no_measure():
    slow = "30 ngày làm việc"
    assert found(ISSUE, record("Cấp lại giấy phép bán buôn thuốc lá", slow, slow)) == ()
    names = (ISSUE | {"level": "commune"}, record("Cấp lại giấy phép nấu rượu thủ công", slow, slow, level="province"))
    assert found(*names) == ()


@pytest.mark.parametrize(
    ("change", "parts"),
    [
        ({}, ()),
        ({"fee": "200.000 đồng"}, (Part.FEE,)),
        ({"local": {"deadline": "5 ngày làm việc"}}, (Part.LOCAL_DEADLINE,)),
    ],
)
def test_two_levels(change, parts):
    one = ISSUE | {"level": "province", "fee": "100.000 đồng"}
    result = found(one, one | {"level": "commune"} | change)
    assert [(misfit.kind, misfit.parts) for misfit in result] == ([(Kind.LEVELS, parts)] if parts else [])


def test_one_article_with_two_deadlines():
    def of(name, deadline, article="Luật mẫu số 1/2020/QH14, Điều 5"):
        return {"name": name, "legal": {"deadline": deadline, "basis": [article]}}

    names = "Cấp giấy phép nấu rượu thủ công", "Cấp giấy phép bán buôn thuốc lá"
    (misfit,) = found(of(names[0], "5 ngày"), of(names[1], "7 ngày"))
    assert (misfit.kind, misfit.article) == (Kind.ARTICLE, "Luật mẫu số 1/2020/QH14, Điều 5")
    assert found(of(names[0], "5 ngày"), of(names[1], "Trong thời hạn 05 ngày")) == ()
    assert found(of(names[0], "5 ngày"), of("Thu hồi giấy phép", "7 ngày")) == ()
    whole = "Luật sửa đổi một số điều của Luật mẫu"
    assert found(of(names[0], "5 ngày", whole), of(names[1], "7 ngày", whole)) == ()

"""Papers asked for again and again."""

import pytest

from tthc.analysis.papers import Origin, papers
from tthc.domain.procedure import DossierItem


@pytest.fixture
def asking(entry):
    def make(*dossiers, **more):
        return [
            entry(code=f"9.00000{n}", dossier=tuple(map(DossierItem, names)), **more)
            for n, names in enumerate(dossiers)
        ]

    return make


@pytest.mark.parametrize(
    "wordings",
    [
        ("Giấy khai sinh", "giấy khai sinh."),
        ("Giấy khai sinh", "Bản sao Giấy khai sinh"),
        ("Giấy khai sinh", "01 bản sao có chứng thực Giấy khai sinh"),
        ("- Giấy khai sinh", "b) Giấy khai sinh (bản sao)"),
        ("Giấy khai sinh", "+ Bản chính của giấy khai sinh;"),
    ],
)
def test_one_paper_in_several_wordings(asking, wordings):
    (paper,) = papers(asking(*([name] for name in wordings)))
    assert (len(paper.entries), paper.origin) == (2, Origin.ISSUED)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Giấy khai sinh", "Giấy khai tử"), ("Sổ hộ khẩu", "Đơn"), ("", " "), ("Trường hợp A", "Trường hợp A")],
)
def test_different_papers_and_what_is_none(asking, one, other):
    assert papers(asking([one], [other])) == ()


@pytest.mark.parametrize(
    ("name", "origin"),
    [
        ("Đơn đề nghị cấp giấy phép", Origin.WRITTEN),
        ("Tờ khai theo mẫu", Origin.WRITTEN),
        ("Giấy đề nghị thanh toán", Origin.WRITTEN),
        ("Báo cáo kết quả", Origin.WRITTEN),
        ("Giấy chứng nhận đăng ký doanh nghiệp", Origin.ISSUED),
        ("Giấy phép xây dựng", Origin.ISSUED),
        ("Đơn giá đất", Origin.WRITTEN),  # by its first word; a person sees it in the list
    ],
)
def test_what_applicants_write_is_counted_apart(asking, name, origin):
    (paper,) = papers(asking([name], [name]))
    assert paper.origin is origin


def test_ranked_by_procedures_then_by_dossiers(asking):
    entries = asking(["Sổ A", "Sổ B", "Sổ C"], ["Sổ B", "Sổ C", "Sổ B"], ["Sổ C"], ["Sổ A"])
    found = papers(entries, {"9.000000": 5, "9.000003": 10})
    assert [(paper.name, len(paper.entries), paper.dossiers) for paper in found] == [
        ("Sổ C", 3, 5),
        ("Sổ A", 2, 15),
        ("Sổ B", 2, 5),
    ]
    assert papers(entries)[0].dossiers is None


def test_the_usual_wording_stands_for_the_paper(asking):
    (paper,) = papers(asking(["bản sao sổ hồng"], ["Sổ hồng"], ["Sổ hồng"]))
    assert (paper.name, paper.wordings) == ("Sổ hồng", 2)


def test_procedures_no_longer_in_force_ask_for_nothing(asking):
    assert papers(asking(["Sổ A"], ["Sổ A"], status="repealed")) == ()

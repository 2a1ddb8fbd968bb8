"""Papers that came, went, or are worded anew."""

import pytest

from tthc.analysis.changes.dossiers import papers


def names(items):
    return [item.name for item in items]


@pytest.fixture
def compared(record):
    def make(before, after, **more):
        return papers(record(dossier=before).procedure, record(dossier=after, **more).procedure)

    return make


def test_papers_that_came_and_went_in_the_order_of_the_dossier(compared):
    found = compared(["Đơn", "Sơ đồ", "Bản vẽ"], ["Hợp đồng thuê nhà xưởng", "Đơn", "Lý lịch tư pháp"])
    assert names(found.added) == ["Hợp đồng thuê nhà xưởng", "Lý lịch tư pháp"]
    assert names(found.removed) == ["Sơ đồ", "Bản vẽ"]
    assert found.heavier
    assert not found.reworded


def test_a_paper_is_paired_with_the_one_most_like_it(compared):
    found = compared(
        ["Bản sao giấy đăng ký doanh nghiệp"],
        ["Bản sao giấy đăng ký hợp tác xã", "Bản sao giấy đăng ký doanh nghiệp còn hiệu lực"],
    )
    assert [names(pair) for pair in found.reworded] == [
        ["Bản sao giấy đăng ký doanh nghiệp", "Bản sao giấy đăng ký doanh nghiệp còn hiệu lực"]
    ]
    assert names(found.added) == ["Bản sao giấy đăng ký hợp tác xã"]


def test_the_same_paper_in_another_spelling_or_form(compared):
    found = compared(["Giấy uỷ quyền."], [{"name": "giấy ủy quyền", "form": "Mẫu 01"}])
    assert not found.added
    assert not found.removed
    assert [item.form for item in found.altered[0]] == [None, "Mẫu 01"]
    assert not found.heavier


def test_papers_of_one_name_are_told_apart_whatever_their_order(compared):
    new, extended = {"name": "Sơ đồ", "when": "cấp mới"}, {"name": "Sơ đồ", "when": "gia hạn"}
    assert not compared([new, extended], [extended, new]).altered
    found = compared([new, extended], [new])
    assert [(item.name, item.when) for item in found.removed] == [("Sơ đồ", "gia hạn")]
    assert compared(["Sơ đồ"], ["Sơ đồ", "Sơ đồ"]).heavier


def test_where_one_side_names_no_paper_nothing_is_said_about_papers(compared):
    for found in (compared([], ["Đơn"]), compared(["Đơn"], [])):
        assert (found.added, found.removed, found.heavier) == ((), (), False)

import pytest

from tthc.analysis.duplicates.merge import apart, proposal
from tthc.domain.entry import Entry
from tthc.domain.finding import Location
from tthc.domain.level import Level
from tthc.domain.procedure import DossierItem, Legal, Local, Procedure, Result


def entry(code, line=1, **more):
    procedure = Procedure(code=code, **{"name": "Đăng ký kết hôn", **more})
    return Entry(procedure, "so-tu-phap", "Hộ tịch", Location("ho-tich.yaml", line))


def merged(*entries, representative=0):
    return {one.field: one for one in proposal(entries, representative)}


def said(saying):
    return saying.value, [one.key for one in saying.sources]


def test_what_all_say_is_taken():
    fields = merged(entry("9.1"), entry("9.2", name="Đăng ký kết hôn."))
    assert said(fields["name"].chosen) == ("Đăng ký kết hôn", ["9.1", "9.2"])
    assert not fields["name"].conflict


def test_what_one_record_lacks_another_fills():
    fields = merged(entry("9.1"), entry("9.2", fee="Không", level=Level.COMMUNE))
    assert said(fields["fee"].chosen) == ("Không", ["9.2"])
    assert fields["level"].chosen.value == (Level.COMMUNE,)
    assert not fields["fee"].conflict


def test_two_deadlines_are_for_the_competent_authority():
    fields = merged(
        entry("9.1", local=Local(deadline="5 ngày", decision="1/QĐ-UBND")),
        entry("9.2", local=Local(deadline="3 ngày", decision="2/QĐ-UBND")),
    )
    deadline = fields["local.deadline"]
    assert deadline.conflict
    assert deadline.chosen is None
    assert sorted(map(said, deadline.others)) == [("3 ngày", ["9.2"]), ("5 ngày", ["9.1"])]
    assert fields["local.decision"].chosen is None  # it set the deadline


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"fee": "700.000 đồng"}, {"fee": "2.500.000 đồng"}),
        ({"requirements": "Không"}, {"requirements": "Có bằng đại học"}),
        ({"handled_by": ("so-y-te",)}, {"handled_by": ("so-cong-thuong",)}),
        ({"level": (Level.PROVINCE,)}, {"level": (Level.COMMUNE,)}),
        ({"legal": Legal(basis=("60/2014/QH13",))}, {"legal": Legal(basis=("123/2015/NĐ-CP",))}),
        ({"legal": Legal(deadline="5 ngày")}, {"legal": Legal(deadline="5 ngày làm việc")}),
        ({"dossier": (DossierItem("Đơn"),)}, {"dossier": (DossierItem("Đơn"), DossierItem("Ảnh"))}),
        ({"result": Result("Thẻ")}, {"result": Result("Giấy phép")}),
    ],
)
def test_of_what_binds_nothing_is_chosen_whichever_record_is_kept(one, other):
    for kept in (0, 1):
        fields = merged(entry("9.1", **one), entry("9.1", line=9, **other), representative=kept)
        (open_,) = (field for field in fields.values() if field.conflict)
        assert open_.chosen is None
        assert len(open_.others) == 2


def test_the_full_name_is_taken_whichever_record_is_kept():
    names = "Cấp GCN đủ điều kiện ATTP", "Cấp Giấy chứng nhận đủ điều kiện an toàn thực phẩm"
    results = "GCN đủ điều kiện ATTP", "Giấy chứng nhận đủ điều kiện an toàn thực phẩm"
    records = [
        entry("9.1", line=n, name=name, result=Result(of))
        for n, (name, of) in enumerate(zip(names, results, strict=True))
    ]
    for kept in (0, 1):
        fields = merged(*records, representative=kept)
        assert fields["name"].chosen.value == names[1]
        assert fields["result.name"].chosen.value == results[1]


def test_a_code_and_steps_are_those_of_an_agency():
    fields = merged(
        entry("9.1", handled_by=("so-y-te",), steps=("Sở Y tế thẩm định",)),
        entry("9.2", handled_by=("so-cong-thuong",), steps=("Sở Công Thương thẩm định",)),
    )
    assert fields["code"].chosen is fields["steps"].chosen is None
    assert apart((entry("9.1", handled_by=("so-y-te",)), entry("9.2")))
    assert not apart((entry("9.1", handled_by=("so-tu-phap",)), entry("9.2")))


def test_where_the_representative_is_silent_most_decide():
    records = [entry("9.1"), *(entry(f"9.{i}", place=place) for i, place in enumerate(("A", "B", "B"), 2))]
    place = merged(*records)["place"]
    assert said(place.chosen) == ("B", ["9.3", "9.4"])
    assert place.conflict


def test_lists_in_another_order_are_the_same():
    basis = ("60/2014/QH13", "123/2015/NĐ-CP")
    fields = merged(entry("9.1", legal=Legal(basis=basis)), entry("9.2", legal=Legal(basis=basis[::-1])))
    assert not fields["legal.basis"].conflict


def test_dossiers_that_differ_are_a_conflict():
    fields = merged(entry("9.1", dossier=(DossierItem("Tờ khai"),)), entry("9.2", dossier=(DossierItem("Đơn"),)))
    assert fields["dossier"].conflict


def test_the_order_of_the_records_does_not_matter():
    one, two = entry("9.1", fee="1 đồng"), entry("9.2", line=9, fee="2 đồng")
    assert proposal((one, two), 0) == proposal((two, one), 1)


def test_two_records_of_one_code():
    records = entry("9.1", place="A"), entry("9.1", line=9, place="B")
    for kept in (0, 1):
        assert merged(*records, representative=kept)["place"].chosen.value == records[kept].procedure.place


def test_the_code_to_keep_is_the_representatives():
    code = merged(entry("9.1"), entry("9.2"), representative=1)["code"]
    assert code.chosen.value == "9.2"
    assert code.conflict

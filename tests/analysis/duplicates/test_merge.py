from tthc.analysis.duplicates.merge import proposal
from tthc.domain.entry import Entry
from tthc.domain.finding import Location
from tthc.domain.level import Level
from tthc.domain.procedure import DossierItem, Legal, Local, Procedure


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


def test_two_deadlines_are_a_conflict_with_both_sides_named():
    deadline = merged(
        entry("9.1", local=Local(deadline="5 ngày")), entry("9.2", local=Local(deadline="3 ngày")), representative=1
    )["local.deadline"]
    assert deadline.conflict
    assert said(deadline.chosen) == ("3 ngày", ["9.2"])
    assert [said(other) for other in deadline.others] == [("5 ngày", ["9.1"])]


def test_where_the_representative_is_silent_most_decide():
    records = [entry("9.1"), *(entry(f"9.{i}", fee=fee) for i, fee in enumerate(("1 đồng", "2 đồng", "2 đồng"), 2))]
    fee = merged(*records)["fee"]
    assert said(fee.chosen) == ("2 đồng", ["9.3", "9.4"])
    assert fee.conflict


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
    records = entry("9.1", fee="1 đồng"), entry("9.1", line=9, fee="2 đồng")
    for kept in (0, 1):
        assert merged(*records, representative=kept)["fee"].chosen.value == records[kept].procedure.fee


def test_the_code_to_keep_is_the_representatives():
    code = merged(entry("9.1"), entry("9.2"), representative=1)["code"]
    assert code.chosen.value == "9.2"
    assert code.conflict

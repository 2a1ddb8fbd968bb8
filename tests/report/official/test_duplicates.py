"""The report on procedures that repeat or overlap each other."""

from tthc.cli.main import run
from tthc.report.model import RowKind


def table(report, key):
    return next(each for each in report.tables if each.key == key)


def rows(report, key) -> list[dict]:
    found = table(report, key)
    names = [column.key for column in found.columns]
    return [dict(zip(names, row.cells, strict=True)) for row in found.rows if row.kind is RowKind.BODY]


def said(report) -> str:
    return " ".join(block.text for block in report.blocks if hasattr(block, "text"))


def test_each_row_says_all_of_itself(made):
    found = rows(made("duplicates"), "groups")
    assert {row["kind"].key for row in found} == {"D101", "D103", "D105"}
    by_code = {(row["group"], row["code"]): row for row in found}
    assert {row["decides"].key for row in found if row["kind"].key == "D103"} == {"province"}
    assert {row["decides"].key for row in found if row["kind"].key == "D105"} == {"ministry"}
    assert len(by_code) < len(found)  # one code twice
    assert {row["proposed"].key for row in found if row["kind"].key == "D103"} == {"keep", "merge"}


def test_a_group_row_tells_kind_and_evidence(made):
    heads = [row.cells[2] for row in table(made("duplicates"), "groups").rows if row.kind is RowKind.GROUP]
    assert heads[1] == "Group 2: one code, different names."
    assert any("Evidence: the names agree to 100%" in head for head in heads)


def test_what_is_to_be_settled_stands_by_group(made):
    found = rows(made("duplicates"), "merging")
    assert (found[0]["group"], found[0]["part"]) == (1, "Name")


def test_verdicts_of_officers_are_told_and_keep_pairs_apart(province, made):
    verdict = ["decide", "9.000004", "9.000006", "different", "--reason", "Khác loại hình", "--date", "2026-10-05"]
    assert run([*verdict, "-C", str(province.root), "--lang", "en"]) == 0
    report = made("duplicates")
    (decided,) = rows(report, "verdicts")
    assert (decided["verdict"].key, decided["reason"], decided["state"].key) == ("different", "Khác loại hình", "holds")
    assert "decided on: 1 (one) (Annex III), of these 1 called different. Pairs called different" in said(report)
    assert {row["kind"].key for row in rows(report, "groups")} == {"D101", "D103"}


def test_only_groups_with_a_selected_procedure_are_shown(made):
    assert {row["kind"].key for row in rows(made("duplicates", agencies=["so-xay-dung"]), "groups")} == {"D105"}


def test_nothing_repeated(province, made):
    (province.root / "procedures" / "so-y-te" / "kham-benh.yaml").unlink()
    report = made("duplicates")
    assert "Of 6 (six) procedures in force none was found" in said(report)
    assert len(report.annexes) == 1

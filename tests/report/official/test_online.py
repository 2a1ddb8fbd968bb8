"""The report on which procedures can be full online services."""

from datetime import date

from tthc.analysis.online.criteria import regime
from tthc.analysis.online.verdict import assess_all
from tthc.cli import reading
from tthc.report.model import Letter, Suggestions
from tthc.report.official import online
from tthc.report.official.common import Stated


def rows(report, key) -> list[dict]:
    found = next(each for each in report.tables if each.key == key)
    names = [column.key for column in found.columns]
    return [dict(zip(names, row.cells, strict=True)) for row in found.rows if row.kind == "body"]


def said(report) -> str:
    return " ".join(block.text for block in report.blocks if hasattr(block, "text"))


def test_every_procedure_stands_with_its_verdict_and_reasons(made):
    found = {row["code"]: row for row in rows(made("online"), "procedures")}
    assert "9.000005" not in found  # of a vertical agency
    assert "6.000001" not in found  # internal
    one = found["9.000001"]
    assert (one["verdict"].key, one["offered"].key, one["not_met"]) == ("fixable", "full", "forms are electronic")
    assert one["dossiers"] == 300


def test_one_step_away_names_the_step_and_who_decides(made):
    found = {row["code"]: (row["fix"].key, row["decides"].key) for row in rows(made("online"), "one_step_away")}
    assert found["9.000001"] == ("electronic-form", "province")
    assert found["9.000002"] == ("presence", "ministry")


def test_contradictions_stand_one_by_one(made):
    found = {(row["code"], row["contradiction"].key) for row in rows(made("online"), "conflicts")}
    assert ("9.000001", "full-without-form") in found
    assert ("9.000002", "partial-without-reason") in found


def test_the_caveat_on_wording_and_the_bases_are_printed(made):
    words = said(made("online"))
    assert "What is read from the wording of a record is a suggestion" in words
    assert "2 left out: internal procedure 1; vertical agency 1." in words


def test_no_rate_is_printed_of_nothing(made):
    report = made("online", codes=["9.000003"])
    words = said(report)
    assert "None of them is without an obstacle to full service." in words
    assert "None of the procedures judged is an online service" in words
    assert "of the 0" not in words
    assert [figure.key for figure in report.highlights] == ["online_rate"]


def test_what_to_do_is_set_apart_by_who_decides(made):
    own, ministry = (
        " ".join(step for step, _command in block.items)
        for block in made("online").blocks
        if isinstance(block, Suggestions)
    )
    assert "Publish the reason" in own
    assert "Drop the required presence" in ministry


def test_services_in_full_are_split_by_verdict_and_the_proposal_counts_the_same(made):
    report = made("online")
    split = {row["verdict"].key: row["count"] for row in rows(report, "full_by_verdict")}
    offered = {row["offered"].key: row["count"] for row in rows(report, "offered")}
    assert sum(split.values()) == offered["full"]
    own = next(block for block in report.blocks if isinstance(block, Suggestions))
    assert f"Look again at the {split['fixable']} service offered in full" in " ".join(step for step, _ in own.items)


def test_a_law_that_was_not_read_is_no_ground(province):
    catalogue = reading.catalogue(province.root)
    for day, grounds in ((date(2026, 10, 1), 1), (date(2023, 1, 1), 0)):
        law = regime(day)
        made = online.report(catalogue, assess_all(catalogue.entries, law, day), law, day, Stated())
        assert isinstance(made.letter, Letter)
        assert len(made.letter.grounds) == grounds


def test_without_statistics_nothing_is_said_of_dossiers(province, made):
    (province.root / "statistics" / "2026.csv").unlink()
    report = made("online")
    assert all(column.key != "dossiers" for table in report.tables for column in table.columns)

"""The report on what the rules found."""

from tthc.cli.main import run
from tthc.report.model import Figures, RowKind


def rows(report, key) -> list[dict]:
    found = next(each for each in report.tables if each.key == key)
    names = [column.key for column in found.columns]
    return [dict(zip(names, row.cells, strict=True)) for row in found.rows if row.kind is RowKind.BODY]


def said(report) -> str:
    return " ".join(block.text for block in report.blocks if hasattr(block, "text"))


def figures(report) -> dict:
    return {each.key: each.value for block in report.blocks if isinstance(block, Figures) for each in block.items}


def test_the_counts_add_up_to_the_list(made):
    report = made("findings")
    found = rows(report, "findings")
    assert sum(figures(report).values()) == len(found)
    for key in ("rules", "findings_agency", "findings_field", "findings_file"):
        assert sum(row["all"] for row in rows(report, key)) == len(found)


def test_a_finding_says_where_what_and_by_which_ground(made):
    found = next(row for row in rows(made("findings"), "findings") if row["rule"] == "B012")
    assert found["severity"].key == "error"
    assert found["ground"]
    assert found["help"]
    assert found["file"].endswith(".yaml")
    assert found["line"] > 3
    assert found["name"]


def test_rules_are_called_by_what_they_find(made):
    titles = {row["rule"]: row["title"] for row in rows(made("findings"), "rules")}
    assert titles["B012"] == "Procedures without a legal basis (căn cứ pháp lý)"


def test_a_part_of_the_catalogue_has_its_own_findings_only(made):
    found = rows(made("findings", agencies=["so-y-te"]), "findings")
    assert {row["agency"] for row in found} == {"Sở Y tế"}
    assert {row["code"] for row in found} <= {"9.000006", "9.000007"}


def test_what_is_known_or_kept_quiet_is_said(province, made, monkeypatch):
    root = province.root.parent
    baseline = root / "baseline.json"
    assert run(["check", str(province.root), "--select", "B", "--write-baseline", str(baseline), "--lang", "en"]) == 0
    (root / "tthc.toml").write_text('[check]\nbaseline = "baseline.json"\n', encoding="utf-8")
    monkeypatch.chdir(root)
    report = made("findings")
    assert "the baseline holds them as known" in said(report)
    assert not any(row["rule"].startswith("B") for row in rows(report, "findings"))


def test_comments_with_a_reason_are_counted(province, made):
    path = province.root / "procedures" / "so-y-te" / "kham-benh.yaml"
    text = path.read_text("utf-8").replace("procedures:\n", "procedures:  # tthc: ignore B012 -- đang rà soát\n")
    path.write_text(text, encoding="utf-8")
    assert "comments in the files give the reason" in said(made("findings"))

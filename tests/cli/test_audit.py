"""`tthc audit`: one page, the same figures in every format and language."""

import json
from pathlib import Path
from typing import Any

import pytest

from tthc.cli.main import run

RECORDS = """\
- {code: "9.000001", name: Cấp giấy phép xây dựng, level: province, online: {level: full}}
- {code: "9.000002", name: Gia hạn giấy phép xây dựng, level: province, online: {level: partial}}
- {code: "9.000003", name: Đăng ký nhà ở, level: commune}
- {code: "6.000001", name: Phê duyệt quy hoạch, level: province, internal: true}
- {code: "9.000004", name: Kiểm tra của ngành dọc, level: vertical}
"""


@pytest.fixture
def audit(folder: Any, capsys: pytest.CaptureFixture[str]) -> Any:
    folder.records(RECORDS)

    def call(*arguments: str) -> tuple[int, str]:
        code = run(["audit", str(folder.root), *arguments])
        return code, capsys.readouterr().out

    return call


def figures(audit: Any, *arguments: str) -> dict[str, Any]:
    data = json.loads(audit("-f", "json", *arguments)[1])
    return {key: figure["value"] for key, figure in data["figures"].items()}


def test_internal_and_vertical_procedures_are_counted_apart(audit: Any) -> None:
    counted = figures(audit)
    assert (counted["total"], counted["citizens"], counted["internal"], counted["vertical"]) == (5, 3, 1, 1)


def test_a_procedure_without_a_code_is_named_by_its_local_id(folder: Any, audit: Any) -> None:
    same = "name: Cấp giấy phép, level: province, legal: {deadline: 5 ngày}, local: {deadline: 5 ngày}"
    folder.records(f"- {{local_id: XD-01, {same}}}\n- {{local_id: XD-02, {same}}}\n")
    tables = json.loads(audit("-f", "json")[1])["tables"]
    assert [row["code"] for row in tables["uncut"]] == ["XD-01", "XD-02"]
    (group,) = tables["repetitions"]
    assert [line.partition(" ")[0] for line in group["entries"].split("\n")] == ["XD-01", "XD-02"]


@pytest.mark.parametrize(
    ("arguments", "total"),
    [
        (["--level", "province"], 3),
        (["--level", "province", "--no-internal"], 2),
        (["--internal"], 1),
        (["--code", "9.000001", "--code", "9.000003"], 2),
        (["--agency", "Sở Xây dựng"], 5),
        (["--field", "hoạt động xây dựng", "--level", "commune"], 1),
    ],
)
def test_filters(audit: Any, arguments: list[str], total: int) -> None:
    assert figures(audit, *arguments)["total"] == total


def test_figures_do_not_depend_on_the_language(audit: Any) -> None:
    assert figures(audit, "--lang", "vi") == figures(audit, "--lang", "en")


def test_every_format_says_what_it_is_about(audit: Any) -> None:
    for arguments in ([], ["-f", "markdown"], ["-f", "json"]):
        code, out = audit("--lang", "vi", *arguments)
        assert code == 0
        assert "Tỉnh Thử Nghiệm" in out
        assert "01/10/2026" in out


def test_findings_are_shown_with_place_and_help(audit: Any, folder: Any) -> None:
    folder.records(RECORDS + "- {code: 9.000005, nam: Đổi giấy phép}\n")
    code, out = audit("--lang", "en", "-f", "json")
    assert code == 1
    rows = json.loads(out)["tables"]["findings"]
    assert [(row["place"].rpartition("/")[2], row["rule"]) for row in rows] == [
        ("xay-dung.yaml:9:12", "F011"),
        ("xay-dung.yaml:9:22", "F007"),
    ]
    assert all(row["help"] for row in rows)


def test_the_next_steps_work_on_the_same_part_of_the_same_catalogue(audit: Any, folder: Any) -> None:
    folder.records(
        '- {code: "9.000001", name: Cấp giấy phép, level: province, '
        "legal: {deadline: 10 ngày}, local: {deadline: 10 ngày}}\n"
    )
    steps = json.loads(audit("-f", "json", "--level", "province", "--lang", "en")[1])["next"]
    part = f"-C {folder.root} --level province"
    assert [step["command"] for step in steps] == [
        f"tthc cuts --annex {part} -o annex.xlsx",
        f"tthc online {part}",
    ]
    assert steps[0]["text"].endswith("In the sheet, filter the column “Remarks” by “not cut”.")


def test_the_next_cuts_are_those_that_the_annex_shows(audit: Any, folder: Any, capsys: Any) -> None:
    targets = "targets: [{id: a, rate: 30%}, {id: b, rate: 50%}]\n"
    folder.write("catalogue.yaml", f"jurisdiction: {{name: Tỉnh Thử Nghiệm}}\n{targets}")
    times = [("10 ngày", "10 ngày"), ("10 ngày", "8 ngày"), ("10 ngày", "6 ngày"), ("10 ngày", "1 ngày")]
    record = '- {{code: "9.00000{n}", name: Thủ tục {n}, level: province, {times}}}\n'
    folder.records(
        "".join(
            record.format(n=n, times=f"legal: {{deadline: {legal}}}, local: {{deadline: {local}}}")
            for n, (legal, local) in enumerate(times)
        )
    )
    first = json.loads(audit("-f", "json", "--lang", "en")[1])["next"][0]
    assert first["text"] == (
        "Target 50%: 3 procedures with room left do not reach it, of these 2 do not reach 30%, 1 of them not cut at "
        "all. In the sheet, filter the column “Target 50%” by “not reached”."
    )
    assert run(["cuts", "-C", str(folder.root), "--annex", "-f", "json", "--lang", "en"]) == 0
    rows = [row for row in json.loads(capsys.readouterr().out)["tables"]["annex"] if row["number"]]
    assert [row["target_b"] for row in rows] == ["short", "short", "short", "reached"]
    assert [row["target_a"] for row in rows] == ["short", "short", "reached", "reached"]


def test_what_is_certain_is_told_from_what_may_be(audit: Any, folder: Any) -> None:
    out = "".join(audit("--lang", "en")[1].split())
    assert "Certain repetitions (one code, or one name at the same level and agency): none.".replace(" ", "") in out
    assert f"seetthcduplicates-C{folder.root}" in out
    assert f"seetthccheck-C{folder.root}" in out


def test_published_figures_are_about_the_whole_catalogue(audit: Any, folder: Any) -> None:
    claim = "claims: [{id: a, text: Năm thủ tục, stated: 5, measure: {of: procedures}}]\n"
    folder.write("catalogue.yaml", f"jurisdiction: {{name: Tỉnh Thử Nghiệm}}\nedition: 2026-10-01\n{claim}")
    (row,) = json.loads(audit("-f", "json")[1])["tables"]["claims"]
    assert row["verdict"] == "holds"
    part = json.loads(audit("-f", "json", "--level", "commune")[1])
    assert "claims" not in part["tables"]


def test_what_keeps_a_catalogue_from_being_read_is_said_first(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "procedures" / "a").mkdir(parents=True)
    assert run(["audit", str(tmp_path), "--lang", "en"]) == 3
    assert "has no procedure yet" in capsys.readouterr().err
    (tmp_path / "procedures" / "a" / "x.yaml").write_text("a: [", encoding="utf-8")
    assert run(["audit", str(tmp_path), "--lang", "en"]) == 3
    assert "x.yaml:1:" in capsys.readouterr().err


def test_a_figure_with_a_mistake_in_it_is_not_recomputed(audit: Any, folder: Any) -> None:
    claims = """
claims:
  - {id: a, text: Tổng số 5 thủ tục, stated: 5, measure: {of: procedures}}
  - {id: b, text: Đã cắt giảm 3 thủ tục, stated: 3, measure: {off: cut}}
  - {id: c, text: Từ 4 ngày còn 2 ngày, stated: 50%, cut: {legal: 4 ngày}}
"""
    folder.write("catalogue.yaml", (folder.root / "catalogue.yaml").read_text(encoding="utf-8") + claims)
    code, out = audit("--lang", "en", "-f", "json")
    page = json.loads(out)["tables"]
    assert code == 1
    assert [(row["claim"], row["verdict"]) for row in page["claims"]] == [("Tổng số 5 thủ tục", "holds")]
    assert len(page["findings"]) == 2
    assert all("Until then, this figure is not checked." in row["help"] for row in page["findings"])

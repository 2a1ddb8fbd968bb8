"""`tthc families` and `tthc papers`."""

import json

import pytest

from tthc.cli.main import run

RECORDS = """\
- code: "9.000001"
  name: Cấp giấy phép nấu rượu thủ công
  level: province
  local: {deadline: 3 ngày làm việc}
  dossier: [Đơn đề nghị, Bản sao Giấy chứng nhận hộ kinh doanh]
- code: "9.000002"
  name: Cấp lại giấy phép nấu rượu thủ công
  level: province
  local: {deadline: 5 ngày làm việc}
  dossier: [Đơn đề nghị, Giấy chứng nhận hộ kinh doanh]
- {code: "9.000003", name: Công bố bến phao, level: commune}
"""


@pytest.fixture
def root(folder):
    folder.records(RECORDS)
    return str(folder.root)


def output(capsys, *arguments):
    assert run([*arguments, "--lang", "en"]) == 0
    return capsys.readouterr().out


def test_families(capsys, root):
    printed = output(capsys, "families", root)
    for words in ("Reissue takes longer", "3 ngày làm việc", "5 ngày làm việc", "9.000002"):
        assert words in printed
    rows = json.loads(output(capsys, "families", root, "-f", "json"))["tables"]["slower_reissue"]
    assert [row["code"] for row in rows] == [None, "9.000001", "9.000002"]


def test_families_of_a_selection(capsys, root):
    assert "Nothing was found" in output(capsys, "families", root, "--level", "commune")
    assert "9.000001" in output(capsys, "families", root, "--code", "9.000002")


def test_papers(capsys, root):
    data = json.loads(output(capsys, "papers", root, "-f", "json"))
    (issued,), (written,) = data["tables"]["papers_issued"], data["tables"]["papers_written"]
    assert (issued["paper"], issued["procedures"], issued["wordings"]) == (
        "Bản sao Giấy chứng nhận hộ kinh doanh",
        2,
        2,
    )
    assert (written["paper"], written["examples"]) == ("Đơn đề nghị", "9.000001, 9.000002")


def test_the_top_of_many_papers(capsys, folder):
    papers = ", ".join(f"Sổ số {n}" for n in range(5))
    folder.records(f"- {{name: Một, dossier: [{papers}]}}\n- {{name: Hai, dossier: [{papers}]}}\n")
    printed = output(capsys, "papers", str(folder.root), "--top", "2")
    assert "and 3 more" in printed

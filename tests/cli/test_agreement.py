"""Every command counts the same procedures: those in force, and cuts and services of those for citizens."""

import json
from pathlib import Path

import pytest

from tthc.cli.main import run

SMALL = Path(__file__).parents[1] / "golden" / "catalogue"
IN_FORCE = ("active", "new", "amended")
GONE = ("replaced", "repealed")

# What a record counts as while it is in force: how many there are, their deadlines, and what marks them.
CITIZENS = [("40 ngày", "10 ngày", "level: province"), ("20 ngày", "20 ngày", "level: [province, commune]")]
INTERNAL = [("10 ngày", "1 ngày", "level: province, internal: true")]
VERTICAL = [("10 ngày", "1 ngày", "level: vertical")]
BOTH = [("10 ngày", "1 ngày", "level: vertical, internal: true")]  # counts as internal

MANIFEST = """\
jurisdiction: {name: Tỉnh Thử Nghiệm}
edition: 2026-10-01
claims:
  - {id: tong, text: Tổng số, stated: 15, measure: {of: procedures}}
  - {id: noi-bo, text: Nội bộ, stated: 6, measure: {of: procedures, internal: true}}
  - {id: con-lai, text: Không kể nội bộ, stated: 9, measure: {of: procedures, internal: false}}
  - {id: binh-quan, text: Bình quân, stated: "37,5%", measure: {of: mean-rate}}
  - {id: so-sanh, text: So sánh được, stated: 6, measure: {of: compared}}
  - {id: cat-giam, text: Được cắt giảm, stated: 3, measure: {of: cut}}
  - {id: toan-trinh, text: Toàn trình, stated: 6, measure: {online: full}}
"""


def records() -> str:
    """Each kind in each status; those that are gone would change every figure they were counted in."""
    kinds = [*CITIZENS, *INTERNAL, *VERTICAL, *BOTH]
    lines = [
        f"- {{code: '9.{n:03}{m:03}', name: Thủ tục {n}.{m}, {marks}, status: {status}, "
        f"legal: {{deadline: {legal}}}, local: {{deadline: {local}}}, online: {{level: full}}}}"
        for n, status in enumerate((*IN_FORCE, *GONE))
        for m, (legal, local, marks) in enumerate(kinds)
    ]
    return "\n".join(lines) + "\n"


@pytest.fixture
def asked(folder, capsys):
    """The JSON of a command on this catalogue."""
    folder.write("catalogue.yaml", MANIFEST)
    folder.records(records())

    def ask(*words):
        run([*words, "-C", str(folder.root), "--lang", "en", "-f", "json"])
        return json.loads(capsys.readouterr().out)

    return ask


def value(page, key):
    return page["figures"][key]["value"]


def body(page, key):
    return [row for row in page["tables"][key] if "row" not in row]


@pytest.mark.parametrize("command", [("audit",), ("report", "audit")])
def test_the_audit_counts_what_is_in_force_and_the_rest_by_itself(asked, command):
    page = asked(*command)
    counts = {key: value(page, key) for key in ("total", "citizens", "internal", "vertical", "not_in_force")}
    assert counts == {"total": 15, "citizens": 6, "internal": 6, "vertical": 3, "not_in_force": 10}
    assert {key: value(page, key) for key in ("cut", "kept", "lengthened")} == {"cut": 3, "kept": 3, "lengthened": 0}
    for key in ("levels", "fields", "agencies"):
        assert sum(row["total"] for row in body(page, key)) == 15
        assert sum(row["internal"] for row in body(page, key)) == 6
        assert sum(row["compared"] for row in body(page, key)) == 6
    assert [row["count"] for row in body(page, "online")] == [6]
    assert {row["verdict"] for row in body(page, "claims")} == {"holds"}


def test_the_lists_of_the_document_have_a_row_for_each(asked):
    page = asked("report", "audit")
    assert len(body(page, "procedures")) == 15
    assert len(body(page, "not_in_force")) == 10
    assert {row["status"] for row in body(page, "not_in_force")} == set(GONE)


@pytest.mark.parametrize("command", [("audit",), ("report", "audit"), ("cuts",), ("report", "cuts")])
def test_means_are_over_the_same_procedures(asked, command):
    page = asked(*command)
    key = "mean_compared_nominal" if "audit" in command else "mean_compared"
    assert value(page, key) == 0.375
    assert value(page, "cut") == 3


@pytest.mark.parametrize(
    ("arguments", "n", "mean"), [((), 6, 0.375), (("--no-internal",), 6, 0.375), (("--internal",), 6, 0.9)]
)
def test_cuts_are_of_one_kind_of_procedures(asked, arguments, n, mean):
    """Of internal ones, three are of vertical agencies and have no rate."""
    for page in (asked("cuts", "--annex", *arguments), asked("report", "cuts", *arguments)):
        assert len(body(page, "annex")) == n
        assert value(page, "mean_compared") == mean


def test_cuts_by_group_add_up(asked):
    assert sum(row["total"] for row in asked("cuts", "--by", "level")["tables"]["groups"]) == 6


@pytest.mark.parametrize(
    "command",
    [("audit",), ("cuts", "--by", "field", "--plan", "50%", "--annex"), ("duplicates",), ("online", "--list")],
)
def test_a_table_of_one_key_is_the_same_on_a_screen_and_in_a_document(capsys, command):
    def tables(*words):
        run([*words, "-C", str(SMALL), "-f", "json"])
        found = json.loads(capsys.readouterr().out)["tables"]
        return {key: set().union(*rows_) - {"row"} for key, rows_ in found.items()}

    screen, document = tables(*command), tables("report", command[0])
    shared = screen.keys() & document.keys()
    assert shared  # else nothing is compared
    assert {key: screen[key] for key in shared} == {key: document[key] for key in shared}


def test_online_service_is_judged_of_the_same(asked):
    assert value(asked("online"), "assessed") == 6
    assert len(body(asked("report", "online"), "procedures")) == 6


def test_an_edition_against_another_counts_the_same(asked, folder):
    before = folder.root.parent / "before"
    before.mkdir()
    for path in folder.root.rglob("*.yaml"):
        copy = before / path.relative_to(folder.root)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_text(
            path.read_text("utf-8").replace("local: {deadline: 10 ngày}", "local: {deadline: 30 ngày}"), "utf-8"
        )
    page = asked("report", "changes", "--since", str(before))
    (total,) = [row for row in page["tables"]["levels"] if "row" in row]
    assert (total["before"], total["after"]) == (15, 15)
    mean, full = page["tables"]["rates"]
    assert (mean["before"], mean["after"], mean["n_after"]) == (0.125, 0.375, 6)
    assert (full["after"], full["n_after"]) == (1, 6)

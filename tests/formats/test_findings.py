"""Findings in every format: what programs rely on, and what a reader sees."""

import json
from collections.abc import Sequence
from pathlib import Path
from xml.etree import ElementTree

import jsonschema
import pytest

from tthc import messages
from tthc.catalogue.locate import Sources
from tthc.domain.finding import Finding, Location, Severity
from tthc.formats import findings_json, findings_text, github, gitlab, junit, sarif
from tthc.formats.paths import fingerprints
from tthc.lint.rules import ALL

RULES = {rule.id: rule for rule in ALL}
SCHEMA = Path(__file__).parent / "schemas" / "sarif-2.1.0-rtm.5.json"
PATH = "c/procedures/a.yaml"
SOURCE = 'agency: a\nfield: b\nprocedures:\n  - code: "1.009645"\n    local: {deadline: 12 ngày, decision: "1"} # x\n'


def finding(line: int = 5, message: str = "quá 100%, “dài” <hơn>", rule: str = "T101") -> Finding:
    return Finding(
        rule,
        Severity.ERROR,
        message,
        Location(PATH, line, 23 if line else 0),
        "Hãy sửa.",
        "NĐ 63",
        "1.009645",
        "local.deadline",
    )


@pytest.fixture(autouse=True)
def _english() -> None:
    messages.use("en")


def test_text_shows_the_line_with_a_caret_under_the_value() -> None:
    words = findings_text.render([finding()], RULES, Sources({PATH: SOURCE.encode()}), color=False)
    lines = words.splitlines()
    assert lines[0] == PATH
    assert lines[1] == "  5:23  error  T101 deadline-longer-than-law · 1.009645"
    caret = lines[4].index("^")
    assert lines[3][caret : caret + lines[4].count("^")] == "12 ngày"


def test_text_has_no_colour_unless_asked() -> None:
    assert "\x1b" not in findings_text.render([finding()], RULES, Sources({PATH: b""}), color=False)
    assert "\x1b[31m" in findings_text.render([finding()], RULES, Sources({PATH: b""}), color=True)


def test_carets_stand_right_below_decomposed_and_wide_signs() -> None:
    source = "a: {b: e\u0302\u0301漢, c: x}\n"
    place = Finding("T101", Severity.NOTE, "m", Location(PATH, 1, source.index("x") + 1))
    lines = findings_text.render([place], RULES, Sources({PATH: source.encode()}), color=False).splitlines()
    assert lines[4].endswith("|" + " " * (1 + len("a: {b: e漢, c: ") + 1) + "^")


def test_json_counts_and_names_everything() -> None:
    data = json.loads(findings_json.render([finding()], RULES, 2, 3))
    assert data["counts"] == {"error": 1, "warning": 0, "note": 0, "suppressed": 2, "baseline": 3}
    assert data["findings"][0]["slug"] == "deadline-longer-than-law"
    assert data["findings"][0]["field"] == "local.deadline"


def test_github_commands_are_escaped() -> None:
    words = github.render([finding(message="100%\nhai: dòng, phẩy")], RULES)
    assert words.count("\n") == 1
    assert words.startswith(f"::error file={PATH},line=5,col=23,title=T101 deadline-longer-than-law::")
    assert "100%25%0Ahai: dòng" in words


def test_the_step_summary_has_a_row_for_each_finding() -> None:
    words = github.summary([finding(message="a | b"), finding(7)], RULES)
    assert words.count("\n| c/") == 2
    assert "a \\| b" in words


def test_fingerprints_do_not_depend_on_the_line_and_differ() -> None:
    here, moved = list(fingerprints([finding(5), finding(9)])), list(fingerprints([finding(50), finding(90)]))
    assert here == moved
    assert len(set(here)) == 2


def test_gitlab_has_what_code_quality_needs() -> None:
    (row,) = json.loads(gitlab.render([finding(0)], RULES))
    assert row["location"] == {"path": PATH, "lines": {"begin": 1}}
    assert row["severity"] == "major"
    assert row["fingerprint"]


@pytest.mark.parametrize("findings", [[], [finding()], [finding(0), finding(7, "x\x00y", "F003"), finding()]])
def test_sarif_is_valid(findings: Sequence[Finding]) -> None:
    changes = {0: (SOURCE, SOURCE.replace("12", "10"))} if findings else {}
    log = json.loads(sarif.render(findings, RULES, changes))
    jsonschema.Draft4Validator(json.loads(SCHEMA.read_text(encoding="utf-8"))).validate(log)
    (run,) = log["runs"]
    for result in run["results"]:
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]


def test_a_sarif_fix_applied_to_the_lines_gives_the_new_text() -> None:
    after = SOURCE.replace("12 ngày", "10 ngày")
    log = json.loads(sarif.render([finding()], RULES, {0: (SOURCE, after)}))
    (replacement,) = log["runs"][0]["results"][0]["fixes"][0]["artifactChanges"][0]["replacements"]
    lines = SOURCE.splitlines(keepends=True)
    region = replacement["deletedRegion"]
    lines[region["startLine"] - 1 : region["endLine"] - 1] = [replacement["insertedContent"]["text"]]
    assert "".join(lines) == after


def test_junit_is_xml_with_a_case_for_each_finding_and_file() -> None:
    words = junit.render([finding(message="<&\x00>")], RULES, [PATH, "c/procedures/b.yaml"])
    root = ElementTree.fromstring(words)
    assert root.attrib["failures"] == "1"
    assert [suite.attrib["tests"] for suite in root] == ["1", "1"]
    assert root.find(".//failure") is not None

"""Wrong values and keys: one finding each, at its place, with what to do; and it costs only its own part."""

import textwrap
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tthc.catalogue.emit import emit
from tthc.catalogue.files import Source
from tthc.catalogue.load import read_procedures
from tthc.domain.entry import Entry
from tthc.domain.finding import Finding
from tthc.domain.level import Channel, Level

HEAD = "agency: so-xay-dung\nfield: Hoạt động xây dựng\nprocedures:\n"


def read(text: str) -> tuple[list[Entry], list[Finding]]:
    findings: list[Finding] = []
    return list(read_procedures(Source("x.yaml", text.encode()), findings)), findings


def record(part: str) -> tuple[Any, list[Finding]]:
    """The one procedure of a file whose record has this part, from line 6, column 5 on; None if it is lost."""
    text = HEAD + '  - code: "9.000001"\n    name: Cấp giấy phép\n' + textwrap.indent(textwrap.dedent(part), "    ")
    entries, findings = read(text)
    return (entries[0].procedure if entries else None), findings


def one(part: str) -> Finding:
    """The one finding of a record with this part; it names the record, and the record is kept."""
    procedure, findings = record(part)
    assert procedure is not None
    assert procedure.name == "Cấp giấy phép"
    (finding,) = findings
    assert finding.procedure == "9.000001"
    assert finding.help
    return finding


@pytest.mark.parametrize(
    ("part", "rule", "place", "message", "help_"),
    [
        # a key that does not exist
        ("levle: province", "F007", (6, 5), 'unknown key "levle"', 'Did you mean "level"?'),
        ("Level: province", "F007", (6, 5), 'unknown key "Level"', 'Did you mean "level"?'),
        (
            "deadlin: 5 ngày",
            "F007",
            (6, 5),
            'unknown key "deadlin"',
            '"deadline"? It belongs under "legal" or "local".',
        ),
        ("deadline: 5 ngày", "F007", (6, 5), 'unknown key "deadline"', 'It belongs under "legal" or "local".'),
        ("payment: true", "F007", (6, 5), 'unknown key "payment"', 'It belongs under "online".'),
        ("legal:\n  fee: Không", "F007", (7, 7), 'unknown key "fee"', "one level further out"),
        ("legal:\n  payment: true", "F007", (7, 7), 'unknown key "payment"', 'It belongs under "online".'),
        ("legal: {xyz: 1}", "F007", (6, 13), 'unknown key "xyz"', "Possible: basis, deadline, decision."),
        ("dossier:\n  - {name: Đơn, nam: x}", "F007", (7, 21), 'unknown key "nam"', 'Did you mean "name"?'),
        ("dossier:\n  - {name: Đơn, channels: x}", "F007", (7, 21), 'unknown key "channels"', "one level further out"),
        # a key that is needed
        ("result: {delivery: [post]}", "F009", (6, 5), 'the key "name" is missing', "this part is left out"),
        (
            "legal:\n  deadline:\n    - when: a",
            "F009",
            (8, 11),
            'the key "deadline" is missing',
            'Add a line "deadline:',
        ),
        ("channels:\n  - fee: Không", "F009", (7, 9), 'the key "channel" is missing', "Add a line"),
        # a value that is not there
        ("legal:", "F010", (6, 5), '"legal" has no value', "Give it a value or delete the line."),
        ("level:", "F010", (6, 5), '"level" has no value', "Give it a value"),
        ("handled_by: [a, ]\nsubjects:", "F010", (7, 5), '"subjects" has no value', "Give it a value"),
        ("subjects: [a, null]", "F010", (6, 19), '"subjects" has no value', "Give it a value"),
        # a text without quotes
        ("fee: 50000", "F011", (6, 10), "50000 is not read as text", 'Put it in quotes: "50000".'),
        ("fee: 1.50  # đồng", "F011", (6, 10), "1.50 is not read", 'quotes: "1.50"'),
        ("fee: 007", "F011", (6, 10), "007 is not read", 'quotes: "007"'),
        ("local_id: 007.50", "F011", (6, 15), "007.50 is not read", 'quotes: "007.50"'),
        ("fee: true", "F011", (6, 10), "true is not read", 'quotes: "true"'),
        ("legal: {deadline: 5}", "F011", (6, 23), "5 is not read", 'quotes: "5"'),
        ("steps: 5", "F011", (6, 12), "5 is not read", 'quotes: "5"'),
        ("steps: [1e5, b]", "F011", (6, 13), "1e5 is not read", 'quotes: "1e5"'),
        ("online: {reason: 5}", "F011", (6, 22), "5 is not read", 'quotes: "5"'),
        ("notes: {a: 1.50}", "F011", (6, 16), "1.50 is not read", 'quotes: "1.50"'),
        # a value that is not in the list
        ("level: provinc", "F010", (6, 12), '"provinc" is not a possible value of "level"', 'Did you mean "province"?'),
        ("level: [province, PROVINCE]", "F010", (6, 23), '"PROVINCE" is not', 'Did you mean "province"?'),
        ("level: 5", "F010", (6, 12), "5 is not a possible value", "Possible: province (cấp tỉnh), commune (cấp xã)"),
        ("level: {a: b}", "F010", (6, 12), 'a map of keys is not a possible value of "level"', "Possible:"),
        ("channels: [pots]", "F010", (6, 16), '"pots" is not', 'Did you mean "post"?'),
        ("channels:\n  - channel: pots", "F010", (7, 18), '"pots" is not a possible value of "channel"', '"post"?'),
        ("status: gone", "F010", (6, 13), '"gone" is not', "Possible: active, amended"),
        ("online: {level: fully}", "F010", (6, 21), '"fully" is not', 'Did you mean "full"?'),
        # a value of another kind
        ("fee: [a]", "F008", (6, 10), '"fee" is a list; expected: a text', 'fee: "…"'),
        ("fee: {a: b}", "F008", (6, 10), '"fee" is a map of keys; expected: a text', 'fee: "…"'),
        ("legal: 5 ngày", "F008", (6, 12), '"legal" is "5 ngày"; expected: a map of keys', "indented"),
        ("legal: {deadline: {when: a}}", "F008", (6, 23), "expected: a text or a list", "one item a line"),
        ("legal: {deadline: [a]}", "F008", (6, 24), "expected: a map of keys", "indented"),
        ("handled_by: so-xay-dung", "F008", (6, 17), "expected: a list", 'each starting with "- "'),
        ("channels: direct", "F008", (6, 15), "expected: a list", "one item a line"),
        ("channels: [5]", "F008", (6, 16), "expected: a map of keys", "indented"),
        ("dossier: [[a]]", "F008", (6, 15), '"dossier" is a list; expected: a map of keys', "indented"),
        ("internal: no", "F008", (6, 15), '"no"; expected: true or false', "internal: true or internal: false"),
        ('internal: "true"', "F008", (6, 15), "expected: true or false", "without quotes"),
        ("dossier_sets: một", "F008", (6, 19), '"một"; expected: a whole number', "dossier_sets: 1"),
        ("dossier_sets: 1.5", "F008", (6, 19), "1.5; expected: a whole number", "dossier_sets: 1"),
        ("dossier_sets: true", "F008", (6, 19), '"dossier_sets" is true; expected', "without quotes"),
        ("dossier_sets: -1", "F008", (6, 19), "expected: a number that is not negative", "Correct the number."),
        (
            "local: {decided: 01/07/2026}",
            "F008",
            (6, 22),
            "a date in the form 2026-10-01",
            "Write decided: 2026-07-01.",
        ),
        ("local: {decided: 2026-02-30}", "F008", (6, 22), "a date in the form", "check that the day exists"),
        ("local: {decided: '20260701'}", "F008", (6, 22), "a date in the form", "year-month-day"),
        ("local: {decided: 2026-W01-1}", "F008", (6, 22), "a date in the form", "year-month-day"),
        ("local: {decided: 2026}", "F008", (6, 22), '"decided" is 2026; expected: a date', "year-month-day"),
    ],
)
def test_a_slip_is_one_finding_at_its_place(
    part: str, rule: str, place: tuple[int, int], message: str, help_: str
) -> None:
    finding = one(part)
    assert (finding.rule, finding.location.line, finding.location.column) == (rule, *place)
    assert message in finding.message
    assert help_ in finding.help


def test_a_long_value_is_shown_in_part() -> None:
    finding = one("internal: " + "dài " * 50)
    assert "…" in finding.message
    assert len(finding.message) < 120


# --- what is kept


def kept(part: str) -> Any:
    procedure, findings = record(part)
    assert findings
    return procedure


def test_a_wrong_item_costs_only_the_item() -> None:
    procedure = kept("channels: [direct, pots, post]\nlevel: [commune, x]\nfee: Không")
    assert [item.channel for item in procedure.channels] == [Channel.DIRECT, Channel.POST]
    assert procedure.level == (Level.COMMUNE,)
    assert procedure.fee == "Không"


def test_a_wrong_key_costs_only_itself() -> None:
    procedure = kept("dossier:\n  - {name: Đơn, form: Mẫu 1, nam: x, copies: -1}\n  - Bản vẽ")
    assert [(item.name, item.form, item.copies) for item in procedure.dossier] == [
        ("Đơn", "Mẫu 1", None),
        ("Bản vẽ", None, None),
    ]


def test_a_part_without_a_needed_key_costs_only_the_part() -> None:
    procedure = kept("legal:\n  deadline:\n    - {when: a, deadline: 5 ngày}\n    - {when: b}\n  basis: [x]")
    assert [(case.when, case.deadline) for case in procedure.legal.deadline] == [("a", "5 ngày")]
    assert procedure.legal.basis == ("x",)


@pytest.mark.parametrize(
    ("written", "text"), [("9.001230", "9.001230"), ("&a 9.001230", "9.001230"), ("1e5", "1e5"), ("0012", "0012")]
)
def test_an_unquoted_code_is_kept_digit_by_digit(written: str, text: str) -> None:
    entries, findings = read(f"{HEAD}  - code: {written}\n    name: A\n")
    assert entries[0].procedure.code == text
    assert findings[-1].procedure == text


@pytest.mark.parametrize("line", ["{code: 9.001230, name: A}", "{name: A, code: 9.001230}"])
def test_an_unquoted_code_in_brackets(line: str) -> None:
    entries, (finding,) = read(f"{HEAD}  - {line}\n")
    assert entries[0].procedure.code == "9.001230"
    assert '"9.001230"' in finding.help


def test_a_misspelt_key_that_is_needed_is_one_finding_and_taken_as_meant() -> None:
    procedure, (finding,) = record("legal:\n  deadline:\n    - {whe: a, deadline: 5 ngày}")
    assert (finding.rule, finding.location.column) == ("F007", 12)
    assert 'Did you mean "when"?' in finding.help
    assert procedure.legal.deadline[0].when == "a"


def test_two_misspelt_keys_are_two_findings() -> None:
    procedure, findings = record("legal:\n  deadline:\n    - {whe: a, dedline: 5 ngày}")
    assert [finding.rule for finding in findings] == ["F007", "F007"]
    assert procedure.legal.deadline[0].deadline == "5 ngày"


def test_a_record_without_a_name_is_left_out_and_said_to_be() -> None:
    entries, (finding,) = read(f'{HEAD}  - code: "9.000001"\n  - name: B\n')
    assert [entry.key for entry in entries] == ["B"]
    assert (finding.rule, finding.location.line, finding.procedure) == ("F009", 4, "9.000001")
    assert "left out" in finding.help


def test_places_of_records_after_one_that_is_left_out() -> None:
    entries, _findings = read(f"{HEAD}  - code: 'a'\n  - 5\n  - name: B\n  - name: C\n")
    assert [(entry.key, entry.location.line) for entry in entries] == [("B", 6), ("C", 7)]


def test_what_is_refused_and_of_the_wrong_kind_is_one_finding() -> None:
    procedure, (finding,) = record("dossier_sets: !!int '3'")
    assert finding.rule == "F005"
    assert procedure.dossier_sets is None


def test_a_key_that_stands_twice_keeps_the_first() -> None:
    procedure, (finding,) = record("fee: A\nfee: B")
    assert (finding.rule, finding.location.line) == ("F004", 7)
    assert "line 6" in finding.message
    assert procedure.fee == "A"


def test_findings_name_their_record() -> None:
    _entries, findings = read(
        f"{HEAD}  - {{code: '9.1', name: A, x1: 1}}\n  - {{name: B, x2: 1}}\n  - name: C\n    x3: 1\nx4: 1\n"
    )
    assert [(finding.message.split('"')[1], finding.procedure) for finding in findings] == [
        ("x1", "9.1"),
        ("x2", "B"),
        ("x3", "C"),
        ("x4", ""),
    ]


# --- the head of a file


@pytest.mark.parametrize(
    ("head", "place", "message"),
    [
        ("field: A\n", (1, 1), 'the key "agency" is missing'),
        ("agency:\nfield: A\n", (1, 1), '"agency" has no value'),
        ("agency: [a]\nfield: A\n", (1, 9), '"agency" is a list; expected: a text'),
        ("agency: 5\nfield: A\n", (1, 9), "5 is not read as text"),
        ("agenci: a\nfield: A\n", (1, 1), 'unknown key "agenci"'),
    ],
)
def test_a_wrong_head_does_not_cost_the_procedures(head: str, place: tuple[int, int], message: str) -> None:
    entries, (finding,) = read(head + "procedures:\n  - name: B\n")
    assert (finding.location.line, finding.location.column, finding.procedure) == (*place, "")
    assert message in finding.message
    assert "left out" not in finding.help
    assert [(entry.key, entry.field) for entry in entries] == [("B", "A")]


@pytest.mark.parametrize("value", ["", " 5", " {a: b}", " text"])
def test_a_file_without_a_list_of_procedures_has_none(value: str) -> None:
    entries, (finding,) = read(f"agency: a\nfield: b\nprocedures:{value}\n")
    assert not entries
    assert finding.location.line == 3


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "the file is empty"),
        ("# only a comment\n", "the file is empty"),
        ("- a\n- b\n", "the file starts with a list"),
        ("just a text\n", "the file holds a text only"),
        ("5\n", "the file holds a text only"),
        ("{}\n", "none of the keys"),
        ("services: {web: {image: nginx}}\nversion: 3\n", "none of the keys of this file belong here"),
    ],
)
def test_a_file_of_another_kind_is_one_finding(text: str, message: str) -> None:
    entries, (finding,) = read(text)
    assert not entries
    assert (finding.rule, finding.location.line) == ("F006", 1)
    assert message in finding.message
    assert "agency:, field:, procedures:" in finding.help


# --- properties


def test_many_mistakes_do_not_take_long() -> None:
    """Linear in the mistakes: quadratic steps would take minutes here."""
    text = HEAD + "".join(f"  - code: 9.{n:06}\n    name: A\n    x: 1\n" for n in range(5000))
    entries, findings = read(text)
    assert len(entries) == 5000
    assert len(findings) == 10000


_WORDS = st.sampled_from(
    ["name", "code", "level", "legal", "deadline", "when", "channels", "direct", "dossier", "online"]
)
_ANY = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 5) | st.just("9.000001") | _WORDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_WORDS | st.text("nam", max_size=4), inner, max_size=4),
    max_leaves=20,
)


@settings(max_examples=200)
@given(st.lists(st.dictionaries(_WORDS, _ANY, max_size=5) | _ANY, max_size=4), _ANY)
def test_whatever_stands_in_a_file_ends_in_entries_and_findings(records: list[Any], agency: Any) -> None:
    text = emit({"agency": agency, "field": "F", "procedures": records}) if records else HEAD
    entries, findings = read(text)
    assert len(entries) <= len(records)
    assert entries == read(text)[0]
    lines = text.splitlines()
    for finding in findings:
        assert 1 <= finding.location.line <= len(lines)
        assert 1 <= finding.location.column <= len(lines[finding.location.line - 1]) + 1
        assert finding.message
        assert finding.help
    if not findings:
        assert len(entries) == len(records)

"""A slip in one record of a file costs that record, and no other."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tthc.catalogue.files import Source
from tthc.catalogue.load import load, read_procedures
from tthc.catalogue.reader import places, read_text
from tthc.catalogue.salvage import salvage

HEAD = """\
# Danh mục
agency: so-xay-dung
procedures:
  # nhóm một
"""
RECORDS = [
    '  - code: "9.000001"\n    name: Cấp giấy phép\n    steps:\n      - Nộp hồ sơ\n      - Nhận kết quả\n\n',
    '  - code: "9.000002"\n    name: >-\n      Cấp lại\n      giấy phép\n    fee: 50.000 đồng # một lần\n',
    "  -\n    name: 'Thu hồi'\n    notes: {a: 1}\n",
    '  - {code: "9.000004", name: "Gia hạn"}\n',
]
TAIL = "field: Xây dựng\n"


def text(records: list[str]) -> bytes:
    return (HEAD + "".join(records) + TAIL).encode()


def read(data: bytes):
    findings = []
    return list(read_procedures(Source("a.yaml", data), findings)), findings


WHOLE, NO_FINDINGS = read(text(RECORDS))


def test_the_example_has_no_fault():
    assert len(WHOLE) == len(RECORDS)
    assert not NO_FINDINGS
    assert WHOLE[0].field == "Xây dựng"


@pytest.mark.parametrize("at", range(len(RECORDS)))
@pytest.mark.parametrize(
    "slip",
    [
        "\tfee: Không\n",
        '    fee: "Không\n',
        "    fee: 'Không\n",
        "    fee: [Không\n",
        "    place: Nơi: nhận\n",
        "       place: x\n   status: y\n",
        "chữ lạc dòng\n",
        "    fee: *khac\n     x\n",
        "    ? {a: b} : c\n",
        "    @\n",
    ],
)
def test_a_slip_costs_its_own_record(at, slip):
    records = [record + slip if n == at else record for n, record in enumerate(RECORDS)]
    found, findings = read(text(records))
    assert findings
    left = [entry.procedure for n, entry in enumerate(WHOLE) if n != at]
    assert [entry.procedure for entry in found if entry.procedure in left] == left
    lines = range(text(records[:at]).count(b"\n"), text(records[: at + 1]).count(b"\n") + 1)
    assert all(finding.location.line in lines for finding in findings)


def test_the_place_is_that_in_the_file(folder):
    path = folder.records('- name: A\n- name: "B\n  fee: Không\n- name: C\n- name: C: D\n')
    found = load(folder.root)
    assert [entry.procedure.name for entry in found.entries] == ["A", "C"]
    assert [entry.location.line for entry in found.entries] == [4, 7]
    assert [(finding.location.path, finding.location.line, finding.rule) for finding in found.findings] == [
        (path.as_posix(), 5, "F003"),
        (path.as_posix(), 8, "F003"),
    ]
    assert not any(finding.procedure for finding in found.findings)  # what a record is called is not known


def test_line_ends_of_windows_and_a_byte_order_mark():
    data = b"\xef\xbb\xbf" + text([RECORDS[0], "  - name: 'x\n", RECORDS[3]]).replace(b"\n", b"\r\n")
    found, findings = read(data)
    assert [entry.procedure.code for entry in found] == ["9.000001", "9.000004"]
    assert len(findings) == 1


@pytest.mark.parametrize(
    "data",
    [
        "procedures: [{name: A}, {name: B\n",
        "agency: a\nfield: 'b\nprocedures:\n  - name: A\n",
        "procedures:\n  'x\n",
        "- name: A\n- name: 'B\n",
        "",
        "@",
    ],
)
def test_a_file_of_another_form_is_one_fault(data):
    assert salvage(data.encode(), ()) is None
    found, findings = read(data.encode())
    assert not found
    assert len(findings) == 1


def test_what_only_the_whole_explains_is_said():
    data = "procedures:\n  - name: A\n    \n  - name: B\n...\n%x\n"  # records without a fault in a file with one
    whole = read_text(data.encode())
    assert whole.problems
    document = salvage(data.encode(), whole.problems)
    assert document is None or document.problems


lines = st.text(st.characters(codec="utf-8", exclude_characters="\n\r\x85\u2028\u2029"), max_size=30)


@settings(max_examples=150)
@given(st.integers(0, len(RECORDS) - 1), st.integers(0, 5), lines)
def test_whatever_is_typed_into_a_record_the_others_are_read(at, row, line):
    rows = RECORDS[at].splitlines(keepends=True)
    spoilt = "".join([*rows[: 1 + row], f"     {line}\n", *rows[1 + row :]])
    found, _findings = read(text([spoilt if n == at else record for n, record in enumerate(RECORDS)]))
    left = [entry.procedure for n, entry in enumerate(WHOLE) if n != at]
    assert [entry.procedure for entry in found if entry.procedure in left] == left


@given(st.lists(st.sampled_from(RECORDS), min_size=1))
def test_a_file_without_a_fault_is_read_record_by_record_as_it_is_as_a_whole(records):
    whole, salvaged = read_text(text(records)), salvage(text(records), ())
    assert salvaged is not None
    assert (salvaged.data, salvaged.problems) == (whole.data, ())
    assert places(salvaged.data) == places(whole.data)

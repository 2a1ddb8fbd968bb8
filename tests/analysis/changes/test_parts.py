"""Every field of a record belongs to a part, or is known to say nothing about the procedure."""

import dataclasses

import pytest

from tthc.analysis.changes.parts import Part, differences
from tthc.domain.procedure import Legal, Local, Online, Procedure

CHANGED = {
    "name": ("Cấp thẻ", "name"),
    "code": ("1.009646", "code"),
    "local_id": ("NB-01", "code"),
    "level": ("commune", "level"),
    "internal": (True, "type"),
    "formality": ("specific", "type"),
    "repealed_by": ("1/QĐ-UBND", "decision"),
    "handled_by": (["so-y-te"], "handled_by"),
    "coordinating": (["so-y-te"], "coordinating"),
    "place": ("Trung tâm", "place"),
    "non_territorial": (True, "place"),
    "subjects": (["Công dân"], "subjects"),
    "channels": (["online"], "channels"),
    "steps": (["Nộp hồ sơ"], "steps"),
    "dossier": (["Đơn"], "dossier"),
    "dossier_sets": (2, "dossier"),
    "fee": ("Không", "fee"),
    "requirements": ("Không", "requirements"),
    "result": ({"name": "Thẻ"}, "result"),
    "legal.deadline": ("5 ngày", "legal_deadline"),
    "legal.basis": (["61/2020/QH14"], "basis"),
    "legal.decision": ("1/QĐ-BTP", "decision"),
    "local.deadline": ("5 ngày", "local_deadline"),
    "local.decision": ("1/QĐ-UBND", "decision"),
    "local.decided": ("2026-10-01", "decision"),
    "local.effective": ("2026-10-01", "decision"),
    "local.steps": ([{"name": "Tiếp nhận"}], "internal_steps"),
    **{
        f"online.{name}": (value, "online")
        for name, value in {
            "level": "full",
            "reason": "presence",
            "reason_basis": "61/2020/QH14",
            "reason_until": "2027-01-31",
            "payment": True,
            "presence": True,
            "site_visit": True,
            "original": True,
        }.items()
    },
}
SILENT = {"status", "source", "notes"}


def test_no_field_is_forgotten():
    nested = {"legal": Legal, "local": Local, "online": Online}
    fields = {field.name for field in dataclasses.fields(Procedure)} - nested.keys()
    fields |= {f"{name}.{field.name}" for name, kind in nested.items() for field in dataclasses.fields(kind)}
    assert fields == CHANGED.keys() | SILENT


@pytest.mark.parametrize(("field", "value", "part"), [(field, *rest) for field, rest in CHANGED.items()])
def test_each_field_belongs_to_a_part(record, field, value, part):
    outer, _dot, inner = field.partition(".")
    said = {outer: {inner: value}} if inner else {field: value}
    assert differences(record(), record(said)) == ((part,), ())


@pytest.mark.parametrize(
    ("one", "other", "part"),
    [
        ({"name": "Cấp thẻ  hoá chất"}, {"name": "cấp thẻ hóa chất."}, "name"),
        ({"fee": "Không"}, {"fee": "không."}, "fee"),
        ({"code": "1.009645"}, {"code": " 1.009645.H49"}, "code"),
        ({"local": {"deadline": "3.5 nlv"}}, {"local": {"deadline": "03,5 ngày làm việc"}}, "local_deadline"),
    ],
)
def test_another_spelling_is_no_change(record, one, other, part):
    assert differences(record(one), record(other)) == ((), (part,))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("5 ngày", "5 ngày làm việc"),
        ("5 ngày", "50 ngày"),
        ("5 ngày kể từ ngày nhận hồ sơ", "5 ngày kể từ ngày thẩm định"),
        ("10,5 ngày", "105 ngày"),
    ],
)
def test_words_of_a_deadline_count(record, one, other):
    before, after = ({"local": {"deadline": text}} for text in (one, other))
    assert differences(record(before), record(after)) == ((Part.LOCAL_DEADLINE,), ())


def test_order_says_nothing_except_for_steps(record):
    lists = {"handled_by": ["b", "a"], "subjects": ["b", "a"], "dossier": ["b", "a"], "legal": {"basis": ["b", "a"]}}
    other = {"handled_by": ["a", "b"], "subjects": ["a", "b"], "dossier": ["a", "b"], "legal": {"basis": ["a", "b"]}}
    assert differences(record(lists), record(other)) == ((), ())
    assert differences(record(steps=["a", "b"]), record(steps=["b", "a"])) == ((Part.STEPS,), ())

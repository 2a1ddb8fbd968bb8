from tthc import messages
from tthc.report.deadline import Understood, reason, report, report_of
from tthc.report.term import Term
from tthc.text.deadline import parse
from tthc.text.deadline.reasons import Reason


def test_every_reason_has_words():
    said = [reason(value) for value in Reason]
    assert len(set(said)) == len(said)


def test_what_is_not_understood_has_no_meaning():
    texts = report([Understood(parse("7 ngày, 9 ngày"))]).blocks[0]
    assert texts.rows[0].cells == (1, "7 ngày, 9 ngày", Term("unknown", "not understood"), "", None)


def test_a_report_of_one_text_leaves_out_empty_columns():
    one = report_of(Understood(parse("12 ngày")))
    assert [column.key for column in one.blocks[0].columns] == ["number", "part", "duration"]


def test_in_vietnamese():
    messages.use("vi")
    assert report_of(Understood(parse("trong ngày"))).title.startswith("→ ")

"""Which record of one edition is which of the other."""

import pytest

from tthc.analysis.changes.pairing import Pair, pairs


def matched(before, after):
    return {(pair.before, pair.after) for pair in pairs(before, after)}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"code": "1.009645"}, {"code": "1.009645", "name": "Tên khác", "level": "commune"}),
        ({"code": "1.009645"}, {"code": "1.009645.H49", "name": "Tên khác"}),
        ({"code": "1.009645.000.00.00.H49"}, {"code": "1.009645.H49", "name": "Tên khác"}),
        ({"code": None, "local_id": "NB-01"}, {"code": "1.009645", "local_id": "NB-01", "name": "Tên khác"}),
        ({"code": None, "level": "province"}, {"code": "1.009645", "level": "province"}),
        ({"code": "1.009646", "name": "Thuỷ lợi"}, {"code": "1.009645", "name": "THỦY LỢI."}),
        ({"code": None, "level": "province"}, {"code": None, "level": "commune"}),
    ],
)
def test_the_same_procedure(record, one, other):
    before, after = record(one), record(other)
    assert pairs([before], [after]) == (Pair(before, after),)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"code": "1.009645"}, {"code": "1.009646", "name": "Tên khác"}),
        ({"code": "1.009645", "level": "province"}, {"code": "1.009646", "level": "commune"}),
        ({"code": "1.009645", "level": "province"}, {"code": None, "level": "commune"}),
        ({"code": None, "name": "Cấp thẻ"}, {"code": None, "name": "Cấp lại thẻ"}),
    ],
)
def test_two_procedures(record, one, other):
    before, after = record(one), record(other)
    assert matched([before], [after]) == {(before, None), (None, after)}


def test_of_several_records_with_one_code_those_that_agree_most_belong_together(record):
    here, there = record(name="Cấp thẻ", agency="so-y-te"), record(name="Cấp thẻ", agency="so-noi-vu", line=2)
    moved = record(name="Cấp thẻ mới", agency="so-noi-vu", line=7)
    assert matched([here, there], [moved, here]) == {(here, here), (there, moved)}


def test_at_the_same_agency_first(record):
    one = record(code="9.000001", agency="so-y-te")
    others = record(code="9.000002", agency="so-noi-vu"), record(code="9.000003", agency="so-y-te")
    assert matched([one], others) == {(one, others[1]), (None, others[0])}


def test_a_record_more_on_one_side_has_no_counterpart(record):
    one, other = record(fee="Không"), record(fee="10.000 đồng", line=2)
    assert matched([one, other], [other]) == {(one, None), (other, other)}

"""Verdicts are found again after renaming and moving; what has changed or gone is told."""

from dataclasses import replace
from datetime import date

import pytest

from tthc.analysis.duplicates.decisions import decided, fingerprint, party
from tthc.domain.decision import Decision, Judgement

WELL = {"code": "9.000001", "name": "Cấp giấy phép khoan giếng", "level": "province"}
POND = {"code": "9.000002", "name": "Cấp giấy phép đào ao", "level": "province"}


def decision(a, b, verdict=Judgement.DIFFERENT):
    return Decision(party(a), party(b), verdict, date(2026, 10, 5))


@pytest.mark.parametrize(
    "change",
    [
        {"name": "Cấp phép khoan giếng"},
        {"agency": "so-nong-nghiep"},
        {"field": "Tài nguyên nước"},
        {"code": "9.000001.000.00.00.H49"},
    ],
)
def test_a_verdict_survives_renaming_and_moving(catalogue, change):
    before = catalogue(WELL, POND)
    after = catalogue({"name": "Trích lục hộ tịch"}, POND, WELL | change)
    found = decided(after.entries, [decision(*before.entries)])
    assert found.verdict(1, 2) is Judgement.DIFFERENT
    assert found.lost == ()


def test_a_procedure_without_a_code_is_known_by_its_name_also_after_it_got_one(catalogue):
    before = catalogue({"name": "Cấp giấy phép khoan giếng"}, POND)
    after = catalogue(WELL, POND)
    assert decided(after.entries, [decision(*before.entries)]).verdict(0, 1) is Judgement.DIFFERENT


def test_one_name_at_two_agencies_is_told_apart(catalogue):
    record = {"name": "Tiếp nhận lưu học sinh"}
    entries = catalogue(record | {"agency": "a"}, record | {"agency": "b"}, record | {"agency": "c"}).entries
    found = decided(entries, [decision(entries[0], entries[2])])
    assert (found.verdict(0, 2), found.verdict(0, 1)) == (Judgement.DIFFERENT, None)


def test_a_changed_record_makes_the_verdict_stale_and_it_still_holds(catalogue):
    before = catalogue(WELL, POND)
    given = decision(*before.entries)
    after = catalogue(WELL | {"legal": {"basis": ["1/2020/QH14"]}}, POND)
    found = decided(after.entries, [given])
    assert found.verdict(0, 1) is Judgement.DIFFERENT
    assert found.stale == (given,)
    assert decided(before.entries, [given]).stale == ()


def test_a_procedure_that_is_gone_leaves_the_verdict_without_effect(catalogue):
    given = decision(*catalogue(WELL, POND).entries)
    found = decided(catalogue(WELL).entries, [given])
    assert (dict(found.pairs), found.lost) == ({}, (given,))


def test_the_last_verdict_on_a_pair_counts(catalogue):
    a, b = entries = catalogue(WELL, POND).entries
    found = decided(entries, [decision(a, b, Judgement.SAME), decision(b, a, Judgement.DIFFERENT)])
    assert found.verdict(1, 0) is Judgement.DIFFERENT


def test_a_fingerprint_is_of_what_is_said_not_of_how(catalogue):
    (one,) = catalogue(WELL | {"dossier": ["Đơn", "Bản vẽ"]}).entries
    (other,) = catalogue(WELL | {"name": "CẤP  giấy phép khoan giếng", "dossier": ["Bản vẽ", "đơn."]}).entries
    assert fingerprint(one) == fingerprint(other)
    assert fingerprint(one) != fingerprint(replace(one, field="Khác"))


def test_settled_means_every_pair(catalogue):
    entries = catalogue(WELL, POND, {"code": "9.000003", "name": "C"}).entries
    found = decided(entries, [decision(entries[0], entries[1]), decision(entries[0], entries[2])])
    assert found.settled([0, 1], Judgement.DIFFERENT)
    assert not found.settled([0, 1, 2], Judgement.DIFFERENT)
    assert not found.settled([0], Judgement.DIFFERENT)

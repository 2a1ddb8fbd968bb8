"""The pairs an officer is asked about, and those of other relations."""

from datetime import date

from tthc.analysis.duplicates.decisions import party
from tthc.analysis.duplicates.queue import open_pairs
from tthc.analysis.duplicates.related import related
from tthc.analysis.duplicates.relation import Relation
from tthc.analysis.duplicates.survey import survey
from tthc.domain.decision import Decision, Judgement

NAMES = ["Cấp thẻ thuyền viên", "Thủ tục cấp thẻ thuyền viên", "Cấp lại thẻ thuyền viên", "Cấp thẻ thuyền viên hạng ba"]


def records(**more):
    return [{"code": f"9.00000{n}", "name": name} | more for n, name in enumerate(NAMES)]


def pairs(links):
    return [(link.left, link.right) for link in links]


def test_open_pairs(catalogue):
    assert pairs(open_pairs(survey(catalogue(*records())))) == [(0, 1)]


def test_any_verdict_closes_a_pair_until_a_record_changes(catalogue):
    made = catalogue(*records())
    decision = Decision(*map(party, made.entries[:2]), Judgement.UNSURE, date(2026, 10, 5))
    assert open_pairs(survey(catalogue(*records(), decisions=(decision,)))) == []
    changed = survey(catalogue(*records(field="Khác"), decisions=(decision,)))
    assert pairs(open_pairs(changed)) == [(0, 1)]


def test_one_code_is_no_matter_of_judgement(catalogue):
    made = catalogue(*({"code": "9.000001", "name": name} for name in NAMES[:2]))
    assert open_pairs(survey(made)) == []


def test_pairs_at_two_levels(catalogue):
    made = catalogue(*({"name": NAMES[0], "level": level} for level in ("province", "commune")))
    found = survey(made)
    assert pairs(open_pairs(found, Relation.LEVEL)) == [(0, 1)]
    assert open_pairs(found) == []


def test_other_acts_and_scopes_within_a_field(catalogue):
    found = survey(catalogue(*records(), {"name": "Cấp đổi thẻ thuyền viên", "field": "Khác"}))
    assert (0, 2) in pairs(related(found, Relation.ACTION))
    assert (0, 3) in pairs(related(found, Relation.SCOPE))
    assert all(4 not in pair for pair in pairs(related(found, Relation.ACTION)))

"""What to put right to open full services."""

from collections.abc import Iterable, Sequence
from itertools import permutations

from hypothesis import given, settings
from hypothesis import strategies as st

from tthc.analysis.online.checks import Check, Source, Status
from tthc.analysis.online.criteria import Criterion, Decider, Key
from tthc.analysis.online.unlocking import Gain, best_sequence, fixes
from tthc.analysis.online.verdict import Assessment, Verdict
from tthc.domain.entry import Entry
from tthc.domain.finding import Location
from tthc.domain.procedure import Procedure
from tthc.domain.statistics import Dossiers

CRITERIA = {
    "form": Criterion(Key.FORM, "Điều 15", Decider.PROVINCE),
    "pay": Criterion(Key.PAYMENT, "Điều 15", Decider.PROVINCE),
    "post": Criterion(Key.DELIVERY, "", Decider.PROVINCE),
    "law": Criterion(Key.ORIGINAL_KEPT, "", Decider.MINISTRY),
}


def blocked(*blockers: Sequence[str]) -> list[Assessment]:
    """Procedures 1, 2, 3 … with these criteria in their way."""
    found = []
    for number, names in enumerate(blockers, start=1):
        entry = Entry(Procedure(name=str(number), code=str(number)), "so-mau", "A", Location("a.yaml"))
        checks = tuple(Check(CRITERIA[name], Status.NOT_MET, Source.STATED) for name in names)
        found.append(Assessment(entry, checks, Verdict.FIXABLE if names else Verdict.FULL))
    return found


def test_what_each_fix_opens_by_itself():
    found = fixes(blocked(["form"], ["form"], ["pay"], ["form", "pay"], []))
    assert [(fix.criterion.key, fix.alone.procedures, fix.in_the_way.procedures) for fix in found] == [
        (Key.FORM, 2, 3),
        (Key.PAYMENT, 1, 2),
    ]
    assert [each.entry.procedure.code for each in found[0].opened] == ["1", "2"]


def test_dossiers_are_counted_where_there_are_any():
    dossiers = {"1": Dossiers("1", 2026, 10), "3": Dossiers("3", 2026, 500)}
    form, pay = fixes(blocked(["form"], ["form"], ["pay"]), dossiers)
    assert (form.alone, pay.alone) == (Gain(2, 10), Gain(1, 500))
    assert fixes(blocked(["form"]))[0].alone == Gain(1, None)


def test_the_best_sequence_opens_soonest():
    steps = best_sequence(blocked(["form"], ["form", "pay"], ["form", "pay"], ["law"]))
    assert [(step.criterion.key, step.opens.procedures, step.total.procedures) for step in steps] == [
        (Key.FORM, 1, 1),
        (Key.PAYMENT, 2, 3),
        (Key.ORIGINAL_KEPT, 1, 4),
    ]


def test_two_fixes_may_open_together_what_none_opens_alone():
    steps = best_sequence(blocked(["form", "pay"], ["form", "pay"], ["form", "pay"], ["law"]))
    assert {step.criterion.key for step in steps[:2]} == {Key.FORM, Key.PAYMENT}


def test_by_dossiers_the_order_may_be_another():
    assessments = blocked(["form"], ["form"], ["pay"])
    dossiers = {"3": Dossiers("3", 2026, 1000)}
    assert [step.criterion.key for step in best_sequence(assessments, dossiers)] == [Key.FORM, Key.PAYMENT]
    by_dossiers = best_sequence(assessments, dossiers, by_dossiers=True)
    assert [step.criterion.key for step in by_dossiers] == [Key.PAYMENT, Key.FORM]


def test_a_sequence_of_what_one_body_decides():
    steps = best_sequence(blocked(["law"], ["law", "form"], ["form"]), decider=Decider.PROVINCE)
    assert [(step.criterion.key, step.total.procedures) for step in steps] == [(Key.FORM, 1)]


def test_nothing_blocked_nothing_to_fix():
    assert fixes(blocked([])) == ()
    assert best_sequence(blocked([])) == ()


BLOCKERS = st.lists(st.lists(st.sampled_from(sorted(CRITERIA)), min_size=1, unique=True), max_size=8)


def area(order: Iterable[str], blockers: Sequence[Sequence[str]]) -> int:
    done: set[str] = set()
    total = 0
    for name in order:
        done.add(name)
        total += sum(done.issuperset(names) for names in blockers)
    return total


@settings(max_examples=60, deadline=None)
@given(BLOCKERS)
def test_no_other_order_opens_sooner(blockers: list[list[str]]):
    names = {criterion.key: name for name, criterion in CRITERIA.items()}
    steps = best_sequence(blocked(*blockers))
    order = [names[step.criterion.key] for step in steps]
    assert sorted(order) == sorted({name for each in blockers for name in each})
    assert area(order, blockers) == max(area(other, blockers) for other in permutations(order))
    assert sum(step.opens.procedures for step in steps) == len(blockers)
    assert [step.total.procedures for step in steps][-1:] == [len(blockers)][: len(steps)]


@settings(max_examples=40, deadline=None)
@given(BLOCKERS)
def test_what_is_one_step_away_is_never_more_than_what_is_blocked(blockers: list[list[str]]):
    for fix in fixes(blocked(*blockers)):
        assert fix.alone.procedures == len(fix.opened) <= fix.in_the_way.procedures <= len(blockers)

"""D101-D108: the same procedure more than once, as the analysis finds it without weighing evidence.

Near names (D107) need evidence and are for `tthc duplicates`.
"""

from collections.abc import Iterable
from functools import lru_cache

from tthc.analysis.duplicates.certain import Certain, Kind, certain, clashes, differing_deadline
from tthc.analysis.duplicates.exact import national
from tthc.analysis.duplicates.parts import values
from tthc.domain.entry import Entry
from tthc.domain.finding import Severity
from tthc.lint.context import Context
from tthc.lint.rule import Check, Issue, Rule, Scope
from tthc.messages import _, mark

_D26 = "khoản 2 Điều 26 NĐ 63/2010/NĐ-CP"


def _only(kind: Kind) -> Check:
    def check(context: Context) -> Iterable[Issue]:
        for found in _certain(context):
            if found.kind is kind:
                yield from _issues(found, context)

    return check


@lru_cache(maxsize=1)
def _certain(context: Context) -> tuple[Certain, ...]:
    return certain(context.catalogue)


def _issues(found: Certain, context: Context) -> Iterable[Issue]:
    if found.kind is Kind.REPEALED:
        yield _repealed(*found.entries)
        return
    for first, entry in clashes(found):
        match found.kind:
            case Kind.CODE:
                yield _same_code(first, entry)
            case Kind.NAME_DRIFT:
                yield _other_name(first, entry)
            case Kind.DEADLINES:
                yield _other_deadline(first, entry)
            case _:
                yield _same_name(found.kind, first, entry, context)


def _same_code(first: Entry, entry: Entry) -> Issue:
    return Issue(
        _("the code {code} is there twice; first at {place}").format(code=national(entry), place=first.location),
        ("code",),
        _("Keep one entry: several levels or agencies go into one record."),
        entry,
        also=first,
    )


def _other_name(first: Entry, entry: Entry) -> Issue:
    return Issue(
        _("the code {code} has another name at {place}: “{name}”").format(
            code=national(entry), place=first.location, name=first.procedure.name
        ),
        ("name",),
        _("Use the name of the national database for both."),
        entry,
        also=first,
    )


def _other_deadline(first: Entry, entry: Entry) -> Issue:
    part = differing_deadline(first, entry)
    one, other = ("; ".join(values(each, part)) if part else "" for each in (entry, first))
    return Issue(
        _("the code {code} is there twice with different deadlines: “{one}” here, “{other}” at {place}").format(
            code=national(entry), one=one, other=other, place=first.location
        ),
        ("code",),
        _("Settle which deadline holds and keep one entry; predecessor catalogues often differ."),
        entry,
        also=first,
    )


def _same_name(kind: Kind, first: Entry, entry: Entry, context: Context) -> Issue:
    other = _("{key} of {agency}, {level}, at {place}").format(
        key=first.key,
        agency=context.agency(first.agency),
        level=", ".join(first.procedure.level),
        place=first.location,
    )
    message, help_ = {
        Kind.RECORD: (
            _("same name, level and agency as {other}"),
            _("Keep one, or make the names say what differs. Two procedures all the same? tthc decide CODE CODE."),
        ),
        Kind.OVERLAP: (
            _("same name and level as {other}"),
            _("Decide which agency is competent; two may not ask for the same thing side by side."),
        ),
        Kind.LEVELS: (
            _("same name and legal basis at another level: {other}"),
            _("In order if both levels are competent; name the level in the title."),
        ),
    }[kind]
    return Issue(message.format(other=other), ("name",), help_, entry, also=first)


def _repealed(entry: Entry, other: Entry | None = None) -> Issue:
    procedure = entry.procedure
    if procedure.repealed_by:
        return Issue(
            _("{decision} repeals the procedure, and its status is still {status}").format(
                decision=procedure.repealed_by, status=procedure.status
            ),
            ("repealed_by",),
            _("Write status: repealed (or replaced), or take repealed_by out."),
            entry,
            also=other,
        )
    return Issue(
        _("the procedure {code} is repealed at {place}, and is in force here").format(
            code=national(entry), place=other.location if other else ""
        ),
        ("code",),
        _("Keep the record that holds; where a new version took its place, the old one is status: replaced."),
        entry,
        also=other,
    )


RULES = (
    Rule(
        id="D101",
        slug="same-code-twice",
        severity=Severity.ERROR,
        what=mark("Finds a code that two procedures in force share. The suffix of a province does not count."),
        why=mark("One code is one procedure; counted twice it falsifies every total."),
        ground=_D26,
        scope=Scope.CATALOGUE,
        bad='procedures:\n  - {code: "1.009645", name: Cấp giấy phép}\n  - {code: "1.009645", name: Cấp giấy phép}',
        ok='procedures:\n  - {code: "1.009645", name: Cấp giấy phép}\n  - {code: "1.009646", name: Cấp lại giấy phép}',
        check=_only(Kind.CODE),
    ),
    Rule(
        id="D102",
        slug="same-procedure-twice",
        severity=Severity.ERROR,
        what=mark("Finds two procedures of the same name, level and agency under different codes."),
        why=mark("Applicants and officers cannot tell them apart; one is usually left over from an earlier list."),
        ground=_D26,
        scope=Scope.CATALOGUE,
        bad='procedures:\n  - {code: "1.009645", name: Cấp giấy phép}\n  - {code: "1.009646", name: Cấp Giấy phép}',
        ok='procedures:\n  - {code: "1.009645", name: Cấp giấy phép}\n  - {code: "1.009646", name: Cấp lại giấy phép}',
        check=_only(Kind.RECORD),
    ),
    Rule(
        id="D103",
        slug="one-code-two-names",
        severity=Severity.WARNING,
        what=mark("Finds a code that has two names."),
        why=mark("Names must be those of the national database everywhere."),
        ground=_D26,
        scope=Scope.CATALOGUE,
        bad='procedures:\n  - {code: "1.009645", name: Cấp giấy phép}\n  - {code: "1.009645", name: Cấp phép xây dựng}',
        ok='procedures:\n  - {code: "1.009645", name: Cấp giấy phép}\n  - {code: "1.009646", name: Cấp phép xây dựng}',
        check=_only(Kind.NAME_DRIFT),
    ),
    Rule(
        id="D104",
        slug="one-code-two-deadlines",
        severity=Severity.ERROR,
        what=mark("Finds a code that stands twice with different deadlines, local or legal."),
        why=mark(
            "Merged provinces inherit several catalogues; until they are brought together two deadlines hold for "
            "one procedure."
        ),
        ground=_D26,
        scope=Scope.CATALOGUE,
        bad=(
            'procedures:\n  - {code: "1.009645", name: Cấp giấy phép, local: {deadline: 5 ngày}}\n'
            '  - {code: "1.009645", name: Cấp giấy phép, local: {deadline: 7 ngày}}'
        ),
        ok='procedures:\n  - {code: "1.009645", name: Cấp giấy phép, local: {deadline: 5 ngày}}',
        check=_only(Kind.DEADLINES),
    ),
    Rule(
        id="D105",
        slug="same-procedure-two-agencies",
        severity=Severity.WARNING,
        what=mark("Finds two procedures of the same name and level at different agencies."),
        why=mark("Either one matter has two competent agencies, or an entry stayed behind when work moved."),
        scope=Scope.CATALOGUE,
        bad=(
            'procedures:\n  - {code: "1.009645", name: Cấp giấy phép, level: province, handled_by: [so-xay-dung]}\n'
            '  - {code: "1.009646", name: Cấp giấy phép, level: province, handled_by: [so-tai-chinh]}'
        ),
        ok="procedures:\n  - {name: Cấp giấy phép, level: province, handled_by: [so-xay-dung, so-tai-chinh]}",
        check=_only(Kind.OVERLAP),
    ),
    Rule(
        id="D106",
        slug="same-procedure-two-levels",
        severity=Severity.NOTE,
        what=mark("Lists procedures of the same name and legal basis at different levels."),
        why=mark("Normal where both levels are competent; worth a look where a level has lost its competence."),
        scope=Scope.CATALOGUE,
        default=False,
        bad=(
            'procedures:\n  - {code: "1.009645", name: Cấp phép, level: province, legal: {basis: [50/2014/QH13]}}\n'
            '  - {code: "1.009646", name: Cấp phép, level: commune, legal: {basis: [50/2014/QH13]}}'
        ),
        ok="procedures:\n  - {name: Cấp giấy phép, level: [province, commune], legal: {basis: [50/2014/QH13]}}",
        check=_only(Kind.LEVELS),
    ),
    Rule(
        id="D108",
        slug="active-but-repealed",
        severity=Severity.ERROR,
        what=mark(
            "Finds procedures in force that name the decision repealing them, or that another record gives as repealed."
        ),
        why=mark("A repealed procedure that is still offered sends applicants the wrong way."),
        ground="Điều 14 NĐ 63/2010/NĐ-CP",
        scope=Scope.CATALOGUE,
        bad="repealed_by: 45/QĐ-UBND",
        ok="repealed_by: 45/QĐ-UBND\nstatus: repealed",
        check=_only(Kind.REPEALED),
    ),
)

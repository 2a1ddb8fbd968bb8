"""D101-D108: the same procedure more than once. Near names need evidence and are for `tthc duplicates`."""

from collections import defaultdict
from collections.abc import Iterable

from tthc.domain.decision import Judgement
from tthc.domain.entry import Entry
from tthc.domain.finding import Severity
from tthc.domain.procedure import DeadlineCase
from tthc.lint.context import Context, plain
from tthc.lint.rule import Check, Issue, Rule, Scope
from tthc.lint.rules.codes import base
from tthc.lint.wording import in_force
from tthc.messages import _, mark

_D26 = "khoản 2 Điều 26 NĐ 63/2010/NĐ-CP"


def _only(rule: str) -> Check:
    def check(context: Context) -> Iterable[Issue]:
        return [issue for found, issue in (*_same_code(context), *_same_name(context)) if found == rule]

    return check


def _same_code(context: Context) -> Iterable[tuple[str, Issue]]:
    groups: dict[str, list[Entry]] = defaultdict(list)
    for entry in context.catalogue.entries:
        if entry.procedure.code and in_force(entry.procedure):
            groups[base(entry.procedure.code)].append(entry)
    for code, entries in groups.items():
        first = entries[0]
        for entry in entries[1:]:
            if entry.procedure.local.deadline != first.procedure.local.deadline:
                yield (
                    "D104",
                    Issue(
                        _(
                            "the code {code} is there twice with different deadlines: “{one}” here, “{other}” at "
                            "{place}"
                        ).format(code=code, one=_deadline(entry), other=_deadline(first), place=first.location),
                        ("code",),
                        _("Settle which deadline holds and keep one entry; predecessor catalogues often differ."),
                        entry,
                        also=first,
                    ),
                )
            else:
                yield (
                    "D101",
                    Issue(
                        _("the code {code} is there twice; first at {place}").format(code=code, place=first.location),
                        ("code",),
                        _("Keep one entry: several levels or agencies go into one record."),
                        entry,
                        also=first,
                    ),
                )
            if plain(entry.procedure.name) != plain(first.procedure.name):
                yield (
                    "D103",
                    Issue(
                        _("the code {code} has another name at {place}: “{name}”").format(
                            code=code, place=first.location, name=first.procedure.name
                        ),
                        ("name",),
                        _("Use the name of the national database for both."),
                        entry,
                        also=first,
                    ),
                )


def _same_name(context: Context) -> Iterable[tuple[str, Issue]]:
    groups: dict[str, list[Entry]] = defaultdict(list)
    for entry in context.catalogue.entries:
        if in_force(entry.procedure):
            groups[plain(entry.procedure.name)].append(entry)
    different = _decided_different(context)
    for entries in groups.values():
        for index, entry in enumerate(entries):
            for earlier in entries[:index]:
                relation = _relation(earlier, entry)
                if relation and frozenset((earlier.key, entry.key)) not in different:
                    yield relation, _named(relation, earlier, entry, context)
                    break


def _decided_different(context: Context) -> set[frozenset[str]]:
    """The pairs that officers have decided are two procedures (decisions/duplicates.yaml)."""
    decisions = context.catalogue.decisions
    return {frozenset((d.a.procedure, d.b.procedure)) for d in decisions if d.verdict is Judgement.DIFFERENT}


def _relation(one: Entry, other: Entry) -> str:
    """What two procedures of one name are to each other; nothing where they share their code, which says it already."""
    a, b = one.procedure, other.procedure
    if (a.code and b.code and base(a.code) == base(b.code)) or a.internal is not b.internal:
        return ""
    if set(a.level) == set(b.level):
        same = one.agency == other.agency and set(a.handled_by) == set(b.handled_by)
        return "D102" if same else "D105"
    return "D106" if set(a.legal.basis) & set(b.legal.basis) else ""


def _named(relation: str, earlier: Entry, entry: Entry, context: Context) -> Issue:
    other = _("{key} of {agency}, {level}, at {place}").format(
        key=earlier.key,
        agency=context.agency(earlier.agency),
        level=", ".join(earlier.procedure.level),
        place=earlier.location,
    )
    message, help_ = {
        "D102": (
            _("same name, level and agency as {other}"),
            _("Keep one, or make the names say what differs. Two procedures all the same? tthc decide CODE CODE."),
        ),
        "D105": (
            _("same name and level as {other}"),
            _("Decide which agency is competent; two may not ask for the same thing side by side."),
        ),
        "D106": (
            _("same name and legal basis at another level: {other}"),
            _("In order if both levels are competent; name the level in the title."),
        ),
    }[relation]
    return Issue(message.format(other=other), ("name",), help_, entry, also=earlier)


def _deadline(entry: Entry) -> str:
    stated: str | tuple[DeadlineCase, ...] | None = entry.procedure.local.deadline
    if stated is None or isinstance(stated, str):
        return stated or "–"
    return "; ".join(f"{case.when}: {case.deadline}" for case in stated)


def _repealed(entry: Entry, _context: Context) -> Iterable[Issue]:
    procedure = entry.procedure
    if procedure.repealed_by and in_force(procedure):
        yield Issue(
            _("{decision} repeals the procedure, and its status is still {status}").format(
                decision=procedure.repealed_by, status=procedure.status
            ),
            ("repealed_by",),
            _("Write status: repealed (or replaced), or take repealed_by out."),
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
        check=_only("D101"),
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
        check=_only("D102"),
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
        check=_only("D103"),
    ),
    Rule(
        id="D104",
        slug="one-code-two-deadlines",
        severity=Severity.ERROR,
        what=mark("Finds a code that stands twice with different local deadlines."),
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
        check=_only("D104"),
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
        check=_only("D105"),
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
        check=_only("D106"),
    ),
    Rule(
        id="D108",
        slug="active-but-repealed",
        severity=Severity.ERROR,
        what=mark("Finds procedures in force that name the decision repealing them."),
        why=mark("A repealed procedure that is still offered sends applicants the wrong way."),
        ground="Điều 14 NĐ 63/2010/NĐ-CP",
        bad="repealed_by: 45/QĐ-UBND",
        ok="repealed_by: 45/QĐ-UBND\nstatus: repealed",
        check=_repealed,
    ),
)

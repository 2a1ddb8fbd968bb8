"""K708-K716: what an edit may not do, or not without a word. They run with --since."""

from collections.abc import Iterable
from datetime import date

from tthc.analysis.changes.deadlines import Trend, Turn, held, turns
from tthc.analysis.changes.dossiers import papers as compare_papers
from tthc.analysis.changes.pairing import Pair
from tthc.analysis.durations import Overrun
from tthc.domain.entry import Entry
from tthc.domain.finding import Severity
from tthc.domain.level import Channel
from tthc.domain.procedure import DeadlineText, Procedure
from tthc.lint.context import Context, compare_texts
from tthc.lint.rule import Issue, Path, Rule, Scope
from tthc.messages import _, mark

_D13 = "Điều 13, Điều 14 NĐ 63/2010/NĐ-CP"
_SINCE = date(2010, 10, 14)


def _place(procedure: Procedure, channel: Channel | None) -> Path:
    """Where the deadline stands that holds for applicants, by one way of filing where it has its own."""
    for index, item in enumerate(procedure.channels):
        if item.channel is channel and (item.local_deadline or item.legal_deadline):
            return "channels", index, "local_deadline" if item.local_deadline else "legal_deadline"
    return "legal" if procedure.local.deadline is None else "local", "deadline"


def _sides(change: Pair) -> tuple[Entry, Entry] | None:
    """Both sides of a change to a procedure that is and was in force."""
    if change.before and change.after and change.after.procedure.in_force and change.before.procedure.in_force:
        return change.before, change.after
    return None


def _turns(sides: tuple[Entry, Entry]) -> tuple[Turn, ...]:
    """What became of the deadlines that hold for applicants, as the report of changes has it."""
    return turns(sides[0].procedure, sides[1].procedure, held, compare_texts)


def _lengthened(change: Pair, _context: Context) -> Iterable[Issue]:
    sides = _sides(change)
    if sides is None:
        return
    decided = sides[0].procedure.local.decision != sides[1].procedure.local.decision
    for turn in _turns(sides):
        if turn.trend is Trend.LONGER:
            certain = turn.comparison is not None and turn.comparison.overrun is Overrun.CERTAIN
            old, new = _text(turn.before), _text(turn.after)
            yield Issue(
                _("this edit lengthens the deadline: “{old}” → “{new}”").format(old=old, new=new),
                _place(sides[1].procedure, turn.channel),
                _(
                    "Restore “{old}”; a longer deadline needs a decision that announces it, cited in local.decision."
                ).format(old=old),
                sides[1],
                severity=None if certain and not decided else Severity.WARNING,
            )


def _unit_changed(change: Pair, _context: Context) -> Iterable[Issue]:
    sides = _sides(change)
    if sides is None:
        return
    for turn in _turns(sides):
        if turn.other_unit:
            yield Issue(
                _("this edit changes the unit of the deadline: “{old}” → “{new}”").format(
                    old=_text(turn.before), new=_text(turn.after)
                ),
                _place(sides[1].procedure, turn.channel),
                _("If it is meant, say which decision announces it; working days take longer than days."),
                sides[1],
            )


def _text(stated: DeadlineText) -> str:
    if stated is None or isinstance(stated, str):
        return stated or ""
    return "; ".join(f"{case.when}: {case.deadline}" for case in stated)


def _paper_added(change: Pair, _context: Context) -> Iterable[Issue]:
    sides = _sides(change)
    if sides is None:
        return
    papers = sides[1].procedure.dossier
    for item in compare_papers(sides[0].procedure, sides[1].procedure).added:
        yield Issue(
            _("this edit asks for a further paper: “{name}”").format(name=item.name),
            ("dossier", papers.index(item), "name"),
            _("The province may not ask for more than the legal document does; cite the provision, or take it out."),
            sides[1],
        )


def _fee_raised(change: Pair, _context: Context) -> Iterable[Issue]:
    sides = _sides(change)
    if sides is None:
        return
    from tthc.analysis.changes.fees import rises  # noqa: PLC0415 - with all that reads fees: only edits need it

    after = sides[1].procedure
    for rise in rises(sides[0].procedure, after):
        own = [n for n, item in enumerate(after.channels) if item.channel is rise.channel and item.fee]
        yield Issue(
            _("this edit raises the fee: “{old}” → “{new}”").format(old=rise.before, new=rise.after),
            ("channels", own[0], "fee") if own else ("fee",),
            _("Name the document that sets the new fee."),
            sides[1],
        )


def _downgraded(change: Pair, _context: Context) -> Iterable[Issue]:
    sides = _sides(change)
    if sides is None:
        return
    old, new = sides[0].procedure.online, sides[1].procedure.online
    if old.level and new.level and new.level.rank < old.level.rank and not new.reason:
        yield Issue(
            _("this edit takes online service from {old} to {new} without a reason").format(
                old=old.level, new=new.level
            ),
            ("online", "level"),
            _("Add “reason:” and “reason_basis:”, or restore {old}.").format(old=old.level),
            sides[1],
        )


def _removed(change: Pair, context: Context) -> Iterable[Issue]:
    before = change.before
    if before is None or change.after is not None or not before.procedure.in_force or before.procedure.repealed_by:
        return
    yield Issue(
        _("this edit removes {key}, “{name}”, and no decision repeals it").format(
            key=before.key, name=before.procedure.name
        ),
        (),
        _("Keep the record with status: repealed and repealed_by: the decision; absence is not repeal."),
        before,
        file=before.location.path.removeprefix(context.catalogue.root.as_posix() + "/"),
    )


def _code_changed(change: Pair, _context: Context) -> Iterable[Issue]:
    sides = _sides(change)
    if sides and sides[0].procedure.code and sides[0].procedure.code != sides[1].procedure.code:
        yield Issue(
            _("this edit changes the code: {old} → {new}").format(
                old=sides[0].procedure.code, new=sides[1].procedure.code or "–"
            ),
            ("code",),
            _("Codes are given by the national database and stay; statistics, decisions and links go by them."),
            sides[1],
        )


RULES = (
    Rule(
        id="K708",
        slug="edit-lengthens-deadline",
        severity=Severity.ERROR,
        what=mark(
            "Finds edits that lengthen an announced deadline, of the procedure or of one way of filing. A warning "
            "where a new decision is cited with it, or the lengthening is not certain."
        ),
        why=mark(
            "What was announced binds the agency; a longer deadline that slips in with other edits is noticed by "
            "nobody but the applicant."
        ),
        ground=_D13,
        since=_SINCE,
        scope=Scope.EDIT,
        bad="before: {local: {deadline: 5 ngày làm việc}}\nafter: {local: {deadline: 7 ngày làm việc}}",
        ok="before: {local: {deadline: 5 ngày làm việc}}\nafter: {local: {deadline: 4 ngày làm việc}}",
        check=_lengthened,
    ),
    Rule(
        id="K711",
        slug="edit-changes-unit",
        severity=Severity.WARNING,
        what=mark("Finds edits that change the unit of an announced deadline."),
        why=mark("From days to working days is a lengthening in disguise; the other way round is often a slip."),
        scope=Scope.EDIT,
        bad="before: {local: {deadline: 5 ngày làm việc}}\nafter: {local: {deadline: 5 ngày}}",
        ok="before: {local: {deadline: 5 ngày làm việc}}\nafter: {local: {deadline: 3 ngày làm việc}}",
        check=_unit_changed,
    ),
    Rule(
        id="K712",
        slug="edit-adds-paper",
        severity=Severity.WARNING,
        what=mark("Finds edits that add a paper to a dossier."),
        why=mark("Papers beyond those of the legal document may not be asked for."),
        ground="điểm b khoản 1 Điều 6, khoản 6 Điều 18 NĐ 63/2010/NĐ-CP",
        since=_SINCE,
        scope=Scope.EDIT,
        bad="before: {dossier: [Đơn đề nghị]}\nafter: {dossier: [Đơn đề nghị, Lý lịch tư pháp]}",
        ok="before: {dossier: [Đơn đề nghị, Lý lịch tư pháp]}\nafter: {dossier: [Đơn đề nghị]}",
        check=_paper_added,
    ),
    Rule(
        id="K713",
        slug="edit-raises-fee",
        severity=Severity.WARNING,
        what=mark("Finds edits that raise a fee, of the procedure or of one way of filing."),
        why=mark("Fees are set by the documents on fees; a higher one must cite its document."),
        scope=Scope.EDIT,
        bad="before: {fee: 50.000 đồng}\nafter: {fee: 80.000 đồng}",
        ok="before: {fee: 80.000 đồng}\nafter: {fee: 50.000 đồng}",
        check=_fee_raised,
    ),
    Rule(
        id="K714",
        slug="edit-downgrades-online",
        severity=Severity.ERROR,
        what=mark("Finds edits that offer less online service than before without giving the reason."),
        why=mark("Full service is the rule since 01/7/2026; going back needs one of the reasons of the decree."),
        ground="Điều 14 NĐ 224/2026/NĐ-CP",
        since=date(2026, 7, 1),
        scope=Scope.EDIT,
        bad="before: {online: {level: full}}\nafter: {online: {level: partial}}",
        ok=(
            "before: {online: {level: full}}\n"
            "after: {online: {level: partial, reason: temporary-failure, reason_until: 2027-01-31}}"
        ),
        check=_downgraded,
    ),
    Rule(
        id="K709",
        slug="edit-removes-procedure",
        severity=Severity.ERROR,
        what=mark("Finds edits that remove a procedure in force without a repealing decision."),
        why=mark("Only a decision repeals a procedure. A record that is merely gone is a hole in the list."),
        ground=_D13,
        since=_SINCE,
        scope=Scope.EDIT,
        bad='before: {code: "1.009645"}\nafter: null',
        ok='before: {code: "1.009645"}\nafter: {code: "1.009645", status: repealed, repealed_by: 45/QĐ-UBND}',
        check=_removed,
    ),
    Rule(
        id="K715",
        slug="edit-changes-code",
        severity=Severity.WARNING,
        what=mark("Finds edits that give a procedure of the same name and level another code."),
        why=mark("Everything that refers to the procedure goes by its code."),
        scope=Scope.EDIT,
        bad='before: {code: "1.009645"}\nafter: {code: "1.009646"}',
        ok='before: {code: "1.009645"}\nafter: {code: "1.009645", fee: Không}',
        check=_code_changed,
    ),
)

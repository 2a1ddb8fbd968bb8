"""T111-T116: figures about a cut, recomputed; times of steps and channels that should agree with the deadline."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from tthc.analysis.comparison import Comparison
from tthc.analysis.due import HOURS_A_DAY
from tthc.analysis.durations import Convention
from tthc.domain.deadline import Unit
from tthc.domain.entry import Entry
from tthc.domain.finding import Severity
from tthc.domain.procedure import DeadlineText
from tthc.domain.rounding import round_half_up, truncate
from tthc.lint.context import Context, compare_texts, comparison, deadline
from tthc.lint.remarks import Said, cuts
from tthc.lint.rule import Fixability, Issue, Path, Rule
from tthc.messages import _, mark
from tthc.text import numbers
from tthc.text.deadline import parse
from tthc.text.figures import read_rate


@dataclass(frozen=True, slots=True)
class _Remark:
    """A text in which a record speaks of its own cut, and the deadlines it may be about: legal and local."""

    path: Path
    text: str
    deadlines: tuple[tuple[DeadlineText, DeadlineText], ...]
    of_time: bool = False

    @property
    def fixable(self) -> bool:
        """Announced wording is for a person to correct, and so is what may be about several deadlines."""
        return not self.of_time and len(self.deadlines) == 1


def _remarks(entry: Entry) -> Iterator[_Remark]:
    """A note of one way of filing is about the deadline of that way, where it has its own."""
    legal, local = entry.procedure.legal.deadline, entry.procedure.local.deadline
    ways = [(n, channel) for n, channel in enumerate(entry.procedure.channels) if channel.local_deadline]
    own = {n: (channel.legal_deadline or legal, channel.local_deadline) for n, channel in ways}
    if isinstance(local, str):
        yield _Remark(("local", "deadline"), local, ((legal, local),), of_time=True)
    if isinstance(entry.procedure.notes, str):
        yield _Remark(("notes",), entry.procedure.notes, ((legal, local), *own.values()))
    for n, channel in ways:
        if channel.note:
            yield _Remark(("channels", n, "note"), channel.note, (own[n],))


def _figures(entry: Entry, *, rates: bool) -> Iterator[tuple[_Remark, Said, Sequence[Comparison]]]:
    """What the remarks of a record say of its cut, with what it may be; of deadlines of several cases nothing is."""
    for remark in _remarks(entry):
        for said in cuts(remark.text, of_time=remark.of_time):
            if (said.unit is None) is rates:
                compared = [compare_texts(*sides) for sides in remark.deadlines]
                if not any(found.several for found in compared):
                    yield remark, said, compared


def _rates(entry: Entry, _context: Context) -> Iterable[Issue]:
    for remark, said, compared in _figures(entry, rates=True):
        possible = [found.amounts(convention) for found in compared for convention in Convention]
        rates = [amounts.rate for amounts in possible if amounts]
        if not rates or any(_prints_as(rate, said.figure) for rate in rates):
            continue
        found = compared[0]
        written = numbers.amount(round_half_up(rates[0] * 100, 2))
        yield Issue(
            _("the record says {stated}%, and {legal} → {local} is {computed}%").format(
                stated=said.figure, legal=_text(found, "legal"), local=_text(found, "local"), computed=written
            ),
            remark.path,
            _("Write {computed}%, or correct the deadline that is wrong.").format(computed=written),
            fix=_fix(remark, said, written) if found.amounts(Convention.LIKE) else (),
        )


def _fix(remark: _Remark, said: Said, written: str) -> tuple[tuple[Path, str], ...]:
    if not remark.fixable:
        return ()
    return ((remark.path, remark.text[: said.start] + written + remark.text[said.end :]),)


def _prints_as(rate: Fraction, stated: str) -> bool:
    """Whether a rate rounds or is cut off to the figure as it is written; a hundredth up or down is rounding."""
    value = Decimal(stated.replace(",", "."))
    places = len(stated) - 1 - max(stated.find(","), stated.find(".")) if re.search(r"[.,]", stated) else 0
    return value in (round_half_up(rate * 100, places), truncate(rate * 100, places)) or (
        places == 2 and abs(Fraction(value) - rate * 100) <= Fraction(1, 100)
    )


def _text(found: Comparison, side: str) -> str:
    stated = found.legal if side == "legal" else found.local
    return stated.text if stated else ""


def _remainders(entry: Entry, _context: Context) -> Iterable[Issue]:
    for remark, said, compared in _figures(entry, rates=False):
        mains = [found.main for found in compared if found.main and found.amounts(Convention.LIKE)]
        sides = [
            (main.legal.maximum, main.local.maximum)
            for main in mains
            if said.unit is main.legal.unit and said.unit is main.local.unit
        ]
        cut = Decimal(said.figure.replace(",", "."))
        if not sides or any(cut + local == legal for legal, local in sides):
            continue
        legal, local = sides[0]
        yield Issue(
            _("{legal} less {cut} is not {local}").format(
                legal=numbers.amount(legal), cut=said.figure, local=numbers.amount(local)
            ),
            remark.path,
            _("Cut and remaining deadline must add up to the legal one: the cut is {cut}.").format(
                cut=numbers.amount(legal - local)
            ),
            fix=_fix(remark, said, numbers.amount(legal - local)) if local < legal else (),
        )


def _targets(entry: Entry, context: Context) -> Iterable[Issue]:
    found = comparison(entry)
    amounts = found.amounts(Convention.LIKE)
    if amounts is None or found.no_room:
        return
    for target in context.catalogue.manifest.targets:
        aim = read_rate(target.rate)
        if amounts.rate < aim:
            yield Issue(
                _("the deadline is cut by {rate}; the target is {aim} ({ground})").format(
                    rate=numbers.percent(amounts.rate), aim=numbers.percent(aim), ground=target.ground or target.id
                ),
                ("local", "deadline"),
                _("Cut further, or give the reason why there is no room."),
                ground=target.ground or "",
            )


def _channels(entry: Entry, _context: Context) -> Iterable[Issue]:
    channels = [(n, channel) for n, channel in enumerate(entry.procedure.channels) if channel.local_deadline]
    texts = {channel.local_deadline for _n, channel in channels}
    if len(texts) < 2 or any(channel.note for _n, channel in channels):
        return
    yield Issue(
        _("the deadline depends on how the dossier is handed in, and no reason is given: {texts}").format(
            texts="; ".join(f"{channel.channel}: {channel.local_deadline}" for _n, channel in channels)
        ),
        ("channels", channels[-1][0], "local_deadline"),
        _("Add “note:” with the reason, or announce one deadline for all channels."),
    )


def _steps(entry: Entry, _context: Context) -> Iterable[Issue]:
    local = entry.procedure.local
    announced = deadline(local.deadline)
    case = announced.headline_case if announced and len(announced.cases) == 1 else None
    if not local.steps or case is None or case.unit is None:
        return
    total = Decimal(0)
    for step in local.steps:
        read = parse(step.time) if step.time else None
        if read is None or len(read.cases) != 1 or read.cases[0].unit is None:
            return
        amount = _in_unit(read.cases[0].maximum, read.cases[0].unit, case.unit)
        if amount is None:
            return
        total += amount
    if total != case.maximum:
        yield Issue(
            _("the steps of the internal process add up to {total}, and the announced deadline is {announced}").format(
                total=numbers.amount(total), announced=announced.text if announced else ""
            ),
            ("local", "steps"),
            _("Correct the time of a step; together they must be the announced deadline."),
        )


def _in_unit(amount: Decimal, unit: Unit, wanted: Unit) -> Decimal | None:
    """An amount in another unit of the same kind; None where there is no exact way."""
    if unit is wanted:
        return amount
    if (unit, wanted) == (Unit.WORKING_HOUR, Unit.WORKING_DAY):
        return amount / HOURS_A_DAY
    if (unit, wanted) == (Unit.WORKING_DAY, Unit.WORKING_HOUR):
        return amount * HOURS_A_DAY
    return None


RULES = (
    Rule(
        id="T111",
        slug="cut-below-target",
        severity=Severity.WARNING,
        what=mark(
            "Lists procedures cut by less than a target of catalogue.yaml. Those with nothing left to cut are not"
            " listed."
        ),
        why=mark("Whether a target is reached is judged on exact fractions: 29,996% has not reached 30%."),
        ground="NQ 66/NQ-CP",
        since=date(2025, 3, 26),
        default=False,
        bad=(
            "manifest:\n  targets: [{id: nq66, rate: 30%}]\n"
            "procedures:\n  - legal: {deadline: 10 ngày}\n    local: {deadline: 8 ngày}"
        ),
        ok=(
            "manifest:\n  targets: [{id: nq66, rate: 30%}]\n"
            "procedures:\n  - legal: {deadline: 10 ngày}\n    local: {deadline: 7 ngày}"
        ),
        check=_targets,
    ),
    Rule(
        id="T112",
        slug="wrong-cut-rate",
        severity=Severity.ERROR,
        what=mark(
            "Finds percentages of a cut, in notes and deadlines, that the two deadlines do not give under any "
            "convention. A sentence counts only where it says nothing but how far this procedure's time is cut."
        ),
        why=mark(
            "Figures written by hand outlive the deadlines they were computed from, and end up in reports. Whether the "
            "figure is wrong or a deadline only a person can say."
        ),
        fix=Fixability.SUGGEST,
        bad="legal: {deadline: 20 ngày}\nlocal: {deadline: 15 ngày}\nnotes: Cắt giảm 30% thời gian giải quyết",
        ok=(
            "legal: {deadline: 20 ngày}\nlocal: {deadline: 15 ngày}\nnotes: |-\n"
            "  Cắt giảm 25% thời gian giải quyết.\n  Giảm 50% lệ phí khi nộp hồ sơ trực tuyến."
        ),
        check=_rates,
    ),
    Rule(
        id="T113",
        slug="cut-does-not-add-up",
        severity=Severity.ERROR,
        what=mark("Finds cuts in days that, with the local deadline, do not add up to the legal one."),
        why=mark("Legal = cut + remaining, in one unit. Where it is not so, one of the three is wrong."),
        fix=Fixability.SUGGEST,
        bad="legal: {deadline: 20 ngày}\nlocal: {deadline: 15 ngày}\nnotes: Cắt giảm 8 ngày so với quy định",
        ok=(
            "legal: {deadline: 20 ngày}\nlocal: {deadline: 15 ngày}\nnotes: |-\n"
            "  Cắt giảm 5 ngày so với quy định.\n  Nộp hồ sơ trực tuyến giảm 3 ngày so với nộp trực tiếp."
        ),
        check=_remainders,
    ),
    Rule(
        id="T115",
        slug="channel-deadlines-differ",
        severity=Severity.WARNING,
        what=mark("Finds local deadlines that depend on the channel without a reason."),
        why=mark("The handling is the same however the dossier arrives; a difference needs its reason beside it."),
        bad=(
            "channels:\n  - {channel: direct, local_deadline: 5 ngày làm việc}\n"
            "  - {channel: online, local_deadline: 3 ngày làm việc}"
        ),
        ok=(
            "channels:\n  - {channel: direct, local_deadline: 5 ngày làm việc}\n"
            "  - {channel: online, local_deadline: 3 ngày làm việc, note: Hồ sơ điện tử không phải số hóa}"
        ),
        check=_channels,
    ),
    Rule(
        id="T116",
        slug="steps-do-not-add-up",
        severity=Severity.WARNING,
        what=mark("Finds internal processes whose steps do not add up to the announced deadline."),
        why=mark(
            "The internal process divides the announced time; where the sum differs, one of them was not updated."
        ),
        bad=(
            "local:\n  deadline: 5 ngày làm việc\n  steps:\n    - {name: Tiếp nhận, time: 0.5 ngày làm việc}\n"
            "    - {name: Thẩm định, time: 3 ngày làm việc}"
        ),
        ok=(
            "local:\n  deadline: 5 ngày làm việc\n  steps:\n    - {name: Tiếp nhận, time: 4 giờ làm việc}\n"
            '    - {name: Thẩm định, time: "4,5 ngày làm việc"}'
        ),
        check=_steps,
    ),
)

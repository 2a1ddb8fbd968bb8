"""T111-T116: figures about a cut, recomputed; times of steps and channels that should agree with the deadline."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction

from tthc.analysis.comparison import Comparison
from tthc.analysis.durations import Convention
from tthc.domain.deadline import Unit
from tthc.domain.entry import Entry
from tthc.domain.finding import Severity
from tthc.domain.manifest import Target
from tthc.domain.rounding import round_half_up, truncate
from tthc.lint.context import Context, comparison, deadline
from tthc.lint.rule import Fixability, Issue, Path, Rule
from tthc.messages import _, mark
from tthc.text import numbers
from tthc.text.deadline import parse

_RATE = re.compile(r"(?:cắt giảm|giảm|tỷ lệ)[^.;\d]{0,30}(\d{1,3}(?:[.,]\d{1,2})?)\s*%", re.IGNORECASE)
_DAYS = re.compile(
    r"(?:cắt giảm|giảm)\s+(?:được\s+)?(\d{1,3}(?:[.,]\d{1,2})?)\s*(ngày làm việc|ngày|giờ làm việc|giờ)", re.IGNORECASE
)
_UNITS = {
    "ngày làm việc": Unit.WORKING_DAY,
    "ngày": Unit.DAY,
    "giờ làm việc": Unit.WORKING_HOUR,
    "giờ": Unit.HOUR,
}
_HOURS_A_DAY = 8  # a convention: Bộ luật Lao động Điều 105 khoản 1 says at most 8


def _remarks(entry: Entry) -> Iterator[tuple[Path, str]]:
    """The texts in which a record speaks of its own cut."""
    procedure = entry.procedure
    if isinstance(procedure.local.deadline, str):
        yield ("local", "deadline"), procedure.local.deadline
    if isinstance(procedure.notes, str):
        yield ("notes",), procedure.notes
    for index, channel in enumerate(procedure.channels):
        if channel.note:
            yield ("channels", index, "note"), channel.note


def _rates(entry: Entry, _context: Context) -> Iterable[Issue]:
    for path, text in _remarks(entry):
        for match in _RATE.finditer(text):
            found = comparison(entry)
            possible = [found.amounts(convention) for convention in Convention]
            rates = [amounts.rate for amounts in possible if amounts]
            if not rates or any(_prints_as(rate, match[1]) for rate in rates):
                continue
            right = rates[0] * 100
            written = numbers.amount(round_half_up(right, 2))
            new = text[: match.start(1)] + written + text[match.end(1) :]
            yield Issue(
                _("the record says {stated}%, and {legal} → {local} is {computed}%").format(
                    stated=match[1], legal=_text(found, "legal"), local=_text(found, "local"), computed=written
                ),
                path,
                _("Write {computed}%, or correct the deadline that is wrong.").format(computed=written),
                fix=((path, new),) if found.amounts(Convention.LIKE) and path != ("local", "deadline") else (),
            )


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
    for path, text in _remarks(entry):
        for match in _DAYS.finditer(text):
            found = comparison(entry)
            amounts = found.amounts(Convention.LIKE)
            unit = _UNITS[match[2].lower()]
            if not amounts or not found.main or unit is not found.main.legal.unit or unit is not found.main.local.unit:
                continue
            cut = Decimal(match[1].replace(",", "."))
            legal, local = found.main.legal.maximum, found.main.local.maximum
            if cut + local != legal:
                yield Issue(
                    _("{legal} less {cut} is not {local}").format(
                        legal=numbers.amount(legal), cut=match[1], local=numbers.amount(local)
                    ),
                    path,
                    _("Cut and remaining deadline must add up to the legal one: the cut is {cut}.").format(
                        cut=numbers.amount(legal - local)
                    ),
                )


def _targets(entry: Entry, context: Context) -> Iterable[Issue]:
    found = comparison(entry)
    amounts = found.amounts(Convention.LIKE)
    if amounts is None or found.no_room:
        return
    for target in context.catalogue.manifest.targets:
        if amounts.rate < _rate(target):
            yield Issue(
                _("the deadline is cut by {rate}; the target {target} is {aim}").format(
                    rate=numbers.percent(amounts.rate), target=target.id, aim=numbers.percent(_rate(target))
                ),
                ("local", "deadline"),
                _("Cut further, or give the reason why there is no room."),
                ground=target.ground or "",
            )


def _rate(target: Target) -> Fraction:
    return Fraction(Decimal(target.rate.rstrip("% ").replace(",", "."))) / 100


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
        return amount / _HOURS_A_DAY
    if (unit, wanted) == (Unit.WORKING_DAY, Unit.WORKING_HOUR):
        return amount * _HOURS_A_DAY
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
            "convention."
        ),
        why=mark("Figures written by hand outlive the deadlines they were computed from, and end up in reports."),
        fix=Fixability.SAFE,
        bad="legal: {deadline: 20 ngày}\nlocal: {deadline: 15 ngày}\nnotes: Cắt giảm 30%",
        ok="legal: {deadline: 20 ngày}\nlocal: {deadline: 15 ngày}\nnotes: Cắt giảm 25%",
        check=_rates,
    ),
    Rule(
        id="T113",
        slug="cut-does-not-add-up",
        severity=Severity.ERROR,
        what=mark("Finds cuts in days that, with the local deadline, do not add up to the legal one."),
        why=mark("Legal = cut + remaining, in one unit. Where it is not so, one of the three is wrong."),
        fix=Fixability.SUGGEST,
        bad="legal: {deadline: 20 ngày}\nlocal: {deadline: 15 ngày}\nnotes: Cắt giảm 8 ngày",
        ok="legal: {deadline: 20 ngày}\nlocal: {deadline: 15 ngày}\nnotes: Cắt giảm 5 ngày",
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

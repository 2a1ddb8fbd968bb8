"""`tthc deadline TEXT…`: what a deadline text means, and when it ends for a day of receipt."""

from collections.abc import Iterator
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from tthc.cli.options import CalendarFile, Format, Output
from tthc.messages import _

if TYPE_CHECKING:
    from tthc.domain.deadline import Deadline
    from tthc.report.deadline import Understood

HELP = _("What a deadline text means: cases, additions, stages, what does not count and why; due dates.")
EPILOG = _(
    "Examples: tthc deadline '15 ngày; vùng khó khăn tăng thêm 10 ngày' · "
    "tthc deadline '08 giờ làm việc' --from '2026-11-20 15:30' · tthc deadline --jsonl texts.jsonl"
)


def command(
    context: typer.Context,
    texts: Annotated[
        list[str],
        typer.Argument(metavar=_("[TEXT]…"), help=_("The wording."), default_factory=list, show_default=False),
    ],
    *,
    jsonl: Annotated[
        Path | None,
        typer.Option(
            "--jsonl", metavar=_("FILE"), help=_('Read lines of {"id", "text"} (- for standard input), write JSON.')
        ),
    ] = None,
    received: Annotated[
        str | None,
        typer.Option(
            "--from", metavar=_("DATE"), help=_("Day of receipt, 20/11/2026 or '20/11/2026 15:30': due dates.")
        ),
    ] = None,
    calendar: CalendarFile = None,
    format_: Format = None,
    output: Output = None,
) -> int:
    """Parse, count, print."""
    from tthc.cli import idle, json_lines
    from tthc.cli.output import choose, deliver, write
    from tthc.cli.settings import SettingError
    from tthc.text.deadline import parse

    if jsonl:
        idle.refuse(context, ("texts", "received", "calendar"), _("{option} does nothing with --jsonl"))
        json_lines.choose(format_, output)
        deliver("".join(_lines(jsonl)), output)
        return 0
    if not texts:
        raise SettingError(_("nothing to read: give a text, or --jsonl FILE"))
    from tthc.report.deadline import report

    if received is None:
        idle.refuse(context, ("calendar",), _("{option} is for due dates; add --from DATE"))
    chosen = choose(format_, output)
    understood = _with_due_dates([parse(text) for text in texts], received, calendar)
    if chosen == "text":
        deliver("\n".join(_page(text, to_screen=output is None) for text in understood), output)
    else:
        write(report(understood), format_, output)
    return 0


def _with_due_dates(found: "list[Deadline]", received: str | None, calendar: Path | None) -> "list[Understood]":
    from tthc.report.deadline import Understood

    if received is None:
        return [Understood(deadline) for deadline in found]
    from tthc.analysis.due import due_dates
    from tthc.cli import calendars

    moment = _moment(received)
    days = calendars.working_calendar(calendar)
    return [Understood(deadline, due_dates(deadline, moment, days)) for deadline in found]


def _page(text: "Understood", *, to_screen: bool) -> str:
    """One text for the terminal: its words with the parts underlined, then what they mean."""
    from tthc.cli import settings
    from tthc.cli.output import width
    from tthc.formats import terminal
    from tthc.formats.underline import underline
    from tthc.report.deadline import marks, report_of

    columns = width(to_screen=to_screen)
    words = underline(text.deadline.text, marks(text.deadline), columns)
    color = to_screen and settings.use_color()
    return words + terminal.render(report_of(text), width=columns, color=color)


def _moment(text: str) -> date | datetime:
    """A day, 20/11/2026 or 2026-11-20, with or without a time. Raises SettingError for anything else."""
    from tthc.cli import days
    from tthc.cli.settings import SettingError

    day, _blank, clock = text.strip().replace("T", " ").partition(" ")
    received = days.read("--from", day)
    try:
        return datetime.combine(received, time.fromisoformat(clock.strip())) if clock else received
    except ValueError:
        raise SettingError(
            _('--from: "{value}" is not a time of day; write "20/11/2026 15:30"').format(value=text)
        ) from None


def _lines(path: Path) -> Iterator[str]:
    """One line of JSON for each text of a file: kind, cases, steps, and the index of the ordinary case."""
    import json

    from tthc.cli import json_lines
    from tthc.cli.settings import SettingError
    from tthc.text.deadline import parse

    for number, record in json_lines.read(path):
        if not isinstance(record, dict) or not isinstance(record.get("text"), str):
            message = _('{path}:{line}: not a text. Expected: {{"id": …, "text": "…"}}')
            raise SettingError(message.format(path=path, line=number))
        found = {"id": record.get("id"), **_as_json(parse(record["text"]))}
        yield json.dumps(found, ensure_ascii=False) + "\n"


def _as_json(deadline: "Deadline") -> dict[str, Any]:
    return {
        "kind": deadline.kind.value,
        "cases": [
            {
                "min": _number(case.minimum),
                "max": _number(case.maximum),
                "unit": case.unit and case.unit.value,
                "when": case.when,
                "extra": case.extra,
            }
            for case in deadline.cases
        ],
        "steps": [{"max": _number(s.maximum), "unit": s.unit.value, "who": s.who} for s in deadline.steps],
        "headline": deadline.headline,
    }


def _number(value: Decimal | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)

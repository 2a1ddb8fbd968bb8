"""When a deadline ends, in words."""

from tthc.analysis.due import DueLine, NoDue, Remark, Why
from tthc.messages import _
from tthc.text import numbers


def when(line: DueLine) -> str:
    """The day or the moment the deadline ends, or why there is none."""
    if isinstance(line.due, NoDue):
        return _why_not(line.due)
    day = numbers.calendar_date(line.due.day)
    return f"{day} {line.due.moment:%H:%M}" if line.due.moment else day


def remarks(line: DueLine) -> str:
    """What to know about it; empty where there is nothing to say."""
    if isinstance(line.due, NoDue):
        return ""
    parts = [_remark(remark) for remark in line.due.remarks]
    if line.due.moved_from:
        day = numbers.calendar_date(line.due.moved_from)
        parts.append(_("the last day, {day}, is not worked (Civil Code, Article 148.5)").format(day=day))
    parts += [_provisional(year) for year in line.due.provisional]
    return "; ".join(parts)


def _provisional(year: int) -> str:
    return _("provisional: the holidays of {year} have not been announced").format(year=year)


def _remark(remark: Remark) -> str:
    return {
        Remark.PART_OF_DAY: _("in the course of this day"),
        Remark.OFFICE_HOURS: _("counted in the office hours of the calendar"),
        Remark.SAME_DAY: _("within the day"),
        Remark.ON_TOP: _("together with the duration it is added to"),
        Remark.IN_TURN: _("if each stage starts when the one before it ends"),
    }[remark]


def _why_not(none: NoDue) -> str:
    if none.why is Why.NOT_COVERED and none.year:
        return _("not computed: the calendar does not cover {year}; use --calendar FILE").format(year=none.year)
    return {
        Why.NOT_COVERED: _("not computed: the calendar does not reach that far; use --calendar FILE"),
        Why.TIME_NEEDED: _("not computed: hours run from the moment of receipt; give the time too"),
        Why.FRACTION: _("not computed: a part of a month has no corresponding day"),
        Why.NO_BASE: _("not computed: it is not clear which duration it is added to"),
        Why.NO_DURATION: _("not computed: the text states no duration"),
    }[none.why]

"""C401-C408: levels of administration and agencies, as they are on the day of the check."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache, lru_cache

from tthc.domain.entry import Entry
from tthc.domain.finding import Severity
from tthc.domain.level import Level
from tthc.lint.context import Context, plain
from tthc.lint.law import Province, Renamed, provinces, renamed_bodies
from tthc.lint.rule import Issue, Path, Rule, Scope
from tthc.lint.wording import says, simple
from tthc.messages import _, mark
from tthc.text import numbers

_TWO_TIERS = date(2025, 7, 1)
_GROUND = "Luật Tổ chức chính quyền địa phương 72/2025/QH15"
_ADMINISTRATIVE = frozenset({Level.MINISTRY, Level.PROVINCE, Level.DISTRICT, Level.COMMUNE})
_BY_NAME = (
    (
        Level.COMMUNE,
        re.compile(r"^(ủy ban nhân dân|ubnd|chủ tịch ủy ban nhân dân|chủ tịch ubnd) (cấp )?(xã|phường|đặc khu)"),
    ),
    (Level.PROVINCE, re.compile(r"^(sở|ủy ban nhân dân tỉnh|ubnd tỉnh|ủy ban nhân dân cấp tỉnh|ubnd cấp tỉnh)\b")),
    (Level.MINISTRY, re.compile(r"^bộ\b(?! chỉ huy| phận)")),
)


def _bodies(entry: Entry, context: Context) -> Iterator[tuple[Path, str]]:
    """The bodies that handle a procedure, by their full names."""
    procedure = entry.procedure
    for key, values in (("handled_by", procedure.handled_by), ("coordinating", procedure.coordinating)):
        for index, value in enumerate(values):
            yield (key, index), context.agency(value)
    for index, step in enumerate(procedure.local.steps):
        if step.agency:
            yield ("local", "steps", index, "agency"), context.agency(step.agency)


def _district(entry: Entry, context: Context) -> Iterable[Issue]:
    procedure = entry.procedure
    if Level.DISTRICT in procedure.level:
        yield Issue(
            _("the procedure is at the district level, which ended on {day}").format(
                day=numbers.calendar_date(_TWO_TIERS)
            ),
            ("level",),
            _("Write province or commune, whichever the work passed to."),
        )
    for path, name in _bodies(entry, context):
        if says(name, "district_body"):
            yield Issue(
                _("“{name}” is a body of the district level, which ended on {day}").format(
                    name=name, day=numbers.calendar_date(_TWO_TIERS)
                ),
                path,
                _("Name the body of the province or commune that took the work over."),
            )
    if procedure.place and (words := says(procedure.place, "district_body")):
        yield Issue(
            _("dossiers are received at a body of the district level: “{words}”").format(words=words),
            ("place",),
            _("Name the public service centre of the province or commune."),
            severity=Severity.WARNING,
        )


def _renamed(entry: Entry, context: Context) -> Iterable[Issue]:
    named = list(_bodies(entry, context))
    if entry.procedure.place:
        named.append((("place",), entry.procedure.place))
    for path, name in named:
        row = _former(plain(name), context.as_of)
        if row:
            yield Issue(
                _("“{name}” has another name since {day}: {new}").format(
                    name=name, day=numbers.calendar_date(row.fact.since) if row.fact.since else "", new=row.new
                )
                + (f" ({row.note})" if row.note else ""),
                path,
                _("Use the name of now; keep the old one in former_names of agencies.yaml. ")
                + ("" if row.fact.verified else _("This row is not verified: check it first.")),
            )


@cache
def _former(name: str, as_of: date) -> Renamed | None:
    """The former body a name holds; the name is in the form of `normalise`."""
    for row in renamed_bodies():
        if row.old in name and (row.fact.since is None or row.fact.since <= as_of):
            return row
    return None


def _renamed_agencies(context: Context) -> Iterable[Issue]:
    for index, agency in enumerate(context.catalogue.agencies.values()):
        row = _former(plain(agency.name), context.as_of)
        if row:
            yield Issue(
                _("“{name}” has another name since {day}: {new}").format(
                    name=agency.name, day=numbers.calendar_date(row.fact.since) if row.fact.since else "", new=row.new
                ),
                ("agencies", index, "name"),
                _("Use the name of now; keep the old one in former_names of agencies.yaml. "),
                file="agencies.yaml",
            )


def _too_many(entry: Entry, _context: Context) -> Iterable[Issue]:
    levels = [level for level in entry.procedure.level if level in _ADMINISTRATIVE]
    if len(levels) > 2:
        yield Issue(
            _("{n} levels of administration handle the procedure: {levels}").format(
                n=len(levels), levels=", ".join(levels)
            ),
            ("level",),
            _("One matter passes at most two levels; a desk that only receives the dossier does not count."),
        )


def _contradiction(entry: Entry, context: Context) -> Iterable[Issue]:
    procedure = entry.procedure
    own = frozenset(procedure.level)
    if not own or not procedure.handled_by or own & {Level.VERTICAL, Level.OTHER} or procedure.internal:
        return
    levels = [_level(value, context) for value in procedure.handled_by]
    if None in levels or own & set(levels):
        return
    yield Issue(
        _("the level is {levels}, and {agency} is not of that level").format(
            levels=", ".join(sorted(own)), agency=", ".join(map(context.agency, procedure.handled_by))
        ),
        ("handled_by",),
        _("Correct the level, or the agency that decides."),
    )


def _level(agency: str, context: Context) -> Level | None:
    known = context.catalogue.agencies.get(agency)
    if known and known.level:
        return known.level
    name = simple(context.agency(agency))
    return next((level for level, pattern in _BY_NAME if pattern.search(name)), None)


def _vertical(entry: Entry, _context: Context) -> Iterable[Issue]:
    local = entry.procedure.local
    if entry.procedure.vertical and local.deadline is not None and local.decision:
        yield Issue(
            _("a procedure of a vertical agency has a deadline announced by the province"),
            ("local", "deadline"),
            _("The province neither announces nor cuts it; take local.deadline out, or correct the level."),
        )


def _former_province(entry: Entry, context: Context) -> Iterable[Issue]:
    place = entry.procedure.place
    if not place:
        return
    found = _former_province_in(simple(place))
    if found and found.fact.since and found.fact.since <= context.as_of:
        yield Issue(
            _("{province} is part of {now} since {day}").format(
                province=found.name,
                now=provinces()[found.now].name,
                day=numbers.calendar_date(found.fact.since),
            ),
            ("place",),
            _("Write the name of the province as it is now."),
        )


@lru_cache(maxsize=5_000)
def _former_province_in(place: str) -> Province | None:
    """The province of before the mergers that a place names."""
    retired = (province for province in provinces().values() if province.retired)
    return next((province for province in retired if f"tỉnh {province.name.casefold()}" in place), None)


def _no_one_stop(entry: Entry, _context: Context) -> Iterable[Issue]:
    procedure = entry.procedure
    if procedure.place and not procedure.internal and not procedure.vertical and not says(procedure.place, "one_stop"):
        yield Issue(
            _("dossiers are received at “{place}”, which is no one-stop desk").format(place=procedure.place),
            ("place",),
            _("Write the public service centre that receives them (Trung tâm Phục vụ hành chính công)."),
        )


RULES = (
    Rule(
        id="C401",
        slug="district-level",
        severity=Severity.ERROR,
        what=mark("Finds procedures at the district level or handled by its bodies."),
        why=mark(
            "There have been two levels of local government since 01/7/2025; nobody is there to handle the dossier."
        ),
        ground=_GROUND,
        since=_TWO_TIERS,
        bad="level: district",
        ok="level: commune",
        check=_district,
    ),
    Rule(
        id="C402",
        slug="former-agency-name",
        severity=Severity.WARNING,
        what=mark("Finds agencies under a name they no longer have."),
        why=mark("Applicants look for an office that does not exist, and totals by agency split in two."),
        bad="handled_by: [Sở Kế hoạch và Đầu tư]",
        ok="handled_by: [Sở Tài chính]",
        check=_renamed,
    ),
    Rule(
        id="C409",
        slug="former-name-in-agencies",
        severity=Severity.WARNING,
        what=mark("Finds agencies in agencies.yaml under a name they no longer have."),
        why=mark("Applicants look for an office that does not exist, and totals by agency split in two."),
        scope=Scope.CATALOGUE,
        bad="agencies: [{id: so-khdt, name: Sở Kế hoạch và Đầu tư}]\nprocedures: []",
        ok="agencies: [{id: so-tai-chinh, name: Sở Tài chính, former_names: [Sở Kế hoạch và Đầu tư]}]\nprocedures: []",
        check=_renamed_agencies,
    ),
    Rule(
        id="C403",
        slug="more-than-two-levels",
        severity=Severity.WARNING,
        what=mark("Finds procedures that pass more than two levels of administration."),
        why=mark(
            "One matter should be settled by at most two levels; every further one adds time and a chance to get lost."
        ),
        ground="NQ 04/NQ-CP ngày 10/01/2022",
        since=date(2022, 1, 10),
        bad="level: [ministry, province, commune]",
        ok="level: [province, commune]",
        check=_too_many,
    ),
    Rule(
        id="C404",
        slug="level-contradicts-agency",
        severity=Severity.ERROR,
        what=mark("Finds procedures whose level is not that of any agency that decides."),
        why=mark("One of the two is wrong, and the totals by level with it."),
        bad="level: commune\nhandled_by: [Sở Tài chính]",
        ok="level: province\nhandled_by: [Sở Tài chính]",
        check=_contradiction,
    ),
    Rule(
        id="C405",
        slug="vertical-with-local-deadline",
        severity=Severity.WARNING,
        what=mark(
            "Finds procedures of vertical agencies (tax, police, customs …) with a deadline announced by the province."
        ),
        why=mark("The province announces only what its own authorities handle; these are counted apart."),
        ground="Điều 13 NĐ 63/2010/NĐ-CP",
        since=date(2010, 10, 14),
        bad="level: vertical\nlocal: {deadline: 3 ngày làm việc, decision: 12/QĐ-UBND}",
        ok="level: vertical\nlegal: {deadline: 5 ngày làm việc}",
        check=_vertical,
    ),
    Rule(
        id="C406",
        slug="former-province",
        severity=Severity.NOTE,
        what=mark("Finds places of reception in a province that was merged."),
        why=mark("The address is no longer right, and readers wonder whether the entry is."),
        since=_TWO_TIERS,
        bad="place: Trung tâm Phục vụ hành chính công tỉnh Bắc Kạn",
        ok="place: Trung tâm Phục vụ hành chính công tỉnh Thái Nguyên",
        check=_former_province,
    ),
    Rule(
        id="C408",
        slug="no-one-stop",
        severity=Severity.NOTE,
        what=mark("Finds places of reception that are not a one-stop desk."),
        why=mark("Dossiers are received at the public service centres of province and commune."),
        ground="NĐ 118/2025/NĐ-CP",
        since=_TWO_TIERS,
        bad="place: Phòng 203 trụ sở Sở Tài chính",
        ok="place: Trung tâm Phục vụ hành chính công tỉnh",
        check=_no_one_stop,
    ),
)

"""`tthc duplicates`: what stands more than once in a catalogue, with the evidence."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from tthc.cli.options import (
    Agencies,
    CatalogueArgument,
    CatalogueFolder,
    Codes,
    Fields,
    Internal,
    Levels,
    Output,
)
from tthc.messages import _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tthc.analysis.duplicates.relation import Relation
    from tthc.catalogue.model import Catalogue
    from tthc.catalogue.selection import Selection
    from tthc.report.model import Report

HELP = _("What stands more than once: groups with evidence and a proposal to merge; pairs at two levels.")
EPILOG = _(
    "Examples: tthc duplicates --field 'Đất đai' · tthc duplicates --with ../other-province · "
    "tthc duplicates --review · tthc duplicates --pairs pairs.jsonl"
)

_LISTS = ("csv", "html", "docx", "xlsx")  # to filter, to sort, to attach: all groups in one table


def command(
    context: typer.Context,
    folder: CatalogueArgument = None,
    *,
    relation: Annotated[
        str | None,
        typer.Option(
            "--relation",
            metavar=_("RELATION"),
            help=_("Only duplicate or level; or the pairs of each field that differ in action or scope."),
        ),
    ] = None,
    other: Annotated[
        Path | None,
        typer.Option("--with", metavar=_("FOLDER"), help=_("Compare with another catalogue, as after a merger.")),
    ] = None,
    review: Annotated[bool, typer.Option("--review", help=_("Decide on the open pairs, one after the other."))] = False,
    by: Annotated[
        str | None,
        typer.Option("--by", metavar=_("NAME"), help=_("With --review: who decides (default: the name known to git).")),
    ] = None,
    date: Annotated[
        str | None, typer.Option("--date", metavar=_("DATE"), help=_("With --review: the day of the decisions."))
    ] = None,
    pairs: Annotated[
        Path | None,
        typer.Option(
            "--pairs",
            metavar=_("FILE"),
            help=_('Judge the pairs of a file: {"id", "a": {"name", …}, "b": {"name", …}}.'),
        ),
    ] = None,
    catalogue: CatalogueFolder = None,
    field: Fields,
    agency: Agencies,
    level: Levels,
    code: Codes,
    internal: Internal = None,
    format_: Annotated[
        str | None,
        typer.Option(
            "-f",
            "--format",
            metavar=_("FORMAT"),
            help=_("text, json, markdown, csv, html, docx or xlsx; with --pairs: jsonl, one verdict a line."),
        ),
    ] = None,
    output: Output = None,
) -> int:
    """One of the four: judge given pairs, walk the open ones, compare two catalogues, or report on one."""
    from tthc.catalogue.selection import Selection
    from tthc.cli import idle, reading
    from tthc.cli.outcome import Outcome
    from tthc.cli.output import choose, write

    if pairs is not None:
        beside = ("relation", "other", "review", "by", "date", *idle.CATALOGUE, *idle.FILTERS)
        idle.refuse(context, beside, _("{option} does nothing with --pairs"))
        return _judge(pairs, format_, output)
    if review:
        idle.refuse(context, ("other", "format_", "output"), _("{option} does nothing with --review"))
    else:
        idle.refuse(context, ("by", "date"), _("{option} goes with --review"))
    if other is not None:
        idle.refuse(context, ("relation",), _("{option} does nothing with --with"))
    choose(format_, output)
    wanted = _relation(relation)
    whole = reading.catalogue(reading.one(folder, catalogue))
    selection = Selection(field, agency, level, code, internal)
    selected = reading.selected(whole, selection)
    if review:
        from tthc.cli import review as reviewing

        return reviewing.walk(whole, selected, wanted, by, date)
    if other is not None:
        write(_beside(whole, selected, reading.catalogue(other), selection), format_, output)
        return Outcome.FINE
    one_list = choose(format_, output) in _LISTS
    write(_report(whole, selected, wanted, one_list=one_list), format_, output)
    return reading.outcome(selected)


def _report(whole: "Catalogue", selected: "Catalogue", relation: "Relation | None", *, one_list: bool) -> "Report":
    """Found in the whole catalogue, shown where a selected procedure is concerned."""
    from tthc.analysis.duplicates.findings import findings
    from tthc.analysis.duplicates.related import related
    from tthc.analysis.duplicates.relation import Relation
    from tthc.analysis.duplicates.survey import survey
    from tthc.report import duplicates as reports

    found = survey(whole)
    chosen = {id(entry) for entry in selected.entries}
    if relation in (Relation.ACTION, Relation.SCOPE):
        links = [
            link
            for link in related(found, relation)
            if not chosen.isdisjoint((id(found.entries[link.left]), id(found.entries[link.right])))
        ]
        return reports.related(whole, found, links, relation)
    repeats = [repeat for repeat in findings(whole, found) if not chosen.isdisjoint(map(id, repeat.entries))]
    return reports.report(whole, found, repeats, relation, one_list=one_list)


def _beside(ours: "Catalogue", selected: "Catalogue", theirs: "Catalogue", selection: "Selection") -> "Report":
    """Matched as wholes, shown where one of our selected procedures is concerned, or one of theirs like them."""
    from tthc.analysis.duplicates.across import Across, across
    from tthc.catalogue.selection import NothingSelectedError, select
    from tthc.report.duplicates import across as reports

    found = across(ours, theirs)
    try:
        likewise = select(theirs, selection).entries
    except NothingSelectedError:  # a field, agency or code that only we have
        likewise = ()
    chosen = {id(entry) for entry in (*selected.entries, *likewise)}
    shown = Across(
        tuple(match for match in found.matches if not chosen.isdisjoint((id(match.ours), id(match.theirs)))),
        tuple(entry for entry in found.ours_only if id(entry) in chosen),
        tuple(entry for entry in found.theirs_only if id(entry) in chosen),
    )
    return reports.report(ours, theirs, shown)


def _relation(text: str | None) -> "Relation | None":
    from tthc.analysis.duplicates.relation import Relation
    from tthc.cli.settings import one_of
    from tthc.text import vocabulary

    if text is None:
        return None
    return Relation(one_of("--relation", text, vocabulary.RELATIONS))


def _judge(pairs: Path, format_: str | None, output: Path | None) -> int:
    """Verdicts on the pairs of a file, one JSON object a line."""
    from tthc.cli import json_lines
    from tthc.cli import pairs as files
    from tthc.cli.outcome import Outcome
    from tthc.cli.output import deliver

    json_lines.choose(format_, output)
    verdicts = _verdicts(list(files.read(pairs)))
    deliver("".join(json.dumps(verdict, ensure_ascii=False) + "\n" for verdict in verdicts), output)
    return Outcome.FINE


def _verdicts(pairs: list[dict[str, Any]]) -> "Iterator[dict[str, Any]]":
    from tthc.analysis.duplicates.rarity import Rarity
    from tthc.analysis.duplicates.relation import compare
    from tthc.analysis.duplicates.side import from_portal
    from tthc.report.reasons import reasons

    sides = [(from_portal(pair["a"]), from_portal(pair["b"])) for pair in pairs]
    rarity = Rarity(side.title for both in sides for side in both)
    for pair, (a, b) in zip(pairs, sides, strict=True):
        verdict = compare(a, b, rarity)
        yield {
            "id": pair.get("id"),
            "relation": verdict.relation.value,
            "score": verdict.score,
            "reasons": reasons(verdict),
        }

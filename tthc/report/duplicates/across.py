"""Two catalogues side by side: the same procedures with other deadlines, fees, levels; and what only one has."""

from collections import Counter
from collections.abc import Sequence

from tthc.analysis.duplicates.across import COMPARED, Across, Match, by_difference
from tthc.analysis.duplicates.parts import Part, values
from tthc.catalogue.model import Catalogue
from tthc.domain.entry import Entry
from tthc.messages import _
from tthc.report.duplicates import words
from tthc.report.model import Block, Cell, Column, Figure, Figures, Form, Heading, Paragraph, Report, table
from tthc.report.term import Term
from tthc.text import numbers


def report(ours: Catalogue, theirs: Catalogue, found: Across) -> Report:
    """Figures, the differences part by part, and the procedures on one side only."""
    names = _names(ours, theirs)
    blocks: list[Block] = [_figures(names, found)]
    differing = by_difference(found.matches)
    if not differing:
        blocks.append(Paragraph(_("No matched procedures differ in deadline, fee, level, dossier or name.")))
    for part, matches in differing.items():
        blocks += _differences(ours, theirs, part, matches)
    blocks += _only(ours, names[0], "ours_only", found.ours_only)
    blocks += _only(theirs, names[1], "theirs_only", found.theirs_only)
    title = _("{ours} beside {theirs}").format(ours=names[0], theirs=names[1])
    return Report("across", title, "", tuple(blocks))


def _names(ours: Catalogue, theirs: Catalogue) -> tuple[str, str]:
    """What to call the two: by their provinces, with their folders where both are of one province."""
    names = ours.manifest.jurisdiction.name, theirs.manifest.jurisdiction.name
    if names[0] != names[1]:
        return names
    return f"{names[0]} ({ours.root.as_posix()})", f"{names[1]} ({theirs.root.as_posix()})"


def _figures(names: tuple[str, str], found: Across) -> Figures:
    grounds = Counter(match.ground for match in found.matches)
    by = ", ".join(f"{words.ground(ground)}: {numbers.count(n)}" for ground, n in sorted(grounds.items()))
    of_matched = _("of {n} matched").format(n=numbers.count(len(found.matches)))
    differing = by_difference(found.matches)
    return Figures(
        (
            Figure("matched", _("Procedures of both"), len(found.matches), base=by),
            *(
                Figure(
                    f"differ_{part.value}",
                    _("Different: {part}").format(part=words.part(part)),
                    len(differing.get(part, ())),
                    base=of_matched,
                )
                for part in COMPARED
            ),
            Figure("ours_only", _("Only in {name}").format(name=names[0]), len(found.ours_only)),
            Figure("theirs_only", _("Only in {name}").format(name=names[1]), len(found.theirs_only)),
        )
    )


def _differences(ours: Catalogue, theirs: Catalogue, part: Part, matches: Sequence[Match]) -> list[Block]:
    columns = [
        Column("code", _("Code"), Form.CODE),
        Column("name", _("Name")),
        Column("ours", _names(ours, theirs)[0]),
        Column("theirs", _names(ours, theirs)[1]),
        Column("ground", _("Matched by")),
    ]
    rows: list[list[Cell]] = [
        [
            match.ours.key,
            match.ours.procedure.name,
            words.said(ours, part, values(match.ours, part)),
            words.said(theirs, part, values(match.theirs, part)),
            Term(match.ground.name.lower(), words.ground(match.ground)),
        ]
        for match in matches
    ]
    title = f"{words.part(part)} ({numbers.count(len(matches))})"
    return [Heading(title, level=3), table(f"differ_{part.value}", "", columns, rows)]


def _only(catalogue: Catalogue, name: str, key: str, entries: Sequence[Entry]) -> list[Block]:
    if not entries:
        return []
    columns = [
        Column("code", _("Code"), Form.CODE),
        Column("name", _("Name")),
        Column("level", _("Level")),
        Column("agency", _("Agency")),
        Column("place", _("Where")),
    ]
    title = _("Only in {name}").format(name=name)
    rows = [words.identity(catalogue, entry) for entry in entries]
    return [Heading(f"{title} ({numbers.count(len(entries))})", level=3), table(key, "", columns, rows)]

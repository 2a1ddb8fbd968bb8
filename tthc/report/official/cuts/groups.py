"""III. By field, agency and level: who is above the average and who below; how the rates are spread."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from tthc.analysis.cuts import CutRow, summarise
from tthc.analysis.distribution import Band, distribution
from tthc.analysis.overview import groups
from tthc.domain.rounding import ratio
from tthc.messages import _, ngettext
from tthc.report.cuts import annex, averages, words
from tthc.report.model import Annex, Block, Chart, Column, Form, Heading, Paragraph, Table, table
from tthc.report.official.cuts import formulas
from tthc.report.official.cuts.matter import Matter
from tthc.report.official.layout import recomputed, see
from tthc.report.term import Term
from tthc.text import collation, numbers, spelled

_MANY = 8  # from so many groups on, three stand for the highest and three for the lowest
_FEW = 3  # of so few groups the table says enough
_BARS = 20


@dataclass(frozen=True, slots=True)
class _Grouping:
    """One way to group. `column` of the annex says the group of a row in the same words as `name`."""

    key: str
    title: str
    label: str
    column: str
    name: Callable[[CutRow], str]
    plural: str
    note: str = ""


def by_field(found: Matter) -> Table:
    """The averages of every field."""
    return _table(found, _groupings(found)[0])


def blocks(found: Matter, annexes: Sequence[Annex]) -> list[Block]:
    """Nothing where nothing was compared. The table of fields stands here unless an annex has it."""
    if not found.summary.compared:
        return []
    fields, agencies, levels = _groupings(found)
    annexed = see(annexes, fields.key)
    return [
        Heading(f"1. {fields.title}", 3),
        *_comparison(found, fields, annexed),
        *([] if annexed else [_table(found, fields)]),
        Chart(_("Mean cut by field"), fields.key, "name", "mean_compared", _BARS),
        Heading(f"2. {agencies.title}", 3),
        *_comparison(found, agencies),
        _table(found, agencies),
        Heading(f"3. {levels.title}", 3),
        *_comparison(found, levels),
        _table(found, levels),
        Heading(f"4. {_('How the cuts are spread')}", 3),
        *_spread(found),
    ]


def _groupings(found: Matter) -> tuple[_Grouping, _Grouping, _Grouping]:
    note = _("Combinations of levels, so that the groups add up to the whole.")
    return (
        _Grouping("by_field", _("By field"), _("Field"), "field", lambda row: row.entry.field, _("fields")),
        _Grouping(
            "by_agency",
            _("By agency"),
            _("Agency"),
            "managing",
            lambda row: annex.managing(found.catalogue, row),
            _("agencies"),
        ),
        _Grouping("by_level", _("By level"), _("Level"), "level", annex.level, _("levels"), note),
    )


def _table(found: Matter, by: _Grouping) -> Table:
    made = averages.by_group(found.rows, found.convention, by.label, by.name, note=by.note, name=by.key)
    return recomputed(made, formulas.of_group(by.column, one_unit=len(found.summary.pooled) == 1))


def _comparison(found: Matter, by: _Grouping, annexed: str = "") -> list[Block]:
    """The highest and the lowest means, and how many groups are above and below the mean of all."""
    means = [
        _Mean(mean, group, summary.compared)
        for group, rows in groups(found.rows, by.name)
        if (mean := (summary := summarise(rows, found.convention)).mean_compared) is not None
    ]
    whole = found.summary.mean_compared
    if len(means) <= _FEW or whole is None:
        return []
    ranked = sorted(means, key=lambda each: (-each.rate, collation.key(each.name)))
    n = 3 if len(ranked) >= _MANY else 1
    sentence = _("The mean cut is highest for {highest}. It is lowest for {lowest}.").format(
        highest=_listed(ranked[:n]), lowest=_listed(ranked[: -n - 1 : -1])
    )
    against = _("Of {n} {groups}, {above} are above the mean of all ({mean}) and {below} below it{see}.").format(
        n=spelled.padded(len(ranked)),
        groups=by.plural,
        see=annexed,
        above=spelled.padded(sum(each.rate > whole for each in ranked)),
        below=spelled.padded(sum(each.rate < whole for each in ranked)),
        mean=numbers.percent(whole),
    )
    return [Paragraph(f"{sentence} {against}")]


@dataclass(frozen=True, slots=True)
class _Mean:
    """The mean cut of one group, over so many procedures compared."""

    rate: Fraction
    name: str
    n: int


def _listed(means: Sequence[_Mean]) -> str:
    return "; ".join(
        _("{name} ({mean} over {n})").format(name=each.name, mean=numbers.percent(each.rate), n=spelled.padded(each.n))
        for each in means
    )


def _spread(found: Matter) -> list[Block]:
    bands = distribution(found.rows, found.convention)
    half = sum(n for band, n in bands if band in (Band.FROM_50, Band.FROM_70))
    sentence = (
        ngettext(
            "{n} procedure is cut by half or more, {share} of those compared.",
            "{n} procedures are cut by half or more, {share} of those compared.",
            half,
        ).format(n=spelled.both(half), share=numbers.percent(Fraction(half, found.summary.compared)))
        if half
        else _("No procedure is cut by half or more.")
    )
    return [
        Paragraph(sentence),
        _bands(bands, found.summary.compared),
        Chart(_("Procedures by how far they are cut"), "bands", "band", "n"),
    ]


def _bands(bands: Sequence[tuple[Band, int]], compared: int) -> Table:
    columns = (
        Column("band", _("Band")),
        Column("n", _("Procedures"), Form.COUNT),
        Column("share", _("Of those compared"), Form.RATE),
    )
    made = table("bands", "", columns, [[Term(band, words.band(band)), n, ratio(n, compared)] for band, n in bands])
    return recomputed(made, formulas.of_bands())

"""I. General result: how many were reviewed, compared and cut; every average by its name; every convention.

The figures themselves, with what they are reckoned from, are for an annex.
"""

from collections.abc import Sequence
from fractions import Fraction
from string import ascii_lowercase

from tthc.analysis.cuts import Pooled, Summary
from tthc.analysis.durations import Convention
from tthc.messages import _, ngettext
from tthc.report.cuts import averages, words
from tthc.report.model import Annex, Block, Figure, Figures, Form, Heading, Paragraph
from tthc.report.official.cuts import formulas
from tthc.report.official.cuts.matter import Matter
from tthc.report.official.layout import recomputed_figures, see
from tthc.text import numbers, spelled


def blocks(found: Matter, annexes: Sequence[Annex]) -> list[Block]:
    """Only the counts where nothing was compared."""
    summary = found.summary
    result: list[Block] = [Heading(f"1. {_('Result of the review')}", 3), *_counts(found, annexes)]
    if not summary.compared:
        return result
    return [
        *result,
        Heading(f"2. {_('Mean cuts')}", 3),
        *_means(found),
        Heading(f"3. {_('Under other conventions')}", 3),
        Paragraph(
            _(
                "A time in days and a time in working days can only be compared by a convention. "
                "This report rests on the convention {convention}; the same averages under each convention:"
            ).format(convention=words.convention(found.convention))
        ),
        averages.conventions(found.summaries),
    ]


def _counts(found: Matter, annexes: Sequence[Annex]) -> list[Block]:
    summary = found.summary
    if not summary.total:
        return [Paragraph(_("There is no procedure to review."))]
    sentences = [
        ngettext("{n} procedure was reviewed{see}.", "{n} procedures were reviewed{see}.", summary.total).format(
            n=spelled.both(summary.total), see=see(annexes, "annex")
        ),
        _compared(summary),
    ]
    if found.apart:
        sentences.append(
            ngettext(
                "{n} other record (internal, of a vertical agency, repealed or replaced) is not among them; it stands "
                "apart.",
                "{n} other records (internal, of vertical agencies, repealed or replaced) are not among them; they "
                "stand apart.",
                len(found.apart),
            ).format(n=spelled.both(len(found.apart)))
        )
    result: list[Block] = [Paragraph(" ".join(sentences))]
    if summary.compared:
        result += [Paragraph(words.by_convention(summary.convention)), Paragraph(_outcome(summary))]
    return result


def _compared(summary: Summary) -> str:
    if not summary.compared:
        return _("The deadlines of none of them could be compared.")
    if summary.compared == summary.total:
        return _("The deadline by law and the local deadline of all of them could be compared.")
    return _(
        "For {compared} of them the deadline by law and the local deadline could be compared; for {left_out} they "
        "could not."
    ).format(compared=spelled.both(summary.compared), left_out=spelled.both(summary.total - summary.compared))


def _outcome(summary: Summary) -> str:
    """Cut, kept and lengthened, which add up to those compared."""
    sentences = [
        ngettext(
            "Of the procedures compared, {n} is cut ({share} of those compared).",
            "Of the procedures compared, {n} are cut ({share} of those compared).",
            summary.cut,
        ).format(n=spelled.both(summary.cut), share=numbers.percent(Fraction(summary.cut, summary.compared)))
        if summary.cut
        else _("None of the procedures compared is cut.")
    ]
    longer = words.lengthened(summary)
    others = (
        (summary.kept, ngettext("{n} is not cut.", "{n} are not cut.", summary.kept)),
        (
            summary.no_room,
            ngettext(
                "Of those not cut, {n} has no room left to cut: within the day, or one working day.",
                "Of those not cut, {n} have no room left to cut: within the day, or one working day.",
                summary.no_room,
            ),
        ),
        (
            summary.lengthened,
            ngettext(
                "{n} has a local deadline longer than the legal one{parts}.",
                "{n} have a local deadline longer than the legal one{parts}.",
                summary.lengthened,
            ),
        ),
    )
    parts = f", {longer}" if longer else ""
    return " ".join([*sentences, *(words_.format(n=spelled.both(n), parts=parts) for n, words_ in others if n)])


def _means(found: Matter) -> list[Block]:
    """One sentence for each average, which says what it is an average of."""
    summary = found.summary
    sentences = []
    if summary.mean_compared is not None:
        sentences.append(
            _("Mean over the {n} procedures compared, those not cut included: {rate}.").format(
                n=spelled.padded(summary.compared), rate=numbers.percent(summary.mean_compared)
            )
        )
    if summary.mean_cut is not None:
        sentences.append(
            _("Mean over the {n} procedures that are cut: {rate}.").format(
                n=spelled.padded(summary.cut), rate=numbers.percent(summary.mean_cut)
            )
        )
    if summary.weighted and summary.weighted.rate is not None:
        sentences.append(
            _("Mean weighted by dossiers ({dossiers} dossiers of {n} procedures with statistics): {rate}.").format(
                dossiers=spelled.padded(summary.weighted.dossiers),
                n=spelled.padded(summary.weighted.n),
                rate=numbers.percent(summary.weighted.rate),
            )
        )
    result: list[Block] = [
        Paragraph(f"{letter}) {words_}") for letter, words_ in zip(ascii_lowercase, sentences, strict=False)
    ]
    if found.like.pooled:
        letter = ascii_lowercase[len(sentences)]
        intro = _(
            "Cut of all legal time, for each unit by itself, of procedures with both deadlines in one unit; "
            "there is no sum across units:"
        )
        result.append(Paragraph(f"{letter}) {intro}"))
        result += [Paragraph(f"- {_of_unit(each)}") for each in found.like.pooled]
    return result


def _of_unit(found: Pooled) -> str:
    unit = words.unit(found.unit)
    if found.cut < 0:
        return ngettext(
            "{n} procedure in {unit}: {more} {unit} longer than {legal} {unit} by law.",
            "{n} procedures in {unit}: {more} {unit} longer than {legal} {unit} by law.",
            found.n,
        ).format(n=spelled.padded(found.n), unit=unit, more=spelled.both(-found.cut), legal=spelled.both(found.legal))
    return ngettext(
        "{n} procedure in {unit}: {cut} {unit} cut of {legal} {unit} by law, a rate of {rate}.",
        "{n} procedures in {unit}: {cut} {unit} cut of {legal} {unit} by law, a rate of {rate}.",
        found.n,
    ).format(
        n=spelled.padded(found.n),
        unit=unit,
        cut=spelled.both(found.cut),
        legal=spelled.both(found.legal),
        rate=numbers.percent(found.rate or Fraction(0)),
    )


def figures(found: Matter) -> Figures:
    """The averages and counts, then what is cut of all legal time in each unit; each says how it is reckoned."""
    counted = recomputed_figures(averages.figures(found.summary), formulas.of_figures())
    pooled = tuple(
        Figure(
            f"pooled_{each.unit}",
            _("Cut of all legal time in {unit}").format(unit=words.unit(each.unit)),
            each.rate,
            Form.RATE,
            _("{convention}; {cut} of {legal} over {n} procedures").format(
                convention=words.convention(Convention.LIKE),
                cut=numbers.amount(each.cut),
                legal=numbers.amount(each.legal),
                n=numbers.count(each.n),
            ),
            _("all time cut divided by all time by law, within one unit; there is no sum across units"),
            formulas.of_unit(each.unit, found.convention),
        )
        for each in found.like.pooled
    )
    return Figures((*counted.items, *pooled))


def highlights(found: Matter) -> tuple[Figure, ...]:
    """The mean over all, and how many procedures are cut, kept and longer; nothing where nothing was compared."""
    if not found.summary.compared:
        return ()
    first = ("mean_compared", "cut", "kept", "lengthened")
    return tuple(figure for figure in figures(found).items if figure.key in first)

"""V. What could not be compared and why, what is longer than the law allows, what stands apart."""

from collections import Counter
from collections.abc import Sequence

from tthc.analysis.cuts import CutRow, Longer, summarise
from tthc.analysis.durations import Overrun
from tthc.analysis.overview import Kind, kind
from tthc.messages import _, ngettext
from tthc.report.cuts import averages, words
from tthc.report.model import Annex, Block, Heading, Paragraph, Table
from tthc.report.official.cuts.matter import Matter
from tthc.report.official.layout import see
from tthc.text import numbers, spelled


def blocks(found: Matter, annexes: Sequence[Annex]) -> list[Block]:
    """Three parts, each of which also says that there is nothing to say; the last only where something stands apart."""
    if not found.summary.total and not found.apart:
        return []
    apart = _apart(found)
    return [
        Heading(f"1. {_('Procedures that could not be compared')}", 3),
        *_left_out(found),
        Heading(f"2. {_('Local deadlines longer than the legal ones')}", 3),
        Paragraph(_overruns(found, annexes)),
        *([Heading(f"3. {_('Procedures counted apart')}", 3), *apart] if apart else []),
    ]


def _left_out(found: Matter) -> list[Block]:
    reasons = averages.left_out(found.summary, found.like)
    n = found.summary.total - found.summary.compared
    if not isinstance(reasons, Table):
        return [Paragraph(_("All procedures could be compared."))]
    if not n:
        sentence = _(
            "All procedures could be compared under the convention of this report; like for like some could not."
        )
    else:
        sentence = ngettext(
            "{n} procedure could not be compared and is in no average, for this reason:",
            "{n} procedures could not be compared and are in no average, for these reasons:",
            n,
        ).format(n=spelled.both(n))
    return [Paragraph(sentence), reasons]


def _overruns(found: Matter, annexes: Sequence[Annex]) -> str:
    counts = dict(found.summary.overruns)
    certain = counts.pop(Overrun.CERTAIN, 0)
    to_check = sum(counts.values())
    if not certain and not to_check:
        return _("No procedure was found whose local deadline is longer than the legal one.")
    sentences = (
        (
            certain,
            ngettext(
                "{n} procedure certainly has a local deadline longer than the legal one{see}.",
                "{n} procedures certainly have a local deadline longer than the legal one{see}.",
                certain,
            ),
        ),
        (
            to_check,
            ngettext(
                "{n} procedure has a local deadline that may be longer and has to be checked{see}.",
                "{n} procedures have a local deadline that may be longer and has to be checked{see}.",
                to_check,
            ),
        ),
    )
    listed = see(annexes, "overruns")
    said = [words_.format(n=spelled.both(n), see=listed) for n, words_ in sentences if n]
    if without := dict(found.summary.longer).get(Longer.NO_RATE, 0):
        text = ngettext(
            "Of those certainly longer, {n} has no rate and is not counted in the general result.",
            "Of those certainly longer, {n} have no rate and are not counted in the general result.",
            without,
        )
        said.insert(1, text.format(n=spelled.both(without)))
    return " ".join(said)


def _apart(found: Matter) -> list[Block]:
    kinds = Counter(kind(row.entry) for row in found.apart)
    internal = [row for row in found.apart if kind(row.entry) is Kind.INTERNAL]
    vertical, gone = kinds[Kind.VERTICAL], kinds[Kind.NOT_IN_FORCE]
    sentences = []
    if internal:
        sentences.append(_internal(found, internal))
    if vertical:
        sentences.append(
            ngettext(
                "{n} procedure of a vertical agency is not counted in the result of the province.",
                "{n} procedures of vertical agencies are not counted in the result of the province.",
                vertical,
            ).format(n=spelled.both(vertical))
        )
    if gone:
        sentences.append(
            ngettext(
                "{n} record is of a procedure repealed or replaced and is counted nowhere.",
                "{n} records are of procedures repealed or replaced and are counted nowhere.",
                gone,
            ).format(n=spelled.both(gone))
        )
    return [Paragraph(sentence) for sentence in sentences]


def _internal(found: Matter, rows: Sequence[CutRow]) -> str:
    """Outside the scope of NĐ 63/2010/NĐ-CP (Điều 1): they have averages of their own."""
    summary = summarise(rows, found.convention)
    text = _(
        "Internal procedures, which Decree 63/2010/NĐ-CP (Article 1) does not cover, are counted by themselves: {n} "
        "were reviewed, {compared} compared, {cut} cut."
    ).format(n=spelled.both(summary.total), compared=spelled.padded(summary.compared), cut=spelled.padded(summary.cut))
    if summary.mean_compared is None:
        return text
    mean = _("Their mean cut over all compared is {mean} ({convention}).").format(
        mean=numbers.percent(summary.mean_compared), convention=words.convention(found.convention)
    )
    return f"{text} {mean}"

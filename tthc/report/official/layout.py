"""How a document is laid out: numbered sections, references to its annexes, tables that recompute."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from tthc import messages
from tthc.catalogue.model import Catalogue
from tthc.domain.rounding import ratio
from tthc.messages import _
from tthc.report import unread
from tthc.report.formula import Aggregate, Difference, Formula, Quotient
from tthc.report.model import Annex, Block, Figures, Heading, Note, Suggestions, Table
from tthc.report.official.common import PROVINCES, Stated
from tthc.report.values import capital
from tthc.text import numbers
from tthc.text.spelled import padded

DECREE_63 = (
    "Căn cứ Nghị định số 63/2010/NĐ-CP ngày 08 tháng 6 năm 2010 của Chính phủ về kiểm soát thủ tục hành chính, "
    "đã được sửa đổi, bổ sung bởi Nghị định số 48/2013/NĐ-CP và Nghị định số 92/2017/NĐ-CP"
)


def sections(*parts: tuple[str, Sequence[Block]]) -> tuple[Block, ...]:
    """The parts that have something to say, numbered I, II …"""
    spoken = [(title, blocks) for title, blocks in parts if blocks]
    return tuple(
        block
        for number, (title, blocks) in enumerate(spoken, start=1)
        for block in (Heading(f"{numbers.roman(number)}. {title.upper()}"), *blocks)
    )


def see(annexes: Sequence[Annex], *keys: str) -> str:
    """Where tables stand, to be put behind a sentence: " (Annexes II, III)"; nothing for what stands nowhere."""
    found = [
        numbers.roman(number)
        for number, annex in enumerate(annexes, start=1)
        if any(isinstance(block, Table) and block.key in keys for block in annex.blocks)
    ]
    if not found:
        return ""
    return " " + (_("(Annex {numbers})") if len(found) == 1 else _("(Annexes {numbers})")).format(
        numbers=", ".join(found)
    )


def share(part: int, whole: int) -> str:
    """A part as a percentage of the whole; a dash where there is no whole."""
    rate = ratio(part, whole)
    return "–" if rate is None else numbers.percent(rate)


def listed(*parts: tuple[int, str]) -> str:
    """The parts that count something, in a row: "3 errors, 2 warnings and 1 note". `{n}` in a text is its number."""
    texts = [text.format(n=padded(n)) for n, text in parts if n]
    if len(texts) < 2:
        return "".join(texts)
    return _("{first} and {last}").format(first=", ".join(texts[:-1]), last=texts[-1])


def jurisdiction(catalogue: Catalogue) -> str:
    """The province inside a sentence: in Vietnamese "tỉnh Bắc Ninh", "thành phố Huế"."""
    name = catalogue.manifest.jurisdiction.name
    kinds = PROVINCES if messages.language() == "vi" else ()
    kind = next((kind for kind in kinds if name.startswith(kind)), "")
    return kind.lower() + name[len(kind) :]


def in_full(reference: str) -> str:
    """A reference to a decree as documents spell it: Điều 14 Nghị định số 224/2026/NĐ-CP."""
    return reference.replace("NĐ ", "Nghị định số ")


def edition(catalogue: Catalogue) -> str:
    """The day the catalogue is of, and whether it is a sample: what stands under the title."""
    day = catalogue.manifest.edition
    parts = [_("Edition of {date}").format(date=numbers.calendar_date(day)) if day else _("Edition not stated")]
    if catalogue.manifest.sample:
        parts.append(_("SAMPLE, not a real province"))
    return " · ".join(parts)


def limits(catalogue: Catalogue, stated: Stated) -> list[Block]:
    """What keeps the document from speaking of the whole catalogue: filters, and what could not be read."""
    return [*filtered(stated), *unread.notes(catalogue)]


def filtered(stated: Stated) -> list[Note]:
    """That only a part of the catalogue was looked at, where filters say so."""
    if not stated.part:
        return []
    return [Note(_("Only a part of the catalogue was reviewed: {part}.").format(part=stated.part))]


def recomputed(table: Table, formulas: Mapping[str, Difference | Quotient | Aggregate]) -> Table:
    """The table with the formulas its columns follow, by their keys."""
    columns = (replace(column, formula=formulas.get(column.key, column.formula)) for column in table.columns)
    return replace(table, columns=tuple(columns))


def recomputed_figures(
    figures: Figures, formulas: Mapping[str, Formula], definitions: Mapping[str, str] = MappingProxyType({})
) -> Figures:
    """The figures with their formulas and definitions, by their keys; labels begin with a capital, not an indent."""
    return Figures(
        tuple(
            replace(
                figure,
                label=capital(figure.label.strip()),
                definition=definitions.get(figure.key, figure.definition),
                formula=formulas.get(figure.key, figure.formula),
            )
            for figure in figures.items
        )
    )


def without_zeros(table: Table, keys: Sequence[str]) -> Table:
    """The table without those of these columns that count nothing in any row."""
    kept = [
        at
        for at, column in enumerate(table.columns)
        if column.key not in keys or any(row.cells[at] for row in table.rows)
    ]
    return table.with_columns(kept)


def proposals(own: Sequence[str], ministry: Sequence[str]) -> list[Block]:
    """What to do, apart by who decides. A province cuts time by itself; papers, conditions and presence are set by
    central documents, and it can only propose (khoản 2 Điều 27, Điều 31 NĐ 63/2010/NĐ-CP).
    """
    found: list[Block] = []
    for title, steps in (
        (_("Within the competence of the province"), own),
        (_("To be proposed to ministries and central agencies"), ministry),
    ):
        if steps:
            found += [Heading(title, 3), Suggestions(tuple((step, "") for step in steps))]
    return found


def bare(blocks: Iterable[Block]) -> list[Block]:
    """The blocks of a page without its headings: a document has its own."""
    return [block for block in blocks if not isinstance(block, Heading)]


def titled(table: Table, title: str) -> Table:
    """The whole table under another title: none where the annex that it fills has the same."""
    return replace(table, title=title, most=None)

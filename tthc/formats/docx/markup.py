"""WordprocessingML as text: a document is written as one string and parsed once, which is many times quicker than
putting it together element by element."""

import re
from enum import StrEnum
from xml.sax import saxutils

from tthc.formats.docx import metrics
from tthc.messages import visible

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
TWIPS_PER_MM = 1440 / 25.4
BOLD = "<w:b/>"
ITALIC = "<w:i/>"
MONOSPACE = '<w:rFonts w:ascii="Courier New" w:hAnsi="Courier New" w:cs="Courier New"/><w:noProof/>'
KEEP_NEXT = "<w:keepNext/>"

_LONGEST_SYLLABLE = 4  # em
_NO_XML = re.compile("[\ud800-\udfff\ufffe\uffff]")
_BREAKS = {"\n": "<w:br/>", "\t": "<w:tab/>"}


class Style(StrEnum):
    """The styles of styles.xml that paragraphs and tables are given, by their ids there."""

    TITLE = "Title"
    SUBTITLE = "Subtitle"
    HEADING_1 = "Heading1"
    HEADING_2 = "Heading2"
    HEADING_3 = "Heading3"
    BODY = "BodyText"
    NOTE = "BodyNote"
    CAPTION = "Caption"
    TABLE = "TableGrid"
    TABLE_NOTE = "TableNote"
    TABLE_TEXT_13 = "TableText13"
    TABLE_TEXT_12 = "TableText12"
    TABLE_TEXT_11 = "TableText11"
    GAP = "Gap"
    PARENT = "LetterParent"
    AGENCY = "LetterAgency"
    MOTTO = "LetterMotto"
    LINE = "LetterLine"
    DATE = "LetterDate"
    NAME = "LetterName"
    ABOUT = "LetterAbout"
    GROUND = "LetterGround"
    SIGNER = "LetterSigner"
    RECIPIENTS = "LetterRecipients"
    RECIPIENT = "LetterRecipient"


def twips(mm: float) -> int:
    """A length in the unit of WordprocessingML, a twentieth of a point."""
    return round(mm * TWIPS_PER_MM)


def clean(words: str) -> str:
    """The words without characters that XML cannot hold."""
    return _NO_XML.sub("\N{REPLACEMENT CHARACTER}", visible(words.replace("\r\n", "\n").replace("\r", "\n")))


def run(words: str, properties: str = "") -> str:
    """Words of one look; a line break in them breaks the line."""
    parts = re.split(r"([\n\t])", clean(words))
    content = "".join(_BREAKS.get(part) or _text(part) for part in parts if part)
    return f"<w:r>{f'<w:rPr>{properties}</w:rPr>' if properties else ''}{content}</w:r>" if content else ""


def paragraph(style: Style, content: str, properties: str = "") -> str:
    """One paragraph of runs. `properties` stand behind the style, in the order of the schema."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{content}</w:p>'


def paragraphs(style: Style, words: str, properties: str = "") -> str:
    """Words as paragraphs, one a line: a broken line inside a justified paragraph would be stretched."""
    return "".join(paragraph(style, run(line), properties) for line in clean(words).split("\n") if line.strip())


def centred(style: Style, words: str, width: int, size: int, above: str = "") -> str:
    """Words in the middle, on lines of about one length, so that no last word stands alone. `size` is the style's."""
    line = " ".join(clean(words).splitlines())
    if not line.strip():
        return ""
    length = metrics.twips(metrics.line(line) * metrics.BOLD, size)
    lines = -(-length // width)
    even = length // lines + metrics.twips(_LONGEST_SYLLABLE, size)
    side = max(0, width - even) // 2 if lines > 1 else 0
    return paragraph(
        style,
        run(f"{above}\n{line}" if above else line),
        f'<w:ind w:left="{side}" w:right="{side}" w:firstLine="0"/>',
    )


def gap(after: int, *, keep: bool = False, section: str = "") -> str:
    """A paragraph of no height, with this space below it in twips; behind it a section may end."""
    spacing = f'<w:spacing w:before="0" w:after="{after}" w:line="20" w:lineRule="exact"/>'
    return paragraph(Style.GAP, "", f"{KEEP_NEXT if keep else ''}{spacing}{section}")


def rule(width: int, column: int) -> str:
    """A horizontal line of this width in the middle of a column, both in twips: a paragraph's upper border."""
    side = max(0, (column - width) // 2)
    return paragraph(
        Style.GAP,
        "",
        '<w:keepNext/><w:pBdr><w:top w:val="single" w:sz="6" w:space="1" w:color="auto"/></w:pBdr>'
        '<w:spacing w:before="40" w:after="0" w:line="60" w:lineRule="exact"/>'
        f'<w:ind w:left="{side}" w:right="{side}"/>',
    )


def side_by_side(rows: tuple[tuple[str, ...], ...], widths: tuple[int, ...]) -> str:
    """Paragraphs in columns: a table without borders, its rows whole on one page."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblCellMar>'
        '<w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(_row(cells, widths) for cells in rows)}</w:tbl>"
    )


def _row(cells: tuple[str, ...], widths: tuple[int, ...]) -> str:
    parts = (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{cell}</w:tc>'
        for cell, width in zip(cells, widths, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{''.join(parts)}</w:tr>"


def _text(words: str) -> str:
    return f'<w:t xml:space="preserve">{saxutils.escape(words)}</w:t>'

"""Word documents of names that anyone may have written."""

import io
import re
import unicodedata

import docx
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from tthc.formats.docx import render
from tthc.report.model import (
    Annex,
    Column,
    Definitions,
    Figure,
    Figures,
    Heading,
    Letter,
    Note,
    Paragraph,
    Report,
    Row,
    RowKind,
    Suggestions,
    Table,
)

ANY = st.text(st.characters() | st.sampled_from("<>&\"'\n\r\t \x00\x0b\x1b\ud800\uffff]"), max_size=20)
SIGNS = re.compile(r"[^\w<>&\"']+")


def full(words: str) -> Report:
    """A report that says the same everywhere."""
    rows = (Row((words, 1), RowKind.GROUP), Row((words, 1)), Row((words, 1), RowKind.TOTAL))
    blocks = (
        Heading(words),
        Paragraph(words),
        Note(words),
        Figures((Figure("k", words, 1, base=words),)),
        Definitions(((words, words),)),
        Suggestions(((words, words),)),
        Table("t", words, (Column("a", words), Column("b", words)), rows, words),
    )
    letter = Letter(words, words, words, words, words, words, (words,), (words,), words)
    return Report("x", words, words, blocks, (Annex(words, blocks), Annex(words, ())), letter)


def read(data: bytes) -> str:
    body = docx.Document(io.BytesIO(data)).element.body
    return "".join(each.text for each in body.iter(qn("w:t")))


@given(ANY)
@settings(max_examples=60)
def test_any_text_makes_a_document_that_opens_and_says_it(words: str) -> None:
    said = read(render(full(words)))
    for piece in SIGNS.split("".join(sign if _printed(sign) else " " for sign in words)):
        assert said.count(piece) >= 20


def _printed(sign: str) -> bool:
    return unicodedata.category(sign)[0] in "LNPS" and sign not in "\N{REPLACEMENT CHARACTER}"


def test_what_xml_cannot_hold_is_shown_as_such() -> None:
    said = read(render(Report("x", "a\x00b", "", (Paragraph("c\ud800d\uffffe\x1bf"),))))
    assert said == "a�bc�d�e�f"


def test_code_is_text() -> None:
    said = read(render(Report("x", "]]><w:p/>", "", (Paragraph("<w:br/>&amp;"), Paragraph("{{ a }} {% b %}")))))
    assert said == "]]><w:p/><w:br/>&amp;{{ a }} {% b %}"

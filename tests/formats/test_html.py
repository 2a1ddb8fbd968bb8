"""Reports as one HTML page: safe, alone, readable to everyone."""

import base64
import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tthc import messages
from tthc.formats import html
from tthc.report.model import (
    Annex,
    Chart,
    Column,
    Definitions,
    Figure,
    Figures,
    Form,
    Heading,
    Letter,
    Note,
    Paragraph,
    Report,
    Row,
    RowKind,
    Suggestions,
    Table,
    table,
)

VOID = {"meta", "input", "br", "wbr", "rect"}


@dataclass
class Node:
    """An element with what is in it: texts and elements."""

    tag: str
    attributes: dict[str, str | None] = field(default_factory=dict)
    children: list["Node | str"] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(child if isinstance(child, str) else child.text for child in self.children)

    @property
    def words(self) -> str:
        return " ".join(self.text.split())

    def all(self, *tags: str) -> list["Node"]:
        """Every element below of these kinds (of any kind if none is named), in the order of the page."""
        return [node for node in self.walk() if node is not self and (not tags or node.tag in tags)]

    def one(self, tag: str) -> "Node":
        (node,) = self.all(tag)
        return node

    def walk(self) -> Iterator["Node"]:
        yield self
        for child in self.children:
            if isinstance(child, Node):
                yield from child.walk()


class Reader(HTMLParser):
    """Reads a page whose every element is closed where it should be."""

    def __init__(self) -> None:
        super().__init__()
        self.open = [Node("")]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        node = Node(tag, dict(attrs))
        assert len(node.attributes) == len(attrs), f"{tag}: an attribute is given twice"
        self.open[-1].children.append(node)
        if tag not in VOID:
            self.open.append(node)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open[-1].children.append(Node(tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop().tag == tag

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)


def read(page: str) -> Node:
    """The page as a tree."""
    reader = Reader()
    reader.feed(page)
    reader.close()
    (root,) = reader.open
    return root


def shown(*blocks: object, annexes: tuple[Annex, ...] = ()) -> Node:
    """The page of a report of these blocks."""
    return read(html.render(Report("sample", "T", "", blocks, annexes)))  # type: ignore[arg-type]


def test_the_policy_lets_the_page_use_its_own_style_and_script_and_nothing_else(document: Report) -> None:
    page = read(html.render(document))
    (policy,) = (
        meta.attributes["content"] for meta in page.all("meta") if "Content-Security-Policy" in meta.attributes.values()
    )
    hashes = {
        tag: base64.b64encode(hashlib.sha256(page.one(tag).text.encode()).digest()).decode()
        for tag in ("style", "script")
    }
    assert policy == (
        f"default-src 'none'; style-src 'sha256-{hashes['style']}'; script-src 'sha256-{hashes['script']}'; "
        "base-uri 'none'; form-action 'none'"
    )


def test_the_page_asks_for_nothing(document: Report) -> None:
    page = read(html.render(document))
    for node in page.all():
        assert node.tag not in {"link", "img", "iframe", "object", "embed", "base", "form"}
        for name, value in node.attributes.items():
            assert not name.startswith("on")
            assert name not in {"style", "src", "srcset", "action"}
            assert name != "href" or (value or "").startswith("#")
    assert not re.search(r"url\(|@import|https?:", page.one("style").text + page.one("script").text)


def test_links_lead_to_places_of_the_page(document: Report) -> None:
    page = read(html.render(document))
    names = [node.attributes["id"] for node in page.all() if "id" in node.attributes]
    assert len(names) == len(set(names))
    for node in page.all():
        href = node.attributes.get("href")
        wanted = [href[1:]] if href else []
        for name in ("aria-labelledby", "aria-describedby", "for"):
            wanted += (node.attributes.get(name) or "").split()
        assert set(wanted) <= set(names)


def test_the_page_has_the_landmarks_that_a_screen_reader_jumps_to(document: Report) -> None:
    messages.use("vi")
    page = read(html.render(document))
    assert page.one("html").attributes["lang"] == "vi"
    assert page.one("head").one("title").text == document.title
    assert [node.tag for node in page.one("body").all("a", "header", "nav", "main", "footer")][:2] == ["a", "header"]
    assert page.all("a")[0].attributes["href"] == f"#{page.one('main').attributes['id']}"
    assert page.one("nav").attributes["aria-label"] == "Nội dung"
    assert page.one("header").words == (
        "Ủy ban nhân dân tỉnh Thử NghiệmVăn phòng Ủy ban nhân dân tỉnh "
        "Kết quả cắt giảm thời hạn Danh mục ngày 01/10/2026"
    )
    assert "Dự thảo" not in page.text


def headings(page: Node) -> list[tuple[int, str]]:
    return [(int(node.tag[1]), node.words) for node in page.all("h1", "h2", "h3", "h4", "h5", "h6")]


def test_headings_and_contents(document: Report) -> None:
    messages.use("vi")
    page = read(html.render(document))
    assert headings(page) == [
        (1, "Kết quả cắt giảm thời hạn"),
        (2, "I. KẾT QUẢ CHUNG"),
        (3, "1. Theo lĩnh vực"),
        (2, "Phụ lục I. DANH MỤC THỦ TỤC ĐƯỢC CẮT GIẢM"),
        (2, "Phụ lục II. NGUỒN SỐ LIỆU"),
    ]
    links = [link.text for link in page.one("nav").all("a")]
    assert links == [words for _level, words in headings(page)[1:]]


@pytest.mark.parametrize(
    ("levels", "expected"),
    [
        ([2, 3, 3, 2], [2, 3, 3, 2]),
        ([3, 3, 2], [2, 2, 2]),
        ([2, 4, 3, 4], [2, 3, 3, 4]),
        ([2, 3, 4, 5, 6, 7], [2, 3, 4, 5, 6, 6]),
    ],
)
def test_no_level_of_headings_is_skipped(levels: list[int], expected: list[int]) -> None:
    page = shown(*(Heading(f"H{at}", level) for at, level in enumerate(levels)))
    assert headings(page)[1:] == [(level, f"H{at}") for at, level in enumerate(expected)]


def test_a_short_report_has_no_contents() -> None:
    assert not shown(Heading("A"), Heading("B")).all("nav")


def test_a_long_annex_is_closed_until_someone_opens_it() -> None:
    long = table("t", "", [Column("a", "A")], [[str(n)] for n in range(100)])
    short = table("u", "", [Column("a", "A")], [["1"]])
    page = shown(annexes=(Annex("Long", (long,)), Annex("Short", (short,))))
    annexes = [section.one("details") for section in page.all("section")]
    assert ["open" in annex.attributes for annex in annexes] == [False, True]
    assert len(annexes[0].one("tbody").all("tr")) == 100


def test_blocks_of_words() -> None:
    page = shown(
        Paragraph("A paragraph."),
        Note("A note."),
        Definitions((("Term", "Meaning"),)),
        Suggestions((("Do it.", "tthc check"), ("Look.", ""))),
    )
    main = page.one("main")
    assert [p.text for p in main.all("p")] == ["A paragraph.", "A note."]
    assert [(node.tag, node.text) for node in main.one("dl").all()] == [("dt", "Term"), ("dd", "Meaning")]
    assert [item.text for item in main.one("ol").all("li")] == ["Do it.tthc check", "Look."]
    assert [code.text for code in main.all("code")] == ["tthc check"]


def test_a_key_figure_says_of_what_it_is_and_how_it_is_reckoned() -> None:
    messages.use("vi")
    page = shown(
        Figures((Figure("n", "Số thủ tục", 1803), Figure("m", "Bình quân", None, Form.RATE, "của 0", "trung bình")))
    )
    cards = [[node.words for node in card.all("dt", "dd")] for card in page.one("main").one("dl").all("div")]
    assert cards == [["Số thủ tục", "1.803"], ["Bình quân", "–", "của 0", "Cách tínhtrung bình"]]


def test_the_page_speaks_the_language_in_use(report: Report) -> None:
    assert read(html.render(report)).one("html").attributes["lang"] == "en"
    assert "1,803" in html.render(report)
    messages.use("vi")
    assert "1.803" in html.render(report)


def test_the_same_report_is_the_same_page(document: Report) -> None:
    assert html.render(document) == html.render(replace(document))


HOSTILE = st.text("ab<>&\"'/\\{}%-= \n\x00\x1b\x9b\u2028é", min_size=1, max_size=12).filter(str.strip)


@settings(max_examples=50)
@given(HOSTILE)
def test_words_are_words_wherever_they_stand(words: str) -> None:
    page = read(html.render(_everywhere(words)))
    assert _skeleton(page) == _skeleton(read(html.render(_everywhere("ab"))))
    assert not re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]", page.text)
    line = " ".join(messages.visible(words).split())
    for tag in ("h1", "caption", "figcaption", "dt", "code"):
        assert {node.words for node in page.all(tag)} == {line}


def _everywhere(words: str) -> Report:
    """A report that has these words in every place."""
    columns = (Column("a", words), Column("b", words, Form.CODE), Column("c", words), Column("d", words, Form.COUNT))
    long = (words * 25)[:100]
    rows = (
        Row((words, None, None, 2), RowKind.GROUP),
        Row((long, words, long, 1)),
        Row((words, words, None, words)),
    )
    blocks = (
        Paragraph(words),
        Heading(words),
        Note(words),
        Figures((Figure("k", words, words, Form.TEXT, words, words),)),
        Definitions(((words, words),)),
        Suggestions(((words, words),)),
        Table("t", words, columns, rows, words, most=1),
        Chart(words, "t", "a", "d"),
    )
    return Report(words, words, words, blocks, (Annex(words, ()),), Letter(agency=words, parent=words))


def _skeleton(page: Node) -> list[tuple[str, set[str]]]:
    """Elements and the names of their attributes; a label of a chart takes as many lines as it needs."""
    return [(node.tag, set(node.attributes)) for node in page.all() if node.tag != "text"]

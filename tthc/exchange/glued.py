"""Pages of the national portal whose tables were crawled as running text, every cell glued to the next.

Each function takes one such text apart only where the seams are certain and returns nothing otherwise; what is taken
apart stays word for word, and the whole text belongs into the notes beside it.
"""

import re
from typing import NamedTuple

from tthc.domain.procedure import DossierItem

_LETTERS = [chr(code) for code in (*range(0x41, 0x180), *range(0x1A0, 0x1B1), *range(0x1EA0, 0x1EFA))]
_LOWER = "".join(letter for letter in _LETTERS if letter.islower())

# --- dossier: heading, then rows of name + form + "1 bản chính,1 bản sao"

_PAPERS = "Tên giấy tờMẫu đơn, tờ khaiSố lượng"
_COUNT = re.compile(r"(\d+) bản chính(?:,(\d) bản sao)?")
_FORM = re.compile(
    r"""(?<=[\w.,;:)”"])                                  # glued to the name before it
    (?:Mẫu|MẪU|Mau|mau|Phụ\ lục|PHỤ\ LỤC|Phu\ luc|Biểu|Đơn|Don|Tờ\ khai|To\ khai)
    [^/\n]{0,150}\.(?i:docx?|xlsx?|pdf|rtf|odt)\Z""",
    re.VERBOSE,
)


def is_dossier(text: str) -> bool:
    """Whether a text is a crawled table of papers."""
    return _PAPERS in text


def dossier(text: str) -> tuple[DossierItem, ...] | None:
    """The papers of a crawled table of papers, with their numbers and the case each group is for."""
    heading, *groups = text.split(_PAPERS)
    items: list[DossierItem] = []
    for number, group in enumerate(groups, 1):
        start = 0
        for count in _COUNT.finditer(group):
            cell = _count_cell(count)
            if cell is None:
                return None
            if cell:
                items.append(_paper(group[start : cell.name_end], heading, cell))
                start = count.end()
        if start == 0:
            return None
        rest = group[start:]
        if number < len(groups):
            heading = rest
        elif rest.strip():
            items.append(_paper(rest, heading, None))
    return tuple(items) if items and all(item.name for item in items) else None


class _Count(NamedTuple):
    name_end: int
    originals: int
    copies: int | None


def _count_cell(found: re.Match[str]) -> _Count | tuple[()] | None:
    """The cell of numbers found; () where the words belong to the name of a paper; None where that is not certain.

    Numbers in cells have one digit; people write "01 bản chính" in names. A year may be glued before the cell.
    """
    digits = found[1]
    before = found.string[: found.start()][-1:]
    after = found.string[found.end() :][:1]
    if len(digits) == 2 and digits[0] == "0":
        return ()
    if len(digits) == 1 and before.isspace() and (after.isspace() or after in (".", ",", ";", ")")):
        return ()
    if len(digits) == 2:
        return None
    return _Count(found.end(1) - 1, int(digits[-1]), int(found[2]) if found[2] else None)


def _paper(text: str, heading: str, count: _Count | None) -> DossierItem:
    name, form = text.strip(), None
    found = _FORM.search(name)
    if found:
        name, form = name[: found.start()].strip(), found[0]
    when = heading.strip(" -\t\n")
    return DossierItem(
        name=name,
        form=form,
        originals=count.originals if count else None,
        copies=count.copies if count else None,
        when=heading.strip() if when else None,
    )


# --- legal basis: rows of title + number; a number may stand in its title as well

_LAWS = "Tên văn bản pháp lýMã văn bản"
_ISSUERS = (  # known, so that "NĐ-CPquy định" and "TT-BTCThông tư" end where they should
    "BLĐTBXH|BNNPTNT|VKSNDTC|BVHTTDL|TANDTC|BKHCN|BKHĐT|BGDĐT|BGTVT|BTTTT|BNNMT|BTNMT|BDTTG|"
    "NHNN|TTCP|VPCP|KTNN|UBDT|BTC|BYT|BCA|BQP|BNV|BTP|BXD|BCT|BNG|TTg|CP"
)
_NUMBER_PATTERN = rf"""(?x:
    (\d+)
    (/(?:\d{{4}}/)?
      (?:(?:UBTV)?QH\d{{2}}
      |(?:NĐ|NQ|QĐ|CT|TT|TTLT)(?:-(?:{_ISSUERS}))+
      |[A-ZĐ]{{2,}}(?:-[A-ZĐ]+)*(?![{_LOWER}]))
    (?:\([A-Z]\d+\)|-[A-Z]\d{{2}})?)
)"""
_NUMBER = re.compile(_NUMBER_PATTERN)
_KIND = r"(?:Luật|Nghị quyết|Nghị định|Thông tư|Quyết định)"
_TITLE_SEAM = re.compile(rf"(?<=[^\s(])(?={_KIND} (?:số )?{_NUMBER_PATTERN}\Z)")
_NUMBER_ALONE = re.compile(rf"({_KIND} )?(?:số )?{_NUMBER_PATTERN}")


def legal_basis(text: str) -> tuple[str, ...] | None:
    """The documents of a crawled table of laws, each as its title with its number; None where no row has an end."""
    body = text.removeprefix(_LAWS)
    documents: list[str] = []
    start = 0
    for number in _NUMBER.finditer(body):
        cut = number.start() + _years_end(number[1])
        before, after = body[start:cut][-1:], body[number.end() :][:1]
        if _glued(before) or _glued(after) or not after:
            title, number_text = body[start:cut].rstrip(), body[cut : number.end()]
            _add_document(documents, title if number_text in title else f"{title} {number_text}".strip(), number_text)
            start = number.end()
    if not documents:
        return None
    return tuple(documents + [rest for rest in [body[start:].strip()] if rest])


def _add_document(documents: list[str], document: str, number: str) -> None:
    """A row, or the column of numbers repeating what its title ends with."""
    alone = _NUMBER_ALONE.fullmatch(document)
    if documents and alone and number in documents[-1]:
        return
    if documents and alone and not alone[1]:
        documents[-1] += f" {document}"
        return
    documents.append(_TITLE_SEAM.sub(" ", document))


def _glued(character: str) -> bool:
    return character.isalnum() or character in tuple('.;:”"')


def _years_end(digits: str) -> int:
    """How many digits belong to a year at the end of the title: "năm 203005/2030/UBTVQH16"."""
    return 4 if len(digits) > 4 and digits[:2] in ("19", "20") else 0


# --- results: names, each with its code, then empty fields and buttons of the page

_RESULT_CODE = re.compile(rf"Mã: ([A-Z0-9Đ][A-Z0-9Đ._-]*)(?![{_LOWER}])")
_RESULT_END = re.compile("Từ khóa.*?Mô tả", re.DOTALL)


def results(text: str) -> tuple[str, ...] | None:
    """The names of the results on a crawled page."""
    end = _RESULT_END.search(text)
    body = text[: end.start()] if end else text
    *names, rest = _RESULT_CODE.split(body)[::2]
    if not names or rest.strip():
        return None
    return tuple(name.strip() for name in names if name.strip())


# --- ways of handing in: rows of channel + time + fee + description

_WAYS = "Hình thức nộpThời gianPhí, lệ phíMô tả"
_WAY = re.compile(
    r"(Trực tiếp|Trực tuyến|Dịch vụ bưu chính)"
    r"(Không có thông tin"
    r"|\d+(?:[.,]\d+)? (?:Ngày làm việc|Ngày|Giờ làm việc|Giờ|Phút|Tuần|Tháng|Năm)"
    r"|\d+(?![\d., ])"
    r"|\d(?=[1-9][\d.,]* \w))"  # "1" without a unit is what the portal fills in
)
_FREE = re.compile(r"(?:Miễn phí|Không có thông tin|[\d.,]+ (?:Việt Nam Đồng|VNĐ))")


class Way(NamedTuple):
    """One row: all texts as on the page, "" where there is nothing."""

    method: str
    time: str
    fee: str
    description: str


def ways(text: str) -> tuple[Way, ...] | None:
    """The rows of a crawled table of ways to hand in a dossier."""
    if not text.startswith(_WAYS):
        return None
    body = text.removeprefix(_WAYS)
    heads = list(_WAY.finditer(body))
    if not heads or heads[0].start():
        return None
    ends = [head.start() for head in heads[1:]] + [len(body)]
    return tuple(_way(head, body[head.end() : end]) for head, end in zip(heads, ends, strict=True))


def _way(head: re.Match[str], rest: str) -> Way:
    """Split what follows the time: the amount, a bracket on it, a description. Uncertain, it is all the fee."""
    amount = _FREE.match(rest)
    end = amount.end() if amount else len(rest)
    if rest[end : end + 1] == "(":
        depth = 0
        for at in range(end, len(rest)):
            depth += (rest[at] == "(") - (rest[at] == ")")
            if depth == 0:
                end = at + 1
                break
        else:
            end = len(rest)
    return Way(head[1], head[2], rest[:end].strip(), rest[end:].strip())

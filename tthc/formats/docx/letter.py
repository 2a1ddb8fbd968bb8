"""Head and foot of an official document after Nghị định 30/2020/NĐ-CP, Điều 8 khoản 2.

Number, date, signature and the signer's name are blanks for a person to fill in. The head is Vietnamese whatever the
language of the report: quốc hiệu and tiêu ngữ have one form only.
"""

import re
from itertools import combinations, pairwise

from tthc.formats.docx import markup, metrics
from tthc.formats.docx.markup import Style, paragraph, paragraphs, rule, run
from tthc.messages import _
from tthc.report.model import Letter

STATE = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
DRAFT = "DỰ THẢO"

_HEAD_RIGHT = markup.twips(95)  # holds quốc hiệu on one line
_MOTTO_WIDTH = 3183  # twips of the motto in Times New Roman, bold, 13 points: its rule is exactly as long
_RULE = markup.twips(22)  # a third to a half of the line above
_SIGNATURE = markup.twips(24)  # the room between the signer's office and the name

_BLANK = "\N{NO-BREAK SPACE}"
_NUMBER_BLANK = _BLANK * 8
_SHORT_NAME = 40  # letters of a name that is not parted at the end of a line
_DAY_BLANK = _BLANK * 5
_DATE = f"ngày{_DAY_BLANK}tháng{_DAY_BLANK}năm{_BLANK}20…"
_NO_NAME = "…" * 10
_NO_PLACE = "……"
_NAME_SIZE = 12  # points, as the styles say
_ABOUT_SIZE = 14
_MOST_LINES = 4
_MOST_PIECES = 16  # a longer name is no name
_UNDER_HEAD = 240
_OVER_FOOT = 120
_WHOLE = (  # what stays on one line
    "ỦY BAN NHÂN DÂN",
    "HỘI ĐỒNG NHÂN DÂN",
    "VĂN PHÒNG",
    "TRUNG TÂM",
    "PHỤC VỤ",
    "HÀNH CHÍNH CÔNG",
)
_PLACE = re.compile(r"\b(TỈNH|THÀNH PHỐ|XÃ|PHƯỜNG|ĐẶC KHU) ")


def head(letter: Letter, width: int) -> str:
    """Everything above the text, in this width in twips: from the agency's name to what the document is about."""
    right = min(_HEAD_RIGHT, width * 3 // 5)
    left = width - right
    names = _balanced(Style.PARENT, letter.parent, left) + _balanced(
        Style.AGENCY, letter.agency.strip() or _NO_NAME, left
    )
    state = paragraph(Style.AGENCY, run(STATE)) + paragraph(Style.MOTTO, run(MOTTO))
    number = paragraph(Style.LINE, run(f"Số:{_NUMBER_BLANK}/{letter.symbol or '…'}"))
    place = " ".join(letter.place.split()) or _NO_PLACE
    names_and_state = (names + rule(_RULE, left), state + rule(_MOTTO_WIDTH, right))
    number_and_date = (
        number + paragraph(Style.AGENCY, run(DRAFT)),
        paragraph(Style.DATE, run(f"{place}, {_DATE}")),
    )
    return (
        markup.side_by_side((names_and_state, number_and_date), (left, right))
        + paragraphs(Style.NAME, letter.name.upper())
        + markup.centred(Style.ABOUT, letter.about, width, _ABOUT_SIZE)
        + rule(_RULE, width)
        + markup.gap(_UNDER_HEAD)
        + _grounds(letter.grounds)
    )


def foot(letter: Letter, width: int) -> str:
    """Nơi nhận on the left, the signer on the right, whole on one page."""
    office = letter.signer or _("Authority and office of the signer")
    name = paragraph(Style.SIGNER, "", f'<w:spacing w:before="{_SIGNATURE}" w:after="0"/>')
    signer = paragraphs(Style.SIGNER, office.upper()) + name
    half = width // 2
    return markup.gap(_OVER_FOOT, keep=True) + markup.side_by_side(
        ((_recipients(letter.recipients), signer),), (half, width - half)
    )


def attached(letter: Letter) -> str:
    """The line under an annex's title that says to which document it belongs."""
    agency = " ".join(letter.agency.split()) or _NO_PLACE
    return _("(Attached to {name} No.{number}/{symbol}, {date}, of {agency})").format(
        name=letter.name.capitalize(),
        number=_NUMBER_BLANK,
        symbol=letter.symbol or "…",
        date=_DATE,
        agency=agency.replace(" ", _BLANK) if len(agency) <= _SHORT_NAME else agency,
    )


def _grounds(grounds: tuple[str, ...]) -> str:
    return "".join(paragraph(Style.GROUND, run(each)) for each in _ended(grounds))


def _recipients(recipients: tuple[str, ...]) -> str:
    if not recipients:
        return paragraph(Style.RECIPIENT, "")
    items = (paragraph(Style.RECIPIENT, run(f"- {each.removeprefix('- ')}")) for each in _ended(recipients))
    return paragraph(Style.RECIPIENTS, run(_("Recipients:"))) + "".join(items)


def _ended(items: tuple[str, ...]) -> list[str]:
    """Every item with the sign that ends it: a semicolon, the last a full stop."""
    bare = [" ".join(item.split()).rstrip(";., ") for item in items]
    return [item + (";" if at < len(bare) else ".") for at, item in enumerate(bare, start=1)]


def _balanced(style: Style, name: str, column: int) -> str:
    """A name in capitals on as few lines as it takes, none much longer than the others and no fixed phrase parted."""
    pieces = _pieces(name.upper())
    if not pieces:
        return ""
    for breaks in range(min(len(pieces), _MOST_LINES) if len(pieces) <= _MOST_PIECES else 0):
        ways = [_lines(pieces, places) for places in combinations(range(1, len(pieces)), breaks)]
        best = min(ways, key=_longest)
        if _longest(best) <= column:
            return paragraph(style, run("\n".join(best)))
    return paragraph(style, run(" ".join(pieces)))


def _pieces(name: str) -> list[str]:
    """What may not be parted: the words, phrases of several words, and a place with the word that says what it is."""
    line = _PLACE.sub(rf"\1{_BLANK}", " ".join(name.split()))
    for phrase in _WHOLE:
        line = line.replace(phrase, phrase.replace(" ", _BLANK))
    return [piece.replace(_BLANK, " ") for piece in line.split(" ") if piece]


def _lines(pieces: list[str], places: tuple[int, ...]) -> list[str]:
    return [" ".join(pieces[start:end]) for start, end in pairwise((0, *places, len(pieces)))]


def _longest(lines: list[str]) -> int:
    return max(metrics.twips(metrics.line(line) * metrics.BOLD, _NAME_SIZE) for line in lines)

"""What all sheets have in common on screen and paper: words across columns, the print set-up."""

from collections.abc import Sequence

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from tthc.formats.xlsx.cells import put_text
from tthc.messages import _

_A4 = 9
_ACROSS = 140  # characters in a line of text that goes across columns
_COLUMN = 8.43  # the width of a column that nobody has set
_LETTER, _CAPITAL = 0.88, 1.15  # how wide letters are, where a digit is 1
_LINE_HEIGHT = 1.3  # of the font's size
_HIGHEST = 409  # points, says Excel


def put_across(
    sheet: Worksheet, line: int, text: str, style: Format, widths: Sequence[float], *, first: int = 0
) -> None:
    """Text in cells merged from `first` on, with the height it needs: merged cells do not grow by themselves.

    `widths` are those of the columns to merge.
    """
    if not text:
        return
    if len(widths) > 1:
        sheet.merge_range(line, first, line, first + len(widths) - 1, "", style)
    sheet.set_row(line, height(lines(text, sum(widths) * 11 / style.font_size), style.font_size))
    put_text(sheet, line, first, text, style)


def readable(widths: Sequence[float], text: str) -> Sequence[float]:
    """The columns that text is to go across: no more than one can read, more than there are where they are narrow."""
    found: list[float] = []
    while sum(found) < _ACROSS and (len(found) < len(widths) or sum(found) < len(text)):
        found.append(widths[len(found)] if len(found) < len(widths) else _COLUMN)
    return found


def lines(text: str, room: float) -> int:
    """How many lines the text takes in a cell of this width, broken between words as programs break it."""
    room /= _CAPITAL if text.isupper() else _LETTER
    return sum(_broken(line, room) for line in text.split("\n")) if len(text) > room or "\n" in text else 1


def _broken(line: str, room: float) -> int:
    count, left = 1, room
    for word in line.split(" "):
        length = len(word)
        if length > left and left < room:
            count, left = count + 1, room
        if length > room:  # longer than a line by itself
            count += int((length - 1) // room)
            left = room - length % room
        left -= length + 1
    return count


def height(count: int, font_size: float = 11) -> float:
    """Points for so many lines."""
    return min(_HIGHEST, round(count * font_size * _LINE_HEIGHT + 1))


def set_up(sheet: Worksheet) -> None:
    """A4 across, all columns on one page, margins in inches, the page's number at the foot."""
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.6, right=0.5, top=0.6, bottom=0.6)
    sheet.set_footer("&C" + _("Page {page}/{pages}").format(page="&P", pages="&N"))
    sheet.hide_gridlines(2)

"""Which papers the catalogue asks for again and again: candidates for asking once only.

A paper that an authority has issued need not be asked for where it can be looked up; what an applicant writes for one
occasion (a form, a plan, a report) cannot be spared that way and is counted apart.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from tthc.domain.entry import Entry
from tthc.text.normalise import normalise

_MARKER = re.compile(r"(?:[-+*•\s]|\(?[a-zđ\d]{1,4}[).]\s)+", re.IGNORECASE)  # of a list: "- ", "a) ", "(ii) "
_COPY = re.compile(
    r"(?:\d+\s*)?(?:\(\w+\)\s*)?(?:bộ |bản )?"
    r"(?:(?:bản sao|bản chụp|bản chính|bản gốc|sao y)(?: (?:có chứng thực|chứng thực|công chứng|hợp lệ))*(?: của)?\s+)+"
)
_ASIDE = re.compile(r"\s*\((?:bản sao|bản chính|nếu có)[^()]*\)")
_NO_PAPER = re.compile(r"(?:trừ )?trường hợp\b|người\b")  # a rule about papers, not a paper
_LONGEST = 200  # characters; what is longer is a paragraph
_WRITTEN = re.compile(
    r"(?:(?:giấy|văn bản|phiếu|công văn) )?(?:đề nghị|yêu cầu)\b"
    r"|(?:đơn|tờ khai|bản khai|phiếu|tờ trình|công văn|báo cáo|thông báo|bản cam kết|cam kết|(?:bản )?thuyết minh"
    r"|phương án|kế hoạch|dự thảo|bản vẽ|hồ sơ|danh sách|danh mục|biên bản|ảnh|mẫu|đề án|dự án|bản kê khai|bản mô tả"
    r"|bản giải trình|bản tóm tắt|chương trình|sơ yếu lý lịch|tóm tắt)\b"
)


class Origin(StrEnum):
    """Where a paper comes from, by the first words of its name."""

    ISSUED = "issued"  # may be known to the authorities already
    WRITTEN = "written"  # made by the applicant for the occasion


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper, in the wording most often used, and the procedures that ask for it, in the order of the catalogue."""

    name: str
    origin: Origin
    entries: tuple[Entry, ...]
    wordings: int
    agencies: int
    dossiers: int | None  # dossiers a year in which it was handed in; None without statistics


def papers(entries: Iterable[Entry], dossiers: Mapping[str, int] | None = None) -> tuple[Paper, ...]:
    """Papers that several procedures in force ask for, those that most ask for first. `dossiers`: received, by code."""
    asked: dict[str, dict[int, Entry]] = defaultdict(dict)
    names: dict[str, Counter[str]] = defaultdict(Counter)
    for i, entry in enumerate(entries):
        if entry.procedure.in_force:
            for item in entry.procedure.dossier:
                key = _key(item.name)
                if key:
                    asked[key][i] = entry
                    names[key][_unmarked(item.name)] += 1
    found = (_paper(names[key], key, tuple(by.values()), dossiers or {}) for key, by in asked.items() if len(by) > 1)
    return tuple(sorted(found, key=lambda paper: (-len(paper.entries), -(paper.dossiers or 0), normalise(paper.name))))


def _paper(names: Counter[str], key: str, entries: tuple[Entry, ...], dossiers: Mapping[str, int]) -> Paper:
    received = [dossiers[entry.key] for entry in entries if entry.key in dossiers]
    return Paper(
        name=min(names, key=lambda name: (-names[name], name)),
        origin=Origin.WRITTEN if _WRITTEN.match(key) else Origin.ISSUED,
        entries=entries,
        wordings=len({normalise(name) for name in names}),
        agencies=len({entry.agency for entry in entries}),
        dossiers=sum(received) if received else None,
    )


def _key(name: str) -> str:
    """The paper itself: without the number of copies, and whether copies are certified. Nothing where it is none."""
    text = _COPY.sub("", normalise(_unmarked(name)), count=1)
    text = normalise(_ASIDE.sub("", text))
    return "" if len(text) > _LONGEST or _NO_PAPER.match(text) else text


def _unmarked(name: str) -> str:
    return _MARKER.sub("", " ".join(name.split()), count=1) if _MARKER.match(name) else " ".join(name.split())

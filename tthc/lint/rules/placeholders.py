"""B014: a text that only holds a place."""

from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from tthc.domain.entry import Entry
from tthc.domain.finding import Severity
from tthc.lint.context import Context
from tthc.lint.law import phrases
from tthc.lint.rule import Issue, Rule
from tthc.lint.wording import simple
from tthc.messages import _, mark

_DEADLINES = ("deadline", "legal_deadline", "local_deadline")  # the rules on deadlines judge them


def _check(entry: Entry, context: Context) -> Iterable[Issue]:
    for path, text in context.texts(entry):
        if _holds_place(text) and path[-1] not in _DEADLINES and (path[-1] != "name" or _plain(text)):
            yield Issue(
                _("“{text}” only holds a place").format(text=text),
                path,
                _("Write what applies, or take the key out until it is known."),
            )


@lru_cache(maxsize=50_000)
def _holds_place(text: str) -> bool:
    """Whether a text says nothing, or what stands for something that is to come."""
    return len(text) <= 40 and (not _plain(text) or _plain(text) in phrases("placeholder").words)


def _plain(text: str) -> str:
    return simple(text).strip(" .…-_*")


RULES = (
    Rule(
        id="B014",
        slug="placeholder",
        severity=Severity.WARNING,
        what=mark("Finds texts such as “Đang cập nhật”, “Theo mô tả”, “…” where something should be said."),
        why=mark("What is published must be complete and exact; a placeholder looks filled in and says nothing."),
        ground="Điều 16 NĐ 63/2010/NĐ-CP",
        since=date(2010, 10, 14),
        bad="fee: Đang cập nhật",
        ok="fee: Không",
        check=_check,
    ),
)

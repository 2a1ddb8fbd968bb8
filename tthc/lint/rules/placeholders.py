"""B014: a text that only holds a place."""

from collections.abc import Iterable
from datetime import date

from tthc.domain.entry import Entry
from tthc.domain.finding import Severity
from tthc.lint.context import Context
from tthc.lint.law import phrases
from tthc.lint.rule import Issue, Rule
from tthc.lint.wording import simple
from tthc.messages import _, mark


def _check(entry: Entry, context: Context) -> Iterable[Issue]:
    if not entry.procedure.in_force:
        return
    words = phrases("placeholder").words
    for path, text in context.texts(entry):
        if len(text) > 40 or path[-1] in ("deadline", "legal_deadline", "local_deadline"):
            continue
        plain = simple(text).strip(" .…-_*")
        if plain in words or (not plain and path[-1] != "name"):
            yield Issue(
                _("“{text}” only holds a place").format(text=text),
                path,
                _("Write what applies, or take the key out until it is known."),
            )


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

"""Which procedures a task is about."""

from datetime import date
from typing import Any

import pytest

from tthc.analysis.online.choice import CHOICES, Choice, chosen
from tthc.analysis.online.contradictions import contradictions
from tthc.analysis.online.criteria import Key, regime
from tthc.analysis.online.unlocking import fixes
from tthc.analysis.online.verdict import assess_all
from tthc.domain.entry import Entry
from tthc.domain.finding import Location
from tthc.domain.procedure import Online, Procedure

DAY = date(2026, 10, 1)
STATED = {"level": "full", "presence": False, "site_visit": False, "original": False}


def entry(code: str, *, form: bool | None = True, steps: tuple[str, ...] = (), **online: Any) -> Entry:
    procedure = Procedure(
        name=f"Thủ tục {code}",
        code=code,
        steps=steps,
        channels=({"channel": "online"},),
        dossier=({"name": "Đơn", "form": "Mẫu 01", "electronic_form": form},),
        fee="Không",
        result={"name": "Giấy phép", "delivery": ("electronic",)},
        online=Online(**(STATED | online)),
    )
    return Entry(procedure, "so-mau", "Lĩnh vực", Location("a.yaml", 3))


ENTRIES = (
    entry("stated"),
    entry("silent", presence=None),
    entry("partial", level="partial"),
    entry("paper", form=False),
    entry("paper-partial", form=False, level="partial"),
    entry("open", form=None),
    entry("doubtful", presence=None, steps=("Người nộp phải có mặt tại trụ sở Sở.",)),
    entry("lawful", level="partial", reason="presence", reason_basis="Điều 18", presence=True),
    entry("told", level="information", reason="Không phát sinh"),
)
LAW = regime(DAY)
JUDGED = [(each, contradictions(each, LAW, DAY)) for each in assess_all(ENTRIES, LAW, DAY)]
EXPECTED: dict[Choice | Key, list[str]] = {
    Choice.ELIGIBLE: ["stated", "silent", "partial"],
    Choice.NOT_ELIGIBLE: ["paper", "paper-partial"],
    Choice.PARTIAL: ["lawful"],
    Choice.INFORMATION: ["told"],
    Choice.UNKNOWN: ["open", "doubtful"],
    Choice.TO_CONFIRM: ["silent"],
    Choice.DOUBTFUL: ["doubtful"],
    Choice.NOT_OFFERED: ["partial"],
    Choice.FULL_NOT_MET: ["paper"],
    Choice.CONTRADICTING: ["partial", "paper", "paper-partial", "doubtful", "told"],
    Key.FORM: ["paper", "paper-partial"],
    Key.PRESENCE: ["lawful"],
}


@pytest.mark.parametrize("choice", CHOICES, ids=str)
def test_a_choice_is_of_these(choice: Choice | Key):
    assert [each.entry.key for each, _found in chosen(JUDGED, choice)] == EXPECTED.get(choice, [])


def test_a_criterion_is_a_choice_of_what_its_fix_opens():
    for fix in fixes([each for each, _found in JUDGED]):
        assert [each for each, _found in chosen(JUDGED, fix.criterion.key)] == list(fix.opened)

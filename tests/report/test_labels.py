"""Every closed list of the catalogue has names people know, in both languages."""

from collections.abc import Callable
from enum import Enum
from typing import Any

import pytest

from tthc import messages
from tthc.domain.finding import Severity
from tthc.domain.level import Delivery, Level, OnlineLevel, Status
from tthc.report import labels


@pytest.mark.parametrize("language", messages.LANGUAGES)
@pytest.mark.parametrize(
    ("label", "members"),
    [
        (labels.level, Level),
        (labels.online, OnlineLevel),
        (labels.severity, Severity),
        (labels.delivery, Delivery),
        (labels.status, Status),
    ],
)
def test_each_member_has_a_name_of_its_own(label: Callable[[Any], str], members: type[Enum], language: str) -> None:
    messages.use(language)
    names = [label(member) for member in members]
    assert all(names)
    assert len(set(names)) == len(names)


def test_combinations_and_what_is_missing() -> None:
    messages.use("vi")
    assert labels.levels((Level.PROVINCE, Level.COMMUNE)) == "cấp tỉnh, cấp xã"
    assert labels.levels(()) == "chưa ghi cấp"
    assert labels.online(None) == "chưa ghi"

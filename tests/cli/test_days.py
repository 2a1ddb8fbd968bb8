"""Days as they are written on the command line."""

from datetime import date

import pytest

from tthc.cli import days
from tthc.cli.main import run
from tthc.cli.settings import SettingError


@pytest.mark.parametrize("text", ["2026-10-01", "01/10/2026", "1/10/2026", " 1/10/2026 ", "01-10-2026", "1.10.2026"])
def test_a_day_in_every_form(text: str) -> None:
    assert days.read("--date", text) == date(2026, 10, 1)


@pytest.mark.parametrize("text", ["", "hôm nay", "10/2026", "31/02/2026", "2026/10/01", "1/10/26"])
def test_what_is_no_day(text: str) -> None:
    with pytest.raises(SettingError, match=f"--date: “{text}” is not a date; write 01/10/2026 or 2026-10-01"):
        days.read("--date", text)


@pytest.mark.parametrize(
    "line",
    [
        "check --as-of {day}",
        "online --as-of {day}",
        "show 9.000001 --as-of {day}",
        "why-online 9.000001 --as-of {day}",
        "report audit --as-of {day}",
        "deadline 5 --from {day}",
        "decide 9.000001 9.000002 different --reason x --by A --date {day}",
    ],
)
def test_every_command_takes_both_forms(folder, capsys, line) -> None:
    folder.records('- {code: "9.000001", name: Cấp giấy phép}\n- {code: "9.000002", name: Cấp lại giấy phép}\n')
    said = set()
    for day in ("1/10/2026", "2026-10-01"):
        where = [] if line.startswith("deadline") else ["-C", str(folder.root)]
        code = run([*line.format(day=day).split(), *where, "--lang", "en"])
        said.add((code, capsys.readouterr()))
    assert len(said) == 1
    assert said.pop()[0] in (0, 1)

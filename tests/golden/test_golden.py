"""What every report prints for a small catalogue, in every format, as it is kept in `expected/`.

After a change that is meant: `python tools/golden.py`, then read the difference.
"""

from pathlib import Path

import pytest

from tools import golden


@pytest.mark.parametrize("name", golden.NAMES)
def test_the_report_is_as_kept(name: str, tmp_path: Path) -> None:
    assert golden.rendered(name, tmp_path) == golden.kept(name)


@pytest.mark.parametrize("name", [name for name in golden.NAMES if name.endswith((".docx", ".xlsx"))])
def test_a_second_run_gives_the_same_bytes(name: str, tmp_path: Path) -> None:
    first, second = (golden.written(name, tmp_path / run) for run in ("first", "second"))
    assert first.read_bytes() == second.read_bytes()

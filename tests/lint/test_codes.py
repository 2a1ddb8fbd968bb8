"""Codes that were spoilt: what the rules propose."""

from pathlib import Path
from typing import Any

import pytest

from tthc.lint.rules import ALL


@pytest.mark.parametrize(
    ("code", "rule", "meant"),
    [
        ("1.00964", "M303", "Is it “1.009640”?"),
        ("1,009645", "M301", "Is it “1.009645”?"),
        ("1.009 645", "M301", "Is it “1.009645”?"),
        ("TTHC-12", "M301", "A code is a digit, a dot and six digits"),
    ],
)
def test_a_spoilt_code_is_recognised(tmp_path: Path, small: Any, code: str, rule: str, meant: str) -> None:
    found = small.run(small.catalogue(tmp_path / "c", {"code": code}), ALL).findings
    (help_,) = (finding.help for finding in found if finding.rule == rule)
    assert help_.startswith(meant)


def test_a_code_without_quotes_gets_one_advice(tmp_path: Path, small: Any) -> None:
    text = "agency: a\nfield: b\nprocedures:\n  - code: 9.00169\n    name: Cấp giấy phép mẫu\n"
    found = small.run(small.of_text(tmp_path / "c", text), ALL).findings
    helps = [finding.help for finding in found if finding.rule in ("F011", "M303")]
    assert len(helps) == 2
    assert all("9.001690" in help_ for help_ in helps)

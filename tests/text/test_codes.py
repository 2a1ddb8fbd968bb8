"""Codes that were spoilt, and what they were."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tthc.text.codes import candidates


@pytest.mark.parametrize("text", ["", "x", "Đăng ký", "0.000001", "9.0000001", "9.00042x", "9.", "9", "TTHC-12"])
def test_what_is_no_code_has_no_candidates(text: str) -> None:
    assert candidates(text) == ()


@given(st.integers(1, 9), st.integers(1, 999_999))
def test_what_a_spreadsheet_makes_of_a_code_leads_back_to_it_first(first: int, rest: int) -> None:
    code = f"{first}.{rest:06d}"
    assert candidates(code) == (code,)
    assert candidates(str(float(code)))[0] == code
    assert candidates(code.replace(".", ","))[0] == code
    assert candidates(f" {code[:5]} {code[5:]}")[0] == code
    assert candidates(code.replace(".", ""))[0] == code

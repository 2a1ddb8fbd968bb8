"""Words for people: what may not be in them."""

import pytest

from tthc.messages import visible


@pytest.mark.parametrize("sign", ["\x1b", "\x9b", "\x00", "\u2028", "\u202e", "\u2067"])
def test_what_steers_a_terminal_or_turns_a_text_round_is_replaced(sign: str) -> None:
    assert visible(f"Cấp{sign} phép") == "Cấp\N{REPLACEMENT CHARACTER} phép"


@pytest.mark.parametrize("words", ["Cấp\tphép\n", "nông – lâm", "👩\u200d🌾", "a\u00a0b"])
def test_what_is_written_by_people_stays(words: str) -> None:
    assert visible(words) == words

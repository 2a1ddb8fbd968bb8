"""What differs between two texts, with some words around it."""

from hypothesis import given
from hypothesis import strategies as st

from tthc.text.excerpts import excerpts

WORDS = st.lists(st.sampled_from(["một", "hai", "ba"]), max_size=60)


@given(WORDS, WORDS)
def test_excerpts_leave_out_only_what_is_the_same(old: list[str], new: list[str]) -> None:
    before, after = excerpts(" ".join(old), " ".join(new))
    kept = [text.replace("… ", "").replace(" …", "").split() for text in (before, after)]
    assert len(old) - len(kept[0]) == len(new) - len(kept[1]) or (before, after) == (" ".join(old), " ".join(new))
    assert (before == after) == (old == new)


def test_an_excerpt_of_a_long_text() -> None:
    same = " ".join(f"từ{n}" for n in range(40))
    before, after = excerpts(f"{same} cũ {same}", f"{same} mới {same}")
    assert (
        before
        == "… " + " ".join(f"từ{n}" for n in range(32, 40)) + " cũ " + " ".join(f"từ{n}" for n in range(8)) + " …"
    )
    assert after == before.replace("cũ", "mới")

"""Officers' verdicts on pairs: written, replaced, read again; what is broken is a finding and costs no other one."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tthc.catalogue.decisions import record
from tthc.catalogue.load import load
from tthc.catalogue.rewrite import NotEditableError
from tthc.domain.decision import Decision, Judgement, Party


def decision(a: str = "9.000001", b: str = "9.000002", verdict: Judgement = Judgement.SAME, **more: Any) -> Decision:
    parties = (Party(key, f"Tên của {key}", "0a1b", "so-xay-dung") for key in (a, b))
    return Decision(*parties, verdict, more.pop("date", date(2026, 10, 5)), **more)


def test_a_verdict_is_read_as_it_was_recorded(folder: Any) -> None:
    given = decision(reason="Cùng mẫu đơn: # và 'nháy'", by="Nguyễn Thị Mẫu")
    path = record(folder.root, given)
    assert path == folder.root / "decisions" / "duplicates.yaml"
    catalogue = load(folder.root)
    assert catalogue.decisions == (given,)
    assert catalogue.findings == ()


WORDS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30)


@given(st.lists(st.tuples(WORDS, WORDS, WORDS), min_size=1, max_size=4))
@settings(max_examples=30)
def test_whatever_is_written_is_read_again(tmp_path_factory: Any, given_words: Any) -> None:
    root = tmp_path_factory.mktemp("words")
    (root / "procedures").mkdir()
    (root / "catalogue.yaml").write_text("jurisdiction: {name: Mẫu}\n", encoding="utf-8")
    wanted = {}
    for name, reason, by in given_words:
        verdict = decision("9.000001", name, reason=reason, by=by)
        record(root, verdict)
        wanted[name] = (reason, by)
    catalogue = load(root)
    assert catalogue.findings == ()
    held = {(d.b if d.a.procedure == "9.000001" else d.a).procedure: (d.reason, d.by) for d in catalogue.decisions}
    assert held == wanted


def test_the_order_of_a_pair_means_nothing(folder: Any) -> None:
    record(folder.root, decision())
    record(folder.root, decision("9.000002", "9.000001", Judgement.DIFFERENT))
    (kept,) = load(folder.root).decisions
    assert kept.verdict is Judgement.DIFFERENT


def test_other_verdicts_and_comments_stay(folder: Any) -> None:
    path = record(folder.root, decision(reason="một"))
    path.write_text("# ghi chú của phòng\n" + path.read_text("utf-8"), encoding="utf-8")
    record(folder.root, decision(b="9.000003"))
    before = path.read_text("utf-8")
    record(folder.root, decision(b="9.000004"))
    assert path.read_text("utf-8").startswith(before)
    assert before.startswith("# ghi chú của phòng\n")
    assert [d.b.procedure for d in load(folder.root).decisions] == ["9.000002", "9.000003", "9.000004"]


@pytest.mark.parametrize("text", ["", "# chưa có gì\n", "decisions: []\n"])
def test_a_file_without_verdicts_takes_the_first(folder: Any, text: str) -> None:
    folder.write("decisions/duplicates.yaml", text)
    record(folder.root, decision())
    assert load(folder.root).decisions == (decision(),)


def test_a_broken_record_is_a_finding_at_its_place_and_spares_the_others(folder: Any) -> None:
    path = record(folder.root, decision())
    record(folder.root, decision(b="9.000003"))
    text = path.read_text("utf-8").replace("verdict: same", "verdict: perhaps", 1)
    path.write_text(text, encoding="utf-8")
    line = text.splitlines().index("    verdict: perhaps") + 1
    catalogue = load(folder.root)
    (finding,) = catalogue.findings
    assert str(finding.location) == f"{path.as_posix()}:{line}:14"
    assert [d.b.procedure for d in catalogue.decisions] == ["9.000003"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (b"decisions: [", "line 1: "),
        (b"- a\n", "does not hold a list under"),
        (b"ch\xc6\xb0a\n", "does not hold a list under"),
        (b"5\n", "does not hold a list under"),
        (b"decisions: {a: 5}\n", "does not hold a list under"),  # what a person wrote there is not lost
        (b"decisions: 5\n", "does not hold a list under"),
        (b"decisions: []\nwhy: \xe9\n", "not valid UTF-8"),
        ("decisions: []\n".encode("utf-16"), "UTF-16"),
    ],
)
def test_a_file_that_holds_something_else_is_left_alone(folder: Any, text: bytes, words: str) -> None:
    path = folder.write("decisions/duplicates.yaml", text)
    with pytest.raises(NotEditableError, match=words):
        record(folder.root, decision())
    assert path.read_bytes() == text
    assert str(load(folder.root).findings[0].location).startswith(path.as_posix() + ":1:") or b"why" in text


def test_records_that_are_broken_make_room_for_none(folder: Any) -> None:
    broken = "decisions:\n  - {a: {procedure: [1]}, b: {procedure: {x: 1}}}\n  - 5\n"
    path = folder.write("decisions/duplicates.yaml", broken)
    record(folder.root, decision())
    assert path.read_text("utf-8").startswith(broken)
    assert load(folder.root).decisions == (decision(),)

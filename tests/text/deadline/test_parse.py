"""What deadline texts mean: the cases that officers write, and what must hold for any text at all."""

import gc
import time
import unicodedata
from collections.abc import Callable
from decimal import Decimal
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from tthc.domain.deadline import Case, Deadline, Kind, Span, Step, Unit
from tthc.text.deadline import parse

FILES = Path(__file__).parents[2] / "cases"
CASES = YAML(typ="safe").load(FILES / "deadlines.yaml")
ASIDES = YAML(typ="safe").load(FILES / "deadline-asides.yaml")

UNITS = {
    Unit.MINUTE: "phút",
    Unit.HOUR: "giờ",
    Unit.WORKING_HOUR: "giờ làm việc",
    Unit.DAY: "ngày",
    Unit.WORKING_DAY: "ngày làm việc",
    Unit.WEEK: "tuần",
    Unit.MONTH: "tháng",
    Unit.YEAR: "năm",
    None: "(không đơn vị)",
}
WORDS = {Kind.NONE: "không có", Kind.UNSPECIFIED: "không quy định", Kind.UNKNOWN: "không rõ"}


def brief(deadline: Deadline) -> str:
    """The notation of tests/cases/deadlines.yaml."""
    if deadline.kind in WORDS:
        return WORDS[deadline.kind]
    steps = " + ".join(map(quantity, deadline.steps)) if deadline.kind is Kind.STEPS else ""
    cases = [case for case in deadline.cases if not case.extra]
    said = ["ngay"] if deadline.kind is Kind.IMMEDIATE else [steps] if steps and not cases else []
    for i, case in enumerate(deadline.cases):
        star = "*" if i == deadline.headline else ""
        split = f" = {steps}" if steps and cases == [case] else ""
        said.append(f"{'thêm ' if case.extra else ''}{quantity(case)}{star}{split}")
    if deadline.kind is Kind.CONDITIONAL and len(deadline.cases) == 1 and cases:
        said.append("có khi ngay")
    return "; ".join(said)


def quantity(part: Case | Step) -> str:
    bounds = [part.maximum]
    if isinstance(part, Case) and part.minimum is not None:
        bounds.insert(0, part.minimum)
    digits = [f"{bound.normalize():f}".replace(".", ",") for bound in bounds]
    return f"{'-'.join(digits)} {UNITS[part.unit]}"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:60])
def test_means(case: dict[str, object]) -> None:
    deadline = parse(str(case["text"]))
    assert brief(deadline) == case["means"]
    if "ignored" in case:
        assert [ignored.reason for ignored in deadline.ignored] == case["ignored"]
    if "start" in case:
        assert deadline.start_event == case["start"]


HARMLESS: dict[str, Callable[[str], str]] = {
    "decomposed letters": lambda text: unicodedata.normalize("NFD", text),
    "two spaces": lambda text: text.replace(" ", "  "),
    "hard spaces": lambda text: text.replace(" ", "\u00a0"),
    "line ends": lambda text: text.replace("\n", "\r\n"),
    "long dashes": lambda text: text.replace("-", "–"),
    "a bullet": lambda text: f"- {text}",
    "a title": lambda text: f"Thời hạn giải quyết:\n{text}",
}


@pytest.mark.parametrize("change", HARMLESS.values(), ids=HARMLESS.keys())
def test_how_a_text_is_set_does_not_change_what_it_means(change: Callable[[str], str]) -> None:
    changed = [case["text"] for case in CASES if brief(parse(change(case["text"]))) != brief(parse(case["text"]))]
    assert not changed


PLAIN = [
    "10 ngày làm việc kể từ ngày nhận đủ hồ sơ hợp lệ.",
    "Trong thời hạn 20 ngày kể từ ngày nhận đủ hồ sơ, Sở Công Thương thẩm định, cấp giấy phép.",
    "09 ngày. Trường hợp phức tạp: 19 ngày.",
    "Sở Y tế: 20 ngày; Bộ Y tế: 30 ngày.",
    "Trong ngày làm việc.",
]


@pytest.mark.parametrize("aside", ASIDES, ids=lambda aside: aside[:60])
def test_sentences_about_other_times_leave_the_deadline_as_it_is(aside: str) -> None:
    for text in PLAIN:
        texts = [f"{text} {aside}", f"{text}\n- {aside}", f"{aside}\n{text}", f"- {aside}\n- {text}"]
        assert {values(parse(both)) for both in texts} == {values(parse(text))}


@pytest.mark.parametrize("text", ["", " ", "\n", ")", "(", "...", "-", "đ", "🙂", "\ufeff", "ngày"])
def test_next_to_nothing_says_nothing(text: str) -> None:
    assert parse(text).kind is Kind.NONE


def test_result_carries_the_places_it_came_from() -> None:
    text = "Không quá 10 ngày làm việc kể từ ngày nhận đủ hồ sơ; trường hợp phức tạp: 15 ngày (không kể 5 ngày nghỉ bù)"
    deadline = parse(text)
    assert [words(text, case.span) for case in deadline.cases] == ["10 ngày làm việc", "15 ngày"]
    assert [words(text, case.when_span) for case in deadline.cases] == [None, "trường hợp phức tạp"]
    assert [(words(text, ignored.span), ignored.reason) for ignored in deadline.ignored] == [
        ("5 ngày nghỉ", "attribute")
    ]
    assert deadline.start_event == "kể từ ngày nhận đủ hồ sơ"


def test_places_are_those_of_the_original_text() -> None:
    text = unicodedata.normalize("NFD", "thời hạn giải quyết: 06 ngày làm vi ệc; vùng khó khăn: 16 ngày")
    assert [words(text, case.span) for case in parse(text).cases] == [
        unicodedata.normalize("NFD", "06 ngày làm vi ệc"),
        unicodedata.normalize("NFD", "16 ngày"),
    ]


def test_stages_say_whose_they_are() -> None:
    text = "15 ngày, trong đó: Sở Xây dựng: 10 ngày; Ủy ban nhân dân cấp tỉnh quyết định trong 05 ngày"
    assert [step.who for step in parse(text).steps] == ["Sở Xây dựng", "Ủy ban nhân dân cấp tỉnh"]


def test_condition_comes_from_the_heading_above() -> None:
    deadline = parse("Cấp giấy phép:\n- Trường hợp dự án nhóm A:\n+ 30 ngày\n- Trường hợp dự án nhóm B:\n+ 20 ngày")
    assert [case.when for case in deadline.cases] == ["Trường hợp dự án nhóm A:", "Trường hợp dự án nhóm B:"]


def test_amounts_are_exact_decimals() -> None:
    assert parse("0,1 ngày").cases[0].maximum == Decimal("0.1")


PIECES = [
    *(
        "Trường hợp",
        "đối với",
        "trong đó:",
        "kể từ ngày nhận đủ hồ sơ",
        "và",
        "hoặc",
        "không tính",
        "nếu hồ sơ chưa hợp lệ",
    ),
    *("05 ngày", "10 - 15 ngày làm việc", "1/2 ngày", "năm (05) giờ", "31/12", "sau 15 giờ", "trong ngày làm việc"),
    *("Sở Y tế", "doanh nghiệp", "cấp giấy phép", "thẩm định", "tăng thêm", "gia hạn", "miền núi", "phức tạp", "tổng"),
    *(
        ":",
        ";",
        ".",
        ",",
        "(",
        ")",
        "\n",
        "\n- ",
        "\n+ ",
        " - ",
        "\na) ",
        "1.",
        "không quy định",
        "h ồ",
        "vi ệc",
        "ngày",
    ),
]
TEXTS = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=4)), max_size=25).map(" ".join)


@given(st.one_of(st.text(max_size=200), TEXTS))
@settings(max_examples=300)
def test_any_text_gives_a_deadline_with_places_inside_it(text: str) -> None:
    deadline = parse(text)
    assert deadline.text == text
    assert deadline.headline is None or not deadline.cases[deadline.headline].extra
    assert (deadline.kind is Kind.FIXED) <= (len(deadline.cases) == 1)
    assert (deadline.kind in WORDS) <= (not deadline.cases and not deadline.steps)
    counted = [case.span for case in deadline.cases] + [step.span for step in deadline.steps]
    for span in (*counted, *(ignored.span for ignored in deadline.ignored)):
        assert span
        assert 0 <= span.start < span.end <= len(text)
    for case in deadline.cases:
        assert case.minimum is None or case.minimum < case.maximum
        assert case.when == words(text, case.when_span)
    for spans in ([step.span for step in deadline.steps], [ignored.span for ignored in deadline.ignored]):
        starts = [span.start for span in spans if span]
        assert starts == sorted(starts)


@given(TEXTS)
@settings(max_examples=150)
def test_composed_and_decomposed_letters_are_one_text(text: str) -> None:
    assert values(parse(unicodedata.normalize("NFD", text))) == values(parse(unicodedata.normalize("NFC", text)))


@pytest.mark.parametrize("join", ["; ", ". ", "\n- ", "\n"])
def test_order_of_alternatives_does_not_matter(join: str) -> None:
    branches = [
        "Trường hợp cấp mới: 20 ngày",
        "Trường hợp cấp lại: 05 ngày làm việc",
        "Trường hợp điều chỉnh: 10 - 12 ngày",
    ]
    said = {values(parse(join.join(order))) for order in permutations(branches)}
    assert len(said) == 1


LONG = {
    "times": "1 ngày; ",
    "times in brackets": "(5 ngày ",
    "brackets": "(",
    "pairs of brackets": "()",
    "conditions": "trường hợp ",
    "conditions with times": "trường hợp A: 5 ngày; ",
    "open condition": "đối với xã; ",
    "bullets": "\n- ",
    "nested bullets": "\n- a\n+ b\n++ c\n* d",
    "letters as bullets": "\na) 5 ngày\nb) 6 ngày",
    "zeros": "0 ngày; ",
    "splits": "10 ngày trong đó ",
    "commas": ", ",
    "ranges": "1-2-3-",
    "slashes": "1/",
    "fractions": "1/2 ",
    "number words": "hai mươi ",
    "five or year": "năm ",
    "dates": "ngày 5 tháng 6 năm 2025, ",
    "laws": "1/2025/NĐ-CP-",
    "starts": "5 ngày kể từ ngày ",
    "same day": "trong ngày ",
    "exclusions": "không tính 5 ngày ",
    "capitals": "Đối với các xã ",
    "torn words": "h ồ s ơ ",
    "decomposed": unicodedata.normalize("NFD", "trường hợp hồ sơ hợp lệ "),
    "white space": " \t",
    "line ends": " \n",
    "one word": "ă",
    "digits": "1",
}


@pytest.mark.parametrize("piece", LONG.values(), ids=LONG.keys())
def test_long_texts_take_no_longer_than_they_are(piece: str) -> None:
    text = (piece * (100_000 // len(piece.encode()) + 1)).encode()[:100_000].decode(errors="ignore")

    def seconds() -> float:
        begin = time.process_time()
        parse.__wrapped__(text)
        return time.process_time() - begin

    gc.freeze()  # what the other tests left in memory is no part of this text
    assert any(seconds() < 1 for _attempt in range(3))  # a machine may be busy; a text that is too slow is so each time
    gc.unfreeze()


def words(text: str, span: Span | None) -> str | None:
    return text[span.start : span.end] if span else None


def values(deadline: Deadline) -> tuple[object, ...]:
    cases = frozenset((case.minimum, case.maximum, case.unit, case.extra) for case in deadline.cases)
    return deadline.kind, cases, tuple((step.maximum, step.unit) for step in deadline.steps), deadline.headline

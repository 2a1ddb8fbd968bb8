"""What is kept of earlier runs changes nothing but the time that a run takes."""

from collections.abc import Callable, Collection, Sequence
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tthc import messages
from tthc.catalogue import cache as cache_module
from tthc.catalogue.cache import NO_CACHE, Cache
from tthc.catalogue.files import Disk
from tthc.catalogue.load import load
from tthc.catalogue.locate import Sources
from tthc.domain.entry import Entry
from tthc.lint import engine
from tthc.lint.check import Checked, Options, check
from tthc.lint.context import Context
from tthc.lint.rule import Rule
from tthc.lint.rules import ALL

FIRST = """\
agency: so-tai-chinh
field: Đầu tư
procedures:
  - code: "1.009645"
    name: Chấp thuận chủ trương đầu tư.
    level: province
    handled_by: [so-tai-chin]
    legal: {deadline: 10 ngày làm việc, basis: [61/2020/QH14, 12/2019/NĐ-CP]}
    local: {deadline: 12 ngày làm việc}
    fee: Có
    notes: Cắt giảm 5%
  - {code: "2000648", name: Cấp giấy phép, fee: Đang cập nhật}
"""
SECOND = """\
agency: ubnd-cap-xa
field: Đất đai
procedures: [{code: "2.000648", name: Cấp  giấy phép, local: {deadline: 9 nlv}}, {name: Khác, steps: [UBND cấp huyện]}]
"""
FILES = {
    "catalogue.yaml": "jurisdiction: {name: Tỉnh Mẫu, code: H49}\nedition: 2026-10-01\n",
    "agencies.yaml": "agencies:\n  - {id: so-tai-chinh, name: Sở Tài chính, level: province}\n",
    "legal-documents.yaml": """\
documents:
  - {number: 12/2019/NĐ-CP, expired: 2026-01-01, verified: true}
  - {number: 61/2020/QH14, expired: 2027-01-01, verified: true}
""",
    "procedures/a.yaml": FIRST,
    "procedures/b.yaml": SECOND,
}
EDITS: tuple[tuple[str, str], ...] = (
    ("12 ngày làm việc", "8 ngày"),
    ("8 ngày", "12 ngày làm việc"),
    ("fee: Có", "fee: Không (100 đồng)"),
    ("fee: Có", "fee: Có # tthc: ignore H507 -- chờ văn bản"),
    ("fee:", "fees:"),
    ("procedures:\n", "procedures:\n  - {name: Mới, fee: Có}\n"),
    ("code: ", "# chú thích\n    code: "),
    ("so-tai-chin]", "so-tai-chinh]"),
    ("id: so-tai-chinh", "id: so-tai-chin"),
    ("2026-01-01", "2028-01-01"),
    ("H49", "H50"),
    ("edition: 2026-10-01", "edition: 2024-10-01"),
    ("9 nlv", "mười ngày"),
    ("{", "{{"),
    ("{{", "{"),
)


class Place:
    """A catalogue on disk, checked with what is kept and without."""

    def __init__(self, folder: Path) -> None:
        self.root = folder / "catalogue"
        self.cache = Cache(folder / "kept")
        (self.root / "procedures").mkdir(parents=True)
        for name, text in FILES.items():
            (self.root / name).write_text(text, encoding="utf-8")

    def edit(self, name: str, old: str, new: str) -> None:
        path = self.root / name
        path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")

    def check(self, cache: Cache, *, day: date = date(2026, 11, 1), horizon: int = 180, rules: str = "") -> Checked:
        disk = Disk()
        context = Context(load(self.root, cache, disk), day, horizon)
        options = Options(tuple(rule for rule in ALL if rule.id.startswith(rules)), ALL)
        files = [path.as_posix() for path in sorted(self.root.rglob("*.yaml"))]
        return check(context, options, Sources(disk=disk), files, cache=cache)


@pytest.fixture(autouse=True)
def program(monkeypatch: pytest.MonkeyPatch) -> None:
    """The files of the program may be edited while tests run."""
    monkeypatch.setattr(cache_module, "program", lambda: "tthc")


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return Place(tmp_path)


@pytest.fixture
def checked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files on whose procedures rules are run."""
    seen: list[str] = []
    run = engine.on_procedures

    def counted(context: Context, rules: Collection[Rule], entries: Sequence[Entry]) -> list[engine.Hit]:
        seen.append(Path(entries[0].location.path).name)
        return run(context, rules, entries)

    monkeypatch.setattr(engine, "on_procedures", counted)
    return seen


Step = Callable[[Place], None]


def _edited(name: str, edit: tuple[str, str]) -> Step:
    return lambda place: place.edit(name, *edit)


def _moved(place: Place) -> None:
    """Names of files change places: what stands in one now stood in the other."""
    one, other, between = (place.root / "procedures" / name for name in ("a.yaml", "b.yaml", "c.tmp"))
    one.rename(between), other.rename(one), between.rename(other)


def _copied(place: Place) -> None:
    (place.root / "procedures" / "c.yaml").write_bytes((place.root / "procedures" / "a.yaml").read_bytes())


STEPS = st.one_of(
    st.builds(_edited, st.sampled_from(sorted(FILES)), st.sampled_from(EDITS)), st.just(_moved), st.just(_copied)
)
QUESTIONS = st.fixed_dictionaries(
    {},
    optional={
        "day": st.sampled_from([date(2009, 1, 1), date(2026, 6, 30), date(2027, 12, 31)]),
        "horizon": st.sampled_from([0, 900]),
        "rules": st.sampled_from(["T", "M3", "K"]),
    },
)


@given(st.lists(st.tuples(STEPS, QUESTIONS, st.sampled_from(messages.LANGUAGES)), max_size=6))
@settings(max_examples=60, deadline=None)
def test_whatever_is_edited_the_findings_are_those_of_a_first_run(
    steps: list[tuple[Step, dict[str, Any], str]],
) -> None:
    spoken = messages.language()
    with TemporaryDirectory() as folder:
        place = Place(Path(folder))
        place.check(place.cache)
        try:
            for step, question, language in steps:
                messages.use(language)
                step(place)
                assert place.check(place.cache, **question) == place.check(NO_CACHE, **question)
        finally:
            messages.use(spoken)


def test_only_files_that_changed_are_checked_again(place: Place, checked: list[str]) -> None:
    first = place.check(place.cache)
    assert {"T101", "H507", "M307", "M309", "P201"} <= {finding.rule for finding in first.findings}
    assert checked == ["a.yaml", "b.yaml"]
    assert place.check(place.cache) == first
    assert checked == ["a.yaml", "b.yaml"]
    place.edit("procedures/b.yaml", "9 nlv", "8 nlv")
    place.check(place.cache)
    assert checked == ["a.yaml", "b.yaml", "b.yaml"]


@pytest.mark.parametrize("name", ["catalogue.yaml", "agencies.yaml", "legal-documents.yaml"])
def test_what_stands_beside_the_procedures_counts(place: Place, checked: list[str], name: str) -> None:
    place.check(place.cache)
    text = (place.root / name).read_text(encoding="utf-8")
    (place.root / name).write_text(text.replace("2026", "2025").replace("Sở Tài chính", "Sở Tài Chính"), "utf-8")
    place.check(place.cache)
    assert checked == ["a.yaml", "b.yaml"] * 2


@pytest.mark.parametrize(
    "rubbish", [b"", b"[", b"[]", b"{}", b"null", b'{"x": 1}', b"\xff"], ids=lambda words: words.decode("latin-1")
)
def test_damage_does_no_harm(place: Place, tmp_path: Path, rubbish: bytes) -> None:
    plain = place.check(place.cache)
    for path in (tmp_path / "kept").iterdir():
        path.write_bytes(rubbish)
    assert place.check(place.cache) == plain


ROWS: tuple[object, ...] = (None, 1, [], [1], "x", [0, "NO1"], [99, "T101", "", [], "", None, "", [], 1, 1])


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_a_row_that_is_none_is_worked_out_again(place: Place, monkeypatch: pytest.MonkeyPatch, row: object) -> None:
    plain = place.check(NO_CACHE)
    keep = Cache.store

    def damaged(self: Cache, key: bytes, value: Any) -> None:
        is_table = isinstance(value, dict)
        keep(self, key, {digest: [row] for digest in value} if is_table else value)

    monkeypatch.setattr(Cache, "store", damaged)
    place.check(place.cache)
    assert place.check(place.cache) == plain


@pytest.mark.parametrize("question", [{"horizon": 0}, {"day": date(2025, 12, 31)}, {"rules": "T"}], ids=str)
def test_each_question_has_its_own_answer(place: Place, question: dict[str, Any]) -> None:
    usual = place.check(place.cache)
    assert place.check(place.cache, **question) == place.check(NO_CACHE, **question) != usual
    assert place.check(place.cache) == usual


def test_another_program_asks_anew(place: Place, checked: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    place.check(place.cache)
    monkeypatch.setattr(cache_module, "program", lambda: "another")
    place.check(place.cache)
    assert checked == ["a.yaml", "b.yaml"] * 2


def test_a_program_that_cannot_see_itself_keeps_nothing(
    place: Place, checked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone() -> str:
        raise FileNotFoundError

    monkeypatch.setattr(cache_module, "program", gone)
    assert place.check(place.cache) == place.check(place.cache)
    assert checked == ["a.yaml", "b.yaml"] * 2


def test_rules_on_single_procedures_see_no_other(place: Place) -> None:
    context = Context(load(place.root), date(2026, 11, 1))
    assert context.catalogue.entries
    assert not context.alone.catalogue.entries
    assert context.alone.catalogue.agencies == context.catalogue.agencies

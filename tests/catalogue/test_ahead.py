"""Files read ahead are found in the cache, as if an earlier run had put them there."""

import pytest

from tthc.catalogue import ahead
from tthc.catalogue import parse as parse_module
from tthc.catalogue.ahead import read_ahead
from tthc.catalogue.cache import NO_CACHE, Cache
from tthc.catalogue.files import Disk
from tthc.catalogue.load import load

RECORDS = {
    "a": '- {code: "9.000001", name: Cấp giấy phép}\n',
    "b": "- {name: Cấp lại giấy phép, notes: {n: 1.5}}\n",
    "c": "- {name: Thu hồi giấy phép}\n",
}


@pytest.fixture
def started(monkeypatch):
    """How often a second process was started; what it does is done here."""
    times = []

    def here(work):
        times.append(work)
        work()

    monkeypatch.setattr(ahead, "beside", here)
    return times


@pytest.fixture
def cache(tmp_path):
    return Cache(tmp_path / "cache")


@pytest.fixture
def root(folder):
    for name, text in RECORDS.items():
        folder.records(text, f"procedures/{name}.yaml")
    return folder.root


def test_what_was_read_ahead_is_not_read_again(root, cache, started, monkeypatch):
    plain = load(root)
    read_ahead(root, Disk(), cache)
    parsed = []
    parse = parse_module.parse
    monkeypatch.setattr(
        parse_module, "parse", lambda source, *rest: parsed.append(source.shown) or parse(source, *rest)
    )
    assert load(root, cache) == plain
    # only what has no procedures, and the fraction that JSON cannot hold
    assert sorted(path.rsplit("/", 1)[1] for path in parsed) == ["agencies.yaml", "b.yaml", "catalogue.yaml"]


def test_it_stops_where_this_process_has_come(root, cache, started):
    known, last = (root / "procedures" / f"{name}.yaml" for name in "bc")
    known.write_text(RECORDS["a"], encoding="utf-8")
    cache.store(known.read_bytes(), "known")
    read_ahead(root, Disk(), cache)
    assert cache.knows(last.read_bytes())
    assert not cache.knows((root / "procedures" / "a.yaml").read_bytes())


def test_nothing_is_started_where_the_last_file_is_known(root, cache, started):
    load(root, cache)
    read_ahead(root, Disk(), cache)
    read_ahead(root, Disk(), NO_CACHE)
    read_ahead(root / "gone", Disk(), cache)
    assert not started


@pytest.mark.parametrize(
    "text",
    [
        "agency: so-xay-dung\n",
        "",
        "[1]",
        "procedures: {}\n",
        "procedures: [1]\n",
        "procedures: [{name: A, nam: B}]",
        "{",
    ],
)
def test_what_is_wrong_in_a_file_is_said_all_the_same(root, cache, started, text):
    (root / "procedures" / "c.yaml").write_text(text, encoding="utf-8")
    plain = load(root)
    assert plain.findings
    read_ahead(root, Disk(), cache)
    assert load(root, cache) == load(root, cache) == plain

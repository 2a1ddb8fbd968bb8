"""The sample catalogue: written by the generator, plausible, free of errors, with the figures it stands for."""

import csv
import re
import subprocess
import sys
from collections import Counter
from fractions import Fraction
from hashlib import sha256
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from tthc.analysis import cuts
from tthc.analysis.calendars import official
from tthc.analysis.durations import Convention
from tthc.analysis.online.contradictions import contradictions
from tthc.analysis.online.criteria import Key, regime
from tthc.analysis.online.verdict import Verdict, assess_all
from tthc.catalogue.load import load
from tthc.catalogue.model import Catalogue
from tthc.domain.entry import Entry
from tthc.domain.finding import Severity
from tthc.domain.level import Level, OnlineLevel, PartialReason
from tthc.domain.procedure import Procedure
from tthc.lint import engine
from tthc.lint.context import Context
from tthc.lint.rules import ALL

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "catalogue"


def generate(into: Path, *arguments: str) -> Path:
    subprocess.run([sys.executable, "-m", "tools.sample", "--into", into, *arguments], cwd=ROOT, check=True)
    return into


def digests(folder: Path) -> dict[str, str]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): sha256(path.read_bytes()).hexdigest() for path in files}


@pytest.fixture(scope="module")
def sample() -> Catalogue:
    return load(SAMPLE)


@pytest.fixture(scope="module")
def by_name(sample: Catalogue) -> dict[str, Entry]:
    return {entry.procedure.name: entry for entry in sample.entries}


@pytest.fixture(scope="module")
def compared(sample: Catalogue) -> tuple[cuts.CutRow, ...]:
    return cuts.rows(sample.entries, official())


def test_the_committed_catalogue_is_what_the_generator_writes(tmp_path):
    assert digests(generate(tmp_path)) == digests(SAMPLE)


def test_it_says_that_it_is_a_sample(sample):
    assert sample.manifest.sample
    for path in SAMPLE.rglob("*.yaml"):
        schema, notice = path.read_text("utf-8").splitlines()[:2]
        target = schema.removeprefix("# yaml-language-server: $schema=")
        assert (path.parent / target).resolve().parent == ROOT / "schema"
        assert "mẫu" in notice
        assert "hư cấu" in notice


def test_it_has_the_size_and_spread_of_a_province(sample):
    procedures = [entry.procedure for entry in sample.entries]
    assert not sample.findings
    assert len(procedures) == 1803
    assert 18 <= len({entry.agency for entry in sample.entries}) <= 22
    assert 90 <= len({entry.field for entry in sample.entries}) <= 120
    levels = Counter(level for procedure in procedures for level in procedure.level)
    assert set(levels) == {Level.PROVINCE, Level.COMMUNE, Level.VERTICAL}
    assert min(levels.values()) > 100
    online = Counter(procedure.online.level for procedure in procedures if not procedure.internal)
    assert online[OnlineLevel.FULL] > online[OnlineLevel.PARTIAL] > online[OnlineLevel.INFORMATION] > 100
    reasons = {procedure.online.reason for procedure in procedures if procedure.online.level is OnlineLevel.PARTIAL}
    assert reasons > set(PartialReason)  # and a few that the law does not know, to be put right


def test_records_have_the_length_of_real_ones(sample):
    lines = sum(len(path.read_text("utf-8").splitlines()) for path in (SAMPLE / "procedures").rglob("*.yaml"))
    assert 25 <= lines / len(sample.entries) <= 45


def test_nothing_is_recorded_twice_by_accident(sample):
    codes = [entry.procedure.code for entry in sample.entries if entry.procedure.code]
    assert len(codes) == len(set(codes))
    assert [code for code in codes if not re.fullmatch(r"9\.\d{6}", code)] == ["1.009645"]
    places = [(entry.procedure.name, entry.procedure.level, entry.agency) for entry in sample.entries]
    assert len(places) == len(set(places))


def test_internal_procedures_stand_in_files_of_their_own(sample):
    internal = [entry for entry in sample.entries if entry.procedure.internal]
    assert len(internal) > 30
    files = {entry.location.path for entry in internal}
    assert all(entry.procedure.internal for entry in sample.entries if entry.location.path in files)
    assert any(entry.procedure.local_id for entry in internal)


def test_the_province_does_not_cut_what_is_not_its_own(sample):
    vertical = [entry.procedure for entry in sample.entries if Level.VERTICAL in entry.procedure.level]
    assert not [procedure.name for procedure in vertical if procedure.local.deadline]


def test_the_rules_find_no_error(sample):
    context = Context(sample, sample.manifest.edition)
    hits = engine.run(context, ALL)
    assert [hit.issue.message for hit in hits if engine.severity(hit, {}) >= Severity.ERROR] == []


def test_online_service_leaves_something_to_put_right(sample):
    found = assess_all(sample.entries, regime(sample.manifest.edition), sample.manifest.edition)
    fixable = [assessment for assessment in found if assessment.verdict is Verdict.FIXABLE]
    assert Fraction(8, 100) <= Fraction(len(fixable), len(found)) <= Fraction(10, 100)
    assert {criterion.key for fix in fixable for criterion in fix.blockers or ()} >= {
        Key.FORM,
        Key.DELIVERY,
        Key.PAYMENT,
        Key.ORIGINAL_SHOWN,
    }
    kinds = {
        each.kind for a in found for each in contradictions(a, regime(sample.manifest.edition), sample.manifest.edition)
    }
    assert len(kinds) >= 4


def test_every_legal_basis_is_registered_and_in_force(sample):
    documents = {document.number: document for document in sample.documents}
    cited = {basis.split(" ")[0] for entry in sample.entries for basis in entry.procedure.legal.basis}
    assert cited <= set(documents)
    ended = [number for number in cited if documents[number].expired]
    assert ended == []


def test_time_is_cut_by_half_on_average_and_never_lengthened(compared):
    summary = cuts.summarise(compared, Convention.NOMINAL)
    assert summary.mean_compared is not None
    assert Fraction(49, 100) <= summary.mean_compared <= Fraction(51, 100)
    assert not summary.lengthened
    assert not summary.overruns
    rates = {amounts.rate for row in compared if (amounts := row.amounts(Convention.NOMINAL))}
    assert len(rates) > 50
    assert 0 in rates


def _headlines(procedure: Procedure) -> tuple[str, str]:
    legal, local = procedure.legal.deadline, procedure.local.deadline
    assert isinstance(legal, str)
    assert isinstance(local, str)
    return legal, local


def test_the_cases_of_the_source_article_hold(by_name):
    project = by_name["Chấp thuận chủ trương đầu tư thuộc thẩm quyền của Ủy ban nhân dân cấp tỉnh"].procedure
    legal, local = _headlines(project)
    assert legal.startswith("40 ngày kể từ")
    assert local.startswith("09 ngày làm việc kể từ")
    for act in ("Cấp", "Điều chỉnh"):
        licence = f"{act} Giấy chứng nhận đăng ký đầu tư đối với dự án không thuộc diện chấp thuận chủ trương đầu tư"
        legal, local = _headlines(by_name[licence].procedure)
        assert legal.startswith("25 ngày kể từ")
        assert local.startswith("7-10 ngày làm việc kể từ")


def test_the_planted_duplicates_are_there(by_name):
    pairs = []
    for path in (ROOT / "tools/sample/words/fields").iterdir():
        content = YAML(typ="safe").load(path.read_text("utf-8"))
        families = [family for field in content.get("fields", ()) for family in field["families"]]
        pairs += [(family["names"], family["twin"]) for family in families if "twin" in family]
    assert len(pairs) == 12
    for one, other in pairs:
        left, right = by_name[one], by_name[other]
        assert (left.agency, left.field) != (right.agency, right.field)


def test_dossiers_are_handled_as_the_source_article_says(sample):
    entries = {entry.procedure.code: entry.procedure for entry in sample.entries}
    rows = list(csv.DictReader((SAMPLE / "statistics/2025.csv").read_text("utf-8").splitlines()))
    received = sum(int(row["received"]) for row in rows)
    assert sum(int(row["on_time"]) for row in rows) * 100 > 98 * received
    centre = [row for row in rows if Level.PROVINCE in entries[row["code"]].level]
    share = Fraction(sum(int(row["online"]) for row in centre), sum(int(row["received"]) for row in centre))
    assert Fraction(535, 1000) < share < Fraction(54, 100)


def test_provinces_share_the_law_and_differ_in_what_they_make_of_it(tmp_path):
    generate(tmp_path, "--procedures", "401", "--provinces", "2")
    first, second = load(tmp_path / "tinh-mau-01"), load(tmp_path / "tinh-mau-02")
    assert (len(first.entries), len(second.entries)) == (201, 200)
    shared = {entry.procedure.code: entry.procedure for entry in first.entries if entry.procedure.code}
    pairs = [(shared[p.code], p) for p in (entry.procedure for entry in second.entries) if p.code in shared]
    assert pairs
    assert all((one.name, one.legal, one.fee) == (other.name, other.legal, other.fee) for one, other in pairs)
    assert any(one.local.deadline != other.local.deadline for one, other in pairs)


def test_a_catalogue_can_be_larger_than_the_vocabulary(tmp_path):
    large = load(generate(tmp_path, "--procedures", "2500"))
    assert len(large.entries) == len({entry.procedure.name for entry in large.entries}) == 2500
    assert len({entry.key for entry in large.entries}) == 2500

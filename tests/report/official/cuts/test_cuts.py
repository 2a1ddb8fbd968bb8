"""The report on cuts: what it says, what it does not say, and that its figures follow from its annex."""

import re
import unicodedata
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tthc import messages
from tthc.analysis.calendars import official
from tthc.analysis.durations import Convention
from tthc.catalogue.load import load
from tthc.catalogue.model import Catalogue
from tthc.catalogue.selection import Selection, select
from tthc.domain.entry import Entry
from tthc.domain.finding import Location
from tthc.domain.level import Level, Status
from tthc.domain.manifest import Agency, Jurisdiction, Letterhead, Manifest, Target
from tthc.domain.procedure import Legal, Local, Procedure
from tthc.domain.statistics import Dossiers
from tthc.report.formula import Function
from tthc.report.model import (
    Chart,
    Definitions,
    Figures,
    Heading,
    Note,
    Paragraph,
    Report,
    RowKind,
    Span,
    Suggestions,
    Table,
)
from tthc.report.official.common import Stated
from tthc.report.official.cuts import report

SAMPLE = Path(__file__).parents[4] / "catalogue"
NOMINAL, LIKE = Convention.NOMINAL, Convention.LIKE
AGENCIES = {"so-tai-chinh": "Sở Tài chính", "so-y-te": "Sở Y tế"}

PAIRS = [
    ("40 ngày", "9 ngày làm việc"),
    ("25 ngày", "7-10 ngày làm việc"),
    ("10 ngày", "5 ngày"),
    ("20 ngày làm việc", "15 ngày làm việc"),
    ("30 ngày", "30 ngày"),
    ("01 ngày làm việc", "01 ngày làm việc"),
    ("10 ngày", None),
]


def entry(n, legal, local, *, field="Dược", agency="so-y-te", level=(Level.PROVINCE,), **more):
    procedure = Procedure(f"Thủ tục {n}", code=f"9.{n:06}", level=level, legal=Legal(legal), local=Local(local), **more)
    return Entry(procedure, agency, field, Location("x.yaml", n))


def catalogue(pairs=PAIRS, others=(), **manifest):
    entries = [entry(n, legal, local) for n, (legal, local) in enumerate(pairs, 1)]
    return Catalogue(
        Path("catalogue"),
        Manifest(Jurisdiction("Tỉnh Thử Nghiệm"), **{"edition": date(2026, 10, 1)} | manifest),
        (*entries, *others),
        agencies={key: Agency(key, name) for key, name in AGENCIES.items()},
    )


def made(pairs=PAIRS, others=(), convention=NOMINAL, stated=Stated(), **manifest) -> Report:
    return report(catalogue(pairs, others, **manifest), stated, convention, official())


def said(found: Report) -> str:
    """Every sentence of the document."""
    lines = []
    for block in found.outline:
        match block:
            case Heading(text) | Paragraph(text) | Note(text):
                lines.append(text)
            case Suggestions(items):
                lines += [text for text, _command in items]
            case Definitions(items):
                lines += [f"{term}: {meaning}" for term, meaning in items]
    return "\n".join(lines)


def headings(found: Report, level=2) -> list[str]:
    return [block.text for block in found.blocks if isinstance(block, Heading) and block.level == level]


def table(found: Report, key: str) -> Table:
    return next(each for each in found.tables if each.key == key)


def test_the_sections_of_the_document():
    assert headings(made()) == [
        "I. GENERAL RESULT",
        "II. AGAINST THE TARGETS",
        "III. BY FIELD, AGENCY AND LEVEL",
        "IV. THE LARGEST AND THE SMALLEST CUTS",
        "V. NOT COMPARED, LONGER THAN THE LAW, COUNTED APART",
        "VI. COMPETENCE AND PROPOSALS",
    ]
    assert [annex.title for annex in made().annexes] == [
        "Cuts by procedure",
        "Further cuts reckoned to reach the target",
        "Figures of this report",
        "Sources and method",
    ]


def test_counts_in_figures_and_words_that_add_up():
    text = said(made())
    assert "7 (seven) procedures were reviewed (Annex I)." in text
    assert "For 6 (six) of them" in text
    assert "for 1 (one) they could not" in text
    assert "4 (four) are cut (66.7% of those compared)" in text
    assert "2 (two) are not cut. Of those not cut, 1 (one) has no room" in text


def test_days_turned_into_working_days_are_longer_everywhere():
    found = made([("15 ngày", "15 ngày làm việc"), ("10 ngày", "10 ngày"), ("10 ngày", "5 ngày")])
    text = said(found)
    assert "1 (one) is cut" in text
    assert "1 (one) is not cut." in text
    assert "1 (one) has a local deadline longer than the legal one, of these 1 by turning days into" in text
    assert "1 (one) procedure certainly has a local deadline longer than the legal one (Annex II)." in text
    figures = {figure.key: figure for block in found.outline if isinstance(block, Figures) for figure in block.items}
    assert [figures[key].value for key in ("cut", "kept", "lengthened")] == [1, 1, 1]
    assert figures["lengthened"].base == "of these 1 by turning days into working days"
    assert [row.cells[1] for row in table(found, "bands").rows[:2]] == [1, 1]
    annexed = table(found, "annex")
    at = [column.key for column in annexed.columns].index("outcome")
    assert [row.cells[at].key for row in annexed.rows if row.kind is RowKind.BODY] == ["longer", "kept", "cut"]
    assert [row.cells[0] for row in table(found, "longest_kept").rows] == ["9.000002"]


def test_a_deadline_longer_than_within_the_day_has_no_rate_and_is_said():
    text = said(made([("Trong ngày", "02 ngày làm việc"), ("10 ngày", "12 ngày")]))
    assert "2 (two) procedures certainly have a local deadline longer than the legal one (Annex II). Of those" in text
    assert "certainly longer, 1 (one) has no rate and is not counted in the general result." in text


def test_every_average_is_named_and_units_are_not_added_up():
    text = said(made())
    mean = (Fraction("0.775") + Fraction("0.6") + Fraction("0.5") + Fraction("0.25")) / 6
    assert "a) Mean over the 6 procedures compared, those not cut included: 35.4%." in text
    assert round(float(mean), 3) == 0.354
    assert "b) Mean over the 4 procedures that are cut: 53.1%." in text
    assert "- 2 procedures in days: 5 (five) days cut of 40 (forty) days by law, a rate of 12.5%." in text
    assert "- 2 procedures in working days: 5 (five) working days cut of 21 (twenty-one) working days" in text
    assert "days of the convention" not in text


def test_the_convention_is_stated_and_all_stand_side_by_side():
    found = made()
    assert "Convention: nominal (a day is a day, working or not)." in said(found)
    assert len(table(found, "conventions").rows) == len(Convention)


def test_a_target_just_missed_is_not_reached_and_does_not_look_like_it():
    found = made([("2500 giờ", "1750,1 giờ")], targets=(Target("a", "30%", "Kế hoạch A", date(2026, 12, 31)),))
    text = said(found)
    assert "Ground: Kế hoạch A; due by 2026-12-31." in text
    assert "Mean cut, of all compared: 29.996%, not reached, 0.004 percentage points are missing." in text
    cells = table(found, "averages").rows[0].cells
    assert cells[1] == Fraction("0.29996")
    assert cells[2] == "29.996%, not reached, 0.004 percentage points are missing"
    assert table(found, "averages").rows[2].cells[2] == "29.996%, not reached, 0.1 hours more would have to be cut"


@settings(max_examples=50)
@given(st.integers(1, 10**6), st.integers(0, 10**6))
def test_what_is_printed_and_what_is_missing_make_up_the_target(legal, local):
    messages.use("en")
    found = made([(f"{legal} ngày", f"{min(legal, local)} ngày")], targets=(Target("a", "30%"),))
    cell = table(found, "averages").rows[0].cells[2]
    if cell != "reached":
        value, points = re.findall(r"[\d.]+", cell)
        assert Fraction(value) < 30
        assert Fraction(value) + Fraction(points) == 30


def test_a_target_reached_exactly_is_reached():
    found = made([("10 ngày", "7 ngày")], targets=(Target("a", "30%"),))
    assert "Mean cut, of all compared: 30%, reached." in said(found)
    assert "1 (one) reaches 30% or more." in said(found)
    assert table(found, "averages").rows[0].cells[2] == "reached"


def test_without_targets_of_its_own_the_catalogue_is_set_against_the_usual_ones_by_name():
    assert "The catalogue states no target; these are the usual ones." in said(made())
    assert "For comparison: Nghị quyết số 66/NQ-CP ngày 26 tháng 3 năm 2025 của Chính phủ." in said(made())
    own = made(targets=(Target("a", "20%"),))
    assert "usual ones" not in said(own)
    assert own.letter is not None
    assert "Kế hoạch" not in " ".join(own.letter.grounds)


def test_the_first_target_not_reached_gets_a_plan_and_a_reached_one_none():
    found = made(targets=(Target("b", "50%"), Target("a", "40%")))
    (step,) = [text for text in said(found).split("\n") if "fewest" in text]
    assert "procedures (Annex II), the fewest that bring the mean over all compared to 40%." in step
    assert "each keeps at least one day and none is cut by more than 77.5%." in step
    assert table(found, "plan").rows
    reached = made(targets=(Target("a", "30%"),))
    assert "plan" not in {each.key for each in reached.tables}
    by_days_waited = made(convention=Convention.CALENDAR, targets=(Target("a", "90%"),))
    assert "plan" not in {each.key for each in by_days_waited.tables}


def test_a_plan_that_cannot_reach_its_target_says_how_far_it_goes():
    found = made([("2 ngày", "2 ngày")], targets=(Target("a", "80%"),))
    assert "does not reach 80% by them: all together bring it to 50%." in said(found)


def test_a_plan_cuts_no_procedure_further_than_the_target_or_the_largest_cut_there_is():
    found = made([("100 ngày", "100 ngày"), ("10 ngày", "6 ngày")], targets=(Target("a", "30%"),))
    ((*_moves, after),) = [row.cells for row in table(found, "plan").rows]
    assert after == Fraction(20, 100)
    far = made([("100 ngày", "100 ngày"), ("10 ngày", "9 ngày")], targets=(Target("a", "30%"),))
    assert all(row.cells[-1] <= Fraction(30, 100) for row in table(far, "plan").rows)


def test_groups_say_who_is_above_and_who_below():
    others = [
        entry(n, "10 ngày", f"{n - 10} ngày", field=f"Lĩnh vực {n}", agency="so-tai-chinh") for n in range(12, 20)
    ]
    found = made(others=others)
    text = said(found)
    assert "The mean cut is highest for Lĩnh vực 12 (80% over 1); Lĩnh vực 13 (70% over 1); Lĩnh vực 14" in text
    assert "It is lowest for Lĩnh vực 19 (10% over 1);" in text
    assert re.search(r"Of 9 fields, \d are above the mean of all \([\d.]+%\) and \d below it\.", text)
    assert "Of 2 agencies" not in text  # two names say it already
    assert [chart.table for chart in found.outline if isinstance(chart, Chart)] == ["by_field", "bands"]


def test_many_fields_stand_in_an_annex():
    others = [entry(n, "10 ngày", "5 ngày", field=f"Lĩnh vực {n}") for n in range(100, 125)]
    found = made(others=others)
    assert "Cuts by field" in [annex.title for annex in found.annexes]
    assert "(Annex II)." in said(found)
    assert "by_field" not in {block.key for block in found.blocks if isinstance(block, Table)}


def test_the_bands_add_up_to_those_compared():
    bands = {row.cells[0].key: row.cells[1] for row in table(made(), "bands").rows}
    assert bands == {"longer": 0, "none": 2, "below_30": 1, "from_30": 0, "from_50": 2, "from_70": 1}
    assert "3 (three) procedures are cut by half or more, 50% of those compared." in said(made())


def test_nothing_cut_by_half_is_said_in_words():
    assert "No procedure is cut by half or more." in said(made([("10 ngày", "9 ngày")]))


def test_examples_are_the_five_largest_and_smallest_with_ties_by_code():
    pairs = [("10 ngày", "5 ngày")] * 4 + [("10 ngày", "1 ngày"), ("10 ngày", "9 ngày"), ("60 ngày", "60 ngày")]
    found = made(list(reversed(pairs)))
    assert [row.cells[0] for row in table(found, "largest").rows] == [
        "9.000003", "9.000004", "9.000005", "9.000006", "9.000007"
    ]  # fmt: skip
    assert table(found, "smallest").rows[0].cells[0] == "9.000002"
    assert [row.cells[0] for row in table(found, "longest_kept").rows] == ["9.000001"]


def test_a_procedure_without_room_is_no_example_of_what_is_not_cut():
    assert [row.cells[0] for row in table(made(), "longest_kept").rows] == ["9.000005"]


def test_overruns_are_certain_or_to_be_checked_and_stand_in_an_annex():
    found = made([("15 ngày", "15 ngày làm việc"), ("10 ngày", "11 ngày"), ("10 ngày", "9 ngày làm việc")])
    text = said(found)
    assert "2 (two) procedures certainly have a local deadline longer than the legal one (Annex II)." in text
    assert "1 (one) procedure has a local deadline that may be longer and has to be checked (Annex II)." in text
    assert "Review the 3 (three) procedures" in text
    assert len(table(found, "overruns").rows) == 3
    assert "No procedure was found whose local deadline is longer" in said(made())


def test_internal_and_vertical_procedures_stand_apart():
    others = [
        entry(50, "10 ngày", "5 ngày", internal=True),
        entry(51, "10 ngày", "5 ngày", level=(Level.VERTICAL,)),
        entry(52, "10 ngày", "5 ngày", status=Status.REPLACED),
    ]
    found = made(others=others)
    text = said(found)
    assert "7 (seven) procedures were reviewed" in text
    assert "1 (one) were reviewed, 1 compared, 1 cut. Their mean cut over all compared is 50% (nominal)." in text
    assert "1 (one) procedure of a vertical agency is not counted in the result of the province." in text
    assert "1 (one) record is of a procedure repealed or replaced and is counted nowhere." in text
    assert "3 (three) other records" in text
    asked = report(catalogue([], others=others[:1]), Stated(), NOMINAL, official(), internal=True)
    assert "1 (one) procedure was reviewed" in said(asked)


def test_the_decree_is_no_ground_for_internal_procedures_which_it_does_not_cover():
    only = catalogue([], others=[entry(50, "10 ngày", "5 ngày", internal=True)])
    found = report(only, Stated(), NOMINAL, official(), internal=True)
    assert found.letter is not None
    assert found.letter.grounds == ()
    assert "63/2010" not in said(found)


def test_reasons_that_an_officer_can_put_right_become_a_proposal():
    assert "Complete the record of 1 (one) procedure" in said(made())
    assert "Complete the record" not in said(made([("Trong ngày", "Trong ngày"), ("10 ngày", "5 ngày")]))


@pytest.mark.parametrize("convention", Convention)
def test_nothing_to_compare_is_said_and_stops_nothing(convention):
    found = made([("10 ngày", None)], convention=convention)
    assert "1 (one) procedure was reviewed (Annex I). The deadlines of none of them could be compared." in said(found)
    assert headings(found) == [
        "I. GENERAL RESULT",
        "II. NOT COMPARED, LONGER THAN THE LAW, COUNTED APART",
        "III. COMPETENCE AND PROPOSALS",
    ]
    empty = made([], convention=convention)
    assert "There is no procedure to review." in said(empty)
    assert headings(empty) == ["I. GENERAL RESULT"]


def test_the_letter_has_found_law_and_the_grounds_of_the_targets():
    found = made(
        targets=(Target("a", "30%", "Kế hoạch A"), Target("b", "50%", "Căn cứ Kế hoạch B"), Target("c", "60%")),
        letterhead=Letterhead(agency="Văn phòng", grounds=("Căn cứ Luật",)),
    )
    assert found.letter is not None
    first, decree, *rest = found.letter.grounds
    assert first == "Căn cứ Luật"
    assert "63/2010/NĐ-CP ngày 08 tháng 6 năm 2010" in decree
    assert rest == ["Căn cứ Kế hoạch A", "Căn cứ Kế hoạch B"]


def test_the_sources_count_what_was_left_out_by_reason():
    text = said(made())
    assert "Number reviewed: 7" in text
    assert "Number compared: 6" in text
    assert "Number left out: 1 (no local deadline recorded: 1)" in text
    assert "Number left out: 0\n" in said(made([("10 ngày", "9 ngày")]))


def test_the_opening_says_which_day_and_which_part():
    text = said(made(stated=Stated(part="field: Dược")))
    assert "of Tỉnh Thử Nghiệm as of 2026-10-01," in text
    assert "Only a part of the catalogue was reviewed: field: Dược." in text
    assert "of Tỉnh Thử Nghiệm, the result" in said(made(edition=None))


def test_no_money_is_said_to_be_saved():
    for language in messages.LANGUAGES:
        messages.use(language)
        assert not re.search(r"cost|money|chi phí|tiết kiệm|đồng/", said(made()), re.IGNORECASE)


def test_statistics_give_a_weighted_mean():
    weighed = catalogue()
    weighed = Catalogue(
        weighed.root,
        weighed.manifest,
        weighed.entries,
        statistics=(Dossiers("9.000001", 2025, 30), Dossiers("9.000003", 2025, 10)),
    )
    found = report(weighed, Stated(), NOMINAL, official())
    assert "c) Mean weighted by dossiers (40 dossiers of 2 procedures with statistics): 70.6%." in said(found)


def test_the_vietnamese_document():
    messages.use("vi")
    found = made()
    text = said(found)
    assert headings(found)[0] == "I. KẾT QUẢ CHUNG"
    assert "Đã rà soát 07 (bảy) thủ tục hành chính (Phụ lục I)." in text
    assert "kể cả thủ tục không cắt giảm: 35,4%." in text
    assert "cắt giảm 05 (năm) ngày trên tổng số 40 (bốn mươi) ngày theo quy định, đạt tỷ lệ 12,5%." in text
    assert unicodedata.is_normalized("NFC", text)
    assert found.letter is not None
    assert found.letter.name == "BÁO CÁO"
    assert not re.search(r"\b(procedures|deadline|the)\b", text)


def check(recomputed, found: Report) -> None:
    """Everything with a formula is what the formula gives; group and total rows are the sums of their body rows."""
    assert [each for each in recomputed(found) if each[1] != each[2]] == []
    annex = table(found, "annex")
    under: dict[str, Fraction] = {}
    whole: dict[str, Fraction] = {}
    rates: list[Fraction] = []
    every: list[Fraction] = []
    for row in reversed(annex.rows):
        cells = {column.key: cell for column, cell in zip(annex.columns, row.cells, strict=True)}
        summed = [column.key for column in annex.columns if column.total is Function.SUM]
        if row.kind is RowKind.TOTAL:
            total = cells
            continue
        if row.kind is RowKind.BODY and cells["rate"] is not None:
            rate = cells["rate"].low if isinstance(cells["rate"], Span) else cells["rate"]
            rates.append(rate)
            every.append(rate)
        for key in summed:
            if row.kind is RowKind.GROUP:
                assert cells[key] == under.get(key, 0)
            else:
                under[key] = under.get(key, Fraction(0)) + (cells[key] or 0)
                whole[key] = whole.get(key, Fraction(0)) + (cells[key] or 0)
        if row.kind is RowKind.GROUP:
            assert cells["rate"] == (sum(rates) / len(rates) if rates else None)
            under, rates = {}, []
    assert all(
        total[column.key] == whole.get(column.key, 0) for column in annex.columns if column.total is Function.SUM
    )
    assert total["rate"] == (sum(every) / len(every) if every else None)


def test_every_key_figure_is_defined_and_recomputed(recomputed):
    found = made()
    figures = [figure for block in found.outline if isinstance(block, Figures) for figure in block.items]
    own = [figure for figure in figures if figure.key not in ("before", "after", "moves")]
    assert {figure.key for figure in own} == {
        "mean_compared", "mean_cut", "cut", "kept", "lengthened", "pooled_day", "pooled_working_day"
    }  # fmt: skip
    for figure in own:
        assert figure.formula
        assert figure.definition
        assert figure.base
    check(recomputed, found)


@pytest.mark.parametrize("convention", [NOMINAL, LIKE])
def test_the_figures_of_the_sample_follow_from_its_annex(recomputed, convention):
    part = select(load(SAMPLE), Selection(agencies=["so-y-te", "so-ngoai-vu"]))
    found = report(part, Stated(), convention, official())
    assert len(recomputed(found)) > 300
    check(recomputed, found)


TIMES = st.sampled_from(
    [
        None,
        "10 ngày",
        "15 ngày",
        "9 ngày làm việc",
        "2,5 ngày làm việc",
        "7-10 ngày làm việc",
        "01 ngày làm việc",
        "24 giờ",
        "08 giờ làm việc",
        "02 tháng",
        "Trong ngày",
        "Không quy định",
        "thông thường: 30 ngày; phức tạp: 45 ngày",
        "Không thực hiện cắt giảm",
        "chưa rõ",
    ]
)
LEVELS = st.sampled_from([(Level.PROVINCE,), (Level.COMMUNE,), (Level.COMMUNE, Level.PROVINCE), (Level.VERTICAL,), ()])


@st.composite
def catalogues(draw):
    entries = tuple(
        entry(
            n,
            legal,
            local,
            field=draw(st.sampled_from(["Dược", "Đất đai", "Hộ tịch"])),
            agency=draw(st.sampled_from(["so-tai-chinh", "so-y-te", "lạ"])),
            level=draw(LEVELS),
            internal=draw(st.booleans()),
            status=draw(st.sampled_from([Status.ACTIVE, Status.ACTIVE, Status.REPEALED])),
        )
        for n, (legal, local) in enumerate(draw(st.lists(st.tuples(TIMES, TIMES), max_size=8)), 1)
    )
    targets = draw(st.lists(st.sampled_from(["10%", "33,3%", "50%", "100%"]), unique=True, max_size=2))
    found = catalogue([], others=entries, targets=tuple(Target(rate, rate) for rate in targets))
    volumes = draw(st.lists(st.integers(0, 9), max_size=len(entries)))
    statistics = tuple(Dossiers(one.key, 2025, n) for one, n in zip(entries, volumes, strict=False))
    return Catalogue(found.root, found.manifest, found.entries, found.agencies, statistics=statistics)


@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])  # it is a function, no state
@given(catalogues(), st.sampled_from(Convention), st.sampled_from([None, False, True]), st.sampled_from(["vi", "en"]))
def test_the_figures_of_any_catalogue_follow_from_its_annex(recomputed, found, convention, internal, language):
    messages.use(language)
    document = report(found, Stated(), convention, official(), internal=internal)
    check(recomputed, document)
    text = said(document)
    assert "{" not in text
    assert not re.search(r"\bNone\b(?! of)|Fraction|\bnan\b", text)


HALF = [("15 ngày", "7 ngày làm việc"), ("10 ngày", "5 ngày")]  # 53.3% and 50%; by 5/7 34.7% and 50%


def test_a_target_that_not_every_convention_reaches_says_which_do():
    found = made(HALF, targets=(Target("a", "50%"),))
    (sentence,) = [line for line in said(found).split("\n") if line.startswith("Mean cut, of all compared: reached")]
    assert sentence.startswith(
        "Mean cut, of all compared: reached by the convention like for like (50%), nominal (51.7%); "
        "not reached by the convention 5/7 (42.3%), by the calendar ("
    )
    assert table(found, "averages").rows[0].cells[2] == "reached by the convention nominal"


def test_a_target_missed_by_the_own_convention_says_by_which_it_is_reached():
    found = made(HALF, convention=Convention.FIVE_SEVENTHS, targets=(Target("a", "50%"),))
    (sentence,) = [line for line in said(found).split("\n") if "percentage points are missing" in line]
    assert (
        "Mean cut, of all compared: 42.33%, not reached, 7.67 percentage points are missing. Not reached by" in sentence
    )
    assert sentence.endswith("; reached by the convention like for like (50%), nominal (51.7%).")


def test_where_all_conventions_agree_nothing_more_is_said():
    text = said(made(HALF, targets=(Target("a", "20%"), Target("b", "90%"))))
    assert "reached by the convention" not in text
    assert "Mean cut, of all compared: 51.7%, reached." in text

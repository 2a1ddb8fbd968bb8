from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from tthc.analysis.calendars import official
from tthc.analysis.cuts import rows
from tthc.analysis.durations import Convention
from tthc.analysis.plan import Limits, plan
from tthc.analysis.targets import targets_of
from tthc.analysis.what_if import what_if
from tthc.catalogue.model import Catalogue
from tthc.domain.entry import Entry
from tthc.domain.finding import Location
from tthc.domain.level import Level
from tthc.domain.manifest import Jurisdiction, Manifest, Target
from tthc.domain.procedure import Legal, Local, Procedure
from tthc.report.cuts import annex, outlook, report
from tthc.report.cuts.words import rate_below
from tthc.report.model import Figures, Heading, Note, RowKind, Span, Table

NOMINAL, LIKE = Convention.NOMINAL, Convention.LIKE

PAIRS = [
    ("40 ngày", "9 ngày làm việc", "Dược"),
    ("25 ngày", "7-10 ngày làm việc", "Dược"),
    ("15 ngày", "15 ngày làm việc", "Đất đai"),
    ("10 ngày", "5 ngày", "Đất đai"),
    ("10 ngày", None, "Đất đai"),
    ("7 ngày làm việc", "Không thực hiện cắt giảm", "Đất đai"),
]


def catalogue(pairs=PAIRS, targets=()):
    entries = tuple(
        Entry(
            Procedure(
                f"Thủ tục {n}",
                code=f"9.{n:06}",
                level=(Level.PROVINCE,),
                legal=Legal(legal, basis=("61/2020/QH14 Điều 33",)),
                local=Local(local),
            ),
            "so-tai-chinh",
            field,
            Location("x.yaml", n),
        )
        for n, (legal, local, field) in enumerate(pairs, 1)
    )
    manifest = Manifest(Jurisdiction("Tỉnh Thử Nghiệm"), targets=targets)
    return Catalogue(Path("catalogue"), manifest, entries)


def compared(pairs=PAIRS):
    return rows(catalogue(pairs).entries, official())


def blocks(kind, found):
    return [block for block in found if isinstance(block, kind)]


def table_of(key, found):
    return next(table for table in blocks(Table, found) if table.key == key)


@pytest.fixture
def found():
    return report(catalogue(), compared(), NOMINAL, by="field").blocks


def test_what_was_asked_for_stands_first_and_the_summary_after_it():
    asked = annex.blocks(catalogue(), compared(), NOMINAL)
    headings = blocks(Heading, report(catalogue(), compared(), NOMINAL, by="field", asked=asked).blocks)
    assert [heading.text for heading in headings[:3]] == ["By field", "Annex", "Summary"]
    assert "Summary" not in [
        heading.text for heading in blocks(Heading, report(catalogue(), compared(), NOMINAL).blocks)
    ]


def test_every_figure_says_convention_and_numbers(found):
    for figures in blocks(Figures, found):
        for figure in figures.items:
            assert figure.base, figure
    mean = blocks(Figures, found)[0].items[0]
    assert mean.value == (Fraction("0.775") + Fraction("0.6") + 0 + Fraction("0.5") + 0) / 5
    assert mean.base == "nominal; 5 compared, 1 left out"


def test_all_conventions_stand_side_by_side(found):
    table = table_of("conventions", found)
    assert [row.cells[1:4] for row in table.rows] == [(2, 4, 1), (5, 1, 3), (5, 1, 3), (5, 1, 3)]


def test_units_are_summed_apart(found):
    table = table_of("pooled", found)
    assert [(row.cells[1].text, row.cells[2]) for row in table.rows] == [
        ("days", 1),
        ("working days", 1),
        ("days of the convention", 5),
    ]
    assert [row.cells[1].key for row in table.rows] == ["day", "working_day", "convention"]


def test_what_is_left_out_says_why(found):
    table = table_of("left_out", found)
    assert [(row.cells[0].text, *row.cells[1:]) for row in table.rows] == [
        ("no local deadline recorded", 1, 1),
        ("legal and local deadline in different units", 0, 3),
    ]


def test_like_for_like_what_is_left_out_stands_once():
    table = table_of("left_out", report(catalogue(), compared(), LIKE).blocks)
    assert [column.key for column in table.columns] == ["reason", "n"]
    assert [(row.cells[0].text, row.cells[1]) for row in table.rows] == [
        ("no local deadline recorded", 1),
        ("legal and local deadline in different units", 3),
    ]


@pytest.mark.parametrize(("by", "names"), [("field", {"Dược", "Đất đai"}), ("agency", {"so-tai-chinh"})])
def test_groups_add_up(by, names):
    table = table_of("groups", report(catalogue(), compared(), NOMINAL, by=by).blocks)
    assert {row.cells[0] for row in table.rows} == names
    assert sum(row.cells[1] for row in table.rows) == 6
    assert "nominal" in table.note


def test_there_are_no_sums_of_several_units_like_for_like():
    table = table_of("groups", report(catalogue(), compared(), LIKE, by="agency").blocks)
    assert table.columns[-1].key == "mean_cut"
    assert len(table.rows[0].cells) == len(table.columns)


def test_overruns_say_how_sure_and_why(found):
    (row,) = table_of("overruns", found).rows
    assert row.cells[0] == "9.000003"
    assert row.cells[4].text == "certainly longer than the law allows"
    assert "receipt dates" in row.cells[5]
    assert "days became working days" in row.cells[5]


@pytest.mark.parametrize(
    ("pairs", "title"),
    [
        ([("10 ngày", "12 ngày", "x")], "Local deadline longer than the legal one (1)"),
        ([("10 ngày", "9 ngày làm việc", "x")], "Local deadline perhaps longer than the legal one, to be checked (1)"),
        (
            [("10 ngày", "12 ngày", "x"), ("10 ngày", "9 ngày làm việc", "x")],
            "Local deadline longer than the legal one: 1 certainly, 1 to be checked",
        ),
    ],
)
def test_the_heading_tells_what_is_longer_from_what_may_be(pairs, title):
    assert title in [
        block.text for block in report(catalogue(), compared(pairs), NOMINAL).blocks if hasattr(block, "text")
    ]


def test_a_rate_below_zero_by_the_convention_alone_is_remarked():
    (row,) = of_annex(pairs=[("30 ngày làm việc", "33 ngày", "x")])[RowKind.BODY]
    assert row["outcome"].key == "kept"
    assert "longer by the convention only, its due date never being later" in row["note"]


def test_a_deadline_of_days_where_the_law_says_within_the_day():
    found = report(catalogue(), compared([("Ngay trong ngày", "02 ngày làm việc", "x")]), NOMINAL).blocks
    assert table_of("overruns", found).rows[0].cells[5] == "the law says: within the day"


def test_internal_procedures_and_vertical_agencies_stand_apart():
    entries = catalogue().entries[3:4]
    internal = Procedure("Nội bộ", internal=True, legal=Legal("10 ngày"), local=Local("5 ngày"))
    vertical = Procedure("Thuế", level=(Level.VERTICAL,))
    others = [Entry(procedure, "x", "y", Location("x", 9)) for procedure in (internal, vertical)]
    found = report(catalogue(), rows(entries, official()), NOMINAL, apart=rows(others, official())).blocks
    assert [note.text for note in blocks(Note, found)] == [
        "Nothing was left out.",
        "Internal procedures, apart: 1 of 1 cut, mean cut 50% (nominal; 1 compared, 0 left out).",
        "1 procedure of vertical agencies is not counted: it is not the province's to cut.",
    ]


def of_annex(convention=NOMINAL, pairs=PAIRS):
    """The rows of the annex as maps, by their kind."""
    table = annex.table(catalogue(pairs), compared(pairs), convention)
    keys = [column.key for column in table.columns]
    found = {kind: [] for kind in RowKind}
    for row in table.rows:
        found[row.kind].append(dict(zip(keys, row.cells, strict=True)))
    return found


def test_the_annex_has_the_official_columns_and_totals():
    (table,) = blocks(Table, annex.blocks(catalogue(), compared(), NOMINAL))
    assert [column.key for column in table.page.columns] == [
        "number", "code", "name", "agency", "legal", "local", "cut_time", "rate", "basis", "note"
    ]  # fmt: skip
    found = of_annex()
    assert [row["name"] for row in found[RowKind.GROUP]] == ["Dược (2 procedures)", "Đất đai (4 procedures)"]
    body = found[RowKind.BODY]
    assert [row["number"] for row in body] == [1, 2, 3, 4, 5, 6]
    assert (body[0]["cut"], body[0]["rate"]) == (31, Fraction("0.775"))
    assert body[1]["rate"] == Span(Fraction("0.6"), Fraction("0.72"))
    assert body[0]["note"] == "different units: nominal"
    assert body[4]["note"] == "no local deadline recorded"
    assert body[5]["local"] == "no cut made"
    (total,) = found[RowKind.TOTAL]
    assert (total["cut"], total["rate"]) == (51, Fraction(3, 8))
    assert total["note"] == "5 compared, 3 cut; rate of the sums 52.6% (51 of 97 days of the convention)"


def test_the_annex_has_what_figures_are_recomputed_from():
    body = of_annex()[RowKind.BODY]
    first = {key: body[0][key] for key in ("field", "managing", "level", "legal_days", "local_days")}
    assert first == {
        "field": "Dược",
        "managing": "so-tai-chinh",
        "level": "province",
        "legal_days": 40,
        "local_days": 9,
    }
    assert [body[0][key].key for key in ("unit", "band")] == ["convention", "from_70"]
    assert body[0]["like_unit"] is None
    assert body[3]["like_unit"].text == "days"
    assert [body[3][key] for key in ("like_legal", "like_local", "like_cut")] == [10, 5, 5]


def test_like_for_like_the_annex_has_no_sum_across_units():
    found = of_annex(LIKE)
    assert "like_unit" not in found[RowKind.BODY][0]
    assert [row["legal_days"] for row in found[RowKind.GROUP]] == [0, None]  # nothing compared; two units
    assert found[RowKind.TOTAL][0]["cut"] is None
    days = of_annex(LIKE, [("10 ngày", "5 ngày", "Đất đai"), ("20 ngày", "15 ngày", "Dược")])
    assert days[RowKind.TOTAL][0]["rate"] == Fraction(3, 8)
    assert days[RowKind.TOTAL][0]["note"] == "2 compared, 2 cut; rate of the sums 33.3% (10 of 30 days)"


@pytest.mark.parametrize(
    ("legal", "local", "cut", "time"),
    [
        ("2 giờ", "1,5 giờ", Fraction(1, 48), "0.5 hours"),
        ("3 tháng", "2 tháng", 30, "1 months"),
        ("40 ngày", "9 ngày làm việc", 31, "31 days of the convention"),
        ("10 ngày", "10 ngày", 0, "0"),
        ("10 ngày", "12 ngày", -2, "longer by 2 days"),
        ("10 ngày", None, None, None),
    ],
)
def test_what_is_cut_stands_with_its_unit(legal, local, cut, time):
    (row,) = of_annex(pairs=[(legal, local, "x")])[RowKind.BODY]
    assert (row["cut"], row["cut_time"]) == (cut, time)


def test_sums_name_their_unit():
    labels = [
        column.label
        for column in table_of("groups", report(catalogue(), compared(), NOMINAL, by="agency").blocks).columns
    ]
    assert labels[-3:] == [
        "Time cut (days of the convention)",
        "Of legal time (days of the convention)",
        "Rate of the sums",
    ]
    hours = [("8 giờ", "2 giờ", "x")]
    found = report(catalogue(hours), compared(hours), LIKE, by="agency").blocks
    assert table_of("groups", found).columns[-3].label == "Time cut (hours)"


def test_targets_are_judged_exactly_and_say_what_is_missing():
    pairs = [("2500 giờ", "1750,1 giờ", "x")]
    target = Target(id="a", rate="30%")
    found = outlook.targets(compared(pairs), (target,), LIKE)
    (row,) = table_of("targets", found).rows
    assert row.cells[:5] == ("30%", 0, 1, 0, 0)
    assert row.cells[5] == (
        "mean of all compared: 29.996%, not reached\nmean of those cut: 29.996%, not reached\n"
        "pooled, hours: 29.996%, 0.1 hours missing"
    )
    assert row.cells[6] == "0.1 hours"


def test_a_target_that_not_every_convention_reaches_says_which_do():
    pairs = [("15 ngày", "7 ngày làm việc", "x"), ("10 ngày", "5 ngày", "x")]
    note = table_of("targets", outlook.targets(compared(pairs), (Target(id="a", rate="50%"),), NOMINAL)).note
    assert "Target 50%: the mean reached by the convention like for like (50%), nominal (51.7%); not" in note
    agreed = table_of("targets", outlook.targets(compared(pairs), (Target(id="a", rate="20%"),), NOMINAL)).note
    assert "Target" not in agreed


def test_a_rate_below_a_bound_never_looks_like_it():
    assert rate_below(Fraction("0.29996"), Fraction("0.3")) == "29.996%"
    assert rate_below(Fraction("0.25"), Fraction("0.3")) == "25%"


def test_targets_of_the_catalogue_come_first():
    own = Target(id="a", rate="40%")
    assert targets_of(catalogue(targets=(own,)).manifest) == (own,)
    assert [target.rate for target in targets_of(catalogue().manifest)] == ["30%", "50%"]


def test_a_plan_lists_its_moves_and_what_is_out_of_reach():
    found = outlook.plan(plan(compared(), Fraction(9, 10), NOMINAL, limits=Limits(max_rate=Fraction(4, 5))), 2)
    assert len(table_of("plan", found).rows) == 5
    assert len(table_of("plan", found).printed) == 2
    assert table_of("plan", found).notes == ("and 3 more; all of them: -o FILE.xlsx",)
    (note,) = blocks(Note, found)
    assert note.text.startswith("Out of reach within these limits")
    nothing = outlook.plan(plan((), Fraction(1, 2), NOMINAL))
    assert blocks(Note, nothing)[0].text == "Nothing to plan: no procedure could be compared."


def test_a_plan_for_what_is_reached_says_so():
    found = outlook.plan(plan(compared(), Fraction(1, 10), NOMINAL))
    (note,) = blocks(Note, found)
    assert "Nothing more has to be cut for that: the average is 37.5% (mean of all compared; nominal) and" in note.text
    assert (
        "has reached 10%. Which procedures do not reach it by themselves: tthc cuts --annex -o annex.xlsx" in note.text
    )


def test_a_plan_says_how_near_it_starts_where_rounding_hides_it():
    found = outlook.plan(plan(compared([("2500 giờ", "1750,1 giờ", "x")]), Fraction(3, 10), NOMINAL))
    (figures,) = blocks(Figures, found)
    assert figures.items[0].base == "mean of all compared; nominal; 29.996%"


def test_what_if_shows_before_and_after():
    before = compared()
    result = what_if(before, lambda row: row.entry.field == "Đất đai", Decimal(-2), official())
    found = outlook.what_if(before, result, Decimal(-2), NOMINAL)
    first = table_of("what_if", found).rows[0].cells
    assert first[1] < first[2]
    assert "-2 days for 3 procedures." in blocks(Note, found)[0].text
    assert "1 is meant and stays as it is" in blocks(Note, found)[0].text

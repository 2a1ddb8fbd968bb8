"""The report on a whole catalogue."""

from tthc.report.model import Heading, Suggestions, Table


def table(report, key) -> list[dict]:
    found = next(each for each in report.tables if each.key == key)
    names = [column.key for column in found.columns]
    return [dict(zip(names, row.cells, strict=True)) for row in found.rows if row.kind == "body"]


def said(report) -> str:
    return " ".join(block.text for block in report.blocks if hasattr(block, "text"))


def test_the_sections_in_the_order_an_officer_reads_them(made):
    headings = [block.text for block in made("audit").blocks if isinstance(block, Heading) and block.level == 2]
    assert headings == [
        "I. SIZE OF THE CATALOGUE",
        "II. CUTS OF DEADLINES",
        "III. ONLINE SERVICE",
        "IV. DUPLICATES AND OVERLAPS",
        "V. PUBLISHED FIGURES, RECOMPUTED",
        "VI. QUALITY OF THE DATA",
        "VII. WHAT TO DO NEXT",
    ]


def test_main_sums_stand_in_words(made):
    assert "The catalogue has 9 (nine) administrative procedures in force: 7 for citizens" in said(made("audit"))


def test_targets_are_reached_or_not(made):
    (target,) = table(made("audit"), "targets")
    assert (target["target"], target["verdict"].key, target["reached"]) == ("30%", "missed", 1)


def test_a_target_that_not_every_convention_reaches_says_which_do(folder, made_of):
    folder.write("catalogue.yaml", "jurisdiction: {name: Tỉnh Thử Nghiệm}\ntargets: [{id: a, rate: 50%}]\n")
    folder.records(
        '- {code: "9.000001", name: Cấp phép, level: province, legal: {deadline: 15 ngày}, '
        "local: {deadline: 7 ngày làm việc}}\n"
    )
    (target,) = table(made_of(folder.root, "audit"), "targets")
    assert target["verdict"].key == "by_convention"
    assert target["verdict"].text.startswith("reached by the convention nominal (53.3%); not reached by")


def test_published_figures_are_about_the_whole_catalogue_only(made):
    assert [row["verdict"].key for row in table(made("audit"), "claims")] == ["does_not_hold", "holds"]
    part = made("audit", agencies=["so-xay-dung"])
    assert not any(each.key == "claims" for each in part.tables)
    steps = [step for block in part.blocks if isinstance(block, Suggestions) for step, _command in block.items]
    assert steps
    assert not any("published figure" in step for step in steps)


def test_what_to_do_is_set_apart_by_who_decides(made):
    blocks = made("audit").blocks
    own, ministry = (dict(block.items) for block in blocks if isinstance(block, Suggestions))
    assert "Correct the 1 published figure that does not hold." in own
    assert any("electronic forms" in step for step in own)
    assert any("required presence" in step for step in ministry)


def test_overruns_and_uncut_procedures_are_listed_in_full(made):
    report = made("audit")
    assert [row["code"] for row in table(report, "overruns")] == ["9.000003"]
    assert [row["code"] for row in table(report, "uncut")] == ["9.000002"]
    assert "Longer than the law sets: 1 (one) (Annex IV)." in said(report)


def test_days_turned_into_working_days_are_longer_in_every_place(folder, made_of, recomputed):
    folder.write("catalogue.yaml", "jurisdiction: {name: Tỉnh Thử Nghiệm}\n")
    record = "- {{code: '9.00000{n}', name: Thủ tục {n}, level: province, {times}}}\n"
    times = "legal: {deadline: 15 ngày}, local: {deadline: 15 ngày}"
    folder.records(record.format(n=1, times=times[:-1] + " làm việc}") + record.format(n=2, times=times))
    report = made_of(folder.root, "audit")
    assert "Not cut: 1 (one) (Annex V). Longer than the law sets: 1 (one), of these 1 by turning days" in said(report)
    assert [row["code"] for row in table(report, "overruns")] == ["9.000001"]
    assert [row["code"] for row in table(report, "uncut")] == ["9.000002"]
    assert [row["outcome"].key for row in table(report, "procedures")] == ["longer", "kept"]
    values = {key: (stated, computed) for key, stated, computed in recomputed(report)}
    assert (values["kept"], values["lengthened"]) == ((1, 1), (1, 1))


def test_what_the_rules_found_is_counted_without_empty_columns(made):
    report = made("audit")
    rules = next(each for each in report.tables if isinstance(each, Table) and each.key == "rules")
    assert {"rule", "title", "all", "ground"} <= {column.key for column in rules.columns}
    for at, column in enumerate(rules.columns):
        assert column.form != "count" or any(row.cells[at] for row in rules.rows)

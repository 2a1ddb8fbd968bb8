"""What holds for every document: every format takes it, its figures follow from its lists, it refers right."""

import re

import pytest

from tthc import messages
from tthc.cli import output
from tthc.report.model import Paragraph, Report, Table

KINDS = ("audit", "online", "duplicates", "findings")


def texts(report: Report) -> str:
    return " ".join(block.text for block in report.blocks if hasattr(block, "text"))


@pytest.mark.parametrize("kind", KINDS)
def test_every_format_takes_it(made, kind):
    messages.use("vi")
    report = made(kind)
    assert all(len(output.render(report, format_, to_screen=False)) > 100 for format_ in output.FORMATS)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", messages.LANGUAGES)
def test_every_value_with_a_formula_follows_from_the_lists(made, recomputed, kind, language):
    messages.use(language)
    found = recomputed(made(kind))
    assert [each for each in found if (each[1] or 0) != (each[2] or 0)] == []
    assert kind == "duplicates" or any(stated for _place, stated, _computed in found)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("filters", [{}, {"codes": ["9.000002"]}, {"internal": True}, {"levels": ["vertical"]}])
def test_it_refers_to_annexes_that_are_there(made, kind, filters):
    report = made(kind, **filters)
    numbers = {
        number for group in re.findall(r"\(Annex(?:es)? ([^)]+)\)", texts(report)) for number in group.split(", ")
    }
    assert numbers <= set(("I", "II", "III", "IV", "V", "VI", "VII", "VIII")[: len(report.annexes) - 1])
    assert not re.search(r"[{}]", texts(report))
    keys = [table.key for table in report.tables]
    assert len(set(keys)) == len(keys)
    if filters:
        assert "Only a part of the catalogue was reviewed" in texts(report)


@pytest.mark.parametrize("kind", KINDS)
def test_a_catalogue_that_says_next_to_nothing(folder, made_of, kind):
    folder.write("catalogue.yaml", "jurisdiction: {name: Tỉnh Thử Nghiệm}\n")
    report = made_of(folder.root, kind)
    assert isinstance(report.blocks[0], Paragraph)
    assert all(table.rows for table in report.tables)
    for format_ in ("text", "docx", "xlsx"):
        assert output.render(report, format_, to_screen=False)


@pytest.mark.parametrize(
    ("kind", "main"),
    [
        ("audit", "procedures"),
        ("cuts", "annex"),
        ("online", "procedures"),
        ("duplicates", "groups"),
        ("findings", "findings"),
    ],
)
def test_lists_stand_whole_in_the_annexes_and_one_is_what_csv_holds(made, kind, main):
    report = made(kind)
    assert report.main_table.key == main
    for annex in report.annexes:
        assert all(block.most is None for block in annex.blocks if isinstance(block, Table))

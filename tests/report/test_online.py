"""The page about online service, and the one about a single procedure."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tthc.analysis.online.checks import Source, Status
from tthc.analysis.online.choice import CHOICES
from tthc.analysis.online.contradictions import Contradiction, Kind
from tthc.analysis.online.criteria import Decider, Key, regime
from tthc.analysis.online.verdict import Verdict, assess_all
from tthc.catalogue.model import Catalogue
from tthc.domain.entry import Entry
from tthc.domain.finding import Location
from tthc.domain.manifest import Jurisdiction, Manifest
from tthc.domain.procedure import Online, Procedure
from tthc.domain.statistics import Dossiers
from tthc.formats.values import exact
from tthc.report.model import Figures, Note, Report, Table
from tthc.report.online import procedure as one
from tthc.report.online import report, words
from tthc.report.term import Term

DAY = date(2026, 10, 1)


def entry(
    code: str, *, delivery: str = "electronic", form: bool = True, steps: tuple[str, ...] = (), **online: Any
) -> Entry:
    known = {"level": "partial", "presence": False, "site_visit": False, "original": False} | online
    procedure = Procedure(
        name=f"Thủ tục {code}",
        code=code,
        steps=steps,
        channels=({"channel": "online"},),
        dossier=({"name": "Đơn", "form": "Mẫu 01", "electronic_form": form},),
        fee="Không",
        result={"name": "Giấy phép", "delivery": (delivery,)},
        online=Online(**known),
    )
    return Entry(procedure, "so-mau", "Lĩnh vực", Location("a.yaml", 3))


ENTRIES = (
    entry("9.000001"),
    entry("9.000002", form=False),
    entry("9.000003", form=False),
    entry("9.000004", delivery="direct"),
    entry("9.000005", delivery="direct", form=False),
)
CATALOGUE = Catalogue(Path("x"), Manifest(Jurisdiction("Tỉnh Thử")), ENTRIES)


def page(day: date = DAY, **more: Any) -> Report:
    law = regime(day)
    return report(CATALOGUE, assess_all(ENTRIES, law, day), law, day, **more)


def tables(made: Report) -> dict[str, Table]:
    return {block.key: block for block in made.blocks if isinstance(block, Table)}


def notes(made: Report) -> str:
    return " ".join(block.text for block in made.blocks if isinstance(block, Note))


def test_one_step_away_and_the_best_order():
    found = tables(page())
    fixes = [(exact(row.cells[0]), row.cells[1], row.cells[2]) for row in found["fixes"].rows]
    assert fixes == [(Key.FORM, 2, 3), (Key.DELIVERY, 1, 2)]
    sequence = [tuple(map(exact, row.cells[:4])) for row in found["sequence"].rows]
    assert sequence == [(1, Key.FORM, 2, 3), (2, Key.DELIVERY, 2, 5)]


def test_dossiers_stand_beside_procedures_and_may_ask_for_another_order():
    dossiers = {"9.000004": Dossiers("9.000004", 2026, 9_000, 100)}
    made = page(dossiers=dossiers)
    assert [row.cells[2] for row in tables(made)["fixes"].rows] == [0, 9_000]
    assert "By dossiers the best order is another one" in notes(made)
    figures = {figure.key for block in made.blocks if isinstance(block, Figures) for figure in block.items}
    assert "online_dossiers" in figures


def test_every_figure_that_is_a_rate_says_of_what():
    for block in page().blocks:
        if isinstance(block, Figures):
            assert all("/" in figure.base for figure in block.items if figure.form == "rate")


def test_the_groups_add_up():
    found = tables(page())
    for key in ("levels", "fields", "agencies"):
        assert sum(row.cells[1] for row in found[key].rows) == len(ENTRIES)  # type: ignore[misc]  # counts


def test_what_nothing_is_found_against_is_not_confirmed():
    unstated = entry("9.000006", presence=None)
    for entries, confirmed, said in (
        ((ENTRIES[0],), 1, ""),
        ((ENTRIES[0], unstated), 1, "Of the 2 without an obstacle found, 1 are yet to be confirmed"),
        ((unstated,), 0, "All 1 without an obstacle found are yet to be confirmed"),
    ):
        made = report(CATALOGUE, assess_all(entries, regime(DAY), DAY), regime(DAY), DAY)
        figures = {each.key: each.value for block in made.blocks if isinstance(block, Figures) for each in block.items}
        assert (figures["full_confirmed"], figures["full_to_confirm"]) == (confirmed, len(entries) - confirmed)
        assert said in notes(made)
        assert ("yet to be confirmed" in notes(made)) == bool(said)


def test_the_verdict_on_one_says_whether_it_is_confirmed():
    law = regime(DAY)
    stated, unstated = assess_all([ENTRIES[0], entry("9.000006", presence=None)], law, DAY)
    assert words.judgement(stated).text == "eligible, confirmed"
    assert words.judgement(unstated).text == "no obstacle found, to be confirmed by a person"


def test_few_codes_are_all_named():
    assert words.codes([str(n) for n in range(10)]) == "0, 1, 2, 3, 4, 5, 6, 7, 8, 9"
    assert words.codes([str(n) for n in range(11)]) == "0, 1, 2 …"


def test_no_phrase_no_quotation_marks():
    assert words.certainty(Contradiction(Kind.ELIGIBLE_NOT_OFFERED, (), False)).text == "to be confirmed"


def test_an_older_law_speaks_its_own_language_and_says_what_was_not_read():
    made = page(date(2020, 1, 1))
    assert "mức độ 4" in tables(made)["offered"].note
    assert "was not at hand" in notes(made)
    assert "was not at hand" not in notes(page())


def test_an_empty_catalogue_has_a_page():
    made = report(Catalogue(Path("x"), Manifest(Jurisdiction("Tỉnh Thử")), ()), (), regime(DAY), DAY)
    assert "fixes" not in tables(made)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_value_has_its_words(language: str):
    from tthc import messages

    messages.use(language)
    said = [words.verdict(v).text for v in Verdict] + [words.decider(d) for d in Decider]
    said += [words.contradiction(kind) for kind in Kind]
    said += [words.choice(choice) for choice in CHOICES]
    said += [words.criterion(key) for key in Key] + [words.fix(key) for key in Key]
    assert len(set(said)) == len(said)


def test_pages_speak_of_no_field_of_the_file():
    """The name of every field that a check or a contradiction can point at."""
    unstated = entry("9.000006", presence=None, steps=("Người nộp phải có mặt.",))
    paths = {check.path for each in assess_all([*ENTRIES, unstated], regime(DAY), DAY) for check in each.checks}
    paths |= {("online", "reason_until"), ("online", "level"), ("online", "reason"), ("online", "payment")}
    assert [path for path in paths if path and ("_" in words.part(path) or "." in words.part(path)[:8])] == []
    assert "site_visit" not in " ".join(table.note for table in tables(page()).values())


def test_one_procedure_with_its_places():
    law = regime(DAY)
    (assessment,) = assess_all([ENTRIES[1]], law, DAY)
    made = one.report(assessment, law, DAY, lambda record, path: record._replace(line=record.line + len(path)))
    places = {exact(row.cells[0]): row.cells[3] for row in tables(made)["criteria"].rows}
    key, text = "dossier[1].electronic_form, line 6", "papers of the dossier, no. 1, line 6"
    assert places[Key.FORM] == Term(key, text)
    check = next(check for check in assessment.checks if check.criterion.key is Key.FORM)
    assert (check.status, check.source) == (Status.NOT_MET, Source.STATED)

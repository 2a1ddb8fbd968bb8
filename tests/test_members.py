"""A new member of a closed list is missed loudly: every place that must know each of them is named here.

Where a place falls back to something else for what it does not know, nothing but these tests would tell.
"""

import json
import re
from datetime import datetime
from decimal import Decimal
from importlib import import_module
from pkgutil import iter_modules
from typing import get_args

import pytest

from tools import golden
from tthc import messages
from tthc.analysis import durations
from tthc.analysis.calendars import official
from tthc.analysis.due import Due, due
from tthc.analysis.durations import Convention
from tthc.analysis.simulation import Duration, ends
from tthc.catalogue import schema
from tthc.cli import output
from tthc.cli.documents import KINDS
from tthc.cli.options import ConventionName
from tthc.cli.report import USED_BY
from tthc.domain.deadline import Unit
from tthc.lint import rules
from tthc.report import labels
from tthc.report.cuts import words
from tthc.text.deadline import parse, roles
from tthc.text.deadline.printing import UNITS

RECEIVED = datetime(2026, 10, 5, 8, 0)  # noqa: DTZ001 - hours of an office, wherever it is
WITHOUT_A_DUE_DAY = {Unit.MINUTE, Unit.HOUR}  # run from a moment


# --- conventions


@pytest.mark.parametrize("convention", Convention)
def test_a_claim_may_name_every_convention(convention: Convention) -> None:
    patterns = re.findall(r'"pattern": ("\^\(like.*?")', schema.text("catalogue"))
    assert len(patterns) == 2
    assert all(re.search(json.loads(pattern), convention.value) for pattern in patterns)


@pytest.mark.parametrize("language", messages.LANGUAGES)
@pytest.mark.parametrize("convention", Convention)
def test_every_convention_has_its_words(convention: Convention, language: str) -> None:
    messages.use(language)
    said = [words.convention(convention), words.meaning(convention), labels.convention(convention)]
    assert all(said)


def test_the_help_of_options_names_every_convention() -> None:
    _type, option = get_args(ConventionName)
    assert all(convention.value in option.help for convention in Convention)


# --- units of time


@pytest.mark.parametrize("unit", Unit)
def test_every_unit_is_read_as_it_is_written(unit: Unit) -> None:
    assert [case.unit for case in parse(f"05 {UNITS[unit]}").cases] == [unit]


@pytest.mark.parametrize("unit", Unit)
def test_every_unit_has_its_words(unit: Unit) -> None:
    assert words.unit(unit)
    assert labels.duration(Decimal(2), unit)


@pytest.mark.parametrize("unit", Unit)
def test_every_unit_can_be_measured(unit: Unit) -> None:
    assert unit in durations._FAMILIES
    assert unit in durations._NOMINAL_DAYS


@pytest.mark.parametrize("unit", Unit)
def test_every_unit_ends_on_a_day(unit: Unit) -> None:
    assert isinstance(due(Decimal(1), unit, RECEIVED, official()), Due)
    assert bool(ends(Duration(Decimal(1), unit), official())) is (unit not in WITHOUT_A_DUE_DAY)


def test_time_at_work_is_told_from_other_time() -> None:
    working = {unit for unit in Unit if unit.value.startswith("working_")}
    assert set(durations._WORKING_UNITS) == roles._WORKING == working


# --- documents and formats


def test_every_document_has_output_that_is_kept() -> None:
    assert {name.partition(".")[0] for name in golden.NAMES} == KINDS.keys()


def test_options_of_documents_name_documents() -> None:
    assert all(set(kinds) <= KINDS.keys() for kinds in USED_BY.values())


def test_every_format_has_a_suffix_and_output_that_is_kept() -> None:
    assert set(output.SUFFIXES.values()) == set(output.FORMATS)
    assert {f".{suffix}" for suffix in golden.SUFFIXES} == output.SUFFIXES.keys()
    texts = {suffix: golden.kept(f"cuts.vi.{suffix}") for suffix in golden.SUFFIXES}
    assert len(set(texts.values())) == len(texts)  # what is not known is printed as text


def test_every_column_of_the_annex_has_values() -> None:
    rows = json.loads(golden.kept("cuts.vi.json"))["tables"]["annex"]
    assert {key for row in rows for key in row} == {
        key for row in rows for key, value in row.items() if value is not None
    }


# --- rules


def test_every_family_of_rules_is_run() -> None:
    modules = [import_module(f"{rules.__name__}.{module.name}") for module in iter_modules(rules.__path__)]
    assert {rule.id for module in modules for rule in module.RULES} == {rule.id for rule in rules.ALL}

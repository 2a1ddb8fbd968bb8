"""Formulas of a report, written in their own notation."""

import pytest

from tthc.report.formula import Aggregate, Difference, Formula, Function, Own, Quotient, Sign, Where, written
from tthc.report.term import Term

CUT = Aggregate(Function.SUM, "annex", "cut")
LEGAL = Aggregate(Function.SUM, "annex", "legal")


@pytest.mark.parametrize(
    ("formula", "text"),
    [
        (Own("cut"), "cut"),
        (Difference(Own("legal"), Own("local")), "legal - local"),
        (Quotient(CUT, LEGAL), "sum(annex.cut) / sum(annex.legal)"),
        (Quotient(Difference(Own("legal"), Own("local")), Own("legal")), "(legal - local) / legal"),
        (Difference(Own("all"), Difference(Own("none"), Own("some"))), "all - (none - some)"),
        (
            Aggregate(Function.COUNT, "annex", "rate", (Where("field", Sign.EQUAL, Own("name")),)),
            "count(annex.rate where field = name)",
        ),
        (
            Aggregate(
                Function.MEAN, "annex", "rate", (Where("rate", Sign.ABOVE, 0), Where("field", Sign.EQUAL, "Đất đai"))
            ),
            "mean(annex.rate where rate > 0 and field = 'Đất đai')",
        ),
    ],
)
def test_a_formula_is_written_in_a_line(formula: Formula, text: str):
    assert written(formula) == text


def test_a_term_is_written_as_the_key_that_its_cells_have_for_machines():
    hours = Aggregate(Function.SUM, "annex", "cut", (Where("unit", Sign.EQUAL, Term("hour", "giờ")),))
    assert written(hours) == "sum(annex.cut where unit = 'hour')"

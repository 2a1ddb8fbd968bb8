"""`tthc evaluate FILE`: accuracy on a labelled file, with intervals."""

from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from tthc.cli.options import Format, Output
from tthc.messages import _

if TYPE_CHECKING:
    from tthc.domain.deadline import Deadline
    from tthc.report.model import Report

HELP = _("How right the program is on labelled pairs of procedures or labelled deadlines, with intervals.")
EPILOG = _(
    "Examples: tthc evaluate pairs.jsonl · tthc evaluate pairs.jsonl --hide-codes · tthc evaluate deadlines.jsonl"
)


def command(
    context: typer.Context,
    file: Annotated[
        Path,
        typer.Argument(metavar=_("FILE"), help=_("JSON Lines: pairs with a relation, or texts with cases.")),
    ],
    *,
    hide_codes: Annotated[
        bool, typer.Option("--hide-codes", help=_("Judge pairs by everything but their codes."))
    ] = False,
    format_: Format = None,
    output: Output = None,
) -> int:
    """Read the labels, judge anew, compare."""
    from tthc.cli import idle, json_lines
    from tthc.cli.outcome import Outcome
    from tthc.cli.output import choose, write
    from tthc.cli.settings import SettingError

    choose(format_, output)
    rows = list(json_lines.read(file))
    for number, row in rows:
        if not isinstance(row, dict) or not ("relation" in row or "text" in row):
            raise SettingError(
                _(
                    '{path}:{line}: not a labelled case. Expected: {{"id", "a", "b", "relation"}} or '
                    '{{"id", "text", "kind", "cases"}}'
                ).format(path=file, line=number)
            )
    if not rows:
        raise SettingError(_("{path} has no labelled case").format(path=file))
    sure = [(number, row) for number, row in rows if not row.get("ambiguous")]
    ambiguous = len(rows) - len(sure)
    pairs = "relation" in rows[0][1]
    if not pairs:
        idle.refuse(context, ("hide_codes",), _("{option} is for pairs; these are texts"))
    try:
        report = (
            _pairs(sure, file.name, ambiguous, hide_codes=hide_codes)
            if pairs
            else _deadlines(sure, file.name, ambiguous)
        )
    except _BadLabelError as error:
        raise SettingError(
            _("{path}:{line}: the labels of this case cannot be used").format(path=file, line=error)
        ) from error
    write(report, format_, output)
    return Outcome.FINE


class _BadLabelError(Exception):
    """A case with labels that do not have their form; the argument is its line."""


Rows = list[tuple[int, dict[str, Any]]]


def _pairs(rows: Rows, name: str, ambiguous: int, *, hide_codes: bool) -> "Report":
    from tthc.analysis.duplicates.rarity import Rarity
    from tthc.analysis.duplicates.relation import Relation, compare
    from tthc.analysis.duplicates.side import from_portal
    from tthc.analysis.evaluation import LabelledPair, of_pairs
    from tthc.cli.pairs import is_pair
    from tthc.report import evaluation

    wrong = next((n for n, row in rows if not is_pair(row) or row.get("relation") not in [*Relation]), None)
    if wrong is not None:
        raise _BadLabelError(wrong)
    hidden = {"code": ""} if hide_codes else {}
    sides = [(from_portal(row["a"] | hidden), from_portal(row["b"] | hidden)) for _n, row in rows]
    rarity = Rarity(side.title for both in sides for side in both)
    labelled = [
        LabelledPair(
            repr(sorted(row["a"].items())),
            repr(sorted(row["b"].items())),
            Relation(row["relation"]),
            compare(a, b, rarity).relation,
        )
        for (_n, row), (a, b) in zip(rows, sides, strict=True)
    ]
    return evaluation.pairs(of_pairs(labelled), name, ambiguous, codes=not hide_codes)


def _deadlines(rows: Rows, name: str, ambiguous: int) -> "Report":
    from tthc.analysis.evaluation import LabelledDeadline, of_deadlines
    from tthc.report import evaluation
    from tthc.text.deadline import parse

    labelled = []
    for number, row in rows:
        try:
            truth = _deadline(row)
        except (KeyError, ValueError, TypeError, ArithmeticError, AttributeError) as error:
            raise _BadLabelError(number) from error
        labelled.append(LabelledDeadline(truth, parse(row["text"]), str(row.get("difficulty") or "")))
    return evaluation.deadlines(of_deadlines(labelled), name, ambiguous)


def _deadline(row: dict[str, Any]) -> "Deadline":
    """The labels of a text as the value it should be understood as. Raises ValueError and the like for others."""
    from tthc.domain.deadline import Case, Deadline, Kind, Step, Unit

    cases = tuple(
        Case(
            maximum=_number(case["max"]),
            unit=Unit(case["unit"]) if case.get("unit") else None,
            minimum=_number(case["min"]) if case.get("min") is not None else None,
            extra=bool(case.get("extra")),
        )
        for case in row.get("cases") or ()
    )
    steps = tuple(Step(_number(step["max"]), Unit(step["unit"])) for step in row.get("steps") or ())
    headline = row.get("headline")
    if not isinstance(row["text"], str) or not (headline is None or 0 <= headline < len(cases)):
        raise ValueError(row)
    return Deadline(row["text"], Kind(row["kind"]), cases, steps, headline)


def _number(value: Any) -> Decimal:
    return Decimal(str(value).replace(",", "."))

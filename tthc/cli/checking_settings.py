"""What `tthc check` is asked for: options of the command line before the [check] table of tthc.toml."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from tthc.cli import days, keys, settings
from tthc.cli.settings import SettingError
from tthc.domain.finding import Severity
from tthc.lint import selection
from tthc.lint.rule import Rule
from tthc.lint.rules import ALL
from tthc.text import vocabulary

_LISTS = ("select", "ignore", "extend-select")


@dataclass(frozen=True, slots=True)
class CheckOptions:
    """Which rules run, how grave they are, and what fails."""

    rules: tuple[Rule, ...]
    fail_on: Severity = Severity.ERROR
    severities: Mapping[str, Severity] = field(default_factory=dict)
    baseline: Path | None = None
    as_of: date | None = None
    horizon: int = 180


def combine(
    *,
    select: Iterable[str],
    ignore: Iterable[str],
    extend_select: Iterable[str],
    fail_on: str | None,
    baseline: Path | None,
    as_of: str | None,
    statistics: str | None,
) -> CheckOptions:
    """The options of a run. Raises SettingError for what nothing knows."""
    path, table = settings.table("check")
    if message := keys.wrong(path, table, keys.CHECK, "check."):
        raise SettingError(message)
    lists = {key: table.get(key, []) for key in _LISTS}
    for key, given in zip(_LISTS, (select, ignore, extend_select), strict=True):
        named = [word.strip() for text in given for word in text.split(",") if word.strip()]
        lists[key] = named if key == "select" and named else [*lists[key], *named]
    if statistics:
        from tthc.report.findings import GROUPINGS

        settings.one_of("--statistics", statistics, vocabulary.some(vocabulary.GROUPS, GROUPINGS))
    try:
        return CheckOptions(
            rules=selection.select(ALL, lists["select"], lists["ignore"], lists["extend-select"]),
            fail_on=_severity(fail_on, "--fail-on")
            if fail_on
            else _severity(table.get("fail-on", "error"), f"{path}: check.fail-on"),
            severities=selection.severities(
                ALL,
                [
                    (rule, _severity(value, f"{path}: check.severity.{rule}"))
                    for rule, value in table.get("severity", {}).items()
                ],
            ),
            baseline=baseline or (path.parent / table["baseline"] if "baseline" in table else None),
            as_of=days.asked(as_of),
            horizon=table.get("horizon", 180),
        )
    except selection.UnknownRuleError as error:
        raise SettingError(str(error)) from error


def _severity(value: Any, option: str) -> Severity:
    known = {severity.key: severity for severity in reversed(Severity)}
    return known[settings.one_of(option, str(value).casefold(), vocabulary.SEVERITIES)]

"""`tthc duplicates`: how procedures stand to each other, with the evidence."""

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from tthc.cli.options import Output
from tthc.messages import _

if TYPE_CHECKING:
    from collections.abc import Iterator

HELP = _("Whether procedures are one and the same under different words, and why.")
EPILOG = _("Example: tthc duplicates --pairs pairs.jsonl -f jsonl")


def command(
    *,
    pairs: Annotated[
        Path, typer.Option("--pairs", help=_('JSON Lines of pairs: {"id", "a": {"name", …}, "b": {"name", …}}.'))
    ],
    format_: Annotated[str | None, typer.Option("-f", "--format", help=_("jsonl: one verdict a line."))] = None,
    output: Output = None,
) -> int:
    """Read pairs, compare, write verdicts."""
    from tthc.cli import settings
    from tthc.cli.outcome import Outcome
    from tthc.cli.output import deliver

    if format_ not in (None, "jsonl"):
        raise settings.SettingError(
            _('unknown value "{value}" for {option}; possible: {values}').format(
                value=format_, option="--format", values="jsonl"
            )
        )
    verdicts = _verdicts(list(_read(pairs)))
    deliver("".join(json.dumps(verdict, ensure_ascii=False) + "\n" for verdict in verdicts), output)
    return Outcome.FINE


def _verdicts(pairs: list[dict[str, Any]]) -> "Iterator[dict[str, Any]]":
    from tthc.analysis.duplicates.rarity import Rarity
    from tthc.analysis.duplicates.relation import compare
    from tthc.analysis.duplicates.side import from_portal
    from tthc.report.reasons import reasons

    sides = [(from_portal(pair["a"]), from_portal(pair["b"])) for pair in pairs]
    rarity = Rarity(side.title for both in sides for side in both)
    for pair, (a, b) in zip(pairs, sides, strict=True):
        verdict = compare(a, b, rarity)
        yield {
            "id": pair.get("id"),
            "relation": verdict.relation.value,
            "score": verdict.score,
            "reasons": reasons(verdict),
        }


def _read(path: Path) -> "Iterator[dict[str, Any]]":
    """The pairs of a file; SettingError names the line that is none."""
    from tthc.catalogue.files import reason
    from tthc.cli.settings import SettingError

    try:
        text = sys.stdin.read() if str(path) == "-" else path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        why = reason(error) if isinstance(error, OSError) else _("it is not UTF-8")
        raise SettingError(_("{path} cannot be read: {reason}").format(path=path, reason=why)) from error
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            pair = json.loads(line)
        except ValueError:
            pair = None
        if not _is_pair(pair):
            raise SettingError(
                _('{path}:{line}: not a pair. Expected: {{"id": …, "a": {{"name": …}}, "b": {{"name": …}}}}').format(
                    path=path, line=number
                )
            )
        yield pair


def _is_pair(pair: Any) -> bool:
    return isinstance(pair, dict) and all(isinstance(pair.get(side), dict) and _is_record(pair[side]) for side in "ab")


def _is_record(record: dict[str, Any]) -> bool:
    texts = (record.get(key) for key in ("code", "level", "agency", "field"))
    return isinstance(record.get("name"), str) and all(isinstance(text, str | None) for text in texts)

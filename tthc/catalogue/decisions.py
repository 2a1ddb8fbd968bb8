"""decisions/duplicates.yaml: officers' verdicts on pairs of procedures, kept with the catalogue."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tthc.catalogue.atomic import write_atomically
from tthc.catalogue.emit import emit
from tthc.catalogue.files import DECISIONS
from tthc.catalogue.rewrite import NotEditableError, faultless, rewrite
from tthc.domain.decision import Decision, Party
from tthc.messages import _


def record(root: Path, decision: Decision) -> Path:
    """Write a verdict into the catalogue's file of decisions; an earlier one on the same pair makes room for it.

    Nothing else in the file changes. Raises NotEditableError for a file that is broken, OSError where it cannot be
    written; the file is untouched then.
    """
    path = root / DECISIONS
    written = _mapping(decision)
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        header = _("Verdicts of the reviewers on pairs of procedures that may be the same. Written by: tthc decide")
        write_atomically(path, emit({"decisions": [written]}, header))
        return path
    data = path.read_bytes()
    held = faultless(data)
    held = {} if held is None else held
    decisions = (held.get("decisions") or []) if isinstance(held, Mapping) else None
    if not isinstance(decisions, list):
        raise NotEditableError(_("the file does not hold a list under “decisions:”; put that right first"))
    at = next((i for i, other in enumerate(decisions) if _pair(other) == _pair(written)), len(decisions))
    write_atomically(
        path, rewrite(data.decode(), {**held, "decisions": [*decisions[:at], written, *decisions[at + 1 :]]})
    )
    return path


def _mapping(decision: Decision) -> dict[str, Any]:
    a, b = sorted((decision.a, decision.b), key=lambda party: (party.procedure, party.agency or ""))
    record: dict[str, Any] = {"a": _party(a), "b": _party(b), "verdict": decision.verdict.value}
    if decision.reason:
        record["reason"] = decision.reason
    if decision.by:
        record["by"] = decision.by
    return record | {"date": decision.date}


def _party(party: Party) -> dict[str, str]:
    agency = {"agency": party.agency} if party.agency else {}
    return {"procedure": party.procedure, "name": party.name} | agency | {"fingerprint": party.fingerprint}


def _pair(decision: Any) -> frozenset[tuple[str, str]]:
    """What a record of the file is about, whatever its order; a broken record is about nothing."""
    sides = [decision.get(side) if isinstance(decision, Mapping) else None for side in "ab"]
    return frozenset(
        (str(side.get("procedure")), str(side.get("agency"))) for side in sides if isinstance(side, Mapping)
    )

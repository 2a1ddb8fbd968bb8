"""Officers' verdicts on pairs, found again among the procedures of today.

A verdict is about two procedures, named by code, else by local id, else by name: it survives renaming and moving. Its
fingerprints tell whether a record still says what the officer saw; where it does not, the verdict still holds, and is
reported so that somebody looks again.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b

from tthc.analysis.duplicates.exact import base_code
from tthc.domain.decision import Decision, Judgement, Party
from tthc.domain.entry import Entry
from tthc.text.normalise import normalise

Pair = frozenset[int]  # of positions in the catalogue


@dataclass(frozen=True, slots=True)
class Decided:
    """The verdicts that are about procedures of the catalogue, by the positions of the two; and those to look at."""

    pairs: Mapping[Pair, Decision] = field(default_factory=dict)
    stale: tuple[Decision, ...] = ()  # a record has changed since
    lost: tuple[Decision, ...] = ()  # a procedure is no longer there, or several are named alike

    def verdict(self, i: int, j: int) -> Judgement | None:
        """What was decided about two procedures; None where nothing was."""
        decision = self.pairs.get(frozenset((i, j)))
        return decision.verdict if decision else None

    def of(self, verdict: Judgement) -> list[Pair]:
        """The pairs with this verdict."""
        return [pair for pair, decision in self.pairs.items() if decision.verdict is verdict]

    def settled(self, places: Sequence[int], *verdicts: Judgement) -> bool:
        """Whether every pair of these procedures has one of the verdicts."""
        return len(places) > 1 and all(self.verdict(i, j) in verdicts for n, i in enumerate(places) for j in places[:n])


def fingerprint(entry: Entry) -> str:
    """A short hash of what a verdict rests on: name, level, agency, field, legal basis, result, dossier."""
    procedure = entry.procedure
    content = [
        normalise(procedure.name),
        sorted(procedure.level),
        entry.agency,
        normalise(entry.field),
        sorted(map(normalise, procedure.legal.basis)),
        normalise(procedure.result.name) if procedure.result else "",
        sorted(normalise(item.name) for item in procedure.dossier),
    ]
    return blake2b(json.dumps(content, ensure_ascii=False).encode(), digest_size=6).hexdigest()


def party(entry: Entry) -> Party:
    """A procedure as a verdict names it."""
    return Party(entry.key, entry.procedure.name, fingerprint(entry), entry.agency or None)


def decided(entries: Sequence[Entry], decisions: Iterable[Decision]) -> Decided:
    """Find the procedures of each verdict. Of several verdicts on one pair the last one counts."""
    decisions = tuple(decisions)
    if not decisions:
        return Decided()
    named: dict[str, list[int]] = defaultdict(list)
    for i, entry in enumerate(entries):
        for name in _names(entry):
            named[name].append(i)
    pairs: dict[Pair, Decision] = {}
    lost = []
    for decision in decisions:
        a, b = (_find(party, named, entries) for party in (decision.a, decision.b))
        if a is None or b is None or a == b:
            lost.append(decision)
        else:
            pairs[frozenset((a, b))] = decision
    stale = [decision for pair, decision in pairs.items() if not _is_fresh(decision, pair, entries)]
    return Decided(pairs, tuple(stale), tuple(lost))


def _names(entry: Entry) -> set[str]:
    procedure = entry.procedure
    names = (procedure.code, base_code(procedure.code), procedure.local_id, procedure.name)
    return {normalise(name) for name in names if name}


def _find(party: Party, named: Mapping[str, Sequence[int]], entries: Sequence[Entry]) -> int | None:
    """The one procedure that is meant: by its name, then by its agency, then by what it says."""
    found: Sequence[int] = []
    for name in (party.procedure, base_code(party.procedure) or "", party.name):
        found = found or named.get(normalise(name), [])
    for wanted in (lambda e: e.agency == party.agency, lambda e: fingerprint(e) == party.fingerprint):
        if len(found) > 1:
            found = [i for i in found if wanted(entries[i])]
    return found[0] if len(found) == 1 else None


def _is_fresh(decision: Decision, pair: Pair, entries: Sequence[Entry]) -> bool:
    return {fingerprint(entries[i]) for i in pair} == {decision.a.fingerprint, decision.b.fingerprint}

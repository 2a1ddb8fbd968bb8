"""What became of the papers of a dossier: which came, which went, which are worded anew."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from rapidfuzz import fuzz

from tthc.domain.procedure import DossierItem, Procedure
from tthc.text.normalise import normalise

Key = tuple[str, int]  # a name, and which of the papers of that name

_NEAR = 60.0  # of 100: names that share so much are taken for one paper worded anew
_ORIGINAL = re.compile(r"\bbản (?:chính|gốc)\b")
_CERTIFIED = re.compile(r"\b(?:chứng thực|công chứng)\b")


@dataclass(frozen=True, slots=True)
class Papers:
    """Papers that came and went. A person judges whether one that is worded anew is still the same paper."""

    added: tuple[DossierItem, ...] = ()
    removed: tuple[DossierItem, ...] = ()
    reworded: tuple[tuple[DossierItem, DossierItem], ...] = ()
    altered: tuple[tuple[DossierItem, DossierItem], ...] = ()  # the same name; another form, number of copies …
    sets: tuple[int | None, int | None] = (None, None)  # how many dossiers have to be handed in

    @property
    def stricter(self) -> tuple[tuple[DossierItem, DossierItem], ...]:
        """Papers of which a certified copy is asked for where any copy would do, or the original itself."""
        return tuple((old, new) for old, new in self.reworded if _strictness(new.name) > _strictness(old.name))

    @property
    def heavier(self) -> bool:
        """Whether the applicant has to bring more than before."""
        before, after = self.sets
        more_sets = before is not None and after is not None and after > before
        more_copies = any(_copies(new) > _copies(old) > 0 for old, new in self.altered)
        return bool(self.added or self.stricter) or more_sets or more_copies


def papers(before: Procedure, after: Procedure) -> Papers:
    """The papers of the two records set against each other. A record without any says nothing about papers."""
    sets = before.dossier_sets, after.dossier_sets
    if not before.dossier or not after.dossier:
        return Papers(sets=sets)
    old, new = _by_name(before.dossier), _by_name(after.dossier)
    gone, came = [key for key in old if key not in new], [key for key in new if key not in old]
    renamed = _near(gone, came)
    return Papers(
        added=tuple(new[key] for key in came if key not in renamed.values()),
        removed=tuple(old[key] for key in gone if key not in renamed),
        reworded=tuple((old[key], new[renamed[key]]) for key in gone if key in renamed),
        altered=tuple((old[key], new[key]) for key in old if key in new and _rest(old[key]) != _rest(new[key])),
        sets=sets,
    )


def _by_name(items: Iterable[DossierItem]) -> dict[Key, DossierItem]:
    """The papers by their names; those of one name, as for several cases, in the order of what else they say."""
    same: dict[str, list[DossierItem]] = defaultdict(list)
    for item in items:
        same[_plain(item.name)].append(item)
    return {(name, at): item for name, found in same.items() for at, item in enumerate(sorted(found, key=repr))}


def _near(gone: Iterable[Key], came: Sequence[Key]) -> dict[Key, Key]:
    """Old to new: the names most alike first, each in one pair."""
    alike = ((fuzz.ratio(one[0], other[0]), one, other) for one in gone for other in came)
    found: dict[Key, Key] = {}
    for score, one, other in sorted(alike, key=lambda pair: (-pair[0], *pair[1:])):
        if score >= _NEAR and one not in found and other not in found.values():
            found[one] = other
    return found


def _strictness(name: str) -> int:
    """0 for any copy, 1 for a certified one, 2 for the original; of several that will do, the easiest is not known."""
    words = _plain(name)
    if "hoặc" in words:
        return 0
    return 2 if _ORIGINAL.search(words) else 1 if _CERTIFIED.search(words) else 0


def _rest(item: DossierItem) -> DossierItem:
    """The paper without its name, which is compared by itself."""
    return replace(item, name="")


def _copies(item: DossierItem) -> int:
    return (item.originals or 0) + (item.copies or 0)


_plain = lru_cache(maxsize=20_000)(normalise)

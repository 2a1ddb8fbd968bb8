"""Which procedures of the vocabulary a province has."""

from collections import defaultdict
from collections.abc import Iterator

from tools.sample.draw import Draw
from tools.sample.vocabulary import Entry, Vocabulary


def chosen(vocabulary: Vocabulary, count: int, seed: int, province: int) -> Iterator[tuple[Entry, int]]:
    """`count` procedures as (entry, round), in the order of the vocabulary.

    What a province does without goes family by family: nobody grants a licence and has no procedure for its renewal.
    More procedures than the vocabulary holds are told apart by the round: the same law in another area.
    """
    entries = vocabulary.entries
    rounds, rest = divmod(count, len(entries))
    for number in range(rounds):
        yield from ((entry, number) for entry in entries)
    if rest:
        dropped = _dropped(vocabulary, len(entries) - rest, seed, province)
        yield from ((entry, rounds) for entry in entries if entry.index not in dropped)


def _dropped(vocabulary: Vocabulary, count: int, seed: int, province: int) -> set[int]:
    """The indexes of `count` entries: whole families as long as they fit, pinned ones last."""
    families: dict[int, list[Entry]] = defaultdict(list)
    for entry in vocabulary.entries:
        families[entry.family].append(entry)
    twins = {entry.twin for entry in vocabulary.entries if entry.twin}

    def rank(family: list[Entry]) -> tuple[bool, float]:
        pinned = any("keep" in entry.traits or entry.twin or entry.name in twins for entry in family)
        return pinned, Draw(seed, province, "family", family[0].agency, family[0].name).share()

    dropped: set[int] = set()
    for family in sorted(families.values(), key=rank):
        if len(dropped) + len(family) <= count:
            dropped.update(entry.index for entry in family)
    left = [entry.index for entry in vocabulary.entries if entry.index not in dropped]
    return dropped | set(left[len(left) - (count - len(dropped)) :] if len(dropped) < count else ())

"""The deadlines of a catalogue are read once: what was understood is kept for the runs that follow."""

from collections.abc import Collection
from typing import Any

from tthc.analysis.deadlines import stated
from tthc.catalogue.beside import in_two
from tthc.catalogue.cache import Cache
from tthc.catalogue.model import Catalogue
from tthc.text.deadline import parse, remember, to_row

_ENOUGH = 100  # texts, some 25 ms: fewer are not worth a second process
_FEW = 20  # texts, some 5 ms: to read them again takes less time than to write all the others again


def deadlines(found: Catalogue, cache: Cache) -> None:
    """Remember the deadlines of this catalogue that earlier runs read; keep all of them, and no others but a few."""
    key = cache.key("deadlines", found.root.absolute())
    if key is None:
        return
    known = cache.load(key)
    known = known if isinstance(known, dict) else {}
    texts = sorted({text for entry in found.entries for text in stated(entry.procedure)})
    now = {text: known[text] for text in texts if text in known}
    new = [text for text in texts if text not in known]
    now |= _read(new) if len(new) < _ENOUGH else in_two(_read, new)
    remember(now)
    if len(now.keys() ^ known.keys()) > _FEW:
        cache.store(key, now)


def _read(texts: Collection[str]) -> dict[str, Any]:
    return {text: to_row(parse(text)) for text in texts}

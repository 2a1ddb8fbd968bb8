"""The deadlines of a catalogue are read once: what was understood is kept for the runs that follow."""

from tthc.analysis.deadlines import stated
from tthc.catalogue.cache import Cache
from tthc.catalogue.model import Catalogue
from tthc.text.deadline import parse, remember, to_row


def deadlines(found: Catalogue, cache: Cache) -> None:
    """Remember the deadlines of this catalogue that earlier runs read; keep all of them, and no others."""
    key = cache.key("deadlines", found.root.absolute())
    if key is None:
        return
    known = cache.load(key)
    known = known if isinstance(known, dict) else {}
    remember(known)
    texts = {text for entry in found.entries for text in stated(entry.procedure)}
    if texts != known.keys():
        cache.store(key, {text: to_row(parse(text)) for text in sorted(texts)})

"""Fixes as new texts of files. What a fix changes is only ever the value its finding is about."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from tthc.catalogue.locate import Sources
from tthc.catalogue.reader import read_text
from tthc.catalogue.rewrite import NotEditableError, rewrite
from tthc.catalogue.writer import Edit, applied
from tthc.lint.engine import Hit
from tthc.lint.rule import Fixability, Path


def fixable(hit: Hit | None, *, unsafe: bool) -> bool:
    """Whether a hit brings a fix of this kind."""
    allowed = (Fixability.SAFE, Fixability.SUGGEST) if unsafe else (Fixability.SAFE,)
    return hit is not None and hit.entry is not None and bool(hit.issue.fix) and hit.rule.fix in allowed


def fixed(hits: Iterable[Hit | None], sources: Sources, *, unsafe: bool) -> dict[str, str]:
    """The new texts of the files that change, by path. Of two fixes to one value the first is taken.

    A file that cannot be changed safely is left out.
    """
    edits: dict[str, dict[int, dict[Path, Edit]]] = defaultdict(lambda: defaultdict(dict))
    for hit in hits:
        if hit is not None and fixable(hit, unsafe=unsafe):
            index = sources.index(hit.record)
            if index is not None:
                for edit in hit.issue.fix:
                    edits[hit.record.path][index].setdefault(edit.path, edit)
    texts = {}
    for shown, records in sorted(edits.items()):
        text = sources.data(shown).decode("utf-8", "replace")
        try:
            new = _edited(text, records)
        except NotEditableError:
            continue
        if new != text:
            texts[shown] = new
    return texts


def _edited(text: str, records: Mapping[int, Mapping[Path, Edit]]) -> str:
    data = read_text(text.encode()).data
    for index, edits in records.items():
        data["procedures"][index] = applied(data["procedures"][index], edits.values())
    return rewrite(text, data)

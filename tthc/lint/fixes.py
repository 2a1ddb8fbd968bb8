"""Fixes as new texts of files. What a fix changes is only ever the value its finding is about."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from tthc.catalogue.locate import Sources
from tthc.catalogue.reader import read_text
from tthc.catalogue.rewrite import NotEditableError, rewrite
from tthc.catalogue.writer import Edit, applied
from tthc.lint.engine import Hit, fixable
from tthc.lint.rule import Path


def fixed(hits: Iterable[Hit | None], sources: Sources, *, unsafe: bool) -> dict[str, str]:
    """The new texts of the files that change, by path. Of two fixes to one value the first is taken.

    A file that cannot be changed safely is left out.
    """
    edits: dict[str, dict[int, dict[Path, str]]] = defaultdict(lambda: defaultdict(dict))
    for hit in hits:
        if hit is not None and fixable(hit, unsafe=unsafe):
            index = sources.index(hit.record)
            if index is not None:
                for path, value in hit.issue.fix:
                    edits[hit.record.path][index].setdefault(path, value)
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


def _edited(text: str, records: Mapping[int, Mapping[Path, str]]) -> str:
    data = read_text(text.encode()).data
    for index, values in records.items():
        edits = [Edit(path, value) for path, value in values.items()]
        data["procedures"][index] = applied(data["procedures"][index], edits)
    return rewrite(text, data)

"""What the wording of a procedure suggests about online service: presence, site visit, original papers."""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from tthc.text.evidence.clauses import Clause, clauses
from tthc.text.evidence.model import Evidence, Paper, Presence, Wording
from tthc.text.evidence.original import Listed, original
from tthc.text.evidence.presence import free_of_presence, presence
from tthc.text.evidence.signs import Sign, signs
from tthc.text.evidence.site_visit import site_visit

__all__ = ["Evidence", "Presence", "Wording", "read"]


def read(wording: Wording) -> Evidence:
    """Read the wording of one procedure. Time grows with the length of the text and no faster."""
    steps = [_text(step, "steps") for step in wording.steps]
    ways = [_text(way.text, "channels") for way in wording.ways if way.text]
    conditions = _text(wording.conditions, "conditions")
    papers, own = _papers(wording.dossier)
    steps += own
    handling = [clause for text in steps for clause in text.clauses]
    told = handling + [clause for text in ways for clause in text.clauses]
    said = [sign for text in (*steps, *ways, conditions) for sign in text.signs]
    free = free_of_presence(wording, told)
    return Evidence(
        presence=presence(wording, said, free),
        site_visit=site_visit(handling, said),
        original=original(wording.name, papers, [*told, *conditions.clauses], remote=free is not None),
    )


class _Text(NamedTuple):
    clauses: tuple[Clause, ...]
    signs: tuple[Sign, ...]


@lru_cache(maxsize=4_000)
def _text(text: str, part: str) -> _Text:
    """A text of the steps, the channels or the conditions. Procedures of a field share much of their wording."""
    found = tuple(clauses(text, part))
    return _Text(found, tuple(sign for clause in found for sign in signs(clause)))


@lru_cache(maxsize=4_000)
def _paper(text: str) -> tuple[Clause, ...]:
    """A paper that stands under no heading."""
    return tuple(clauses(text, "dossier"))


def _papers(dossier: Sequence[Paper]) -> tuple[list[Listed], list[_Text]]:
    """The papers under the headings that stand before them; apart from them, what the authority itself files."""
    papers: list[Listed] = []
    own: list[_Text] = []
    heading: Clause | None = None
    for paper in dossier:
        if _is_heading(paper):
            heading = Clause(paper.text.strip("[]* "), "dossier")
        elif heading and heading.has("agency") and heading.has("submit_up"):
            own.append(_text(paper.text, "steps"))
        else:
            found = tuple(clauses(paper.text, "dossier", heading)) if heading else _paper(paper.text)
            papers += [Listed(paper, found)] if found else []
    return papers, own


def _is_heading(paper: Paper) -> bool:
    """A line in brackets, or one that ends with a colon, or one that names a case and no quantity."""
    text = paper.text.strip()
    if text.startswith("[") or text.endswith((":", "gồm")):
        return True
    return paper.originals is None and len(text) < 160 and text.lstrip("*-+ ").startswith(("Trường hợp", "Đối với"))

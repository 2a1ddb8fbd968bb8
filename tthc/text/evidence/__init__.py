"""What the wording of a procedure suggests about online service: presence, site visit, original papers."""

from collections.abc import Sequence

from tthc.text.evidence.clauses import Clause, clauses
from tthc.text.evidence.model import Evidence, Paper, Presence, Wording
from tthc.text.evidence.original import Listed, original
from tthc.text.evidence.presence import free_of_presence, presence
from tthc.text.evidence.signs import signs
from tthc.text.evidence.site_visit import site_visit

__all__ = ["Evidence", "Presence", "Wording", "read"]


def read(wording: Wording) -> Evidence:
    """Read the wording of one procedure. Time grows with the length of the text and no faster."""
    steps = [clause for step in wording.steps for clause in clauses(step, "steps")]
    ways = [clause for way in wording.ways for clause in clauses(way.text, "channels")]
    conditions = list(clauses(wording.conditions, "conditions"))
    papers, own = _papers(wording.dossier)
    steps += own
    said = [sign for clause in (*steps, *ways, *conditions) for sign in signs(clause)]
    free = free_of_presence(wording, (*steps, *ways))
    return Evidence(
        presence=presence(wording, said, free),
        site_visit=site_visit(steps, said),
        original=original(wording.name, papers, (*steps, *ways), remote=free is not None),
    )


def _papers(dossier: Sequence[Paper]) -> tuple[list[Listed], list[Clause]]:
    """The papers under the headings that stand before them; apart from them, what the authority itself files."""
    papers: list[Listed] = []
    own: list[Clause] = []
    heading: Clause | None = None
    for paper in dossier:
        if _is_heading(paper):
            heading = Clause(paper.text.strip("[]* "), "dossier")
        elif heading and heading.has("agency") and heading.has("submit_up"):
            own += clauses(paper.text, "steps")
        else:
            found = tuple(clauses(paper.text, "dossier", heading))
            papers += [Listed(paper, found)] if found else []
    return papers, own


def _is_heading(paper: Paper) -> bool:
    """A line in brackets, or one that ends with a colon, or one that names a case and no quantity."""
    text = paper.text.strip()
    if text.startswith("[") or text.endswith((":", "gồm")):
        return True
    return paper.originals is None and len(text) < 160 and text.lstrip("*-+ ").startswith(("Trường hợp", "Đối với"))

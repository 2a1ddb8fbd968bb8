"""Whether an original paper is asked for, and how strictly."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from tthc.text.evidence import demands
from tthc.text.evidence.clauses import Clause
from tthc.text.evidence.conditions import RARE, Limit
from tthc.text.evidence.demands import Form
from tthc.text.evidence.lexicon import Mark
from tthc.text.evidence.model import Original, Paper, Reading
from tthc.text.evidence.signs import denied

_STRICTEST = (Original.SUBMIT, Original.COMPARE, Original.CHANNEL_ONLY, Original.NONE)
_STRICT = frozenset({Original.SUBMIT, Original.COMPARE})


_OPENING = 4  # words of a name that may say "nộp lại", "thu hồi"
_CONTEXT = 12  # words quoted, so that the reader sees which paper is meant


@dataclass(frozen=True, slots=True)
class Listed:
    """A paper of the dossier with the clauses of its text."""

    paper: Paper
    clauses: tuple[Clause, ...]


@dataclass(frozen=True, slots=True)
class _Demand:
    value: Original
    quote: str
    part: str


def original(name: str, papers: Sequence[Listed], steps: Sequence[Clause], *, remote: bool) -> Reading[Original]:
    """The strictest demand of the ordinary case. `remote`: whether one can file without coming."""
    surrendered = _surrendered(name, papers)
    if surrendered:
        return surrendered
    uploaded = remote and any(_uploads(clause) for paper in papers for clause in paper.clauses)
    found = [demand for paper in papers for demand in _of_paper(paper, remote=remote, uploaded=uploaded)]
    found += [demand for group in _lists(steps) for demand in _of_group(group, remote=remote)]
    for value in _STRICTEST:
        for demand in found:
            if demand.value is value:
                return Reading(value, demand.quote, demand.part)
    return _silent(papers)


def _surrendered(name: str, papers: Sequence[Listed]) -> Reading[Original] | None:
    """Whether the procedure is about a paper that is in the dossier: restored, given back, withdrawn."""
    opening = Clause(" ".join(name.split()[:_OPENING]), "name")  # shared by many names, so that few are parsed
    if not any("surrender" in mark.groups and mark.start <= 2 for mark in opening.marks):
        return None
    title = Clause(name, "name")
    objects = {title.quote(mark.start, mark.end).casefold() for mark in title.marks if mark.groups & demands.PAPERS}
    for listed in papers:
        clause = listed.clauses[0]
        papers_named = [mark for mark in clause.marks if mark.groups & demands.PAPERS]
        first = papers_named[0] if papers_named and papers_named[0].start <= 4 else None
        if first and clause.quote(first.start, first.end).casefold() in objects and not clause.has("copy"):
            return Reading(Original.SUBMIT, listed.paper.text[:120], "dossier")
    return None


def _of_paper(paper: Listed, *, remote: bool, uploaded: bool) -> Iterator[_Demand]:
    """The demands of one paper; the electronic route may make its original needless."""
    if _is_at_hand(paper):
        return
    spared = uploaded or (remote and any(_spares(clause) for clause in paper.clauses))
    for group in _lists(paper.clauses):
        for demand in _of_group(group, remote=remote):
            strict = demand.value in _STRICT
            yield _Demand(Original.CHANNEL_ONLY, demand.quote, demand.part) if strict and spared else demand


def _of_group(group: Sequence[Clause], *, remote: bool) -> Iterator[_Demand]:
    found = [(clause, form, mark) for clause in group for form, mark in _forms(clause)]
    value = demands.value({form for _, form, _ in found})
    if value is None:
        return
    clause, _, mark = found[0]
    limits = frozenset(limit for c, _, m in found for limit in demands.limits(c, m))
    sent = any(form is Form.GIVEN_BACK or c.has("hand_in", range(m.start - 2, m.start)) for c, form, m in found)
    if value is Original.SUBMIT and not sent and Limit.REMOTE in limits and Limit.DIRECT not in limits:
        return  # what is handed in online is a file, whatever it is called
    if value in _STRICT and remote and (Limit.DIRECT in limits or clause.has("fax")):
        value = Original.CHANNEL_ONLY  # "fax, sau đó phải gửi bản chính" is another single way of filing
    if value is Original.COMPARE and Limit.COPIED in limits:
        value = Original.CHANNEL_ONLY
    end = min(mark.end + _CONTEXT, len(clause.words))
    start = mark.start if end > mark.end + 1 else max(0, end - _CONTEXT)  # "(bản chính)" comes after its paper
    yield _Demand(value, clause.quote(start, end), clause.part)


def _forms(clause: Clause) -> Iterator[tuple[Form, Mark]]:
    if clause.has("proxy", range(6)):
        return  # the paper of somebody who acts for the applicant
    said = list(demands.forms(clause))
    yield from said
    if not said and clause.part == "dossier" and any(heading.has("show") for heading in clause.headings[-1:]):
        for mark in clause.marks:
            if mark.groups & {"identity_paper", "paper"} and _is_shown(clause, mark):
                yield Form.COMPARE, mark
                return


def _is_shown(clause: Clause, mark: Mark) -> bool:
    """Whether a paper listed under "Giấy tờ phải xuất trình" is one that must be shown in the ordinary case."""
    if clause.has("data_instead") or denied(clause, mark.start) or clause.has("upload"):
        return False
    return not demands.limits(clause, mark) & RARE and not clause.has("optional")


def _lists(clauses: Sequence[Clause]) -> Iterable[list[Clause]]:
    """Clauses alone, or together where a heading offers a choice between them."""

    def choice(numbered: tuple[int, Clause]) -> object:
        number, clause = numbered
        heading = clause.headings[-1] if clause.headings else None
        return heading if heading and heading.has("choose") else number

    for _, group in groupby(enumerate(clauses), choice):
        yield [clause for _, clause in group]


def _spares(clause: Clause) -> bool:
    """ "Gửi qua cổng một cửa quốc gia thì không phải nộp", "gửi qua bưu điện thì phải là bản sao chứng thực"."""
    if clause.has("by_post") and any(
        "copy" in m.groups and Limit.REMOTE in demands.limits(clause, m) for m in clause.marks
    ):
        return True
    return clause.has("remote") and clause.has("need_not")


def _uploads(clause: Clause) -> bool:
    """ "nộp/xuất trình (theo hình thức trực tiếp) hoặc tải lên (theo hình thức trực tuyến) các giấy tờ"."""
    return clause.has("show") and clause.has("upload") and clause.has("or") and not clause.has("not")


def _silent(papers: Sequence[Listed]) -> Reading[Original]:
    """No form is said: that is nothing known where an existing paper is listed, or no paper at all."""
    asked = [paper for paper in papers if not paper.clauses[0].has("optional")]
    if asked and all(map(_is_harmless, asked)):
        return Reading(Original.NONE, asked[0].paper.text[:120], "dossier", silent=True)
    return Reading(Original.UNKNOWN)


def _is_at_hand(listed: Listed) -> bool:
    """Whether the paper is asked for only where the data are not to be had: "đã có trong ... thì không phải nộp"."""
    return any(clause.has("database") and clause.has("need_not") for clause in listed.clauses)


def _is_harmless(listed: Listed) -> bool:
    if (not listed.paper.originals and listed.paper.copies) or _is_at_hand(listed):
        return True
    return not any(demands.names_existing(clause) for clause in listed.clauses)

"""The name of a procedure, taken apart: which act on which object, at which level, in which case."""

import re
from dataclasses import dataclass, replace

from tthc.domain.level import Level
from tthc.text.normalise import normalise
from tthc.text.title.levels import levels_of
from tthc.text.title.lexicon import Kind, Lexicon, Meaning, lexicon
from tthc.text.title.words import Word, rewrite, split, written

_CODE = re.compile(r"\(?([1-9]\.\d{6})(?:\.\d{3}\.\d{2}\.\d{2})?(?:\.[hg]\d{2})?\)?(?![\d.])[\s.:)-]*")
_CUT = re.compile(r"(?:\.\.+|…)[\s\"'”)]*\Z")
_ROMAN = re.compile(r"x{0,3}(?:ix|iv|v?i{0,3})")
_PASTED = 6  # words; so long a stretch is not repeated in order to say something
_AGENCY_WORDS = 16  # no agency has a longer name before "thực hiện"


@dataclass(frozen=True, slots=True)
class Term:
    """One meaningful word or phrase of a name. `key` is its one spelling, `words` how the name has it."""

    key: str
    kind: Kind
    words: str
    group: str = ""  # the closed class it belongs to
    case: bool = False  # part of a case or condition ("trong trường hợp …", "do bị mất")
    aside: bool = False  # in brackets
    count: int = 1  # how often the name says it


@dataclass(frozen=True, slots=True)
class Title:
    """A name taken apart. Nothing that means something is lost: what no lexicon knows is a term as a plain word."""

    text: str  # the normalised name, without a code glued to it
    code: str  # the code glued to the name, or nothing
    cut: bool  # the name breaks off ("…")
    acts: tuple[Term, ...]  # the head of the name
    terms: tuple[Term, ...]  # everything else that means something, each key once, in order
    levels: frozenset[Level]  # the levels the name claims for its procedure
    level_words: tuple[str, ...]  # the words that do
    authority: frozenset[str]  # the words of the agency that the name calls competent


def parse(name: str) -> Title:
    """Take the name of a procedure apart."""
    known = lexicon()
    text = normalise(name)
    glued = _CODE.match(text)
    if glued:
        text = text[glued.end() :]
    words = _once(rewrite(split(text), known.replacements))
    start = 0
    while start < len(words) and (opening := known.openings.match(words, start)):
        start += opening[0]
    acts, start = _head(words, start, known)
    body = _Body(words, known)
    body.read(start)
    return Title(
        text=text,
        code=glued[1] if glued else "",
        cut=bool(_CUT.search(name)),
        acts=acts,
        terms=tuple(body.terms.values()),
        levels=frozenset(body.levels),
        level_words=tuple(body.level_words),
        authority=frozenset(body.authority),
    )


def _once(words: list[Word]) -> list[Word]:
    """Without stretches that stand twice: an accident of pasting, or a long name of a paper named again."""
    if len(words) < 2 * _PASTED:
        return words
    texts = [word.text for word in words]
    seen: set[tuple[str, ...]] = set()
    keep = [True] * len(words)
    for i in range(len(words) - _PASTED + 1):
        stretch = tuple(texts[i : i + _PASTED])
        if stretch in seen:
            keep[i : i + _PASTED] = [False] * _PASTED
        seen.add(stretch)
    return words if all(keep) else [word for word, kept in zip(words, keep, strict=True) if kept]


def _head(words: list[Word], start: int, known: Lexicon) -> tuple[tuple[Term, ...], int]:
    """The acts at the head of a name, and where they end: "Cấp, cấp lại …" has two, "Đăng ký thay đổi …" too."""
    acts: dict[str, Term] = {}
    i, previous = start, ""
    while i < len(words) and (not acts or words[i].before in ("", ",")):
        length, act = _act(words, i, known)
        if not length:
            break
        if act:
            if previous and not words[i].before:  # an act right behind another: does it belong to the head?
                if previous not in known.modals | known.absorbed or not _is_act(words, i, length, known):
                    break
                if previous in known.absorbed:
                    acts.pop(previous, None)
            acts[act] = Term(act, Kind.ACT, written(words[i : i + length]))
            previous = act
        i += length
    return tuple(acts.values()), i + (_light(words, i, known) if acts else 0)


def _light(words: list[Word], i: int, known: Lexicon) -> int:
    """How many words a verb takes that adds nothing to the act before it: "cho phép tổ chức họp báo"."""
    match = known.meanings.match(words, i) if i < len(words) and not words[i].before else None
    return match[0] if match and match[1].key in known.light else 0


def _act(words: list[Word], i: int, known: Lexicon) -> tuple[int, str]:
    """How many words an act takes from `i`, and its key; the key is empty for a carrier ("đề nghị" before "cấp")."""
    match = known.acts.match(words, i)
    carrier = known.carriers.match(words, i)
    if carrier and (match is None or match[0] <= carrier[0]):
        after = i + carrier[0]
        if after < len(words) and not words[after].before and _act(words, after, known)[0]:
            return carrier[0], ""
    if match is None:
        return 0, ""
    length, act = match
    following = words[i + length] if i + length < len(words) else Word("")
    if following.before:
        return length, act
    if following.text == "lại" and not act.endswith("lại"):
        return length + 1, f"{act} lại"
    return (length + 1, act) if following.text == "mới" else (length, act)


def _is_act(words: list[Word], i: int, length: int, known: Lexicon) -> bool:
    """Not a paper, nor the beginning of a longer term: "công bố quyết định", "cấp chứng nhận" hold one act each."""
    match = known.meanings.match(words, i)
    return match is None or (match[0] <= length and match[1].kind is not Kind.PAPER)


class _Body:
    """Reads what follows the head: terms, and the levels the name claims."""

    def __init__(self, words: list[Word], known: Lexicon) -> None:
        self._words = words
        self._known = known
        self._case: int | None = None  # the bracket depth at which the case being read began
        self.terms: dict[str, Term] = {}
        self.levels: set[Level] = set()
        self.level_words: list[str] = []
        self.authority: set[str] = set()

    def read(self, i: int) -> None:
        words, match = self._words, self._known.meanings.match
        while i < len(words):
            word = words[i]
            if self._case is not None and (word.before == ";" or word.depth < self._case):
                self._case = None
            if word.text in ("do", "thuộc") and (length := self._managed(i)):
                i += length
                continue
            found = match(words, i)
            i += self._known_phrase(i, *found) if found else self._word(i)

    def _known_phrase(self, i: int, length: int, meaning: Meaning) -> int:
        """Take a known phrase; returns how many words that used."""
        kind = meaning.kind
        if kind is Kind.COMPETENCE:
            return self._claim(i, i + length, self._end_of_agency(i + length)) or length
        if kind is Kind.LEVEL:
            self._level(i, length, meaning)
        elif kind is Kind.CASE:
            self._case = self._words[i].depth if self._case is None else self._case
        elif kind is not Kind.FILLER:
            self._add(Term(meaning.key, kind, written(self._words[i : i + length]), meaning.group), i)
        return length

    def _word(self, i: int) -> int:
        text = self._words[i].text
        numeric = text[0].isdigit() or len(text) == 1 or _ROMAN.fullmatch(text)
        self._add(Term(text, Kind.NUMBER if numeric else Kind.WORD, self._words[i].written or text), i)
        return 1

    def _add(self, term: Term, i: int) -> None:
        case, aside = self._case is not None, self._words[i].depth > 0
        before = self.terms.get(term.key)
        if before is None:
            self.terms[term.key] = replace(term, case=case, aside=aside) if case or aside else term
        else:
            self.terms[term.key] = replace(
                before, case=before.case and case, aside=before.aside and aside, count=before.count + 1
            )

    def _level(self, i: int, length: int, meaning: Meaning) -> None:
        """ "(cấp tỉnh)", "… cấp xã" at the end claim a level; elsewhere such words belong to the object."""
        words, end = self._words, i + length
        opens = words[i].before == "("
        closes = end == len(words) or words[end].before in (")", ";") or words[end].depth < words[i].depth
        text = written(words[i:end])
        if opens or closes:
            self.levels |= meaning.levels
            self.level_words.append(text)
        else:
            self._add(Term(meaning.key, Kind.LEVEL, text), i)

    def _managed(self, i: int) -> int:
        """ "do Sở Công Thương thực hiện", "thuộc địa phương quản lý": how many words such a claim of level takes."""
        words = self._words
        for end in range(i + 2, min(i + _AGENCY_WORDS, len(words))):
            if words[end].depth != words[i].depth or words[end].before == ";":
                break
            for length in (2, 1):
                verb = " ".join(word.text for word in words[end : end + length])
                if verb in self._known.managed and (taken := self._claim(i, i + 1, end, end + length)):
                    return taken
        return 0

    def _end_of_agency(self, i: int) -> int:
        words, stops = self._words, self._known.stops
        end = i
        while end < len(words):
            word = words[end]
            if word.before in (";", "(", ")") or word.text in stops or f"{word.text} {words[end + 1].text if end + 1 < len(words) else ''}" in stops:
                break
            end += 1
        return end

    def _claim(self, start: int, agency: int, end: int, after: int = 0) -> int:
        """Take the words from `start` as a claim of the level of the agency in them, if that is known."""
        found = levels_of(self._words[agency:end])
        if not found:
            return 0
        after = after or end
        self.levels |= found
        self.level_words.append(written(self._words[start:after]))
        self.authority |= {word.text for word in self._words[agency:end]}
        return after - start

"""What follows the head of a name: terms, and the levels the name claims."""

import re

from tthc.domain.level import Level
from tthc.text.title.citation import cited
from tthc.text.title.levels import levels_of
from tthc.text.title.lexicon import ASIDE, Kind, Lexicon, Meaning
from tthc.text.title.term import Term, term
from tthc.text.title.words import Word, written

_ROMAN = re.compile(r"x{0,3}(?:ix|iv|v?i{0,3})")
_AGENCY_WORDS = 24  # no agency has a longer name before "thực hiện"


class Body:
    """Reads the words of a name from the end of its head."""

    def __init__(self, words: list[Word], known: Lexicon) -> None:
        self._words = words
        self._known = known
        self._case: int | None = None  # the bracket depth at which the case being read began
        self.terms: dict[str, Term] = {}
        self.levels: set[Level] = set()
        self.level_words: list[str] = []
        self.authority: set[str] = set()

    def read(self, i: int) -> None:
        """Read on from the word `i`."""
        words, meanings = self._words, self._known.meanings
        while i < len(words):
            word = words[i]
            if self._case is not None and (word.before == ";" or word.depth < self._case):
                self._case = None
            if found := self._cited(i):
                i += found
                continue
            if word.text in ("do", "thuộc") and (length := self._managed(i)):
                i += length
                continue
            if word.text in ("tại", "ở") and (length := self._place(i)):
                i += length
                continue
            phrase = meanings.match(words, i) if word.text in meanings else None
            i += self._phrase(i, *phrase) if phrase else self._word(i)

    def _phrase(self, i: int, length: int, meaning: Meaning) -> int:
        """Take a known phrase; returns how many words that used."""
        kind = meaning.kind
        if kind is Kind.COMPETENCE:
            end = self._end_of_agency(i + length)
            return self._claim(i, i + length, end, named=meaning.key.endswith(" của")) or length
        if kind is Kind.LEVEL:
            self._level(i, length, meaning)
        elif kind is Kind.CASE:
            self._case = self._words[i].depth if self._case is None else self._case
        elif kind is not Kind.FILLER:
            self._add(meaning.key, kind, i, length, meaning.group)
        return length

    def _word(self, i: int) -> int:
        text = self._words[i].text
        numeric = text[0].isdigit() or len(text) == 1 or _ROMAN.fullmatch(text)
        self._add(text, Kind.NUMBER if numeric else Kind.WORD, i, 1)
        return 1

    def _add(self, key: str, kind: Kind, i: int, length: int, group: str = "") -> None:
        case, aside = self._case is not None, self._words[i].depth > 0
        before = self.terms.get(key)
        if before is None:
            said = written(self._words[i : i + length])
            self.terms[key] = term(key, kind, said, group, case, aside)
        else:
            again = before.count + (case <= before.case)  # what a case repeats is not said of the object
            case, aside = case and before.case, aside and before.aside
            self.terms[key] = term(key, before.kind, before.words, before.group, case, aside, again)

    def _level(self, i: int, length: int, meaning: Meaning) -> None:
        """ "(cấp tỉnh)", "… cấp xã" at the end claim a level; elsewhere such words belong to the object."""
        words, end = self._words, i + length
        opens = words[i].before == "("
        if (opens or self._closes(end)) and (meaning.group != ASIDE or words[i].depth):
            self.levels |= meaning.levels
            self.level_words.append(written(words[i:end]))
        else:
            self._add(meaning.key, Kind.LEVEL, i, length)

    def _managed(self, i: int) -> int:
        """How many words such a phrase takes: "do Sở Công Thương thực hiện" claims a level for the procedure,
        "thuộc địa phương quản lý" tells that of its object."""
        words = self._words
        for end in range(i + 2, min(i + _AGENCY_WORDS, len(words))):
            if words[end].depth != words[i].depth or words[end].before == ";":
                break
            for length in (2, 1):
                verb = " ".join(word.text for word in words[end : end + length])
                is_verb = verb in self._known.managed and words[end - 1].text != "ban"  # "ban quản lý" is a body
                if not is_verb or not levels_of(words[i + 1 : end]):
                    continue
                if words[i].text == "do":
                    return self._claim(i, i + 1, end, end + length)
                self._add(" ".join(word.text for word in words[i + 1 : end]), Kind.LEVEL, i, end + length - i)
                return end + length - i
        return 0

    def _end_of_agency(self, i: int) -> int:
        words, stops = self._words, self._known.stops
        for end in range(i, len(words)):
            two = " ".join(word.text for word in words[end : end + 2])
            if words[end].before in (";", "(", ")") or words[end].text in stops or two in stops:
                return end
        return len(words)

    def _place(self, i: int) -> int:
        """ "… tại Sở Nội vụ" at the end of a part tells where the procedure is done, "làm việc tại …" does not."""
        words, known = self._words, self._known
        end = self._end_of_agency(i + 1)
        if not self._closes(end) or i + 1 == len(words) or not known.offices.match(words, i + 1):
            return 0
        before = " ".join(word.text for word in words[max(i - 2, 0) : i])
        return 0 if before.endswith(tuple(known.situated)) else self._claim(i, i + 1, end)

    def _closes(self, end: int) -> bool:
        """Whether nothing follows in this part of the name, or nothing that says anything."""
        words = self._words
        while end < len(words) and words[end].before not in (")", ";") and words[end].depth >= words[end - 1].depth:
            if found := cited(words, end, self._known):
                end += found.length
            elif (phrase := self._known.meanings.match(words, end)) and phrase[1].kind is Kind.FILLER:
                end += phrase[0]
            else:
                return False
        return True

    def _cited(self, i: int) -> int:
        word = self._words[i]
        found = cited(self._words, i, self._known) if word.before == "(" or word.text in self._known.citing else None
        if found and found.key:
            self._add(found.key, found.kind, i, found.length)
        return found.length if found else 0

    def _claim(self, start: int, agency: int, end: int, after: int = 0, *, named: bool = False) -> int:
        """Take the words from `start` as a claim of the level of the agency in them, if that is known.

        An agency `named` as competent is one though its level is not known.
        """
        found = levels_of(self._words[agency:end])
        if not found and not (named and end > agency):
            return 0
        after = after or end
        self.levels |= found
        self.level_words.append(written(self._words[start:after]))
        self.authority |= {word.text for word in self._words[agency:end]}
        return after - start

"""Texts derived from the name of a procedure: its application, its result, its papers and steps."""

import re
from collections.abc import Mapping
from typing import Any

from tools.sample.draw import Draw
from tools.sample.vocabulary import Entry

_LONG = 70  # characters; a longer name is cut where the vocabulary allows
_SHORTEST_HEAD = 25


def lower(text: str) -> str:
    """The text with a small first letter, to stand inside a sentence."""
    return text[:1].lower() + text[1:]


def upper(text: str) -> str:
    """The text with a capital first letter."""
    return text[:1].upper() + text[1:]


class Wording:
    """What the papers of one procedure are called."""

    def __init__(self, entry: Entry, phrases: Mapping[str, Any]) -> None:
        self._entry = entry
        self._phrases = phrases
        self._verb = phrases["verbs"][entry.verb]
        self.kind: str = self._verb["kind"]
        writers = phrases["writers"].items()
        self._letters: Mapping[str, str] = next(
            phrases["letters"][who] for who, subjects in writers if entry.subject in subjects
        )
        granted = re.match(rf"(?i:{phrases['papers_granted']})\b", entry.rest)
        self._thing = self._cut(self._without_act(entry.rest)) if granted else ""
        self.personal = bool(re.match(rf"(?i:{phrases['granted_once']})\b", entry.rest))
        self._holds = {"thing", *(() if self.personal else ("activity",))} if granted else set()

    @property
    def application(self) -> str:
        """Đơn, tờ khai, văn bản đề nghị."""
        if self._entry.form:
            return self._entry.form
        pattern: str = self._verb.get("form", "{application} {name}")
        return self._filled(pattern)

    @property
    def result(self) -> str:
        """Kết quả."""
        if self._entry.result:
            return self._entry.result
        pattern: str = self._verb["result"]
        return self._filled(pattern if self._thing or "{thing}" not in pattern else "Quyết định {name}")

    def papers(self, draw: Draw) -> list[dict[str, str]]:
        """The papers besides the application, with the case in which each is asked for."""
        attached = () if "alone" in self._entry.traits else self._phrases["attachments"].get(self.kind, ())
        fixed = [
            {"name": self._filled(paper["name"]), **({"when": paper["when"]} if "when" in paper else {})}
            for paper in attached
            if paper.get("only") in {None, *self._holds}
        ]
        low, high = self._phrases["papers_taken"][self.kind]
        if "alone" in self._entry.traits or (self._entry.own_papers and high):
            low, high = max(low, 1), max(high, 1)
        count = draw.between(low, high)
        first, others = self._entry.papers[:1], draw.some(self._entry.papers[1:], count - 1)
        return fixed + [{"name": name} for name in ([*first, *others] if count else [])]

    def _filled(self, pattern: str) -> str:
        name = lower(self._cut(self._entry.name))
        thing = self._thing or "giấy tờ"
        return upper(pattern.format(name=name, rest=self._cut(self._entry.rest), thing=thing, **self._letters))

    def _without_act(self, text: str) -> str:
        """The object of an act that goes on behind it: a licence "do bị mất, bị hỏng" is a licence."""
        places = [text.find(sign) for sign in self._phrases["not_of_thing"]]
        return text[: min((at for at in places if at > 0), default=len(text))]

    def _cut(self, text: str) -> str:
        """A long name without what narrows it down."""
        if len(text) <= _LONG:
            return text
        places = [text.find(sign, _SHORTEST_HEAD) for sign in self._phrases["cut_before"]]
        return text[: min((at for at in places if at > 0), default=len(text))]

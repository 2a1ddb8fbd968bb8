"""A foreign record on its way into a catalogue: what was understood of it, and what is doubtful."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from tthc.domain.finding import Finding, Location, Severity
from tthc.domain.procedure import Procedure
from tthc.exchange import words
from tthc.messages import _
from tthc.text import codes

_DEEPEST = 20  # levels of maps and lists in the notes; a catalogue's reader refuses 40 in all


@dataclass(frozen=True, slots=True)
class Draft:
    """A procedure with the agencies and the field it belongs to, by name. The first agency is the one in charge.

    `procedure.handled_by` is still empty: agencies have no ids yet.
    """

    procedure: Procedure
    agencies: tuple[str, ...]
    field: str
    place: Location
    doubts: tuple[Finding, ...] = ()


class Fields:
    """The keys of a foreign record: what is taken is mapped to a place of its own, what is left goes to the notes."""

    def __init__(self, raw: Mapping[str, Any], place: Location) -> None:
        self.left = dict(raw)
        self.place = place
        self.procedure = ""
        self.doubts: list[Finding] = []

    def text(self, key: str) -> str:
        """A text, word for word; "" where there is none. Anything else stays for the notes, with a doubt."""
        value = self.left.get(key)
        if value is None or isinstance(value, str):
            self.left.pop(key, None)
            return "" if value is None or words.is_blank(value) else value
        self.doubt("wrong-type", _('"{key}" is not a text; it is kept in the notes').format(key=key), key)
        return ""

    def texts(self, key: str) -> list[str]:
        """A list of texts, or one text; blank ones left out."""
        value = self.left.get(key)
        values = value if isinstance(value, list) else [value]
        if all(item is None or isinstance(item, str) for item in values):
            self.left.pop(key, None)
            return [item for item in values if item and not words.is_blank(item)]
        self.doubt("wrong-type", _('"{key}" is not a list of texts; it is kept in the notes').format(key=key), key)
        return []

    def maps(self, key: str) -> list[dict[str, Any]]:
        """A list of maps; anything else stays for the notes, with a doubt."""
        value = self.left.get(key)
        if value is None or (isinstance(value, list) and all(isinstance(item, dict) for item in value)):
            self.left.pop(key, None)
            return value or []
        self.doubt("wrong-type", _('"{key}" is not a list of maps; it is kept in the notes').format(key=key), key)
        return []

    def map(self, key: str) -> dict[str, Any] | None:
        """A map; None where there is none. Anything else stays for the notes."""
        return self.left.pop(key) if isinstance(self.left.get(key), dict) else None

    def flag(self, key: str) -> bool | None:
        """true or false; None where the record does not say."""
        return self.left.pop(key) if isinstance(self.left.get(key), bool) else None

    def number(self, key: str) -> int | None:
        """A whole number that is not negative; anything else stays for the notes."""
        value = self.left.get(key)
        if isinstance(value, int) and not isinstance(value, bool) and value >= 0:
            self.left.pop(key)
            return value
        return None

    def keep(self, key: str, value: Any) -> None:
        """Put something that has no place of its own into the notes; what is there under the key stays."""
        name, number = key, 1
        while name in self.left and value:
            number += 1
            name = f"{key} ({number})"
        if value or value is False:
            self.left[name] = value

    def doubt(self, rule: str, message: str, subject: str = "", severity: Severity = Severity.WARNING) -> None:
        """Note something for a person to look at."""
        self.doubts.append(Finding(rule, severity, message, self.place, procedure=self.procedure, subject=subject))

    def names(self) -> tuple[str | None, str]:
        """The code, word for word, and the name; what is missing or odd becomes a doubt."""
        code = self.left.get("code")
        if isinstance(code, int) and not isinstance(code, bool):
            self.left["code"] = str(code)
        code_text, name = self.text("code"), self.text("name")
        self.procedure = code_text or name
        if not code_text:
            self.doubt("no-code", _("the record has no code"), "code")
        elif not words.is_code(code_text):
            self.doubt("odd-code", _odd(code_text), "code")
        if not name:
            self.doubt("no-name", _("the record has no name; its code stands in its place"), "name")
        return code_text or None, name or code_text or "?"

    def draft(self, procedure: Procedure, agencies: tuple[str, ...], field: str) -> Draft:
        """The draft of this record: what is left goes to the notes, without what is empty."""
        if not agencies:
            self.doubt("no-agency", _("the record names no agency"), "agency")
        if not field:
            self.doubt("no-field", _("the record names no field"), "field")
        return Draft(replace(procedure, notes=pruned(self.left)), agencies, field, self.place, tuple(self.doubts))


def _odd(code: str) -> str:
    """What is odd about a code, and what it was, where that can be told."""
    message = _('"{code}" is not a code of the national database')
    meant = next(iter(codes.candidates(code)), "")
    if meant.startswith(code):
        message = _('"{code}" is not a code of the national database: the zeros at its end are probably lost; {meant}?')
    elif meant:
        message = _('"{code}" is not a code of the national database; {meant}?')
    return message.format(code=code, meant=meant)


def pruned(value: Any, depth: int = 0) -> Any:
    """The value without empty texts, lists and maps inside; None if nothing is left. `false` and 0 say something.

    What is nested deeper than a catalogue may be becomes its JSON text.
    """
    if isinstance(value, dict | list) and depth == _DEEPEST:
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, dict):
        kept = {key: pruned(item, depth + 1) for key, item in value.items()}
        return {key: item for key, item in kept.items() if item is not None} or None
    if isinstance(value, list):
        return [item for item in (pruned(item, depth + 1) for item in value) if item is not None] or None
    return None if value is None or (isinstance(value, str) and not value.strip()) else value

"""Where the wording comes from: a procedure of the catalogue, or a record of the national portal."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import Any

from tthc.domain.level import Channel
from tthc.domain.procedure import DossierItem, Procedure
from tthc.text.evidence.model import Paper, Way, Wording

# The column of quantities, which in the portal's records ends up behind the name of the paper, often glued to it. "01
# bản chính" and a number behind a colon, a comma or a bracket are words of the name: they say which form is meant.
_QUANTITY = re.compile(
    r"\(\s*bản chính:\s*(\d+)\s*,\s*bản sao:\s*(\d+)\s*\)"
    r"|\bbản chính:\s*(\d+)\s*[,;]?\s*bản sao:\s*(\d+)\W*$"
    r"|(?<![\s\d(])(0|[1-9]\d?) bản chính(?:\s*,\s*(\d+) bản sao)?"
    r"|(\d) bản chính(?:\s*,\s*(\d+) bản sao)?(?=[^\W\d_])"
    r"|(?<=\d{4})(\d) bản chính(?:\s*,\s*(\d+) bản sao)?$"
    r"|(?<=[\w.;)”\"])(?<!nộp|gửi|gồm|kèm)\s+(0|[1-9]\d?) bản chính(?:\s*,?\s*(\d+) bản sao)?\W*$",
    re.IGNORECASE,
)
FIELDS = ("steps", "dossier", "conditions", "channels")  # of a portal record, that hold its wording
_METHODS = (("trực tuyến", Channel.ONLINE), ("bưu chính", Channel.POST), ("trực tiếp", Channel.DIRECT))


def of_procedure(procedure: Procedure) -> Wording:
    """The wording of a procedure as the catalogue has it."""
    return Wording(
        name=procedure.name,
        steps=procedure.steps,
        dossier=tuple(map(_paper_of, procedure.dossier)),
        conditions=procedure.requirements or "",
        ways=tuple(Way(entry.channel, entry.note or "", entry.fee or "") for entry in procedure.channels),
    )


def of_record(record: Mapping[str, Any]) -> Wording:
    """The wording of a portal record: name, steps, dossier, conditions, channels. What is missing is empty."""
    return Wording(
        name=_text(record.get("name")),
        steps=tuple(_lines(record.get("steps"))),
        dossier=tuple(map(_paper, _lines(record.get("dossier")))),
        conditions=_text(record.get("conditions")),
        ways=tuple(way for item in _items(record.get("channels")) for way in _ways(item)),
    )


def _paper_of(item: DossierItem) -> Paper:
    text = f"{item.name} ({item.when})" if item.when else item.name
    return Paper(text, item.originals, item.copies)


def _text(value: object) -> str:
    return unicodedata.normalize("NFC", value) if isinstance(value, str) else ""


def _lines(value: object) -> Iterable[str]:
    items = value if isinstance(value, list) else [value]
    return (text for text in map(_text, items) if text.strip())


def _items(value: object) -> Iterable[Mapping[str, Any]]:
    return (item for item in value if isinstance(item, Mapping)) if isinstance(value, list) else ()


def _paper(text: str) -> Paper:
    found = _QUANTITY.search(text)
    originals, copies = None, None
    if found:
        numbers = [int(number) for number in found.groups() if number is not None]
        originals, copies = numbers[0], numbers[1] if len(numbers) > 1 else 0
    return Paper(_QUANTITY.sub(". ", text).strip(" ."), originals, copies)


def _ways(item: Mapping[str, Any]) -> Iterable[Way]:
    method = _text(item.get("method")).casefold()
    for word, channel in _METHODS:
        if word in method:
            yield Way(channel, _text(item.get("description")), _text(item.get("fee")))

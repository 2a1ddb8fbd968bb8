"""The keys of records by their names: an office that reads a document has never seen the files.

Vietnamese sentences have no English words but keys and their values; English ones are left as they are.
"""

import re

from tthc import messages
from tthc.domain.level import Channel, Delivery, Level, PartialReason, Status
from tthc.messages import _
from tthc.report import labels
from tthc.report.online.words import reason

_WORD = re.compile(r"(?<![\w./-])[a-z]+(?:[_.-][a-z]+)*(?![\w/-])")
_BRACKETS = re.compile(r"[\[\]{}]")


def plain(text: str) -> str:
    """The text with the names of keys and values in their place, without brackets."""
    if messages.language() == "en":
        return text
    names = _keys() | _values()
    named = _WORD.sub(lambda found: names.get(found[0], found[0]), text)
    return named if named == text else _BRACKETS.sub("", named)


def _keys() -> dict[str, str]:
    return {
        "basis": _("legal basis"),
        "channels": _("ways of filing"),
        "decision": _("announcing decision"),
        "delivery": _("ways of delivery"),
        "dossier": _("papers of the dossier"),
        "dossier_sets": _("number of dossiers"),
        "edition": _("day of the catalogue"),
        "electronic_form": _("interactive electronic form"),
        "fee": _("fee"),
        "form": _("form"),
        "former_names": _("former names"),
        "handled_by": _("deciding agency"),
        "internal": _("internal procedure"),
        "legal": _("by law"),
        "local_id": _("local number"),
        "name": _("name"),
        "non_territorial": _("filed anywhere in the province"),
        "online.level": _("level of the online service"),
        "payment": _("online payment"),
        "place": _("place of filing"),
        "reason": _("reason"),
        "reason_basis": _("basis of the reason"),
        "reason_until": _("day until which the reason holds"),
        "repealed_by": _("decision that repeals or replaces"),
        "requirements": _("requirements and conditions"),
        "result": _("result of the procedure"),
        "status": _("status"),
        "steps": _("steps of the procedure"),
        "subjects": _("applicants"),
        "when": _("case"),
    }


def _values() -> dict[str, str]:
    return {
        "true": _("yes"),
        "false": _("no"),
        **{value.value: labels.level(value) for value in Level},
        **{value.value: labels.status(value) for value in Status},
        **{value.value: labels.channel(value) for value in Channel},
        **{value.value: labels.delivery(value) for value in Delivery},
        **{value.value: reason(value) for value in PartialReason},
    }

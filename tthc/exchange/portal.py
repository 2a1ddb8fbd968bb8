"""The national portal's own record of a procedure: the JSON behind its page, with or without the answer round it."""

import re
from collections.abc import Iterable
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any

from tthc.domain.finding import Location
from tthc.domain.procedure import DossierItem, Legal, Local, Online, Procedure, Result
from tthc.exchange import facets, words
from tthc.exchange.channels import Arranged, Row, arrange
from tthc.exchange.draft import Draft, Fields
from tthc.messages import _
from tthc.text import money

_SIGNS = ("executionMethods", "formalityType", "executionSteps", "executionCases")
_AMOUNT = re.compile(r"\d{1,15}(?:\.\d{1,2})?")  # "50.000" is a text of its own: fifty, or fifty thousand
_VIETNAM = timezone(timedelta(hours=7))


def is_form(raw: dict[str, Any]) -> bool:
    """Whether a JSON object is such a record."""
    return any(key in raw for key in _SIGNS)


def draft(raw: dict[str, Any], place: Location) -> Draft:
    """The procedure of a record. The portal states the legal side; a province's own decision is local."""
    fields = Fields(raw, place)
    code, name = fields.names()
    rows = _rows(fields)
    legal_decision, local = _decisions(fields)
    internal, formality = facets.internal_and_formality(fields)
    facets.state(fields)
    if code and fields.left.get("codeNotation") == code:
        fields.text("codeNotation")
    steps = _steps(fields)
    in_charge = (*_names(fields, "unitGroupsExecuting", "departmentsExecuting"), *_listed(fields, "executingAgencies"))
    competent = _names(fields, "unitGroupsAuthority", "departmentsAuthority")
    helping = (
        *_names(fields, "unitGroupsCoordinating", "departmentsCoordinating"),
        *_listed(fields, "coordinatingAgencies"),
    )
    procedure = Procedure(
        name=name,
        code=code,
        level=facets.levels(fields),
        internal=internal,
        formality=formality,
        coordinating=helping,
        place=fields.text("dossierReceivingAddresses") or None,
        non_territorial=fields.flag("isNonTerritorial"),
        subjects=_names(fields, "subjectTypesDetails"),
        legal=Legal(deadline=rows.deadline, basis=_basis(fields), decision=legal_decision),
        local=local,
        channels=rows.channels,
        steps=steps,
        dossier=_dossier(fields),
        fee=rows.fee or _fees(fields),
        requirements=fields.text("requirementsAndConditions") or None,
        result=_result(fields),
        online=Online(level=facets.online(fields).level),
    )
    agencies = tuple(dict.fromkeys([*in_charge, *competent]))
    return fields.draft(procedure, agencies, _field(fields))


def _rows(fields: Fields) -> Arranged:
    rows, rest = [], []
    for raw in fields.maps("executionMethods"):
        row = Fields(raw, fields.place)
        method = row.text("submissionMethod")
        ways = words.channels(method)
        if method and not ways:
            row.keep("submissionMethod", method)
            fields.doubt("unknown-channel", _('"{method}" is not a known way').format(method=method), "channels")
        time, fee, note = _time(row), _fees(row) or "", row.text("description")
        rows += [Row(way, time, fee, note) for way in ways or (None,)]
        rest.append(row.left)
    arranged = arrange(rows)
    fields.keep("executionMethods", rest)
    fields.keep("remarks", list(arranged.remarks))
    return arranged


def _time(row: Fields) -> str:
    """`processingTime` 5 with `processingTimeUnit` WORKING_DAY as "05 ngày làm việc"; a number alone without a unit."""
    amount, unit = row.left.get("processingTime"), row.left.get("processingTimeUnit")
    if not isinstance(amount, int | str) or isinstance(amount, bool) or not str(amount).strip():
        return ""
    del row.left["processingTime"]
    written = words.duration(str(amount), str(unit))
    if written is None:
        return str(amount)
    del row.left["processingTimeUnit"]
    return written


def _fees(fields: Fields) -> str | None:
    """Fees as texts, one a line: "50.000 đồng (mô tả)"."""
    texts = []
    rest = []
    for raw in fields.maps("fees"):
        fee = Fields(raw, fields.place)
        value, currency, description = fee.left.pop("value", None), fee.text("currencyName"), fee.text("description")
        amount = _money(value, currency)
        texts.append(f"{amount} ({description})" if amount and description else amount or description)
        rest.append(fee.left)
    fields.keep("fees", rest)
    return "\n".join(dict.fromkeys(text for text in texts if text)) or None


def _money(value: Any, currency: str) -> str:
    """50000, 50000.0 and "50000.0" are "50.000 đồng"; anything but a number stays as it is."""
    text = "" if value is None else str(value).strip()
    if isinstance(value, bool) or not _AMOUNT.fullmatch(text):
        return f"{text} {currency}".strip()
    return money.written(Decimal(text), currency)


def _decisions(fields: Fields) -> tuple[str | None, Local]:
    """The deciding document: a province's stands on the local side, with its date."""
    legal = local = None
    decided: date | None = None
    number = fields.text("decisionNo")
    proposal = fields.map("procedureProposal")
    if proposal:
        inner = Fields(proposal, fields.place)
        if not number:
            number = inner.text("proposalNumber")
        if "UBND" in number:
            decided = _date(inner)
        fields.keep("procedureProposal", inner.left)
    if "UBND" in number:
        local = number
    elif number:
        legal = number
    return legal, Local(decision=local, decided=decided)


def _date(proposal: Fields) -> date | None:
    """The day of a time in milliseconds, in Vietnam."""
    milliseconds = proposal.left.get("decisionDate")
    if not isinstance(milliseconds, int) or not 0 < milliseconds < 10**13:
        return None
    del proposal.left["decisionDate"]
    return datetime.fromtimestamp(milliseconds // 1000, _VIETNAM).date()


def _steps(fields: Fields) -> tuple[str, ...]:
    steps, rest = [], []
    for raw in fields.maps("executionSteps"):
        step = Fields(raw, fields.place)
        text = "\n".join(text for text in (step.text("name"), step.text("description")) if text)
        steps.append(text)
        rest.append(step.left)
    fields.keep("executionSteps", rest)
    return tuple(step for step in steps if step)


def _names(fields: Fields, *keys: str) -> tuple[str, ...]:
    """The names in lists of `{id, name, …}`; ids and codes stay for the notes."""
    names = []
    for key in keys:
        rest = []
        for raw in fields.maps(key):
            item = Fields(raw, fields.place)
            names.append(item.text("name").strip())
            rest.append(item.left)
        fields.keep(key, rest)
    return tuple(dict.fromkeys(name for name in names if name))


def _listed(fields: Fields, key: str) -> tuple[str, ...]:
    return facets.agencies(fields, key)


def _basis(fields: Fields) -> tuple[str, ...]:
    basis, rest = [], []
    for raw in fields.maps("legalBasisesDetails"):
        document = Fields(raw, fields.place)
        title, number = document.text("name").strip(), document.text("code").strip()
        basis.append(title if number in title else f"{title} {number}".strip())
        rest.append(document.left)
    fields.keep("legalBasisesDetails", rest)
    return tuple(dict.fromkeys(text for text in basis if text))


def _dossier(fields: Fields) -> tuple[DossierItem, ...]:
    """The papers of every case of execution, and those that stand outside the cases."""
    papers: list[DossierItem] = []
    rest = []
    for raw in fields.maps("executionCases"):
        case = Fields(raw, fields.place)
        papers += _papers(case, case.text("name"))
        rest.append(case.left)
    fields.keep("executionCases", rest)
    return (*papers, *_papers(fields, ""))


def _papers(holder: Fields, when: str) -> Iterable[DossierItem]:
    rest = []
    for raw in holder.maps("profileComponents"):
        paper = Fields(raw, holder.place)
        name = paper.text("name").strip()
        if name:
            yield DossierItem(
                name=name,
                form=_attachments(paper),
                electronic_form=paper.flag("hasElectronicForm"),
                originals=paper.number("originalQty"),
                copies=paper.number("copyQty"),
                required=paper.flag("required"),
                when=when or None,
            )
        rest.append(paper.left)
    holder.keep("profileComponents", rest)


def _attachments(paper: Fields) -> str | None:
    """The names of the attached forms; where they are stored stays for the notes."""
    forms, rest = [], []
    for raw in paper.maps("attachments"):
        file = Fields(raw, paper.place)
        forms.append(next((name for name in (file.text("name"), file.text("fileName")) if name), ""))
        rest.append(file.left)
    paper.keep("attachments", rest)
    return "\n".join(form for form in forms if form) or None


def _result(fields: Fields) -> Result | None:
    names = _names(fields, "resultsDetails")
    methods = [method for method in fields.maps("returningMethods") if isinstance(method.get("value"), list)]
    delivery = words.deliveries(str(word) for method in methods for word in method["value"])
    if delivery is None or len({tuple(sorted(map(str, method["value"]))) for method in methods}) > 1:
        fields.keep("returningMethods", methods)
    if not names:
        return None
    return Result(name="\n".join(names), delivery=delivery or ())


def _field(fields: Fields) -> str:
    details = _names(fields, "categoriesDetails")
    inner = Fields(fields.map("category") or {}, fields.place)
    name = inner.text("name").strip()
    fields.keep("category", inner.left)
    return name or (details[0] if details else "")

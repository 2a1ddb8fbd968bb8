"""Normalised records: one JSON object a procedure, the tables of its page taken apart or left glued.

Keys: `code name level agency field`; `deadlines` = rows of `{method, time_cell, fee_text, description}`;
`deadline_text`, `fee_text` (the distinct texts of the rows); `legal_basis` `{codes, text}`; `dossier` and `result`
(text or list); `online_channel`, `online_level`; `source`; `raw_extra` with whatever else there was. `pages` brings
crawled pages to the same keys.
"""

from typing import Any

from tthc.domain.finding import Location, Severity
from tthc.domain.procedure import DossierItem, Legal, Local, Procedure, Result
from tthc.exchange import facets, glued, words
from tthc.exchange.channels import Arranged, Row, arrange
from tthc.exchange.draft import Draft, Fields
from tthc.messages import _

_NESTED = ("raw_extra", "catalogue", "flags")  # maps whose keys mean the same wherever they stand


def is_form(raw: dict[str, Any]) -> bool:
    """Whether a JSON object is such a record."""
    return "name" in raw and any(key in raw for key in ("code", "deadlines", "raw_extra"))


def draft(raw: dict[str, Any], place: Location) -> Draft:
    """The procedure of a record."""
    fields = Fields(_flat(raw), place)
    code, name = fields.names()
    rows = _rows(fields)
    legal_decision, local_decision = _decisions(fields)
    internal, formality = facets.internal_and_formality(fields)
    facets.state(fields)
    if code and fields.left.get("codeNotation") == code:
        fields.text("codeNotation")
    procedure = Procedure(
        name=name,
        code=code,
        level=facets.levels(fields),
        internal=internal,
        formality=formality,
        coordinating=facets.agencies(fields, "co_quan_phoi_hop"),
        place=fields.text("dia_chi_tiep_nhan") or None,
        non_territorial=fields.flag("isNonTerritorial"),
        subjects=facets.subjects(fields, words.subjects(", ".join(fields.texts("doi_tuong")))),
        legal=Legal(deadline=_deadline(fields, rows), basis=_basis(fields), decision=legal_decision),
        local=Local(deadline=fields.text("local_deadline_text") or None, decision=local_decision),
        channels=facets.with_online(rows.channels, fields),
        steps=tuple(fields.texts("trinh_tu_head") + fields.texts("steps_head")),
        dossier=_dossier(fields),
        fee=_fee(fields, rows),
        requirements=fields.text("yeu_cau_dieu_kien") or None,
        result=_result(fields),
        online=facets.online(fields),
        source=fields.text("source") or None,
    )
    agencies = facets.agencies(fields, "agency", "co_quan_co_tham_quyen")
    field = fields.text("field").strip()
    return fields.draft(procedure, agencies, field)


def _flat(raw: dict[str, Any]) -> dict[str, Any]:
    """The record with the keys of its nested maps beside its own; where a key is taken the map keeps it."""
    flat = dict(raw)
    for key in _NESTED:
        inner = flat.get(key)
        if isinstance(inner, dict):
            flat[key] = {name: value for name, value in inner.items() if name in flat}
            flat |= {name: value for name, value in inner.items() if name not in flat}
    return flat


def _rows(fields: Fields) -> Arranged:
    rows, rest = [], []
    for raw in fields.maps("deadlines"):
        row = Fields(raw, fields.place)
        method, time, fee, note = (row.text(key) for key in ("method", "time_cell", "fee_text", "description"))
        ways = words.channels(method)
        if method and not ways:
            row.keep("method", method)
            fields.doubt("unknown-channel", _('"{method}" is not a known way').format(method=method), "channels")
        rows += [Row(way, time, fee, note) for way in ways or (None,)]
        rest.append(row.left)
    arranged = arrange(rows)
    fields.keep("deadlines", rest)
    fields.keep("description", list(arranged.remarks))
    return arranged


def _deadline(fields: Fields, rows: Arranged) -> Any:
    """The deadline of the rows; where no row has a time, the texts that the record names as deadlines."""
    texts = fields.texts("deadline_text")
    if rows.deadline is not None or any(entry.legal_deadline for entry in rows.channels):
        return rows.deadline
    return "\n".join(texts) or None


def _fee(fields: Fields, rows: Arranged) -> str | None:
    texts = fields.texts("fee_text")
    if rows.fee is not None or any(entry.fee for entry in rows.channels):
        return rows.fee
    return "\n".join(texts) or None


def _decisions(fields: Fields) -> tuple[str | None, str | None]:
    """The ministry's decision and the province's, told apart by who signs."""
    legal = local = None
    for key in ("so_quyet_dinh", "decision"):
        number = fields.text(key)
        if "UBND" in number and not local:
            local = number
        elif number and "UBND" not in number and not legal:
            legal = number
        else:
            fields.keep(key, number)
    return legal, local


def _basis(fields: Fields) -> tuple[str, ...]:
    """The legal documents. Numbers in a list of their own belong to the titles in the same order."""
    raw = fields.map("legal_basis")
    if raw is None:
        return tuple(fields.texts("legal_basis"))
    inner = Fields(raw, fields.place)
    glued_text = isinstance(raw.get("text"), str)
    texts, codes = inner.texts("text"), inner.texts("codes")
    basis = tuple(texts)
    if glued_text and texts:
        basis = glued.legal_basis(texts[0]) or basis
        if basis != tuple(texts):
            inner.keep("text", texts[0])
        codes = [code for code in codes if code not in texts[0]]
    elif len(texts) == len(codes):
        basis = tuple(text if code in text else f"{text} {code}" for text, code in zip(texts, codes, strict=True))
        codes = []
    missing = [code for code in codes if not any(code in text for text in basis)]
    fields.keep("legal_basis", inner.left)
    fields.doubts += inner.doubts
    return (*basis, *missing)


def _dossier(fields: Fields) -> tuple[DossierItem, ...]:
    text = fields.left.get("dossier")
    items = [item for item in fields.texts("dossier") if item.strip(" -–\n")]
    if not isinstance(text, str) or not items:
        return tuple(DossierItem(name=item) for item in items)
    papers = glued.dossier(text)
    if papers is not None:
        fields.keep("dossier", text)
        return papers
    if glued.is_dossier(text):
        fields.doubt(
            "dossier-unsplit",
            _("the papers run into each other and were kept as one text"),
            "dossier",
            Severity.NOTE,
        )
    return (DossierItem(name=text),)


def _result(fields: Fields) -> Result | None:
    text = fields.left.get("result")
    names = fields.texts("result")
    if isinstance(text, str) and names:
        found = glued.results(text)
        if found:
            fields.keep("result", text)
            names = list(found)
    return Result(name="\n".join(names)) if names else None

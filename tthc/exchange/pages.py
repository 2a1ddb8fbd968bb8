"""Crawled pages of the portal: one JSON object a page, keyed in Vietnamese, every table one glued text."""

from typing import Any

from tthc.domain.finding import Location
from tthc.exchange import glued, records
from tthc.exchange.draft import Draft

_KEYS = {
    "ma_thu_tuc": "code",
    "ten_thu_tuc": "name",
    "cap_thuc_hien": "level",
    "co_quan_thuc_hien": "agency",
    "linh_vuc": "field",
    "thanh_phan_ho_so": "dossier",
    "ket_qua_xu_ly": "result",
    "doi_tuong_thuc_hien": "doi_tuong",
    "trinh_tu_thuc_hien": "trinh_tu_head",
    "detail_url": "source",
}


def is_form(raw: dict[str, Any]) -> bool:
    """Whether a JSON object is such a page."""
    return "ten_thu_tuc" in raw or "ma_thu_tuc" in raw


def draft(raw: dict[str, Any], place: Location) -> Draft:
    """The procedure of a page."""
    record = {_KEYS.get(key, key): value for key, value in raw.items()}
    record["legal_basis"] = {"text": record.pop("can_cu_phap_ly", None)}
    methods = record.get("cach_thuc_thuc_hien")
    ways = glued.ways(methods) if isinstance(methods, str) else None
    record["deadlines"] = [
        {"method": way.method, "time_cell": way.time, "fee_text": way.fee, "description": way.description}
        for way in ways or ()
    ]
    return records.draft(record, place)

"""The portal's detail JSON as a procedure."""

from typing import Any

import pytest

from tthc.catalogue.emit import to_mapping
from tthc.domain.finding import Location
from tthc.exchange import portal

PLACE = Location("detail.json")


def mapped(detail: dict[str, Any]) -> dict[str, Any]:
    return to_mapping(portal.draft(detail["data"], PLACE).procedure)


def test_a_record(detail: dict[str, Any]) -> None:
    draft = portal.draft(detail["data"], PLACE)
    assert draft.agencies == ("Chi cục Chăn nuôi", "Sở Nông nghiệp và Môi trường")
    assert draft.field == "Nuôi ong"
    assert draft.doubts == ()
    mapping = to_mapping(draft.procedure)
    notes = mapping.pop("notes")
    fee = "50.000 đồng (một đàn)"
    assert mapping == {
        "code": "1.900003",
        "name": "Thu hồi giấy phép nuôi ong",
        "level": ["province", "commune"],
        "internal": True,
        "formality": "assigned",
        "coordinating": ["Công an cấp xã"],
        "place": "Số 1, đường Hoa",
        "non_territorial": True,
        "subjects": ["Công dân Việt Nam"],
        "legal": {"basis": ["Luật Nuôi ong 07/2030/QH17"]},
        "local": {"decision": "9/QĐ-UBND", "decided": mapping["local"]["decided"]},
        "channels": [
            {"channel": "direct", "legal_deadline": "05 ngày làm việc", "fee": fee},
            {"channel": "online", "legal_deadline": "05 ngày làm việc", "fee": fee},
            {"channel": "post", "legal_deadline": "2,5 ngày"},
        ],
        "steps": ["Bước 1\nThông báo", "Thu hồi"],
        "dossier": [
            {
                "name": "Biên bản",
                "form": "Mẫu 2.docx",
                "electronic_form": False,
                "originals": 1,
                "copies": 0,
                "required": True,
                "when": "Ong chết",
            }
        ],
        "requirements": "Không quy định",
        "result": {"name": "Quyết định thu hồi", "delivery": ["post", "electronic"]},
        "online": {"level": "full"},
    }
    assert mapping["local"]["decided"].isoformat() == "2026-06-29"  # midnight in Hanoi is still the day before in UTC
    assert notes["cases"] == detail["data"]["cases"]
    assert notes["type"] == "STANDARD_INTERNAL"
    assert notes["isOfflineOnly"] is False
    assert notes["executionCases"] == [{"profileComponents": [{"code": "TP.1", "attachments": [{"url": "/m2"}]}]}]
    assert notes["category"] == {"id": "c1", "code": "X01"}


@pytest.mark.parametrize(
    ("method", "deadline"),
    [
        ({"processingTime": 3, "processingTimeUnit": "MONTH"}, "03 tháng"),
        ({"processingTime": 1, "processingTimeUnit": "OTHER"}, "1"),
        ({"processingTime": None, "processingTimeUnit": "DAY"}, None),
        ({"processingTime": True, "processingTimeUnit": "DAY"}, None),
        ({}, None),
    ],
)
def test_the_time_of_a_method(detail: dict[str, Any], method: dict[str, Any], deadline: str | None) -> None:
    detail["data"]["executionMethods"] = [{"submissionMethod": "DIRECT", **method}]
    assert mapped(detail).get("legal", {}).get("deadline") == deadline


def test_an_unknown_unit_stays_in_the_notes(detail: dict[str, Any]) -> None:
    detail["data"]["executionMethods"] = [
        {"submissionMethod": "DRONE", "processingTime": 1, "processingTimeUnit": "OTHER"}
    ]
    draft = portal.draft(detail["data"], PLACE)
    assert draft.procedure.notes["executionMethods"] == [{"submissionMethod": "DRONE", "processingTimeUnit": "OTHER"}]
    assert [doubt.rule for doubt in draft.doubts] == ["unknown-channel"]


def test_a_ministry_decides_on_the_legal_side(detail: dict[str, Any]) -> None:
    detail["data"]["decisionNo"] = "11/QĐ-BNN"
    mapping = mapped(detail)
    assert mapping["legal"]["decision"] == "11/QĐ-BNN"
    assert "local" not in mapping
    assert mapping["notes"]["procedureProposal"]["proposalNumber"] == "9/QĐ-UBND"


def test_papers_outside_the_cases_and_fees_of_the_whole(detail: dict[str, Any]) -> None:
    data = detail["data"]
    data |= {"executionCases": [], "executionMethods": [], "profileComponents": [{"name": "Đơn"}]}
    data["fees"] = [{"value": "tùy đàn"}, {"description": "Miễn cho hộ nghèo"}]
    mapping = mapped(detail)
    assert mapping["dossier"] == ["Đơn"]
    assert mapping["fee"] == "tùy đàn\nMiễn cho hộ nghèo"


@pytest.mark.parametrize(
    ("value", "currency", "written"),
    [
        (50000, "Đồng", "50.000 đồng"),
        (50000.0, "Đồng", "50.000 đồng"),
        ("50000.0", "VNĐ", "50.000 đồng"),
        (12.5, "USD", "12,5 USD"),
        ("50.000", "Đồng", "50.000 Đồng"),
        ("0,1% giá trị", "", "0,1% giá trị"),
        (0, "Đồng", "0 đồng"),
        (None, "Đồng", "Đồng"),
    ],
)
def test_how_a_fee_is_written(detail: dict[str, Any], value: Any, currency: str, written: str) -> None:
    detail["data"] |= {"executionMethods": [], "fees": [{"value": value, "currencyName": currency}]}
    assert mapped(detail)["fee"] == written


def test_ways_of_return_that_are_not_known_stay_in_the_notes(detail: dict[str, Any]) -> None:
    detail["data"]["returningMethods"] = [{"type": "ONLINE", "value": ["BY_DRONE"]}]
    mapping = mapped(detail)
    assert "delivery" not in mapping["result"]
    assert mapping["notes"]["returningMethods"] == [{"type": "ONLINE", "value": ["BY_DRONE"]}]


@pytest.mark.parametrize("key", ["executionMethods", "executionSteps", "legalBasisesDetails", "unitGroupsExecuting"])
def test_a_list_of_the_wrong_type_stays_in_the_notes(detail: dict[str, Any], key: str) -> None:
    detail["data"][key] = "một đoạn văn"
    draft = portal.draft(detail["data"], PLACE)
    assert draft.procedure.notes[key] == "một đoạn văn"
    assert "wrong-type" in [doubt.rule for doubt in draft.doubts]

"""Normalised records and crawled pages as procedures."""

from typing import Any

import pytest

from tthc.catalogue.emit import to_mapping
from tthc.domain.finding import Location
from tthc.exchange import pages, records

PLACE = Location("a.jsonl", 7)


def mapped(raw: dict[str, Any]) -> dict[str, Any]:
    return to_mapping(records.draft(raw, PLACE).procedure)


def doubts(raw: dict[str, Any]) -> list[str]:
    return [doubt.rule for doubt in records.draft(raw, PLACE).doubts]


def test_a_record(record: dict[str, Any]) -> None:
    draft = records.draft(record, PLACE)
    assert draft.agencies == ("Sở Nông nghiệp và Môi trường", "Ủy ban nhân dân cấp xã")
    assert draft.field == "Nuôi ong"
    assert draft.doubts == ()
    mapping = to_mapping(draft.procedure)
    notes = mapping.pop("notes")
    assert mapping == {
        "code": "1.900001",
        "name": "Cấp giấy phép nuôi ong lấy mật",
        "level": ["province", "commune"],
        "formality": "assigned",
        "subjects": ["Doanh nghiệp", "Tổ chức (không gồm doanh nghiệp, hợp tác xã)", "Cán bộ, công chức"],
        "legal": {
            "deadline": "5 Ngày làm việc",
            "basis": ["Nghị định 12/2031/NĐ-CP", "Luật Nuôi ong 07/2030/QH17"],
            "decision": "11/QĐ-BNN",
        },
        "channels": ["direct", {"channel": "online", "note": "Qua Cổng"}],
        "steps": "Bước 1: nộp hồ sơ.\nBước 2: nhận kết quả.",
        "dossier": [
            {"name": "Đơn đề nghị cấp phép", "form": "Mẫu số 01.docx", "originals": 1},
            {"name": "Bản vẽ vị trí đàn ong", "originals": 0, "copies": 2},
        ],
        "fee": "Miễn phí",
        "result": {"name": "Giấy phép nuôi ong"},
        "source": "một nguồn giả định, tệp 1",
    }
    assert set(notes) == {
        *("agency", "dossier", "legal_basis", "promulgated_by", "quality", "result", "state", "type"),
    }
    assert notes["dossier"] == record["dossier"]


def test_a_page(page: dict[str, Any]) -> None:
    draft = pages.draft(page, PLACE)
    assert draft.agencies == ("Ủy ban nhân dân cấp xã",)
    mapping = to_mapping(draft.procedure)
    notes = mapping.pop("notes")
    assert mapping == {
        "code": "1.900002",
        "name": "Gia hạn giấy phép nuôi ong",
        "level": "commune",
        "coordinating": ["Công an cấp xã"],
        "place": "Nhà văn hóa thôn",
        "subjects": ["Công dân Việt Nam"],
        "legal": {"basis": ["Luật Nuôi ong 07/2030/QH17"], "decision": "12/QĐ-BNN"},
        "channels": [
            {"channel": "direct", "legal_deadline": "3 Ngày", "fee": "Miễn phí(Không thu)"},
            {
                "channel": "online",
                "legal_deadline": "2 Ngày",
                "fee": "20,000 Việt Nam Đồng(Phí (nếu có))",
                "note": "Nộp qua mạng",
            },
        ],
        "steps": "Nộp rồi nhận.",
        "dossier": [{"name": "Hợp đồng", "originals": 1, "when": "Trường hợp đổi chủ:"}],
        "requirements": "Có đàn ong",
        "result": {"name": "Giấy phép đã gia hạn"},
        "source": "https://example.org/1.900002",
    }
    assert notes["loai_thu_tuc"] == "Loại khác"
    assert notes["cach_thuc_thuc_hien"] == page["cach_thuc_thuc_hien"]


@pytest.mark.parametrize("code", [" 1.900325", "2900648", "1.90398", "1.900645.000.00.00.H99"])
def test_an_odd_code_is_kept_word_for_word(record: dict[str, Any], code: str) -> None:
    record["code"] = code
    assert mapped(record)["code"] == code
    assert doubts(record) == ["odd-code"]


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("1.90398", "the zeros at its end are probably lost; 1.903980?"),
        ("2900648", "national database; 2.900648?"),
        ("1,900648", "national database; 1.900648?"),
        ("NB-1", "national database"),
    ],
)
def test_an_odd_code_is_recognised(record: dict[str, Any], code: str, words: str) -> None:
    record["code"] = code
    (doubt,) = records.draft(record, PLACE).doubts
    assert doubt.message.endswith(words)


def test_a_record_without_code_agency_and_field(record: dict[str, Any]) -> None:
    record |= {"code": "", "agency": "Không có thông tin", "field": None}
    del record["raw_extra"]["co_quan_co_tham_quyen"]
    assert "code" not in mapped(record)
    assert doubts(record) == ["no-code", "no-agency", "no-field"]


def test_a_record_without_a_name_is_called_by_its_code(record: dict[str, Any]) -> None:
    record["name"] = "  "
    assert mapped(record)["name"] == "1.900001"
    assert doubts(record) == ["no-name"]


def test_texts_of_the_wrong_type_stay_in_the_notes(record: dict[str, Any]) -> None:
    record |= {"code": 2900648, "level": ["Cấp xã"], "deadlines": "5 ngày", "result": {"name": "Giấy phép"}}
    mapping = mapped(record)
    assert mapping["code"] == "2900648"
    assert mapping["notes"]["level"] == ["Cấp xã"]
    assert mapping["notes"]["deadlines"] == "5 ngày"
    assert mapping["notes"]["result"] == {"name": "Giấy phép"}
    assert doubts(record).count("wrong-type") == 3


def test_what_a_vocabulary_does_not_know_stays_in_the_notes(record: dict[str, Any]) -> None:
    record |= {"level": "Cấp thôn, Cấp xã", "online_level": "mức độ 4"}
    record["deadlines"][0]["method"] = "Fax"
    record["raw_extra"]["catalogue"]["state"] = "CANCELLED"
    mapping = mapped(record)
    assert mapping["level"] == "commune"
    assert mapping["notes"]["level"] == "Cấp thôn, Cấp xã"
    assert mapping["notes"]["online_level"] == "mức độ 4"
    assert mapping["notes"]["state"] == "CANCELLED"
    assert {"method": "Fax"} in mapping["notes"]["deadlines"]
    assert sorted(doubts(record)) == ["unknown-channel", "unknown-level", "unknown-online-level", "unknown-state"]


def test_a_province_decides_on_the_local_side(record: dict[str, Any]) -> None:
    record["raw_extra"] |= {"decision": "3/QĐ-UBND", "local_deadline_text": "2 ngày"}
    mapping = mapped(record)
    assert mapping["local"] == {"deadline": "2 ngày", "decision": "3/QĐ-UBND"}
    assert mapping["legal"]["decision"] == "11/QĐ-BNN"


def test_deadline_texts_count_only_where_no_row_has_a_time(record: dict[str, Any]) -> None:
    for row in record["deadlines"]:
        row["time_cell"] = ""
    record["deadline_text"] = ["Trước ngày 25 tháng 4"]
    assert mapped(record)["legal"]["deadline"] == "Trước ngày 25 tháng 4"


@pytest.mark.parametrize(
    ("basis", "written"),
    [
        ({"codes": ["1/2030/QH17"], "text": ["Luật Nuôi ong"]}, ["Luật Nuôi ong 1/2030/QH17"]),
        ({"codes": ["1/2030/QH17"], "text": ["Luật 1/2030/QH17 về ong"]}, ["Luật 1/2030/QH17 về ong"]),
        (
            {"codes": ["1/2030/QH17", "2/2030/QH17"], "text": ["Luật Nuôi ong"]},
            ["Luật Nuôi ong", "1/2030/QH17", "2/2030/QH17"],
        ),
        ({"text": "Điều 5 Nghị định 12/2031/NĐ-CP ngày 1/2/2031"}, ["Điều 5 Nghị định 12/2031/NĐ-CP ngày 1/2/2031"]),
        ("Luật Nuôi ong", ["Luật Nuôi ong"]),
    ],
)
def test_legal_basis(record: dict[str, Any], basis: Any, written: list[str]) -> None:
    record["legal_basis"] = basis
    assert mapped(record)["legal"]["basis"] == written


@pytest.mark.parametrize(
    ("dossier", "written"),
    [
        (["Đơn", " - ", "Ảnh"], ["Đơn", "Ảnh"]),
        ("--", None),
        ("Đơn và ảnh", ["Đơn và ảnh"]),
    ],
)
def test_dossier(record: dict[str, Any], dossier: Any, written: list[str] | None) -> None:
    record["dossier"] = dossier
    assert mapped(record).get("dossier") == written


def test_papers_that_run_into_each_other_stay_one_text(record: dict[str, Any]) -> None:
    record["dossier"] = "--Tên giấy tờMẫu đơn, tờ khaiSố lượngBản vẽ tầng 11 bản chính"
    assert mapped(record)["dossier"] == [record["dossier"]]
    assert doubts(record) == ["dossier-unsplit"]


@pytest.mark.parametrize(
    ("said", "rows", "channels", "noted"),
    [
        (True, [], ["online"], False),
        (False, [], None, True),
        (False, [{"method": "Trực tuyến"}], ["online"], True),
        (None, [{"method": "Trực tiếp"}], ["direct"], False),
    ],
)
def test_the_online_channel(
    record: dict[str, Any], said: bool | None, rows: Any, channels: list[str] | None, noted: bool
) -> None:
    record |= {"online_channel": said, "deadlines": rows}
    mapping = mapped(record)
    assert mapping.get("channels") == channels
    assert ("online_channel" in mapping["notes"]) is noted


def test_flags_of_the_portal(record: dict[str, Any]) -> None:
    record["raw_extra"]["flags"] = {"isVertical": True, "isFullProcess": True, "isNonTerritorial": False}
    mapping = mapped(record)
    assert mapping["level"] == ["province", "commune", "vertical"]
    assert mapping["online"] == {"level": "full"}
    assert mapping["non_territorial"] is False


def test_keys_that_stand_twice_are_both_kept(record: dict[str, Any]) -> None:
    record["raw_extra"]["name"] = "Một tên khác"
    assert mapped(record)["notes"]["raw_extra"] == {"name": "Một tên khác"}


def test_deep_notes_become_text_that_a_catalogue_can_hold(record: dict[str, Any]) -> None:
    deep: Any = "đáy"
    for _ in range(60):
        deep = [deep]
    record["raw_extra"]["sâu"] = deep
    written = mapped(record)["notes"]["sâu"]
    depth = 0
    while isinstance(written, list):
        written, depth = written[0], depth + 1
    assert depth < 30
    assert written.count("[") + depth == 60
    assert "đáy" in written

"""Made-up records in the shapes that are found, and a check that nothing of them is lost."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tthc.catalogue.reader import read_text

_PAPERS = "Tên giấy tờMẫu đơn, tờ khaiSố lượng"

RECORD: dict[str, Any] = {
    "code": "1.900001",
    "name": "Cấp giấy phép nuôi ong lấy mật",
    "level": "Cấp tỉnh, Cấp xã",
    "agency": "Sở Nông nghiệp và Môi trường, Ủy ban nhân dân cấp xã",
    "field": "Nuôi ong",
    "deadline_text": ["5 Ngày làm việc"],
    "deadlines": [
        {"method": "Trực tiếp", "time_cell": "5 Ngày làm việc", "fee_text": "Miễn phí", "description": ""},
        {"method": "Trực tuyến", "time_cell": "5 Ngày làm việc", "fee_text": "Miễn phí", "description": "Qua Cổng"},
    ],
    "online_level": "",
    "online_channel": True,
    "fee_text": ["Miễn phí"],
    "legal_basis": {
        "codes": ["12/2031/NĐ-CP", "12/2031/NĐ-CPL", "07/2030/QH17"],
        "text": "Nghị định 12/2031/NĐ-CP12/2031/NĐ-CPLuật Nuôi ong07/2030/QH17",
    },
    "dossier": f"--{_PAPERS}Đơn đề nghị cấp phépMẫu số 01.docx1 bản chínhBản vẽ vị trí đàn ong0 bản chính,2 bản sao",
    "result": "Giấy phép nuôi ongMã: KQ.X01.000001Từ khóaKhông có thông tinMô tảKhông có thông tinNộp hồ sơ",
    "source": "một nguồn giả định, tệp 1",
    "quality": "clean",
    "raw_extra": {
        "so_quyet_dinh": "11/QĐ-BNN",
        "loai_thu_tuc": "TTHC được giao luật quy định chi tiết",
        "doi_tuong": "Doanh nghiệp, Tổ chức (không gồm doanh nghiệp, hợp tác xã), Cán bộ, công chức",
        "trinh_tu_head": "Bước 1: nộp hồ sơ.\nBước 2: nhận kết quả.",
        "co_quan_co_tham_quyen": "Sở Nông nghiệp và Môi trường",
        "catalogue": {"type": "STANDARD", "state": "UPDATED", "promulgated_by": "Bộ Nông nghiệp và Môi trường"},
    },
}

PAGE: dict[str, Any] = {
    "ma_thu_tuc": "1.900002",
    "ten_thu_tuc": "Gia hạn giấy phép nuôi ong",
    "detail_url": "https://example.org/1.900002",
    "so_quyet_dinh": "12/QĐ-BNN",
    "cap_thuc_hien": "Cấp Xã",
    "loai_thu_tuc": "Loại khác",
    "linh_vuc": "Nuôi ong",
    "doi_tuong_thuc_hien": "Công dân Việt Nam",
    "co_quan_thuc_hien": "Ủy ban nhân dân cấp xã",
    "co_quan_co_tham_quyen": "",
    "dia_chi_tiep_nhan": "Nhà văn hóa thôn",
    "co_quan_phoi_hop": "Công an cấp xã",
    "thu_tuc_lien_quan": "Không có thông tin",
    "trinh_tu_thuc_hien": "Nộp rồi nhận.",
    "cach_thuc_thuc_hien": (
        "Hình thức nộpThời gianPhí, lệ phíMô tả"
        "Trực tiếp3 NgàyMiễn phí(Không thu)Trực tuyến2 Ngày20,000 Việt Nam Đồng(Phí (nếu có))Nộp qua mạng"
    ),
    "thanh_phan_ho_so": f"Trường hợp đổi chủ:{_PAPERS}Hợp đồng1 bản chính",
    "can_cu_phap_ly": "Tên văn bản pháp lýMã văn bảnLuật Nuôi ong07/2030/QH17",
    "yeu_cau_dieu_kien": "Có đàn ong",
    "ket_qua_xu_ly": "Giấy phép đã gia hạnMã: KQ.X01.000002Từ khóaMô tả",
}

DETAIL: dict[str, Any] = {
    "code": "OK",
    "data": {
        "id": "0a-1",
        "code": "1.900003",
        "codeNotation": "1.900003",
        "name": "Thu hồi giấy phép nuôi ong",
        "executionSteps": [{"name": "Bước 1", "description": "Thông báo"}, {"name": "", "description": "Thu hồi"}],
        "executionMethods": [
            {
                "submissionMethod": "DIRECT_AND_ONLINE",
                "processingTime": 5,
                "processingTimeUnit": "WORKING_DAY",
                "description": "",
                "fees": [{"value": 50000, "currencyName": "Đồng", "description": "một đàn", "kind": "FEE"}],
            },
            {"submissionMethod": "POSTAL", "processingTime": "2.5", "processingTimeUnit": "DAY", "fees": []},
        ],
        "decisionNo": "",
        "executionCases": [
            {
                "name": "Ong chết",
                "profileComponents": [
                    {
                        "name": "Biên bản",
                        "required": True,
                        "originalQty": 1,
                        "copyQty": 0,
                        "hasElectronicForm": False,
                        "code": "TP.1",
                        "attachments": [{"name": "Mẫu 2.docx", "url": "/m2"}],
                    }
                ],
            }
        ],
        "formalityType": "ASSIGNED_REGULATION",
        "type": "STANDARD_INTERNAL",
        "state": "ACTIVE",
        "isInternal": True,
        "isWard": True,
        "isProvince": True,
        "isMinistry": False,
        "isFullProcess": True,
        "isNonTerritorial": True,
        "isOfflineOnly": False,
        "category": {"id": "c1", "name": "Nuôi ong", "code": "X01"},
        "unitGroupsExecuting": [{"id": "u1", "name": "Chi cục Chăn nuôi"}],
        "unitGroupsAuthority": [{"id": "u2", "name": "Sở Nông nghiệp và Môi trường"}],
        "coordinatingAgencies": "Công an cấp xã",
        "legalBasisesDetails": [{"id": "l1", "name": "Luật Nuôi ong", "code": "07/2030/QH17 "}],
        "resultsDetails": [{"id": "r1", "name": "Quyết định thu hồi", "code": "KQ.1"}],
        "subjectTypesDetails": [{"id": "s1", "name": "Công dân Việt Nam"}],
        "returningMethods": [{"type": "ONLINE", "value": ["ONLINE", "AT_HOME"]}],
        "dossierReceivingAddresses": "Số 1, đường Hoa",
        "requirementsAndConditions": "Không quy định",
        "procedureProposal": {
            "proposalNumber": "9/QĐ-UBND",
            "decisionDate": 1782666000000,
            "issuingAgency": {"name": "UBND tỉnh Thử Nghiệm"},
        },
        "cases": [{"code": "1.900003.01", "processingDay": {"qty": 4, "type": "DAY"}}],
    },
}


def leaves(value: Any) -> Iterator[str]:
    """Every text and number in JSON data, as a text."""
    if isinstance(value, dict):
        for item in value.values():
            yield from leaves(item)
    elif isinstance(value, list):
        for item in value:
            yield from leaves(item)
    elif value is not None and not isinstance(value, bool):
        yield str(value)


# Closed vocabularies, which a catalogue has its own words for, and words for nothing.
_MAPPED = {
    *("Không có thông tin", "OK", "ACTIVE", "STANDARD", "STANDARD_INTERNAL", "ASSIGNED_REGULATION"),
    *("Cấp tỉnh", "Cấp xã", "Cấp Xã", "Trực tiếp", "Trực tuyến", "DIRECT_AND_ONLINE", "POSTAL", "ONLINE", "AT_HOME"),
    *("TTHC được giao luật quy định chi tiết", "WORKING_DAY", "DAY", "5", "2.5", "50000", "1782666000000"),
}


def lost(raw: Any, into: Path) -> list[str]:
    """The texts of a record that stand nowhere in the catalogue; parts of a list count one by one."""
    files = [read_text(path.read_bytes()).data for path in sorted(into.rglob("*.yaml"))]
    there = "\n".join(leaves(files))

    def found(text: str) -> bool:
        return not text.strip() or text.strip() in _MAPPED or text.strip() in there

    return [leaf for leaf in leaves(raw) if not found(leaf) and not all(map(found, leaf.split(",")))]


class Source:
    """A folder to put files to import into, and a place for the catalogue."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.into = root / "catalogue"

    def json(self, value: Any, name: str = "a.json") -> Path:
        return self.raw(json.dumps(value, ensure_ascii=False, indent=1), name)

    def lines(self, *values: Any, name: str = "a.jsonl") -> Path:
        return self.raw("".join(json.dumps(value, ensure_ascii=False) + "\n" for value in values), name)

    def raw(self, text: str | bytes, name: str = "a.jsonl") -> Path:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode() if isinstance(text, str) else text)
        return path

    def procedures(self) -> dict[str, Any]:
        """What the catalogue holds: code (or name) → record."""
        files = [read_text(path.read_bytes()).data for path in sorted((self.into / "procedures").rglob("*.yaml"))]
        return {record.get("code") or record["name"]: record for file in files for record in file["procedures"]}


@pytest.fixture
def source(tmp_path: Path) -> Source:
    return Source(tmp_path)


@pytest.fixture
def record() -> dict[str, Any]:
    return json.loads(json.dumps(RECORD))  # type: ignore[no-any-return]  # a copy, to be changed


@pytest.fixture
def page() -> dict[str, Any]:
    return json.loads(json.dumps(PAGE))  # type: ignore[no-any-return]


@pytest.fixture
def detail() -> dict[str, Any]:
    return json.loads(json.dumps(DETAIL))  # type: ignore[no-any-return]


@pytest.fixture
def nothing_lost() -> Callable[[Any, Path], None]:
    def check(raw: Any, into: Path) -> None:
        assert lost(raw, into) == []

    return check

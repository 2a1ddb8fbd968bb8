"""Tables crawled as running text."""

import pytest

from tthc.domain.procedure import DossierItem
from tthc.exchange.glued import Way, dossier, legal_basis, results, ways

HEAD = "Tên giấy tờMẫu đơn, tờ khaiSố lượng"


@pytest.mark.parametrize(
    ("text", "items"),
    [
        (
            f"--{HEAD}Đơn đề nghị1 bản chínhẢnh chân dung0 bản chính,2 bản sao",
            [DossierItem(name="Đơn đề nghị", originals=1), DossierItem(name="Ảnh chân dung", originals=0, copies=2)],
        ),
        (
            f"Trường hợp mất:{HEAD}Đơn1 bản chínhTrường hợp hỏng:{HEAD}Giấy cũ1 bản chính",
            [
                DossierItem(name="Đơn", originals=1, when="Trường hợp mất:"),
                DossierItem(name="Giấy cũ", originals=1, when="Trường hợp hỏng:"),
            ],
        ),
        (
            f"--{HEAD}Tờ khai theo Mẫu số 02Mẫu số 02.docx1 bản chính",
            [DossierItem(name="Tờ khai theo Mẫu số 02", form="Mẫu số 02.docx", originals=1)],
        ),
        (
            f"--{HEAD}Tờ khai: 01 bản chính1 bản chínhHóa đơn, nộp 02 bản chính để đối chiếu1 bản chính",
            [
                DossierItem(name="Tờ khai: 01 bản chính", originals=1),
                DossierItem(name="Hóa đơn, nộp 02 bản chính để đối chiếu", originals=1),
            ],
        ),
        (
            f"--{HEAD}Quyết định ngày 3/9/20311 bản chính,1 bản sao",
            [DossierItem(name="Quyết định ngày 3/9/2031", originals=1, copies=1)],
        ),
        (f"--{HEAD}Đơn1 bản chínhKhác", [DossierItem(name="Đơn", originals=1), DossierItem(name="Khác")]),
    ],
)
def test_papers_are_taken_apart(text: str, items: list[DossierItem]) -> None:
    assert dossier(text) == tuple(items)


@pytest.mark.parametrize(
    "text",
    [
        "Đơn đề nghị",
        f"--{HEAD}Đơn đề nghị",
        f"--{HEAD}Bản vẽ tầng 11 bản chínhĐơn1 bản chính",  # "tầng 1" and 1, or 11 originals?
        f"Nhóm một{HEAD}Nhóm hai{HEAD}Đơn1 bản chính",
    ],
)
def test_papers_that_run_into_each_other_are_left_whole(text: str) -> None:
    assert dossier(text) is None


@pytest.mark.parametrize(
    ("text", "documents"),
    [
        ("Luật Nuôi ong07/2030/QH17", ["Luật Nuôi ong 07/2030/QH17"]),
        (
            "Nghị định 12/2031/NĐ-CP12/2031/NĐ-CPThông tư 3/2031/TT-BNV3/2031/TT-BNV",
            ["Nghị định 12/2031/NĐ-CP", "Thông tư 3/2031/TT-BNV"],
        ),
        ("Luật 54/2030/QH1754/2030/QH17", ["Luật 54/2030/QH17"]),
        (
            "quy định về ong144/2031/NĐ-CPquy định về mật5/2031/TT-BTCThông tư về sáp6/2031/TT-BTC",
            ["quy định về ong 144/2031/NĐ-CP", "quy định về mật 5/2031/TT-BTC", "Thông tư về sáp 6/2031/TT-BTC"],
        ),
        ("Pháp lệnh Đàn ong năm 203005/2030/UBTVQH16", ["Pháp lệnh Đàn ong năm 2030 05/2030/UBTVQH16"]),
        ("Luật Các đàn ongLuật số 32/2030/QH17", ["Luật Các đàn ong Luật số 32/2030/QH17"]),
        (
            "Thông tư sửa đổi Thông tư số 19/2030/TT-BTP ngày 01/02/2030 về ong20/2031/TT-BTP",
            ["Thông tư sửa đổi Thông tư số 19/2030/TT-BTP ngày 01/02/2030 về ong 20/2031/TT-BTP"],
        ),
        ("Tên văn bản pháp lýMã văn bảnLuật Nuôi ong07/2030/QH17", ["Luật Nuôi ong 07/2030/QH17"]),
        ("Luật Nuôi ong07/2030/QH17Quyết định chưa có số", ["Luật Nuôi ong 07/2030/QH17", "Quyết định chưa có số"]),
    ],
)
def test_laws_are_taken_apart(text: str, documents: list[str]) -> None:
    assert legal_basis(text) == tuple(documents)


@pytest.mark.parametrize("text", ["Luật Nuôi ong", "Điều 5 Nghị định 12/2031/NĐ-CP ngày 01/02/2031"])
def test_laws_that_are_not_glued_are_left_whole(text: str) -> None:
    assert legal_basis(text) is None


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Giấy phépMã: KQ.X01.000001Từ khóaKhông có thông tinMô tảKhông có thông tinNộp hồ sơ", ("Giấy phép",)),
        ("Giấy phépMã: KQ.X01.01Thông báoMã: KQ-2Từ khóaongMô tả", ("Giấy phép", "Thông báo")),
        ("Giấy phép", None),
        ("Giấy phépMã: chưa cóTừ khóaMô tả", None),
    ],
)
def test_results(text: str, names: tuple[str, ...] | None) -> None:
    assert results(text) == names


WAYS = "Hình thức nộpThời gianPhí, lệ phíMô tả"


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            f"{WAYS}Trực tuyến5 Ngày làm việcMiễn phíDịch vụ bưu chính5 NgàyKhông có thông tinGửi thư",
            [
                Way("Trực tuyến", "5 Ngày làm việc", "Miễn phí", ""),
                Way("Dịch vụ bưu chính", "5 Ngày", "Không có thông tin", "Gửi thư"),
            ],
        ),
        (
            f"{WAYS}Trực tiếp1 Giờ20,000 Việt Nam Đồng(Phí (một lần))Trong ngày",
            [Way("Trực tiếp", "1 Giờ", "20,000 Việt Nam Đồng(Phí (một lần))", "Trong ngày")],
        ),
        (f"{WAYS}Trực tiếp12Miễn phí", [Way("Trực tiếp", "12", "Miễn phí", "")]),
        (f"{WAYS}Trực tiếp120,000 VNĐ", [Way("Trực tiếp", "1", "20,000 VNĐ", "")]),
        (f"{WAYS}Trực tiếp5 NgàyTheo Thông tư", [Way("Trực tiếp", "5 Ngày", "Theo Thông tư", "")]),
        (f"{WAYS}Trực tiếp5 NgàyMiễn phí(chưa đóng", [Way("Trực tiếp", "5 Ngày", "Miễn phí(chưa đóng", "")]),
    ],
)
def test_ways_of_handing_in(text: str, rows: list[Way]) -> None:
    assert ways(text) == tuple(rows)


@pytest.mark.parametrize("text", ["", "Trực tiếp5 Ngày", WAYS, f"{WAYS}Fax5 NgàyTrực tiếp5 Ngày"])
def test_what_is_no_table_of_ways(text: str) -> None:
    assert ways(text) is None

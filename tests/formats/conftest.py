"""A report with every kind of block, and hypothesis strategies for any other."""

from decimal import Decimal
from fractions import Fraction

import pytest

from tthc.report.formula import Aggregate, Difference, Function, Own, Quotient, Sign, Where
from tthc.report.model import (
    Annex,
    Chart,
    Column,
    Definitions,
    Figure,
    Figures,
    Form,
    Heading,
    Letter,
    Note,
    Paragraph,
    Report,
    Row,
    RowKind,
    Span,
    Suggestions,
    Table,
)


@pytest.fixture
def report() -> Report:
    return Report(
        kind="sample",
        title="Báo cáo mẫu",
        subtitle="Danh mục ngày 01/10/2026",
        blocks=(
            Heading("Quy mô"),
            Figures(
                (
                    Figure("total", "Thủ tục", 1803),
                    Figure("rate", "Toàn trình", Fraction(535, 1000), Form.RATE, "trên 1.000 thủ tục"),
                    Figure("mean", "Bình quân", None, Form.AMOUNT),
                )
            ),
            Paragraph("Một đoạn văn."),
            Table(
                key="fields",
                title="Theo lĩnh vực",
                columns=(
                    Column("code", "Mã", Form.CODE),
                    Column("name", "Tên"),
                    Column("days", "Ngày", Form.AMOUNT),
                    Column("rate", "Tỷ lệ", Form.RATE),
                ),
                rows=(
                    Row(("9.000001", "Cấp giấy phép", Decimal("2.5"), Fraction(1, 3))),
                    Row(("9.000002", "Gia hạn", Span(5, 10), Span(Fraction(6, 10), Fraction(72, 100)))),
                    Row((None, "Cộng", Decimal(10), None), RowKind.TOTAL),
                ),
                note="Không tính thủ tục nội bộ.",
            ),
            Note("Một lưu ý."),
            Suggestions((("Sửa 4 lỗi.", "tthc check"), ("Xem lại.", ""))),
        ),
    )


ANNEX = Table(
    key="annex",
    title="",
    columns=(
        Column("number", "STT", Form.COUNT),
        Column("code", "Mã", Form.CODE),
        Column("name", "Tên thủ tục"),
        Column("field", "Lĩnh vực", detail=True),
        Column("legal", "Thời hạn theo quy định"),
        Column("local", "Thời hạn sau cắt giảm"),
        Column("legal_days", "Theo quy định (số)", Form.AMOUNT, total=Function.SUM, detail=True),
        Column("local_days", "Sau cắt giảm (số)", Form.AMOUNT, total=Function.SUM, detail=True),
        Column("cut", "Số ngày cắt giảm", Form.AMOUNT, Difference(Own("legal_days"), Own("local_days")), Function.SUM),
        Column("rate", "Tỷ lệ (%)", Form.RATE, Quotient(Own("cut"), Own("legal_days"))),
    ),
    rows=(
        Row((None, None, "Đất đai", None, None, None, 40, 25, 15, Fraction(15, 40)), RowKind.GROUP),
        Row(
            (
                1,
                "9.000001",
                "Cấp đổi",
                "Đất đai",
                "25 ngày",
                "7-10 ngày",
                25,
                10,
                15,
                Span(Fraction(3, 5), Fraction(18, 25)),
            )
        ),
        Row((2, "9.000002", "=1+1", "Đất đai", "15 ngày", "15 ngày", 15, 15, 0, Fraction(0))),
        Row(
            (None, None, "Hộ tịch", None, None, None, 3, Decimal("2.5"), Decimal("0.5"), Fraction(1, 6)), RowKind.GROUP
        ),
        Row(
            (
                3,
                "9.000003",
                "Khai sinh <b>",
                "Hộ tịch",
                "03 ngày",
                "2,5 ngày",
                3,
                Decimal("2.5"),
                Decimal("0.5"),
                Fraction(1, 6),
            )
        ),
        Row((4, "9.000004", "Khai tử", "Hộ tịch", "Trong ngày", "Trong ngày", None, None, None, None)),
        Row(
            (None, None, "TỔNG CỘNG", None, None, None, 43, Decimal("27.5"), Decimal("15.5"), Fraction(31, 86)),
            RowKind.TOTAL,
        ),
    ),
    note="Quy ước: danh nghĩa.",
)


def _of_field(function: Function, column: str) -> Aggregate:
    return Aggregate(function, "annex", column, (Where("field", Sign.EQUAL, Own("name")),))


@pytest.fixture
def document() -> Report:
    """A document with all that one can have: letter, annex, formulas, a chart, words that would be code elsewhere."""
    rate_above_zero = (Where("rate", Sign.ABOVE, 0),)
    return Report(
        kind="sample",
        title="Kết quả cắt giảm thời hạn",
        subtitle="Danh mục ngày 01/10/2026",
        blocks=(
            Heading("I. KẾT QUẢ CHUNG"),
            Paragraph("Qua rà soát, 02 (hai) thủ tục được cắt giảm <script>alert(1)</script>."),
            Figures(
                (
                    Figure(
                        "mean",
                        "Bình quân",
                        Fraction(23, 90),
                        Form.RATE,
                        "so sánh được 3",
                        "trung bình cộng các tỷ lệ",
                        Aggregate(Function.MEAN, "annex", "rate"),
                    ),
                    Figure(
                        "cut", "Được cắt giảm", 2, formula=Aggregate(Function.COUNT, "annex", "rate", rate_above_zero)
                    ),
                    Figure("left_out", "Không tính", 1, base="giải quyết trong ngày"),
                )
            ),
            Heading("1. Theo lĩnh vực", 3),
            Table(
                key="groups",
                title="Bình quân theo lĩnh vực",
                columns=(
                    Column("name", "Lĩnh vực"),
                    Column("compared", "So sánh", Form.COUNT, _of_field(Function.COUNT, "rate")),
                    Column("mean", "Bình quân", Form.RATE, _of_field(Function.MEAN, "rate")),
                    Column("cut", "Cắt giảm", Form.AMOUNT, _of_field(Function.SUM, "cut")),
                ),
                rows=(
                    Row(("Đất đai", 2, Fraction(3, 10), 15)),
                    Row(("Hộ tịch", 1, Fraction(1, 6), Decimal("0.5"))),
                ),
            ),
            Chart("Bình quân cắt giảm theo lĩnh vực", "groups", "name", "mean"),
            Note("Không tính thủ tục nội bộ."),
        ),
        annexes=(
            Annex("DANH MỤC THỦ TỤC ĐƯỢC CẮT GIẢM", (ANNEX,)),
            Annex("NGUỒN SỐ LIỆU", (Definitions((("Bình quân", "trung bình cộng"), ("Phiên bản", "0.1.0"))),)),
        ),
        letter=Letter(
            agency="Văn phòng Ủy ban nhân dân tỉnh",
            parent="Ủy ban nhân dân tỉnh Thử Nghiệm",
            place="Thử Nghiệm",
            symbol="BC-VP",
            name="BÁO CÁO",
            about="Kết quả cắt giảm thời hạn giải quyết thủ tục hành chính",
            grounds=("Căn cứ Nghị định số 63/2010/NĐ-CP ngày 08 tháng 6 năm 2010 của Chính phủ",),
            recipients=("Chủ tịch, các Phó Chủ tịch UBND tỉnh", "Lưu: VT"),
            signer="Chánh Văn phòng",
        ),
        main=ANNEX.key,
    )

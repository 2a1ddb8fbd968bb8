"""A report with every kind of block, and hypothesis strategies for any other."""

from decimal import Decimal
from fractions import Fraction

import pytest

from tthc.report.model import (
    Column,
    Figure,
    Figures,
    Form,
    Heading,
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

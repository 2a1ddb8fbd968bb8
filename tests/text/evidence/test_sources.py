"""Wording from a record of the portal and from a procedure of the catalogue."""

from tthc.domain.level import Channel
from tthc.domain.procedure import ChannelEntry, DossierItem, Procedure
from tthc.text.evidence.model import Paper, Way
from tthc.text.evidence.sources import of_procedure, of_record


def test_a_portal_record():
    found = of_record(
        {
            "name": "Cấp giấy phép",
            "steps": "Bước 1\nBước 2",
            "dossier": [
                "Đơn đề nghị1 bản chính",
                "Bản vẽ (bản chính: 0, bản sao: 2)",
                "Nộp 01 bản chính giấy phép",
                "Nghị định 12/20261 bản chính,1 bản sao",
                "Phương án trồng rừng 12 bản chính, 2 bản sao",
                "Sơ đồ tuyến xe Bản chính: 3 Bản sao: 0",
                "Giấy phép: 1 bản chính",
            ],
            "channels": [
                {"method": "Trực tuyến", "fee": "0 đồng", "description": "Qua cổng"},
                {"method": "Dịch vụ bưu chính"},
                {"method": "Nộp trực tiếp"},
                {"method": "Khác"},
            ],
        }
    )
    assert found.steps == ("Bước 1\nBước 2",)
    assert found.dossier == (
        Paper("Đơn đề nghị", 1, 0),
        Paper("Bản vẽ", 0, 2),
        Paper("Nộp 01 bản chính giấy phép"),
        Paper("Nghị định 12/2026", 1, 1),
        Paper("Phương án trồng rừng", 12, 2),
        Paper("Sơ đồ tuyến xe", 3, 0),
        Paper("Giấy phép: 1 bản chính"),
    )
    assert found.ways == (Way(Channel.ONLINE, "Qua cổng", "0 đồng"), Way(Channel.POST), Way(Channel.DIRECT))
    assert found.conditions == ""


def test_an_empty_record():
    found = of_record({})
    assert (found.name, found.steps, found.dossier, found.ways) == ("", (), (), ())


def test_a_procedure_of_the_catalogue():
    procedure = Procedure(
        name="Cấp giấy phép",
        steps=("Nộp hồ sơ",),
        dossier=(DossierItem(name="Bản sao văn bằng", when="lần đầu", copies=1),),
        channels=(ChannelEntry(channel=Channel.ONLINE, note="Qua cổng"),),
        requirements="Không",
    )
    found = of_procedure(procedure)
    assert found.dossier == (Paper("Bản sao văn bằng (lần đầu)", None, 1),)
    assert found.ways == (Way(Channel.ONLINE, "Qua cổng"),)
    assert found.conditions == "Không"

"""Importing into a catalogue: all of it, twice the same, and never over a person's words."""

import hashlib
import json
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tthc.catalogue.files import NotACatalogueError
from tthc.catalogue.load import load
from tthc.exchange.importer import import_files
from tthc.exchange.result import Difference


def fingerprint(folder: Path) -> str:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return hashlib.sha256(b"".join(path.as_posix().encode() + path.read_bytes() for path in files)).hexdigest()


def test_records_pages_and_details_become_a_catalogue(
    source: Any, record: Any, page: Any, detail: Any, nothing_lost: Callable[..., None]
) -> None:
    files = [source.lines(record, page), source.json(detail)]
    result = import_files(files, source.into)
    assert (result.read, result.added, result.unchanged, result.doubts) == (3, 3, 0, ())
    assert result.files == (
        "agencies.yaml",
        "catalogue.yaml",
        "procedures/chi-cuc-chan-nuoi/nuoi-ong.yaml",
        "procedures/so-nong-nghiep-va-moi-truong/nuoi-ong.yaml",
        "procedures/uy-ban-nhan-dan-cap-xa/nuoi-ong.yaml",
    )
    assert result.filled["name"] == 3
    assert result.filled["legal.basis"] == 3
    for raw in (record, page, detail):
        nothing_lost(raw, source.into)
    catalogue = load(source.into)
    assert catalogue.findings == ()
    assert {entry.procedure.code: entry.agency for entry in catalogue.entries} == {
        "1.900001": "so-nong-nghiep-va-moi-truong",
        "1.900002": "uy-ban-nhan-dan-cap-xa",
        "1.900003": "chi-cuc-chan-nuoi",
    }
    assert catalogue.agency_name("chi-cuc-chan-nuoi") == "Chi cục Chăn nuôi"


def test_importing_twice_changes_no_byte(source: Any, record: Any, page: Any, detail: Any) -> None:
    nameless = {**record, "code": "", "agency": "", "field": "", "raw_extra": {}}
    twin = {**record, "name": "Một thủ tục khác cùng mã", "agency": "Sở Y tế"}
    files = [source.lines(record, page, nameless, nameless, twin), source.json(detail)]
    first = import_files(files, source.into)
    before = fingerprint(source.into)
    again = import_files(files, source.into)
    assert (first.added, again.added, again.unchanged, again.kept, again.files) == (6, 0, 6, (), ())
    assert fingerprint(source.into) == before


def test_the_order_of_the_files_does_not_change_where_things_go(source: Any, record: Any, page: Any) -> None:
    files = [source.lines(record, name="a.jsonl"), source.lines(page, name="b.jsonl")]
    one = import_files(files, source.root / "one")
    two = import_files(reversed(files), source.root / "two")
    assert one.files == two.files


def test_a_dry_run_writes_nothing(source: Any, record: Any) -> None:
    result = import_files([source.lines(record)], source.into, dry_run=True)
    assert len(result.files) == 3
    assert not source.into.exists()


def test_nothing_to_import_makes_no_catalogue(source: Any) -> None:
    result = import_files([source.raw("kein JSON")], source.into)
    assert (result.read, result.files) == (0, ())
    assert not source.into.exists()


def edited(source: Any, old: str, new: str) -> Path:
    """Change the catalogue's file of the record by hand, with a comment."""
    path: Path = source.into / "procedures" / "so-nong-nghiep-va-moi-truong" / "nuoi-ong.yaml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text("# đã xem lại\n" + text.replace(old, new, 1), encoding="utf-8")
    return path


def test_a_persons_words_stay_and_the_difference_is_shown(source: Any, record: Any) -> None:
    file = source.lines(record)
    import_files([file], source.into)
    path = edited(source, "deadline: 5 Ngày làm việc", "deadline: 05 ngày làm việc")
    before = fingerprint(source.into)
    result = import_files([file], source.into)
    assert fingerprint(source.into) == before
    assert (result.unchanged, result.updated, len(result.kept)) == (0, (), 1)
    change = result.kept[0]
    assert change.procedure == "1.900001"
    assert (change.place.path, change.place.line) == (path.as_posix(), 5)
    assert (change.source.path, change.source.line) == (file.as_posix(), 1)
    assert change.differences == (Difference(("legal", "deadline"), "05 ngày làm việc", "5 Ngày làm việc"),)
    assert change.differences[0].key == "legal.deadline"


def test_update_takes_the_words_of_the_import_and_leaves_all_else(source: Any, record: Any) -> None:
    file = source.lines(record)
    import_files([file], source.into)
    path = edited(source, "deadline: 5 Ngày làm việc", "deadline: 05 ngày làm việc  # sửa tay")
    edited(source, "    channels:", "    local:\n      deadline: 3 ngày làm việc\n    channels:")
    edited(source, "    fee: Miễn phí\n", "")
    result = import_files([file], source.into, update=True)
    assert [difference.key for change in result.updated for difference in change.differences] == [
        "legal.deadline",
        "fee",
    ]
    assert result.kept == ()
    text = path.read_text(encoding="utf-8")
    assert text.startswith("# đã xem lại\n" * 3)
    assert "deadline: 5 Ngày làm việc  # sửa tay\n" in text
    assert "    fee: Miễn phí\n    result:" in text
    assert source.procedures()["1.900001"]["local"] == {"deadline": "3 ngày làm việc"}
    assert import_files([file], source.into).unchanged == 1


def test_what_only_the_catalogue_has_is_no_difference(source: Any, record: Any) -> None:
    file = source.lines(record)
    import_files([file], source.into)
    edited(source, "    fee:", "    local:\n      deadline: 3 ngày\n    fee:")
    result = import_files([file], source.into)
    assert (result.unchanged, result.kept) == (1, ())


def test_a_record_that_a_person_moved_is_found_again(source: Any, record: Any) -> None:
    file = source.lines(record)
    import_files([file], source.into)
    path = source.into / "procedures" / "so-nong-nghiep-va-moi-truong" / "nuoi-ong.yaml"
    moved = source.into / "procedures" / "khac.yaml"
    moved.write_text(path.read_text(encoding="utf-8").replace("field: Nuôi ong", "field: Ong"), encoding="utf-8")
    path.unlink()
    assert import_files([file], source.into).unchanged == 1


def test_new_records_are_added_to_the_files_that_are_there(source: Any, record: Any) -> None:
    import_files([source.lines(record)], source.into)
    path = edited(source, "  - code", "  # thủ tục thứ nhất\n  - code")
    before = path.read_text(encoding="utf-8")
    result = import_files([source.lines({**record, "code": "1.900009", "name": "Mới"})], source.into)
    assert (result.added, result.agencies_added, result.files) == (
        1,
        0,
        ("procedures/so-nong-nghiep-va-moi-truong/nuoi-ong.yaml",),
    )
    after = path.read_text(encoding="utf-8")
    assert after.startswith(before)
    assert '  - code: "1.900009"\n    name: Mới\n' in after


def test_agencies_are_recognised_by_their_names(source: Any, record: Any) -> None:
    source.into.mkdir()
    agencies = source.into / "agencies.yaml"
    agencies.write_text("agencies:\n  - {id: snnmt, name: Sở Nông nghiệp và Môi trường}  # sở\n", encoding="utf-8")
    import_files([source.lines(record)], source.into)
    assert source.procedures()["1.900001"]["handled_by"] == ["snnmt", "uy-ban-nhan-dan-cap-xa"]
    assert agencies.read_text(encoding="utf-8") == (
        "agencies:\n"
        "  - {id: snnmt, name: Sở Nông nghiệp và Môi trường}  # sở\n"
        "  - id: uy-ban-nhan-dan-cap-xa\n"
        "    name: Ủy ban nhân dân cấp xã\n"
    )


def test_an_agency_that_a_person_renamed_does_not_come_back(source: Any, record: Any) -> None:
    file = source.lines(record)
    import_files([file], source.into)
    agencies = source.into / "agencies.yaml"
    renamed = agencies.read_text(encoding="utf-8").replace("Ủy ban nhân dân cấp xã", "UBND xã")
    agencies.write_text(renamed, encoding="utf-8")
    result = import_files([file], source.into)
    assert [difference.key for difference in result.kept[0].differences] == ["handled_by"]
    assert (result.agencies_added, result.files) == (0, ())
    assert agencies.read_text(encoding="utf-8") == renamed


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("procedures/a/b.yaml", "agency: a\nagency: b\nprocedures: []\n"),
        ("procedures/a/b.yaml", "agency: a\n"),
        ("procedures/a/b.yaml", "- a\n"),
        ("agencies.yaml", "agencies: [\n"),
    ],
)
def test_a_catalogue_with_faults_is_left_alone(source: Any, record: Any, name: str, text: str) -> None:
    path = source.raw(text, f"catalogue/{name}")
    with pytest.raises(NotACatalogueError, match=path.name):
        import_files([source.lines(record)], source.into)
    assert [file.name for file in source.into.rglob("*") if file.is_file()] == [path.name]


def test_what_is_broken_is_said_with_its_line_and_the_rest_comes_in(source: Any, record: Any, page: Any) -> None:
    text = source.lines(record).read_text(encoding="utf-8")
    file = source.raw(f'{text}{{"code": \n[1]\n{{"khóa": "lạ"}}\n"chữ"\n', "b.jsonl")
    result = import_files([file, source.json({"data": [page]})], source.into)
    assert result.read == 2
    assert [(doubt.rule, doubt.location.line) for doubt in result.doubts] == [
        ("not-json", 2),
        ("not-a-record", 3),
        ("unknown-form", 4),
        ("not-a-record", 5),
    ]
    assert all(doubt.location.path == file.as_posix() for doubt in result.doubts)


def test_codes_that_repeat_are_all_kept_and_said(source: Any, record: Any) -> None:
    file = source.lines(record, {**record, "name": "Tên khác"})
    result = import_files([file], source.into)
    assert result.added == 2
    assert [(doubt.rule, doubt.location.line, doubt.procedure) for doubt in result.doubts] == [
        ("repeated-code", 2, "1.900001")
    ]
    assert f"{file.as_posix()}:1" in result.doubts[0].message


def test_records_without_agency_and_field_have_a_place(source: Any, record: Any) -> None:
    bare = {"code": "", "name": "Thủ tục không rõ", "agency": "", "field": "  "}
    result = import_files([source.lines(bare)], source.into)
    assert "procedures/chua-xac-dinh/chua-xac-dinh.yaml" in result.files
    assert source.procedures()["Thủ tục không rõ"] == {"name": "Thủ tục không rõ"}
    assert Counter(doubt.rule for doubt in result.doubts) == {"no-code": 1, "no-agency": 1, "no-field": 1}
    assert load(source.into).findings == ()


@pytest.mark.parametrize(
    "text",
    ["a\r\nb", "\ufeffa", "a\x00b\x1b", "a\u2028b\x85c", "😀 \U000f0000", "- a: b # c", "  a\n b ", "a\n\n", "\ud83d"],
)
def test_odd_texts_come_through(source: Any, record: Any, text: str) -> None:
    record["name"] = f"x{text}"
    record["raw_extra"]["trinh_tu_head"] = text
    import_files([source.raw(json.dumps(record))], source.into)
    shown = text.replace("\ud83d", "\\ud83d")
    assert source.procedures()["1.900001"]["name"] == f"x{shown}"
    assert source.procedures()["1.900001"]["steps"] == shown
    assert import_files([source.raw(json.dumps(record))], source.into).unchanged == 1

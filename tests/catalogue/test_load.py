"""A folder to a catalogue: what cannot be read becomes findings and stops nothing else."""

import dataclasses
import os
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tthc.catalogue.cache import Cache
from tthc.catalogue.files import NotACatalogueError
from tthc.catalogue.load import load
from tthc.catalogue.model import Catalogue
from tthc.domain.level import Level


def findings(catalogue: Catalogue) -> list[tuple[str, str]]:
    """Rule and place below the root, of every finding."""
    root = catalogue.root.as_posix() + "/"
    return [(finding.rule, str(finding.location).removeprefix(root)) for finding in catalogue.findings]


def test_a_valid_catalogue(folder: Any) -> None:
    catalogue = load(folder.root)
    assert catalogue.findings == ()
    assert catalogue.manifest.jurisdiction.name == "Tỉnh Thử Nghiệm"
    assert catalogue.manifest.edition == date(2026, 10, 1)
    assert catalogue.agency_name("so-xay-dung") == "Sở Xây dựng"
    assert catalogue.agency_name("so-khac") == "so-khac"
    (entry,) = catalogue.entries
    assert (entry.agency, entry.field, entry.key) == ("so-xay-dung", "Hoạt động xây dựng", "9.000001")
    assert entry.procedure.level == (Level.PROVINCE,)
    assert entry.location == (f"{folder.root}/procedures/so-xay-dung/xay-dung.yaml", 4, 5)


@pytest.mark.parametrize(
    ("record", "key"),
    [("- {code: '9.1', local_id: a, name: A}", "9.1"), ("- {local_id: a, name: A}", "a"), ("- name: A", "A")],
)
def test_an_entry_is_known_by_code_else_local_id_else_name(folder: Any, record: str, key: str) -> None:
    folder.records(record)
    assert [entry.key for entry in load(folder.root).entries] == [key]


def test_short_and_long_forms_mean_the_same(folder: Any) -> None:
    folder.records("""\
        - {name: A, level: commune, channels: [direct], dossier: [Đơn], steps: Nộp}
        - name: A
          level: [commune]
          channels: [{channel: direct}]
          dossier: [{name: Đơn}]
          steps: [Nộp]
        """)
    first, second = load(folder.root).entries
    assert first.procedure == second.procedure


def test_one_spoilt_file_does_not_cost_the_others(folder: Any) -> None:
    folder.write("procedures/a/bad.yaml", "agency: [")
    folder.write("procedures/a/binary.yaml", b"\x89PNG\r\n\x1a\n\x00")
    folder.write("procedures/b/empty.yaml", "")
    folder.write("agencies.yaml", "- a\n")
    folder.write("legal-documents.yaml", "documents: {")
    catalogue = load(folder.root)
    assert [entry.key for entry in catalogue.entries] == ["9.000001"]
    assert findings(catalogue) == [
        ("F006", "agencies.yaml:1:1"),
        ("F003", "legal-documents.yaml:1:13"),
        ("F003", "procedures/a/bad.yaml:1:10"),
        ("F002", "procedures/a/binary.yaml:1:1"),
        ("F006", "procedures/b/empty.yaml:1:1"),
    ]
    assert catalogue.agency_name("so-xay-dung") == "so-xay-dung"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_every_kind_of_obstacle_at_once(folder: Any) -> None:
    place = folder.root / "procedures" / "x"
    for name, content in {
        "bomb.yaml": b"a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n",
        "deep.yaml": b"[" * 10_000,
        "empty.yaml": b"",
        "latin.yaml": "agency: Sở".encode("utf-16"),
        "list.yaml": b"- a\n",
        "nul.yaml": b"\0\0\0",
    }.items():
        folder.write(f"procedures/x/{name}", content)
    os.mkfifo(place / "fifo.yaml")
    (place / "loop.yaml").symlink_to("loop.yaml")
    (place / "up").symlink_to(folder.root / "procedures")
    with (place / "huge.yaml").open("wb") as file:
        file.truncate(1024**3)
    catalogue = load(folder.root)
    assert [entry.key for entry in catalogue.entries] == ["9.000001"]
    told = {Path(finding.location.path).name for finding in catalogue.findings}
    assert told == {path.name for path in place.iterdir()}


def test_a_slip_in_the_manifest_costs_only_its_own_part(folder: Any) -> None:
    folder.write("catalogue.yaml", "jurisdiction: {code: H99}\nedition: 2026-10-01\nsampel: true\n")
    catalogue = load(folder.root)
    assert catalogue.manifest.edition == date(2026, 10, 1)
    assert catalogue.manifest.jurisdiction.name == folder.root.name
    assert findings(catalogue) == [("F009", "catalogue.yaml:1:1"), ("F007", "catalogue.yaml:3:1")]


def test_a_missing_manifest_is_one_finding(folder: Any) -> None:
    (folder.root / "catalogue.yaml").unlink()
    catalogue = load(folder.root)
    assert findings(catalogue) == [("F001", "catalogue.yaml")]
    assert catalogue.manifest.jurisdiction.name == folder.root.name


def test_an_unreadable_manifest_is_one_finding(folder: Any) -> None:
    (folder.root / "catalogue.yaml").unlink()
    (folder.root / "catalogue.yaml").symlink_to("nowhere")
    assert findings(load(folder.root)) == [("F001", "catalogue.yaml")]


def test_agencies_and_documents_are_optional(folder: Any) -> None:
    (folder.root / "agencies.yaml").unlink()
    assert load(folder.root).findings == ()


def test_the_folder_does_not_exist(tmp_path: Path) -> None:
    with pytest.raises(NotACatalogueError, match="There is no folder"):
        load(tmp_path / "nowhere")


def test_the_folder_is_a_file(folder: Any) -> None:
    with pytest.raises(NotACatalogueError, match="is not a folder"):
        load(folder.root / "catalogue.yaml")


def test_the_folder_is_not_a_catalogue(tmp_path: Path) -> None:
    with pytest.raises(NotACatalogueError, match="has no folder “procedures”"):
        load(tmp_path)


def test_two_catalogues_with_the_same_files_are_equal(make_folder: Any, tmp_path: Path) -> None:
    names = [f"procedures/a{n}/f.yaml" for n in range(5)]
    made = []
    for place, order in (("1", names), ("2", names[::-1])):
        folder = make_folder(tmp_path / place)
        for name in order:
            folder.records(f"- name: {name}", name)
        made.append(load(folder.root))
    first, second = ([dataclasses.replace(entry, location=None) for entry in made.entries] for made in made)
    assert first == second


def test_a_file_name_that_is_not_text_does_not_matter(folder: Any) -> None:
    path = folder.write("procedures/x.yaml", "agency: [")
    path.rename(path.parent / "\udcff.yaml")
    (finding,) = load(folder.root).findings
    assert finding.location.path.endswith("\udcff.yaml")


def test_a_finding_names_the_procedure_as_its_entry_does(folder: Any) -> None:
    folder.records("""
        - {code: "9.000001", local_id: NB-01, name: Một, levl: commune}
        - {code: 9.000002, name: Hai}
        - {code: [5], local_id: NB-03, name: Ba}
        - {local_id: NB-04, name: Bốn, levl: commune}
        - {local_id: {a: 5}, name: Năm}
    """)
    catalogue = load(folder.root)
    keys = {entry.location.line: entry.key for entry in catalogue.entries}
    assert list(keys.values()) == ["9.000001", "9.000002", "NB-03", "NB-04", "Năm"]
    assert {finding.location.line: finding.procedure for finding in catalogue.findings} == keys


@pytest.mark.parametrize("cached", [False, True])
def test_two_agencies_of_one_id_are_a_finding_and_the_first_counts(
    folder: Any, tmp_path: Path, *, cached: bool
) -> None:
    folder.write(
        "agencies.yaml",
        "agencies:\n  - {id: so-xay-dung, name: Sở Xây dựng}\n  - name: Sở Y tế\n    id: so-xay-dung\n",
    )
    cache = Cache(tmp_path / "cache" if cached else None)
    for _run in range(2):
        catalogue = load(folder.root, cache)
        assert findings(catalogue) == [("F004", "agencies.yaml:4:9")]
        assert "Sở Xây dựng" in catalogue.findings[0].message
        assert catalogue.agency_name("so-xay-dung") == "Sở Xây dựng"

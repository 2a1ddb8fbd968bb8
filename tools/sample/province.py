"""One province: its catalogue as files."""

import unicodedata
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from tools.sample.choice import chosen
from tools.sample.dossiers import dossiers
from tools.sample.draw import Draw
from tools.sample.national import National, national
from tools.sample.record import Decision, Record, record
from tools.sample.vocabulary import Entry, Vocabulary
from tthc.catalogue.emit import emit, emit_file

_EDITION = date(2026, 10, 1)
_FIRST_DECISION, _LAST_DECISION = date(2025, 7, 14), date(2026, 9, 11)
_NOTICE = "Danh mục mẫu của một tỉnh hư cấu: thời hạn, số quyết định, mẫu đơn và số liệu đều do công cụ đặt ra."
_TARGETS = (
    {"id": "nq66", "rate": "30%", "ground": "Nghị quyết số 66/NQ-CP ngày 26/3/2025"},
    {"id": "tinh", "rate": "50%", "ground": "Kế hoạch cải cách hành chính của tỉnh", "due": date(2026, 12, 31)},
)
_RECIPIENTS = (
    "Chủ tịch, các Phó Chủ tịch Ủy ban nhân dân tỉnh",
    "Các sở, ban, ngành",
    "Ủy ban nhân dân các xã, phường, đặc khu",
    "Lưu: VT",
)


class Writer:
    """Writes provinces. The parts that all share are made once."""

    def __init__(self, vocabulary: Vocabulary, seed: int) -> None:
        self._vocabulary = vocabulary
        self._seed = seed
        self._national: dict[int, National] = {}

    def write(self, folder: Path, count: int, number: int, name: str, *, below_root: int, claims: bool = False) -> None:
        """Write the catalogue of province `number` with `count` procedures into `folder`.

        `below_root` says how many folders lie between the schemas' place and this one, for the editors' sake. `claims`
        adds the published figures, which hold for the sample only.
        """
        schema = "../" * below_root + "schema"
        header = {kind: f"yaml-language-server: $schema={schema}/{kind}.schema.json\n{_NOTICE}" for kind in _KINDS}
        files: dict[tuple[str, str], list[Record]] = {}
        statistics = ["code,received,online,on_time\n"]
        for entry, round_ in chosen(self._vocabulary, count, self._seed, number):
            found, draw = self._record(entry, round_, number)
            files.setdefault((entry.agency, entry.field), []).append(found)
            if "code" in found and not entry.internal:
                statistics.append(dossiers(found, entry.volume, draw))
        manifest = _manifest(name) | ({"claims": list(self._vocabulary.claims)} if claims else {})
        _save(folder / "catalogue.yaml", emit(manifest, header["catalogue"]))
        _save(folder / "agencies.yaml", emit({"agencies": list(self._agencies())}, header["agencies"]))
        _save(folder / "legal-documents.yaml", emit({"documents": self._documents()}, header["legal-documents"]))
        _save(folder / "statistics/2025.csv", "".join(statistics))
        in_field = f"yaml-language-server: $schema={'../' * 2}{schema}/procedures.schema.json\n{_NOTICE}"
        for (agency, field), records in files.items():
            _save(folder / "procedures" / agency / f"{slug(field)}.yaml", emit_file(agency, field, records, in_field))

    def _record(self, entry: Entry, round_: int, number: int) -> tuple[Record, Draw]:
        part = self._national.get(entry.index)
        if part is None:
            part = self._national[entry.index] = national(entry, self._vocabulary, self._seed)
        draw = Draw(self._seed, number, round_, entry.agency, entry.field, entry.name)
        decision = self._decision(entry, number, draw)
        return record(part, self._identity(entry, round_), decision, self._vocabulary.phrases, draw), draw

    def _identity(self, entry: Entry, round_: int) -> Record:
        """The name, with a code of the reserved digit 9; half of the internal procedures have an id of their own."""
        name = f"{entry.name} tại khu vực {round_ + 1:02}" if round_ else entry.name
        running = entry.index + 1 + round_ * len(self._vocabulary.entries)
        if entry.internal and entry.index % 2:
            agency = self._vocabulary.agency[entry.agency]["abbreviation"]
            return {"name": name, "local_id": f"NB-{agency}-{running:04}"}
        return {"code": entry.code if entry.code and not round_ else f"9.{running:06}", "name": name}

    def _decision(self, entry: Entry, number: int, draw: Draw) -> Decision:
        """One of the two decisions that announce this field."""
        which = 1 if draw.chance(0.7) else 2
        of_field = Draw(self._seed, number, entry.agency, entry.field, "decision", which)
        day = _FIRST_DECISION + timedelta(days=of_field.between(0, (_LAST_DECISION - _FIRST_DECISION).days))
        day += timedelta(days=max(0, day.weekday() - 4) and 7 - day.weekday())
        running = (day - date(day.year, 1, 1)).days * 11 + of_field.between(3, 13)
        return Decision(f"{running}/QĐ-UBND", day, day + timedelta(days=of_field.between(7, 14)))

    def _agencies(self) -> Iterator[dict[str, Any]]:
        for agency in self._vocabulary.agencies:
            yield {key: value for key, value in agency.items() if key not in {"abbreviation", "ministry"}}

    def _documents(self) -> list[Mapping[str, Any]]:
        return [{"number": number, **row} for number, row in self._vocabulary.documents.items()]


_KINDS = ("catalogue", "agencies", "legal-documents")


def slug(text: str) -> str:
    """The text as a file name: small letters without marks, hyphens."""
    bare = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    letters = (letter if letter.isalnum() else " " for letter in bare if not unicodedata.combining(letter))
    return "-".join("".join(letters).split())


def _manifest(name: str) -> dict[str, Any]:
    return {
        "jurisdiction": {"name": name},
        "edition": _EDITION,
        "sample": True,
        "title": f"Danh mục thủ tục hành chính (mẫu) của {name[0].lower()}{name[1:]}",
        "targets": list(_TARGETS),
        "letterhead": {
            "agency": "Văn phòng Ủy ban nhân dân tỉnh",
            "parent": f"Ủy ban nhân dân {name[0].lower()}{name[1:]}",
            "place": name.removeprefix("Tỉnh "),
            "symbol": "BC-VP",
            "recipients": list(_RECIPIENTS),
            "signer": "Chánh Văn phòng",
        },
    }


def _save(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(unicodedata.normalize("NFC", text).encode())

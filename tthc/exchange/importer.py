"""Bring foreign records into a catalogue without losing what it has.

A procedure that is there word for word is left alone, so that importing twice changes nothing. Where the catalogue says
something else, a person may have said it: it stays and the difference is reported, unless `update` asks for the words
of the import. What only the catalogue has (a local deadline, say) always stays.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from tthc.catalogue.atomic import write_atomically
from tthc.catalogue.emit import to_mapping
from tthc.catalogue.files import MANIFEST, PROCEDURES
from tthc.catalogue.writer import Edit, applied
from tthc.domain.finding import Finding, Location, Severity
from tthc.exchange import json_files, layout, pages, portal, records
from tthc.exchange.compare import Imported, differences, matched
from tthc.exchange.draft import Draft
from tthc.exchange.result import Change, ImportResult
from tthc.exchange.shelf import Book, Held, open_agencies, open_books
from tthc.messages import _

_HEADER = "Điền tên địa phương, mã định danh điện tử (code) và ngày của danh mục (edition: năm-tháng-ngày)."


def import_files(paths: Iterable[Path], into: Path, *, update: bool = False, dry_run: bool = False) -> ImportResult:
    """Import JSON files, or folders of them, into the catalogue in the folder `into`, which need not exist yet.

    Raises NotACatalogueError where files of the catalogue have faults (nothing is written then), and OSError where one
    cannot be written (it is as it was; those before it are new).
    """
    doubts: list[Finding] = []
    drafts = list(_drafts(json_files.json_paths(list(paths)), doubts))
    doubts += _repeated_codes(drafts)
    books, held = open_books(into)
    agencies = open_agencies(into)
    known_agencies = len(agencies.data["agencies"])
    imported = _placed(drafts, agencies.data["agencies"])
    pairs = list(zip(imported, matched(imported, held), strict=True))

    changes = [(change, item, there) for item, there in pairs if there and (change := _change(item, there))]
    added = [item for item, there in pairs if there is None]
    touched = _with_new(books, added, into)
    if update:
        touched += [_updated(change, there) for change, _item, there in changes]
    written = [*added, *(item for _change, item, _there in changes if update)]
    agencies_added = _needed_only(agencies, known_agencies, written)
    if drafts:
        touched += [agencies, *_manifest(into)]
    differing = tuple(change for change, _item, _there in changes)
    return ImportResult(
        read=len(drafts),
        added=len(added),
        unchanged=len(drafts) - len(added) - len(changes),
        updated=differing if update else (),
        kept=() if update else differing,
        agencies_added=agencies_added,
        files=tuple(path.relative_to(into).as_posix() for path in _write(touched, dry_run=dry_run)),
        filled=_filled(imported),
        doubts=tuple(doubts),
    )


def _drafts(paths: Iterable[Path], doubts: list[Finding]) -> Iterator[Draft]:
    """The procedures in the files; objects of no known form become findings."""
    for path in paths:
        for item in json_files.read(path, doubts):
            for raw in _unwrapped(item.value):
                draft = _draft(raw, item.place)
                if draft is None:
                    doubts.append(_unknown_form(raw, item.place))
                else:
                    doubts.extend(draft.doubts)
                    yield draft


def _unwrapped(raw: dict[str, Any]) -> list[dict[str, Any]]:
    """The records in an answer of the portal, `{"code": "OK", "data": …}`; any other object is itself."""
    data = raw.get("data")
    if isinstance(data, dict):
        return [data]
    if isinstance(data, list) and data and all(isinstance(item, dict) for item in data):
        return data
    return [raw]


def _draft(raw: dict[str, Any], place: Location) -> Draft | None:
    if portal.is_form(raw):
        return portal.draft(raw, place)
    if pages.is_form(raw):
        return pages.draft(raw, place)
    return records.draft(raw, place) if records.is_form(raw) else None


def _unknown_form(raw: Mapping[str, Any], place: Location) -> Finding:
    return Finding(
        "unknown-form",
        Severity.ERROR,
        _("not a known record; its keys are: {keys}").format(keys=", ".join(list(raw)[:8]) or "–"),
        place,
        _("Known: the portal's detail JSON, crawled pages (ma_thu_tuc, ten_thu_tuc …), records with code and name."),
    )


def _repeated_codes(drafts: Iterable[Draft]) -> Iterator[Finding]:
    """Codes that stand more than once in the import; all their records are taken in."""
    first: dict[str, Location] = {}
    for draft in drafts:
        code = draft.procedure.code
        if code in first:
            message = _("the code {code} stands at {place} as well; both are kept").format(code=code, place=first[code])
            yield Finding("repeated-code", Severity.WARNING, message, draft.place, procedure=code, subject="code")
        elif code:
            first[code] = draft.place


def _placed(drafts: Iterable[Draft], agencies: list[dict[str, Any]]) -> list[Imported]:
    """The records with ids of agencies; `agencies` grows by those it lacked."""
    drafts = list(drafts)
    names = {name for draft in drafts for name in draft.agencies or (layout.UNKNOWN,)}
    ids = layout.agency_ids(names, agencies)
    placed = []
    for draft in drafts:
        handled_by = tuple(dict.fromkeys(ids[name] for name in draft.agencies))
        record = to_mapping(replace(draft.procedure, handled_by=handled_by))
        agency = handled_by[0] if handled_by else ids[layout.UNKNOWN]
        placed.append(Imported(record, agency, draft.field or layout.UNKNOWN, draft.place))
    return placed


def _change(item: Imported, there: Held) -> Change | None:
    found = tuple(differences(there.record, item.record))
    name = str(item.record.get("code") or item.record["name"])
    return Change(name, there.place, item.place, found) if found else None


def _updated(change: Change, there: Held) -> Book:
    """Give the record on disk the words of the import; its book."""
    edits = [Edit(difference.path, difference.offered) for difference in change.differences]
    there.book.procedures[there.index] = applied(there.record, edits)
    return there.book


def _needed_only(agencies: Book, known: int, written: Iterable[Imported]) -> int:
    """Take the new agencies out again that nothing written names; how many stay."""
    named = {agency for item in written for agency in (item.agency, *item.record.get("handled_by", ()))}
    new = [agency for agency in agencies.data["agencies"][known:] if agency["id"] in named]
    agencies.data["agencies"][known:] = new
    return len(new)


def _with_new(books: Iterable[Book], added: Sequence[Imported], into: Path) -> list[Book]:
    """Put the new records into the books of their agency and field, new ones where there is none; the books used."""
    folder = into / PROCEDURES
    shelves = {(str(book.data.get("agency")), str(book.data.get("field"))): book for book in reversed(list(books))}
    known = {key: book.path.relative_to(folder).as_posix() for key, book in shelves.items()}
    paths = layout.field_paths([(item.agency, item.field) for item in added], known)
    used = []
    for item in added:
        key = (item.agency, item.field)
        if key not in shelves:
            shelves[key] = Book(folder / paths[key], "", {"agency": item.agency, "field": item.field, "procedures": []})
        shelves[key].procedures.append(item.record)
        used.append(shelves[key])
    return used


def _manifest(into: Path) -> list[Book]:
    """A catalogue.yaml to be filled in, where there is none."""
    path = into / MANIFEST
    name = into.resolve().name
    return [] if path.exists() else [Book(path, "", {"jurisdiction": {"name": name}}, _HEADER)]


def _write(books: Iterable[Book], *, dry_run: bool) -> list[Path]:
    """Write what changed; all texts are made before the first is written."""
    texts = {path: (book.text, book.written()) for path, book in {book.path: book for book in books}.items()}
    changed = sorted(path for path, (old, new) in texts.items() if old != new)
    for path in [] if dry_run else changed:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(path, texts[path][1])
    return changed


def _filled(imported: Iterable[Imported]) -> dict[str, int]:
    """In how many procedures each key is filled; the parts of `legal`, `local`, `online` one by one."""
    counts: Counter[str] = Counter()
    for item in imported:
        for key, value in item.record.items():
            nested = isinstance(value, Mapping) and key in ("legal", "local", "online")
            counts.update(f"{key}.{part}" for part in value) if nested else counts.update([key])
    return dict(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))

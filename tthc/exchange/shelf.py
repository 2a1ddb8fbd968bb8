"""The files that a catalogue has, opened for adding to them and comparing with them."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tthc.catalogue.emit import emit
from tthc.catalogue.files import AGENCIES, PROCEDURES, NotACatalogueError, procedure_files, read_file
from tthc.catalogue.reader import read_text
from tthc.catalogue.rewrite import NotEditableError, rewrite
from tthc.domain.finding import Finding, Location
from tthc.messages import _


@dataclass(frozen=True, slots=True)
class Book:
    """One file: its text as on disk ("" for a new one), and its data, which may be changed in place."""

    path: Path
    text: str
    data: dict[str, Any]
    header: str = ""  # comments at the top of a new file

    @property
    def procedures(self) -> list[Any]:
        procedures: list[Any] = self.data["procedures"]
        return procedures

    def written(self) -> str:
        """The text with the data as they are now; comments and everything unchanged stay.

        Raises NotACatalogueError for a file that cannot be changed safely.
        """
        try:
            return rewrite(self.text, self.data) if self.text else emit(self.data, self.header)
        except NotEditableError as error:
            raise _refused(Location(self.path.as_posix()), str(error)) from error


@dataclass(frozen=True, slots=True)
class Held:
    """A record on disk."""

    book: Book
    index: int
    place: Location

    @property
    def record(self) -> dict[str, Any]:
        record: dict[str, Any] = self.book.procedures[self.index]
        return record


def open_books(root: Path) -> tuple[list[Book], list[Held]]:
    """All files of procedures with their records.

    Raises NotACatalogueError for a file that cannot be read: its procedures would come in twice.
    """
    books: list[Book] = []
    records: list[Held] = []
    for path in procedure_files(root) if (root / PROCEDURES).is_dir() else ():
        book = _open(path, "procedures")
        books.append(book)
        records += _records(book)
    return books, records


def open_agencies(root: Path) -> Book:
    """The file of agencies; empty where there is none."""
    path = root / AGENCIES
    return _open(path, "agencies") if path.exists() else Book(path, "", {"agencies": []})


def _records(book: Book) -> Iterator[Held]:
    marks = book.data["procedures"].marks
    for index, record in enumerate(book.procedures):
        if isinstance(record, dict):
            yield Held(book, index, Location(book.path.as_posix(), marks[index].line + 1, marks[index].column + 1))


def _open(path: Path | Finding, key: str) -> Book:
    if isinstance(path, Finding):
        raise _refused(path.location, path.message)
    source = read_file(path, path.as_posix())
    if isinstance(source, Finding):
        raise _refused(source.location, source.message)
    document = read_text(source.data)
    if document.problems:
        problem = document.problems[0]
        raise _refused(Location(source.shown, problem.line, problem.column), problem.message)
    if not isinstance(document.data, dict) or not isinstance(document.data.get(key), list):
        raise _refused(Location(source.shown), _('there is no list "{key}" in it').format(key=key))
    return Book(path, source.data.decode(), document.data)


def _refused(place: Location, message: str) -> NotACatalogueError:
    return NotACatalogueError(
        _("{place}: {message}; put that right first, nothing was imported").format(place=place, message=message)
    )

"""A second process composes the files of a catalogue, from the last to the first, until this one meets it.

It puts them into the cache, where this one finds them as if an earlier run had read them; and it begins while this one
still imports what it needs. So a first run keeps two processors busy.
"""

import os
from collections.abc import Sequence
from pathlib import Path

from tthc.catalogue.beside import beside
from tthc.catalogue.cache import Cache, Kept
from tthc.catalogue.files import Disk, Source, procedure_files


def read_ahead(root: Path, disk: Disk, cache: Cache) -> None:
    """Start on the files of procedures in `root`, unless the last one is known: then almost all of them are."""
    paths = [path for path in procedure_files(root) if isinstance(path, Path)]
    found = [disk.read(path, path.as_posix()) for path in paths]
    sources = [source for source in found if isinstance(source, Source)]
    if sources and not cache.knows(sources[-1].data):
        beside(lambda: _compose(sources, cache, os.getppid()))


def _compose(sources: Sequence[Source], cache: Cache, parent: int) -> None:
    """Compose and keep one file after the other, until one is met that is kept, or nobody is there to want them."""
    from tthc.catalogue.reader import places, read_text  # noqa: PLC0415 - the YAML library: the copy needs it

    for source in reversed(sources):
        if cache.knows(source.data) or os.getppid() != parent:
            return
        document = read_text(source.data)
        if not document.problems and (found := places(document.data)):
            cache.put(source.data, Kept(document.data, found))

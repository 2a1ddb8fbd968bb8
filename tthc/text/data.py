"""The packaged data files (`tthc/data/**/*.yaml`), read as plain maps, lists and texts.

Composed from the events of the C parser: loading the lexicons costs a few milliseconds at every start of the program.
Scalars stay texts; whoever reads a file knows what its values mean.
"""

from pathlib import Path
from typing import Any

from _ruamel_yaml import CParser
from ruamel.yaml.events import (
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

_FOLDER = Path(__file__).parent.parent / "data"


def load(name: str) -> Any:
    """The content of one packaged file, named without its suffix: `load("lexicon/acts")`."""
    return _compose(CParser(path(name).read_bytes()))


def path(name: str) -> Path:
    """Where this packaged file stands, for a message that sends the reader there."""
    return _FOLDER / f"{name}.yaml"


def names(folder: str) -> tuple[str, ...]:
    """The files of a packaged folder, named as `load` takes them, in the order of their names."""
    return tuple(sorted(f"{folder}/{file.stem}" for file in (_FOLDER / folder).glob("*.yaml")))


def _compose(parser: Any) -> Any:
    """Maps, lists and texts from the parser's events. Our own files use no anchors, tags or further documents."""
    items: list[Any] = []  # the values of the open collection, keys and values of a map in turn
    stack: list[list[Any]] = []
    while True:
        event = parser.get_event()
        kind = type(event)
        if kind is ScalarEvent:
            items.append(event.value)
        elif kind is MappingStartEvent or kind is SequenceStartEvent:
            stack.append(items)
            items = []
        elif kind is MappingEndEvent:
            value: Any = dict(zip(items[::2], items[1::2], strict=True))
            items = stack.pop()
            items.append(value)
        elif kind is SequenceEndEvent:
            value = items
            items = stack.pop()
            items.append(value)
        elif kind is StreamEndEvent:
            return items[0] if items else None

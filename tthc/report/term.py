"""A word of a fixed vocabulary, as reports hold it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Term:
    """People read `text`, machines `key`, which never changes with the language."""

    key: str
    text: str

"""Edits to the record of a procedure, which `rewrite` then brings into the text of its file."""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from typing import Any, Final

from tthc.catalogue.rewrite import NotEditableError
from tthc.domain.procedure import (
    ChannelEntry,
    DeadlineCase,
    DossierItem,
    InternalStep,
    Legal,
    Local,
    Online,
    Procedure,
    Result,
)
from tthc.messages import _


class _Delete:
    """The value of an edit that takes its key or item out."""


DELETE: Final = _Delete()


@dataclass(frozen=True, slots=True)
class Edit:
    """A new value at a path inside a record: `("legal", "deadline")`, `("channels", 0, "fee")`.

    Maps on the way that are missing are made, and go with their last key. A path that ends in the length of a list
    appends to it.
    """

    path: tuple[str | int, ...]
    value: Any = DELETE


def applied(record: dict[str, Any], edits: Iterable[Edit]) -> dict[str, Any]:
    """The data of a record after edits, new keys in their canonical places; `record` itself does not change.

    Raises NotEditableError where there is no such path, or nothing would be left.
    """
    changed: Any = record
    for edit in edits:
        changed = _applied(changed, edit.path, edit.value, "")
        if changed is DELETE:
            raise NotEditableError(_("nothing would be left of the procedure; take it out as a whole"))
    return dict(changed)


# The keys of each part of a record in their canonical order, by the key that holds the part.
_KEYS = {
    holder: [field.name for field in fields(model)]
    for holder, model in {
        "legal": Legal,
        "local": Local,
        "deadline": DeadlineCase,
        "steps": InternalStep,
        "channels": ChannelEntry,
        "dossier": DossierItem,
        "result": Result,
        "online": Online,
    }.items()
} | {"": ["code", *(field.name for field in fields(Procedure))]}
_SHORT = {"channels": "channel", "dossier": "name"}  # a bare text in these lists is a map of this key


def _applied(held: Any, path: tuple[str | int, ...], value: Any, holder: str) -> Any:
    """`held` with the value at `path`, DELETE if nothing is left; `holder` is the key that `held` stands under."""
    if not path:
        return value
    step, rest = path[0], path[1:]
    changed = (
        _with_item(held, step, rest, value, holder)
        if isinstance(step, int)
        else _with_key(held, step, rest, value, holder)
    )
    return changed if changed or value is not DELETE else DELETE


def _with_item(held: Any, at: int, rest: tuple[str | int, ...], value: Any, holder: str) -> list[Any]:
    items = list(held) if isinstance(held, list) else []
    appended = at == len(items) and value is not DELETE
    if not (0 <= at < len(items) or appended):
        raise NotEditableError(_("“{key}” has no item {n}").format(key=holder, n=at + 1))
    new = _applied(None if appended else items[at], rest, value, holder)
    items[at : at + 1] = [] if new is DELETE else [new]
    return items


def _with_key(held: Any, key: str, rest: tuple[str | int, ...], value: Any, holder: str) -> dict[str, Any]:
    if holder in _SHORT and isinstance(held, str):
        held = {_SHORT[holder]: held}
    elif held is None:
        held = {}
    elif not isinstance(held, dict):
        raise NotEditableError(_("“{key}” holds a value, not keys").format(key=holder))
    new = _applied(held.get(key), rest, value, key)
    if new is DELETE:
        return {known: old for known, old in held.items() if known != key}
    if key in held:
        return {**held, key: new}
    return _inserted(held, key, new, _KEYS.get(holder, []))


def _inserted(held: dict[str, Any], key: str, value: Any, order: list[str]) -> dict[str, Any]:
    """`held` with a new key after those that canonically precede it."""
    later = set(order[order.index(key) + 1 :]) if key in order else set()
    at = next((n for n, known in enumerate(held) if known in later), len(held))
    items = list(held.items())
    return dict([*items[:at], (key, value), *items[at:]])

"""What normalised records and the portal's own records say in the same words: flags, kinds, levels, agencies."""

from collections.abc import Iterable

from tthc.domain.level import Channel, Formality, Level, OnlineLevel
from tthc.domain.procedure import ChannelEntry, Online
from tthc.exchange import words
from tthc.exchange.draft import Fields
from tthc.messages import _

_KINDS = ("type", "formalityType", "loai_thu_tuc")


def internal_and_formality(fields: Fields) -> tuple[bool, Formality | None]:
    """Whether the procedure is internal, and its kind. A kind that the record has no room for stays in the notes."""
    said = {key: value for key in _KINDS if isinstance(value := fields.left.get(key), str)}
    formality = words.formality(*said.values())
    internal = fields.flag("isInternal") or any(value.endswith("_INTERNAL") for value in said.values())
    for key, value in said.items():
        if formality and words.formality(value) is formality:
            del fields.left[key]
    return internal, formality


def levels(fields: Fields) -> tuple[Level, ...]:
    """The levels named in a text, and those flagged."""
    text = fields.text("level")
    named, unknown = words.levels(text)
    if unknown:
        fields.keep("level", text)
        fields.doubt("unknown-level", _('"{level}" is not a known level').format(level=", ".join(unknown)), "level")
    flagged = [level for key, level in words.LEVEL_FLAGS.items() if fields.flag(key)]
    if fields.left.get("isUndetermined") is False:
        fields.flag("isUndetermined")
    return tuple(dict.fromkeys([*named, *flagged]))


def state(fields: Fields) -> None:
    """The portal's state of the record: ACTIVE is what a catalogue takes for granted, UPDATED a remark."""
    value = fields.left.get("state")
    if value == "ACTIVE":
        fields.text("state")
    elif value not in (None, "UPDATED"):
        fields.doubt("unknown-state", _('the state "{state}" is kept in the notes').format(state=value), "status")


def agencies(fields: Fields, *keys: str) -> tuple[str, ...]:
    """The agencies under these keys, each name once. A list that was taken apart stays in the notes as it was."""
    names: list[str] = []
    for key in keys:
        text = fields.text(key)
        parts = words.agencies(text)
        if parts and parts != (text.strip(),):
            fields.keep(key, text)
        names += parts
    return tuple(dict.fromkeys(names))


def online(fields: Fields) -> Online:
    """The level of online service, from a text or from the portal's flags."""
    text = fields.text("online_level")
    level = words.online_level(text)
    if text and not words.is_online_level(text):
        fields.keep("online_level", text)
        if level is None:
            fields.doubt("unknown-online-level", _('"{level}" is not a known level').format(level=text), "online")
    if fields.left.get("isFullProcess") is True and fields.flag("isFullProcess"):
        level = level or OnlineLevel.FULL
    if fields.left.get("isOfflineOnly") is True and fields.flag("isOfflineOnly"):
        level = level or OnlineLevel.NONE
    return Online(level=level)


def with_online(channels: tuple[ChannelEntry, ...], fields: Fields) -> tuple[ChannelEntry, ...]:
    """The channels, with the online one if `online_channel` says so. What it denies stays in the notes if need be."""
    said = fields.flag("online_channel")
    there = any(entry.channel is Channel.ONLINE for entry in channels)
    if said and not there:
        return (*channels, ChannelEntry(channel=Channel.ONLINE))
    if said is False and (there or not channels):
        fields.keep("online_channel", said)
    return channels


def subjects(fields: Fields, said: Iterable[str]) -> tuple[str, ...]:
    """The subjects; those of `subject_types` where nothing else is said, else these stay in the notes."""
    named = tuple(dict.fromkeys(said))
    typed = fields.texts("subject_types")
    if named and not set(typed) <= set(named):
        fields.keep("subject_types", typed)
    return named or tuple(dict.fromkeys(typed))

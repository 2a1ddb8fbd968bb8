"""Rows of a table "channel, time, fee, description" as the deadline, the channels and the fee of a procedure."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from tthc.domain.level import Channel
from tthc.domain.procedure import ChannelEntry, DeadlineCase, DeadlineText


@dataclass(frozen=True, slots=True)
class Row:
    """One row, word for word; "" where the source says nothing. Without a channel it holds for every one."""

    channel: Channel | None
    time: str = ""
    fee: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Arranged:
    """What the rows come to. `remarks` are texts of rows without a channel that found no other place."""

    deadline: DeadlineText
    channels: tuple[ChannelEntry, ...]
    fee: str | None
    remarks: tuple[str, ...]


def arrange(rows: Sequence[Row]) -> Arranged:
    """One deadline where all rows agree; cases where every channel has the same several; else one for each channel."""
    general = [row for row in rows if row.channel is None]
    groups: dict[Channel, list[Row]] = {}
    for row in rows:
        if row.channel is not None:
            groups.setdefault(row.channel, []).append(row)

    if not groups:
        deadline, whens = _shared_deadline([general])
        notes = tuple(dict.fromkeys(row.note for row in general if row.note and row.note not in whens))
        return Arranged(
            deadline or _joined(row.time for row in general), (), _joined(row.fee for row in general), notes
        )

    deadline, whens = _shared_deadline(groups.values())
    fees = {row.fee for group in groups.values() for row in group}
    entries = [
        entry
        for channel, group in groups.items()
        for entry in _entries(channel, group, own_time=deadline is None, own_fee=len(fees) > 1, whens=whens)
    ]
    remarks = tuple(text for row in general for text in (row.time, row.fee, row.note) if text)
    return Arranged(deadline, tuple(entries), None if len(fees) > 1 else _joined(fees), remarks)


def _entries(
    channel: Channel, group: list[Row], *, own_time: bool, own_fee: bool, whens: set[str]
) -> Iterable[ChannelEntry]:
    """The entry of a channel; several where its times differ."""
    apart = own_time and len({row.time for row in group}) > 1
    for rows in [[row] for row in group] if apart else [group]:
        notes = [row.note for row in rows if row.note]
        yield ChannelEntry(
            channel=channel,
            legal_deadline=_joined(row.time for row in rows) if own_time else None,
            fee=_joined(row.fee for row in rows) if own_fee else None,
            note=None if whens.issuperset(notes) else _joined(notes),
        )


def _shared_deadline(
    groups: Collection[list[Row]],
) -> tuple[DeadlineText, set[str]]:
    """The deadline all groups share, and the descriptions that became its cases."""
    times = [sorted(row.time for row in group) for group in groups]
    distinct = {time for group in times for time in group}
    if len(distinct) == 1:
        return distinct.pop() or None, set()
    first = next(iter(groups))
    whens = [row.note for row in first]
    alike = all(other == times[0] for other in times)
    if not alike or "" in distinct or "" in whens or len(set(whens)) < len(whens):
        return None, set()
    return tuple(DeadlineCase(when=row.note, deadline=row.time) for row in first), set(whens)


def _joined(texts: Iterable[str]) -> str | None:
    """Distinct texts, one a line."""
    return "\n".join(dict.fromkeys(text for text in texts if text)) or None

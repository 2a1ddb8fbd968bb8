"""Rows of channel, time, fee and description as a deadline, channels and a fee."""

from tthc.domain.level import Channel
from tthc.domain.procedure import ChannelEntry, DeadlineCase
from tthc.exchange.channels import Arranged, Row, arrange

DIRECT, POST, ONLINE = Channel.DIRECT, Channel.POST, Channel.ONLINE


def test_rows_that_agree_share_deadline_and_fee() -> None:
    rows = [Row(DIRECT, "5 ngày", "Không", "tại bàn"), Row(POST, "5 ngày", "Không")]
    entries = (ChannelEntry(channel=DIRECT, note="tại bàn"), ChannelEntry(channel=POST))
    assert arrange(rows) == Arranged("5 ngày", entries, "Không", ())


def test_rows_that_differ_keep_their_own() -> None:
    rows = [Row(DIRECT, "5 ngày", "1.000 đồng"), Row(ONLINE, "3 ngày", "")]
    entries = (
        ChannelEntry(channel=DIRECT, legal_deadline="5 ngày", fee="1.000 đồng"),
        ChannelEntry(channel=ONLINE, legal_deadline="3 ngày"),
    )
    assert arrange(rows) == Arranged(None, entries, None, ())


def test_a_time_that_is_missing_once_is_not_given_to_that_channel() -> None:
    rows = [Row(DIRECT, "5 ngày"), Row(POST, "")]
    assert arrange(rows).channels == (
        ChannelEntry(channel=DIRECT, legal_deadline="5 ngày"),
        ChannelEntry(channel=POST),
    )


def test_the_same_several_times_everywhere_are_cases() -> None:
    rows = [
        Row(DIRECT, "2 ngày", "", "không xác minh"),
        Row(DIRECT, "4 ngày", "", "phải xác minh"),
        Row(POST, "4 ngày", "", "phải xác minh"),
        Row(POST, "2 ngày", "", "không xác minh"),
        Row(ONLINE, "2 ngày", "", "- không xác minh"),
        Row(ONLINE, "4 ngày", "", "phải xác minh"),
    ]
    found = arrange(rows)
    assert found.deadline == (
        DeadlineCase(when="không xác minh", deadline="2 ngày"),
        DeadlineCase(when="phải xác minh", deadline="4 ngày"),
    )
    assert found.channels == (
        ChannelEntry(channel=DIRECT),
        ChannelEntry(channel=POST),
        ChannelEntry(channel=ONLINE, note="- không xác minh\nphải xác minh"),
    )


def test_several_times_without_a_condition_stay_with_their_rows() -> None:
    rows = [Row(DIRECT, "2 ngày"), Row(DIRECT, "4 ngày"), Row(POST, "2 ngày"), Row(POST, "4 ngày")]
    assert [(entry.channel, entry.legal_deadline) for entry in arrange(rows).channels] == [
        (DIRECT, "2 ngày"),
        (DIRECT, "4 ngày"),
        (POST, "2 ngày"),
        (POST, "4 ngày"),
    ]


def test_rows_without_a_channel() -> None:
    assert arrange([Row(None, "5 ngày", "Không", "ghi chú")]) == Arranged("5 ngày", (), "Không", ("ghi chú",))
    assert arrange([Row(None, "5 ngày"), Row(None, "7 ngày")]).deadline == "5 ngày\n7 ngày"
    assert arrange([Row(DIRECT, "5 ngày"), Row(None, "7 ngày", "", "khác")]).remarks == ("7 ngày", "khác")
    assert arrange([]) == Arranged(None, (), None, ())

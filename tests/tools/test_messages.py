"""The tool that keeps translations in step with the code, and the translations themselves."""

import subprocess
import sys
from pathlib import Path

import pytest
from babel.messages.catalog import Message

from tools.messages import _faults, messages_in

ROOT = Path(__file__).parents[2]


def test_every_message_is_translated() -> None:
    ran = subprocess.run(
        [sys.executable, ROOT / "tools" / "messages.py", "--check"], capture_output=True, check=False, text=True
    )
    assert (ran.returncode, ran.stdout) == (0, "")


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ('_("a")', ["a"]),
        ('_("a {n}" " b").format(n=1)', ["a {n} b"]),
        ('mark("a")', ["a"]),
        ('ngettext("{n} a", "{n} as", n)', [("{n} a", "{n} as")]),
        ("f\"{_('a')}: {_(known)}\"", ["a"]),
        ("_(known); other('a')", []),
    ],
)
def test_literal_texts_are_found_wherever_they_stand(source: str, found: list[str]) -> None:
    assert list(messages_in(source)) == found


@pytest.mark.parametrize(
    ("message", "faults"),
    [
        (Message("{n} days", "{n} ngày"), []),
        (Message("{n} days", ""), ["not translated"]),
        (Message("{n} days", "{m} ngày"), ["other placeholders"]),
        (Message("{n} days", "ngày"), ["other placeholders"]),
        (Message("day", "nga\u0300y"), ["not NFC"]),
        (Message(("{n} day", "{n} days"), ("{n} ngày",)), []),
        (Message(("{n} day", "{n} days"), ("ngày",)), ["other placeholders"]),
        (Message("{", "{"), []),
    ],
)
def test_faults_of_a_translation(message: Message, faults: list[str]) -> None:
    assert list(_faults(message)) == faults

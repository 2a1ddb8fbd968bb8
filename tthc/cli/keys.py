"""The keys of tthc.toml: what each may hold, and what it means. The manual's tables are made of them."""

import difflib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from tthc.messages import _, mark


class Key(NamedTuple):
    """One key: the form of its value, an example as TOML has it, and what it means, to be translated."""

    form: str  # text, texts, days or table
    example: str
    meaning: str


RUN = {
    "catalogue": Key("text", '"catalogue"', mark("Folder of the catalogue; from the folder of this file on.")),
    "lang": Key("text", '"vi"', mark("Language of what is printed: vi or en.")),
    "color": Key("text", '"auto"', mark("Colour: auto, always or never.")),
    "check": Key("table", "[check]", mark("Table of the keys below, which are for tthc check.")),
}
CHECK = {
    "select": Key("texts", '["T101", "P201"]', mark("Only these rules: ids, prefixes or names; ALL for all.")),
    "ignore": Key("texts", '["B013"]', mark("Not these rules.")),
    "extend-select": Key("texts", '["T110"]', mark("These rules besides the usual ones.")),
    "severity": Key("table", '{O607 = "note"}', mark("How grave a rule is: error, warning or note.")),
    "fail-on": Key("text", '"error"', mark("Exit with 1 from this severity on: error (the default), warning or note.")),
    "baseline": Key("text", '"known.json"', mark("Leave out the findings of this file; from the folder of this one.")),
    "horizon": Key("days", "180", mark("Announce the end of a legal document this many days before (180).")),
}


def wrong(path: Path, table: Mapping[str, Any], keys: Mapping[str, Key], within: str = "") -> str:
    """What is wrong with a table of the file `path`, as a message; nothing where all is right.

    `within` stands before the names of its keys, as in “check.”.
    """
    for name, value in table.items():
        key = keys.get(name)
        if key is None:
            return _unknown(path, name, keys, within)
        expected = _expected(key, value)
        if expected:
            return _('{path}: "{key}" must be {expected}').format(path=path, key=within + name, expected=expected)
    return ""


def _unknown(path: Path, name: str, keys: Mapping[str, Key], within: str) -> str:
    near = difflib.get_close_matches(name, keys, n=1)
    return " ".join(
        [
            _('{path}: unknown key "{key}".').format(path=path, key=within + name),
            *(_('Did you mean "{near}"?').format(near=each) for each in near),
            _("Possible: {values}.").format(values=", ".join(keys)),
        ]
    )


def _expected(key: Key, value: Any) -> str:
    """What belongs there, where this value does not have its form."""
    match key.form:
        case "text":
            return "" if isinstance(value, str) else _("a text in quotes: {example}").format(example=key.example)
        case "texts":
            right = isinstance(value, list) and all(isinstance(item, str) for item in value)
            return "" if right else _("a list of texts: {example}").format(example=key.example)
        case "days":
            right = isinstance(value, int) and not isinstance(value, bool) and value >= 0
            return "" if right else _("a whole number of days, 0 or more: {example}").format(example=key.example)
        case _:
            return "" if isinstance(value, dict) else _("a table: {example}").format(example=key.example)

"""A report as one HTML page that needs nothing else: no network, no font, no other file.

Everything is there without JavaScript; the script adds searching, filtering and sorting. A strict policy lets the page
apply its own style, run its own script, and fetch nothing.
"""

import base64
import hashlib
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from tthc import __version__, messages
from tthc.formats.html import outline, tables
from tthc.formats.html.words import words
from tthc.formats.values import text
from tthc.report.model import Report

_FOLDER = Path(__file__).parent


def render(report: Report) -> str:
    """The whole report, in the language in use; the same bytes for the same report."""
    page = outline.page(report)
    style = _packaged("page.css") + "".join(map(tables.card_labels, page.tables))
    script = _packaged("page.js")
    return (
        _environment()
        .get_template("page.html.jinja")
        .render(
            report=report,
            page=page,
            language=messages.language(),
            words=words(),
            policy=_policy(style, script),
            style=Markup(style),
            script=Markup(script),
            version=__version__,
        )
    )


@cache
def _environment() -> Environment:
    """Every printed text is escaped, and so are the characters that would steer a terminal or are no XML."""
    environment = Environment(
        loader=FileSystemLoader(_FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_visible,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["text"] = text
    environment.filters["cell"] = _cell
    environment.filters["kind"] = lambda block: type(block).__name__
    return environment


def _visible(value: object) -> object:
    """A text without characters that steer a terminal. Most are printable as they stand, which is quick to see."""
    return messages.visible(value) if isinstance(value, str) and not value.isprintable() else value


def _cell(box: tables.Box) -> str:
    """A list of codes may break between them, and only there."""
    return Markup(",<wbr> ").join(messages.visible(box.text).split(", ")) if box.style == "code" else box.text


def _packaged(name: str) -> str:
    return (_FOLDER / name).read_text(encoding="utf-8")


def _policy(style: str, script: str) -> str:
    return (
        f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; base-uri 'none'; form-action 'none'"
    )


def _hash(content: str) -> str:
    digest = hashlib.sha256(content.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"

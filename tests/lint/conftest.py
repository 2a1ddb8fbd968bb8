"""Small catalogues to check: one record, several, an edit, or a whole file; the examples of the manual among them."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from tthc.catalogue.emit import emit
from tthc.catalogue.load import load
from tthc.catalogue.locate import Sources
from tthc.catalogue.model import Catalogue
from tthc.catalogue.reader import read_text
from tthc.lint.check import Checked, Options, check
from tthc.lint.context import Context
from tthc.lint.edits import Edition, changes
from tthc.lint.rule import Rule, Scope
from tthc.lint.rules import ALL

AS_OF = date(2026, 11, 1)
RECORD = {"code": "1.009645", "name": "Cấp giấy phép mẫu"}
WHOLE = ("manifest", "agencies", "procedures", "files")


def catalogue(folder: Path, example: Any) -> Catalogue:
    """A catalogue of one record, or of a map with manifest, agencies and procedures or files."""
    whole = example if any(key in example for key in WHOLE) else {"procedures": [example]}
    (folder / "procedures").mkdir(parents=True)
    manifest = {"jurisdiction": {"name": "Tỉnh mẫu"}} | whole.get("manifest", {})
    (folder / "catalogue.yaml").write_text(emit(manifest), encoding="utf-8")
    if "agencies" in whole:
        (folder / "agencies.yaml").write_text(emit({"agencies": whole["agencies"]}), encoding="utf-8")
    records = [RECORD | record for record in whole.get("procedures", ())]
    files = whole.get("files") or [{"agency": "so-tai-chinh", "field": "Lĩnh vực mẫu", "procedures": records}]
    for number, file in enumerate(files):
        (folder / "procedures" / f"{number}.yaml").write_text(emit(file), encoding="utf-8")
    return load(folder)


def of_text(folder: Path, text: str) -> Catalogue:
    """A catalogue whose only file of procedures has this text."""
    (folder / "procedures").mkdir(parents=True)
    (folder / "catalogue.yaml").write_text("jurisdiction: {name: Tỉnh mẫu}\n", encoding="utf-8")
    (folder / "procedures" / "0.yaml").write_text(text, encoding="utf-8")
    return load(folder)


def run(found: Catalogue, rules: Sequence[Rule], edition: Edition | None = None, as_of: date = AS_OF) -> Checked:
    """Check a catalogue as the command does."""
    files = [path.as_posix() for path in sorted(found.root.rglob("*.yaml"))]
    return check(Context(found, as_of), Options(tuple(rules), ALL), Sources(), files, edition)


def run_example(folder: Path, rule: Rule, text: str) -> Checked:
    """One example of a rule's manual, checked by this rule."""
    if rule.scope is Scope.FILE:
        rules = (rule, *(other for other in ALL if other.id == "H508" and rule.id == "K710"))
        return run(of_text(folder, text), rules)
    example = read_text(text.encode()).data
    if rule.scope is not Scope.EDIT:
        return run(catalogue(folder, example), (rule,))
    sides = [
        catalogue(folder / name, {"procedures": [example[name]] if example[name] is not None else []})
        for name in ("before", "after")
    ]
    return run(sides[1], (rule,), changes("HEAD", sides[0].entries, sides[1].entries))


@pytest.fixture(scope="session")
def small() -> SimpleNamespace:
    """The functions of this file."""
    return SimpleNamespace(catalogue=catalogue, of_text=of_text, run=run, run_example=run_example, as_of=AS_OF)

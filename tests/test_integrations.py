"""The files other programs run `tthc check` by."""

import re
import shlex
from pathlib import Path

import pytest

from tthc.catalogue.reader import read_text
from tthc.lint import selection
from tthc.lint.rules import ALL

ROOT = Path(__file__).parent.parent
HOOKS = read_text((ROOT / ".pre-commit-hooks.yaml").read_bytes()).data


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: str(hook["id"]))
def test_hooks_run_for_the_files_of_a_catalogue(hook: dict[str, str]) -> None:
    assert shlex.split(hook["entry"])[:2] == ["tthc", "check"]
    assert re.search(hook["files"], "catalogue/procedures/so-tai-chinh/dau-tu.yaml")
    assert not re.search(hook["files"], "docs/procedures.md")


def test_the_action_and_the_template_are_whole() -> None:
    action = read_text((ROOT / "action.yml").read_bytes())
    assert not action.problems
    assert {"catalogue", "since", "arguments"} <= action.data["inputs"].keys()
    template = read_text((ROOT / "docs" / "ci" / "gitlab.yml").read_bytes())
    assert not template.problems
    assert template.data["tthc-check"]["artifacts"]["reports"].keys() == {"codequality", "junit"}


def test_rules_named_in_the_documentation_exist() -> None:
    words = (ROOT / "docs" / "ci" / "README.md").read_text(encoding="utf-8")
    for name in re.findall(r"\b[A-Z]\d{3}\b", words):
        assert selection.matching(ALL, name)

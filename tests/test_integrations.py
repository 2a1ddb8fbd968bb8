"""The files other programs run `tthc check` by."""

import re
import shlex
from pathlib import Path

import pytest

from tthc.catalogue.files import AGENCIES, DECISIONS, DOCUMENTS, MANIFEST, STATISTICS
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


@pytest.mark.parametrize("name", [MANIFEST, AGENCIES, DOCUMENTS, DECISIONS, f"{STATISTICS}/2025.csv"])
def test_the_hook_for_the_whole_catalogue_runs_for_all_that_it_judges(name: str) -> None:
    (whole,) = (hook for hook in HOOKS if hook["id"] == "tthc-check")
    for folder in ("", "catalogue/", "a/b/"):
        assert re.search(whole["files"], folder + name)
        assert not re.search(whole["files"], f"{folder}{name}.md")
        assert not re.search(whole["files"], f"{folder}x{name}")


def test_what_users_of_the_template_may_set_is_not_set_by_its_job() -> None:
    text = (ROOT / "docs" / "ci" / "gitlab.yml").read_text("utf-8")
    template = read_text(text.encode()).data
    used = set(
        re.findall(r"TTHC_[A-Z]+", "".join(map(str, template["tthc-check"]["script"])) + text.partition("\nvar")[0])
    )
    assert used == template["variables"].keys()  # those of .gitlab-ci.yml go before these, but not before a job's
    assert not used & template["tthc-check"]["variables"].keys()


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

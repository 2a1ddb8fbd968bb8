"""F001-F012: how files are written. Found while reading (`tthc.catalogue`); here are their descriptions."""

from tthc.domain.finding import Severity
from tthc.lint.rule import Rule, Scope
from tthc.messages import mark

_OK = "agency: so-tai-chinh\nfield: Đầu tư\nprocedures:\n  - name: Cấp giấy phép\n"


def _rule(id_: str, slug: str, what: str, why: str, bad: str) -> Rule:
    return Rule(id=id_, slug=slug, severity=Severity.ERROR, what=what, why=why, bad=bad, ok=_OK, scope=Scope.FILE)


RULES = (
    _rule(
        "F001",
        "unreadable-file",
        mark("Finds files and folders that cannot be read, and catalogues without catalogue.yaml."),
        mark("What cannot be read is missing from every figure."),
        "",
    ),
    _rule(
        "F002",
        "bad-encoding",
        mark("Finds files that are not UTF-8, or hold control characters."),
        mark("Vietnamese text is only safe in UTF-8; other encodings lose letters without a word."),
        _OK + "  - name: Cấp\x07 giấy phép\n",
    ),
    _rule(
        "F003",
        "bad-yaml",
        mark("Finds places that are not valid YAML."),
        mark("A record that is not valid YAML cannot be read at all; outside the records, nothing of the file can."),
        _OK + '  - name: "Cấp giấy phép\n',
    ),
    _rule(
        "F004",
        "duplicate-key",
        mark("Finds keys that stand twice in one map, and agencies of one id."),
        mark("Only one of the two values would count, and nobody could tell which."),
        _OK + "    fee: Không\n    fee: 50.000 đồng\n",
    ),
    _rule(
        "F005",
        "refused-yaml-feature",
        mark("Finds anchors, aliases, merge keys, tags and further documents."),
        mark("They make a record depend on another; an edit there would change it unseen."),
        _OK + "    fee: &none Không\n",
    ),
    _rule(
        "F006",
        "wrong-shape",
        mark("Finds files that are empty, or do not begin with a map of keys."),
        mark("The file says neither whose procedures it holds nor which."),
        "- name: Cấp giấy phép\n",
    ),
    _rule(
        "F007",
        "unknown-key",
        mark("Finds keys that the catalogue does not know, and suggests the one that was meant."),
        mark("A misspelt key is a value that nobody reads."),
        _OK + "    fees: Không\n",
    ),
    _rule(
        "F008",
        "wrong-type",
        mark("Finds values of the wrong type: a text where a list belongs, a date that does not exist."),
        mark("The value cannot be used and is left out."),
        _OK + "    local: {decided: 2026-02-30}\n",
    ),
    _rule(
        "F009",
        "missing-key",
        mark("Finds records and files that lack a key they cannot do without."),
        mark("The record is left out until the key is there."),
        _OK + '  - code: "1.009645"\n',
    ),
    _rule(
        "F010",
        "impossible-value",
        mark("Finds values that are not in the list of possible ones, and keys without a value."),
        mark("The value cannot be used and is left out."),
        _OK + "    level: tỉnh\n",
    ),
    _rule(
        "F011",
        "unquoted-text",
        mark("Finds numbers and true/false that stand where a text belongs, because quotes are missing."),
        mark("1.009640 without quotes is a number and loses its zero in other programs."),
        _OK + "    code: 1.009640\n",
    ),
    _rule(
        "F012",
        "bad-statistics",
        mark(
            "Finds rows of statistics/*.csv that cannot be used: without a code or the number received, with a code "
            "that stands there already, with more dossiers received online than in all."
        ),
        mark("Figures weighted by dossiers would leave them out."),
        "",
    ),
)

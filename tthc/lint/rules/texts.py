"""M307, M309-M311: texts as they are typed, and names that belong to a list."""

import difflib
import re
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from unicodedata import is_normalized, normalize

from tthc.domain.entry import Entry
from tthc.domain.finding import Severity
from tthc.lint.context import Context, plain
from tthc.lint.rule import Fixability, Issue, Rule, Scope
from tthc.messages import _, mark

_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_SUSPICIOUS = re.compile("[\u00a0\u00ad\u200b-\u200f\u2060\ufeff\t]|  |^ | $")
_STOP = re.compile(r"(?<![.…])(?<!v\.v)[ \u00a0]*\.[ \u00a0]*$")
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)+")


def _text_form(entry: Entry, context: Context) -> Iterable[Issue]:
    for path, text in context.texts(entry):
        new = cleaned(text)
        if new != text:
            yield Issue(
                _describe(text),
                path,
                _("Write it composed (NFC), with single blanks and without unseen signs."),
                fix=((path, new),),
            )


def _final_stop(entry: Entry, _context: Context) -> Iterable[Issue]:
    name = entry.procedure.name
    new = _STOP.sub("", name) if "." in name[-3:] else name
    if new != name:
        yield Issue(
            _("the name ends in a full stop"),
            ("name",),
            _("Take it out, unless the announcing decision has it: the announced name stays as it is."),
            fix=((("name",), new),),
        )


@lru_cache(maxsize=50_000)
def cleaned(text: str) -> str:
    """The text composed, without unseen signs and with single blanks."""
    new = text
    if _SUSPICIOUS.search(new):
        plain_blanks = _UNSEEN.sub("", new).replace("\u00a0", " ").replace("\t", " ")
        # blanks in a text of several lines may be its layout
        new = plain_blanks if "\n" in new else re.sub(" {2,}", " ", plain_blanks).strip(" ")
    if not is_normalized("NFC", new):  # last, since what was between two signs may be gone
        new = normalize("NFC", new)
    return new


def _describe(text: str) -> str:
    if not is_normalized("NFC", text):
        return _("the text is not composed Unicode (NFC): it looks right and is not found by a search")
    if _UNSEEN.search(text):
        return _("the text holds signs that cannot be seen")
    return _("the text has blanks too many, or of a wrong kind")


def _unknown_agencies(entry: Entry, context: Context) -> Iterable[Issue]:
    known = context.catalogue.agencies
    if not known:
        return
    for key, values in (("handled_by", entry.procedure.handled_by), ("coordinating", entry.procedure.coordinating)):
        for index, value in enumerate(values):
            if _ID.fullmatch(value) and value not in known:
                near = difflib.get_close_matches(value, known, n=1)
                yield Issue(
                    _("agencies.yaml has no agency “{id}”").format(id=value),
                    (key, index),
                    _("Did you mean “{near}”?").format(near=near[0]) if near else _("Add it to agencies.yaml."),
                    fix=(((key, index), near[0]),) if near else (),
                )


def _field_spellings(context: Context) -> Iterable[Issue]:
    """Fields that differ only in how they are typed, and agencies of files that agencies.yaml does not know."""
    spellings: dict[str, dict[str, list[Entry]]] = defaultdict(lambda: defaultdict(list))
    agencies: dict[str, Entry] = {}
    for entry in context.catalogue.entries:
        spellings[plain(entry.field)][entry.field].append(entry)
        agencies.setdefault(entry.agency, entry)
    for forms in spellings.values():
        if len(forms) > 1:
            usual = max(sorted(forms), key=lambda form: len(forms[form]))
            for form in sorted(forms.keys() - {usual}):
                yield Issue(
                    _("the field “{form}” is elsewhere spelled “{usual}”").format(form=form, usual=usual),
                    ("field",),
                    _("Use one spelling, or totals by field fall apart."),
                    file=_relative(forms[form][0], context),
                )
    if context.catalogue.agencies:
        for agency in sorted(agencies.keys() - context.catalogue.agencies.keys()):
            yield Issue(
                _("agencies.yaml has no agency “{id}”").format(id=agency),
                ("agency",),
                _("Add it to agencies.yaml."),
                file=_relative(agencies[agency], context),
            )


def _relative(entry: Entry, context: Context) -> str:
    return entry.location.path.removeprefix(context.catalogue.root.as_posix() + "/")


RULES = (
    Rule(
        id="M307",
        slug="text-form",
        severity=Severity.NOTE,
        what=mark("Finds texts that are not composed Unicode, or hold unseen signs or double blanks."),
        why=mark("Two texts that look the same must be the same: searches, comparisons and totals depend on it."),
        fix=Fixability.SAFE,
        bad='name: "Cấp  giấy phép xây dựng"',
        ok="name: Cấp giấy phép xây dựng “tạm”",
        in_any_status=True,
        check=_text_form,
    ),
    Rule(
        id="M309",
        slug="unknown-agency",
        severity=Severity.WARNING,
        what=mark("Finds agency ids that agencies.yaml does not have."),
        why=mark("A typing error makes an agency of its own, and the totals by agency are wrong."),
        fix=Fixability.SUGGEST,
        bad="agencies: [{id: so-tai-chinh, name: Sở Tài chính}]\nprocedures:\n  - handled_by: [so-tai-chin]",
        ok="agencies: [{id: so-tai-chinh, name: Sở Tài chính}]\nprocedures:\n  - handled_by: [so-tai-chinh]",
        in_any_status=True,
        check=_unknown_agencies,
    ),
    Rule(
        id="M310",
        slug="name-ends-in-stop",
        severity=Severity.NOTE,
        what=mark("Finds names that end in a full stop."),
        why=mark(
            "The stop ends a line of a list and is seldom part of the name; what was announced only a person changes."
        ),
        fix=Fixability.SUGGEST,
        bad='name: "Cấp giấy phép xây dựng."',
        ok="name: Cấp giấy phép xây dựng",
        check=_final_stop,
        in_any_status=True,
    ),
    Rule(
        id="M311",
        slug="field-or-agency-of-file",
        severity=Severity.WARNING,
        what=mark(
            "Finds fields that two files spell differently, and files of an agency that agencies.yaml does not have."
        ),
        why=mark("Figures are added up by field and by agency; each must have one spelling."),
        scope=Scope.CATALOGUE,
        bad=(
            "files:\n"
            "  - {agency: so-tai-chinh, field: Đất đai, procedures: [{name: A}]}\n"
            "  - {agency: so-tai-chinh, field: đất  đai, procedures: [{name: B}]}"
        ),
        ok=(
            "files:\n"
            "  - {agency: so-tai-chinh, field: Đất đai, procedures: [{name: A}]}\n"
            "  - {agency: so-tai-chinh, field: Xây dựng, procedures: [{name: B}]}"
        ),
        check=_field_spellings,
    ),
)

"""M301-M305, M308: the form of a code. One classification; each kind of flaw is a rule of its own."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from tthc.domain.entry import Entry
from tthc.domain.finding import Severity
from tthc.lint.context import Context
from tthc.lint.law import provinces
from tthc.lint.rule import Check, Fixability, Issue, Rule
from tthc.messages import _, mark
from tthc.text.codes import candidates

_CODE = re.compile(r"[1-9]\.\d{6}(?:\.(?:\d{3}\.\d{2}\.\d{2}\.)?(?P<province>[HG]\d{2}))?")
_LEGACY = re.compile(r"[TB]-[A-ZĐ]{2,4}-\d{6}(?:-TT)?")
_SHORT = re.compile(r"[1-9]\.\d{4,5}")
_NO_DOT = re.compile(r"[1-6]\d{6}")
_DELETED = re.compile(r"(?P<code>.*?)[-_ ]*(?:xo[aá]|xóa|del|deleted)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Flaw:
    rule: str
    message: str
    help: str
    fixed: str = ""


def _flaw(code: str) -> _Flaw | None:
    plain = code.strip()
    if _CODE.fullmatch(plain):
        if plain == code:
            return None
        return _Flaw("M302", _("the code has blanks around it"), _("Write “{code}”.").format(code=plain), plain)
    if _NO_DOT.fullmatch(plain):
        new = f"{plain[0]}.{plain[1:]}"
        return _Flaw(
            "M302", _("the code {code} lacks its dot").format(code=plain), _("Write “{code}”.").format(code=new), new
        )
    deleted = _DELETED.fullmatch(plain)
    if deleted and _CODE.fullmatch(deleted["code"]):
        return _Flaw(
            "M302",
            _("the code {code} bears the mark of a deleted record").format(code=plain),
            _("Take the record out, or write status: repealed and repealed_by: … ."),
        )
    if _SHORT.fullmatch(plain):
        return _Flaw(
            "M303",
            _("the code {code} has {n} digits after the dot instead of 6: zeros at its end are lost").format(
                code=plain, n=len(plain) - 2
            ),
            _is_it(plain),
            candidates(plain)[0],
        )
    if _LEGACY.fullmatch(plain):
        return _Flaw(
            "M305",
            _("{code} is a code of before 2017").format(code=plain),
            _("Look the procedure up in the national database and use its code; keep this one as local_id."),
        )
    return _Flaw(
        "M301",
        _("{code} is not a code of the national database").format(code=plain or "“”"),
        _is_it(plain)
        or _("A code is a digit, a dot and six digits: 1.009645. What has no national code belongs in local_id."),
    )


def _is_it(plain: str) -> str:
    """Which code it probably was; nothing where it looks like none."""
    words = _("Is it {code}? Codes are texts: keep them in quotes, and as text in spreadsheets.")
    return next((words.format(code=f"“{code}”") for code in candidates(plain)), "")


def _only(rule: str) -> Check:
    def check(entry: Entry, _context: Context) -> Iterable[Issue]:
        code = entry.procedure.code
        flaw = None if code is None else _flaw(code)
        if flaw is None or flaw.rule != rule:
            return ()
        fix = ((("code",), flaw.fixed),) if flaw.fixed else ()
        return (Issue(flaw.message, ("code",), flaw.help, fix=fix),)

    return check


def _province(entry: Entry, context: Context) -> Iterable[Issue]:
    match = _CODE.fullmatch((entry.procedure.code or "").strip())
    suffix = match["province"] if match else None
    if suffix is None or suffix.startswith("G"):
        return
    own = context.catalogue.manifest.jurisdiction.code
    province = provinces().get(suffix)
    if province and province.retired and province.fact.since and province.fact.since <= context.as_of:
        now = provinces()[province.now]
        yield Issue(
            _("{code} stands for {province}, which is part of {now} now").format(
                code=suffix, province=province.name, now=now.name
            ),
            ("code",),
            _("Use the code without suffix, or {code} (not verified against a new official list).").format(
                code=now.code
            ),
        )
    elif own and suffix != own:
        yield Issue(
            _("the code ends in {suffix}, and this catalogue is of {own}").format(suffix=suffix, own=own),
            ("code",),
            _("Use the code without suffix, or correct the suffix."),
        )


def _internal(entry: Entry, _context: Context) -> Iterable[Issue]:
    code = entry.procedure.code or ""
    if code[:2] in ("5.", "6.") and not entry.procedure.internal:
        yield Issue(
            _("codes that begin with {digit} are of internal procedures, and this one is not marked so").format(
                digit=code[0]
            ),
            ("code",),
            _("Add “internal: true” if it is one; otherwise check the code."),
        )
    elif code[:2] in ("1.", "2.", "3.") and entry.procedure.internal:
        yield Issue(
            _("an internal procedure with the code of one for citizens, {code}").format(code=code),
            ("code",),
            _("Check the code; internal procedures have codes that begin with 5 or 6, or none."),
        )


RULES = (
    Rule(
        id="M301",
        slug="malformed-code",
        severity=Severity.ERROR,
        what=mark("Finds codes that have no known form."),
        why=mark("The code ties the entry to the national database; with a wrong one every comparison goes amiss."),
        bad="code: TTHC-12",
        ok='code: "1.009645"',
        in_any_status=True,
        check=_only("M301"),
    ),
    Rule(
        id="M302",
        slug="dirty-code",
        severity=Severity.WARNING,
        what=mark("Finds codes with blanks, without their dot, or with the mark of a deleted record (-Xoa)."),
        why=mark("Such codes are not found again when lists are compared."),
        fix=Fixability.SAFE,
        bad='code: "2000648"',
        ok='code: "2.000648"',
        in_any_status=True,
        check=_only("M302"),
    ),
    Rule(
        id="M303",
        slug="code-lost-zeros",
        severity=Severity.ERROR,
        what=mark("Finds codes with four or five digits after the dot."),
        why=mark("A spreadsheet that takes a code for a number drops the zeros at its end: 2.000140 becomes 2.00014."),
        fix=Fixability.SUGGEST,
        bad='code: "2.00014"',
        ok='code: "2.000140"',
        in_any_status=True,
        check=_only("M303"),
    ),
    Rule(
        id="M304",
        slug="foreign-province-code",
        severity=Severity.WARNING,
        what=mark("Finds codes with the suffix of another province, or of one that was merged."),
        why=mark("The suffix names the province that answers for the entry."),
        bad="manifest: {jurisdiction: {name: Quảng Ninh, code: H49}}\nprocedures:\n  - code: 1.009645.000.00.00.H03",
        ok="manifest: {jurisdiction: {name: Quảng Ninh, code: H49}}\nprocedures:\n  - code: 1.009645.000.00.00.H49",
        check=_province,
    ),
    Rule(
        id="M305",
        slug="former-code",
        severity=Severity.WARNING,
        what=mark("Finds codes in the form used before 2017 (T-QNH-123456-TT)."),
        why=mark("They are in no current list; nobody can look the procedure up by them."),
        bad="code: T-QNH-123456-TT",
        ok='code: "1.009645"\nlocal_id: T-QNH-123456-TT',
        check=_only("M305"),
    ),
    Rule(
        id="M308",
        slug="code-and-internal-flag",
        severity=Severity.NOTE,
        what=mark("Finds internal procedures with a code for citizens, and the other way round."),
        why=mark(
            "In observed data codes 5 and 6 are of internal procedures, 1 to 3 of the others; the totals depend "
            "on the flag."
        ),
        bad='code: "6.001430"',
        ok='code: "6.001430"\ninternal: true',
        check=_internal,
    ),
)

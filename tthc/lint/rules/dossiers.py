"""H502-H509: what applicants must bring and pay."""

from collections.abc import Iterable, Iterator
from datetime import date

from tthc.domain.entry import Entry
from tthc.domain.finding import Severity
from tthc.domain.procedure import Procedure
from tthc.lint.context import Context, plain
from tthc.lint.law import phrases
from tthc.lint.rule import Check, Issue, Path, Rule
from tthc.lint.wording import AMOUNT, names_money, names_no_fee, says, simple
from tthc.messages import _, mark

_SINCE = date(2010, 10, 14)


def _papers(list_: str, message: str, help_: str) -> Check:
    """A check for papers that hold a phrase of the law data."""

    def check(entry: Entry, context: Context) -> Iterable[Issue]:
        since = phrases(list_).fact.since
        if since and since > context.as_of:
            return
        for index, item in enumerate(entry.procedure.dossier):
            words = says(item.name, list_)
            if words:
                yield Issue(_(message).format(words=words), ("dossier", index, "name"), _(help_))

    return check


def _sets(entry: Entry, _context: Context) -> Iterable[Issue]:
    sets = entry.procedure.dossier_sets
    if sets is not None and sets > 1:
        yield Issue(
            _("{n} sets of the dossier are asked for").format(n=sets),
            ("dossier_sets",),
            _("If the law does not ask for more, one set is enough."),
        )


def _twice(entry: Entry, _context: Context) -> Iterable[Issue]:
    seen: dict[tuple[str, str], int] = {}
    for index, item in enumerate(entry.procedure.dossier):
        known = (plain(item.name), plain(item.when or ""))
        if known in seen:
            yield Issue(
                _("the paper “{name}” stands twice; first as item {n}").format(name=item.name, n=seen[known] + 1),
                ("dossier", index, "name"),
                _("Delete one, or say with “when:” in which case each is needed."),
            )
        seen.setdefault(known, index)


def _fees(procedure: Procedure) -> Iterator[tuple[Path, str]]:
    if procedure.fee:
        yield ("fee",), procedure.fee
    for index, channel in enumerate(procedure.channels):
        if channel.fee:
            yield ("channels", index, "fee"), channel.fee


def _no_amount(entry: Entry, _context: Context) -> Iterable[Issue]:
    for path, fee in _fees(entry.procedure):
        if names_no_fee(fee) or names_money(fee) or "theo" in simple(fee) or says(fee, "placeholder"):
            continue
        message = (
            _("the fee “{fee}” has no unit")
            if AMOUNT.search(fee)
            else _("the fee “{fee}” names neither an amount nor the document that sets it")
        )
        yield Issue(
            message.format(fee=fee),
            path,
            _("Write “Không”, or the amount with đồng and the document that sets it."),
        )


def _contradictory(entry: Entry, _context: Context) -> Iterable[Issue]:
    for path, fee in _fees(entry.procedure):
        words = simple(fee)
        if words.startswith(("không thu", "miễn")) or not words.startswith("không"):
            continue
        if names_money(fee) and not any(sign in words for sign in ("đối với", "trường hợp", ";", "\n", "quá", "nếu")):
            yield Issue(
                _("the fee says “Không” and names an amount: “{fee}”").format(fee=fee),
                path,
                _("Keep the one that is right."),
            )


RULES = (
    Rule(
        id="H502",
        slug="asks-for-known-data",
        severity=Severity.WARNING,
        what=mark(
            "Finds papers whose data public databases already hold (identity card, birth certificate, business "
            "registration)."
        ),
        why=mark("What a published database holds must not be asked for again."),
        ground="khoản 4 Điều 18 NĐ 224/2026/NĐ-CP",
        since=date(2026, 7, 1),
        bad="dossier: [Bản sao giấy khai sinh]",
        ok="dossier: [Đơn đề nghị]",
        check=_papers(
            "known_data",
            mark("a public database holds “{words}” already"),
            mark(
                "Take the paper out, or propose it to the ministry; the province cannot ask for more than the law does."
            ),
        ),
    ),
    Rule(
        id="H504",
        slug="asks-for-abolished-paper",
        severity=Severity.WARNING,
        what=mark("Finds papers that are no longer issued (sổ hộ khẩu, sổ tạm trú)."),
        why=mark("Nobody can hand in a paper that is not issued any more."),
        ground="Luật Cư trú 68/2020/QH14",
        verified=False,
        since=date(2023, 1, 1),
        bad="dossier: [Sổ hộ khẩu]",
        ok="dossier: [Đơn đề nghị]",
        check=_papers(
            "abolished_paper",
            mark("“{words}” is no longer issued"),
            mark("Take the paper out; residence is looked up in the population database."),
        ),
    ),
    Rule(
        id="H505",
        slug="open-ended-paper",
        severity=Severity.ERROR,
        what=mark("Finds open items in a dossier (“các giấy tờ khác có liên quan”)."),
        why=mark("The list of papers is part of the procedure; an open item lets every desk ask for what it likes."),
        ground="điểm d khoản 2 Điều 8 NĐ 63/2010/NĐ-CP",
        since=_SINCE,
        bad="dossier: [Đơn đề nghị, Các giấy tờ khác có liên quan]",
        ok="dossier: [Đơn đề nghị]",
        check=_papers(
            "open_paper",
            mark("“{words}” leaves open what must be handed in"),
            mark("Name each paper, or take the item out."),
        ),
    ),
    Rule(
        id="H506",
        slug="several-sets",
        severity=Severity.NOTE,
        what=mark("Finds procedures that ask for more than one set of the dossier."),
        why=mark("Agencies can pass copies on among themselves; every further set is the applicant's cost."),
        bad="dossier_sets: 3",
        ok="dossier_sets: 1",
        check=_sets,
    ),
    Rule(
        id="H507",
        slug="fee-without-amount",
        severity=Severity.WARNING,
        what=mark("Finds fees that name neither an amount with its unit nor the document that sets it."),
        why=mark("The applicant must know what to pay, and on what ground."),
        ground="điểm h khoản 2 Điều 8, điểm a khoản 2 Điều 13 NĐ 63/2010/NĐ-CP",
        since=_SINCE,
        bad="fee: Có",
        ok="fee: 100.000 đồng",
        check=_no_amount,
    ),
    Rule(
        id="H508",
        slug="contradictory-fee",
        severity=Severity.ERROR,
        what=mark("Finds fees that say “Không” and name an amount."),
        why=mark("One of the two is wrong, and it costs somebody money."),
        bad="fee: Không (100.000 đồng)",
        ok="fee: Không",
        check=_contradictory,
    ),
    Rule(
        id="H509",
        slug="same-paper-twice",
        severity=Severity.WARNING,
        what=mark("Finds a paper that stands twice in one dossier."),
        why=mark("The applicant brings it twice, or wonders what the difference is."),
        bad="dossier: [Đơn đề nghị, Giấy phép cũ, Đơn đề nghị]",
        ok="dossier:\n  - {name: Đơn đề nghị, when: Cấp mới}\n  - {name: Đơn đề nghị, when: Cấp lại}",
        check=_twice,
    ),
)

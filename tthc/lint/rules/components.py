"""B001-B013: a part of the procedure is missing. One idea, one check; which part is data."""

from collections.abc import Callable, Iterable
from datetime import date

from tthc.domain.deadline import Kind
from tthc.domain.entry import Entry
from tthc.domain.finding import Severity
from tthc.domain.procedure import Procedure
from tthc.lint.context import Context, deadline
from tthc.lint.law import phrases
from tthc.lint.rule import Check, Issue, Path, Rule
from tthc.lint.wording import simple
from tthc.messages import _, mark

_D8 = "khoản 2 Điều 8 NĐ 63/2010/NĐ-CP"
_SINCE = date(2010, 10, 14)
_WHY = mark(
    "The law names the parts every procedure consists of. Where one is missing, applicants cannot prepare, "
    "and officers ask for what is nowhere announced."
)
_WHY_CONDITIONAL = mark(
    "This part is needed only where the procedure has it; but an empty field does not tell "
    "“there is none” from “nobody wrote it down”."
)


def _absent(path: Path, present: Callable[[Procedure], object], message: str, help_: str) -> Check:
    """A check that finds a part which is not present."""

    def check(entry: Entry, _context: Context) -> Iterable[Issue]:
        procedure = entry.procedure
        if present(procedure):
            return ()
        # NĐ 63/2010/NĐ-CP does not cover internal procedures (Điều 1): the parts are needed by analogy only
        severity = Severity.WARNING if procedure.internal else None
        return (Issue(_(message), path, _(help_), severity=severity),)

    return check


def _has_name(procedure: Procedure) -> bool:
    return simple(procedure.name).strip(" .:") not in ("", "thủ tục", "thủ tục hành chính")


def _has_deadline(procedure: Procedure) -> bool:
    stated = [procedure.local.deadline, procedure.legal.deadline]
    stated += [text for channel in procedure.channels for text in (channel.local_deadline, channel.legal_deadline)]
    for text in stated:
        if isinstance(text, str) and simple(text).strip(" .") in phrases("placeholder").words:
            continue
        found = deadline(text)
        if found and found.kind is not Kind.NONE and not (found.cases and all(not c.maximum for c in found.cases)):
            return True
    return False


def _mentions_form(procedure: Procedure) -> bool:
    items = [simple(item.name) for item in procedure.dossier]
    return any("theo mẫu" in item or "mẫu số" in item or "tờ khai" in item for item in items)


RULES = (
    Rule(
        id="B001",
        slug="missing-name",
        severity=Severity.ERROR,
        what=mark("Finds procedures without a name, or whose name is only “Thủ tục”."),
        why=_WHY,
        ground=f"điểm a {_D8}",
        since=_SINCE,
        bad='name: ""',
        ok="name: Đăng ký thành lập doanh nghiệp tư nhân",
        check=_absent(
            ("name",),
            _has_name,
            mark("the procedure has no name"),
            mark("Write the name as the announcing decision gives it."),
        ),
    ),
    Rule(
        id="B002",
        slug="missing-steps",
        severity=Severity.ERROR,
        what=mark("Finds procedures without steps (trình tự thực hiện)."),
        why=_WHY,
        ground=f"điểm b {_D8}",
        since=_SINCE,
        bad="steps: []",
        ok="steps: [Nộp hồ sơ, Thẩm định, Trả kết quả]",
        check=_absent(
            ("steps",),
            lambda procedure: procedure.steps,
            mark("the procedure has no steps (trình tự thực hiện)"),
            mark("Add “steps:” with the steps from the announcing decision."),
        ),
    ),
    Rule(
        id="B003",
        slug="missing-channels",
        severity=Severity.ERROR,
        what=mark("Finds procedures that do not say how a dossier can be handed in (cách thức thực hiện)."),
        why=_WHY,
        ground=f"điểm c {_D8}",
        since=_SINCE,
        bad="channels: []",
        ok="channels: [direct, post, online]",
        check=_absent(
            ("channels",),
            lambda procedure: procedure.channels,
            mark("the procedure does not say how a dossier can be handed in (cách thức thực hiện)"),
            mark("Add “channels: [direct, post, online]” with those that apply."),
        ),
    ),
    Rule(
        id="B004",
        slug="missing-dossier",
        severity=Severity.ERROR,
        what=mark("Finds procedures without a list of papers (thành phần hồ sơ)."),
        why=_WHY,
        ground=f"điểm d {_D8}",
        since=_SINCE,
        bad="dossier: []",
        ok="dossier: [Đơn đề nghị]",
        check=_absent(
            ("dossier",),
            lambda procedure: procedure.dossier,
            mark("the procedure has no list of papers (thành phần hồ sơ)"),
            mark("Add “dossier:” with one item for each paper."),
        ),
    ),
    Rule(
        id="B015",
        slug="missing-dossier-sets",
        severity=Severity.WARNING,
        what=mark("Finds procedures that do not say how many sets of the dossier are asked for (số lượng hồ sơ)."),
        why=_WHY,
        ground=f"điểm d {_D8}",
        since=_SINCE,
        bad="dossier: [Đơn đề nghị]",
        ok="dossier: [Đơn đề nghị]\ndossier_sets: 1",
        check=_absent(
            ("dossier",),
            lambda procedure: procedure.dossier_sets is not None or not procedure.dossier,
            mark("the procedure does not say how many sets of the dossier are asked for (số lượng hồ sơ)"),
            mark("Add “dossier_sets: 1”."),
        ),
    ),
    Rule(
        id="B005",
        slug="missing-deadline",
        severity=Severity.ERROR,
        what=mark("Finds procedures without a deadline, or whose deadline is 0 or “không có thông tin”."),
        why=mark(
            "An applicant cannot hold the agency to a deadline that is not announced. Zero and “không có thông tin” "
            "say nothing; a procedure decided at once says “ngay trong ngày”."
        ),
        ground=f"điểm đ {_D8}",
        since=_SINCE,
        bad="legal: {deadline: Không có thông tin}",
        ok="legal: {deadline: 15 ngày kể từ ngày nhận đủ hồ sơ hợp lệ}",
        check=_absent(
            ("legal", "deadline"),
            _has_deadline,
            mark("the procedure has no deadline (thời hạn giải quyết)"),
            mark("Add “legal: {deadline: …}” with the wording of the law, and “local: {deadline: …}” if it is cut."),
        ),
    ),
    Rule(
        id="B006",
        slug="missing-subjects",
        severity=Severity.WARNING,
        what=mark("Finds procedures that do not say whom they are for (đối tượng thực hiện)."),
        why=_WHY,
        ground=f"điểm e {_D8}",
        since=_SINCE,
        bad="subjects: []",
        ok="subjects: [Cá nhân, Tổ chức]",
        check=_absent(
            ("subjects",),
            lambda procedure: procedure.subjects,
            mark("the procedure does not say whom it is for (đối tượng thực hiện)"),
            mark("Add “subjects: [Cá nhân, Tổ chức]” with those that apply."),
        ),
    ),
    Rule(
        id="B007",
        slug="missing-agency",
        severity=Severity.ERROR,
        what=mark("Finds procedures that do not say which agency decides (cơ quan giải quyết)."),
        why=_WHY,
        ground=f"điểm g {_D8}",
        since=_SINCE,
        bad="handled_by: []",
        ok="handled_by: [so-tai-chinh]",
        check=_absent(
            ("handled_by",),
            lambda procedure: procedure.handled_by,
            mark("the procedure does not say which agency decides (cơ quan giải quyết)"),
            mark("Add “handled_by: […]” with ids from agencies.yaml."),
        ),
    ),
    Rule(
        id="B008",
        slug="missing-fee",
        severity=Severity.WARNING,
        what=mark("Finds procedures that say nothing about fees (phí, lệ phí), not even “Không”."),
        why=_WHY_CONDITIONAL,
        ground=f"điểm h {_D8}",
        since=_SINCE,
        bad="channels: [direct]",
        ok="fee: Không",
        check=_absent(
            ("fee",),
            lambda procedure: procedure.fee or any(channel.fee for channel in procedure.channels),
            mark("the procedure says nothing about fees (phí, lệ phí)"),
            mark("Add “fee: Không” where there is none, else the amount and its ground."),
        ),
    ),
    Rule(
        id="B009",
        slug="missing-form",
        severity=Severity.WARNING,
        what=mark(
            "Finds dossiers that speak of a form (“theo mẫu”, “tờ khai”) and attach none (mẫu đơn, mẫu tờ khai)."
        ),
        why=mark("The form is part of the procedure: without it every desk uses its own."),
        ground=f"điểm h {_D8}",
        since=_SINCE,
        bad="dossier: [Tờ khai đăng ký]",
        ok="dossier:\n  - name: Tờ khai đăng ký\n    form: Mẫu số 01",
        check=_absent(
            ("dossier",),
            lambda procedure: any(item.form for item in procedure.dossier) or not _mentions_form(procedure),
            mark("a paper of the dossier follows a form, and no form is named (mẫu đơn, mẫu tờ khai)"),
            mark("Write the form beside the paper: “form: Mẫu số 01”."),
        ),
    ),
    Rule(
        id="B010",
        slug="missing-result",
        severity=Severity.WARNING,
        what=mark("Finds procedures that do not say what the applicant receives (kết quả thực hiện)."),
        why=_WHY_CONDITIONAL,
        ground=f"điểm h {_D8}",
        since=_SINCE,
        bad="steps: [Cấp giấy phép]",
        ok="result: {name: Giấy phép}",
        check=_absent(
            ("result",),
            lambda procedure: procedure.result and procedure.result.name.strip(),
            mark("the procedure does not say what the applicant receives (kết quả thực hiện)"),
            mark("Add “result: {name: …, delivery: [direct, post, electronic]}”."),
        ),
    ),
    Rule(
        id="B011",
        slug="missing-place",
        severity=Severity.WARNING,
        what=mark("Finds procedures that do not say where dossiers are received (địa điểm thực hiện)."),
        why=mark("The place is one of the six things the provincial list must state for every procedure."),
        ground="điểm a khoản 2 Điều 13 NĐ 63/2010/NĐ-CP",
        since=_SINCE,
        bad="channels: [direct]",
        ok="place: Trung tâm Phục vụ hành chính công tỉnh",
        check=_absent(
            ("place",),
            lambda procedure: procedure.place,
            mark("the procedure does not say where dossiers are received (địa điểm thực hiện)"),
            mark("Add “place: Trung tâm Phục vụ hành chính công …”."),
        ),
    ),
    Rule(
        id="B012",
        slug="missing-basis",
        severity=Severity.ERROR,
        what=mark("Finds procedures without a legal basis (căn cứ pháp lý)."),
        why=mark(
            "A procedure exists only where a legal document sets it; the provincial list and the announcing decision "
            "must name that document."
        ),
        ground="điểm a khoản 2 Điều 13, Điều 15 NĐ 63/2010/NĐ-CP",
        since=_SINCE,
        bad="legal: {deadline: 15 ngày}",
        ok="legal:\n  basis: [61/2020/QH14 Điều 33]",
        check=_absent(
            ("legal", "basis"),
            lambda procedure: procedure.legal.basis,
            mark("the procedure has no legal basis (căn cứ pháp lý)"),
            mark("Add “legal: {basis: […]}” with number and article of each document."),
        ),
    ),
    Rule(
        id="B013",
        slug="missing-requirements",
        severity=Severity.NOTE,
        what=mark("Finds procedures that leave the conditions (yêu cầu, điều kiện) open instead of writing “Không”."),
        why=_WHY_CONDITIONAL,
        ground=f"điểm h {_D8}",
        since=_SINCE,
        default=False,
        bad="channels: [direct]",
        ok="requirements: Không",
        check=_absent(
            ("requirements",),
            lambda procedure: procedure.requirements,
            mark("the procedure says nothing about conditions (yêu cầu, điều kiện)"),
            mark("Add “requirements: Không” where there is none."),
        ),
    ),
)

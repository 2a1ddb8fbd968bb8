"""K710: comments that keep findings quiet and are of no use. Found by `tthc.lint.check`, which applies the comments."""

from tthc.domain.finding import Severity
from tthc.lint.rule import Rule, Scope
from tthc.messages import mark

UNUSED = Rule(
    id="K710",
    slug="useless-comment",
    severity=Severity.WARNING,
    what=mark("Finds comments “# tthc: ignore …” that give no reason, name no known rule, or keep nothing quiet."),
    why=mark(
        "A comment that outlives its reason hides the next mistake; a reason lets others judge whether it still holds."
    ),
    scope=Scope.FILE,
    bad=(
        "agency: so-tai-chinh\nfield: Đầu tư\nprocedures:\n"
        "  - name: Cấp giấy phép\n    fee: Không # tthc: ignore H508\n"
    ),
    ok=(
        "agency: so-tai-chinh\nfield: Đầu tư\nprocedures:\n"
        "  - name: Cấp giấy phép\n"
        "    fee: Không (100.000 đồng) # tthc: ignore H508 -- đang chờ văn bản của Sở Tài chính\n"
    ),
)
RULES = (UNUSED,)

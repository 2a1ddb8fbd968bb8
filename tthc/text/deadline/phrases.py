"""Known phrases among the tokens: the longest at a place, and what it means there."""

from collections.abc import Sequence
from functools import cache

from tthc.text.deadline.lexicon import PHRASES, Tag
from tthc.text.deadline.tokens import LINE, MARK, WORD, Token, keys
from tthc.text.deadline.tree import CONDITIONS, Atom


class _Node:
    """A place in the tree of phrases; `tag` if a phrase ends here."""

    __slots__ = ("next", "tag")

    def __init__(self) -> None:
        self.next: dict[str, _Node] = {}
        self.tag: Tag | None = None


@cache
def _tree() -> _Node:
    """Of all phrases: grown when a text is first read, since many runs read none."""
    root = _Node()
    for tag, listed in PHRASES.items():
        for phrase in listed.split("|"):
            node = root
            for key in keys(phrase.strip()):
                node = node.next.setdefault(key, _Node())
            node.tag = tag
    return root


# What these mean depends on the words around them.
_DEPENDS = frozenset({Tag.COND, Tag.REQUEST, Tag.INCOMPLETE, Tag.AND, Tag.HARD, Tag.LAPSE, Tag.APPLICANT, Tag.FILED})
_DEPENDS |= {Tag.REFUSED, Tag.AUTHORITY, Tag.RENEW}
_ORGANISE = keys("tổ chức")
_NOUN_GOES_ON = frozenset(keys(", ; . : cá nhân và hoặc được phải có không nộp gửi đề đăng xin"))
_DOSSIER = keys("sơ")[0]
_MAY_BE_INCOMPLETE = frozenset({Tag.DOSSIER, Tag.FILED, Tag.INCOMPLETE})
_IF_ANY = frozenset(keys("có cần"))
_THERE_IS = keys("có")[0]
_NOT = frozenset(keys("không chưa"))
_OF = frozenset(keys("cho của về theo từng những mỗi"))
_RECEIVE = frozenset(keys("nhận tiếp nộp"))
_ABOUT = keys("về việc")
_IN_DOSSIER = frozenset(keys("của trong hồ thành tài thông đầy và hoặc cho để theo gửi đến đối kèm nếu khi"))
_PAPERS = keys("giấy tờ")
_FAR = 12  # words of an actor and what it leaves undone: "mà tổ chức, cá nhân đề nghị không …"
_THEN, _BEYOND, _LEVEL = keys("thì quá cấp")
_GRADED = frozenset(keys("tích án tài trình kiến thưởng hiệu sản phẩm nghệ hội"))  # di tích, dự án, đề tài, …
_OUTCOMES = frozenset({Tag.DECIDE, Tag.EXAMINE, Tag.STAGE, Tag.AUTHORITY, Tag.COLON})
_SPECIAL = keys("đặc biệt")
_MAY_BE_SPECIAL = frozenset(keys("hợp việc sơ huống do cảnh vực vùng kiện bàn xã"))
_PREMISES = frozenset(map(keys, ("cơ sở", "trang thiết", "thiết bị", "trụ sở", "nhân sự", "nhân lực", "điều kiện")))
_MEANS = frozenset(keys("vốn"))


class Phrases:
    """The phrases of one text."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens

    def longest(self, at: int, limit: int) -> tuple[Tag, int] | None:
        """Tag and end of the longest phrase at `at` that ends by `limit`. Offices must be written with a capital."""
        first, node, found = at, _tree(), None
        while at < limit and (step := node.next.get(self.tokens[at].key)):
            node, at = step, at + 1
            if node.tag:
                found = node.tag, at
        if found and found[0] is Tag.OFFICE:
            return (Tag.AUTHORITY, found[1]) if self.tokens[first].capital else None
        return found

    def meant(self, tag: Tag, at: int, end: int, before: Sequence[Atom]) -> Tag | None:
        """What the phrase means behind the atoms `before`; None where it does not mean what it can."""
        if tag not in _DEPENDS:
            return tag
        if self._means_nothing(tag, at, end, before):
            return None
        return self._other_meaning(tag, at, end, before) or tag

    def _means_nothing(self, tag: Tag, at: int, end: int, before: Sequence[Atom]) -> bool:
        match tag:
            case Tag.COND:
                return self._is_no_condition(at, end)
            case Tag.REQUEST:
                return self._is_denied(at)
            case Tag.INCOMPLETE:
                return not self._is_of_dossier(at, end, before)
            case Tag.AND:
                return self._is_in_name(at, end, before)
            case Tag.HARD:
                return self._is_only_a_name(at, end)
            case Tag.LAPSE:
                return end == at + 1 and not self._leaves_undone(end)
        return False

    def _other_meaning(self, tag: Tag, at: int, end: int, before: Sequence[Atom]) -> Tag | None:
        match tag:
            case Tag.APPLICANT if self._organises(at, end, before):
                return Tag.STAGE
            case Tag.REQUEST if self._is_for_premises(end):
                return Tag.STAGE
            case Tag.REQUEST if self._amends(at, end, before):
                return Tag.TYPE
            case Tag.FILED if self._names_application(at, before):
                return Tag.DOSSIER
            case Tag.REFUSED if self._is_other_outcome(at, before):
                return Tag.DECIDE
            case Tag.AUTHORITY if self._is_grade(at, before):
                return Tag.CLASS
            case Tag.RENEW if (self._key(at - 1), self._key(end)) == ("(", ")"):
                return Tag.TYPE  # 10 ngày (gia hạn)
        return None

    def _organises(self, at: int, end: int, before: Sequence[Atom]) -> bool:
        """ "thì tổ chức sát hạch", "Sở tổ chức thi": to organise, and no organisation."""
        if (self._key(at), self._key(at + 1)) != _ORGANISE or end > at + 2 or self._key(end) in _NOUN_GOES_ON:
            return False
        last = before[-1] if before else None
        return last is not None and last.hi == at and last.tag in (Tag.THEN, Tag.MUST, Tag.AUTHORITY)

    def _is_no_condition(self, at: int, end: int) -> bool:
        """ "(nếu có)"; "cho các trường hợp được khen thưởng"."""
        if self._key(at - 1) in _OF:
            return True
        closed = at + 2 >= len(self.tokens) or self.tokens[at + 2].kind is MARK
        return end == at + 1 and self._key(end) in _IF_ANY and closed

    def _is_denied(self, at: int) -> bool:
        """ "nếu không có yêu cầu bổ sung"."""
        return self._key(at - 1) in _NOT or (self._key(at - 1) == _THERE_IS and self._key(at - 2) in _NOT)

    def _amends(self, at: int, end: int, before: Sequence[Atom]) -> bool:
        """ "thông báo về việc sửa đổi, bổ sung giấy phép": what is asked for; with nothing behind, the dossier is."""
        if (self._key(at), self._key(at + 1)) != _ABOUT:
            return False
        if all(atom.tag is not Tag.EXAMINE for atom in before):  # "hồ sơ về việc sửa đổi": nobody is told anything
            return True
        if end == len(self.tokens):
            return False
        if (self._key(end), self._key(end + 1)) == _PAPERS or self._key(end) in _IN_DOSSIER:
            return False
        return self.tokens[end].kind not in (MARK, LINE)

    def _is_for_premises(self, end: int) -> bool:
        """ "đề nghị hoàn thiện cơ sở vật chất": approved in principle; nothing is missing in the dossier."""
        return self._key(end) in _MEANS or (self._key(end), self._key(end + 1)) in _PREMISES

    def _names_application(self, at: int, before: Sequence[Atom]) -> bool:
        """ "đối với hồ sơ đề nghị công nhận làng nghề" tells which dossier; "khi nhận đủ hồ sơ" that there is one."""
        last = before[-1] if before else None
        conditional = last is not None and last.tag in CONDITIONS and at - last.hi <= 1
        return conditional and self._key(at) not in _RECEIVE

    def _is_other_outcome(self, at: int, before: Sequence[Atom]) -> bool:
        """ "chấp thuận hoặc từ chối": either way a decision."""
        joined = bool(before) and before[-1].tag is Tag.OR and before[-1].hi == at
        return joined and (len(before) == 1 or before[-2].tag in _OUTCOMES)

    def _is_grade(self, at: int, before: Sequence[Atom]) -> bool:
        """ "di tích cấp tỉnh", "đề tài cấp cơ sở": how high the thing is, not who acts."""
        named = bool(before) and before[-1].tag is Tag.AUTHORITY
        return self._key(at) == _LEVEL and self._key(at - 1) in _GRADED and not named

    def _is_only_a_name(self, at: int, end: int) -> bool:
        """ "chế độ ăn đặc biệt", "rừng đặc dụng đặc biệt"; not "trường hợp đặc biệt"."""
        return (self._key(at), self._key(end - 1)) == _SPECIAL and self._key(at - 1) not in _MAY_BE_SPECIAL

    def _leaves_undone(self, at: int) -> bool:
        """ "(sau 30 ngày …) mà tổ chức, cá nhân không bổ sung thì …"; any other "mà" says nothing."""
        for i in range(at, at + _FAR):
            if self._key(i) in _NOT and self._key(i + 1) != _BEYOND:
                return True
            if self._key(i) in (_THEN, ".", ";", "", "\n"):
                return False
        return False

    def _is_of_dossier(self, at: int, end: int, before: Sequence[Atom]) -> bool:
        """ "hồ sơ đề nghị cấp phép chưa đầy đủ"; not "vị trí trên giấy chứng nhận không chính xác"."""
        if any(self._key(i) == _DOSSIER for i in range(at, end)):
            return True
        return any(
            atom.tag in _MAY_BE_INCOMPLETE or (atom.tag is Tag.COND and at - atom.hi <= 2) for atom in before[-4:]
        )

    def _is_in_name(self, at: int, end: int, before: Sequence[Atom]) -> bool:
        """ "Sở Giáo dục và Đào tạo", "Phòng Kinh tế và Hạ tầng"; not "Sở Tài chính và Công an tỉnh"."""
        office = before[-1] if before else None
        if office is None or office.tag is not Tag.AUTHORITY or not office.hi < at < end < len(self.tokens):
            return False
        words = self.tokens[office.hi : at]
        capitals = words[0].capital and self.tokens[end].capital and all(word.kind is WORD for word in words)
        return capitals and self.longest(end, len(self.tokens)) is None

    def _key(self, at: int) -> str:
        return self.tokens[at].key if 0 <= at < len(self.tokens) else ""

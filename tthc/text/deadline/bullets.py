"""Bullets: `-`, `+`, `++`, `a)`, `1.`, `(i)`, `b.1)` at the head of an item."""

from collections.abc import Sequence

from tthc.text.deadline.tokens import NUMBER, WORD, Token

DASHES = frozenset("-+*")
_LONGEST = 3  # letters or signs
_ROMAN = frozenset("ivx")


def bullet(tokens: Sequence[Token], at: int) -> tuple[str, int] | None:
    """The kind of bullet that stands at `at`, the same for all items of one list, and where it ends."""
    end = at
    while _key(tokens, end) in DASHES and end - at < _LONGEST and (end == at or _joined(tokens, end)):
        end += 1
    if end > at:
        return "".join(_key(tokens, i) for i in range(at, end)), end
    opened = _key(tokens, at) == "("
    return _numbered(tokens, at + opened, opened=opened)


def _joined(tokens: Sequence[Token], at: int) -> bool:
    return tokens[at - 1].end == tokens[at].start


def _numbered(tokens: Sequence[Token], at: int, *, opened: bool) -> tuple[str, int] | None:
    if at >= len(tokens):
        return None
    token = tokens[at]
    if token.kind not in (WORD, NUMBER) or token.end - token.start > _LONGEST:
        return None
    kind = "1" if token.kind is NUMBER else "i" if opened and _ROMAN.issuperset(token.key) else "a"
    closing = _key(tokens, at + 1)
    if closing == ")":
        return kind + ")", at + 2
    if closing != ".":
        return None
    if _key(tokens, at + 2).isdecimal() and _key(tokens, at + 3) in (")", "."):
        return kind + ".1", at + 4
    return (kind, at + 2) if kind == "1" and at + 2 < len(tokens) else None


def _key(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].key if at < len(tokens) else ""

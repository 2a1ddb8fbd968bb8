"""The head of a name: the acts."""

from tthc.text.title.lexicon import Kind, Lexicon
from tthc.text.title.term import Term, term
from tthc.text.title.words import Word, written


def read_head(words: list[Word], start: int, known: Lexicon) -> tuple[tuple[Term, ...], int]:
    """The acts at the head of a name, and where they end: "Cấp, cấp lại …" has two, "Đăng ký thay đổi …" too."""
    acts: dict[str, Term] = {}
    i, previous = start, ""
    while i < len(words) and (not acts or words[i].before in ("", ",")):
        document = _document(words, i, known) if previous in known.issuing else 0
        at, length, act = _next_act(words, i + document, known)
        if not length:
            break
        if document:
            acts.pop(previous)
        elif previous and not words[at].before:  # right behind another act: does it belong to the head?
            if at == i and previous not in known.modals | known.absorbed:
                break
            if not _is_act(words, at, length, known):
                break
            if previous in known.absorbed:
                acts.pop(previous, None)
        acts[act] = term(act, Kind.ACT, written(words[at : at + length]))
        i, previous = at + length, act
    if acts and i < len(words) and words[i].before == "(":
        alternatives, i = _alternatives(words, i, known)
        acts |= {act.key: act for act in alternatives}
    return tuple(acts.values()), i + (_light(words, i, known) if acts else 0)


def _alternatives(words: list[Word], i: int, known: Lexicon) -> tuple[tuple[Term, ...], int]:
    """The acts in brackets right behind the head, and where these end: "Thành lập (hoặc cho phép thành lập) …"."""
    close = next((end for end in range(i, len(words)) if words[end].depth < words[i].depth), len(words))
    acts, end = read_head(words[i:close], 0, known)
    return (acts, close) if i + end == close else ((), i)


def _document(words: list[Word], i: int, known: Lexicon) -> int:
    """How many words name the document that a decision is put down in: "cấp quyết định công nhận" is "công nhận"."""
    if i == len(words) or words[i].before or not (document := known.documents.match(words, i)):
        return 0
    at = i + document[0]
    act = known.acts.match(words, at) if at < len(words) and not words[at].before else None
    return document[0] if act and act[1] in known.embodied else 0


def _next_act(words: list[Word], i: int, known: Lexicon) -> tuple[int, int, str]:
    """Where the next act begins, how many words it takes, and its key; carriers ("đề nghị cấp") are passed over."""
    at = i
    while at < len(words) and (at == i or not words[at].before):
        match, carrier = known.acts.match(words, at), known.carriers.match(words, at)
        if match and (carrier is None or match[0] > carrier[0]):
            return at, *_with_suffix(words, at, *match, known)
        if carrier is None:
            break
        at += carrier[0]
    match = known.acts.match(words, i)  # a carrier that carries nothing may be an act itself: "giải quyết tranh chấp"
    return (i, *_with_suffix(words, i, *match, known)) if match else (i, 0, "")


def _with_suffix(words: list[Word], at: int, length: int, act: str, known: Lexicon) -> tuple[int, str]:
    """ "đăng ký lại" is an act of its own, "đăng ký mới" is "đăng ký"."""
    following = words[at + length] if at + length < len(words) else None
    if following is None or following.before:
        return length, act
    if following.text in known.again and not act.endswith(following.text):
        return length + 1, f"{act} {following.text}"
    return (length + 1, act) if following.text in known.anew else (length, act)


def _is_act(words: list[Word], i: int, length: int, known: Lexicon) -> bool:
    """Not a paper, nor the beginning of a longer term: "công bố quyết định", "cấp chứng nhận" hold one act each."""
    match = known.meanings.match(words, i)
    return match is None or (match[0] <= length and match[1].kind is not Kind.PAPER)


def _light(words: list[Word], i: int, known: Lexicon) -> int:
    """How many words a verb takes that adds nothing to the act before it: "cho phép tổ chức họp báo"."""
    if i == len(words) or words[i].before or not (light := known.light.match(words, i)):
        return 0
    longer = known.meanings.match(words, i)
    return light[0] if longer is None or longer[0] <= light[0] else 0

"""Why two procedures are or are not one, in words."""

from tthc.analysis.duplicates.evidence import Evidence, Key
from tthc.analysis.duplicates.relation import Relation, Verdict
from tthc.domain.level import Level
from tthc.messages import _
from tthc.report import labels


def reasons(verdict: Verdict) -> list[str]:
    """One sentence for each piece of evidence, with the points it gave or took."""
    return [f"{sentence(piece)} ({piece.points:+d})" for piece in verdict.evidence]


def relation(value: Relation) -> str:
    """Trùng, khác cấp, khác hành vi …"""
    return {
        Relation.DUPLICATE: _("duplicate"),
        Relation.LEVEL: _("same content, another level"),
        Relation.ACTION: _("same object, another act"),
        Relation.SCOPE: _("same act, another scope"),
        Relation.UNRELATED: _("unrelated"),
    }[value]


def sentence(piece: Evidence) -> str:
    """What one piece of evidence says, with the words it rests on."""
    return {
        Key.NAME: _("the names agree to {left}"),
        Key.SAME_CODE: _("one national code: {left}"),
        Key.SPELLING: _("the same word, written “{left}” and “{right}”"),
        Key.SOFT: _("general words that only one name has: “{left}” / “{right}”"),
        Key.TYPO: _("perhaps a typing error: “{left}” / “{right}”"),
        Key.ACCENTS: _("the same but for the accents, perhaps typed wrong: “{left}” / “{right}”"),
        Key.BARE: _("the first name has no accents; compared without them")
        if piece.left
        else _("the second name has no accents; compared without them"),
        Key.CUT: _("one name breaks off; the other goes on: “{left}{right}”"),
        Key.LEVEL: _("different levels: {left} / {right}"),
        Key.SCOPE: _("different scope: “{left}” / “{right}”"),
        Key.ACT: _("different act: “{left}” / “{right}”"),
        Key.OBJECT: _("different object: “{left}” / “{right}”"),
        Key.SAME_LEVEL: _("same level: {left}"),
        Key.SAME_FIELD: _("same field: {left}"),
        Key.OTHER_FIELD: _("different fields: {left} / {right}"),
        Key.SAME_AGENCY: _("same agency: {left}"),
        Key.SAME_BASIS: _("same legal basis: {left}"),
        Key.SAME_RESULT: _("same result: {left}"),
        Key.SAME_DOSSIER: _("nearly the same dossier: {left} and {right} papers in common"),
        Key.OTHER_DOSSIER: _("another dossier: {left} and {right} papers in common"),
        Key.OTHER_RESULT: _("different results: {left} / {right}"),
        Key.OTHER_SUBJECTS: _("different applicants: {left} / {right}"),
        Key.OTHER_BASIS: _("no legal basis in common: {left} / {right}"),
    }[piece.key].format(left=_known(piece.left), right=_known(piece.right))


def _known(words: str) -> str:
    """Levels in the reader's words; the words of names as they stand."""
    parts = words.split(", ")
    return ", ".join(labels.level(Level(part)) if part in list(Level) else part for part in parts) or "–"

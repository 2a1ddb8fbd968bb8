"""All rules, in the order of their ids. A new rule is a new row in the `RULES` of its family's module."""

from tthc.lint.rules import (
    codes,
    comments,
    components,
    cut_figures,
    deadline_texts,
    dossiers,
    duplicates,
    edits,
    files,
    legal_basis,
    levels,
    online,
    overruns,
    placeholders,
    texts,
    totals,
)
from tthc.lint.rules.comments import UNUSED

__all__ = ["ALL", "UNUSED"]

ALL = tuple(
    sorted(
        (
            *files.RULES,
            *components.RULES,
            *placeholders.RULES,
            *overruns.RULES,
            *deadline_texts.RULES,
            *cut_figures.RULES,
            *legal_basis.RULES,
            *codes.RULES,
            *texts.RULES,
            *levels.RULES,
            *dossiers.RULES,
            *online.RULES,
            *duplicates.RULES,
            *totals.RULES,
            *edits.RULES,
            *comments.RULES,
        ),
        key=lambda rule: rule.id,
    )
)

"""The name of a procedure, taken apart by closed lexicons (`tthc/data/lexicon`)."""

from tthc.text.title.levels import agency_levels
from tthc.text.title.lexicon import Kind, lexicon
from tthc.text.title.parse import parse
from tthc.text.title.term import Term, Title

__all__ = ["Kind", "Term", "Title", "agency_levels", "lexicon", "parse"]

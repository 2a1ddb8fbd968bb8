"""The words of the page itself; the script finds its own in the page."""

from tthc.messages import _


def words() -> dict[str, str]:
    """Each word under the name that the template has for it; `{…}` is filled in by the script."""
    return {
        "skip": _("Skip to the report"),
        "contents": _("Contents"),
        "definition": _("How it is reckoned"),
        "empty": _("No rows."),
        "search": _("Search in all tables"),
        "search_hint": _("Words or codes, with or without accents"),
        "filter": _("Filter this table"),
        "found": _("{rows} rows in {tables} tables"),
        "shown": _("{shown} of {all} rows"),
        "nothing": _("No row has these words."),
        "more": _("and {n} more"),
        "all": _("Show all {n} rows"),
        "fewer": _("Show fewer rows"),
        "made": _("Made by {program}"),
    }

"""What a code of the national database (1.009645) was before a spreadsheet or a hand spoilt it."""

import re

_PARTS = re.compile(r"([1-9])[.,]?(\d{1,6})")
_DIGITS = 6


def candidates(text: str) -> tuple[str, ...]:
    """The codes that this may have been, the likeliest first; none where it does not look like a code.

    A spreadsheet that takes a code for a number drops the zeros at its end; fewer people drop those after the dot. A
    comma for the dot, a dot left out, and blanks are put right.

    >>> candidates("9.00042"), candidates("9,000 420"), candidates("9000420")
    (('9.000420', '9.000042'), ('9.000420',), ('9.000420',))
    """
    parts = _PARTS.fullmatch("".join(text.split()))
    if parts is None:
        return ()
    first, rest = parts.groups()
    return tuple(dict.fromkeys(f"{first}.{digits}" for digits in (rest.ljust(_DIGITS, "0"), rest.rjust(_DIGITS, "0"))))

"""Why a time is not counted: the keys of `Ignored.reason`, which never change."""

from enum import StrEnum


class Reason(StrEnum):
    """Why a time in the text is not counted."""

    # seen by their shape
    CLOCK_TIME = "clock_time"
    CALENDAR_DATE = "calendar_date"
    LAW_NUMBER = "law_number"
    # by the words around them
    EXCLUDED = "excluded"
    REDUCTION = "reduction"
    BEFORE_EVENT = "before_event"
    EXPIRED_WINDOW = "expired_window"
    PERIODIC = "periodic"
    ATTRIBUTE = "attribute"
    MINIMUM = "minimum"
    APPLICATION_WINDOW = "application_window"
    VALIDITY = "validity"
    PAYMENT = "payment"
    POSTING = "posting"
    INCOMPLETE_DOSSIER = "incomplete_dossier"
    COMPLETENESS_CHECK = "completeness_check"
    APPLICANT_DUTY = "applicant_duty"
    # by the times around them
    WAITING = "waiting"
    RESTATED = "restated"
    AMBIGUOUS = "ambiguous"

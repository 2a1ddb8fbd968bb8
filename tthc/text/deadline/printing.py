"""A `Deadline` in the wording of officials: two-digit numbers, decimal commas, the ordinary case first."""

from collections.abc import Sequence
from decimal import Decimal

from tthc.domain.deadline import Case, Deadline, Kind, Step, Unit

UNITS = {
    Unit.MINUTE: "phút",
    Unit.HOUR: "giờ",
    Unit.WORKING_HOUR: "giờ làm việc",
    Unit.DAY: "ngày",
    Unit.WORKING_DAY: "ngày làm việc",
    Unit.WEEK: "tuần",
    Unit.MONTH: "tháng",
    Unit.YEAR: "năm",
}
_OPENERS = ("trường hợp", "đối với", "nếu", "riêng", "trong trường hợp", "các trường hợp")
_IN_A_CONDITION = str.maketrans({";": ",", ":": ",", "\n": " ", ".": ","})


def render(deadline: Deadline) -> str:
    """The canonical wording; `parse` reads it back as the same kind, cases, steps and headline.

    A text that was not understood is given back as it is.
    """
    match deadline.kind:
        case Kind.UNKNOWN:
            return deadline.text
        case Kind.NONE:
            return ""
        case Kind.UNSPECIFIED:
            return "không quy định"
        case Kind.NO_UNIT:
            return amount(deadline.cases[0])
        case Kind.IMMEDIATE:
            return "; ".join(["trong ngày làm việc", *_cases(deadline)])
    return "; ".join(_cases(deadline))


def amount(part: Case | Step) -> str:
    """05 ngày làm việc; 10 - 25 ngày."""
    bounds = [part.maximum]
    if isinstance(part, Case) and part.minimum is not None:
        bounds.insert(0, part.minimum)
    unit = f" {UNITS[part.unit]}" if part.unit else ""
    return " - ".join(number(bound) for bound in bounds) + unit


def number(value: Decimal) -> str:
    """05; 7,5."""
    whole, _, fraction = f"{value:f}".partition(".")
    fraction = fraction.rstrip("0")
    return f"{whole},{fraction}" if fraction else whole.zfill(2)


def _cases(deadline: Deadline) -> list[str]:
    """Every case with its condition; the ordinary one of several stands bare. Stages follow their total."""
    stages = list(deadline.steps)
    said = []
    if deadline.kind is Kind.STEPS and not _total(deadline):
        said.append(_stages(deadline.steps))
        stages = []
    several = len(deadline.cases) > 1
    for i, case in enumerate(deadline.cases):
        text = amount(case)
        if not case.extra:
            mine = _split_of(case, stages, only=deadline.kind is Kind.STEPS)
            del stages[: len(mine)]
            text += f", trong đó: {_stages(mine)}" if mine and not several else f" ({_stages(mine)})" if mine else ""
        said.append(f"{_condition(deadline, i)}{'tăng thêm ' if case.extra else ''}{text}")
    return said


def _total(deadline: Deadline) -> bool:
    """Whether the first case is the total of the stages, and not a variant of them."""
    if not deadline.cases or deadline.cases[0].extra:
        return False
    return deadline.headline == 0 or sum(step.maximum for step in deadline.steps) == deadline.cases[0].maximum


def _split_of(case: Case, stages: Sequence[Step], *, only: bool) -> tuple[Step, ...]:
    """The next stages that add up to this case; all of them where there is only one total."""
    if only:
        return tuple(stages)
    left = case.maximum
    for n, stage in enumerate(stages, 1):
        left -= stage.maximum
        if left <= 0:
            return tuple(stages[:n]) if left == 0 and n > 1 else ()
    return ()


def _condition(deadline: Deadline, index: int) -> str:
    case = deadline.cases[index]
    bare = case.extra or index == deadline.headline
    if case.when is None or (index == deadline.headline and len(deadline.cases) > 1):
        if bare:
            return ""
        return f"trường hợp ({index + 1}): " if len(deadline.cases) > 1 else "trường hợp đặc biệt: "
    when = " ".join(case.when.partition("(")[0].translate(_IN_A_CONDITION).split()).strip(" ,-+*")
    return f"{when}: " if when.lower().startswith(_OPENERS) else f"trường hợp {when}: "


def _stages(steps: Sequence[Step]) -> str:
    return "; ".join(
        f"bước {n} ({step.who}): {amount(step)}" if step.who else f"bước {n}: {amount(step)}"
        for n, step in enumerate(steps, 1)
    )

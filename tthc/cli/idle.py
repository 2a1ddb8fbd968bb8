"""Options that would do nothing are refused: whoever gives one counts on it."""

from collections.abc import Collection
from typing import Any

from tthc.cli.settings import SettingError

FILTERS = ("field", "agency", "level", "code", "internal")
CATALOGUE = ("folder", "catalogue")


def refuse(context: Any, names: Collection[str], message: str, **values: str) -> None:
    """Raise SettingError where the command line gives one of these parameters of the command.

    The message says why it would do nothing; {option} in it stands for the option as it was written, and `values` for
    what else it names.
    """
    for parameter in context.command.params:
        if parameter.name in names and _given(context, parameter.name):
            raise SettingError(message.format(option=_written(parameter, context.params[parameter.name]), **values))


def _given(context: Any, name: str) -> bool:
    source = context.get_parameter_source(name)
    return source is not None and source.name == "COMMANDLINE"


def _written(parameter: Any, value: Any) -> str:
    if parameter.param_type_name == "argument":
        return str(parameter.metavar).strip("[]…")
    if value is False and parameter.secondary_opts:
        return str(parameter.secondary_opts[0])
    return str(max(parameter.opts, key=len))

"""The command `tthc`: language, streams and colour are settled first, then the one command asked for is imported.

Options that mean the same for every command (`--lang`, `--color`, `--no-cache`, `--debug`) may stand anywhere.
"""

import contextlib
import gc
import gettext
import importlib
import io
import os
import sys
from typing import TYPE_CHECKING, TextIO

from tthc import __version__, messages
from tthc.cli import settings
from tthc.cli.outcome import Outcome
from tthc.messages import _, mark, visible

if TYPE_CHECKING:
    import typer

# Command, and the module of this package that holds it. Only what is called is imported.
COMMANDS = {
    "audit": "audit",
    "check": "check",
    "cuts": "cuts",
    "deadline": "deadline",
    "duplicates": "duplicates",
    "why": "why",
    "decide": "decide",
    "families": "families",
    "papers": "papers",
    "evaluate": "evaluate",
    "import": "import_",
    "online": "online",
    "report": "report",
    "rule": "rule",
    "show": "show",
    "schema": "schema",
    "why-online": "why_online",
}

# Texts of the command-line framework that it looks up by itself.
FRAMEWORK = (
    mark("Arguments"),
    mark("Options"),
    mark("Commands"),
    mark("required"),
    mark("default: {default}"),
    mark("env var: {var}"),
    mark("Missing command."),
)

PACKAGES = {"_ruamel_yaml": "ruamel.yaml.clib"}  # modules that are not named like their package


def main(arguments: list[str] | None = None) -> None:
    """Run `tthc` and exit with the code of `Outcome`.

    A command lives for a second and makes values, not garbage: neither collecting nor tearing down is worth its time.
    """
    gc.disable()
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # else pydantic looks for them in every package
    outcome = run(sys.argv[1:] if arguments is None else arguments)
    with contextlib.suppress(OSError, ValueError):
        sys.stdout.flush()
        sys.stderr.flush()
    os._exit(outcome)


def run(arguments: list[str]) -> int:
    """Run `tthc` with these arguments; the exit code."""
    _speak_utf8()
    try:
        rest = settings.take(arguments)
        _speak_to_framework(settings.current.language)
        outcome = _invoke(rest)
        sys.stdout.flush()
        return outcome
    except settings.SettingError as error:
        return complain(str(error), Outcome.USAGE)
    except KeyboardInterrupt:
        return Outcome.INTERRUPTED
    except BrokenPipeError:
        sys.stdout = _nowhere()  # the reader has gone
        return Outcome.FINE
    except Exception as error:
        if settings.current.debug:
            raise
        return _unexpected(error)


def complain(message: str, outcome: Outcome) -> Outcome:
    """Say on stderr what went wrong, and hand back the exit code."""
    with contextlib.suppress(OSError):  # nobody may be there to hear it; the exit code says it too
        print(_("Error: {message}").format(message=visible(message)), file=sys.stderr)
    return outcome


def _invoke(arguments: list[str]) -> int:
    import typer

    from tthc.cli import usage

    command = next((word for word in arguments if not word.startswith("-")), None)
    if command is not None and command not in COMMANDS:
        return complain(usage.unknown_command(command, arguments, COMMANDS), Outcome.USAGE)
    app = _app(command)
    if not arguments:
        with contextlib.redirect_stdout(sys.stderr):
            app(["--help"], standalone_mode=False, prog_name="tthc")
        return Outcome.USAGE
    try:
        result = app(arguments, standalone_mode=False, prog_name="tthc")
    except typer.TyperException as error:
        return complain(usage.explain(error, command), Outcome.USAGE)
    except typer.Abort:
        return Outcome.INTERRUPTED
    except SystemExit as error:  # the framework's answer when the reader of a pipe has gone
        raise BrokenPipeError from error
    return result if isinstance(result, int) else Outcome.FINE


def _app(command: str | None) -> "typer.Typer":
    """The application with one command, or with all of them where the line names none (for help)."""
    import typer

    from tthc.cli import framework

    app = typer.Typer(
        cls=framework.Group,
        help=_("Audit a province's catalogue of administrative procedures (TTHC)."),
        epilog=_(
            "For every command: --lang vi|en, --color auto|always|never, --no-cache, --debug. "
            "Help for one command: tthc COMMAND --help."
        ),
        options_metavar=_("[OPTIONS]"),
        subcommand_metavar=_("COMMAND …"),
        add_completion=False,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
        context_settings={"help_option_names": ["-h", "--help"]},
    )

    @app.callback()
    def options(
        version: bool = typer.Option(
            False, "--version", help=_("Print the version and exit."), is_eager=True, callback=_print_version
        ),
    ) -> None:
        pass

    for name in [command] if command else COMMANDS:
        module = importlib.import_module(f"tthc.cli.{COMMANDS[name]}")
        app.command(
            name,
            cls=framework.Command,
            help=module.HELP,
            short_help=module.HELP,
            epilog=getattr(module, "EPILOG", None),
            options_metavar=_("[OPTIONS]"),
        )(module.command if command else _no_options)
    return app


def _no_options() -> None:
    """Stands for every command in the list of all, which has no room for their options."""


def _print_version(asked: bool) -> None:
    import typer

    if asked:
        print(f"tthc {__version__}")
        raise typer.Exit


def _speak_utf8() -> None:
    """Vietnamese must come out whole, also when Windows would pipe in a code page without it."""
    sys.stdout = _whole(sys.stdout) if sys.stdout else _nowhere()  # None where the caller has closed it
    sys.stderr = sys.stderr or _nowhere()
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors="replace")


def _whole(stream: TextIO) -> TextIO:
    """The stream, so that it writes all it is given: without a buffer (PYTHONUNBUFFERED) a full disk goes unnoticed.

    What is open stays open when the new stream goes: it is the caller's.
    """
    raw = getattr(stream, "buffer", None)
    if not isinstance(raw, io.RawIOBase):
        return stream
    return open(raw.fileno(), "w", encoding="utf-8", errors="replace", closefd=False)


def _nowhere() -> TextIO:
    return open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123 - stays open until the end


def _speak_to_framework(language: str) -> None:
    """The framework looks its words up by `gettext` as the environment says."""
    os.environ["LANGUAGE"] = language
    gettext.bindtextdomain("tthc", str(messages.LOCALE))
    gettext.textdomain("tthc")


def _nameless() -> str:
    """What an error of the system is about that names no file: the working folder, where that is gone."""
    try:
        os.getcwd()  # noqa: PTH109 - only whether it can be told
    except OSError:
        return _("the working folder")
    return ""


def _unexpected(error: Exception) -> int:
    from tthc.catalogue.files import NotACatalogueError, reason

    if isinstance(error, NotACatalogueError):
        return complain(str(error), Outcome.FAILURE)
    if isinstance(error, OSError):
        return complain(f"{error.filename or _nameless()}: {reason(error)}".removeprefix(": "), Outcome.FAILURE)
    if isinstance(error, ImportError):
        return complain(
            _("{package}, which tthc needs, is missing or broken. Install tthc again, with its dependencies.").format(
                package=PACKAGES.get(error.name or "", error.name) or error
            ),
            Outcome.FAILURE,
        )
    return complain(
        _("an error in tthc itself: {error}. Please report it with the output of the same command and --debug.").format(
            error=f"{type(error).__name__}: {error}"
        ),
        Outcome.FAILURE,
    )

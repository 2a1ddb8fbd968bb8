"""Where a report goes, and in which format."""

import shutil
import sys
from pathlib import Path

from tthc.catalogue.files import reason
from tthc.cli import settings
from tthc.messages import _
from tthc.report.model import Report

FORMATS = ("text", "json", "markdown")
SUFFIXES = {".txt": "text", ".json": "json", ".md": "markdown"}
PIPED_WIDTH = 120  # the same bytes whoever reads the pipe


def choose(format_: str | None, output: Path | None) -> str:
    """The format asked for, else the one of the output's suffix, else text. Raises SettingError where they disagree."""
    if format_ is not None and format_ not in FORMATS:
        raise settings.SettingError(
            _('unknown value "{value}" for {option}; possible: {values}').format(
                value=format_, option="--format", values=", ".join(FORMATS)
            )
        )
    by_suffix = SUFFIXES.get(output.suffix.casefold()) if output else None
    if output and format_ is None and by_suffix is None:
        raise settings.SettingError(
            _('the suffix "{suffix}" of --output names no format; possible: {values}').format(
                suffix=output.suffix, values=", ".join(SUFFIXES)
            )
        )
    if format_ and by_suffix and format_ != by_suffix:
        raise settings.SettingError(
            _("--format {format} and --output {output} disagree").format(format=format_, output=output)
        )
    return format_ or by_suffix or "text"


def write(report: Report, format_: str | None, output: Path | None) -> None:
    """Render and deliver; with a file, stdout stays empty and stderr says what was written."""
    chosen = choose(format_, output)
    deliver(render(report, chosen, to_screen=output is None), output)


def deliver(words: str, output: Path | None) -> None:
    """Print, or write into a file and say so on stderr."""
    if output is None:
        sys.stdout.write(words)
        sys.stdout.flush()
    else:
        try:
            output.write_text(words, encoding="utf-8", errors="replace", newline="\n")
        except OSError as error:
            why = reason(error) if output.parent.exists() else _("its folder does not exist")
            raise settings.SettingError(
                _("{path} cannot be written: {reason}").format(path=output, reason=why)
            ) from error
        print(_("Written: {path}").format(path=output), file=sys.stderr)


def render(report: Report, format_: str, *, to_screen: bool) -> str:
    """The words of a report in this format."""
    if format_ == "json":
        from tthc.formats import json

        return json.render(report)
    if format_ == "markdown":
        from tthc.formats import markdown

        return markdown.render(report)
    from tthc.formats import terminal

    return terminal.render(report, width=width(to_screen=to_screen), color=to_screen and settings.use_color())


def width(*, to_screen: bool) -> int:
    """The columns there are for text."""
    if to_screen and sys.stdout.isatty():
        return shutil.get_terminal_size().columns
    return PIPED_WIDTH

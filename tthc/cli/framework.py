"""The command-line framework in the reader's language: the few words that it has in English only."""

from typing import Any

from typer.core import TyperCommand, TyperGroup

from tthc.messages import _


class Command(TyperCommand):
    """A command that helps in the reader's language."""

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        """The line that shows how the command is written."""
        _write_usage(self, ctx, formatter)

    def get_help_option(self, ctx: Any) -> Any:
        """The option --help."""
        return _translated(super().get_help_option(ctx))

    def format_epilog(self, _ctx: Any, formatter: Any) -> None:
        """The examples, one on a line and never broken, so that each can be copied."""
        head, _colon, examples = (self.epilog or "").partition(": ")
        if examples:
            formatter.write_paragraph()
            with formatter.indentation():
                for line in (f"{head}:", *(f"  {example}" for example in examples.split(" · "))):
                    formatter.write(" " * formatter.current_indent + line + "\n")


class Group(TyperGroup):
    """The program itself, which holds the commands."""

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        """The line that shows how the program is called."""
        _write_usage(self, ctx, formatter)

    def get_help_option(self, ctx: Any) -> Any:
        """The option --help."""
        return _translated(super().get_help_option(ctx))


def _write_usage(command: TyperCommand | TyperGroup, ctx: Any, formatter: Any) -> None:
    formatter.write_usage(ctx.command_path, " ".join(command.collect_usage_pieces(ctx)), prefix=_("Usage:") + " ")


def _translated(option: Any) -> Any:
    if option is not None:
        option.help = _("Show this help and exit.")
    return option

"""`-h`: usage, what the command does, its options by panel – folded rightly in Japanese, too."""

import sys
from typing import Any

from rich.console import RenderableType
from typer.core import TyperCommand, TyperGroup

from mlew.cli.output import Output, heading, line, table
from mlew.cli.words import Words


class LocalisedCommand(TyperCommand):
    """A command whose help is written by `help_page`; `words` is set when the texts are (localisation.py)."""

    words: Words

    def format_help(self, ctx: Any, _: Any) -> None:
        """See typer: called when the help is asked for."""
        show_help(self, ctx, self.words)


class LocalisedGroup(TyperGroup):
    """The same for a group."""

    words: Words

    def format_help(self, ctx: Any, _: Any) -> None:
        """See typer: called when the help is asked for."""
        show_help(self, ctx, self.words)


def show_help(command: Any, context: Any, words: Words) -> None:
    """On stdout, or stderr if typer shows it instead of an error."""
    out = Output()
    out.answer(None, *help_page(command, context, words))
    sys.stdout.flush()


def help_page(command: Any, context: Any, words: Words) -> list[RenderableType]:
    """Usage, text, arguments, options, commands."""
    usage = usage_of(context.command_path, command)
    page: list[RenderableType] = [line(words("help.usage", usage=usage)), line(""), line(command.help)]
    panels: dict[str, list[tuple[str, str]]] = {}
    for parameter in command.get_params(context):
        record = parameter.get_help_record(context)
        if record is not None and not parameter.hidden:
            panel = parameter.rich_help_panel or words(f"help.panel.{parameter.param_type_name}s")
            panels.setdefault(panel, []).append((names(parameter), described(parameter, words)))
    for name in getattr(command, "commands", {}):
        sub = command.get_command(context, name)
        panel = sub.rich_help_panel or words("help.panel.commands")
        panels.setdefault(panel, []).append((name, sub.help))
    last = words("help.panel.everywhere")
    for panel in sorted(panels, key=lambda p: p == last):
        page += [heading(panel), table(["", ""], [["  " + a, b] for a, b in panels[panel]], narrow=(0,))]
    return page


def usage_of(path: str, command: Any) -> str:
    """ "mlew run DIR [OPTIONS]"."""
    taken = [names(p) if p.required else f"[{names(p)}]" for p in command.params if p.param_type_name == "argument"]
    below = ["COMMAND"] if getattr(command, "commands", None) else []
    return " ".join([path, *taken, *below, "[OPTIONS]"])


def names(parameter: Any) -> str:
    """ "-w, --workshop ID", or an argument's name."""
    if parameter.param_type_name == "argument":
        return str(parameter.metavar or parameter.name.upper())
    spelt = sorted(parameter.opts, key=len)
    if parameter.secondary_opts:
        spelt = ["/".join([*parameter.opts, *parameter.secondary_opts])]
    value = "" if parameter.is_flag else parameter.metavar or _value(parameter)
    return f"{', '.join(spelt)} {value}".rstrip()


def described(parameter: Any, words: Words) -> str:
    """The help, with default and "required" in the reader's language."""
    remarks = []
    if parameter.required:
        remarks.append(words("help.required"))
    text = words("help.shared.help") if parameter.name == "help" else parameter.help or ""
    default = parameter.default
    if not parameter.required and default not in (None, "", False, True, ()) and not callable(default):
        remarks.append(words("help.default", value=default))
    return f"{text} {' '.join(f'({r})' for r in remarks)}".rstrip()


def _value(parameter: Any) -> str:
    choices = parameter.type_descriptor.choices
    if choices:
        return "|".join(str(choice) for choice in choices)
    return str(parameter.bare_type()).upper()

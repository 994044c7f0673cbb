"""Options that every command takes, written once and added to each signature."""

import inspect
from collections.abc import Callable
from dataclasses import MISSING, dataclass, fields, replace
from functools import wraps
from typing import Annotated, Any, Concatenate, ParamSpec

import typer

from mlew.cli.help_page import LocalisedCommand, LocalisedGroup
from mlew.cli.invocation import Invocation, Surroundings
from mlew.domain.base import Locale

P = ParamSpec("P")
HELP_NAMES = {"help_option_names": ["-h", "--help"]}

AsJson = Annotated[bool, typer.Option("--json")]
Language = Annotated[Locale | None, typer.Option("--lang")]
Profile = Annotated[str | None, typer.Option("--profile", metavar="NAME")]
Stack = Annotated[str | None, typer.Option("--stack", metavar="CUSTOMER")]
Person = Annotated[str | None, typer.Option("--as", metavar="NAME")]
Debug = Annotated[bool, typer.Option("--debug")]
COMMON: dict[str, Any] = {
    "as_json": AsJson,
    "language": Language,
    "profile": Profile,
    "stack": Stack,
    "person": Person,
    "debug": Debug,
}
"""Parameter → type; their help stands in the texts under `help.common`."""


class OptionGroup:
    """Base of dataclasses whose fields are options that several commands take: a parameter of that type adds all."""


@dataclass(frozen=True)
class Common:
    """The common options as given; None and False mean "not said"."""

    as_json: bool = False
    language: Locale | None = None
    profile: str | None = None
    stack: str | None = None
    person: str | None = None
    debug: bool = False


@dataclass
class Entry:
    """Object of the root context: what is around, options given before the command's name, and the call that runs."""

    surroundings: Surroundings
    common: Common = Common()
    invocation: Invocation | None = None


def command(
    app: typer.Typer, name: str | None = None
) -> Callable[[Callable[Concatenate[Invocation, P], None]], Callable[Concatenate[Invocation, P], None]]:
    """Register a function whose first parameter is the Invocation; without `name`, as the group's own callback."""

    def register(function: Callable[Concatenate[Invocation, P], None]) -> Callable[Concatenate[Invocation, P], None]:
        wrapped = _with_common_options(function, skip_if_subcommand=name is None)
        if name is None:
            app.callback(invoke_without_command=True, cls=LocalisedGroup, context_settings=HELP_NAMES)(wrapped)
        else:
            app.command(name, cls=LocalisedCommand, context_settings=HELP_NAMES)(wrapped)
        return function

    return register


def _with_common_options(function: Callable[..., None], *, skip_if_subcommand: bool) -> Callable[..., None]:
    declared = list(inspect.signature(function, eval_str=True).parameters.values())[1:]
    groups = {p.name: p.annotation for p in declared if _is_group(p.annotation)}
    own = [option for p in declared for option in (_options_of(p.annotation) if p.name in groups else [p])]
    context = inspect.Parameter("context", inspect.Parameter.POSITIONAL_OR_KEYWORD, annotation=typer.Context)
    shared = {n: kind for n, kind in COMMON.items() if n not in {p.name for p in own}}
    common = [
        inspect.Parameter(n, inspect.Parameter.KEYWORD_ONLY, default=getattr(Common, n), annotation=kind)
        for n, kind in shared.items()
    ]
    parameters = [context, *(p.replace(kind=inspect.Parameter.KEYWORD_ONLY) for p in own), *common]

    @wraps(function)
    def call(context: typer.Context, **given: Any) -> None:
        said = Common(**{n: given.pop(n) for n in shared})
        entry: Entry = context.find_root().obj
        entry.common = merged(entry.common, said)
        if skip_if_subcommand and context.invoked_subcommand is not None:
            return
        for name, group in groups.items():
            given[name] = group(**{field.name: given.pop(field.name) for field in fields(group)})
        entry.invocation = invocation_of(entry)
        function(entry.invocation, **given)

    call.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]  # read by inspect.signature
    call.__annotations__ = {p.name: p.annotation for p in parameters}
    del call.__wrapped__  # get_type_hints would follow it to the short signature
    return call


def _is_group(annotation: object) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, OptionGroup)


def _options_of(group: Any) -> list[inspect.Parameter]:
    kinds = inspect.get_annotations(group, eval_str=True)
    return [
        inspect.Parameter(
            field.name,
            inspect.Parameter.KEYWORD_ONLY,
            default=inspect.Parameter.empty if field.default is MISSING else field.default,
            annotation=kinds[field.name],
        )
        for field in fields(group)
    ]


def merged(first: Common, then: Common) -> Common:
    """`then` wins where it says something."""
    said = {n: getattr(then, n) for n in COMMON if getattr(then, n) not in (None, False)}
    return replace(first, **said)


def invocation_of(entry: Entry) -> Invocation:
    """What a command is given."""
    common = entry.common
    return Invocation(
        entry.surroundings,
        as_json=common.as_json,
        language=common.language,
        profile=common.profile,
        customer=common.stack,
        person=common.person,
    )

"""Usage errors in the reader's language: typer, and pydantic below it, know English only.

Their wording is recognised by its form and said again with our texts. What has another form is passed on as it is.
"""

import re
from functools import cache

from mlew.cli.words import Words

_HEARD = {
    "usage.no-command-but": "No such command {name}. Did you mean {known}?",
    "usage.no-command": "No such command {name}.",
    "usage.no-option-but": "No such option: {name} (Possible options: {known})",
    "usage.no-option": "No such option: {name}",
    "usage.missing-one-of": "Missing {kind} {name}. Choose from: {known}",
    "usage.missing": "Missing {kind} {name}.",
    "usage.too-many": "Got unexpected extra argument(s) ({given})",
    "usage.no-value": "Option {name} requires an argument.",
    "usage.takes-no-value": "Option {name} does not take a value.",
    "usage.bad-value": "Invalid value for {name}: {why}",
    "usage.not-one-of": "Value error, {given} is not one of {known}.",
    "usage.no-whole-number": "Input should be a valid integer, {_}",
    "usage.no-number": "Input should be a valid number, {_}",
    "usage.too-small": "Input should be greater than or equal to {limit}",
    "usage.too-large": "Input should be less than or equal to {limit}",
}
"""Text of ours → their wording; the first that fits counts."""


def usage_error(message: str, words: Words) -> str:
    """What typer says, in the language of `words`."""
    message = " ".join(message.split())
    for key, form in _HEARD.items():
        found = _pattern(form).fullmatch(message)
        if found is not None:
            values = found.groupdict()
            return words(key, **(values | {"why": usage_error(values["why"], words)} if "why" in values else values))
    return message


@cache
def _pattern(form: str) -> re.Pattern[str]:
    """`form` with a group for each placeholder; `{_}` is not said again."""
    parts = re.split(r"\{(\w+)\}", form)
    fixed, names = parts[::2], parts[1::2]
    groups = [".*" if name == "_" else f"(?P<{name}>.+?)" for name in names]
    return re.compile("".join(re.escape(text) + group for text, group in zip(fixed, [*groups, ""], strict=True)))

"""Material from customers, fenced off inside a prompt, so that it cannot pass for an instruction."""

import re

from mlew.errors import InputError

_IGNORABLE = "[\\s\u00ad\u200b-\u200f\u2060-\u2064\ufeff]*"
_WORD = _IGNORABLE.join("input")
_TAG = rf"({_IGNORABLE}(?:/{_IGNORABLE})?{_WORD})"
_TAGLIKE = re.compile(rf"([<＜﹤])(~*){_TAG}", re.IGNORECASE)
_DISARMED = re.compile(rf"([<＜﹤])~(~*){_TAG}", re.IGNORECASE)
_NAME = re.compile(r"[a-z][a-z0-9_]*")
_BLOCK = re.compile(r'<input name="([a-z][a-z0-9_]*)">\n(.*?)\n</input>', re.DOTALL)


def fence(name: str, text: str) -> str:
    """`text` between tags that name it. Whatever looks like such a tag inside gets one more `~` after its `<`.

    Full-width brackets, blanks and invisible characters count too: a model may read past them. Raises
    InputError if `name` is not a lower-case ASCII word.
    """
    if not _NAME.fullmatch(name):
        raise InputError(f"'{name}' is no name for an input: use lower-case letters, digits and underscores.")
    return f'<input name="{name}">\n{disarmed(text)}\n</input>'


def disarmed(text: str) -> str:
    """What `fence` makes of a text before it puts it between the tags."""
    return _TAGLIKE.sub(r"\1~\2\3", text)


def unfence(prompt_text: str) -> dict[str, str]:
    """All fenced inputs of a prompt, name → the text that was given to `fence`, in order."""
    return {name: _DISARMED.sub(r"\1\2\3", text) for name, text in _BLOCK.findall(prompt_text)}

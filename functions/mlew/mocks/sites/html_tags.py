"""HTML cut into tags, as the tokenizer of the HTML standard does it, with the place of everything in the text.

Nothing is built and nothing is written back: whoever wants a change replaces a span, and all else stays as it was.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

_MARKUP = re.compile(r"<(?:!--|[!?]|/?[a-zA-Z]|/)")
_NAME = re.compile(r"</?([^\t\n\f\r />]+)")
_ATTRIBUTE = re.compile(
    r"""[\t\n\f\r /]*(?:>|([^\t\n\f\r />][^\t\n\f\r />=]*)"""
    r"""(?:[\t\n\f\r ]*=[\t\n\f\r ]*(?:"([^"]*)"|'([^']*)'|([^\t\n\f\r >"'][^\t\n\f\r >]*)|(?=>)|(["'])))?)"""
)
_COMMENT_END = re.compile(r"--!?>")
_IN_SCRIPT = re.compile(r"<!--|-->|<(/?)script(?=[\t\n\f\r />])", re.IGNORECASE)
_RAW = frozenset({"script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes", "plaintext"})
_FOREIGN = frozenset({"svg", "math"})


class Attribute(NamedTuple):
    """`value` as written, between its quotes; `start`, `end`: its place. `quote`: "", `"` or `'`."""

    name: str
    value: str
    start: int
    end: int
    quote: str


class Tag(NamedTuple):
    """`name` in small letters, with a slash before it if the tag ends an element; `!` for a doctype.

    `inner`: text up to the end tag, of elements that hold no tags (script, style …).
    """

    name: str
    start: int
    end: int
    attributes: tuple[Attribute, ...] = ()
    inner: str = ""

    def attribute(self, name: str) -> Attribute | None:
        """The first of that name, as browsers take it."""
        return next((one for one in self.attributes if one.name == name), None)

    def value(self, name: str) -> str:
        """As written; "" if it is not there."""
        found = self.attribute(name)
        return found.value if found else ""


def tags(text: str) -> Iterator[Tag]:
    """All tags outside of comments and of text, in their order. What is cut off in the middle is no tag."""
    position, foreign = 0, 0
    while found := _MARKUP.search(text, position):
        start, opening = found.start(), found[0]
        if opening == "<!--":
            position = _after_comment(text, start)
        elif opening in {"<!", "<?", "</"}:
            position = _after(text, ">", start)
            if text[start : start + 9].lower() == "<!doctype":
                yield Tag("!", start, position)
        else:
            tag = _tag(text, start)
            if tag is None:
                return
            position = tag.end
            closed_itself = text[tag.end - 2] == "/"
            foreign += (tag.name in _FOREIGN and not closed_itself) - (tag.name[1:] in _FOREIGN and foreign > 0)
            if tag.name in _RAW and not (foreign and closed_itself):
                position = _raw_end(text, tag)
                tag = tag._replace(inner=text[tag.end : position])
            yield tag


def _tag(text: str, start: int) -> Tag | None:
    named = _NAME.match(text, start)
    if named is None:
        return None
    attributes: list[Attribute] = []
    position = named.end()
    while found := _ATTRIBUTE.match(text, position):
        position = found.end()
        if found[1] is None:
            return Tag(text[start + 1 : named.end()].lower(), start, position, tuple(attributes))
        if found[5]:  # a quote that is never closed
            return None
        group = next((g for g in (2, 3, 4) if found[g] is not None), 0)
        place = found.span(group) if group else (position, position)
        attributes.append(Attribute(found[1].lower(), found[group] if group else "", *place, _quote(group)))
    return None


def _quote(group: int) -> str:
    return {2: '"', 3: "'"}.get(group, "")


def _after(text: str, what: str, start: int) -> int:
    found = text.find(what, start)
    return len(text) if found < 0 else found + len(what)


def _after_comment(text: str, start: int) -> int:
    for short in ("<!-->", "<!--->"):
        if text.startswith(short, start):
            return start + len(short)
    found = _COMMENT_END.search(text, start + 4)
    return found.end() if found else len(text)


def _raw_end(text: str, tag: Tag) -> int:
    if tag.name == "plaintext":
        return len(text)
    if tag.name == "script":
        return _script_end(text, tag.end)
    found = re.compile(rf"</{tag.name}(?=[\t\n\f\r />])", re.IGNORECASE).search(text, tag.end)
    return found.start() if found else len(text)


def _script_end(text: str, position: int) -> int:
    """A script that writes a comment with a script in it goes on behind that one's end tag."""
    in_comment = within = False
    while found := _IN_SCRIPT.search(text, position):
        position = found.start() + 2
        if found[0] == "<!--":
            in_comment = True
        elif found[0] == "-->":
            in_comment = within = False
        elif within:
            within = not found[1]
        elif found[1]:
            return found.start()
        else:
            within = in_comment
    return len(text)

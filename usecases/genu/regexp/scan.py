"""A look ahead over the whole pattern: how many groups, and whether any has a name."""


def count_groups(pattern: str) -> tuple[int, bool]:
    """Both decide how an escape is read that stands before the group."""
    groups, named, in_class, at = 0, False, False, 0
    while at < len(pattern):
        sign = pattern[at]
        if sign == "\\":
            at += 1
        elif in_class:
            in_class = sign != "]"
        elif sign == "[":
            in_class = True
        elif sign == "(":
            name = pattern.startswith("(?<", at) and pattern[at + 3 : at + 4] not in ("=", "!")
            named = named or name
            groups += name or not pattern.startswith("(?", at)
        at += 1
    return groups, named

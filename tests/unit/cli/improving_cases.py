"""How tests of the improvement edition begin it."""

from tests.unit.cli.terminal import Said, Terminal


def begin(improving: Terminal, *options: str) -> Said:
    return improving("improve", "start", "w1", "--no-watch", *options)

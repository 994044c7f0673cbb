"""`mlew review`: what waits for people, and every way to decide it. One file a command."""

import typer

from mlew.cli.options import command
from mlew.cli.review import add_question, approve, ask_again, choose, comment, edit, menu, show


def register(app: typer.Typer) -> None:
    """Add the group and its commands."""
    group = typer.Typer(name="review")
    command(group)(menu.review)
    for name, function in (
        ("show", show.show),
        ("approve", approve.approve),
        ("edit", edit.edit),
        ("comment", comment.comment),
        ("ask-again", ask_again.ask_again),
        ("choose", choose.choose),
        ("add-question", add_question.add_question),
    ):
        command(group, name)(function)
    app.add_typer(group)

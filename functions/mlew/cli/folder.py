"""A facilitator's folder, as the commands take it in."""

from pathlib import Path
from typing import Annotated

import typer

from mlew.cli.invocation import Invocation
from mlew.domain.inputs import WorkshopInputs
from mlew.errors import InputError

FolderArgument = Annotated[Path, typer.Argument(metavar="DIR")]

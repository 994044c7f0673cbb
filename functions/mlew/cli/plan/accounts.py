"""Who is who in the task managers: a table that the team keeps."""

import csv
import io
from collections.abc import Mapping
from pathlib import Path

from mlew.cli.invocation import Invocation
from mlew.errors import InputError

SYSTEMS = ("jira", "backlog", "github")


def read_accounts(cli: Invocation, file: Path) -> Mapping[str, Mapping[str, str]]:
    """System → name in the plan → account there. Columns: name and any of the systems. Raises InputError."""
    try:
        text = file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeError) as error:
        raise InputError(f"{file}: {error}", hint=cli.words("plan.accounts-hint")) from error
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    columns = {(name or "").strip().lower(): name for name in (rows[0] if rows else {})}
    if "name" not in columns:
        raise InputError(cli.words("plan.accounts-columns", file=file), hint=cli.words("plan.accounts-hint"))
    return {
        system: {
            (row[columns["name"]] or "").strip(): (row[columns[system]] or "").strip()
            for row in rows
            if row[columns[system]]
        }
        for system in SYSTEMS
        if system in columns
    }

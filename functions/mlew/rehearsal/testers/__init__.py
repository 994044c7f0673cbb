"""Testers that do not exist, for practice: what each does in a mock, says, and gets on the observer's sheet."""

from mlew.rehearsal.testers.filled import filled_sheet, filled_survey
from mlew.rehearsal.testers.reception import RECEPTIONS, Reception, dealt
from mlew.rehearsal.testers.tester import MOST_TESTERS, Tester, simulated_testers

__all__ = [
    "MOST_TESTERS",
    "RECEPTIONS",
    "Reception",
    "Tester",
    "dealt",
    "filled_sheet",
    "filled_survey",
    "simulated_testers",
]

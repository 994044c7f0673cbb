"""The Chromium that browser tests drive: the one this machine has, since nothing is downloaded for tests."""

import os
import shutil
from collections.abc import Mapping

NAMES = ("chromium", "chromium-browser", "google-chrome")
ARGUMENTS = (
    "--disable-dev-shm-usage",
    # Pages shall really be left: kept in memory, their last requests would not be those of a closed page.
    "--disable-features=BackForwardCache,Translate,OptimizationHints,MediaRouter",
    "--disable-back-forward-cache",
)


class NoChromium(Exception):
    """Raise when no browser is found; the message says how to get one."""


def chromium(environment: Mapping[str, str] = os.environ) -> str:
    """Path of the browser: CHROMIUM, else the first of NAMES that is installed."""
    given = environment.get("CHROMIUM", "")
    for name in (given,) if given else NAMES:
        if path := shutil.which(name, path=environment.get("PATH")):
            return path
    wanted = f"CHROMIUM={given} is not a program" if given else f"none of {', '.join(NAMES)} is installed"
    raise NoChromium(f"{wanted}. Debian and Ubuntu: apt-get install chromium. Or set CHROMIUM to a browser's path.")

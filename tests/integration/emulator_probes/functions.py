"""How functions run."""

import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from infra.embedded.emulator import lambda_runtime
from tests.integration.emulator_probes import probe
from tests.integration.emulator_probes.cloud import Cloud

ANOTHER_RUNTIME = "python3.12" if lambda_runtime() != "python3.12" else "python3.13"


@probe("lambda_interpreter", as_in_aws={"boto3": True, "ministack": False, "hypercorn": False})
def a_function_finds_the_sdk_and_nothing_of_the_emulator(cloud: Cloud) -> Any:
    look = "{n: importlib.util.find_spec(n) is not None for n in ('boto3', 'ministack', 'hypercorn')}"
    return cloud.invoke(cloud.function(f"import importlib.util\ndef handler(e, c): return {look}"))


@probe("lambda_interpreter", as_in_aws=True)
def another_python_than_this_machines_is_refused_by_name(cloud: Cloud) -> bool:
    answer = cloud.invoke(cloud.function("def handler(e, c): return 1", runtime=ANOTHER_RUNTIME))
    return ANOTHER_RUNTIME in str(answer)


@probe("lambda_errors", as_in_aws=["Throttled", "slow down"])
def an_exception_is_reported_by_its_class(cloud: Cloud) -> Any:
    source = "class Throttled(Exception): pass\ndef handler(e, c): raise Throttled('slow down')"
    answer = cloud.invoke(cloud.function(source))
    return [answer["errorType"], answer["errorMessage"]]


@probe("lambda_errors", as_in_aws="Runtime.ExitError")
def a_process_that_ends_is_reported_as_such(cloud: Cloud) -> Any:
    return cloud.invoke(cloud.function("import os\ndef handler(e, c): os._exit(1)"))["errorType"]


@probe("lambda_errors", as_in_aws=["Runtime.ExitError", "done"])
def a_process_that_dies_while_it_starts_takes_no_other_along(cloud: Cloud) -> Any:
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        source = (
            "import os, pathlib, time\n"
            f"place = pathlib.Path({folder!r})\n"
            "if (place / 'deadly').exists(): os._exit(1)\n"
            "def handler(e, c):\n"
            "  (place / 'busy').touch()\n"
            "  until = time.monotonic() + 40\n"
            "  while not (place / 'enough').exists() and time.monotonic() < until: time.sleep(0.02)\n"
            "  return 'done'\n"
        )
        function = cloud.function(source)
        with ThreadPoolExecutor(1) as pool:
            working = pool.submit(cloud.invoke, function)
            cloud.eventually((place / "busy").exists)
            (place / "deadly").touch()
            died = cloud.invoke(function)
            (place / "enough").touch()
            return [died["errorType"], working.result()]


@probe("lambda_errors", as_in_aws=True)
def an_exception_does_not_cost_a_cold_start(cloud: Cloud) -> bool:
    source = "import os\ndef handler(e, c):\n  if e.get('fail'): raise ValueError\n  return os.getpid()"
    function = cloud.function(source)
    before = cloud.invoke(function)
    cloud.invoke(function, {"fail": True})
    return bool(before == cloud.invoke(function))


@probe("lambda_log_wait", as_in_aws=True, measures_time=True)
def a_silent_function_answers_in_less_than_the_wait(cloud: Cloud) -> bool:
    function, client = cloud.function("def handler(e, c): return 1"), cloud.client("lambda")

    def seconds() -> float:
        begun = time.perf_counter()
        client.invoke(FunctionName=function)
        return time.perf_counter() - begun

    seconds()
    return any(seconds() < 0.05 for _ in range(100))


@probe("lambda_code", as_in_aws=[2, 1])
def environments_of_a_function_share_its_files(cloud: Cloud) -> list[int]:
    """For the sake of this machine. The second invocation waits for the first one, so there are two environments."""
    source = (
        "import os, pathlib, time\n"
        "def handler(e, c):\n"
        "  (pathlib.Path(e['place']) / str(os.getpid())).touch()\n"
        "  until = time.monotonic() + 40\n"
        "  while len(os.listdir(e['place'])) < 2 and time.monotonic() < until: time.sleep(0.02)\n"
        "  return [os.getpid(), os.stat(__file__).st_ino]\n"
    )
    with tempfile.TemporaryDirectory() as place:
        found = at_once(cloud, cloud.function(source), 2, {"place": place})
    return [len({process for process, _ in found}), len({file for _, file in found})]


BURST = 24


@probe("lambda_environments", as_in_aws=True, measures_time=True)
def a_burst_of_short_invocations_shares_a_few_environments(cloud: Cloud) -> bool:
    """AWS would give each its own, on machines that have room for them."""
    source = "import os, time\ndef handler(e, c):\n  time.sleep(0.02)\n  return os.getpid()"
    return len(set(at_once(cloud, cloud.function(source), BURST))) < BURST / 2


@probe("lambda_environments", as_in_aws=[True, True])
def long_invocations_still_run_side_by_side(cloud: Cloud) -> list[bool]:
    """Each waits until four have begun; short ones share as above."""
    source = (
        "import os, pathlib, time\n"
        "def handler(e, c):\n"
        "  place = pathlib.Path(e['place'])\n"
        "  (place / str(os.getpid())).touch()\n"
        "  until = time.monotonic() + 40\n"
        "  while len(list(place.iterdir())) < 4 and time.monotonic() < until: time.sleep(0.02)\n"
        "  return len(list(place.iterdir()))\n"
    )
    with tempfile.TemporaryDirectory() as place:
        met = at_once(cloud, cloud.function(source), 4, {"place": place})
    burst = at_once(cloud, cloud.function("import os\ndef handler(e, c): return os.getpid()"), BURST)
    return [met == [4] * 4, len(set(burst)) < BURST / 2]


def at_once(cloud: Cloud, function: str, times: int, event: Any = None) -> list[Any]:
    """The answers to so many invocations at the same time."""
    with ThreadPoolExecutor(times) as pool:
        return list(pool.map(lambda _: cloud.invoke(function, event), range(times)))

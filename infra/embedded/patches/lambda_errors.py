"""A failing function reports the class of its exception, and a dead one that its process ended, alone.

Why: the emulator calls every exception `Runtime.HandlerError`. Our state machines retry and catch by class
name (`ModelThrottled`, `AttemptUnfinished`, ...), as AWS reports it, so none of them would ever match. It
also ends the process after an exception, so that every retry would be a cold start. And when a process dies
while it starts, it ends all others of that function too, which are at work or starting themselves.
"""

import threading
from typing import Any

import ministack.core.lambda_runtime as runtime
import ministack.services.lambda_svc as service

from . import Settings

_REPORT = '{"status": "error", "error": str(e), "trace"'
# "ok" keeps the process; the status is put right below.
_REPORT_WITH_CLASS = '{"status": "ok", "error": str(e), "error_class": type(e).__name__, "trace"'
PROCESS_ENDED = "Runtime.ExitError"
_DIED = "Worker process died"
_DIED_EARLY = ("exited immediately", "No JSON init response")


def apply(_settings: Settings) -> None:
    if _REPORT not in runtime._PYTHON_WORKER_SCRIPT:
        raise RuntimeError("the worker script of the emulator has changed: look at this patch again")
    runtime._PYTHON_WORKER_SCRIPT = runtime._PYTHON_WORKER_SCRIPT.replace(_REPORT, _REPORT_WITH_CLASS)
    seen = threading.local()
    invoke, execute = runtime.Worker.invoke, service._execute_function_warm

    def remembering_invoke(self: object, *args: object, **kwargs: object) -> dict[str, Any]:
        try:
            result: dict[str, Any] = invoke(self, *args, **kwargs)
        except (OSError, RuntimeError) as error:
            if not isinstance(error, OSError) and not any(text in str(error) for text in _DIED_EARLY):
                raise
            result = {"status": "error", "error": _DIED}
        if "error_class" in result:
            result["status"] = "error"
        seen.result = result
        return result

    def execute_with_class(func: object, event: object, request_id: str) -> dict[str, Any]:
        seen.result = {}
        answer: dict[str, Any] = execute(func, event, request_id)
        body = answer.get("body")
        if answer.get("error") and isinstance(body, dict):
            if error_class := seen.result.get("error_class"):
                trace = str(seen.result.get("trace") or "").splitlines()
                body.update(errorType=error_class, stackTrace=trace[-20:])
            elif seen.result.get("error") == _DIED:
                body.update(errorType=PROCESS_ENDED, errorMessage="Runtime exited without providing a reason")
        return answer

    runtime.Worker.invoke = remembering_invoke
    service._execute_function_warm = execute_with_class

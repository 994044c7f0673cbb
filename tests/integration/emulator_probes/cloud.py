"""A few words to ask an emulator with: make a role, a function, a state machine; run it; look."""

import io
import json
import threading
import time
import uuid
import zipfile
from collections.abc import Callable
from typing import Any, TypeVar

from botocore.config import Config
from botocore.exceptions import ClientError

from infra.embedded.emulator import lambda_runtime
from infra.embedded.endpoint import ACCOUNT, Endpoint

T = TypeVar("T")
PATIENCE = 120.0  # seconds until what is waited for counts as missing; a machine of two cores may be busy
ONE_ATTEMPT = Config(retries={"total_max_attempts": 1})


class Cloud:
    """One emulator, asked as root unless said otherwise. Names are new every time."""

    def __init__(self, endpoint: Endpoint) -> None:
        self.endpoint = endpoint
        self.region = endpoint.region
        self._root = endpoint.session()
        self._clients: dict[str, Any] = {}
        self._one_at_a_time = threading.Lock()  # a session makes its clients one after the other

    def client(self, service: str, **credentials: str) -> Any:
        with self._one_at_a_time:
            if credentials:
                return self.endpoint.session(**credentials).client(service, config=ONE_ATTEMPT)
            if service not in self._clients:
                self._clients[service] = self._root.client(service, config=ONE_ATTEMPT)
            return self._clients[service]

    def name(self) -> str:
        return f"probe-{uuid.uuid4().hex[:12]}"

    def arn(self, service: str, rest: str) -> str:
        return f"arn:aws:{service}:{self.region}:{ACCOUNT}:{rest}"

    def role(self, *statements: dict[str, Any]) -> str:
        """A role with these permissions only; statements without an Effect allow."""
        iam, name = self.client("iam"), self.name()
        trust = {"Effect": "Allow", "Principal": {"AWS": "*"}, "Action": "sts:AssumeRole"}
        arn: str = iam.create_role(RoleName=name, AssumeRolePolicyDocument=_policy(trust))["Role"]["Arn"]
        if statements:
            document = _policy(*({"Effect": "Allow", **one} for one in statements))
            iam.put_role_policy(RoleName=name, PolicyName="given", PolicyDocument=document)
        return arn

    def as_role(self, role_arn: str) -> dict[str, str]:
        """Credentials of a session of the role, as `client` takes them."""
        given = self.client("sts").assume_role(RoleArn=role_arn, RoleSessionName="probe")["Credentials"]
        return {
            "access_key": given["AccessKeyId"],
            "secret": given["SecretAccessKey"],
            "token": given["SessionToken"],
        }

    def function(self, source: str, *, runtime: str = "", timeout: int = 60, role: str = "") -> str:
        """A function from the text of its module; `handler(event, context)` is called."""
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w") as archive:
            archive.writestr("index.py", source)
        made = self.client("lambda").create_function(
            FunctionName=self.name(),
            Runtime=runtime or lambda_runtime(),
            Handler="index.handler",
            Role=role or self.role(),
            Timeout=timeout,
            Code={"ZipFile": packed.getvalue()},
        )
        return str(made["FunctionArn"])

    def invoke(self, function_arn: str, event: Any = None) -> Any:
        """What the function returns, or `{"errorType": ...}` and so on."""
        answer = self.client("lambda").invoke(FunctionName=function_arn, Payload=json.dumps(event or {}))
        return json.loads(answer["Payload"].read())

    def machine(self, states: dict[str, Any], *, role: str = "", name: str = "", **top_level: Any) -> str:
        """A JSONata state machine that begins with its first state. Its role may call every function."""
        definition = {"QueryLanguage": "JSONata", "StartAt": next(iter(states)), "States": states, **top_level}
        made = self.client("stepfunctions").create_state_machine(
            name=name or self.name(),
            definition=json.dumps(definition),
            roleArn=role or self.role({"Action": "lambda:InvokeFunction", "Resource": "*"}),
        )
        return str(made["stateMachineArn"])

    def start(self, machine_arn: str, state_input: Any = None) -> str:
        begun = self.client("stepfunctions").start_execution(
            stateMachineArn=machine_arn, input=json.dumps(state_input or {})
        )
        return str(begun["executionArn"])

    def run(self, states: dict[str, Any], state_input: Any = None, *, role: str = "", **top_level: Any) -> Any:
        """Run a machine to its end: its output, or its status and error."""
        execution = self.start(self.machine(states, role=role, **top_level), state_input)
        return self.result(execution)

    def result(self, execution_arn: str) -> Any:
        workflows = self.client("stepfunctions")

        def ended() -> Any:
            described = workflows.describe_execution(executionArn=execution_arn)
            return described if described["status"] != "RUNNING" else None

        described = self.eventually(ended)
        if described["status"] == "SUCCEEDED":
            return json.loads(described["output"])
        return {"status": described["status"], "error": described.get("error")}

    def events(self, execution_arn: str, kind: str) -> list[dict[str, Any]]:
        history = self.client("stepfunctions").get_execution_history(executionArn=execution_arn, maxResults=1000)
        return [event for event in history["events"] if event["type"] == kind]

    def eventually(self, look: Callable[[], T | None]) -> T:
        """What `look` finds, as soon as it finds something."""
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            found = look()
            if found:
                return found
            time.sleep(0.02)  # another process is at work; there is nothing to wait on but its answer
        raise AssertionError(f"nothing was found within {PATIENCE} s")


def refusal(call: Callable[[], Any]) -> str:
    """The error code that a call ends with; empty if it succeeds."""
    try:
        call()
    except ClientError as error:
        return str(error.response["Error"]["Code"])
    return ""


def _policy(*statements: dict[str, Any]) -> str:
    return json.dumps({"Version": "2012-10-17", "Statement": list(statements)})

"""Functions, logs, state machine, alarms: what runs workshops."""

import json
import re
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

import pytest

from infra.environments import Environment
from infra.functions import PATIENT, REHEARSE, WORKFLOW, functions
from infra.runtime import NEWEST_PYTHON, runtime_of
from infra.state_machines import EDITIONS, WORKFLOWS, WorkflowName, definition, functions_named
from mlew.settings import Deployment, FunctionSettings
from tests.infra.conftest import Synthesis
from tests.infra.settings import example, local
from tests.infra.templates import actions, resources, role_of

HANDLERS = Path(__file__).parents[2] / "functions"


@pytest.fixture(params=[example(), local()], ids=lambda e: e.customer)
def environment(request: pytest.FixtureRequest) -> Environment:
    chosen: Environment = request.param
    return chosen


@pytest.fixture
def workshop(environment: Environment, synthesis: Synthesis) -> dict[str, Any]:
    return synthesis(environment)[environment.name("workshop")]


def state_machine(template: dict[str, Any], name: WorkflowName) -> dict[str, Any]:
    machines = resources([template], "AWS::StepFunctions::StateMachine").values()
    return next(m for m in machines if m["StateMachineName"].endswith(f"-{name}"))


def written(value: Any) -> str:
    """As CloudFormation would write it, with a word for what it looks up."""
    if isinstance(value, str):
        return value
    parts = value["Fn::Join"][1] if "Fn::Join" in value else [value]
    return "".join(part if isinstance(part, str) else "resolved" for part in parts)


def test_there_is_a_handler_for_every_function() -> None:
    for spec in (*WORKFLOW, REHEARSE):
        module = spec.handler.removesuffix(".handler").replace(".", "/")
        assert (HANDLERS / f"{module}.py").is_file(), spec.handler


def test_the_state_machine_names_functions_that_exist_and_all_of_them() -> None:
    named = {name for machine in WORKFLOWS for name in functions_named(machine)}
    assert named == {spec.name for spec in WORKFLOW}


@pytest.mark.parametrize("name", WORKFLOWS)
def test_names_in_the_definition_are_filled(workshop: dict[str, Any], name: WorkflowName) -> None:
    machine = state_machine(workshop, name)
    wanted = set(re.findall(r"\$\{(\w+)\}", machine["DefinitionString"]))
    assert wanted == set(machine["DefinitionSubstitutions"])


@pytest.mark.parametrize("name", WORKFLOWS)
def test_aws_gets_the_whole_definition(workshop: dict[str, Any], name: WorkflowName) -> None:
    deployed = state_machine(workshop, name)["DefinitionString"]
    assert json.loads(deployed) == definition(name)
    assert "$ref" not in deployed
    assert len(deployed.encode()) < 1_000_000  # the largest definition that Step Functions takes: 1 MB


@pytest.mark.parametrize("name", WORKFLOWS)
def test_an_execution_cannot_run_for_ever(name: WorkflowName) -> None:
    assert definition(name)["TimeoutSeconds"] > 0


@pytest.mark.parametrize("name", WORKFLOWS)
def test_the_state_machine_logs_errors_without_data_and_is_traced(workshop: dict[str, Any], name: WorkflowName) -> None:
    machine = state_machine(workshop, name)
    logging = machine["LoggingConfiguration"]
    assert (logging["Level"], logging["IncludeExecutionData"]) == ("ERROR", False)
    assert machine["TracingConfiguration"] == {"Enabled": True}
    assert machine["StateMachineType"] == "STANDARD"


def test_functions_run_on_the_chosen_python_and_processor(workshop: dict[str, Any], environment: Environment) -> None:
    runtime = runtime_of(environment.machine)
    made = resources([workshop], "AWS::Lambda::Function").values()
    assert {(f["Runtime"], *f["Architectures"]) for f in made} == {(runtime.name, runtime.architecture)}


def test_an_account_gets_the_newest_python_on_arm() -> None:
    runtime = runtime_of("lambda")
    assert (runtime.python, runtime.architecture) == (NEWEST_PYTHON, "arm64")
    assert runtime.wheel_platform == "aarch64-manylinux_2_28"


def test_functions_that_wait_for_the_model_have_the_longest_time(workshop: dict[str, Any]) -> None:
    timeouts = {f["Handler"]: f["Timeout"] for f in resources([workshop], "AWS::Lambda::Function").values()}
    assert {timeouts[spec.handler] for spec in WORKFLOW if spec.calls_model} == {PATIENT}
    others = [spec for spec in WORKFLOW if not spec.calls_model and spec.name != "CheckMock"]  # which loads whole sites
    assert max(timeouts[spec.handler] for spec in others) <= 60


def test_functions_share_one_asset_but_for_those_that_sign_for_the_edge(workshop: dict[str, Any]) -> None:
    made = resources([workshop], "AWS::Lambda::Function").values()
    code = {f["Handler"]: json.dumps(f["Code"]) for f in made}
    for points in (True, False):
        assert len({code[spec.handler] for spec in WORKFLOW if spec.points is points}) == 1
    assert len(set(code.values())) == 2


def test_functions_are_traced(workshop: dict[str, Any]) -> None:
    made = resources([workshop], "AWS::Lambda::Function").values()
    assert {f["TracingConfig"]["Mode"] for f in made} == {"Active"}


def test_the_environment_is_what_a_function_reads(workshop: dict[str, Any], environment: Environment) -> None:
    for function in resources([workshop], "AWS::Lambda::Function").values():
        given = function["Environment"]["Variables"]
        plain = {name: written(value) for name, value in given.items()}
        settings = FunctionSettings.from_environment(plain)
        assert settings.tenant == environment.tenant
        assert settings.model == environment.capability
        assert settings.defaults == environment.workshop
        assert settings.mocks is not None


def test_log_lines_carry_the_name_of_the_function_and_no_variable_lets_payloads_in(workshop: dict[str, Any]) -> None:
    for function in resources([workshop], "AWS::Lambda::Function").values():
        variables = function["Environment"]["Variables"]
        told = {name: value for name, value in variables.items() if name.startswith("POWERTOOLS_")}
        assert told == {"POWERTOOLS_SERVICE_NAME": function["Handler"].split(".")[1].title().replace("_", "")}


def test_logs_are_kept_as_long_as_the_settings_say_and_encrypted(
    workshop: dict[str, Any], environment: Environment
) -> None:
    groups = resources([workshop], "AWS::Logs::LogGroup").values()
    assert {g["RetentionInDays"] for g in groups} == {environment.retention.log_days}
    assert all("KmsKeyId" in g for g in groups)
    assert {g["LogGroupName"] for g in groups} == {
        *(f"/mlew/{environment.customer}/{s.name}" for s in WORKFLOW),
        *(f"/aws/vendedlogs/mlew/{environment.customer}/{name.title()}" for name in WORKFLOWS),
    }


def test_the_key_encrypts_every_log_group_of_the_customer_and_no_other(
    workshop: dict[str, Any], environment: Environment, synthesis: Synthesis
) -> None:
    (key,) = resources([synthesis(environment)[environment.name("state")]], "AWS::KMS::Key").values()
    (statement,) = [s for s in key["KeyPolicy"]["Statement"] if "logs." in str(s["Principal"])]
    allowed = statement["Condition"]["ArnLike"]["kms:EncryptionContext:aws:logs:arn"]
    names = [g["LogGroupName"] for g in resources([workshop], "AWS::Logs::LogGroup").values()]
    arns = [environment.arn("logs", f"log-group:{name}") for name in names]

    assert all(any(fnmatchcase(arn, pattern) for pattern in allowed) for arn in arns)
    elsewhere = environment.arn("logs", "log-group:/mlew/another/RunListen")
    assert not any(fnmatchcase(elsewhere, pattern) for pattern in allowed)


def test_every_function_writes_to_a_log_group_of_the_stack(workshop: dict[str, Any]) -> None:
    groups = resources([workshop], "AWS::Logs::LogGroup")
    for function in resources([workshop], "AWS::Lambda::Function").values():
        assert function["LoggingConfig"]["LogGroup"]["Ref"] in groups


def test_the_command_line_finds_the_deployment_in_one_parameter(
    workshop: dict[str, Any], environment: Environment
) -> None:
    (parameter,) = resources([workshop], "AWS::SSM::Parameter").values()
    deployment = Deployment.model_validate_json(written(parameter["Value"]))
    assert parameter["Name"] == f"/mlew/{environment.customer}/deployment"
    assert deployment.customer == environment.customer
    assert deployment.model == environment.capability
    assert deployment.embedded is environment.embedded
    assert deployment.mocks is not None
    machines = resources([workshop], "AWS::StepFunctions::StateMachine")
    logical = {m["StateMachineName"]: name for name, m in machines.items()}
    written_down = json.dumps(parameter["Value"])
    assert all(f'"Ref": "{logical[environment.name(name)]}"' in written_down for name in WORKFLOWS)
    assert deployment.improvement_machine
    asking = [spec for spec in WORKFLOW if "bedrock:InvokeModel" in actions(role_of(workshop, spec.name))]
    assert deployment.model_functions == tuple(environment.name(spec.name) for spec in asking)
    assert asking


def test_a_failed_workshop_raises_an_alarm_that_is_mailed(synthesis: Synthesis) -> None:
    environment = example()
    template = synthesis(environment)[environment.name("workshop")]
    alarms = {a["AlarmName"]: a for a in resources([template], "AWS::CloudWatch::Alarm").values()}
    (topic,) = resources([template], "AWS::SNS::Topic")
    watched = set()
    for edition in EDITIONS:
        failed, timed_out = (alarms[f"mlew-example-{edition.title()}{what}"] for what in ("Failed", "TimedOut"))
        assert (failed["MetricName"], timed_out["MetricName"]) == ("ExecutionsFailed", "ExecutionsTimedOut")
        assert failed["Dimensions"] == timed_out["Dimensions"]
        watched.add(json.dumps(failed["Dimensions"]))
    assert len(watched) == len(EDITIONS)
    assert all(a["AlarmActions"] == [{"Ref": topic}] for a in alarms.values())
    (subscription,) = resources([template], "AWS::SNS::Subscription").values()
    assert (subscription["Protocol"], subscription["Endpoint"]) == ("email", environment.notify)


def test_alarms_of_this_account_may_publish_and_use_the_key(synthesis: Synthesis) -> None:
    """Without either, the mail is dropped in silence: a policy of one's own replaces the one SNS gives a topic."""
    environment = example()
    templates = synthesis(environment)
    workshop, state = templates[environment.name("workshop")], templates[environment.name("state")]
    (topic,) = resources([workshop], "AWS::SNS::Topic")
    (policy,) = resources([workshop], "AWS::SNS::TopicPolicy").values()
    (key,) = resources([state], "AWS::KMS::Key").values()
    by_alarms = {"Service": "cloudwatch.amazonaws.com"}
    from_here = {"StringEquals": {"aws:SourceAccount": environment.account}}

    (publish,) = [s for s in policy["PolicyDocument"]["Statement"] if s["Effect"] == "Allow"]
    (encrypt,) = [s for s in key["KeyPolicy"]["Statement"] if s["Principal"] == by_alarms]

    assert policy["Topics"] == [{"Ref": topic}]
    assert (publish["Principal"], publish["Action"], publish["Resource"]) == (by_alarms, "sns:Publish", {"Ref": topic})
    assert publish["Condition"] == encrypt["Condition"] == from_here
    assert set(encrypt["Action"]) == {"kms:Decrypt", "kms:GenerateDataKey"}


def test_without_an_address_alarms_are_shown_and_not_mailed(synthesis: Synthesis) -> None:
    template = synthesis(local())["mlew-local-workshop"]
    assert resources([template], "AWS::CloudWatch::Alarm")
    assert not resources([template], "AWS::SNS::Topic")


def test_rehearsal_as_a_function_comes_with_its_function(synthesis: Synthesis) -> None:
    environment = example(model={"id": "mlew.rehearsal-v1", "runtime": "function"})
    assert REHEARSE in functions(environment)
    made = resources([synthesis(environment)["mlew-example-workshop"]], "AWS::Lambda::Function").values()
    told = {f["FunctionName"]: f["Environment"]["Variables"].get("MLEW_REHEARSAL_FUNCTION") for f in made}
    assert told.pop("mlew-example-Rehearse") is None
    assert set(told.values()) == {"mlew-example-Rehearse"}

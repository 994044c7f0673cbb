"""What runs workshops: functions, state machines, alarms. Can be removed and deployed again at any time."""

from collections.abc import Mapping

from aws_cdk import Environment as Place
from aws_cdk import Stack
from aws_cdk import aws_iam as iam
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_ssm as ssm
from aws_cdk import aws_stepfunctions as sfn
from constructs import Construct

from infra.constructs import permissions
from infra.constructs.acknowledgements import MOCKS, OWN_PREFIX, acknowledge, wildcard
from infra.constructs.alarms import Alarms
from infra.constructs.operator import Operator
from infra.constructs.overview import Overview
from infra.constructs.workflow import Workflow, state_machine_arn
from infra.constructs.workshop_function import WorkshopFunction
from infra.environments import Environment
from infra.functions import REHEARSE, Function, functions
from infra.stacks.metrics import Metrics
from infra.stacks.mocks import Mocks
from infra.stacks.state import State
from infra.state_machines import EDITIONS, EditionName
from mlew.settings import Deployment, FunctionSettings, deployment_parameter


class Workshop(Stack):
    """One customer's workshops on one `State`, which publish `Mocks`.

    `edge_code`: the code with the library that signs for the edge.
    """

    def __init__(
        self,
        scope: Construct,
        *,
        environment: Environment,
        state: State,
        metrics: Metrics,
        mocks: Mocks,
        code: lambda_.Code,
        edge_code: lambda_.Code,
    ) -> None:
        super().__init__(
            scope,
            environment.name("workshop"),
            description=f"MLEW: workshops of {environment.customer}",
            env=Place(account=environment.account, region=environment.region),
        )
        self._environment, self._state, self._mocks = environment, state, mocks
        self._code, self._edge_code = code, edge_code
        made = {spec.name: self._function(spec) for spec in functions(environment)}
        in_workflow = {spec.name: made[spec.name] for spec in functions(environment) if spec.in_workflow}
        mock = Workflow(self, name="mock", environment=environment, key=state.key, functions=in_workflow)
        editions = {edition: self._edition(edition, in_workflow, mock) for edition in EDITIONS}
        machines = [*editions.values(), mock.state_machine]
        parameter = ssm.StringParameter(
            self,
            "Deployment",
            parameter_name=deployment_parameter(environment.customer),
            description="What the command line has to know of this deployment",
            string_value=self._deployment(*(one.state_machine_arn for one in machines)).model_dump_json(
                exclude_defaults=True
            ),
        )
        Operator(
            self,
            "Operator",
            environment=environment,
            state=state,
            mocks=mocks,
            state_machines=machines,
            parameter=parameter,
        )
        alarms = Alarms(
            self,
            "Alarms",
            environment=environment,
            key=state.key,
            editions=editions,
            record_failure=made["RecordFailure"],
            also={**metrics.watched, **mocks.watched},
        )
        Overview(self, "Overview", environment=environment, editions=editions, functions=in_workflow, alarms=alarms.all)

    def _edition(
        self, name: EditionName, in_workflow: Mapping[str, lambda_.IFunction], mock: Workflow
    ) -> sfn.StateMachine:
        made = Workflow(
            self,
            name=name,
            environment=self._environment,
            key=self._state.key,
            functions=in_workflow,
            children=["mock"],
        )
        made.node.add_dependency(mock)
        return made.state_machine

    def _function(self, spec: Function) -> lambda_.Function:
        made = WorkshopFunction(
            self,
            spec=spec,
            environment=self._environment,
            code=self._edge_code if spec.points else self._code,
            key=self._state.key,
            variables=self._settings().to_environment() if spec.records else {},
            may=self._permissions(spec),
        )
        bucket = self._state.bodies.arn_from_elsewhere()
        areas = sorted({*spec.reads, *spec.writes})
        prefixes = [f"{bucket}/{self._environment.tenant}/*/{area}/*" for area in areas]
        acknowledge(made.role, {wildcard(prefix): OWN_PREFIX for prefix in prefixes})
        places = permissions.MOCK_PLACES if spec.stores_sites else (permissions.SITES,) if spec.tidies else ()
        files = self._mocks.files.arn_from_elsewhere()
        acknowledge(made.role, {wildcard(f"{files}/{place}/*"): MOCKS for place in places})
        return made.function

    def _permissions(self, spec: Function) -> list[iam.PolicyStatement]:
        environment, state = self._environment, self._state
        if not spec.records:
            return []
        bucket = state.bucket.bucket_arn
        granted = [
            permissions.records(
                environment, state.table.table_arn, (*permissions.READ_RECORDS, *permissions.WRITE_RECORDS)
            ),
            permissions.key_use(environment, state.key.key_arn),
        ]
        if spec.reads:
            granted.append(permissions.bodies(environment, bucket, sid="Read", action="s3:GetObject", areas=spec.reads))
        if spec.writes:
            granted.append(
                permissions.bodies(environment, bucket, sid="Write", action="s3:PutObject", areas=spec.writes)
            )
        granted += self._mock_permissions(spec)
        if spec.calls_model:
            granted += self._model_calls()
        if spec.wakes:
            granted.append(permissions.wake_gates(*(state_machine_arn(environment, one) for one in EDITIONS)))
        return granted

    def _mock_permissions(self, spec: Function) -> list[iam.PolicyStatement]:
        environment, table = self._environment, self._state.metrics.table_arn
        granted = []
        if spec.stores_sites:
            granted.append(permissions.mock_files(self._mocks.bucket.bucket_arn, "s3:PutObject"))
        if spec.tidies:
            bucket = self._mocks.bucket.bucket_arn
            granted.append(permissions.mock_file_names(bucket))
            granted.append(permissions.mock_files(bucket, "s3:DeleteObject", places=(permissions.SITES,)))
        if spec.points:
            granted.append(permissions.mock_pointers(self._mocks.store_arn))
        if spec.tracks:
            granted.append(permissions.tracking(environment, table))
        if spec.draws and environment.mocks.picture_model:
            granted.append(permissions.drawing(environment))
        return granted

    def _model_calls(self) -> list[iam.PolicyStatement]:
        environment = self._environment
        if environment.model.runtime == "function":
            return [permissions.invoke([environment.arn("lambda", f"function:{environment.name(REHEARSE.name)}")])]
        return permissions.model_calls(environment, environment.capability)

    def _settings(self) -> FunctionSettings:
        environment = self._environment
        as_function = environment.model.runtime == "function"
        return FunctionSettings(
            tenant=environment.tenant,
            table=self._state.table.table_name,
            bucket=self._state.bucket.bucket_name,
            model=environment.capability,
            rehearsal_function=environment.name(REHEARSE.name) if as_function else "",
            picture_model=environment.mocks.picture_model,
            mocks=self._mocks.hosting,
            defaults=environment.workshop,
        )

    def _deployment(self, practice: str, improvement: str, mock: str) -> Deployment:
        environment = self._environment
        return Deployment(
            customer=environment.customer,
            tenant=environment.tenant,
            region=environment.region,
            table=self._state.table.table_name,
            bucket=self._state.bucket.bucket_name,
            state_machine=practice,
            improvement_machine=improvement,
            model=environment.capability,
            model_functions=tuple(environment.name(f.name) for f in functions(environment) if f.calls_model),
            defaults=environment.workshop,
            embedded=environment.embedded,
            mocks=self._mocks.hosting,
            mock_machine=mock,
            intake=environment.metrics.intake,
            archive=self._state.archive.bucket.bucket_name if self._state.archive else "",
        )

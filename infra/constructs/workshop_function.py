"""One Lambda with a role and a log group of its own."""

from collections.abc import Mapping, Sequence

from aws_cdk import Duration
from aws_cdk import aws_iam as iam
from aws_cdk import aws_kms as kms
from aws_cdk import aws_lambda as lambda_
from constructs import Construct

from infra.constructs.acknowledgements import NO_RESOURCES, acknowledge, wildcard
from infra.constructs.logs import log_group_of
from infra.constructs.permissions import log_lines, traces
from infra.environments import Environment
from infra.functions import Function


class WorkshopFunction(Construct):
    """`variables`: environment of the function; its name in the log comes on top. `may`: what its role may do."""

    def __init__(
        self,
        scope: Construct,
        *,
        spec: Function,
        environment: Environment,
        code: lambda_.Code,
        key: kms.IKey,
        variables: Mapping[str, str],
        may: Sequence[iam.PolicyStatement],
    ) -> None:
        super().__init__(scope, spec.name)
        log_group = log_group_of(self, environment=environment, name=spec.name, key=key)
        self.role = iam.Role(
            self,
            "Role",
            description=f"{spec.name} of {environment.name('practice')}",
            assumed_by=iam.ServicePrincipal("lambda.amazonaws.com"),
            inline_policies={
                "own": iam.PolicyDocument(
                    statements=[log_lines(log_group.log_group_arn), *([traces()] if spec.traced else []), *may]
                )
            },
        )
        self.function = lambda_.Function(
            self,
            "Function",
            function_name=environment.name(spec.name),
            description=spec.purpose,
            handler=spec.handler,
            code=code,
            runtime=lambda_.Runtime(environment.runtime.name, lambda_.RuntimeFamily.PYTHON),
            architecture=_ARCHITECTURES[environment.runtime.architecture],
            timeout=Duration.seconds(spec.timeout),
            memory_size=spec.memory,
            # All that the role may do stands above: the CDK adds nothing of its own.
            role=self.role.without_policy_updates(),
            log_group=log_group,
            logging_format=lambda_.LoggingFormat.JSON,
            system_log_level_v2=lambda_.SystemLogLevel.WARN,
            application_log_level_v2=lambda_.ApplicationLogLevel.INFO,
            tracing=lambda_.Tracing.ACTIVE if spec.traced else lambda_.Tracing.DISABLED,
            environment={**variables, "POWERTOOLS_SERVICE_NAME": spec.name},
        )
        acknowledge(self.role, {wildcard("*"): NO_RESOURCES})
        if environment.runtime.this_machine:
            acknowledge(self.function, {"AwsSolutions-L1": "The functions run on the Python of this machine."})


_ARCHITECTURES = {"arm64": lambda_.Architecture.ARM_64, "x86_64": lambda_.Architecture.X86_64}

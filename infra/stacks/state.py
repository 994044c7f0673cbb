"""What must survive a redeployment: records, numbers, bodies and the key that reads them."""

from aws_cdk import Environment as Place
from aws_cdk import RemovalPolicy, Stack
from constructs import Construct

from infra.constructs.bodies import Bodies
from infra.constructs.key import CustomerKey
from infra.constructs.records import Records
from infra.environments import Environment


class State(Stack):
    """Tables, buckets, key. Kept at removal if the customer's settings say so; then also protected from deletion."""

    def __init__(self, scope: Construct, *, environment: Environment) -> None:
        keep = environment.removal == "keep"
        super().__init__(
            scope,
            environment.name("state"),
            description=f"MLEW: what the workshops of {environment.customer} leave",
            env=Place(account=environment.account, region=environment.region),
            termination_protection=keep,
        )
        removal = RemovalPolicy.RETAIN if keep else RemovalPolicy.DESTROY
        self.key = CustomerKey(self, "CustomerKey", environment=environment, removal=removal).key
        self.table = Records(self, "Records", key=self.key, removal=removal).table
        self.bodies = Bodies(self, "Bodies", environment=environment, key=self.key, removal=removal)
        self.bucket = self.bodies.bucket
        self.metrics = Records(self, "Metrics", key=self.key, removal=removal).table
        self.archive = (
            Bodies(self, "EventArchive", environment=environment, key=self.key, removal=removal)
            if environment.metrics.archive
            else None
        )

"""A deployment in an account, as the doctor's checks get it."""

from mlew.domain.model_capability import ModelCapability
from mlew.settings import Deployment

REGION = "ap-northeast-1"
ACCOUNT = "111122223333"
MODEL = ModelCapability(
    id="jp.example.large-v1:0",
    name="Large (Japan)",
    foundation_models=("example.large-v1:0",),
    regions=(REGION, "ap-northeast-3"),
    output_tokens=16_000,
    end_of_life="2027-01-31",
)
GLOBAL = MODEL.model_copy(update={"id": "global.example.large-v1:0", "name": "Large (global)", "regions": ("*",)})
SINGLE = ModelCapability(id="example.small-v1:0", name="Small", regions=(REGION,))
DEPLOYMENT = Deployment(
    customer="acme",
    tenant="acme",
    region=REGION,
    table="mlew-acme",
    bucket="mlew-acme-b",
    state_machine=f"arn:aws:states:{REGION}:{ACCOUNT}:stateMachine:mlew-acme-practice",
    model=MODEL,
    model_functions=("mlew-acme-RunListen", "mlew-acme-RunDefine"),
)

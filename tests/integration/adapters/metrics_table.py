"""A table for the numbers, as the state stack makes it."""

import uuid

import boto3


def metrics_table(session: boto3.Session) -> str:
    """Its name; new each time."""
    name = f"numbers-{uuid.uuid4().hex[:12]}"
    session.client("dynamodb").create_table(
        TableName=name,
        BillingMode="PAY_PER_REQUEST",
        KeySchema=[{"AttributeName": "pk", "KeyType": "HASH"}, {"AttributeName": "sk", "KeyType": "RANGE"}],
        AttributeDefinitions=[
            {"AttributeName": "pk", "AttributeType": "S"},
            {"AttributeName": "sk", "AttributeType": "S"},
        ],
    )
    return name

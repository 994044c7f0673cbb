"""The one table: whole items by key, ranges of one partition, and conditional writes. There is no scan here."""

import random
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from botocore.exceptions import ClientError

from mlew.adapters.aws_errors import error_code, setup_errors
from mlew.adapters.clients import Clients
from mlew.adapters.items import Item, number, text
from mlew.adapters.leftovers import Leftovers

if TYPE_CHECKING:
    from types_boto3_dynamodb.type_defs import (
        PutItemInputTypeDef,
        QueryInputTypeDef,
        TransactWriteItemTypeDef,
        UpdateItemInputTypeDef,
        WriteRequestTypeDef,
    )

NEW = "attribute_not_exists(pk)"
_MOST_READ = 100
_MOST_REMOVED = 25
_LOST = frozenset(["ConditionalCheckFailed", "TransactionConflict"])


class Table:
    """Reads are strongly consistent: what one function has written, the next one sees."""

    def __init__(
        self,
        clients: Clients,
        name: str,
        *,
        pause: Callable[[float], None] = time.sleep,
        chance: Callable[[], float] = random.random,
    ) -> None:
        """`name` of a table with the string keys `pk` and `sk`. `pause`, `chance` as for `Leftovers`."""
        self._clients = clients
        self._name = name
        self._pause = pause
        self._chance = chance

    def get(self, pk: str, sk: str) -> Item | None:
        """One item."""
        with setup_errors():
            answer = self._clients.dynamodb().get_item(
                TableName=self._name, Key={"pk": text(pk), "sk": text(sk)}, ConsistentRead=True
            )
        return answer.get("Item")

    def get_many(self, pk: str, sks: Iterable[str]) -> list[Item]:
        """Those of one partition that exist, in no order. Raises StoreUnavailable if some were not read."""
        return self.get_all((pk, sk) for sk in sks)

    def get_all(self, keys: Iterable[tuple[str, str]]) -> list[Item]:
        """Those of these (partition, sort key) that exist, in no order; raises as `get_many`."""
        left = [{"pk": text(pk), "sk": text(sk)} for pk, sk in dict.fromkeys(keys)]
        found: list[Item] = []
        leftovers = Leftovers(self._pause, self._chance)
        while left:
            asked, left = left[:_MOST_READ], left[_MOST_READ:]
            with setup_errors():
                answer = self._clients.dynamodb().batch_get_item(
                    RequestItems={self._name: {"Keys": asked, "ConsistentRead": True}}
                )
            found += answer["Responses"].get(self._name, [])
            again = answer.get("UnprocessedKeys", {}).get(self._name)
            undone = [dict(key) for key in again["Keys"]] if again else []
            leftovers.wait(asked=len(asked), left=len(undone))
            left += undone
        return found

    def put_if(self, pk: str, sk: str, item: Item, *, condition: str, values: Item | None = None) -> bool:
        """Store if `condition` (over attributes and `values`) holds; False, and nothing written, if not."""
        request: PutItemInputTypeDef = {
            "TableName": self._name,
            "Item": {**item, "pk": text(pk), "sk": text(sk)},
            "ConditionExpression": condition,
        }
        if values:
            request["ExpressionAttributeValues"] = {f":{n}": v for n, v in values.items()}
        try:
            with setup_errors():
                self._clients.dynamodb().put_item(**request)
        except ClientError as error:
            if error_code(error) != "ConditionalCheckFailedException":
                raise
            return False
        return True

    def remove(self, pk: str, sks: Iterable[str]) -> None:
        """Remove items of one partition, there or not. Raises StoreUnavailable if some were not removed."""
        left = [{"pk": text(pk), "sk": text(sk)} for sk in sks]
        leftovers = Leftovers(self._pause, self._chance)
        while left:
            asked, left = left[:_MOST_REMOVED], left[_MOST_REMOVED:]
            requests: list[WriteRequestTypeDef] = [{"DeleteRequest": {"Key": key}} for key in asked]
            with setup_errors():
                answer = self._clients.dynamodb().batch_write_item(RequestItems={self._name: requests})
            again = answer.get("UnprocessedItems", {}).get(self._name, [])
            leftovers.wait(asked=len(asked), left=len(again))
            left += [dict(one["DeleteRequest"]["Key"]) for one in again]

    def put(self, pk: str, sk: str, item: Item) -> None:
        """Store, whatever was there."""
        with setup_errors():
            self._clients.dynamodb().put_item(TableName=self._name, Item={**item, "pk": text(pk), "sk": text(sk)})

    def update(
        self,
        pk: str,
        sk: str,
        *,
        put: Item | None = None,
        keep: Item | None = None,
        add: Mapping[str, int] | None = None,
        condition: str = "",
        values: Item | None = None,
    ) -> Item | None:
        """Set `put`, set `keep` where nothing is yet, count up `add`, all at once; the new item.

        None, and nothing written, if `condition` (over attributes and `values`) does not hold. Raises
        StoreUnavailable if transactions of others hold the item again and again.
        """
        put, keep, add = put or {}, keep or {}, add or {}
        named = [*put, *keep, *add]
        sets = [f"#{n} = :{n}" for n in put] + [f"#{n} = if_not_exists(#{n}, :{n})" for n in keep]
        parts = [f"SET {', '.join(sets)}"] if sets else []
        parts += [f"ADD {', '.join(f'#{n} :{n}' for n in add)}"] if add else []
        given = {**put, **keep, **{n: number(v) for n, v in add.items()}}
        request: UpdateItemInputTypeDef = {
            "TableName": self._name,
            "Key": {"pk": text(pk), "sk": text(sk)},
            "UpdateExpression": " ".join(parts),
            "ExpressionAttributeNames": {f"#{n}": n for n in named},
            "ExpressionAttributeValues": {f":{n}": v for n, v in {**given, **(values or {})}.items()},
            "ReturnValues": "ALL_NEW",
        }
        if condition:
            request["ConditionExpression"] = condition
        others = Leftovers(self._pause, self._chance)
        while True:
            try:
                with setup_errors():
                    return self._clients.dynamodb().update_item(**request).get("Attributes", {})
            except ClientError as error:
                if error_code(error) == "ConditionalCheckFailedException":
                    return None
                if error_code(error) != "TransactionConflictException":
                    raise
            others.wait(asked=1, left=1)

    def count_once(self, pk: str, sk: str, add: Mapping[str, int]) -> None:
        """Count up attributes, once even if an answer is lost and botocore asks again: a transaction has a token.

        Raises StoreUnavailable if others write the item again and again.
        """
        others = Leftovers(self._pause, self._chance)
        while not self.together(self.counting(pk, sk, add)):
            others.wait(asked=1, left=1)

    def take(self, pk: str, sk: str, attribute: str) -> Item | None:
        """Remove an attribute; the item as it was. Of several callers one takes it; the others get None."""
        try:
            with setup_errors():
                answer = self._clients.dynamodb().update_item(
                    TableName=self._name,
                    Key={"pk": text(pk), "sk": text(sk)},
                    UpdateExpression="REMOVE #taken",
                    ConditionExpression="attribute_exists(#taken)",
                    ExpressionAttributeNames={"#taken": attribute},
                    ReturnValues="ALL_OLD",
                )
        except ClientError as error:
            if error_code(error) != "ConditionalCheckFailedException":
                raise
            return None
        return answer.get("Attributes", {})

    def query(
        self, pk: str, prefix: str, *, after: str = "", descending: bool = False, limit: int = 0
    ) -> Iterator[Item]:
        """Items whose sort key has the prefix, beyond `after` in reading order, page by page; all if `limit` is 0."""
        keys = "pk = :pk AND begins_with(sk, :prefix)" if prefix else "pk = :pk"
        values = {":prefix": text(prefix)} if prefix else {}
        yield from self._pages(pk, keys, values, after=after, descending=descending, limit=limit)

    def between(self, pk: str, low: str, high: str) -> Iterator[Item]:
        """Items with `low <= sort key <= high`, in order."""
        yield from self._pages(pk, "pk = :pk AND sk BETWEEN :low AND :high", {":low": text(low), ":high": text(high)})

    def _pages(
        self, pk: str, keys: str, values: Item, *, after: str = "", descending: bool = False, limit: int = 0
    ) -> Iterator[Item]:
        request: QueryInputTypeDef = {
            "TableName": self._name,
            "KeyConditionExpression": keys,
            "ExpressionAttributeValues": {":pk": text(pk), **values},
            "ConsistentRead": True,
            "ScanIndexForward": not descending,
        }
        if limit:
            request["Limit"] = limit
        start: Item = {"pk": text(pk), "sk": text(after)} if after else {}
        found = 0
        while True:
            if start:
                request["ExclusiveStartKey"] = start
            with setup_errors():
                page = self._clients.dynamodb().query(**request)
            for item in page["Items"]:
                yield item
                found += 1
                if found == limit:
                    return
            start = page.get("LastEvaluatedKey", {})
            if not start:
                return

    def together(self, *writes: "TransactWriteItemTypeDef") -> bool:
        """All or none. False if a condition did not hold, or somebody writes one of the items just now."""
        try:
            with setup_errors():
                self._clients.dynamodb().transact_write_items(TransactItems=writes)
        except ClientError as error:
            reasons = error.response.get("CancellationReasons", [])
            if not any(reason.get("Code") in _LOST for reason in reasons):
                raise
            return False
        return True

    def storing(
        self, pk: str, sk: str, item: Item, *, condition: str = "", values: Item | None = None
    ) -> "TransactWriteItemTypeDef":
        """A part for `together`: the whole item."""
        write: TransactWriteItemTypeDef = {
            "Put": {"TableName": self._name, "Item": {**item, "pk": text(pk), "sk": text(sk)}}
        }
        if condition:
            write["Put"]["ConditionExpression"] = condition
        if values:
            write["Put"]["ExpressionAttributeValues"] = {f":{n}": v for n, v in values.items()}
        return write

    def counting(self, pk: str, sk: str, add: Mapping[str, int]) -> "TransactWriteItemTypeDef":
        """A part for `together`: count up attributes of an item, which comes into being with it."""
        named = {f"#{place}": name for place, name in enumerate(add)}
        return {
            "Update": {
                "TableName": self._name,
                "Key": {"pk": text(pk), "sk": text(sk)},
                "UpdateExpression": f"ADD {', '.join(f'{name} :{name[1:]}' for name in named)}",
                "ExpressionAttributeNames": named,
                "ExpressionAttributeValues": {f":{name[1:]}": number(add[named[name]]) for name in named},
            }
        }

from datetime import datetime

from mlew.adapters.items import Item, as_record, as_text, record, text
from mlew.adapters.keys import TenantKeys, counted, timestamp
from mlew.adapters.table import Table
from mlew.domain.gate import Decision, Gate
from mlew.domain.workshop import Phase
from mlew.errors import Conflict, NotFound
from mlew.ports.gate_store import GateStore

_UNDECIDED = "attribute_not_exists(verdict)"


class DynamoGateStore(GateStore):
    """One item a round: what is asked (renewed), since when and the verdict (both written once)."""

    def __init__(self, tenant: str, table: Table) -> None:
        """For one tenant."""
        self._keys = TenantKeys(tenant)
        self._table = table

    def open(self, workshop_id: str, gate: Gate) -> Gate:
        """See the port."""
        pk, sk = self._keys.workshop(workshop_id), _sk(gate.phase, gate.round)
        item = self._table.update(
            pk,
            sk,
            put={"gate": record(gate.model_copy(update={"decision": None}))},
            keep={"opened_at": text(timestamp(gate.opened_at))},
            condition=_UNDECIDED,
        )
        return _gate(item if item is not None else self._table.get(pk, sk) or {})

    def latest(self, workshop_id: str, phase: Phase) -> Gate | None:
        """See the port."""
        items = self._table.query(self._keys.workshop(workshop_id), f"GATE#{phase}#", descending=True, limit=1)
        item = next(items, None)
        return _gate(item) if item is not None else None

    def decide(self, workshop_id: str, phase: Phase, round_: int, decision: Decision) -> Gate:
        """See the port."""
        pk, sk = self._keys.workshop(workshop_id), _sk(phase, round_)
        item = self._table.update(
            pk, sk, put={"verdict": record(decision)}, condition=f"attribute_exists(pk) AND {_UNDECIDED}"
        )
        if item is not None:
            return _gate(item)
        stored = self._table.get(pk, sk)
        if stored is None:
            raise NotFound.told("gate.none", phase=phase, round=round_)
        before = as_record(stored, "verdict", Decision)
        raise Conflict.told("gate.decided", by=before.by, phase=phase, round=round_, at=before.at)


def _sk(phase: Phase, round_: int) -> str:
    return f"GATE#{phase}#{counted(round_, 3)}"


def _gate(item: Item) -> Gate:
    gate = as_record(item, "gate", Gate)
    decision = as_record(item, "verdict", Decision) if "verdict" in item else None
    opened_at = datetime.fromisoformat(as_text(item, "opened_at"))
    return gate.model_copy(update={"opened_at": opened_at, "decision": decision})

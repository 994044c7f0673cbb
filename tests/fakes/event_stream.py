"""A stream in memory, which can refuse to take records."""

from mlew.domain.click_record import ClickRecord
from mlew.errors import StoreUnavailable
from mlew.ports.event_stream import EventStream


class InMemoryEventStream(EventStream):
    """`records` as a reader gets them. `failing`: how many of the next puts fail; `failing_session`: whose do."""

    def __init__(self) -> None:
        self.records: list[ClickRecord] = []
        self.failing = 0
        self.failing_session = ""

    def put(self, record: ClickRecord) -> None:
        if self.failing or record.session == self.failing_session:
            self.failing = max(0, self.failing - 1)
            raise StoreUnavailable("not now")
        self.records.append(ClickRecord.model_validate_json(record.to_bytes()))

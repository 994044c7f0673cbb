"""From an approved press release to a page that people can open, on the embedded AWS: one mock, and ten at once."""

import gzip
import secrets
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from statistics import median

from bench.measure import Measure, middle
from mlew.adapters.clock import SystemClock
from mlew.composition import executions, operator_work
from mlew.domain.artifact import Artifact
from mlew.domain.base import Locale
from mlew.domain.mock import Mock
from mlew.domain.site import Site
from mlew.domain.workshop import Workshop
from mlew.inputs import read_folder
from mlew.mocks import Tracking, render_site
from mlew.services.choices import default_pairs
from mlew.services.mocks.destroying import destroy_mock
from mlew.services.mocks.hosting import hosted
from mlew.services.mocks.making import making
from mlew.services.mocks.rendering import rendered
from tests.e2e.eventually import eventually
from tests.e2e.standing import Standing
from tests.folders import EXAMPLES, UNSEEN_EN, UNSEEN_JA
from tests.mocks.samples import sample

TIMES = 5
MANY = 10
LIVE_LIMIT, RATIO_LIMIT, WEIGHT_LIMIT = 2.0, 2.0, 20 * 1024
PATIENCE = 600.0
LIVE = (
    "A workshop of one pair, mode auto, rehearsal model, IAM enforced: from the time stamp of the decision that "
    "approves the press release to the first 200 of the mock's address through CloudFront, key and links stored; wall "
    "time minus what the mock's model call took. Milestones, test script and GenU files are written on the way. "
)
COLD = LIVE + "The first workshop of a new deployment: every function starts."
WARM = LIVE + f"{TIMES} more workshops, median."
TOGETHER = (
    f"A finished workshop of {MANY} pairs whose mocks were destroyed, warm functions: from starting the state machine "
    "of one pair, or of all in one go, to the 200 of the last address. The spec is there, so no model is asked. "
    f"Median of {TIMES}, alternately. Each mock takes processor time, and functions here share the machine's cores."
)
WEIGHT = "Sum of the scripts and styles of a mock, or one page's HTML, gzip -9; the heaviest of these mocks."


def measure() -> Iterator[Measure]:
    """Time to the first page, ten at once, weight."""
    with tempfile.TemporaryDirectory() as folder:
        standing = Standing(Path(folder))
        standing.up()
        try:
            course = _Course(standing)
            first, *others = [course.approved_to_live(UNSEEN_EN) for _ in range(TIMES + 1)]
            yield middle("approved press release to live mock, cold functions", [first], "s", COLD, limit=LIVE_LIMIT)
            yield middle("approved press release to live mock, warm functions", others, "s", WARM, limit=LIVE_LIMIT)
            yield from _many(course)
            sites = [site for one in (UNSEEN_EN, UNSEEN_JA, *EXAMPLES) for site in course.rehearsed(one)]
        finally:
            standing.down()
    yield from _weights("sample with all eleven parts", [_sample("ja"), _sample("en")])
    yield from _weights(f"{len(sites)} rehearsed mocks", sites)


class _Course:
    """Workshops in a deployment, and their mocks as visitors get them."""

    def __init__(self, standing: Standing) -> None:
        deployment, session = standing.deployment, standing.endpoint_session
        self._standing = standing
        self._stores = standing.stores
        self._work = operator_work(deployment, self._stores, SystemClock(), session)
        self._hosting = hosted(self._work.hosting)
        self._engine = executions(deployment.mock_machine, session)

    def finished(self, folder: Path, *, pairs: int) -> Workshop:
        """A workshop that has ended."""
        workshop = self._start(folder, pairs)
        return self._standing.ended(workshop.id, within=PATIENCE).workshop

    def mocks(self, workshop: Workshop) -> Sequence[Mock]:
        """All that it has. Raises RuntimeError if one is missing or not live."""
        found = self._stores.mocks.list(workshop.id)
        if len(found) != len(workshop.pairs) or any(mock.state != "live" for mock in found):
            raise RuntimeError(f"{workshop.id}: {[(mock.pair, mock.state, mock.failure) for mock in found]}")
        return found

    def approved_to_live(self, folder: Path) -> float:
        """Seconds, without the model's own."""
        workshop = self._start(folder, 1)
        approved = eventually(lambda: self._approval(workshop), within=PATIENCE)
        mock = eventually(lambda: next(iter(self._stores.mocks.list(workshop.id)), None), within=PATIENCE)
        self._await(200, [mock])
        took = (datetime.now(UTC) - approved).total_seconds()
        self._standing.ended(workshop.id, within=PATIENCE)
        return took - self._spec(workshop, mock).provenance.usage.seconds

    def made_again(self, workshop: Workshop, mocks: Sequence[Mock]) -> float:
        """Destroy these, then have all made at once; seconds until the last one can be opened."""
        for mock in mocks:
            destroy_mock(self._work, workshop, self._stores.mocks.get(workshop.id, mock.id))
        self._await(410, mocks)
        begun = time.perf_counter()
        with ThreadPoolExecutor(len(mocks)) as pool:
            started = list(pool.map(lambda mock: self._make(workshop, mock), mocks))
        self._await(200, mocks)
        took = time.perf_counter() - begun
        for execution in started:  # the check goes on behind what visitors see
            eventually(partial(self._over, execution), within=PATIENCE)
        self.mocks(workshop)
        return took

    def rehearsed(self, folder: Path) -> Iterator[Site]:
        """What the rehearsal model writes for a folder, rendered."""
        workshop = self.finished(folder, pairs=2)
        for mock in self.mocks(workshop):
            yield rendered(mock, self._spec(workshop, mock), {})

    def _start(self, folder: Path, pairs: int) -> Workshop:
        content = read_folder(folder)
        plan = content.plan.model_copy(update={"pairs": default_pairs(content.plan.locale, pairs)})
        return self._standing.runs.start(
            plan,
            content.inputs,
            dict(content.pictures),
            dict(content.originals),
            gates="auto",
            time_scale=1.0,
            budget_usd=100.0,
            by="tester",
        )

    def _make(self, workshop: Workshop, mock: Mock) -> str:
        return making(self._work, self._engine, workshop, mock.pair, name=secrets.token_hex(16))

    def _over(self, execution: str) -> bool:
        return self._engine.state(execution) != "running"

    def _approval(self, workshop: Workshop) -> datetime | None:
        gate = self._stores.gates.latest(workshop.id, "refine")
        return gate.decision.at if gate is not None and gate.decision is not None else None

    def _spec(self, workshop: Workshop, mock: Mock) -> Artifact:
        spec = self._stores.artifacts.latest(workshop.id, "mock_spec", mock.pair)
        if spec is None:
            raise RuntimeError(f"{workshop.id} has no mock_spec of pair {mock.pair}")
        return spec

    def _await(self, status: int, mocks: Sequence[Mock]) -> None:
        """Until every address answers so."""
        for mock in mocks:
            eventually(partial(self._answers, self._hosting.address(mock), status), within=PATIENCE)

    def _answers(self, address: str, status: int) -> bool:
        return self._hosting.visitor.get(address).status == status


def _many(course: _Course) -> Iterator[Measure]:
    workshop = course.finished(UNSEEN_EN, pairs=MANY)
    mocks = course.mocks(workshop)
    course.made_again(workshop, mocks)  # now there are as many environments as it takes
    found = [(course.made_again(workshop, mocks[:1]), course.made_again(workshop, mocks)) for _ in range(TIMES)]
    one, many = [first for first, _ in found], [second for _, second in found]
    yield middle("one mock of a workshop", one, "s", TOGETHER)
    yield middle(f"{MANY} mocks of a workshop at once", many, "s", TOGETHER)
    ratio = round(median(many) / median(one), 2)
    yield Measure(f"{MANY} mocks at once, against one", ratio, "× the time of one", TOGETHER, limit=RATIO_LIMIT)


def _sample(locale: Locale) -> Site:
    return render_site(sample(locale), Tracking("k" * 24), rehearsed=True)


def _weights(of: str, sites: Sequence[Site]) -> Iterator[Measure]:
    def heaviest(*endings: str) -> int:
        return max(sum(_packed(f.content) for f in site if f.path.endswith(endings)) for site in sites)

    pages = max(_packed(f.content) for site in sites for f in site if f.path.endswith(".html"))
    yield Measure(f"JS + CSS, {of}", heaviest(".css", ".js"), "B, gzip -9", WEIGHT, limit=WEIGHT_LIMIT)
    yield Measure(f"largest page without them, {of}", pages, "B, gzip -9", WEIGHT)


def _packed(content: bytes) -> int:
    return len(gzip.compress(content, 9, mtime=0))

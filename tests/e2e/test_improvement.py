"""From mocks to a plan on the deployed stacks, IAM enforced, by the commands that people type."""

import csv
from pathlib import Path

import icalendar
import pytest
import vobject

from mlew.domain.artifact import Artifact
from mlew.domain.evidence import Evidence
from mlew.domain.verdict import Verdict
from tests.e2e.standing import Answer, Standing
from tests.folders import UNSEEN_EN
from tests.workflow.outcome import versions_of

pytestmark = pytest.mark.embedded


def done(answer: Answer) -> Answer:
    assert answer.code == 0, answer
    return answer


class Story:
    """One workshop through both editions; `before`: all that the practice edition left, `folder`: the results."""

    def __init__(self, standing: Standing, folder: Path) -> None:
        self.standing = standing
        self.folder = folder
        self.id: str = done(standing.run("run", "--gates", "auto", "--json", str(UNSEEN_EN))).data["workshop"]["id"]
        standing.ended(self.id)
        self.tested()
        self.before = self.versions()
        done(self.mlew("improve", "start", self.id, "--pattern", "message", "--gates", "auto", "--json"))
        standing.ended(self.id)

    def mlew(self, *arguments: str) -> Answer:
        return self.standing.run(*arguments)

    def tested(self) -> None:
        """Two mocks are tried, one is liked; numbers, sheets and a judgement come in."""
        dealt = ("--reception", "a=liked", "--reception", "b=unwanted")
        done(self.mlew("testers", "run", "-w", self.id, *dealt, "--out", str(self.folder / "testers")))
        for pair in "ab":
            for kind in ("observation", "survey"):
                file = str(self.folder / "testers" / f"{pair}-{kind}.csv")
                done(self.mlew("evidence", "add", file, "-w", self.id, "--pair", pair, "--kind", kind))
        done(self.mlew("evidence", "pull", "-w", self.id))
        judged = ("C5", "--passed", "--pair", "a", "--reason", "simulated", "--as", "Judge")
        done(self.mlew("evidence", "judge", *judged, "-w", self.id))

    def versions(self) -> dict[str, list[Artifact]]:
        return versions_of(self.standing.stores, self.standing.stores.workshops.get(self.id))


@pytest.fixture(scope="module")
def story(standing: Standing, tmp_path_factory: pytest.TempPathFactory) -> Story:
    return Story(standing, tmp_path_factory.mktemp("story"))


def test_the_edition_runs_to_its_end_and_overwrites_nothing(story: Story) -> None:
    status = story.standing.runs.status(story.id)
    after = story.versions()
    assert (status.workshop.state, status.workshop.failure) == ("finished", "")
    assert {phase.phase: phase.state for phase in status.phases} == dict.fromkeys(status.workshop.phases, "done")
    assert {name: after[name][: len(versions)] for name, versions in story.before.items()} == story.before
    for name in ("journey/team", "questions/team", "solutions/team", "press_release/a", "iteration/a"):
        assert len(after[name]) > len(story.before[name]), name


def test_numbers_came_by_http_and_are_marked_as_simulated(story: Story) -> None:
    bodies = [version.body for version in story.versions()["evidence/a"]]
    evidence = bodies[-1]
    assert isinstance(evidence, Evidence)
    [snapshot] = evidence.snapshots
    assert snapshot.simulated
    assert (snapshot.summary.total.task_success.hits, snapshot.summary.total.task_success.of) == (5, 6)
    assert len(evidence.observations) == len(evidence.responses) == 6
    assert evidence.themes
    assert {voice for theme in evidence.themes for voice in theme.voices} <= {v.id for v in evidence.remarks}


def test_one_mock_goes_on_and_one_is_cut(story: Story) -> None:
    found = {}
    for pair in "ab":
        body = story.versions()[f"verdict/{pair}"][-1].body
        assert isinstance(body, Verdict) and body.decision is not None
        found[pair] = (body.proposal.decision, body.decision.decision, body.simulated)
    assert found == {"a": ("go", "go", True), "b": ("cut", "cut", True)}
    assert len(story.versions()["press_release/b"]) == 1


def test_the_new_mock_is_a_site_of_its_own(story: Story) -> None:
    mocks = {(mock.pair, mock.round): mock for mock in story.standing.stores.mocks.list(story.id)}
    assert set(mocks) == {("a", 1), ("b", 1), ("a", 2)}
    assert {mock.state for mock in mocks.values()} == {"live"}
    assert mocks["a", 1].key != mocks["a", 2].key


def test_the_verdict_report_says_what_was_decided(story: Story) -> None:
    file = story.folder / "verdict.html"
    done(story.mlew("verdict", "report", "-w", story.id, "--out", str(file)))
    page = file.read_text(encoding="utf-8")
    assert "Simulated testers are among these numbers" in page
    assert "<script" not in page


def test_the_plan_opens_in_calendars_and_task_managers(story: Story) -> None:
    folder = story.folder / "plan"
    done(story.mlew("plan", "export", "-w", story.id, "--out", str(folder)))
    text = (folder / "plan.ics").read_text(encoding="utf-8")
    events = icalendar.Calendar.from_ical(text).walk("VEVENT")
    assert len(events) == len(vobject.readOne(text).vevent_list) >= 4
    for name in ("tasks-jira.csv", "tasks-backlog.csv", "tasks-github.csv"):
        with (folder / name).open(encoding="utf-8-sig", newline="") as file:
            head, *rows = csv.reader(file)
        assert rows and {len(row) for row in rows} == {len(head)}, name
    assert "simulated" in (folder / "executive.html").read_text(encoding="utf-8").lower()


def test_a_go_is_handed_over_and_a_cut_is_not(story: Story) -> None:
    folder = story.folder / "handover"
    done(story.mlew("handover", story.id, "--out", str(folder)))
    written = {path.relative_to(folder).as_posix() for path in folder.rglob("*.md")}
    assert any("requirements" in name for name in written)
    assert "SHALL" in "".join(path.read_text(encoding="utf-8") for path in folder.rglob("*.md"))
    refused = story.mlew("handover", story.id, "--pair", "b", "--out", str(story.folder / "none"))
    assert refused.code != 0
    assert not (story.folder / "none").exists()


def test_afterwards_milestones_are_kept_and_reported(story: Story) -> None:
    said = ("--actual", "2020-01-06", "--result", "5 of 6", "--decision", "go", "--reason", "seen", "--as", "PM A")
    refused = story.mlew("milestone", "set", "fan", "-w", story.id, "--actual", "2999-01-05", "--result", "x")
    assert refused.code != 0
    done(story.mlew("milestone", "set", "fan", "-w", story.id, *said))
    report = done(story.mlew("report", "--milestone", "fan", "-w", story.id))
    assert "5 of 6" in report.out
    assert "PM A" in report.out

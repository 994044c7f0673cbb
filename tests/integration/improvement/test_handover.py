"""`mlew handover` on a workshop whose pairs were decided on: what goes on, and nothing else, without personal data."""

import json
import re
from pathlib import Path

import pytest

from mlew.domain.evidence import Evidence, Origin, Remark
from mlew.domain.workshop import Participant
from mlew.services.workshop_state import change
from tests.integration.improvement.bench import Bench
from tests.unit.cli.terminal import Terminal
from tests.workflow.after_practice import AfterPractice
from tests.workflow.rehearsal import WORKSHOP
from tests.workflow.testers import PHONE

FILES = {"README.md", "requirements.md", "scope.md", "assumptions.md", "evidence.md"}
RECORDS = {"records/evidence.md", "records/verdict.md", "records/press-release.md", "records/milestones.md"}
PERSON = "Quillon Harbottle"
MAIL = "quillon@example.com"


@pytest.fixture
def bench(after_practice: AfterPractice) -> Bench:
    """Pair a goes on and has its new press release; pair b was cut."""
    found = Bench(after_practice.again())
    practice = found.practice
    plan = found.workshop.plan
    named = plan.model_copy(update={"participants": (*plan.participants, Participant(name=PERSON))})
    change(practice.stores.workshops, WORKSHOP, plan=named)
    practice.improve(WORKSHOP)
    evidence = practice.stores.artifacts.latest(WORKSHOP, "evidence", "a")
    assert evidence is not None
    assert isinstance(evidence.body, Evidence)
    said = Remark(id="V99", text=f"Ask {PERSON} ({MAIL})", tester=PERSON, origin=Origin(kind="note", place="n:1"))
    found.edit("evidence", evidence.body.model_copy(update={"remarks": (*evidence.body.remarks, said)}))
    found.decide("a", "go", reason=f"{PERSON} agrees, {MAIL}")
    found.decide("b", "cut", reason="Nobody would use it")
    found.prove()
    found.iterate()
    return found


@pytest.fixture
def mlew(bench: Bench, tmp_path: Path) -> Terminal:
    terminal = Terminal(tmp_path / "home")
    terminal.stores, terminal.clock = bench.practice.stores, bench.practice.clock
    return terminal


def written(folder: Path) -> dict[str, str]:
    return {str(p.relative_to(folder)): p.read_text(encoding="utf-8") for p in folder.rglob("*.md")}


def test_only_what_goes_on_is_written_with_all_that_its_links_lead_to(mlew: Terminal, tmp_path: Path) -> None:
    out = tmp_path / "out"
    said = mlew("handover", WORKSHOP, "--out", str(out))

    assert said.code == 0, said.err
    files = written(out)
    assert set(files) == {f"specs/a/{name}" for name in FILES | RECORDS}
    for name, text in files.items():
        for link in re.findall(r"\]\(([^)#]+)\)", text):
            assert "://" in link or (out / name).parent.joinpath(link).is_file(), f"{name}: {link}"
    assert "personal data that rules cannot find" in said.err


def test_requirements_come_from_both_courses_and_all_criteria(mlew: Terminal, bench: Bench, tmp_path: Path) -> None:
    mlew("handover", WORKSHOP, "--out", str(tmp_path / "out"))
    text = (tmp_path / "out/specs/a/requirements.md").read_text(encoding="utf-8")

    release = bench.release()
    abnormal = [s for s in release.steps if s.course == "abnormal"]
    assert text.count("- R3.") == len(abnormal) > 1
    scope = (tmp_path / "out/specs/a/scope.md").read_text(encoding="utf-8")
    first, fan, *ahead = bench.iteration().milestones
    assert all(f"- {c.id} " in text for m in (first, fan) for c in m.criteria)
    assert all(f": {c.id} " in scope and f"- {c.id} " not in text for m in ahead for c in m.criteria)
    assert re.search(r"- R3\.1 IF .+ THEN THE .+ SHALL .+", text)


def test_assumptions_are_all_marked(mlew: Terminal, bench: Bench, tmp_path: Path) -> None:
    mlew("handover", WORKSHOP, "--out", str(tmp_path / "out"))
    lines = (tmp_path / "out/specs/a/assumptions.md").read_text(encoding="utf-8").splitlines()[2:]

    assert all(re.match(r"- \[ \] A\d+ .+ \(assumed\)$", line) for line in lines)
    assumed = [f for f in (*bench.release().faq, *bench.release().internal_faq) if f.assumed]
    assert sum("Refine FAQ" in line for line in lines) == len(assumed) > 0


@pytest.mark.parametrize("language", ["en", "ja"])
def test_nobody_can_be_known_from_it(mlew: Terminal, tmp_path: Path, language: str) -> None:
    mlew("handover", WORKSHOP, "--out", str(tmp_path / "out"), "--lang", language)

    texts = written(tmp_path / "out")
    everything = "\n".join(texts.values())
    assert not [secret for secret in (PERSON, "Harbottle", MAIL, PHONE) if secret in everything]
    assert "[name 1]" in texts["specs/a/records/evidence.md"]
    assert ("要件" in everything) == (language == "ja")


def test_a_file_that_somebody_changed_is_left_alone_unless_forced(mlew: Terminal, tmp_path: Path) -> None:
    out = tmp_path / "out"
    mlew("handover", WORKSHOP, "--out", str(out))
    ours, theirs = out / "specs/a/assumptions.md", "- [x] A1 found out\n"
    before = ours.read_text(encoding="utf-8")
    ours.write_text(theirs, encoding="utf-8")

    refused = mlew("handover", WORKSHOP, "--out", str(out))
    assert refused.code == 4
    assert "assumptions.md" in refused.err
    assert ours.read_text(encoding="utf-8") == theirs

    assert mlew("handover", WORKSHOP, "--out", str(out), "--force").code == 0
    assert ours.read_text(encoding="utf-8") == before


def test_our_own_files_are_renewed_and_a_strange_note_is_no_permit(
    mlew: Terminal, bench: Bench, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    mlew("handover", WORKSHOP, "--out", str(out))
    release = bench.release()
    headline = release.message.model_copy(update={"headline": "A new headline"})
    bench.edit("press_release", release.model_copy(update={"message": headline}))

    assert mlew("handover", WORKSHOP, "--out", str(out)).code == 0
    assert "A new headline" in (out / "specs/a/README.md").read_text(encoding="utf-8")
    for note in ("[]", "{", json.dumps({"files": []}), json.dumps({"files": {"specs/a/README.md": 1}})):
        (out / ".mlew-handover.json").write_text(note, encoding="utf-8")
        (out / "specs/a/README.md").write_text("mine", encoding="utf-8")
        assert mlew("handover", WORKSHOP, "--out", str(out)).code == 4
        assert (out / "specs/a/README.md").read_text(encoding="utf-8") == "mine"


def test_what_was_cut_since_is_named_and_a_cut_pair_is_refused(mlew: Terminal, bench: Bench, tmp_path: Path) -> None:
    out = tmp_path / "out"
    mlew("handover", WORKSHOP, "--out", str(out))
    bench.decide("b", "go", reason="Second thought")

    both = mlew("handover", WORKSHOP, "--out", str(out), "--json")
    assert [Path(f).name for f in both.data["folders"]] == ["a", "b"]

    bench.decide("b", "cut", reason="Third thought")
    assert "specs/b/README.md" in mlew("handover", WORKSHOP, "--out", str(out)).err
    refused = mlew("handover", WORKSHOP, "--out", str(out), "--pair", "b")
    assert (refused.code, "Pairs: a" in refused.err) == (3, True)


def test_a_pivot_and_silence_hand_nothing_over(mlew: Terminal, bench: Bench, tmp_path: Path) -> None:
    bench.decide("a", "pivot", reason="Another question")

    refused = mlew("handover", WORKSHOP, "--out", str(tmp_path / "out"))

    assert refused.code == 4
    assert "a: pivot, b: cut" in refused.err
    assert "mlew verdict decide" in refused.err
    assert not (tmp_path / "out").exists()
    assert mlew("handover", WORKSHOP, "--out", str(tmp_path / "out"), "--pair", "a").code == 4


def test_before_anybody_decided_it_says_so(without_evidence: AfterPractice, tmp_path: Path) -> None:
    terminal = Terminal(tmp_path / "home")
    terminal.stores = without_evidence.stores()

    refused = terminal("handover", WORKSHOP, "--out", str(tmp_path / "out"), "--lang", "ja")

    assert refused.code == 4
    assert "まだ誰も判断していない" in refused.err

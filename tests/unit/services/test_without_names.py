"""Bodies that leave the team: names go, everything that the product itself chose stays."""

from mlew.domain.iteration import Criterion, Iteration, Milestone, Scene, TestScript
from mlew.domain.personal_data import Masking
from mlew.domain.press_release import Faq, Message, PressRelease, Step
from mlew.domain.verdict import Proposal, Verdict
from mlew.services.without_names import without_names

MASKING = Masking("en", ["Go Normal", "Rate Mock", "Ann Fairweather"])


def test_every_text_is_masked_wherever_it_stands() -> None:
    said = "Ann Fairweather, ann@example.com, 090-1234-5678"
    hidden = "[name 1], [mail 1], [phone 1]"
    release = PressRelease(
        pair="a", message=Message(headline=said), steps=(Step(text=said),), faq=(Faq(question=said, answer=said),),
        provider=said, authors={"faq": (said,)}, extra=said,
    )  # fmt: skip
    found = without_names(release, MASKING)

    assert found.message.headline == found.steps[0].text == found.faq[0].question == found.extra == hidden
    assert (found.provider, found.authors) == (hidden, {"faq": (hidden,)})
    script = without_names(TestScript(sheet=(said,), scenes=(Scene(words=said, task=said, watch=(said,)),)), MASKING)
    assert script.sheet == script.scenes[0].watch == (hidden,)


def test_words_of_the_product_stay_even_if_somebody_is_called_so() -> None:
    masking = Masking("en", ["normal", "rate", "mock", "share", "go", "solved_and_decided"])
    criterion = Criterion(
        id="C1", group="share", statement="x", kind="rate", source="mock", comparator="at_least", threshold=1
    )
    body = Iteration(pair="a", milestones=(Milestone(name="share", criteria=(criterion,)),))
    verdict = Verdict(
        pair="a",
        proposal=Proposal(decision="go", reason="solved_and_decided", solved="passed", decided="passed",
                          back_to=("define",)),
    )  # fmt: skip

    assert without_names(body, masking) == body
    assert without_names(verdict, masking) == verdict
    assert without_names(PressRelease(pair="a", message=Message(), steps=(Step(text="x"),)), masking).steps[0].course

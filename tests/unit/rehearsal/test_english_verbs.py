import pytest

from mlew.rehearsal.phrase_en import EnglishPhrase
from mlew.rehearsal.verbs_en import base_of, third_person_phrase


@pytest.mark.parametrize(
    ("written", "do", "doing"),
    [
        (
            "Calls suppliers and asks for a quote",
            "call suppliers and ask for a quote",
            "calling suppliers and asking for a quote",
        ),
        (
            "She compares prices and terms, then picks one",
            "compare prices and terms, then pick one",
            "comparing prices and terms, then picking one",
        ),
        ("Writing post-cards to patients", "write post-cards to patients", "writing post-cards to patients"),
        ("Prunes the trees by hand", "prune the trees by hand", "pruning the trees by hand"),
        (
            "Fettle the castings and weigh them",
            "fettle the castings and weigh them",
            "fettling the castings and weighing them",
        ),
        (
            "Drives to the co-op and drops off crates",
            "drive to the co-op and drop off crates",
            "driving to the co-op and dropping off crates",
        ),
        ("to finish the close on time", "finish the close on time", "finishing the close on time"),
        ("Then they get approval before ordering", "get approval before ordering", "getting approval before ordering"),
        ("Orders are taken by phone", "have orders taken by phone", "having orders taken by phone"),
        (
            "The director changes the order",
            "have the director change the order",
            "having the director change the order",
        ),
        (
            "At month end checks invoices and disputes charges",
            "check invoices and dispute charges at month end",
            "checking invoices and disputing charges at month end",
        ),
        ("Keeps machines because nobody is sure", "keep machines", "keeping machines"),
        ("Every Monday, she prints the list", "print the list every Monday", "printing the list every Monday"),
        (
            "Weekly meeting with the boss",
            "go through “Weekly meeting with the boss”",
            "going through “Weekly meeting with the boss”",
        ),
    ],
)
def test_phrases_take_base_form_and_gerund(written: str, do: str, doing: str) -> None:
    phrase = EnglishPhrase(written)
    assert (phrase.do, phrase.doing, phrase.without) == (do, doing, f"without {doing}")


@pytest.mark.parametrize(
    ("written", "goal"),
    [
        ("No stock-outs", "have no stock-outs"),
        ("wants to save time", "save time"),
        ("The calendar is full", "reach “The calendar is full”"),
    ],
)
def test_purposes_follow_to(written: str, goal: str) -> None:
    assert EnglishPhrase(written).goal == goal


@pytest.mark.parametrize(
    ("written", "topic"),
    [
        ("Calls three suppliers by phone", "three suppliers"),
        ("Members phone in how many crates they expect", "crates"),
        ("Orders are taken by phone", "orders"),
        ("😀", ""),
    ],
)
def test_the_topic_is_what_is_acted_on(written: str, topic: str) -> None:
    assert EnglishPhrase(written).topic == topic


@pytest.mark.parametrize(
    ("word", "base"), [("calls", "call"), ("copies", "copy"), ("planned", "plan"), ("wrote", "write"), ("xyzzy", None)]
)
def test_base_forms(word: str, base: str | None) -> None:
    assert base_of(word) == base


def test_third_person_for_a_sheet_that_speaks_in_it() -> None:
    assert third_person_phrase("Look it up and carry on") == "Looks it up and carries on"

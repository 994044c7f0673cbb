"""Samples and own files; the latter are named and never read or sent."""

from playwright.sync_api import FilePayload, expect

from mlew.domain.screen_parts import Sample, UploadPart
from tests.browser.entries.conftest import OpenPart, alert, go_on, left

PART = UploadPart(
    label="A picture",
    accepts=(".jpg", ".png"),
    samples=(
        Sample(name="label.jpg", size="1 MB", finding="A model of 2019."),
        Sample(name="leak.png", size="2 MB", finding="The seal is torn."),
    ),
)


def own(name: str) -> FilePayload:
    return {"name": name, "mimeType": "application/octet-stream", "buffer": b"secret content"}


def test_without_a_file_the_screen_stays(open_part: OpenPart) -> None:
    page = open_part(PART)
    expect(page.get_by_text("No file yet.")).to_be_visible()
    go_on(page)
    assert alert(page) == "Choose a file or a sample"


def test_a_sample_is_read_and_its_finding_appears(open_part: OpenPart) -> None:
    page = open_part(PART)
    page.get_by_role("button", name="leak.png").press("Enter")
    expect(page.get_by_role("progressbar")).to_be_visible()
    expect(page.locator("[data-status]")).to_have_text("Reading leak.png…")
    expect(page.get_by_text("The seal is torn.")).to_be_visible()
    expect(page.get_by_text("A model of 2019.").first).to_be_hidden()
    expect(page.locator("[data-status]")).to_have_text("leak.png has been read")
    go_on(page)
    assert left(page)


def test_while_a_file_is_read_the_screen_stays(open_part: OpenPart) -> None:
    page = open_part(PART)
    page.get_by_role("button", name="leak.png").click()
    go_on(page)
    assert alert(page) == "One moment – your file is still being read"


ICON = "/pictures/mark.svg"
"""Of the page itself: the browser fetches it when it has time."""


def test_an_own_file_is_named_and_never_sent(open_part: OpenPart) -> None:
    page = open_part(PART)
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.url) if not request.url.endswith(ICON) else None)
    expect(page.get_by_text("Nothing is sent anywhere.")).to_be_visible()
    page.locator("[data-file]").set_input_files(own("Holiday.JPG"))
    entry = page.locator("[data-own]")
    expect(entry.get_by_text("Holiday.JPG")).to_be_visible()
    expect(entry.get_by_text("your file is not read")).to_be_visible()
    assert sent == []
    assert page.locator("[data-file]").evaluate("input => input.files.length") == 0


def test_a_wrong_kind_is_refused_with_what_would_fit(open_part: OpenPart) -> None:
    page = open_part(PART)
    page.locator("[data-file]").set_input_files(own("notes.txt"))
    expect(page.locator("[data-error]")).to_have_text("notes.txt cannot be used. Accepted: .jpg .png")
    page.get_by_role("button", name="label.jpg").click()
    expect(page.locator("[data-error]")).to_be_empty()


def test_the_specs_own_words_refuse_a_wrong_kind(open_part: OpenPart) -> None:
    page = open_part(PART.model_copy(update={"error": "Pictures only, please."}))
    page.locator("[data-file]").set_input_files(own("notes.txt"))
    expect(page.locator("[data-error]")).to_have_text("Pictures only, please.")


def test_a_dropped_file_is_taken(open_part: OpenPart) -> None:
    page = open_part(PART)
    data = page.evaluate_handle(
        "() => { const data = new DataTransfer(); data.items.add(new File(['x'], 'dropped.png')); return data; }"
    )
    page.locator("[data-drop]").dispatch_event("drop", {"dataTransfer": data})
    expect(page.locator("[data-own]").get_by_text("dropped.png")).to_be_visible()


def test_a_file_can_be_taken_back(open_part: OpenPart) -> None:
    page = open_part(PART, "ja", phone=True)
    page.get_by_role("button", name="label.jpg").tap()
    finding = page.locator("[data-finding]").get_by_text("A model of 2019.")
    expect(finding).to_be_visible()
    page.get_by_role("button", name="取り消す label.jpg").tap()
    expect(finding).to_be_hidden()
    expect(page.get_by_text("ファイルはまだありません。")).to_be_visible()


def test_without_a_script_findings_can_be_read(open_part: OpenPart) -> None:
    page = open_part(PART, script=False)
    expect(page.get_by_text("The seal is torn.")).to_be_visible()

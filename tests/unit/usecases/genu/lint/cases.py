"""For each rule, a file that breaks it and one that differs only in not breaking it."""

import codecs
import json
from dataclasses import dataclass
from typing import Any

from usecases.genu.lint.rulebook import GenuVersion
from usecases.genu.source import Source

TEMPLATE = "{{text:顧客}}について、{{select:長さ:短く,長く}}答えてください。"
EXAMPLES = [
    {"title": "食堂", "examples": {"顧客": "社員食堂の利用者", "長さ": "短く"}},
    {"title": "図書館", "examples": {"顧客": "図書館の利用者", "長さ": "長く"}},
]


def content(**changes: Any) -> dict[str, Any]:
    """A use case without a flaw, with some fields changed; ... leaves one out."""
    good: dict[str, Any] = {
        "title": "聞き取り",
        "description": "顧客について尋ねます",
        "promptTemplate": TEMPLATE,
        "inputExamples": EXAMPLES,
        "fixedModelId": "",
        "fileUpload": False,
    }
    return {key: value for key, value in {**good, **changes}.items() if value is not ...}


def source(name: str = "case.json", **changes: Any) -> Source:
    """As a file."""
    return Source(name, json.dumps(content(**changes), ensure_ascii=False, indent=2).encode())


def template(text: str, **values: str) -> Source:
    """A template, and an example with these values if there are any."""
    return source(promptTemplate=text, inputExamples=[{"title": "例", "examples": values}] if values else [])


def example(**changes: Any) -> Source:
    """The first example changed."""
    first = {key: value for key, value in {**EXAMPLES[0], **changes}.items() if value is not ...}
    return source(inputExamples=[first])


def values(**changes: Any) -> Source:
    """The first example's values changed."""
    return example(examples={"顧客": "社員食堂の利用者", "長さ": "短く", **changes})


def raw(text: str | bytes) -> Source:
    """Any file."""
    return Source("case.json", text if isinstance(text, bytes) else text.encode())


def attached(text: str) -> Source:
    """A use case that takes files."""
    return source(promptTemplate=text, inputExamples=[], fileUpload=True)


@dataclass(frozen=True)
class Case:
    """`at`: pointer of the finding in `bad`, and the text that stands at its place."""

    rule: str
    bad: Source
    good: Source
    at: tuple[str, str] = ("", "")
    version: GenuVersion = 4


WHOLE = source().raw.decode()
FIRST = "/inputExamples/0/examples"
T = "/promptTemplate"
CASES = (
    Case("file-suffix", source("case.txt"), source("CASE.JSON")),
    Case("file-undecodable", raw(WHOLE.encode("shift_jis")), source(), ("", "\ufffd")),
    Case("file-encoding", raw(codecs.BOM_UTF8 + WHOLE.encode()), source()),
    Case("file-encoding", raw(WHOLE.encode("utf-16")), source()),
    Case("json-broken", raw('{"title": "a",}'), source(), ("", "}")),
    Case("json-broken", raw('{"title": "a\nb"}'), source()),
    Case("json-broken", raw(""), source()),
    Case("json-broken", raw("[" * 100_000), source()),
    Case("json-not-object", raw("[]"), source(), ("", "[")),
    Case("json-not-object", raw("null"), source()),
    Case("key-twice", raw(WHOLE.replace('"title"', '"title": "x", "title"', 1)), source(), ("/title", '"title": "x"')),
    Case("required-missing", source(title=...), source()),
    Case("required-missing", source(promptTemplate=""), source(), (T, '""')),
    Case("field-missing", source(description=...), source(description="")),
    Case("field-missing", source(inputExamples=None), source(inputExamples=[]), ("/inputExamples", "null")),
    Case("field-unknown", source(version=2), source(), ("/version", '"version"')),
    Case("type-wrong", source(title=3), source(), ("/title", "3")),
    Case("type-wrong", source(promptTemplate=["a"]), source(), (T, "[")),
    Case("type-wrong", source(description={"a": 1}), source(), ("/description", "{")),
    Case("type-wrong", source(inputExamples="a"), source(), ("/inputExamples", '"a"')),
    Case("type-wrong", source(inputExamples={"a": 1}), source(), ("/inputExamples", "{")),
    Case("type-wrong", source(inputExamples=[None]), source(), ("/inputExamples/0", "null")),
    Case("type-wrong", source(fixedModelId=5), source(), ("/fixedModelId", "5")),
    Case("type-wrong", example(title={"a": 1}), example(title="a"), ("/inputExamples/0/title", "{")),
    Case("type-kept", source(description=3), source(description="3"), ("/description", "3")),
    Case("type-kept", example(title=3), example(title="3"), ("/inputExamples/0/title", "3")),
    Case("upload-not-boolean", source(fileUpload="false"), source(fileUpload=True), ("/fileUpload", '"false"')),
    Case("title-blank", source(title=" 　"), source(title=" 　x"), ("/title", '" 　"')),
    Case("template-blank", source(promptTemplate="　 "), source(), (T, '"　 "')),
    Case("template-without-field", template("やあ"), attached("やあ"), (T, "やあ")),
    Case("template-without-box", template("{{x}}"), template("{{x}}{{text:y}}"), (T, "{{x}}")),
    Case("item-too-large", template("{{text:あ}}" + "あ" * 137_000), template("{{text:あ}}" + "あ" * 136_000), ("", "{")),
    Case("item-large", template("{{text:あ}}" + "あ" * 70_000), template("{{text:あ}}" + "あ" * 60_000), ("", "{")),
    Case("example-key-empty", template("{{text:}}", **{"": "x"}), template("{{text}}", NOLABEL="x"), (f"{FIRST}/", '""')),
    Case("placeholder-misspelt", template("{{ text:A}}"), template("{{text:A}}"), (T, "{{ text:A}}")),
    Case("placeholder-misspelt", template("{{text:B}}{{Text：A}}"), template("{{text:A：}}"), (T, "{{Text：A}}")),
    Case("placeholder-unknown", template("{{text:B}} {{textarea:A}}"), template("{{text:B}} {text}"), (T, "{{textarea")),
    Case("placeholder-swallowed", template("{{ の例 {{text:A}}"), template("｛｛ の例 {{text:A}}"), (T, "{{ の")),
    Case("placeholder-swallowed", template("{{{text:A}}}"), template("｛{{text:A}}｝"), (T, "{{{text:A}}")),
    Case("placeholder-swallowed", template("{{text:A {{text:B}}"), template("{{text:A}} {{text:B}}"), (T, "{{text:A {{")),
    Case("placeholder-brace", template("{{text:B}}{{text:a}b}}"), template("{{text:a｝b}}"), (T, "{{text:a}b}}")),
    Case("placeholder-brace", template("{{text:B}}{{ text:a"), template("{{text:a}}"), (T, "{{ text:a")),
    Case("braces-open", template("{{text:B}} if {{ x"), template("{{text:B}} if { x"), (T, "{{ x")),
    Case("output-tag", template("{{text:A}}\n<output>"), template("{{text:A}}\n<result>"), (T, "<output>")),
    Case("label-lost", template('"{{text:時間(分)}}'), template("{{text:時間（分）}}"), (T, "{{text:時間(分)}}")),
    Case("label-lost", template("{{select:A:a?,b}}"), template("{{select:A:a？,b}}"), (T, "{{select:A:a?,b}}")),
    Case("label-lost", template("{{text:a{2}}"), template("{{text:a{}}"), (T, "{{text:a{2}}")),
    Case("label-lost", template("{{form:a^}}{{retrieveKendra:a^}}"), template("{{text:a]}}"), (T, "{{form:a^}}")),
    Case("label-hangs", template("{{text:C++}}"), template("{{text:C＋＋}}"), (T, "{{text:C++}}")),
    Case("label-hangs", template("{{text:a(}}"), template("{{text:a（}}"), (T, "{{text:a(}}")),
    Case("label-elsewhere", template("{{text:a.b}}{{text:axb}}"), template("{{text:a.b}}"), (T, "{{text:a.b}}")),
    Case("label-elsewhere", template("{{text:A|B}}"), template("{{text:A｜B}}"), (T, "{{text:A|B}}")),
    Case("label-nolabel", template("{{text:NOLABEL}}"), template("{{text}}"), (T, "{{text:NOLABEL}}")),
    Case("label-proto", template("{{text:__proto__}}"), template("{{text:constructor}}"), (T, "{{text:__proto__}}")),
    Case("label-empty", template("{{text:}}"), template("{{text}}"), (T, "{{text:}}")),
    Case("label-empty", template("{{select::a,b}}"), template("{{select:x:a,b}}"), (T, "{{select::a,b}}")),
    Case("label-blank", template("{{text:A }}"), template("{{text:A b}}"), (T, "{{text:A }}")),
    Case("label-blank", template("{{text:A\nb}}"), template("{{text:A b}}"), (T, "{{text:A")),
    Case("label-shared", template("{{text:A}}{{form:A}}"), template("{{text:A}}{{text:A}}"), (T, "{{form:A}}")),
    Case("select-without-options", template("{{select:A}}"), template("{{select:A:a}}"), (T, "{{select:A}}")),
    Case("option-empty", template("{{select:A:a,,b}}"), template("{{select:A:a,b}}"), (T, "{{select:A:a,,b}}")),
    Case("option-twice", template("{{select:A:a,b,a}}"), template("{{select:A:a,b,ａ}}"), (T, "{{select:A:a,b,a}}")),
    Case("option-blank", template("{{select:A:a, b}}"), template("{{select:A:a,b c}}"), (T, "{{select:A:a, b}}")),
    Case("select-colon", template("{{select:比率 1:2:a,b}}"), template("{{select:A:https://a.example,b}}"), (T, "{{select")),
    Case(
        "select-repeated",
        template("{{select:A:a,b}} {{select:A:b,c}}"),
        template("{{select:A:a,b}} {{select:A:a,b}}"),
        (T, "{{select:A:b,c}}"),
    ),
    Case("select-repeated", template("{{select:A:a,b}} {{select:A}}"), template("{{select:A:a,b}}"), (T, "{{select:A}}")),
    Case(
        "retrieve-without-box",
        template("{{text:B}}{{retrieveKendra:A}}"),
        template("{{form:A}}{{retrieveKendra:A}}"),
        (T, "{{retrieveKendra:A}}"),
    ),
    Case("retrieve-needs-rag", template("{{form}}{{retrieveKnowledgeBase}}"), template("{{text}}"), (T, "{{retrieve")),
    Case("form-unused", template("{{text:B}}{{form:A}}"), template("{{form:A}}{{retrieveKendra:A}}"), (T, "{{form:A}}")),
    Case("example-untitled", example(title=""), example(title="0"), ("/inputExamples/0/title", '""')),
    Case("example-untitled", example(title=...), example(), ("/inputExamples/0", "{")),
    Case("example-without-values", example(examples=...), example(), ("/inputExamples/0", "{")),
    Case("example-without-values", example(examples=["a"]), example(), (FIRST, "[")),
    Case("example-without-values", source(inputExamples=["a"]), example(), ("/inputExamples/0", '"a"')),
    Case("example-value-type", values(顧客=3), values(顧客="3"), (f"{FIRST}/顧客", "3")),
    Case("example-value-type", values(顧客=None), values(顧客="null"), (f"{FIRST}/顧客", "null")),
    Case("example-key-unknown", values(役割="聞き手"), values(), (f"{FIRST}/役割", '"役割"')),
    Case("example-key-unknown", values(**{"a/b~": "x"}), values(), (f"{FIRST}/a~1b~0", '"a/b~"')),
    Case("example-key-differs", template("{{text:KPI}}", **{"ＫＰＩ": "x"}), template("{{text:KPI}}", KPI="x"), (f"{FIRST}/ＫＰＩ", '"')),
    Case("example-key-differs", template("{{text:A}}", **{"A ": "x"}), template("{{text:A}}", A="x"), (f"{FIRST}/A ", '"A ')),
    Case(
        "examples-uneven",
        source(inputExamples=[EXAMPLES[0], {"title": "x", "examples": {"長さ": "短く"}}]),
        source(inputExamples=[EXAMPLES[0], {"title": "x", "examples": {"長さ": "短く", "顧客": "駅の利用者"}}]),
        ("/inputExamples/1", "{"),
    ),
    Case("example-wipes", values(顧客=""), values(顧客=" "), (f"{FIRST}/顧客", '""')),
    Case("example-option-unknown", values(長さ="ふつう"), values(長さ="長く"), (f"{FIRST}/長さ", '"ふつう"')),
    Case("value-pattern", values(顧客="\t100$& です"), values(顧客="100$1 & です"), (f"{FIRST}/顧客", "$& ")),
    Case("value-pattern", values(顧客="😀 $$"), values(顧客="$ $"), (f"{FIRST}/顧客", "$$")),
    Case("value-pattern", values(顧客="'^abc$'"), values(顧客="^abc$"), (f"{FIRST}/顧客", "$'")),
    Case("value-pattern", values(顧客="$`a`"), values(顧客="`a`$"), (f"{FIRST}/顧客", "$`")),
    Case("value-placeholder", values(顧客="{{select:長さ:短く,長く}}"), values(顧客="{{text:B}}"), (f"{FIRST}/顧客", '"{{')),
    Case("model-ignored", source(fixedModelId="a.model-v1:0"), source(fixedModelId=""), ("/fixedModelId", '"a.')),
    Case("model-fixed", source(fixedModelId="a.model-v1:0"), source(), ("/fixedModelId", '"a.'), version=5),
    Case("attachment-refused", attached("添付の plan.json を見て"), attached("添付の plan.md を見て"), (T, "plan.json")),
    Case("attachment-upper-case", attached("B.PDF {{text:A}}"), attached("B.pdf {{text:A}}"), (T, "B.PDF")),
    Case("attachment-renamed", attached("customer_profile.md"), attached("customer-profile.md"), (T, "customer_profile")),
    Case("attachment-renamed", attached("「資料.csv」"), attached("添付のshiryo.csv"), (T, "資料.csv")),
    Case("attachments-too-many", attached("a.md b.md c.md d.md e.md f.md"), attached("a.md b.md c.md d.md e.md a.md"), (T, "f.md")),
)  # fmt: skip

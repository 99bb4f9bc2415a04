from __future__ import annotations

import html
import io
import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from xml.etree import ElementTree

import pytest

from assistant.evaluation import Evaluation, Expected, Got, SetQuestion, evaluate
from assistant.rendering.evaluation import evaluation_json, figure_tables
from assistant.rendering.evaluation_page import evaluation_page
from assistant.rendering.terminal import Terminal
from tests.assistant.test_evaluation import EVACUATED, NOBODY, OPENED, RESULTS, RIGHT, WRONG, answered, refused


def test_the_terminal_shows_the_figures_in_tables() -> None:
    out = io.StringIO()
    Terminal(out).evaluation(evaluate(RESULTS))
    lines = [line.split() for line in out.getvalue().splitlines()]
    assert ["all", "ask", "4", "0.667", "0.333", "0.667", "0.667", "0.750"] in lines
    assert ["of", "answered", "2", "1.000", "0.500", "1.000", "1.000"] in lines
    assert ["search", "3", "1.000", "0.667", "1.000", "1.000"] in lines
    assert ["none", "nb", "2", "0.500"] in lines
    assert ["0.5", "to", "0.6", "1", "0.500", "1.000"] in lines
    assert "Confidence: area under the ROC curve 0.938 (answerable above unanswerable; 0.5 is chance)\n" in out.getvalue()
    assert out.getvalue().endswith(
        "Missed 3 of 6: 1 refused though answerable, 1 answered with another sentence, 1 answered though not answerable; "
        "1 without evidence or answers were not judged\n"
    )


def test_a_set_of_one_kind_has_only_the_tables_it_has_figures_for() -> None:
    only = evaluate([refused(NOBODY)])
    assert [table.title for table in figure_tables(only)] == ["Not answerable", "Confidence: what it says, and what came true"]
    assert only.area is None
    assert '"area": null' in evaluation_json(only)
    assert '<polyline class="curve"' not in evaluation_page(only, "set")


def test_the_json_holds_the_same_figures_and_each_miss() -> None:
    fields = json.loads(evaluation_json(evaluate(RESULTS)))
    assert (fields["schema"], fields["questions"], fields["unjudged"]) == ("belegg.evaluation/1", 6, 1)
    assert fields["all"]["ask"] == {"n": 3, "article": 0.667, "within": {"1": 0.333, "3": 0.667, "10": 0.667}}
    assert fields["groups"][1] == {
        "type": "none", "language": "nb", "answerable": 0, "answered": None, "ask": None, "of_answered": None, "search": None,
        "unanswerable": 2, "refused": 0.5,
    }  # fmt: skip
    assert fields["confidence"]["area"] == 0.938
    assert fields["confidence"]["bins"][-1] == {"low": 0.9, "high": 1.0, "n": 2, "confidence": 0.975, "answerable": 1.0, "right": 0.5}
    assert fields["misses"][0] == {
        "id": "q1", "question": EVACUATED.text, "language": "nb", "type": "number", "miss": "wrong", "confidence": 0.95,
        "expected": [{"doc_id": "ras-1", "text": "Om lag 140 personer er evakuert."}], "answers": ["140"],
        "got": [{"doc_id": "ras-1", "sentence": 5, "text": WRONG.text}, {"doc_id": "ras-1", "sentence": 4, "text": RIGHT.text}],
        "cited_at": 2, "ranked_at": 3,
    }  # fmt: skip


HOSTILE = "</title></style></h3><script>alert('x')</script><img src=x onerror=\"alert(1)\">&lt;b&gt; ' onload='x' \x1b[31m a\u202eb"
HARMLESS = "</title></style></h3><script>alert('x')</script><img src=x onerror=\"alert(1)\">&lt;b&gt; ' onload='x' [31m ab"
VOID = {"meta"}
ALLOWED = {
    "html", "head", "meta", "title", "style", "body", "h1", "h2", "h3", "p", "div", "table", "thead", "tbody", "tr", "th", "td", "figure",
    "figcaption", "svg", "rect", "line", "text", "circle", "polyline", "article", "dl", "dt", "dd", "code",
}  # fmt: skip


class Page(HTMLParser):
    """Reads a page as a browser does, and holds that every element is closed in its turn."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str | None]] = []
        self.texts: list[tuple[str, str]] = []
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes += attributes
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes += attributes

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, text: str) -> None:
        self.texts.append((self.open[-1] if self.open else "", text))

    def within(self, tag: str) -> list[str]:
        return [text for inside, text in self.texts if inside == tag]


@pytest.fixture
def hostile() -> Evaluation:
    question = SetQuestion(HOSTILE, HOSTILE, HOSTILE, HOSTILE, (HOSTILE,), (Expected(HOSTILE, HOSTILE),))
    got = Got(HOSTILE, 7, HOSTILE + " but another")
    return evaluate([answered(question, replace(got, doc_id="x"), ranked=(got,)), refused(question), answered(NOBODY, got)])


def test_a_page_of_hostile_text_is_only_text(hostile: Evaluation) -> None:
    text = evaluation_page(hostile, HOSTILE)
    page = Page(text)
    assert page.tags <= ALLOWED
    assert not [name for name, _ in page.attributes if name.startswith("on") or name in ("src", "href", "style", "action")]
    assert page.within("h1") == [HARMLESS]
    assert page.within("title")[0] == f"{HARMLESS}: evaluation"
    assert page.within("h3") == [HARMLESS, HARMLESS, NOBODY.text]
    assert {value for name, value in page.attributes if name == "lang"} == {"en", HARMLESS, "nb"}
    assert f"{HARMLESS}#7" in page.within("code")
    assert not [character for character in text if character in "\x1b\u202e"]


def test_the_page_needs_nothing_else() -> None:
    text = evaluation_page(evaluate(RESULTS), "set.jsonl")
    assert not re.search(r"https?:|//|url\(|@import|<script|<link", text)
    assert "default-src 'none'" in text
    assert "prefers-color-scheme: dark" in text
    assert 'name="viewport"' in text


def test_the_page_shows_each_miss_with_what_was_expected_and_got() -> None:
    page = Page(evaluation_page(evaluate(RESULTS), "set.jsonl"))
    assert page.within("h3") == [EVACUATED.text, OPENED.text, NOBODY.text]
    said = page.within("p")
    assert "answered with another sentence; the right sentence is cited as number 2; ranked 3 by search." in said
    assert "refused though answerable; ranked 1 by search." in said
    assert "answered though not answerable." in said
    assert {"ras-1#5", "ras-1#4", "bru#2", "ras-1", "bru"} == set(page.within("code"))
    assert "that the archive does not answer" in page.within("dd")


def test_a_right_sentence_that_search_has_nowhere_is_said_to_be() -> None:
    page = evaluation_page(evaluate([answered(EVACUATED, WRONG)]), "set.jsonl")
    assert "the right sentence is not among the first 100 of search." in page


def test_the_drawings_are_whole_and_count_the_questions() -> None:
    reliability, curve = re.findall(r"<svg.*?</svg>", evaluation_page(evaluate(RESULTS), "set.jsonl"), re.DOTALL)
    dots = ElementTree.fromstring(reliability).findall("circle")
    titled = [html.unescape(dot[0].text or "") for dot in dots if len(dot)]
    assert titled[-2:] == ["2 questions, mean confidence 0.97: 1.00 answerable", "2 questions, mean confidence 0.97: 0.50 right"]
    bars = ElementTree.fromstring(reliability).findall("rect[@class='bar']")
    assert [round(float(bar.get("height", ""))) for bar in bars] == [22, 44, 22, 44]
    line = ElementTree.fromstring(curve).find("polyline")
    assert line is not None
    assert line.get("points", "").split()[0] == "40.0,290.0"
    assert line.get("points", "").split()[-1] == "320.0,10.0"

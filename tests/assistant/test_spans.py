from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant import Citation, Claim
from assistant.composing import compose
from assistant.phrases import Measure, numbers, places, times
from assistant.questions import read_question
from assistant.rendering import answer_json, answer_markdown, one_line
from assistant.rendering.json import read_answer
from assistant.rendering.terminal import Terminal
from assistant.rendering.visible import parted
from assistant.spans import answer_span
from tests.assistant.test_rendering import ANSWER, CITATION, ESCAPE
from vectorstore.facts import SentenceFacts

WHAT = ("Hva sa Moe?", "Hva er X?", "Hva heter han?", "Hva skjer?")
SPANS = Path(__file__).parent / "spans"


def labelled(half: str) -> Iterator[tuple[str, str, str, tuple[int, int] | None]]:
    """Question, sentence's language, sentence, and the span that its braces mark."""
    for line in (SPANS / f"{half}.tsv").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            _, question, language, marked = line.split("\t")
            wanted = (marked.index("{"), marked.index("}") - 1) if "{" in marked else None
            yield question, language, marked.replace("{", "").replace("}", ""), wanted


def answered(question: str, sentence: str, language: str = "nb") -> str | None:
    span = answer_span(read_question(question), sentence, language)
    return sentence[span[0] : span[1]] if span else None


def overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return max(one[0], other[0]) < min(one[1], other[1])


# The labelled sentences


@pytest.mark.parametrize(("half", "exact", "silent"), [("tuned", 0.92, 0.95), ("held_back", 0.90, 0.90)])
def test_the_words_that_answer_are_found(half: str, exact: float, silent: float) -> None:
    rows = list(labelled(half))
    found = [(answer_span(read_question(question), text, language), wanted) for question, language, text, wanted in rows]
    answers = [(span, wanted) for span, wanted in found if wanted]
    nothing = [span for span, wanted in found if not wanted]
    given_ = [(span, wanted) for span, wanted in answers if span]
    assert (len(answers), len(nothing)) == (107, 22)
    assert sum(span == wanted for span, wanted in answers) / len(answers) >= exact
    assert sum(overlap(span, wanted) for span, wanted in given_) / (len(given_) + sum(map(bool, nothing))) >= 0.97
    assert sum(overlap(span, wanted) for span, wanted in given_) / len(answers) >= 0.94
    assert sum(span is None for span in nothing) / len(nothing) >= silent


# Kinds, each with what it must not be taken for


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("Hvor mange så kampen?", "Kampen endte 3–1 lørdag 12. oktober 2024 klokka 18.30."),
        ("Hvor mange ble drept?", "Kari Vik (43) ble drept 2. mai 2019 i Storgata 12."),
        ("Hvor mange hus brant ned?", "Et hus på 120 kvadratmeter brant ned i 1974."),
        ("How many people died?", "The 19th attack came at 10 p.m. on May 3, 2021, on page 4."),
    ],
)
def test_a_date_a_time_a_score_an_age_and_an_address_count_nothing(question: str, sentence: str) -> None:
    assert answered(question, sentence, "en" if question.startswith("How") else "nb") is None


def test_numbers_keep_their_qualifier_and_unit() -> None:
    text = "Nærmere 45.000 flyktninger, 2,3 milliarder kroner, 44 prosent, 3–4 kilometer og ti ganger."
    found = [(text[number.start : number.end], number.measure) for number in numbers(text, "nb")]
    assert found == [
        ("Nærmere 45.000 flyktninger", Measure.COUNT), ("2,3 milliarder kroner", Measure.MONEY), ("44 prosent", Measure.SHARE),
        ("3–4 kilometer", Measure.SIZE), ("ti ganger", Measure.TIMES),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    ["i oktober i fjor", "natt til søndag 8. mars", "fra 1998 til 2004", "for tre uker siden", "på 1970-tallet", "i 334 f.Kr.",
     "klokka 04.17",
     "on 12 February 2024", "in the spring of 2011", "shortly after 10 p.m.", "three days ago", "hausten 2026", "innen 1. september"],
)  # fmt: skip
def test_a_time_is_one_expression(text: str) -> None:
    sentence = f"Det hendte {text}, sa hun."
    assert [sentence[start:end] for start, end in times(sentence)] == [text]


def test_the_verb_may_is_no_month() -> None:
    assert times("The army may attack the town.") == []


def test_a_place_has_its_preposition_and_no_time() -> None:
    text = "Bilen ble funnet ved brua i Nordvåg i oktober."
    assert [text[place.start : place.end] for place in places(text, "nb")] == ["ved brua i Nordvåg"]


def test_two_numbers_as_near_are_none() -> None:
    assert answered("Hvor mange er evakuert?", "Ifølge listene 120 og 140.") is None


def test_a_reason_is_no_attribution() -> None:
    sentence = "Veien er stengt fordi skråningen kan gå, sier ordfører Moe."
    assert answered("Hvorfor er veien stengt?", sentence) == "fordi skråningen kan gå"


@pytest.mark.parametrize("text", ["", " ", "–", "«", "1", "12.", "(", "Hva?"])
@pytest.mark.parametrize(
    "question", ["Hvor mange?", "Når?", "Hvem?", "Hvor?", "Hvorfor?", "Hva sa Moe?", "Hva er X?", "Hva heter han?", "Hva skjer?"]
)
def test_scraps_raise_nothing(question: str, text: str) -> None:
    span = answer_span(read_question(question), text, "nb")
    assert span is None or 0 <= span[0] < span[1] <= len(text)


@given(
    st.text(max_size=200),
    st.sampled_from(["Hvor mange døde?", "Når skjedde det?", "Who did it?", "Hvor er hun?", "Why?", *WHAT]),
)
def test_a_span_lies_in_its_sentence_and_begins_and_ends_with_what_is_seen(text: str, question: str) -> None:
    span = answer_span(read_question(question), text, "nb")
    if span:
        assert 0 <= span[0] < span[1] <= len(text)
        assert text[span[0] : span[1]].strip() == text[span[0] : span[1]]


@pytest.mark.parametrize("sign", ["a", "1 ", "A ", "fordi ", "“", "– ", "i A", "12."])
def test_a_long_sentence_takes_no_long_time(sign: str) -> None:
    for question in ("Hvor mange døde?", "Når skjedde det?", "Hvem gjorde det?", "Hvor er hun?", "Hvorfor?", "Hva sa Moe?", "Hva er Moe?"):
        answer_span(read_question(question), sign * 750, "nb")


# On its way to the reader

SPANNED = replace(ANSWER, claims=(replace(ANSWER.claims[0], span=(0, 18)),))


def test_a_claim_has_its_span_and_a_damaged_sentence_none() -> None:
    question = read_question("Hvor mange er evakuert i Nordvåg?")
    _, claims = compose(question, (CITATION, replace(CITATION, number=2, damage="the end is missing")), (SentenceFacts(), SentenceFacts()))
    assert [claim.span for claim in claims] == [(0, 18), None]
    assert CITATION.text[:18] == "Minst 120 personer"


def test_the_span_is_in_the_json_and_comes_back() -> None:
    assert json.loads(answer_json(SPANNED))["claims"][0]["span"] == [0, 18]
    assert json.loads(answer_json(ANSWER))["claims"][0]["span"] is None
    assert read_answer(answer_json(SPANNED)) == SPANNED


def test_an_answer_kept_before_there_were_spans_is_read() -> None:
    fields = json.loads(answer_json(ANSWER))
    del fields["claims"][0]["span"]
    assert read_answer(json.dumps(fields)) == ANSWER


def printed(terminal_answer: object) -> str:
    out = io.StringIO()
    Terminal(out).answer(terminal_answer)  # type: ignore[arg-type]
    return out.getvalue()


def test_a_piped_answer_is_the_same_with_a_span() -> None:
    assert printed(SPANNED) == printed(ANSWER)
    assert not ESCAPE.search(printed(SPANNED))


def test_the_span_is_bold_and_underlined_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in (("FORCE_COLOR", "1"), ("TERM", "xterm-256color"), ("COLUMNS", "100")):
        monkeypatch.setenv(name, value)
    assert re.findall(r"\x1b\[1;4m([^\x1b]*)", printed(SPANNED)) == ["Minst 120 personer"]
    assert "\x1b[1;4m" not in printed(ANSWER)


def spanning(text: str, start: int, end: int) -> str:
    citation = replace(CITATION, text=text)
    return answer_markdown(replace(ANSWER, claims=(Claim(text, (1,), span=(start, end)),), citations=(citation,)))


def test_the_span_is_bold_in_markdown_and_escaped() -> None:
    assert "“**Minst 120 personer** er evakuert i Nordvåg.”" in answer_markdown(SPANNED)
    text = "Han eier *to* [båter](https://e) og <b>."
    assert "Han eier **\\*to\\* \\[båter\\](https://e)** og \\<b\\>." in spanning(text, 9, 32)


def test_a_span_counts_what_is_not_shown() -> None:
    text = "I\u200b dag\n\n ble \x1b[31m120\u202e\tpersoner  evakuert."
    start, end = text.index("120"), text.index("personer") + 8
    assert parted(text, (start, end)) == ("I dag ble [31m", "120 personer", " evakuert.")


@given(st.text(max_size=60), st.integers(0, 60), st.integers(0, 60))
def test_the_parts_of_a_text_are_the_text(text: str, start: int, end: int) -> None:
    span = (min(start, end, len(text)), min(max(start, end), len(text)))
    assert "".join(parted(text, span)) == "".join(parted(text, None)) == one_line(text)


def test_only_the_citation_of_the_claim_is_marked() -> None:
    second: Citation = replace(CITATION, number=2)
    answer = replace(SPANNED, citations=(CITATION, second))
    assert answer.spans == {1: (0, 18)}
    assert answer_markdown(answer).count("**") == 2

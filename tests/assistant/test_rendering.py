from __future__ import annotations

import html
import io
import json
import re
from dataclasses import replace

import pytest

from assistant import Answer, Citation, Claim, Conflict, ConflictRow, Figure, Outcome, Searched
from assistant.rendering import answer_json, answer_markdown, hits_json, one_line, visible
from assistant.rendering.json import read_answer
from assistant.rendering.links import article_link, sentence_link
from assistant.rendering.source import describe_search
from assistant.rendering.terminal import Terminal
from vectorstore import Article, ArticleRow, Block, BlockKind, Extent, Hit, Published, Sentence, SourceRow

CITATION = Citation(
    number=1, doc_id="ras-1", version=2, title="Stort ras i Nordvåg", publisher="Nordvåg Avis", published="2024-10-08",
    url="https://example.org/ras", sentence=4, start=120, end=163, text="Minst 120 personer er evakuert i Nordvåg.",
    block=BlockKind.BODY, language="nb", damage="", score=1.25, before="Raset gikk i natt.", after="Tre er savnet.",
)  # fmt: skip

SEARCHED = Searched(Extent(24, "2024-01-25", "2025-06-10", ("en", "nb")), ("evakuert", "nordvåg"))

ANSWER = Answer(
    question="Hvor mange er evakuert?", language="nb", status=Outcome.ANSWERED, confidence=0.5, text=f"{CITATION.text} [1]",
    searched=SEARCHED, claims=(Claim(CITATION.text, (1,), None, "2024-10-08"),), citations=(CITATION,),
)  # fmt: skip

NOT_FOUND = Answer(
    question="Hvem sa det?", language="nb", status=Outcome.NOT_FOUND, confidence=0.0, text="Arkivet svarer ikke på dette.",
    searched=SEARCHED, nearest=(CITATION,),
)  # fmt: skip

ESCAPE = re.compile(r"\x1b")
LINK = re.compile(r"\x1b\]8;[^;]*;([^\x1b]+)\x1b\\")
COLOUR = re.compile(r"\x1b\[(?:\d+;)*(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])(?:;\d+)*m")
HOSTILE = "[red]x[/red] [link=https://evil.example]y[/link] :smile: \x1b[31mrød\x1b[0m \x9b2J\x07 a\u202eb\u2066c\u200fd\u200be\x00f"
HARMLESS = "[red]x[/red] [link=https://evil.example]y[/link] :smile: [31mrød[0m 2J abcdef"


def citing(text: str = CITATION.text, **others: str) -> Answer:
    citation = replace(CITATION, text=text, **others)  # type: ignore[arg-type]
    return replace(ANSWER, text=f"{text} [1]", claims=(Claim(text, (1,)),), citations=(citation,))


def printed(answer: Answer) -> str:
    out = io.StringIO()
    Terminal(out).answer(answer)
    return out.getvalue()


@pytest.fixture
def forced_terminal(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """A terminal with colours, 100 columns wide, whatever the tests run in."""
    for name, value in (("FORCE_COLOR", "1"), ("TERM", "xterm-256color"), ("COLUMNS", "100")):
        monkeypatch.setenv(name, value)
    return monkeypatch


# JSON


def test_the_json_of_an_answer_has_the_fields_of_the_contract() -> None:
    fields = json.loads(answer_json(ANSWER))
    assert fields.keys() >= {
        "schema", "question", "language", "status", "confidence", "text", "claims", "citations", "conflicts", "searched", "nearest",
    }  # fmt: skip
    assert fields["claims"][0].keys() >= {"text", "citations", "speaker", "as_of", "hedged", "figure"}
    assert fields["citations"][0].keys() >= {
        "number", "doc_id", "version", "title", "publisher", "published", "url", "sentence", "start", "end", "text", "block",
        "language", "speaker", "damaged", "score",
    }  # fmt: skip
    assert fields["searched"].keys() >= {"articles", "from", "to", "languages", "queries"}
    assert "id" not in fields


def test_the_json_of_an_answer_says_what_the_answer_says() -> None:
    fields = json.loads(answer_json(ANSWER))
    assert (fields["schema"], fields["question"], fields["language"]) == ("belegg.answer/1", "Hvor mange er evakuert?", "nb")
    assert (fields["status"], fields["confidence"], fields["text"]) == ("answered", 0.5, f"{CITATION.text} [1]")
    assert fields["claims"] == [
        {"text": CITATION.text, "citations": [1], "speaker": None, "as_of": "2024-10-08", "hedged": False, "figure": None, "span": None}
    ]
    (citation,) = fields["citations"]
    assert (citation["number"], citation["doc_id"], citation["version"]) == (1, "ras-1", 2)
    assert (citation["sentence"], citation["start"], citation["end"], citation["text"]) == (4, 120, 163, CITATION.text)
    assert (citation["title"], citation["publisher"]) == ("Stort ras i Nordvåg", "Nordvåg Avis")
    assert (citation["published"], citation["url"]) == ("2024-10-08", "https://example.org/ras")
    assert (citation["block"], citation["language"], citation["speaker"]) == ("body", "nb", None)
    assert (citation["damaged"], citation["score"]) == (False, 1.25)
    assert fields["conflicts"] == fields["nearest"] == []
    assert fields["searched"] == {
        "articles": 24, "from": "2024-01-25", "to": "2025-06-10", "languages": ["en", "nb"], "queries": ["evakuert", "nordvåg"],
        "window": None, "source": None, "unknown": [], "in_english": [],
    }  # fmt: skip


def test_not_found_says_with_which_words_of_both_languages_it_was_sought() -> None:
    answer = replace(NOT_FOUND, searched=replace(SEARCHED, in_english=("evacuated",)))
    said = "Searched 24 articles, 2024-01-25 to 2025-06-10 (en, nb) for: evakuert, nordvåg"
    assert describe_search(answer) == f"{said}; in English: evacuated."
    assert describe_search(replace(answer, searched=SEARCHED)) == f"{said}."


def test_names_that_are_nowhere_are_in_the_json_and_read_back() -> None:
    answer = replace(NOT_FOUND, searched=replace(SEARCHED, unknown=("Angela Merkel",), in_english=("visit",)))
    assert json.loads(answer_json(answer))["searched"]["unknown"] == ["Angela Merkel"]
    assert read_answer(answer_json(answer)) == answer


def test_an_answer_kept_from_before_there_were_unknown_names_is_read() -> None:
    fields = json.loads(answer_json(NOT_FOUND))
    del fields["searched"]["unknown"], fields["searched"]["in_english"]
    assert read_answer(json.dumps(fields)) == NOT_FOUND


def test_figures_conflicts_and_speakers_are_in_the_json_too() -> None:
    figure = Figure(28000, 28000, 28000, "people", "about")
    claim = Claim("Some 28,000 fled, the UN said.", (1,), "UN", "2016-11", True, figure)
    conflict = Conflict("fled", (ConflictRow("28000", "UN", "2016-11", 1), ConflictRow("45000", None, None, 1)))
    answer = replace(ANSWER, status=Outcome.CONFLICTING, claims=(claim,), conflicts=(conflict,))
    fields = json.loads(answer_json(answer))
    assert fields["status"] == "conflicting"
    assert (fields["claims"][0]["speaker"], fields["claims"][0]["hedged"]) == ("UN", True)
    assert fields["claims"][0]["figure"] == {"value": 28000, "low": 28000, "high": 28000, "unit": "people", "qualifier": "about"}
    assert fields["conflicts"] == [
        {
            "about": "fled",
            "rows": [
                {"value": "28000", "speaker": "UN", "as_of": "2016-11", "citation": 1},
                {"value": "45000", "speaker": None, "as_of": None, "citation": 1},
            ],
        }
    ]


def test_what_is_not_known_is_null_in_the_json() -> None:
    unknown = replace(CITATION, published="", url="", damage="the end is missing")
    answer = replace(NOT_FOUND, nearest=(unknown,), searched=Searched(Extent(0, "", "", ()), ()))
    fields = json.loads(answer_json(answer))
    assert (fields["status"], fields["citations"], fields["claims"]) == ("not_found", [], [])
    assert (fields["nearest"][0]["published"], fields["nearest"][0]["url"]) == (None, None)
    assert fields["nearest"][0]["damaged"] is True
    assert fields["searched"] == {
        "articles": 0, "from": None, "to": None, "languages": [], "queries": [],
        "window": None, "source": None, "unknown": [], "in_english": [],
    }  # fmt: skip


def test_json_is_one_line_and_keeps_every_character_of_the_text() -> None:
    line = answer_json(citing(HOSTILE + "\n\t\"'\\ æøå – ’"))
    assert "\n" not in line
    assert "æøå – ’" in line
    assert json.loads(line)["citations"][0]["text"] == HOSTILE + "\n\t\"'\\ æøå – ’"


def test_a_line_of_a_batch_begins_with_its_id() -> None:
    assert json.loads(answer_json(ANSWER, question_id="q-7"))["id"] == "q-7"
    assert json.loads(answer_json(ANSWER, question_id=""))["id"] == ""
    assert json.loads(hits_json([], question_id="q-7")) == {"id": "q-7", "hits": []}


def test_hits_are_given_with_their_place_and_score() -> None:
    sentence = Sentence(3, 10, 28, "Ferja står i ro nå.", BlockKind.BODY, "nb")
    hits = [Hit(Article("ferje-1", ""), sentence, score=1.5)]
    assert json.loads(hits_json(hits)) == {
        "hits": [{"doc_id": "ferje-1", "sentence": 3, "start": 10, "end": 28, "text": "Ferja står i ro nå.", "score": 1.5}]
    }


# Markdown


def test_markdown_has_the_question_the_answer_and_its_source() -> None:
    assert answer_markdown(ANSWER).splitlines() == [
        "## Hvor mange er evakuert?",
        "",
        "Minst 120 personer er evakuert i Nordvåg. \\[1\\]",
        "",
        "1. “Minst 120 personer er evakuert i Nordvåg.” — Stort ras i Nordvåg, Nordvåg Avis, 2024-10-08, ras-1\\#4",
    ]


def test_markdown_of_what_was_not_found_says_what_was_searched() -> None:
    text = answer_markdown(NOT_FOUND)
    assert "Arkivet svarer ikke på dette. Searched 24 articles, 2024-01-25 to 2025-06-10 (en, nb) for: evakuert, nordvåg." in text
    assert text.index("Nearest, not an answer:") < text.index("1. “Minst 120")


def test_markdown_signs_in_a_text_are_escaped() -> None:
    text = answer_markdown(replace(citing("*a* _b_ `c` [d](https://e) <f> # g ![h] | i {j} \\"), question="<script>*x*"))
    assert "\\*a\\* \\_b\\_ \\`c\\` \\[d\\](https://e) \\<f\\> \\# g \\!\\[h\\] \\| i \\{j\\} \\\\" in text
    assert text.startswith("## \\<script\\>\\*x\\*\n")


def test_a_text_cannot_break_out_of_its_line_in_markdown() -> None:
    lines = answer_markdown(citing("Første\n\n# Overskrift\n- punkt", title="To\nlinjer")).splitlines()
    assert [line for line in lines if line.startswith(("#", "-"))] == ["## Hvor mange er evakuert?"]
    assert "To linjer" in lines[-1]


def test_markdown_marks_a_damaged_sentence() -> None:
    assert "(damaged: the beginning is missing)" in answer_markdown(citing(damage="the beginning is missing"))
    assert "damaged" not in answer_markdown(ANSWER)


@pytest.mark.parametrize("text", ["- Vi har evakuert 120, sier hun.", "+ 5 grader ble målt.", "1986. Da kom skolen."])
def test_a_sentence_does_not_become_a_list_in_markdown(text: str) -> None:
    assert not re.match(r"[-+*] |\d+[.)] ", answer_markdown(citing(text)).splitlines()[2])


def test_an_entity_in_a_text_is_shown_as_it_is_written() -> None:
    line = answer_markdown(citing("A &lt;b&gt; c")).splitlines()[2]
    assert "&lt;b&gt;" in html.unescape(line.replace("\\&", "&amp;"))


# The terminal


def test_piped_output_is_plain_and_never_wrapped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    long = "Minst 120 personer er evakuert. " * 10
    lines = printed(citing(long)).splitlines()
    assert not ESCAPE.search("\n".join(lines))
    assert lines == [
        f"{long.strip()} [1]",
        "",
        "[1] Stort ras i Nordvåg, Nordvåg Avis, 2024-10-08, ras-1#4",
        "    Raset gikk i natt.",
        f"  > {long.strip()}",
        "    Tre er savnet.",
    ]


def test_a_citation_without_neighbours_stands_alone() -> None:
    assert printed(citing(before="", after="")).splitlines()[2:] == [
        "[1] Stort ras i Nordvåg, Nordvåg Avis, 2024-10-08, ras-1#4",
        "  > Minst 120 personer er evakuert i Nordvåg.",
    ]


def test_what_was_not_found_shows_what_was_searched_and_the_nearest() -> None:
    assert printed(NOT_FOUND).splitlines() == [
        "Arkivet svarer ikke på dette.",
        "Searched 24 articles, 2024-01-25 to 2025-06-10 (en, nb) for: evakuert, nordvåg.",
        "Nearest, not an answer:",
        "",
        "[1] Stort ras i Nordvåg, Nordvåg Avis, 2024-10-08, ras-1#4",
        "    Raset gikk i natt.",
        "  > Minst 120 personer er evakuert i Nordvåg.",
        "    Tre er savnet.",
    ]


def test_a_damaged_sentence_and_a_labelled_block_are_marked_in_the_source() -> None:
    assert "ras-1#4  damaged: the end is missing" in printed(citing(damage="the end is missing"))
    caption = replace(ANSWER, citations=(replace(CITATION, block=BlockKind.CAPTION, published=""),))
    assert "Nordvåg Avis, no date, ras-1#4, in the caption" in printed(caption)


def test_a_text_comes_out_harmless_and_verbatim() -> None:
    shown = printed(replace(citing(HOSTILE, title=HOSTILE, doc_id=HOSTILE, publisher=HOSTILE), question=HOSTILE))
    assert shown.count(HARMLESS) == 5
    assert set(re.findall(r"[^\x20-\x7e\n]", shown)) <= set("ørå")


def test_a_text_comes_out_harmless_on_a_terminal(forced_terminal: pytest.MonkeyPatch) -> None:
    shown = printed(citing(HOSTILE, title=HOSTILE))
    assert "\x1b[31m" not in shown
    assert not re.search(r"[\x00-\x09\x0b-\x1a\x1c-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069]", shown)
    assert "[red]x[/red] [link=https://evil.example]y[/link] :smile: [31mrød" in re.sub(r"\x1b(?:\[[\d;]*m|\][^\x1b]*\x1b\\)", "", shown)


def test_every_character_that_changes_direction_is_taken_out() -> None:
    marks = "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
    assert visible(f"a{marks}b") == "ab"


def test_the_arabic_letter_mark_is_taken_out() -> None:
    assert visible("a\u061cb") == "ab"


def test_ordinary_text_stays_as_it_is() -> None:
    text = "– «Æ» “ø” å\u00a0é ñ ü, 1 900 – 45.000; 日本語, العربية, emoji 🙂"
    assert visible(text) == text


def test_a_web_address_is_a_link_on_a_terminal(forced_terminal: pytest.MonkeyPatch) -> None:
    shown = printed(ANSWER)
    assert LINK.findall(shown) == ["https://example.org/ras"]
    assert COLOUR.search(shown)


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", " https.example.org", "\x1b]8;;https://evil\x1b\\", ""]
)
def test_what_is_no_web_address_is_no_link(forced_terminal: pytest.MonkeyPatch, url: str) -> None:
    assert LINK.findall(printed(citing(url=url))) == []
    assert sentence_link(replace(CITATION, url=url)) == ""


def test_an_address_cannot_carry_an_escape_sequence(forced_terminal: pytest.MonkeyPatch) -> None:
    shown = printed(citing(url="https://example.org/\x1b\\\x1b[2Ja b"))
    assert LINK.findall(shown) == []
    assert "\x1b[2J" not in shown


def test_no_color_leaves_no_colour(forced_terminal: pytest.MonkeyPatch) -> None:
    assert COLOUR.search(printed(ANSWER))
    forced_terminal.setenv("NO_COLOR", "1")
    assert not COLOUR.search(printed(ANSWER))


def test_a_dumb_terminal_gets_no_escape_sequence(forced_terminal: pytest.MonkeyPatch) -> None:
    forced_terminal.setenv("TERM", "dumb")
    assert not ESCAPE.search(printed(ANSWER))


def test_lines_on_a_wide_terminal_stay_readable(forced_terminal: pytest.MonkeyPatch) -> None:
    forced_terminal.setenv("COLUMNS", "300")
    shown = re.sub(r"\x1b(?:\[[\d;]*m|\][^\x1b]*\x1b\\)", "", printed(citing("Minst 120 personer er evakuert. " * 10)))
    assert 60 < max(map(len, shown.splitlines())) <= 100


def article_row() -> ArticleRow:
    text = "Ras\nMinst 120 er evakuert. Tre er savnet, og\nFoto: NTB\n- Les også: Mer [red]x[/red]"
    sentences = (
        Sentence(1, 0, 3, "Ras", BlockKind.HEADLINE, "nb"),
        Sentence(2, 4, 26, text[4:26], BlockKind.LEAD, "nb"),
        Sentence(3, 27, 44, text[27:44], BlockKind.LEAD, "nb", "the end is missing"),
        Sentence(4, 45, 54, text[45:54], BlockKind.CREDIT, "nb"),
        Sentence(5, 55, len(text), text[55:], BlockKind.TEASER, "nb"),
    )
    blocks = (
        Block(BlockKind.HEADLINE, 0, 3), Block(BlockKind.LEAD, 4, 44), Block(BlockKind.CREDIT, 45, 54),
        Block(BlockKind.TEASER, 55, len(text)),
    )  # fmt: skip
    url = "https://example.org/ras"
    article = Article("ras-1", text, "Ras", "Nordvåg Avis", "Kari Strand", Published("2024-10"), "nb", url, 2)
    return ArticleRow(article, blocks, sentences)


def test_an_article_is_shown_block_by_block_with_one_sentence_marked() -> None:
    out = io.StringIO()
    Terminal(out).article(article_row(), 2)
    assert out.getvalue().splitlines() == [
        "Ras",
        "Nordvåg Avis, Kari Strand, 2024-10, https://example.org/ras",
        "ras-1, version 2, nb",
        "",
        "1 Ras",
        "",
        "2 >> Minst 120 er evakuert. 3 Tre er savnet, og (damaged: the end is missing)",
        "",
        "[credit] 4 Foto: NTB",
        "",
        "[teaser] 5 - Les også: Mer [red]x[/red]",
    ]


def test_no_sentence_is_marked_where_none_is_asked_for() -> None:
    out = io.StringIO()
    Terminal(out).article(article_row(), None)
    assert ">>" not in out.getvalue()


def test_hits_are_printed_one_to_a_line_with_their_place() -> None:
    out = io.StringIO()
    sentence = Sentence(3, 10, 28, "Ferja står\ni ro nå.", BlockKind.BODY, "nb")
    Terminal(out).hits([Hit(Article("ferje-1", ""), sentence, score=1.5), Hit(Article("ferje-2", ""), sentence, score=0.5)])
    assert [line.split(None, 1)[1] for line in out.getvalue().splitlines()] == [
        "ferje-1#3  Ferja står i ro nå.",
        "ferje-2#3  Ferja står i ro nå.",
    ]


def test_sources_and_articles_are_printed_a_line_each() -> None:
    out = io.StringIO()
    terminal = Terminal(out)
    terminal.sources([SourceRow("NTB [b]", "nb", 3, "2024-01-01", "2024-12-31", 1), SourceRow("", "", 1, "", "", 1)])
    terminal.articles([Article("ras-1", "", "Stort\nras", published=Published("2024-10")), Article("ras-2", "", "Lite ras", language="nn")])
    assert [line.split() for line in out.getvalue().splitlines()] == [
        ["publisher", "language", "articles", "first", "last", "undated"],
        ["NTB", "[b]", "nb", "3", "2024-01-01", "2024-12-31", "1"],
        ["(not", "given)", "?", "1", "1"],
        ["ras-1", "2024-10", "?", "Stort", "ras"],
        ["ras-2", "no", "date", "nn", "Lite", "ras"],
    ]


def test_piped_sources_are_never_wrapped() -> None:
    out = io.StringIO()
    publisher = "Pressekontoret for de nordlige kystkommunene og øyene utenfor"
    Terminal(out).sources([SourceRow(publisher, "nb", 3, "2024-01-01", "2024-12-31", 0)])
    assert publisher in out.getvalue()


# Links to a sentence


def test_a_short_sentence_is_linked_whole() -> None:
    assert sentence_link(replace(CITATION, text="Tre er savnet.")) == "https://example.org/ras#:~:text=Tre%20er%20savnet."


def test_a_long_sentence_is_linked_by_its_first_and_last_words() -> None:
    citation = replace(CITATION, text="en to tre fire fem seks sju åtte ni")
    assert sentence_link(citation) == "https://example.org/ras#:~:text=en%20to%20tre%20fire,seks%20sju%20%C3%A5tte%20ni"


def test_a_link_encodes_dashes_commas_and_ampersands() -> None:
    fragment = sentence_link(replace(CITATION, text="E-post – ja, & #1")).split("#:~:text=")[1]
    assert fragment == "E%2Dpost%20%E2%80%93%20ja%2C%20%26%20%231"


def test_an_address_with_a_fragment_of_its_own_is_left_as_it_is() -> None:
    assert sentence_link(replace(CITATION, url="https://example.org/ras#side-2")) == "https://example.org/ras#side-2"


@pytest.mark.parametrize("sign", [" ", "\t", "\n", "\u00a0", "\u2028", "\x7f", "\x9b", "\u202e", "\u200b"])
def test_an_address_with_white_space_or_an_unseen_character_is_no_link(sign: str) -> None:
    citation = replace(CITATION, url=f"http://example.org/a{sign}b")
    assert (article_link(citation), sentence_link(citation)) == ("", "")


# Fields of one line


def test_a_field_of_one_line_can_never_begin_another() -> None:
    assert one_line(" Ras\r\n[2]\u2028 Falsk\u2029kilde \t\x85 x\u200b ") == "Ras [2] Falsk kilde x"
    shown = printed(citing(title="Ras\n[2] Falsk", publisher="NTB\n  > Ingen", doc_id="ras\n1"))
    assert "[1] Ras [2] Falsk, NTB > Ingen, 2024-10-08, ras 1#4" in shown.splitlines()


def test_tags_and_lone_surrogates_are_unseen_and_line_breaks_and_tabs_are_not() -> None:
    assert visible("a\U000e0001\U000e0041\udcffb\n\tc") == "ab\n\tc"


@pytest.mark.parametrize("text", ["\x7f\x85\x9b2J", "a\u202eb\u2066c\u061cd", "\u2028\u2029\ufeff", "\U000e0041 \U0001f642", "x\ud800y"])
def test_json_escapes_what_is_unseen_and_loses_nothing(text: str) -> None:
    line = answer_json(citing(text))
    assert visible(line) == line
    assert json.loads(line)["citations"][0]["text"] == text


def test_an_answer_comes_back_from_its_json() -> None:
    figure = Figure(None, 10, 20, "people", None)
    claim = Claim("Om lag 120.", (1,), "NVE", None, True, figure)
    conflict = Conflict("evakuert", (ConflictRow("120", None, "2024", 1),))
    answer = replace(ANSWER, claims=(claim,), conflicts=(conflict,), citations=(replace(CITATION, url="", published=""),))
    assert read_answer(answer_json(answer)) == answer
    assert read_answer(answer_json(NOT_FOUND)) == NOT_FOUND

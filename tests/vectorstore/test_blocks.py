from __future__ import annotations

from hypothesis import given

from tests.vectorstore.texts import ANY_TEXT, PROPERTY, tiles
from vectorstore.blocks import front_date, split_blocks
from vectorstore.types import BlockKind

HEADLINE = "Stenger bruene over Lona"
LEAD = "Kommunen stenger begge bruene over Lona i natt etter tre uker med regn."
BODY = "Politiet ber alle om å holde seg hjemme til i morgen tidlig, og skolene er stengt."


def typed(text: str, title: str = "") -> list[tuple[BlockKind, str]]:
    return [(block.kind, text[block.start : block.end]) for block in split_blocks(text, title=title)]


def inside(*lines: str) -> list[tuple[BlockKind, str]]:
    """What becomes of lines that stand between two paragraphs of an article."""
    return typed("\n".join((HEADLINE, LEAD, *lines, BODY)))[2:-1]


def kinds_of(*lines: str) -> dict[str, list[BlockKind]]:
    return {line: [kind for kind, _ in inside(line)] for line in lines}


def all_are(kind: BlockKind, *lines: str) -> dict[str, list[BlockKind]]:
    return {line: [kind] for line in lines}


def test_the_first_line_is_the_headline_and_the_first_paragraph_the_lead() -> None:
    assert typed(f"{HEADLINE}\n\n{LEAD}\n\n{BODY}") == [
        (BlockKind.HEADLINE, HEADLINE),
        (BlockKind.LEAD, LEAD),
        (BlockKind.BODY, BODY),
    ]


def test_a_first_line_that_ends_like_a_sentence_is_the_lead() -> None:
    assert typed(f"{LEAD}\n{BODY}") == [(BlockKind.LEAD, LEAD), (BlockKind.BODY, BODY)]


def test_a_headline_may_ask() -> None:
    assert typed(f"Hvem skal betale?\n{LEAD}")[0] == (BlockKind.HEADLINE, "Hvem skal betale?")


def test_a_text_of_one_line_is_a_lead_whatever_it_looks_like() -> None:
    assert typed(HEADLINE) == [(BlockKind.LEAD, HEADLINE)]


def test_the_title_given_beside_the_text_is_a_headline_wherever_it_stands() -> None:
    title = "Lona steg. Så kom vannet."
    assert typed(f"{title}\n{LEAD}", title=title)[0] == (BlockKind.HEADLINE, title)
    assert typed(f"{LEAD}\n{title}\n{BODY}", title=f" {title} ")[1] == (BlockKind.HEADLINE, title)
    assert typed(f"{LEAD}\n{title}\n{BODY}")[1] == (BlockKind.BODY, title)


def test_a_short_line_between_paragraphs_is_a_subhead() -> None:
    subheads = ("Frykter mer regn", "Større enn først antatt", "Hvem skal betale?", "«Det må vi»")
    assert kinds_of(*subheads) == all_are(BlockKind.SUBHEAD, *subheads)


def test_a_line_that_ends_like_a_sentence_or_is_long_is_no_subhead() -> None:
    paragraphs = ("Ingen ble skadd.", "Dette sa hun:", "Vi venter …", f"{LEAD[:-1]} og uten at noen har sagt fra om det på forhånd")
    assert kinds_of(*paragraphs) == all_are(BlockKind.BODY, *paragraphs)


def test_a_line_longer_than_the_next_is_no_subhead() -> None:
    assert typed(f"{HEADLINE}\n{LEAD}\nVannet steg til over tre meter\nDa gikk vi.")[2][0] is BlockKind.BODY


def test_of_two_short_lines_in_a_row_the_second_is_a_paragraph() -> None:
    assert [kind for kind, _ in inside("Vil ha svar", "Venter på kommunen")] == [BlockKind.SUBHEAD, BlockKind.BODY]


def test_a_caption_is_known_by_its_label() -> None:
    captions = ("FLOM: Lona gikk over sine bredder.", "PÅ FLUKT: Familier i Lia.", "CROWDED: A classroom in Lia.")
    assert kinds_of(*captions) == all_are(BlockKind.CAPTION, *captions)
    assert kinds_of("Politiet: Ingen er skadd i natt.") == all_are(BlockKind.BODY, "Politiet: Ingen er skadd i natt.")


def test_a_paragraph_behind_the_place_it_was_sent_from_is_no_caption() -> None:
    paragraphs = ("OSLO: Statsministeren sier at bruene skal åpnes.", f"BERGEN: {LEAD} {BODY} {BODY}")
    assert kinds_of(*paragraphs) == all_are(BlockKind.BODY, *paragraphs)
    caption = "FÅR MAT: Familier i Lia sier takk."
    assert kinds_of(caption) == all_are(BlockKind.CAPTION, caption)


def test_a_caption_gives_its_credit_away() -> None:
    assert inside("FLOM: Lona ved Lia. Foto: Kari Strand / NTB") == [
        (BlockKind.CAPTION, "FLOM: Lona ved Lia."),
        (BlockKind.CREDIT, "Foto: Kari Strand / NTB"),
    ]
    assert inside("FLOM: Lona ved Lia (©NTB)") == [(BlockKind.CAPTION, "FLOM: Lona ved Lia"), (BlockKind.CREDIT, "(©NTB)")]


def test_a_credit_at_its_end_makes_a_line_a_caption() -> None:
    assert inside("The river at Lia on Monday. Photo: Jo Lee / AP") == [
        (BlockKind.CAPTION, "The river at Lia on Monday."),
        (BlockKind.CREDIT, "Photo: Jo Lee / AP"),
    ]
    assert inside("Lona ved Lia. © Kari Strand") == [(BlockKind.CAPTION, "Lona ved Lia."), (BlockKind.CREDIT, "© Kari Strand")]


def test_a_line_that_only_names_its_maker_is_a_credit() -> None:
    credit_lines = ("Foto: Kari Strand / NTB", "Arkivfoto: Kari Strand", "© Kari Strand", "(©NPK)", "(NTB)", "NTB-AFP")
    assert kinds_of(*credit_lines) == all_are(BlockKind.CREDIT, *credit_lines)


def test_a_teaser_is_known_by_its_label() -> None:
    teasers = (
        "Les også: Slik blir været",
        "LES OGSÅ: Ordføreren går av.",
        "- Les også: Slik blir været",
        "Sjå også: Slik blir veret",
        "Les meir: Slik blir veret",
        "Read more: The flood in numbers",
        "See also: The flood in numbers",
    )
    assert kinds_of(*teasers) == all_are(BlockKind.TEASER, *teasers)


def test_a_teaser_is_known_by_its_arrow() -> None:
    teasers = (">> Slik blir været", "> Slik blir været.", "→ Slik blir været", "► The flood in numbers")
    assert kinds_of(*teasers) == all_are(BlockKind.TEASER, *teasers)


def test_a_dash_before_a_title_makes_a_teaser() -> None:
    teasers = ("- Varsler mer regn", "– Berg: Vi var ikke varslet", "— Slik ble Lona målt")
    assert kinds_of(*teasers) == all_are(BlockKind.TEASER, *teasers)


def test_a_dash_before_a_title_of_a_news_page_makes_a_teaser() -> None:
    teasers = (
        "- Dette venter på angriperne: Mosul kan bli et brennende helvete på jord",
        "- Rapport fra krigen i Mosul: IS' selvmordsbombere måtte gi opp Øst-Mosul",
        "- I dag kommer regnet",
    )
    assert kinds_of(*teasers) == all_are(BlockKind.TEASER, *teasers)


def test_a_dash_before_us_or_many_words_makes_a_quote() -> None:
    quotes = (
        "– Vi er ikke varslet om dette",
        "– Dette har jeg sagt hele tiden",
        "– Det veit eg ikkje",
        "– This is what we want",
        "– They said I was wrong",
        "– Bruene har stått her i over hundre år og skal stå i hundre til",
    )
    assert kinds_of(*quotes) == all_are(BlockKind.BODY, *quotes)


def test_a_dash_before_speech_makes_a_quote() -> None:
    quotes = (
        "– Vi er klare, sier ordfører Berg.",
        "– Vi er klare.",
        "– Er dere klare?",
        "– Vi er klare, seier ordførar Berg",
        "- We are ready, said the mayor",
        "– Vi kommer …",
    )
    assert kinds_of(*quotes) == all_are(BlockKind.BODY, *quotes)


def test_boilerplate_is_known_in_three_languages() -> None:
    lines = (
        *("Saken fortsetter under bildet.", "Annonse", "ANNONSE", "Del på Facebook", "Logg inn for å lese saken", "Tips oss!"),
        *("Saka held fram under biletet.", "Artikkelen held fram under annonsen", "Les alle"),
        *("Story continues below", "Article continues below advertisement", "Advertisement", "Share on Facebook", "Show more"),
    )
    assert kinds_of(*lines) == all_are(BlockKind.BOILERPLATE, *lines)


def test_a_paragraph_that_begins_like_boilerplate_stays_a_paragraph() -> None:
    paragraphs = (
        "Saken fortsetter i lagmannsretten på tirsdag, sier politiadvokat Mona Lie.",
        "Flere saker er henlagt i år enn i fjor, sier statsadvokat Mona Lie.",
        "Related problems were found in two other towns this week.",
    )
    assert kinds_of(*paragraphs) == all_are(BlockKind.BODY, *paragraphs)


def test_a_whole_paragraph_behind_a_label_stays_a_paragraph() -> None:
    paragraphs = (f"Les også: {BODY} {BODY} {BODY} {BODY}", f"Kjære leser: {BODY}", f"> {BODY} {BODY} {BODY} {BODY}")
    assert kinds_of(*paragraphs) == all_are(BlockKind.BODY, *paragraphs)


def test_a_line_that_says_when_it_was_published_is_a_dateline() -> None:
    lines = ("Publisert: 08.10.2024 kl. 07.34", "Oppdatert 9. mars 2025", "Published: 8 March 2025", "Sist endret 2024-03-02")
    assert kinds_of(*lines) == all_are(BlockKind.DATELINE, *lines)


def test_a_paragraph_about_something_published_stays_a_paragraph() -> None:
    paragraphs = ("Published in 1984, the novel tells of a war.", "Updated figures from 2024 show that three in four agree.")
    assert kinds_of(*paragraphs) == all_are(BlockKind.BODY, *paragraphs)


def test_a_date_line_has_nothing_but_label_date_and_time() -> None:
    lines = (
        "Published on 3 May 2010, the report names seven towns and their mayors.",
        "Published on 3 May 2010, the report was burnt.",
        f"Publisert {'1' * 40_000}.",
        f"Publisert{' ' * 40_000}1 x.",
    )
    assert kinds_of(*lines) == all_are(BlockKind.BODY, *lines)
    assert kinds_of("Oppdatert: 2024-03-02T10:00") == all_are(BlockKind.DATELINE, "Oppdatert: 2024-03-02T10:00")


def test_a_date_glued_to_the_front_is_cut_off_the_lead() -> None:
    assert typed(f" date 2024-11 {LEAD}\n{BODY}") == [
        (BlockKind.DATELINE, "date 2024-11"),
        (BlockKind.LEAD, LEAD),
        (BlockKind.BODY, BODY),
    ]


def test_a_date_in_front_leaves_the_headline_its_place() -> None:
    kinds = [kind for kind, _ in typed(f"date 2024-11-05\n{HEADLINE}\n{LEAD}")]
    assert kinds == [BlockKind.DATELINE, BlockKind.HEADLINE, BlockKind.LEAD]


def test_a_correction_is_known_in_three_languages() -> None:
    corrections = (
        "Rettelse: Vi skrev tirsdag. Det riktige er onsdag.",
        "RETTELSE 12. mars: Vi skrev tirsdag.",
        "Retting: Namnet på brua var feil.",
        "Correction: An earlier version said Tuesday.",
        "Correction (12 March): The name of the bridge was wrong.",
    )
    assert kinds_of(*corrections) == all_are(BlockKind.CORRECTION, *corrections)


def test_the_second_of_two_equal_captions_is_boilerplate() -> None:
    caption = "FLOM: Lona gikk over sine bredder i natt."
    assert inside(caption, caption) == [(BlockKind.CAPTION, caption), (BlockKind.BOILERPLATE, caption)]


def test_the_second_of_two_equal_captions_with_credit_is_no_evidence() -> None:
    caption = "FLOM: Lona gikk over sine bredder i natt. Foto: Kari Strand / NTB"
    assert [kind for kind, _ in inside(caption, caption)].count(BlockKind.CAPTION) == 1


def test_a_headline_repeated_as_the_first_line_of_text_is_boilerplate() -> None:
    assert typed(f"{HEADLINE}\n{HEADLINE}\n{LEAD}")[1] == (BlockKind.BOILERPLATE, HEADLINE)


def test_a_block_clearly_in_another_language_is_marked_with_it() -> None:
    quote = "“They said that they would have been there before the others were in the house,” he said."
    blocks = split_blocks(f"{HEADLINE}\n{LEAD}\n{quote}\n{BODY}", language="nb")
    assert [block.language for block in blocks] == ["nb", "nb", "en", "nb"]


def test_every_line_break_ends_a_block() -> None:
    for mark in ("\n", "\r", "\r\n", "\x0b", "\x0c", "\x85", "\u2028", "\u2029"):
        assert typed(f"{HEADLINE}{mark}{LEAD}{mark}{BODY}") == typed(f"{HEADLINE}\n{LEAD}\n{BODY}"), repr(mark)


def test_a_blank_text_has_no_blocks() -> None:
    assert split_blocks("") == split_blocks(" \n\u00a0\r\n") == ()


@PROPERTY
@given(text=ANY_TEXT, title=ANY_TEXT)
def test_blocks_never_overlap_and_leave_only_blanks_out(text: str, title: str) -> None:
    assert tiles(text, [(block.start, block.end) for block in split_blocks(text, title=title)])


def test_the_date_in_front_is_read_as_far_as_it_goes() -> None:
    assert front_date(" date 2024-11 De fem familiene") == "2024-11"
    assert front_date("date 2024-11-05\nDe fem familiene") == "2024-11-05"
    assert front_date("date 1998 De fem familiene") == "1998"


def test_what_is_no_date_in_front_is_left_in_the_text() -> None:
    for text in ("De fem familiene date 2024-11", "date 2024-1 De fem", "date 2024-13 De", "date 2024-11-050", "dated 2024", ""):
        assert front_date(text) == "", text


def test_a_paragraph_that_begins_like_a_share_button_or_a_credit_stays_a_paragraph() -> None:
    text = "Nytt legekontor\nDel denne uka kommer tre nye leger til Lia.\nTekst: Det er ikke sant, sier Berg om saken.\nSlutt på det."
    assert [block.kind for block in split_blocks(text)][1:3] == [BlockKind.LEAD, BlockKind.BODY]

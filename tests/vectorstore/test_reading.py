from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.vectorstore.texts import PROPERTY
from vectorstore.errors import SourceMissing
from vectorstore.reading import Item, Sources
from vectorstore.reading.dating import date_in, parse_published
from vectorstore.reading.decoding import decode
from vectorstore.types import Article, Doubtful, Published, Skipped

TEXT = "Rådmannen på Ås får støtte.\nDet er sant, sier Ørjan Æsøy."


def read(file: Path, raw: bytes) -> list[Item]:
    file.write_bytes(raw)
    return list(Sources([file]))


def line(**fields: Any) -> bytes:
    return json.dumps(fields, ensure_ascii=False).encode() + b"\n"


def article_of(folder: Path, **fields: Any) -> Article:
    """The one article that a line of JSON gives."""
    (item,) = read(folder / "one.jsonl", line(**fields))
    assert isinstance(item, Article), item
    return item


def reason_for(folder: Path, raw: bytes) -> str:
    """Why a line of JSON gives no article."""
    (item,) = read(folder / "one.jsonl", raw)
    assert isinstance(item, Skipped), item
    assert item.source == f"{folder / 'one.jsonl'}:1"
    return item.reason


# Text files


def test_a_text_file_is_an_article_named_by_its_stem(tmp_path: Path) -> None:
    assert read(tmp_path / "lona.2024.txt", TEXT.encode()) == [Article("lona.2024", TEXT)]


def test_a_text_is_the_same_in_any_encoding_a_newsroom_has(tmp_path: Path) -> None:
    for encoding in ("utf-8", "utf-8-sig", "utf-16", "latin-1", "cp1252"):
        assert read(tmp_path / "lona.txt", TEXT.encode(encoding)) == [Article("lona", TEXT)], encoding


def test_big_endian_utf_16_is_read_by_its_mark(tmp_path: Path) -> None:
    assert read(tmp_path / "lona.txt", ("\ufeff" + TEXT).encode("utf-16-be")) == [Article("lona", TEXT)]


def test_a_stray_nul_in_utf_16_is_replaced(tmp_path: Path) -> None:
    text = "Bruene er stengt. " * 20
    assert read(tmp_path / "lona.txt", f"{text}\0".encode("utf-16")) == [Article("lona", f"{text}\ufffd")]


def test_quotes_and_dashes_of_windows_are_read(tmp_path: Path) -> None:
    assert read(tmp_path / "lona.txt", "– Kom inn, “nå” …".encode("cp1252")) == [Article("lona", "– Kom inn, “nå” …")]


def test_line_breaks_are_kept_as_they_are(tmp_path: Path) -> None:
    assert read(tmp_path / "lona.txt", b"En\r\nto\rtre\n") == [Article("lona", "En\r\nto\rtre\n")]


def test_a_few_bad_bytes_leave_the_rest_utf_8_and_are_doubtful(tmp_path: Path) -> None:
    file = tmp_path / "lona.txt"
    assert read(file, TEXT.encode() + b" \xff\xfe") == [
        Doubtful(str(file), "2 bytes are not UTF-8 and are shown as \ufffd"),
        Article("lona", TEXT + " \ufffd\ufffd"),
    ]


def test_utf_16_cut_off_inside_a_character_is_doubtful(tmp_path: Path) -> None:
    items = read(tmp_path / "lona.txt", TEXT.encode("utf-16")[:-1])
    assert [type(item) for item in items] == [Doubtful, Article]


def test_one_bad_byte_does_not_make_utf_8_another_encoding() -> None:
    assert decode("blåbær på".encode() + b"\xff").text == "blåbær på\ufffd"


def test_binary_is_skipped(tmp_path: Path) -> None:
    file = tmp_path / "lona.txt"
    for raw in (bytes(range(256)), b"PK\x03\x04" + b"\x00" * 40, b"Bruene \x01\x02\x03\x04 stengt", TEXT.encode("utf-32")):
        assert read(file, raw) == [Skipped(str(file), "binary, not text")]


def test_a_blank_file_is_skipped(tmp_path: Path) -> None:
    file = tmp_path / "lona.txt"
    for raw in (b"", b" \n\t\r\n", b"\xef\xbb\xbf", b"\xff\xfe"):
        assert read(file, raw) == [Skipped(str(file), "empty")]


def test_hardly_any_letters_are_no_article(tmp_path: Path) -> None:
    file = tmp_path / "lona.txt"
    assert read(file, b"12;45;78;90\n11;22;33;44 kr\n") == [Skipped(str(file), "hardly any letters in it; not an article")]


def test_what_is_no_text_in_any_encoding_is_skipped(tmp_path: Path) -> None:
    file = tmp_path / "lona.txt"
    assert read(file, b"Bruene \x81 \x8d er stengt") == [Skipped(str(file), "neither UTF-8 nor Latin-1 text")]


def test_a_huge_text_file_is_skipped(tmp_path: Path) -> None:
    file = tmp_path / "lona.txt"
    assert read(file, b"Regn. " * 4_200_000) == [Skipped(str(file), "25 MB; one article of more than 20 MB is not read")]


def test_a_file_with_a_latin_1_name_has_an_id_that_can_be_kept(tmp_path: Path) -> None:
    file = Path(os.fsdecode(os.fsencode(tmp_path) + b"/bl\xe5.txt"))
    (article,) = read(file, TEXT.encode())
    assert isinstance(article, Article)
    assert article.id.encode()


@PROPERTY
@given(raw=st.binary() | st.text().map(str.encode), mark=st.sampled_from([b"", b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff"]))
def test_any_bytes_give_text_that_can_be_kept_or_a_reason(raw: bytes, mark: bytes) -> None:
    decoded = decode(mark + raw)
    assert bool(decoded.text.strip()) != bool(decoded.reason)
    assert "\x00" not in decoded.text
    assert decoded.text.encode().decode() == decoded.text


# Files, folders and what else a path may be


def test_a_folder_is_read_with_all_its_folders_in_order(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    for name in ("c.txt", "a.TXT", "b/d.txt", ".hidden.txt"):
        (tmp_path / name).write_text(TEXT)
    (tmp_path / "b" / "e.jsonl").write_bytes(line(id="e1", text=TEXT) + line(id="e2", text=TEXT))
    items = list(Sources([tmp_path]))
    assert [item.id for item in items if isinstance(item, Article)] == ["a", "d", "e1", "e2", "c"]
    assert len(items) == 5


def test_a_hidden_folder_is_not_read(tmp_path: Path) -> None:
    (tmp_path / ".trash").mkdir()
    (tmp_path / ".trash" / "old.txt").write_text(TEXT)
    (tmp_path / "lona.txt").write_text(TEXT)
    assert list(Sources([tmp_path])) == [Article("lona", TEXT)]


def test_paths_are_read_in_the_order_given_and_again(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(TEXT)
    sources = Sources([tmp_path / "b.txt", tmp_path / "a.txt"])
    assert list(sources) == list(sources) == [Article("b", TEXT), Article("a", TEXT)]


def test_an_unknown_format_is_skipped(tmp_path: Path) -> None:
    for name, shown in (("lona.pdf", ".pdf"), ("LONA", "(no suffix)")):
        assert read(tmp_path / name, TEXT.encode()) == [Skipped(str(tmp_path / name), f"unknown format {shown}; .jsonl or .txt are read")]


def test_a_path_that_leads_nowhere_is_refused_at_once(tmp_path: Path) -> None:
    with pytest.raises(SourceMissing, match=r"lona\.txt") as caught:
        Sources([tmp_path / "lona.txt"])
    assert caught.value.hint


def test_a_folder_without_files_is_refused_at_once(tmp_path: Path) -> None:
    (tmp_path / "inside").mkdir()
    (tmp_path / "inside" / ".hidden.txt").write_text(TEXT)
    with pytest.raises(SourceMissing, match="holds no file"):
        Sources([tmp_path])


def test_a_link_that_leads_nowhere_is_skipped(tmp_path: Path) -> None:
    link = tmp_path / "lona.txt"
    link.symlink_to(tmp_path / "gone.txt")
    for sources in (Sources([link]), Sources([tmp_path])):
        assert list(sources) == [Skipped(str(link), "can't be read: No such file or directory")]


def test_a_link_to_a_file_is_read_under_its_own_name(tmp_path: Path) -> None:
    (tmp_path / "far").write_text(TEXT)
    (tmp_path / "lona.txt").symlink_to(tmp_path / "far")
    assert list(Sources([tmp_path / "lona.txt"])) == [Article("lona", TEXT)]


def test_a_fifo_is_skipped_without_waiting_for_it(tmp_path: Path) -> None:
    for name in ("lona.txt", "lona.jsonl"):
        os.mkfifo(tmp_path / name)
        assert list(Sources([tmp_path / name])) == [Skipped(str(tmp_path / name), "not a regular file")]


def test_a_file_that_goes_away_meanwhile_is_skipped(tmp_path: Path) -> None:
    (tmp_path / "lona.txt").write_text(TEXT)
    sources = Sources([tmp_path])
    (tmp_path / "lona.txt").unlink()
    (item,) = sources
    assert isinstance(item, Skipped)


def test_bytes_read_grow_to_the_total(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "b.jsonl").write_bytes(line(text=TEXT) + b"{\n" + line(text=TEXT).strip())
    (tmp_path / "c.pdf").write_bytes(b"%PDF")
    sources = Sources([tmp_path])
    grown = [sources.bytes_read for _ in sources]
    assert grown == sorted(set(grown))
    assert sources.bytes_read == sources.total_bytes == sum(file.stat().st_size for file in tmp_path.iterdir())


def test_bytes_of_blank_lines_are_read_too(tmp_path: Path) -> None:
    (tmp_path / "b.jsonl").write_bytes(line(text=TEXT) + b"\n\n" + line(text=TEXT))
    sources = Sources([tmp_path])
    assert list(sources)
    assert sources.bytes_read == sources.total_bytes


# Lines of JSON


def test_a_line_gives_an_article_with_all_its_fields(tmp_path: Path) -> None:
    article = article_of(
        tmp_path,
        id="lona-1",
        title=" Stengte bruer ",
        source="Lia Blad",
        byline="Kari Strand",
        published="2024-10-08",
        lang="nn",
        url="https://example.org/lona",
        text=TEXT,
        section="ignored",
    )
    assert article == Article(
        "lona-1", TEXT, "Stengte bruer", "Lia Blad", "Kari Strand", Published("2024-10-08"), "nn", "https://example.org/lona"
    )


def test_only_the_text_of_a_line_is_required(tmp_path: Path) -> None:
    article = article_of(tmp_path, text=TEXT, title=None, source=None, byline=None, published=None, lang=None, url=None, id=None)
    assert article == Article(article.id, TEXT)


def test_a_title_without_end_is_cut(tmp_path: Path) -> None:
    assert article_of(tmp_path, text=TEXT, title="Stenger bruene " * 100).title == ("Stenger bruene " * 20).strip()


def test_an_id_is_made_of_the_text_for_want_of_one(tmp_path: Path) -> None:
    made = article_of(tmp_path, text=TEXT).id
    assert made
    assert article_of(tmp_path, text=TEXT, title="Bruer", id="").id == made
    assert article_of(tmp_path, text=TEXT + "!").id != made


def test_a_blank_id_is_no_id(tmp_path: Path) -> None:
    assert article_of(tmp_path, text=TEXT, id=" ").id == article_of(tmp_path, text=TEXT).id


def test_a_number_may_be_an_id(tmp_path: Path) -> None:
    assert [article_of(tmp_path, text=TEXT, id=given_id).id for given_id in (7, 0, " 8 ")] == ["7", "0", "8"]


def test_a_language_is_read_in_its_common_spellings(tmp_path: Path) -> None:
    spellings = {"nb": "nb", "NN": "nn", "no": "nb", "nb-NO": "nb", "nn-NO": "nn", "en-US": "en", "en-gb": "en", "sv": "", "": ""}
    assert {spelling: article_of(tmp_path, text=TEXT, lang=spelling).language for spelling in spellings} == spellings


def test_what_sqlite_can_not_hold_is_replaced(tmp_path: Path) -> None:
    (article,) = read(tmp_path / "lona.jsonl", rb'{"id": "\ud800", "title": "B\u0000C", "text": "Bru\ud800 er \u0000 stengt"}')
    assert article == Article("\ufffd", "Bru\ufffd er \ufffd stengt", "B\ufffdC")


def test_a_text_is_kept_as_given_to_the_last_blank(tmp_path: Path) -> None:
    assert article_of(tmp_path, text=f" \n{TEXT}\r\n\u2028 ").text == f" \n{TEXT}\r\n\u2028 "


def test_a_text_of_numbers_is_an_article_where_someone_says_it_is_one(tmp_path: Path) -> None:
    assert article_of(tmp_path, id="t", text="3-2, 45.000").text == "3-2, 45.000"


def test_lines_may_have_a_mark_in_front_and_blanks_between(tmp_path: Path) -> None:
    first, second, third = (line(id=name, text=TEXT) for name in "abc")
    raw = b"\xef\xbb\xbf" + first + b"\r\n  \n" + second.replace(b"\n", b"\r\n") + third.strip()
    assert read(tmp_path / "lona.jsonl", raw) == [Article(name, TEXT) for name in "abc"]


def test_a_line_in_latin_1_is_read(tmp_path: Path) -> None:
    raw = line(id="a", text=TEXT).decode().encode("latin-1") + line(id="b", text=TEXT)
    assert read(tmp_path / "lona.jsonl", raw) == [Article("a", TEXT), Article("b", TEXT)]


def test_a_line_with_a_bad_byte_is_doubtful(tmp_path: Path) -> None:
    items = read(tmp_path / "lona.jsonl", line(id="a", text=TEXT).replace(b"sant", b"\xffant"))
    assert [type(item) for item in items] == [Doubtful, Article]


def test_a_malformed_line_is_named_and_the_rest_is_read(tmp_path: Path) -> None:
    file = tmp_path / "lona.jsonl"
    first, second, third, fourth = read(file, line(id="a", text=TEXT) + b"\n{bad\n" + line(id="b", text=TEXT) + b'{"id": "c"')
    assert (first, third) == (Article("a", TEXT), Article("b", TEXT))
    assert isinstance(second, Skipped)
    assert isinstance(fourth, Skipped)
    assert [second.source, fourth.source] == [f"{file}:3", f"{file}:5"]
    assert second.reason.startswith("not a JSON object: ")


def test_a_line_that_is_no_object_is_skipped(tmp_path: Path) -> None:
    names = {b"[1]": "list", b'"x"': "str", b"null": "NoneType", b"7": "int"}
    assert {raw: reason_for(tmp_path, raw) for raw in names} == {raw: f"not a JSON object but {name}" for raw, name in names.items()}
    assert reason_for(tmp_path, b"[" * 100_000).startswith("not a JSON object: ")


def test_a_line_without_text_is_skipped(tmp_path: Path) -> None:
    for fields in ({"id": "a"}, {"text": ""}, {"text": " \n"}, {"text": None}, {"text": 5}, {"text": [TEXT]}):
        assert reason_for(tmp_path, line(**fields)) == 'the field "text" is missing or empty'


def test_a_field_of_another_type_is_named(tmp_path: Path) -> None:
    values = {"title": 5, "source": ["NTB"], "byline": 1.5, "url": {}, "lang": True, "published": 2024, "id": [1]}
    for field, value in values.items():
        assert reason_for(tmp_path, line(text=TEXT, **{field: value})) == f'the field "{field}" is {type(value).__name__}, not text'
    for given_id in (True, 1.5):
        assert reason_for(tmp_path, line(text=TEXT, id=given_id)) == f'the field "id" is {type(given_id).__name__}, not text'


def test_a_binary_line_is_skipped_and_the_rest_is_read(tmp_path: Path) -> None:
    file = tmp_path / "lona.jsonl"
    assert read(file, b"\x00\x01\x02\n" + line(id="a", text=TEXT)) == [Skipped(f"{file}:1", "binary, not text"), Article("a", TEXT)]


def test_a_huge_line_is_skipped_and_the_rest_is_read(tmp_path: Path) -> None:
    file = tmp_path / "lona.jsonl"
    huge = b'{"text": "' + b"Regn. " * 7_000_000 + b'"}\n'
    assert read(file, line(id="a", text=TEXT) + huge + line(id="b", text=TEXT)) == [
        Article("a", TEXT),
        Skipped(f"{file}:2", "a line of more than 20 MB"),
        Article("b", TEXT),
    ]


def test_a_line_with_an_endless_number_is_skipped_and_the_rest_is_read(tmp_path: Path) -> None:
    items = read(tmp_path / "lona.jsonl", b'{"text": "Regn", "views": ' + b"7" * 5000 + b"}\n" + line(id="b", text=TEXT))
    assert items[-1] == Article("b", TEXT)


def test_a_file_without_lines_is_skipped_with_a_reason(tmp_path: Path) -> None:
    (item,) = read(tmp_path / "lona.jsonl", b"\n")
    assert isinstance(item, Skipped)


# Dates


def test_published_may_be_as_precise_as_is_known() -> None:
    assert [parse_published(given).date for given in ("2024-01-25", "2024-01", "2024", "20240125")] == [
        "2024-01-25",
        "2024-01",
        "2024",
        "2024-01-25",
    ]


def test_a_time_with_a_zone_gives_its_day_in_oslo() -> None:
    assert parse_published("2024-01-25T22:59:59Z").date == "2024-01-25"
    assert parse_published("2024-01-25T23:00:00Z").date == "2024-01-26"
    assert parse_published("2024-07-01T22:00:00+00:00").date == "2024-07-02"
    assert parse_published("2024-01-25T20:00:00-05:00").date == "2024-01-26"
    assert parse_published("2024-01-26T08:00:00+09:00").date == "2024-01-26"


def test_a_time_without_a_zone_gives_its_own_day() -> None:
    assert [parse_published(given).date for given in ("2024-01-25T23:59", "2024-01-25 00:00:01.5")] == ["2024-01-25", "2024-01-25"]


def test_a_published_that_is_no_date_skips_its_line(tmp_path: Path) -> None:
    for given_date in ("i går", "2024-13", "2024-02-30", "25.01.2024", "2024-01-25T25:00", "٢٠٢٤"):
        reason = reason_for(tmp_path, line(text=TEXT, published=given_date))
        assert reason == f'the field "published" is {given_date!r}, not an ISO date'


def test_a_published_out_of_the_calendar_skips_its_line(tmp_path: Path) -> None:
    assert "not an ISO date" in reason_for(tmp_path, line(text=TEXT, published="0001-01-01T00:00:00+05:00"))


def test_a_published_given_beats_the_date_in_the_text(tmp_path: Path) -> None:
    text = f"Publisert: 08.10.2024\n{TEXT}"
    assert article_of(tmp_path, text=text, published="2024-09").published == Published("2024-09")
    assert article_of(tmp_path, text=text, published=" ").published == Published("2024-10-08")


def test_a_text_file_is_dated_by_its_own_date_line(tmp_path: Path) -> None:
    (article,) = read(tmp_path / "lona.txt", f" date 2024-11 {TEXT}".encode())
    assert isinstance(article, Article)
    assert article.published == Published("2024-11")


def test_date_lines_are_read_as_newspapers_write_them() -> None:
    lines = {
        "Publisert: 08.10.2024 kl. 07.34": "2024-10-08",
        "Publisert 8/10/2024": "2024-10-08",
        "Oppdatert 8. oktober 2024": "2024-10-08",
        "Sist endret 8. okt. 2024 10:15": "2024-10-08",
        "Publisert 3. mai 2024": "2024-05-03",
        "Published: 8 March 2025, 16:40": "2025-03-08",
        "Published March 8, 2025": "2025-03-08",
        "Updated: 2025-03-08": "2025-03-08",
        "date 2024-11-05": "2024-11-05",
        "date 2024-11": "2024-11",
        "date 1998": "1998",
    }
    assert {dateline: date_in(f"{dateline}\n{TEXT}") for dateline in lines} == lines


def test_a_date_line_is_found_below_headline_and_publisher() -> None:
    assert date_in(f"Stenger bruene\n\nLia Blad\nPublisert: 08.10.2024\n\n{TEXT}") == "2024-10-08"


def test_a_date_in_the_running_text_is_not_when_it_was_published() -> None:
    assert date_in(f"{TEXT}\nBrua ble åpnet 8. oktober 1974, og stengt 08.10.2024.") == ""


def test_a_date_line_far_down_is_not_read() -> None:
    assert date_in(f"{TEXT}\n" * 100 + "Publisert: 08.10.2024") == ""


def test_a_date_line_that_names_no_day_is_passed_over() -> None:
    assert date_in(f"Oppdatert 31.02.2024\nPublisert 1.2.2024\n{TEXT}") == "2024-02-01"
    assert date_in(f"date 2024-02-31\n{TEXT}") == ""
    assert date_in(f"Publisert kl. 07.34\n{TEXT}") == ""


def test_a_date_line_with_a_time_glued_on_keeps_its_day() -> None:
    assert date_in(f"Oppdatert: 2024-03-02T10:00\n{TEXT}") == "2024-03-02"

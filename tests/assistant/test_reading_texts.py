from __future__ import annotations

import json
from pathlib import Path

import pytest

from assistant import BatchLineInvalid
from assistant.reading import read_text, read_texts
from assistant.rendering.facts import fact_rows, facts_json

FLED = "Over 28.000 personer har flyktet siden 19. februar, ifølge FN."


def lines(*fields: dict[str, object]) -> str:
    return "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in fields)


def test_numbers_dates_speakers_and_hedges_are_read_with_their_places() -> None:
    found = json.loads(facts_json(read_text(FLED, "2017-03-06"), text_id="a"))
    assert found["id"] == "a"
    (number,) = found["numbers"]
    assert (number["value"], number["qualifier"], number["unit"]) == (28000, "over", "personer")
    assert FLED[number["start"] : number["end"]] == number["text"]
    (time,) = found["dates"]
    assert (time["from"], time["to"]) == ("2017-02-19", "2017-03-06")
    assert [speaker["name"] for speaker in found["speakers"]] == ["FN"]
    assert (found["hedged"], found["reported_by"]) == (False, [])


def test_without_a_date_of_publication_a_day_without_year_is_not_guessed() -> None:
    (time,) = json.loads(facts_json(read_text(FLED, None)))["dates"]
    assert (time["from"], time["to"]) == (None, None)


def test_each_row_says_what_it_is_and_by_which_rule() -> None:
    rows = list(fact_rows(read_text("Mannen skal ha truet to naboer mandag, melder NTB.", "2017-03-06")))
    assert {row[0] for row in rows} == {"number", "date", "reported by", "hedge"}
    assert all(rule for kind, _, _, rule in rows if kind != "reported by")


def test_a_batch_is_read_line_by_line_with_its_ids(tmp_path: Path) -> None:
    path = tmp_path / "texts.jsonl"
    path.write_text(
        lines({"id": "b", "text": FLED, "date": "2017-03", "lang": "nb"}, {"id": "a", "text": "", "date": None}), encoding="utf-8"
    )
    found = list(read_texts(path))
    assert [name for name, _ in found] == ["b", "a"]
    assert found[1][1].numbers == ()


@pytest.mark.parametrize(
    "line",
    ["{", '{"id": "a"}', '{"id": 1, "text": "x"}', '{"id": "a", "text": "x", "date": "mandag"}', '{"id": "a", "text": "x", "lang": 3}'],
)
def test_a_line_that_is_none_is_named(tmp_path: Path, line: str) -> None:
    path = tmp_path / "texts.jsonl"
    path.write_text(lines({"id": "b", "text": "x"}) + line + "\n", encoding="utf-8")
    with pytest.raises(BatchLineInvalid, match=r"texts\.jsonl:2 is not"):
        list(read_texts(path))


def test_a_date_that_is_none_is_refused_with_what_to_do() -> None:
    with pytest.raises(BatchLineInvalid, match="'mandag' is no date") as refused:
        read_text("x", "mandag")
    assert "2017-03-06" in refused.value.hint

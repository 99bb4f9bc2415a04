"""DOC_ID[#SENTENCE] -> the article and the sentence meant."""

from __future__ import annotations

from vectorstore import Archive, ArticleRow, UnknownArticle


def look_up(archive: Archive, place: str) -> tuple[ArticleRow, int | None]:
    """Return an article and the number of one sentence of it, None if only the article is named.

    Only digits after the last "#" are a sentence, for an id may hold that sign. Raises UnknownArticle.
    """
    doc_id, mark, number = place.rpartition("#")
    if not mark or not number.isdigit():
        return archive.article(place), None
    row = archive.article(doc_id)
    if not 1 <= int(number) <= len(row.sentences):
        raise UnknownArticle(f"{doc_id} has no sentence {number}", f"its sentences are 1 to {len(row.sentences)}")
    return row, int(number)

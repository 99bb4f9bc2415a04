"""Which texts are one source: copies, re-edited wire stories, and a story with its translation.

Two papers that print one agency's story say one thing once. The text decides, by how many runs of words two texts share.
Names, numbers and dates hold back what only looks alike, the day's stock report and yesterday's; with a wire mark that both
have, they join a translation whose words are all different.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
import struct
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from vectorstore.blocks import split_blocks
from vectorstore.folding import NUMBER, fold_number
from vectorstore.mentions import in_one_language, names_in, numbers_in
from vectorstore.types import EVIDENCE_KINDS, BlockKind, Precision, Published
from vectorstore.wire_marks import agencies

if TYPE_CHECKING:
    from datasketch import MinHash

VERSION = 1
"""Raised whenever the same text would give another fingerprint, other names or other numbers; it is the first byte of a fingerprint."""

_PERMUTATIONS, _SEED = 128, 20
_HEADER = struct.Struct("<BI8s")
_SIZE = _HEADER.size + 4 * _PERMUTATIONS
_WORD = re.compile(rf"{NUMBER}|\d+|[^\W\d_]+", re.IGNORECASE)
_SHORTEST_WORD = 4
_BEGINNING = 3
"""How much of a word counts: what bokmål and nynorsk most often spell alike, with no ending."""
_RUN = 3
_BATCH = 4096
"""How many runs are hashed at once: each takes a kilobyte for that time."""

_COPIED, _REUSED, _TOUCHED, _OF_RIVALS = 0.7, 0.28, 0.14, 0.5
"""Shares of the shorter text's runs of words: a copy; a re-edited story; one that needs like facts too; and one of two agencies that are
rivals. On the development pairs two writers' texts about one event share up to 0.10."""
_FEW_RUNS = 8
_FEW_FACTS, _FEWEST_FACTS = 3, 2
"""How many names and numbers it takes to join two texts, and to part them."""
_MOST, _ALONG = 0.5, 0.5
"""Shares of the smaller set of names or numbers: that makes one story, and that comes along with each share of the words."""
_NEAR = timedelta(days=2)

_HEADINGS = frozenset({BlockKind.HEADLINE, BlockKind.SUBHEAD})
_TEXT_KINDS = EVIDENCE_KINDS | {BlockKind.SUBHEAD}
"""Kinds of block that are compared: a headline behind a date line is taken for a subhead."""


def fingerprint(text: str) -> bytes:
    """Return a signature of the runs of words in a text, the same whether in bokmål or nynorsk as far as their words begin alike.

    Give it the sentences that are evidence: credits and links would make strangers alike.
    """
    forms = _forms(text)
    runs = {" ".join(forms[at : at + _RUN]) for at in range(max(1, len(forms) - _RUN + 1))} if forms else set()
    encoded = [run.encode() for run in runs]
    sketch = _empty_sketch().copy()
    for at in range(0, len(encoded), _BATCH):
        sketch.update_batch(encoded[at : at + _BATCH])
    digest = hashlib.blake2b(" ".join(_words(text)).encode(), digest_size=8).digest()
    values: bytes = sketch.hashvalues.astype("<u4").tobytes()
    return _HEADER.pack(VERSION, len(runs), digest) + values


def _words(text: str) -> list[str]:
    composed = unicodedata.normalize("NFC", text).replace("\u00ad", "").lower()
    return [fold_number(word) if word[0].isdigit() else word for word in _WORD.findall(composed)]


def _forms(text: str) -> list[str]:
    """The beginnings of all words that are not short; short ones are grammar, and differ between the standards."""
    return [word if word[0].isdigit() else word[:_BEGINNING] for word in _words(text) if word[0].isdigit() or len(word) >= _SHORTEST_WORD]


@cache
def _empty_sketch() -> MinHash:
    from datasketch import MinHash

    return MinHash(num_perm=_PERMUTATIONS, seed=_SEED)


def likeness(one: bytes, other: bytes) -> float:
    """Return the share of the two texts' runs of words that is in both, as estimated from their fingerprints, from 0 to 1.

    Raises ValueError for a fingerprint that another version of this code made.
    """
    return float(np.mean(_signature(one) == _signature(other)))


def _signature(kept: bytes) -> NDArray[np.uint32]:
    if len(kept) != _SIZE or kept[0] != VERSION:
        raise ValueError("the fingerprint was made by another version")
    return np.frombuffer(kept, dtype="<u4", offset=_HEADER.size)


def _run_count(kept: bytes) -> int:
    return int(_HEADER.unpack_from(kept)[1])


def containment(one: bytes, other: bytes) -> float:
    """Return the share of the shorter text's runs of words that the longer one has, estimated: 1 for a story cut short."""
    sizes = _run_count(one), _run_count(other)
    alike = likeness(one, other)
    return min(1.0, alike / (1 + alike) * sum(sizes) / min(sizes)) if min(sizes) else 0.0


@dataclass(frozen=True, slots=True)
class Origin:
    """What tells where a text is from: all of it can be kept, and compared without the text."""

    fingerprint: bytes
    agencies: tuple[str, ...]
    names: frozenset[str]
    numbers: frozenset[str]
    published: Published
    language: str

    def to_json(self) -> str:
        """Return the origin as one line of JSON, the same for equal origins."""
        return json.dumps(
            {
                "fingerprint": base64.b64encode(self.fingerprint).decode(),
                "agencies": self.agencies,
                "names": sorted(self.names),
                "numbers": sorted(self.numbers),
                "published": self.published.date,
                "language": self.language,
            },
            ensure_ascii=False,
        )

    @classmethod
    def from_json(cls, kept: str) -> Origin:
        """Read what `to_json` wrote; ValueError if another version of this code did."""
        row = json.loads(kept)
        signed = base64.b64decode(row["fingerprint"])
        _signature(signed)
        names, numbers = frozenset(row["names"]), frozenset(row["numbers"])
        return cls(signed, tuple(row["agencies"]), names, numbers, Published(row["published"]), row["language"])


def origin_of(article_text: str, byline: str, language: str, published: Published) -> Origin:
    """Return the origin of an article's text as scraped, credits and all."""
    blocks = [block for block in split_blocks(article_text, language=language) if block.kind in _TEXT_KINDS]
    text = "\n".join(article_text[block.start : block.end] for block in blocks)
    # A paper writes its own headline, and an English one has a capital in every word.
    body = "\n".join(article_text[block.start : block.end] for block in blocks if block.kind not in _HEADINGS)
    return Origin(fingerprint(text), agencies(article_text, byline), names_in(body), numbers_in(body), published, language)


class Sameness(StrEnum):
    """How two texts hang together; all but the last are one source."""

    EXACT_COPY = "exact copy"
    NEAR_COPY = "near copy"
    SAME_WIRE_STORY = "same wire story"
    TRANSLATION = "translation"
    INDEPENDENT = "independent"


def sameness(one: Origin, other: Origin) -> Sameness:
    """Return how two texts hang together, the same in either order.

    Two stories of one agency are one source only if their words, or their names, numbers and days, are much the same.
    """
    if _is_exact(one, other):
        return Sameness.EXACT_COPY
    shared = containment(one.fingerprint, other.fingerprint)
    if one.language != other.language and one.language and other.language:
        return Sameness.TRANSLATION if _is_one_text(one, other, shared) or _is_told_alike(one, other) else Sameness.INDEPENDENT
    if not _is_one_text(one, other, shared):
        return Sameness.INDEPENDENT
    is_cut = shared >= _COPIED or not _has_shared_agency(one, other)
    return Sameness.NEAR_COPY if is_cut else Sameness.SAME_WIRE_STORY


def _is_exact(one: Origin, other: Origin) -> bool:
    """Whether the words are the same; "Saken oppdateres" is not one source on any two days."""
    is_long = _run_count(one.fingerprint) >= _FEW_RUNS
    return one.fingerprint == other.fingerprint and _run_count(one.fingerprint) > 0 and (is_long or _is_near_in_time(one, other))


def _is_one_text(one: Origin, other: Origin, shared: float) -> bool:
    """Whether two texts share so many runs of words that one was made from the other, and are no two fillings of one form."""
    if min(_run_count(one.fingerprint), _run_count(other.fingerprint)) < _FEW_RUNS:
        return False
    if shared < _TOUCHED or _is_another_matter(one, other, shared):
        return False
    if shared >= _COPIED:
        return True
    if not _is_near_in_time(one, other):
        return False
    return shared >= (_OF_RIVALS if _has_rival_agencies(one, other) else _REUSED) or (
        _has_shared_agency(one, other) and _is_alike_in_facts(one, other)
    )


def _is_told_alike(one: Origin, other: Origin) -> bool:
    """Whether one agency's two texts of one day or so have the same names and numbers, whatever the words."""
    return _has_shared_agency(one, other) and _is_near_in_time(one, other, unknown=False) and _is_alike_in_facts(one, other)


def _is_alike_in_facts(one: Origin, other: Origin) -> bool:
    names, numbers = _shared_names(one, other), _Shared.of(one.numbers, other.numbers)
    return min(names.count, numbers.count) >= _FEW_FACTS and names.part >= _MOST and numbers.part >= _MOST


def _is_another_matter(one: Origin, other: Origin, shared: float) -> bool:
    """Whether far fewer of the names or numbers are shared than of the words: what is copied has them along, another filling has not."""
    facts = (_shared_names(one, other), _Shared.of(one.numbers, other.numbers))
    return any(found.least >= _FEWEST_FACTS and found.part < shared * _ALONG for found in facts)


@dataclass(frozen=True, slots=True)
class _Shared:
    """How many members two sets share, and how many the smaller one has."""

    count: int
    least: int

    @classmethod
    def of(cls, one: frozenset[str], other: frozenset[str]) -> _Shared:
        return cls(len(one & other), min(len(one), len(other)))

    @property
    def part(self) -> float:
        return self.count / self.least if self.least else 0.0


def _shared_names(one: Origin, other: Origin) -> _Shared:
    return _Shared.of(in_one_language(one.names), in_one_language(other.names))


def _family(origin: Origin) -> frozenset[str]:
    """The agencies of a text; NPK is NTB in nynorsk."""
    return frozenset("NTB" if name == "NPK" else name for name in origin.agencies)


def _has_shared_agency(one: Origin, other: Origin) -> bool:
    return not _family(one).isdisjoint(_family(other))


def _has_rival_agencies(one: Origin, other: Origin) -> bool:
    return bool(one.agencies and other.agencies) and not _has_shared_agency(one, other)


def _is_near_in_time(one: Origin, other: Origin, *, unknown: bool = True) -> bool:
    """Whether the two may have been published within two days of each other; `unknown` where a date is missing."""
    (first, last), (other_first, other_last) = _days(one.published), _days(other.published)
    if first is None or last is None or other_first is None or other_last is None:
        return unknown
    return max(first - other_last, other_first - last) <= _NEAR


def _days(published: Published) -> tuple[date | None, date | None]:
    """The first and last day that a partial date may mean."""
    first = published.first_day
    if first is None or published.precision is Precision.DAY:
        return first, first
    if published.precision is Precision.YEAR:
        return first, first.replace(month=12, day=31)
    return first, (first.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


def groups(origins: Sequence[Origin]) -> tuple[tuple[int, ...], ...]:
    """Return the places of the origins that are one source together, the oldest of each first; who stands alone is one too.

    Two belong together if a chain of samenesses leads from one to the other. Groups stand in the order of their first places.
    """
    leaders = list(range(len(origins)))
    for later, origin in enumerate(origins):
        for earlier in range(later):
            if leaders[earlier] != leaders[later] and sameness(origins[earlier], origin) is not Sameness.INDEPENDENT:
                kept, joined = sorted((leaders[earlier], leaders[later]))
                leaders = [kept if leader == joined else leader for leader in leaders]
    found: dict[int, list[int]] = {}
    for place, leader in enumerate(leaders):
        found.setdefault(leader, []).append(place)
    return tuple(tuple(sorted(places, key=lambda place: _age(origins[place]))) for places in found.values())


def _age(origin: Origin) -> date:
    """The day it was published; the unknown comes last."""
    return origin.published.first_day or date.max

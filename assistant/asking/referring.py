"""Pronouns of a question that point back into the conversation, and what they point at."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence

from assistant.asking.clauses import (
    ARTICLES,
    AUXILIARIES,
    CLAUSE_WORDS,
    MODALS,
    PLACE_PREPOSITIONS,
    PREPOSITIONS,
    TIME,
    Name,
    bare,
    is_definite,
    is_english_plural,
    is_plural,
    is_verb,
    may_be_noun,
    names,
    take_apart,
)
from assistant.types import Exchange
from vectorstore.language import ENGLISH, detect
from vectorstore.words import STOP_WORDS

_PERSON = frozenset("hun han ho henne ham she he him".split())
_PERSON_OWNS = frozenset("hans hennes hennar his her".split())
_GROUP = frozenset("de dem dei them they those these disse desse".split())
_GROUP_OWNS = frozenset("deres deira their".split())
_THING = frozenset("det den dette denne it that this".split())
_THERE = frozenset("der there dit".split())
_THEN = frozenset("da då then".split())
_JOINING = CLAUSE_WORDS | {"said", "says"}
_HAPPENING = frozenset(
    """
    skje skjer skjedde skjedd hende hendte si sa sagt sier seier mente mener meiner gjort gjøre gjorde gjere oppstå
    happen happened say said says claim claimed do done think mean er var is was
    """.split()
)
_FIXED = frozenset(
    """
    like worth raining snowing take takes rain snow matter
    tar tek regner regnar snør lønner går heter heiter finnes finst kjent klart mulig mogleg
    """.split()
)
_MAY_FOLLOW_AN_ARTICLE = frozenset("to tre fire siste nye første fyrste andre flest fleste flere mest".split())
_SAID = r"(?:sier|seier|sa|said|says|told|opplyser|forteller|fortel|mener|meiner|svarer|uttaler)"
_FARTHEST = 3
_LITTLE = 2


def resolve(text: str, earlier: Sequence[Exchange]) -> str | None:
    """Put what they point at in the place of pronouns; None if none points out of the question."""
    tokens = text.split()
    language = detect(text, default="nb")
    changed: dict[int, str] = {}
    context = ""
    used: set[str] = set()
    for at, token in enumerate(tokens):
        form = token.lower().strip(",.;:")
        rule = next((rule for forms, rule in _RULES.items() if form in forms), None)
        if rule is None or rule.__name__ in used or _is_name_part(tokens, at) or not _points_out(tokens, at, form, language):
            continue
        used.add(rule.__name__)  # the same pronoun again means the same
        found = rule(tokens, at, earlier)
        if found:
            changed[at] = found
        elif at + 1 == len(tokens) or not _has_own_matter(tokens):
            context = about(earlier[-1].question)
    if not changed and not context:
        return None
    said = " ".join(changed.get(at, token) for at, token in enumerate(tokens))
    return f"{said} ({context})" if context else said


def about(question: str) -> str:
    """What a question is about, to be set behind another in brackets."""
    clause = take_apart(question)
    if clause.verb.lower() in _SAYS:
        matter = re.search(r"\b(?:om|about) (.+)", " ".join(clause.rest))
        return matter[1] if matter else " ".join(clause.rest)
    return clause.subject_matter()


def _has_own_matter(tokens: Sequence[str]) -> bool:
    """Whether a question says enough to be searched, so that a pronoun nothing is found for may mean anyone."""
    return len(_content(tokens)) > _LITTLE or bool(names(" ".join(tokens)))


def _content(tokens: Sequence[str]) -> list[str]:
    return [token for token in tokens if token.lower() not in STOP_WORDS | AUXILIARIES]


def _is_name_part(tokens: Sequence[str], at: int) -> bool:
    """Whether a word belongs to a name ("Charles de Gaulle", "IT"), not to the sentence."""
    if at and tokens[at][0].isupper():
        return True
    return 0 < at < len(tokens) - 1 and tokens[at - 1][0].isupper() and tokens[at + 1][0].isupper() and tokens[at] in ("de", "den")


def _points_out(tokens: Sequence[str], at: int, form: str, language: str) -> bool:
    """Whether a form is used as a pronoun here, and nothing before it in its own question is what it means."""
    if form in ("her", "his", "he", "him", "she", "it", "this", "that", "then", "there", "them") and language != ENGLISH:
        return False
    if form in ("den", "der", "de") and language == ENGLISH:
        return False
    if form in _THEN:
        return at == len(tokens) - 1
    if form in _THERE:
        is_adverb = form == "der" and at > 0 and is_verb(tokens[at - 1]) and tokens[at - 1].lower() != "er"
        if form == "there" and tokens[at - 1].lower() in ("are", "is", "was", "were") and take_apart(" ".join(tokens)).noun:
            return False
        return at == len(tokens) - 1 or (is_adverb and not names(" ".join(tokens)))
    if form in _GROUP | {"den", "denne", "dette"} and _is_article(tokens, at):
        return False
    if form in _THING and (_is_in_a_time(tokens, at) or not _stands_for_a_thing(tokens, at, form)):
        return False
    return not _has_antecedent(tokens, at, form)


def _is_article(tokens: Sequence[str], at: int) -> bool:
    """Whether "de", "den" or "these" only introduces the words after it."""
    if at + 1 == len(tokens) or tokens[at].lower() in ("dem", "them", "they"):
        return False
    following = tokens[at + 1].strip(",.")
    if following[0].isdigit():
        return True
    form = following.lower()
    if form in {"som", "who", "which", "that"} | _MAY_FOLLOW_AN_ARTICLE:
        return True
    if form in AUXILIARIES | PREPOSITIONS | STOP_WORDS:
        return False
    if tokens[at].lower() in ("those", "these", "disse", "desse", "denne", "dette"):
        return True
    if at and tokens[at - 1].lower() in MODALS and at + 2 == len(tokens) and is_verb(form):
        return False  # "Når skal de reise?"
    return form.endswith(("e", "ene", "ane"))


def _is_in_a_time(tokens: Sequence[str], at: int) -> bool:
    """Whether a word belongs to a time: "this season"."""
    before = len(" ".join(tokens[:at]))
    return any(match.start() <= before + 1 < match.end() for match in TIME.finditer(" ".join(tokens)))


def _stands_for_a_thing(tokens: Sequence[str], at: int, form: str) -> bool:
    """Whether "det" or "it" means a thing: it ends the clause, follows a preposition, or the question names no other matter."""
    before = tokens[at - 1].lower() if at else ""
    if at + 1 == len(tokens):
        return bool(at)
    if tokens[at + 1].lower() in ("som", "who", "which"):
        return False
    if form in ("den", "det", "dette", "denne", "this", "that") and _is_noun_phrase(tokens, at):
        return form in ("denne", "dette", "this") and not names(" ".join(tokens))
    if before in PREPOSITIONS and form not in ("that",):
        return True
    if form == "that":
        return before in AUXILIARIES and not names(" ".join(tokens))
    others = [token for token in tokens if token.lower() in _FIXED]
    if form == "it":
        opens_clause = (before in ("is", "was") or tokens[at + 1] == "be") and (_JOINING | {"to", "for"}) & set(tokens[at:])
        return not others and not opens_clause and (before in AUXILIARIES or is_verb(before))
    after = [token for token in tokens[at + 1 :] if token.lower() not in STOP_WORDS | AUXILIARIES]
    is_copula = before in ("er", "var", "finnes", "finst", "ble", "blir", "vart", "blei", "har", "hadde")
    named = any(may_be_noun(token) and not is_definite(token) for token in after if token.lower() not in _HAPPENING)
    counted = is_copula and (bool(take_apart(" ".join(tokens)).noun) or named)
    return not others and not counted and not names(" ".join(tokens)) and len(after) <= 2 and not any(map(is_definite, after))


def _is_noun_phrase(tokens: Sequence[str], at: int) -> bool:
    form = tokens[at + 1].lower()
    if tokens[at].lower() in ("this", "that"):
        is_word = form not in AUXILIARIES | PREPOSITIONS | STOP_WORDS and not is_verb(form)
        return is_word and at > 0 and tokens[at - 1].lower() in PREPOSITIONS
    return (
        form[0].isdigit()
        or is_definite(form)
        or (at + 2 < len(tokens) and form.endswith("e") and (may_be_noun(tokens[at + 2]) or tokens[at + 2][0].isupper()))
    )


def _has_antecedent(tokens: Sequence[str], at: int, form: str) -> bool:
    """Whether the question itself says who or what is meant: earlier, with a joining word or "his" between, or after a comma."""
    head = tokens[:at]
    is_last = at + 1 == len(tokens) or form in ("dem", "henne", "ham", "them", "him")
    joined = [place for place, token in enumerate(head[: at - 1] if is_last else head) if place and token.lower() in _JOINING]
    owns = form in _PERSON_OWNS | _GROUP_OWNS | {"its"}
    if owns and head and head[0].lower() in ("who", "hvem", "kven") and _content(head[:-1] if is_definite(head[-1]) else head):
        return True
    if _is_beside_comma(tokens, at):
        return True
    if form in ("han", "hun", "ho", "he", "she") and any(name.kind() != "place" for name in names(" ".join(head))):
        return True  # a clause has one subject: this one is of a clause within
    scope = head[:-1] if owns else head[: joined[-1]] if joined else []
    if head and head[0].lower() in _JOINING - {"når", "who", "which", "when"} and any("," in token for token in tokens):
        return bool(names(" ".join(tokens[at + 1 :]), first=True))
    wanted = form in _PERSON | _PERSON_OWNS
    named = [name for name in names(" ".join(scope)) if not wanted or name.kind() not in ("place",)]
    common = any(
        is_definite(token)
        or (place and scope[place - 1].lower() in ("the", "a", "an", "en", "ein", "ei") and token.lower() not in STOP_WORDS)
        for place, token in enumerate(scope)
    )
    return bool(scope) and bool(named or common or len(_content(scope)) >= _LITTLE)


def _is_beside_comma(tokens: Sequence[str], at: int) -> bool:
    """Whether a phrase set off by a comma says what is meant: "Apart from its schools, what does the university run?"."""
    comma = next((place for place, token in enumerate(tokens) if token.endswith(",")), None)
    if comma is None:
        return False
    return len(_content(tokens[: comma + 1] if at > comma else tokens[comma + 1 :])) >= _LITTLE


def _person(tokens: Sequence[str], at: int, earlier: Sequence[Exchange]) -> str:
    name = _who(earlier)
    if not name or tokens[at].lower() not in _PERSON_OWNS:
        return name
    following = tokens[at + 1].lower() if at + 1 < len(tokens) else ""
    is_object = tokens[at].lower() == "her" and (
        not following or following in PREPOSITIONS | AUXILIARIES | STOP_WORDS or following in _THEN
    )
    return name if is_object else _owning(name, tokens, at)


def _owning(owner: str, tokens: Sequence[str], at: int) -> str:
    if tokens[at].lower() in ("his", "her", "their", "its"):
        return f"{owner}'s"
    after_noun = bool(at) and is_definite(tokens[at - 1])
    return f"til {owner}" if after_noun else owner if owner.endswith("s") else f"{owner}s"


def _who(earlier: Sequence[Exchange]) -> str:
    """The last person named in the question, else in its cited sentences, else in the exchange before; "" if there is none."""
    for exchange in reversed(earlier[-_FARTHEST:]):
        asked = [name for name in names(exchange.question) if _may_be_person(name)]
        if full := [name for name in asked if name.kind() == "person"]:
            return full[-1].text
        for sentence in exchange.cited:
            if found := _person_in(sentence):
                return _completed_by(asked, found)
        if asked:
            return asked[-1].text
    return ""


def _completed_by(asked: Sequence[Name], found: str) -> str:
    return next((name.text for name in asked if not name.kind() and name.text not in found and name.before in _SAYS), found)


_SAYS = frozenset("sa sier seier mener meiner did does har has er is".split())


def _may_be_person(name: Name) -> bool:
    return name.kind() in ("person", "") and name.before not in ("i", "på", "in", "at", "from", "fra", "frå", "til", "to")


def _person_in(sentence: str) -> str:
    """The person of a sentence: who speaks, before who has a title, before who is first named in full."""
    found = [name for name in names(sentence, first=True) if name.kind() == "person"]
    for name in found:
        near = f"{sentence[max(0, name.start - 40) : name.start]}|{sentence[name.end : name.end + 12]}"
        if re.search(rf"\b{_SAID}(?: [\wæøå-]+){{0,3}} \||\| {_SAID}\b", near):
            return name.text
    return found[0].text if found else ""


def _group(tokens: Sequence[str], at: int, earlier: Sequence[Exchange]) -> str:
    """Who "they" are: those that the last question counts, a group or organisation in it, else the first of the cited sentence."""
    question = bare(earlier[-1].question)
    found = _counted(question, tokens[at - 1].lower() if at else "") or _last_group(question) or _first_group(earlier[-1].cited)
    return _owning(found, tokens, at) if found and tokens[at].lower() in _GROUP_OWNS else found


def _counted(question: str, before: str) -> str:
    """Those counted in a question, as a phrase: "boliger som ble tatt av raset"."""
    clause = take_apart(question)
    if not clause.asking or clause.asking[-1].lower() not in ("mange", "many", "hvilke", "which"):
        return ""
    language = detect(question, default="nb")
    rest = " ".join(clause.rest)
    has_subject = bool(clause.rest) and (clause.rest[0][0].isupper() or clause.rest[0].lower() in ARTICLES)
    if has_subject and clause.verb.lower() in AUXILIARIES:
        return " ".join((*clause.noun, *(word for word in clause.rest if word.lower() not in ("det", "there"))))
    pronoun, relative = {"nb": ("de", "som"), "nn": ("dei", "som")}.get(language, ("those", "who" if not clause.noun else "that"))
    article = "the" if language == ENGLISH and before == "of" else ""
    head = " ".join(filter(None, (article, *clause.noun))) if clause.noun else pronoun
    return " ".join(filter(None, (head, relative, clause.verb, rest)))


def _last_group(question: str) -> str:
    tokens = question.split()
    groups = [name for name in names(question) if name.kind() == "organisation"]
    lower = [at for at, token in enumerate(tokens) if at and token[0].islower()]
    plural = [at for at in lower if is_plural(tokens[at]) or is_english_plural(tokens[at - 1], tokens[at])]
    if plural and not (groups and question.find(groups[-1].text) > len(" ".join(tokens[: plural[-1]]))):
        at = plural[-1]
        return f"the {tokens[at]}" if tokens[at - 1].lower() == "the" else tokens[at]
    return groups[-1].text if groups else ""


def _first_group(cited: Iterable[str]) -> str:
    for sentence in cited:
        first = re.match(r"\W*(?:(The|De|Dei) )?(\w+)", sentence)
        if first and (is_plural(first[2]) or is_english_plural(first[1] or "", first[2])):
            return f"the {first[2]}" if first[1] == "The" else first[2].lower()
        if groups := [name for name in names(sentence, first=True) if name.kind() == "organisation"]:
            return groups[0].text
    return ""


def _thing(tokens: Sequence[str], at: int, earlier: Sequence[Exchange]) -> str:
    """The thing of the last question; "" where what happened or was said is meant, not a thing."""
    verbs = {token.lower().strip(",") for token in tokens if token.lower() in _HAPPENING}
    form = tokens[at].lower()
    is_bare = len([token for token in tokens if token.lower() not in STOP_WORDS | AUXILIARIES | _HAPPENING]) == 0
    if form in ("that", "dette", "this") or (form in ("det", "it") and verbs and is_bare):
        return ""
    return _definite(bare(earlier[-1].question), form)


def _definite(question: str, form: str) -> str:
    """The definite noun, with what belongs to it, of the gender of "det" or "den"; the last that no preposition governs."""
    tokens = question.split()
    heads = [at for at, token in enumerate(tokens) if _is_head(tokens, at)]
    fitting = [at for at in heads if tokens[at].endswith("et") == (form == "det") or form == "it"] or heads
    free = [at for at in fitting if tokens[_phrase_start(tokens, at) - 1].lower() not in PREPOSITIONS] or fitting
    if not free:
        called = [name for name in names(question) if name.kind() not in ("person", "place")]
        return called[-1].text if called and form in ("it", "den") else ""
    return " ".join(tokens[_phrase_start(tokens, free[-1]) : _phrase_end(tokens, free[-1])])


def _is_head(tokens: Sequence[str], at: int) -> bool:
    if not at or tokens[at].lower() in STOP_WORDS:
        return False
    return is_definite(tokens[at]) or (tokens[at].islower() and "the" in [token.lower() for token in tokens[max(0, at - 2) : at]])


def _phrase_start(tokens: Sequence[str], at: int) -> int:
    return next((place for place in range(at - 1, max(-1, at - 4), -1) if tokens[place].lower() in ("the", "den", "det", "de", "dei")), at)


def _phrase_end(tokens: Sequence[str], at: int) -> int:
    """Where the noun's own prepositional phrases and names end."""
    end = at + 1
    while end < len(tokens):
        if tokens[end].lower() in PLACE_PREPOSITIONS | {"of", "av", "ved"} and end + 1 < len(tokens):
            end += 2
        elif tokens[end][0].isupper() or tokens[end].isdigit():
            end += 1
        else:
            break
    return end


def _place(tokens: Sequence[str], at: int, earlier: Sequence[Exchange]) -> str:
    inside = "in" if tokens[at].lower() == "there" else "i"
    for text in (bare(earlier[-1].question), *earlier[-1].cited):
        found = [name for name in names(text) if name.before in PLACE_PREPOSITIONS | {"of", "av"}]
        if found:
            moves = found[-1].before in ("of", "av", "fra", "frå", "from", "to", "til", "into", "across")
            return f"{inside if moves else found[-1].before} {found[-1].text}"
    called = [name for name in names(earlier[-1].question) if not name.kind()]
    return f"{inside} {called[-1].text}" if called else ""


def _time(tokens: Sequence[str], at: int, earlier: Sequence[Exchange]) -> str:
    found = TIME.search(earlier[-1].question)
    return found[0] if found else ""


_RULES: Mapping[frozenset[str], Callable[[Sequence[str], int, Sequence[Exchange]], str]] = {
    _PERSON | _PERSON_OWNS: _person,
    _GROUP | _GROUP_OWNS: _group,
    _THING | {"its"}: _thing,
    _THERE: _place,
    _THEN: _time,
}

"""English forms that no stemmer brings to their lemma: "fled" and "flee" must meet, for a gloss is a lemma. Pure data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

_VERBS = """
    arise arose arisen; awake awoke awoken; be am is are was were been being; bear bore borne; beat beaten; become became; begin began
    begun; bend bent; bind bound; bite bit bitten; bleed bled; blow blew blown; break broke broken; breed bred; bring brought; build
    built; burn burnt; buy bought; catch caught; choose chose chosen; cling clung; come came; creep crept; deal dealt; dig dug; do
    does did done; draw drew drawn; dream dreamt; drink drank drunk; drive drove driven; dwell dwelt; eat ate eaten; fall fell fallen;
    feed fed; feel felt; fight fought; find found; flee fled; fling flung; fly flew flown flies; forbid forbade forbidden; forecast
    forecasted; foresee foresaw foreseen; forget forgot forgotten; forgive forgave forgiven; freeze froze frozen; get got gotten; give
    gave given; go goes went gone; grind ground; grow grew grown; hang hung; have has had; hear heard; hide hid hidden; hold held;
    keep kept; kneel knelt; know knew known; lay laid; lead led; lean leant; leap leapt; learn learnt; leave left; lend lent; lie
    lying; light lit; lose lost; make made; mean meant; meet met; mislead misled; mistake mistook mistaken; misunderstand
    misunderstood; outdo outdid outdone; overcome overcame; overtake overtook overtaken; overthrow overthrew overthrown; oversee
    oversaw overseen; pay paid; prove proven; rebuild rebuilt; resell resold; ride rode ridden; ring rang rung; rise rose risen; run
    ran; say said; see saw seen; seek sought; sell sold; send sent; sew sewn; shake shook shaken; shed; shine shone; shoot shot; show
    shown; shrink shrank shrunk; sing sang sung; sink sank sunk; sit sat; slay slew slain; sleep slept; slide slid; sow sown; speak
    spoke spoken; speed sped; spell spelt; spend spent; spill spilt; spin spun; spit spat; spoil spoilt; spring sprang sprung; stand
    stood; steal stole stolen; stick stuck; sting stung; stink stank stunk; strike struck stricken; strive strove striven; swear swore
    sworn; sweep swept; swell swollen; swim swam swum; swing swung; take took taken; teach taught; tear tore torn; tell told; think
    thought; throw threw thrown; tread trod trodden; undergo underwent undergone; understand understood; undertake undertook
    undertaken; uphold upheld; wake woke woken; wear wore worn; weave wove woven; weep wept; win won; withdraw withdrew withdrawn;
    withhold withheld; withstand withstood; write wrote written; die dying; tie tying
"""
_NOUNS = """
    man men; woman women; child children; person people persons; foot feet; tooth teeth; goose geese; mouse mice; wolf wolves; calf
    calves; half halves; knife knives; leaf leaves; life lives; loaf loaves; self selves; shelf shelves; thief thieves; wife wives; ox
    oxen; crisis crises; analysis analyses; basis bases; thesis theses; hypothesis hypotheses; oasis oases; phenomenon phenomena;
    criterion criteria; medium media; datum data; bacterium bacteria; stadium stadia; stimulus stimuli; nucleus nuclei; fungus fungi;
    alumnus alumni; policeman policemen; policewoman policewomen; fireman firemen; fisherman fishermen; spokesman spokesmen;
    spokeswoman spokeswomen; chairman chairmen; businessman businessmen; gunman gunmen; congressman congressmen; frenchman frenchmen;
    englishman englishmen; irishman irishmen; grandchild grandchildren; stepchild stepchildren
"""
_OTHERS = "good better best; bad worse worst; far farther further farthest furthest; old elder eldest"


def _pairs() -> Iterator[tuple[str, str]]:
    for row in "; ".join((_OTHERS, _NOUNS, _VERBS)).split(";"):
        lemma, *forms = row.split()
        yield from ((form, lemma) for form in forms)


LEMMAS: Mapping[str, str] = dict(_pairs())
"""Irregular form -> lemma. Where two lemmas share a form, the verb has it: "found" is "find", "left" is "leave"."""

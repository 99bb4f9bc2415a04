"""Whether a time without a year, "søndag" or "in October", is still to come: by the verb of its clause."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from vectorstore.facts.calendar_words import any_of

_REACH = 160
"""How far a clause is followed to either side; news sentences are seldom longer."""
_NEAR = 24


def _words(listed: str) -> str:
    """A pattern of listed words; an underscore stands for a blank."""
    return any_of(word.replace("_", " ") for word in listed.split())


_NORWEGIAN_FUTURE = _words("""
    skal skulle vil ville må bør kommer_til_å kjem_til_å blir vert ventes ventast forventes er_ventet er_venta er_forventet
    er_planlagt er_planlagd er_satt_til er_satt_opp er_sett_opp er_lagt_til er_lagd_til er_utsatt_til er_utsett_til er_sett_til
    planlegger planlegg planlegges planleggast håper_å håpar_å lover_å lovar_å tar_sikte_på etter_planen planlagt berammet beramma
    foran starter startar begynner byrjar åpner opnar åpnes opnast møtes møtest venter ventar stengjer kommer kjem arrangeres
    arrangerer arrangerast arrangerar avholdes holdes haldast behandles behandlast behandler handsamar slutter sluttar stenger
    stenges avgjøres avgjerast presenterer feirer feirar gjenåpner gjenopnar vender_tilbake returnerer ankommer lanserer lanseres
    trer trår overtar overtek flytter flyttar utvides innføres kåres stemmer røystar debuterer avslutter avsluttar fortsetter
    fortset utløper går_av offentliggjøres publiseres besøker besøkjer gjester innleder inviterer inviterar rykker om_å_få
    om_å_leggje ønsker_å ønskjer_å vil_ha krever krev finner_sted finn_stad tiltrer tiltrår gjelder gjeld går_inn tar_til tek_til
    gjenopptas gjenopptek vises sendes settes_i_gang blir_det trekkes trekkjer satser avdukes konserterer arbeider_videre tar_over
    tek_over tar_fatt tek_fatt
""")
_NORWEGIAN_MAYBE_FUTURE = r"(?!deres\b|felles\b|hennes\b|alles\b)\w{3,}(?:[^n\W]es|åpnes|fjernes|ast|tas|gis)|" + _words("""
    kan møter reiser velger vel spiller spelar holder held legger legg deles fyller drar dreg skjer tar tek får går
""")
_NORWEGIAN_PAST = _words("""
    kan_ha må_ha skulle_ha skulle_vært skulle_vore ville_ha ville_ikke ville_ikkje var ble blei vart hadde har sa sier seier
    opplyser opplyste melder meldte skriver skriv skrev skreiv forteller fortel fortalte fikk gikk gjekk kom tok ga gav gjorde vant
    tapte falt sto stod satt slo fant fann dro drog mener meiner hevder hevdar uttaler uttalar understreker bekrefter stadfestar
    svarer svarar omkom døde døydde vedtok vedtatt fekk såg låg heldt laut vann stakk dreiv drev sleit reiv brann_ned brann_opp
    brann_inne brant sprang la_fram la_frem fór kraup greip grep skaut skjøt rauk røk frøs fraus trakk drakk stal sov skar beit bet
    sprakk forsvann slapp bad ba hogg hugg flaug fløy forliste gikk_av gjekk_av trakk_seg gjekk_ned drukna druknet begynte byrja
    starta startet åpnet opna stengte avslutta avsluttet møttes møttest spilte spela reiste vedteke bestemte varslet varsla
    kunngjorde stemte røysta arresterte pågrep drepte fengslet fengsla dømte lanserte leverte flyttet flytta selde solgte kjøpte
    innrømmet innrømte presenterte
""")
_SAID_TO_HAVE = r"skal (?:\w+ )?ha (?!møte\b|årsmøte\b|klare\b)\w+(?:t|dd|a|e)"
_NORWEGIAN_MAYBE_PAST = (
    r"(?!første\b|fyrste\b|siste\b|ofte\b|både\b|\w*(?:este|ørste|inste|møte|støtte|liste|hytte|gate|rute|note|kvote|bilde|side"
    r"|tilbake|ende|ande|tide)\b)"
    r"\w{2,}(?:te|de)"
)
_ENGLISH_FUTURE = _words("""
    will will_have shall won't 'll would must should might is_to are_to was_to were_to is_due are_due was_due were_due due_to_be
    due_to_start due_to_open due_to_begin is_forecast are_forecast is_set are_set is_expected are_expected was_expected
    were_expected is_scheduled are_scheduled was_scheduled were_scheduled is_planned are_planned is_slated plans_to plan_to
    planning_to planned_for scheduled_for expected_to scheduled_to set_to hopes_to hope_to aims_to intends_to agreed_to promised_to
    going_to ready_to slated_to preparing_to ahead_of has_until have_until needs_to need_to has_to have_to opens begins starts meets
    takes_place take_place returns kicks_off kick_off closes arrives resumes expires goes launches hosts reopens celebrates debuts
    airs premieres takes_effect takes_over returns_to takes appears flies testifies leaves becomes joins decides releases publishes
    unveils performs receives undergoes continues introduces comes resume begin want wants demand demands runs hold
""")
_MAY = r"(?<!in )(?<!of )(?<!early )(?<!late )(?<!since )(?<!by )may(?= [a-z])"
"""The verb rather than the month."""
_ENGLISH_MAYBE_FUTURE = rf"(?:is|are|'re) \w+ing|{_MAY}|" + _words("""
    can could plays faces votes visits travels heads ends marks play face open begin start meet return vote
""")
_ENGLISH_PAST = _words("""
    would_have should_have could_have might_have may_have would_not_say would_not_comment wouldn't was were had has have 've did
    didn't said told says tells became came went took gave began saw rose fell wrote spoke broke drew flew knew chose threw swore
""")
_ENGLISH_MAYBE_PAST = r"\w{2,}ed|" + _words("""
    held met won lost made found sent brought left led ran sat stood hit cut put shot struck shut paid built fought swept bought
""")


def _markers(future: str, maybe_future: str, past: str, maybe_past: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?:(?<!\w)|(?='))(?:(?P<past>{past})|(?P<future>{future})|(?P<maybe_past>{maybe_past})|(?P<maybe_future>{maybe_future}))(?!\w)"
    )


_MARKERS = {
    True: _markers(_ENGLISH_FUTURE, _ENGLISH_MAYBE_FUTURE, _ENGLISH_PAST, _ENGLISH_MAYBE_PAST),
    False: _markers(_NORWEGIAN_FUTURE, _NORWEGIAN_MAYBE_FUTURE, f"{_SAID_TO_HAVE}|{_NORWEGIAN_PAST}", _NORWEGIAN_MAYBE_PAST),
}
_JUST_BEFORE = re.compile(
    r"(?<!\w)(?:er(?: på| til| i| den)?|(?:planlagt|ventet|venta|berammet|satt|varslet|varsla)(?: til| i| på)|(?:is|are)(?: on| in"
    r"| for| over)?"
    r"|(?:due|scheduled|planned|expected|set|slated|booked)(?: on| in| for| by| at| from)) $"
)
"""What a time that is to come stands right after: "kampen er på søndag"."""
_JUST_AFTER = re.compile(r" (?:er det|is) ")
_CLAUSE = re.compile(
    r"[.!?;:](?= |$)|\n|, | - |[\"«»()]|(?<!\w)(?:at|that|som|who|which|fordi|because|men|but|mens|medan|while|when|da|då|når|hvis"
    r"|dersom|if|where)(?!\w)"
)
_SENTENCE = re.compile(r"[.!?](?= |$)|\n")
_COORDINATION = re.compile(r"(?<!\w)(?:og|and)(?!\w)")


class Clauses:
    """The clauses of a text and the verbs in them that tell past from future; `plain` is the text in small letters."""

    def __init__(self, text: str, plain: str, *, is_english: bool) -> None:
        self._plain = plain
        self._markers = [(match.start(), match.end(), match.lastgroup or "") for match in _MARKERS[is_english].finditer(plain)]
        self._clauses = [match.span() for match in _CLAUSE.finditer(plain) if not _is_abbreviation(text, match)]
        self._sentences = [match.span() for match in _SENTENCE.finditer(plain) if not _is_abbreviation(text, match)]
        self._coordinations = [match.span() for match in _COORDINATION.finditer(plain)]

    def is_future(self, start: int, end: int) -> bool | None:
        """Whether the clause around plain[start:end] tells of what is to come; the verb before it counts first. None if no verb says."""
        if _JUST_BEFORE.search(self._plain[max(0, start - _NEAR) : start]):
            return True
        before = self._verdict(_last_end(self._clauses, start), start, is_before=True)
        if before is not None:
            return before
        if _JUST_AFTER.match(self._plain, end):
            return True
        follows = end + self._plain.startswith(",", end)
        after = self._verdict(end, min(_first_start(self._clauses, follows), _first_start(self._coordinations, follows)), is_before=False)
        return after if after is not None else self._verdict(_last_end(self._sentences, start), start, is_before=True)

    def _verdict(self, start: int, end: int, *, is_before: bool) -> bool | None:
        """The nearest marker decides; one that may be a participle or a noun only where there is no surer one."""
        first = bisect_left(self._markers, (max(start, end - _REACH) if is_before else start,))
        last = bisect_left(self._markers, (end if is_before else min(end, start + _REACH),))
        kinds = [kind for _, ends, kind in self._markers[first:last] if ends <= end]
        sure = [kind for kind in kinds if not kind.startswith("maybe")] or kinds
        return sure[-1 if is_before else 0].endswith("future") if sure else None


def _is_abbreviation(text: str, match: re.Match[str]) -> bool:
    """Whether a full stop ends no sentence: "7. juni", "ca. 20"."""
    follows = text[match.end() + 1 : match.end() + 2]
    return match[0] == "." and (follows.islower() or follows.isdigit())


def _last_end(spans: Sequence[tuple[int, int]], before: int) -> int:
    """Where the last of the spans ends that stands before an offset."""
    place = bisect_right(spans, (before, -1)) - 1
    return min(spans[place][1], before) if place >= 0 else 0


def _first_start(spans: Sequence[tuple[int, int]], after: int) -> int:
    """Where the first of the spans begins that stands after an offset."""
    place = bisect_left(spans, (after, -1))
    return spans[place][0] if place < len(spans) else after + _REACH

"""Agencies and outlets: those who pass on what others say."""

from __future__ import annotations

import re
from collections.abc import Sequence

_KNOWN = frozenset(
    """
    ntb npk nynorsk_pressekontor reuters afp ap associated_press the_associated_press tt ritzau dpa ansa efe xinhua tass itar-tass interfax
    ria ria_novosti novosti upi bloomberg anadolu irna sana petra kcna yonhap kyodo belga apa stt unian ukrinform agence_france-presse nrk
    nrk_nyheter vg tv_2 tv2 tv_2_nyhetene tv2_nyhetene aftenposten dagbladet bt bergens_tidende adresseavisen adressa stavanger_aftenblad
    aftenbladet klassekampen dagsavisen vårt_land nationen dagens_næringsliv dn e24 nettavisen abc_nyheter khrono morgenbladet dag_og_tid
    nordlys itromsø fædrelandsvennen agderposten sunnmørsposten romsdals_budstikke drammens_tidende budstikka varden telemarksavisa dagen
    finansavisen kapital document resett filter_nyheter faktisk faktisk.no journalisten kampanje medier24 p4 radio_norge
    gudbrandsdølen_dagningen gd oppland_arbeiderblad hamar_arbeiderblad østlendingen sunnhordland haugesunds_avis firda firdaposten møre
    avisa_oslo avisa_nordland bladet_vesterålen lofotposten altaposten ruijan_kaiku ságat framtid_i_nord aura_avis bbc bbc_news cnn rt
    russia_today sky sky_news itv channel_4 channel_4_news al_jazeera al-jazeera al_arabiya al-arabiya france_24 euronews fox_news fox nbc
    nbc_news abc abc_news cbs cbs_news msnbc pbs npr cnbc politico axios vox buzzfeed huffpost time newsweek wall_street_journal wsj
    new_york_times nyt washington_post los_angeles_times usa_today new_yorker guardian observer independent telegraph daily_telegraph
    sunday_times the_times daily_mail daily_mirror financial_times ft economist the_economist le_monde libération le_figaro der_spiegel
    spiegel die_welt bild die_zeit frankfurter_allgemeine faz süddeutsche_zeitung el_país el_pais el_mundo la_repubblica corriere_della_sera
    haaretz jerusalem_post times_of_israel al-monitor al-ahram arab_news middle_east_eye svt dagens_nyheter svenska_dagbladet expressen
    aftonbladet göteborgs-posten sveriges_radio sr ekot dr tv_2_danmark politiken berlingske jyllands-posten ekstra_bladet information yle
    helsingin_sanomat ruv rúv iltalehti hufvudstadsbladet deutsche_welle dw voice_of_america voa radio_free_europe rfe/rl kyiv_independent
    kyiv_post ukrainska_pravda novaja_gazeta novaya_gazeta meduza moscow_times the_moscow_times kommersant vedomosti global_times
    people's_daily china_daily south_china_morning_post scmp cctv cgtn nhk asahi_shimbun straits_times the_hindu times_of_india dawn
    geo_news tolo_news tolonews al_mayadeen al-mayadeen al-manar rudaw kurdistan_24 sabc barents_observer the_barents_observer
    high_north_news dagsrevyen dagsnytt dagsnytt_18 politisk_kvarter god_morgen_norge dagsnytt_atten
    """.split()
)
_SUFFIX = re.compile(
    r"(?<=\w\w)(?:avis[ae]?n?|avisene|posten|bladet|aftenblad|arbeiderblad|tidende|tidend|budstikk[ae]|nytt|ekspressen|dagblad|ukeblad|nyhetene|nyheter"
    r"|nyheiter|nyheitene|kringkasting|radio|radioen|zeitung|shimbun|tidningen|telegraf|kuréren|kureren|dølen|tidningar|pressen)$"
)
_ENDS = frozenset(
    """
    times gazette herald tribune courier chronicle journal telegraph guardian mirror observer mail post news radio tv television
    broadcasting bulletin dispatch examiner globe sentinel advertiser standard argus echo inquirer enquirer newspaper fm wire newswire press
    daily weekly magazine broadcaster channel tidende avis blad dagblad aftenblad arbeiderblad folkeblad tidend ukeblad
    """.split()
)
_BEGINS = frozenset("avisa avisen bladet radio tv kringkasting channel daily kanal".split())
_TITLE = re.compile(
    r"(?:[\w-]*(?:avis[ae]n?|nyhetsbyrå(?:et)?|nyheitsbyrå(?:et)?|pressebyrå(?:et)?|byrået|tv-kanal(?:en)?|kanal(?:en)?|nettsted(?:et)?"
    r"|nettstad(?:en)?|nettavis[ae]n?|lokalavis[ae]n?|magasinet|tidsskriftet|ukebladet|vekebladet|tv-stasjonen|radiokanal(?:en)?"
    r"|radiostasjon(?:en)?|fagblad(?:et)?|dagsavis[ae]n?|riksavis[ae]n?)|newspapers?|tabloid|broadcaster|agency|newswire|magazine|channel"
    r"|daily|weekly|station|website|outlet|network|wire)"
)
_MANNERS = (
    "state|local|russian|syrian|chinese|iranian|israeli|turkish|american|british|national|international|foreign|several|other|state-run"
    "|state-owned|danish|swedish|german|french|italian|regional|norwegian"
)
_NORWEGIAN_MANNERS = (
    r"flere|fleire|andre|enkelte|ulike|\w+ske?|lokale|statlige|statlege|utenlandske|utanlandske|internasjonale|statens|statlig|statleg|lokal"
    "|nasjonale"
)
_MEDIA = (
    "media|television|tv|radio|news agency|newspapers?|media reports|press reports|news reports|media outlets|broadcaster|news agencies"
    "|news media|press"
)
_NORWEGIAN_MEDIA = (
    "medier|medium|media|mediene|aviser|avisen|avisa|lokalavisa|lokalavisen|nyhetsbyrået|nyheitsbyrået|nyhetsbyråer|nyheitsbyrå|fjernsyn|fjernsynet"
    "|kringkasteren|tv|tv-kanaler|kanalen|presse|statsmedier|statsmedium|pressen|nettavisen|tv-kanalen"
)
_UNNAMED = re.compile(rf"(?:\w+ )?(?:(?:{_MANNERS}) )*(?:{_MEDIA})|(?:(?:{_NORWEGIAN_MANNERS}) )*(?:{_NORWEGIAN_MEDIA})")
_IN_CAPITALS = frozenset("ap dr tt ft dn bt sr dw pa efe nrk vg".split())
"""Short names that are outlets in capitals only: "Ap" is a party."""
_WITH_BRANCHES = frozenset("nrk bbc cnn tv_2 tv2 reuters afp ntb vg svt npr al_jazeera sky itv cbs nbc dw".split())
"""Outlets whose branches have a name behind theirs: "NRK Vestland", "BBC Arabic"."""
_AGENCY = frozenset(["agency"])
_SHORT = 3
_LONGEST_SUFFIX = 20


def is_outlet(name: Sequence[str]) -> bool:
    """Whether words as written, without article, are the name of an agency or outlet, known or made like one."""
    if not name:
        return False
    words = [word.casefold() for word in name]
    joined = "_".join(words)
    if joined in _IN_CAPITALS:
        return name[0].isupper() and len(name[0]) > 1
    if joined in _KNOWN or f"the_{joined}" in _KNOWN or (len(joined) > _SHORT and joined.endswith("s") and joined[:-1] in _KNOWN):
        return True
    is_branch = words[0] in _WITH_BRANCHES or "_".join(words[:2]) in _WITH_BRANCHES
    if len(words) > 1 and (words[-1] in _ENDS or words[0] in _BEGINS or is_branch):
        return True
    return _SUFFIX.search(words[-1][-_LONGEST_SUFFIX:]) is not None


def is_outlet_title(word: str, before: str = "") -> bool:
    """Whether the word before a name says that it is an outlet's; an agency is one only as a news agency."""
    if word in _AGENCY:
        return before in {"news", "press"}
    return _TITLE.fullmatch(word) is not None


def is_unnamed_outlet(words: Sequence[str]) -> bool:
    """Whether the words are outlets without a name: "local media", "statlig fjernsyn"."""
    return len(words) <= 6 and _UNNAMED.fullmatch(" ".join(words)) is not None

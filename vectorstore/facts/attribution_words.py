"""What decides, beside the verb itself, whether somebody is named as a source."""

from __future__ import annotations

import re
from collections.abc import Mapping

FINITE = frozenset(
    """
    er var har hadde blir ble blei vart kan vil skal må bør kunne ville skulle måtte får fikk fekk is are was were has had have will would
    can could should may might must do did does
    """.split()
)
"""Verbs after which a name before them is their subject, not that of the speech verb before it: "sier politiet har"."""

PASSIVE = frozenset("is are was were be been being".split())
BE = PASSIVE | frozenset("ble blei vart blir er blitt vorte vert".split())
NEAR = frozenset(
    """
    ser gir gjør la legger legg slår slo peker pekte peikar peika viser viste syner synte held trekker trekte føyer føydde minner minnet
    minte minna regner reknar regnet rekna venter ventet ventar ber ba bad tyder tydar ler lo put puts went goes found find finds fant fann
    feels felt sees saw called calls pointed points showed shows show teased husker hugsar varsler nekter nektet agreed agrees kritiserer
    roser takker
    """.split()
)
"""Verbs of so many other meanings that "at" or "that" must follow close behind."""

EVIDENCE = frozenset(
    "viser viste syner synte tyder tydar shows showed show found finds find fant fann".split()
)
"""What a report or figures do: their author is the speaker."""

FINDINGS = frozenset("found finds find fant fann".split())
REPORTING_FIRST_HAND = frozenset("reported recalled described remembered".split())
THINGS = frozenset(
    """
    loven lova lov skiltet reglene reglane regelen planen avtalen avtala boka boken filmen teksten kontrakten historien historia ryktene
    rykta saken saka hendelsen hendinga ulykken ulykka erfaringen erfaringa tiden tida magefølelsen ordtaket bibelen law rules sign contract
    history experience story legend bible clock results evidence tests findings signs images footage symptoms meg seg det
    """.split()
)
"""Subjects of "says" that nobody quotes."""

_CALL = frozenset("called calls kaller kalte kallar kalla".split())
_DESCRIBE = frozenset("describes described beskriver beskrev beskreiv omtaler omtalte betegner karakteriserer".split())
CALLS: Mapping[str, frozenset[str]] = {
    **dict.fromkeys(_CALL, frozenset("a an en ei et ein eit for".split())),
    **dict.fromkeys(_DESCRIBE, frozenset(["as", "som"])),
}
"""Verbs that judge something, and the words that show that they do: a doctor may be called, too."""

JUDGEMENT = re.compile(
    r"\w{2,}(?:lige?|lege?|løse?t?|løst|lause?t?|laust)|\w+(?:ful|ous|able|ible|less|ive|ical|ematic)|absurd|false|untrue|wrong|nonsense|premature|illegal|unfair"
    r"|unjust|cowardly|tragic|disgraceful|feigt|trist|uakseptabelt|tragisk|galt|uriktig"
)
CLAIMS = frozenset("claimed claims claim".split())
PRIZES = frozenset(
    """
    life lives title titles victory responsibility gold silver bronze medal medals win seat seats crown trophy benefits victims prize asylum
    insurance wicket point points record place credit throne
    """.split()
)
"""What is claimed without saying anything."""

DISMISSES = frozenset("dismissed dismisses rejected rejects tilbakeviser tilbakeviste tilbakevist refutes refuted".split())
WITH_LINK: Mapping[str, str] = {
    **dict.fromkeys("accused accuses accuse".split(), "of"),
    **dict.fromkeys("put puts".split(), "at"),
    **dict.fromkeys("expects expected expect".split(), "to"),
    **dict.fromkeys("anklager anklaget anklagar beskylder beskyldte skuldar skulda".split(), "for"),
}
"""Verbs whose object becomes a statement by a word behind it: "accused the driver of"."""

CONFIRMS = frozenset("bekrefter bekreftet bekrefta bekreftar stadfester stadfesta stadfestar confirmed confirms confirm".split())
OWN = frozenset("sin si sitt sine his her their its".split())
SPEAKING_FOR_OTHERS = tuple("minister talsmann talsperson talskvinne spokesman spokeswoman spokesperson politiadvokat official".split())
"""The ends of titles whose bearers speak for others."""

SAID_BY_OTHERS = tuple(
    """
    report claim allegation accusation charge rumour rumor involvement wrongdoing påstand anklage anklaga beskyld rykte rykta kritikk
    opplysning estimate figure number anslag tall tala skulding melding nyhet nyheit lekkasje speculation suggestion
    """.split()
)
"""How the words for what others have said begin: to deny that is to say something, to deny a shot on goal is not."""

PLANS = frozenset(
    """
    plan planen planane planer loven lova lov reglene reglane regler reglar avtalen avtala avtale avtalene schedule law rules plans
    tradition legend tradisjonen skikken boka boken bibelen oppskriften oppskrifta programmet programme program kalenderen kartet map height
    size age rank taste sagnet segna seg me meg min vår
    """.split()
)
"""What things go according to without anybody's saying so."""

TIMES_TOLD = frozenset("ganger gonger gang gong times".split())
UNITS_OF_TIME = TIMES_TOLD | frozenset(
    """
    uker veker dager dagar måneder månader år timer timar minutter minutt days weeks months years hours minutes uke veke måned månad time
    tid
    """.split()
)
S_PASSIVE = frozenset(
    """
    opplyses opplyst bekreftes meldes hevdes påstås anslås oppgis oppgjevas sies seiast fortelles forteljast understrekes presiseres
    rapporteres varsles stadfestes skrives meldast opplysast heter heiter hevdast lyder lydde står stod het
    """.split()
)
"""Passives behind which "fra" or "av" names who speaks."""

CITING = frozenset("citing quoting siterer".split())
REPORTS = frozenset("reported reports report melder meldte skriver skrev skriv skreiv rapporterer".split())
LEARNING = frozenset("får kjenner kjenn forstår fått erfarer vet veit".split())
"""What stands for a speech verb in "etter det NRK erfarer"."""

NOT_SAYING = frozenset("claimed lagt vist gitt skrevet skrive written sett shown".split())
"""Participles whose "by" names somebody who did something."""

KNOWN_BEFORE_COLON = frozenset(
     """
     politiet police fn un who unicef nato regjeringen regjeringa government ekspert forsker forskar pst ud
     """.split()
 )
OPINIONS = frozenset("mener meiner mente meinte tror trur synes syns".split())
APPOSITIONS = frozenset(
    """
    som who which whose ifølge himself herself citing quoting speaking in on at a an the en ei et ein eit også her his født then for after
    """.split()
)
"""Words that begin what stands between a subject and its verb."""

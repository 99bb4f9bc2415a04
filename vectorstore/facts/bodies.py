"""The nouns of those who speak: titles and roles of persons, bodies and groups, and the papers in which they speak.

A long noun counts as the tail of a compound too ("driftsleder", "kommuneoverlege"), a short one only by itself or behind a hyphen,
because short tails are the ends of other words ("safari" is no father).
"""

from __future__ import annotations

from functools import lru_cache

_INFLECTIONS = tuple(
    sorted(["", *"s en ens n ns et ets a as er ers ar ars ene enes ane anes ne nes e es r ere erne".split()], key=len, reverse=True)
)
_VOWELS = frozenset("ae")
_REMEMBERED = 20_000
_LONGEST = 60

_ROLE_TAILS = tuple(
    """
    leder leiar minister direktør ordfører ordførar rådmann lensmann rådgiver rådgjevar inspektør professor forsker forskar advokat rektor
    lærer lærar trener trenar mester meister representant politiker politikar talsperson talsmann talskvinne president arkitekt geolog
    biolog biskop dronning prinsesse general kaptein redaktør forfatter forfattar kunstner kunstnar skuespiller skodespelar journalist
    reporter korrespondent dommer dommar kvinne spiller spelar forsvarer forsvarar etterforsker etterforskar betjent operatør sekretær
    kommissær ambassadør diplomat utsending analytiker analytikar økonom ekspert spesialist pensjonist student datter dotter ektemann
    kollega pasient kilde kjelde tillitsvalgt tillitsvald verneombud formann vakthavende vakthavande koordinator kommandør oberst
    oberstløytnant admiral sersjant soldat eigar gründer grunnlegger grunnleggar turist passasjer sjåfør skipper fisker fiskar
    reindriftsutøver beboer bebuar innbygger innbyggjar overlevende overlevande offiser statsviter historiker historikar meteorolog
    seismolog hydrolog psykolog sosiolog kriminolog jurist sykepleier sjukepleiar overlege veterinær ingeniør fylkesmann statsforvalter
    statsforvaltar kandidat parlamentariker senator guvernør kardinal rabbiner arrangør aktivist demonstrant skribent kommentator spaltist
    arbeider arbeidar tilsett medarbeider medarbeidar konsulent forvalter forvaltar vaktmester keeper utøver utøvar artist musiker musikar
    komponist regissør produsent konservator arkeolog kurator bibliotekar kelner flyktning opprører opprørar øyenvitne augevitne forelder
    foreldre fetter kusine bestemor bestefar svoger nestkommanderende nestkommanderande stipendiat førsteamanuensis dosent lektor fjellfører
    rørlegger gransker granskar revisor ombudsmann megler meklar mekler veteran avhopper frivillig turgåer turgåar klatrer klatrar lærling
    statsråd byråd kommunalråd utenriksråd statssekretær mannskap handelsmann tjenestemann tenestemann brannmann redningsmann gartner
    snekker håndverker handverkar diktar forbruker forbrukar velger veljar aksjonær investor medlem medlemm medlemmer gjenvinner kjøper
    kjøpar selger seljar utvikler utviklar oppdretter oppdrettar bonde bønder åring eieren husvert vaktsjef toppsjef politisjef brannsjef
    lagleder medisiner teolog filosof fotograf programleder statistiker klimatolog kansler vinner vinnar fogd vekter vektar løper løpar mann
    menn sjef prest kommunelege fastlege tannlege vaktlege skolelege kvinnen brannfolk geograf virolog epidemiolog kirurg psykiater terapeut
    fysioterapeut rådsmedlem
    """.split()
)
_ROLES = frozenset(
    """
    sjef lege prest konge kong prins nabo naboer naboar naboane naboene vitne mann menn mannen mennene aktor elev mor far moren mora faren
    søster søstra bror broren sønn sønnen son kone kona venn ven venner vener eier gjest gjester pilot fører førar emir sultan imam pave
    vert vertinne ansatt ansatte tilsette tolk fange jeger jegar kriger krigar onkel tante dekan los guide kunde kunder bruker brukar verge
    topp utsendt gutt gut gutten guten jente jenta pårørende pårørande folk ungdom frue fru herr dr prof kokk løper løpar måler gårdbruker
    ektefelle enke enka brødre brødrene søstrene barn barna etterlatte ansvarlig ansvarleg dr. prof. adm.dir adm.dir. kaptein keiser fiende
    andre flertallet slektning slektninger slektningar rådgiver major løytnant lauget dikter klubbeier innsatt innsatte fungerende
    """.split()
)
_BODY_TAILS = tuple(
    """
    politi myndighet myndigheit styresmakt regjering departement kommune organisasjon selskap parti gruppe forbund forening foreining klubb
    bedrift direktorat tilsyn sykehus sjukehus helseforetak helseføretak distrikt tingrett lagmannsrett høyesterett høgsterett domstol
    påtalemyndighet påtalemakt forsvar luftforsvar brannvesen redningstjeneste redningsteneste sentral legevakt tjeneste teneste kystvakt
    kystverk institutt universitet høgskole høyskole høgskule museum skole skule barnehage kirke kyrkje menighet utvalg utval komite komité
    kommisjon senter stiftelse stifting fondet rederi reiarlag konsern leverandør entreprenør flyselskap ambassade konsulat parlament
    storting kongehus familie opposisjon milits bevegelse rørsle observatorium laboratorium fengsel koalisjon allianse sekretariat kontor
    avdeling styret staben administrasjon ledelse leiing bystyre kommunestyre fylkesting sameting tollvesen skattevesen vegvesen vesenet
    nødetat befolkning folket etterretning foretak føretak bispedømme teater opera akademi landslag nettverk laget byrået rådet nemnda
    banken bank verket etaten etat kraftlag idrettslag bondelag fiskarlag fiskerlag sogelag historielag turlag turistlag mållag ungdomslag
    sauelag småbrukarlag skogeigarlag næringslag bygdelag vernforbund fagbevegelse apparat leiinga inspektorat verksemd virksomhet butikk
    bryggeri fabrikk verft forlag hotell restaurant produsent utbygger utbyggar import eksport kjede kraftverk forsikring mobilisering huset
    delegasjon byrå hovedkvarter hovudkvarter kringkaster etterforskning fagorganisasjon legion front hær marine brigade kompani
    hovedredningssentral regime fylke fylkeskommune embete tribunal nasjonalforsamling forsamling
    """.split()
)
_BODIES = frozenset(
    """
    politi politiet lag laget verk hær hæren marine marinen militære militæret rett retten byrå råd rådet nemnd nemnda senter bank banken
    fond slott slottet museet museets museene familien slektninger slektningar vitner eksperter ekspertar kilder kjelder kritikere
    kritikarar folk stab staben styre styret hus huset by byen toll tollerne kirken kyrkja havn hamn fylket etat etaten instans union
    unionen flertall mindretall ledelsen leiinga rådhuset kreml pentagon fn eu nato sn un politikere partene partane eierne eigarane
    utvalget utvalet familiene
    """.split()
)
_STATEMENT_TAILS = tuple(
    """
    rapport melding uttalelse fråsegn oversikt statistikk undersøkelse undersøking anslag overslag beregning berekning måling opplysning
    vurdering analyse intervju dokument utredning utgreiing tabell erklæring kunngjøring kunngjering estimat prognose redegjørelse
    kartlegging oppfatning oppfatting meining innlegg e-post epost beretning papirer granskning gransking register rådata opptelling
    oppteljing vitnemål forklaring utspill kronikk barometer studie avhandling pressenotat leserbrev lesarbrev database årsrapport nettside
    nettstad nettsted heimeside hjemmeside
    """.split()
)
_STATEMENTS = frozenset(
    """
    uttale uttalen tall tal tallene tala talla data dataene brev brevet notat notatet liste lista listen varsel varselet mening syn bok boka
    boken post posten tweet logg loggen tale talen telling teljing måling artikkel artikkelen studien studier nettside nettsida nettsiden
    """.split()
)
_ENGLISH_STATEMENTS = frozenset(
    """
    website site page account accounts profile channel report reports statement statements figure figures estimate estimates data statistics
    survey surveys study studies document documents record records poll polls press release releases assessment assessments analysis number
    numbers count counts tally tallies letter letters email emails e-mail e-mails testimony memo memorandum finding findings information
    forecast forecasts review interview post posts tweet research calculation calculations projection projections bulletin update notice
    announcement paper papers filing filings article book audit census log toll version opinion view words
    """.split()
)
_MEDIUM_TAILS = tuple(
    """
    uttalelse fråsegn melding intervju pressekonferanse innlegg kronikk debatt rapport artikkel podkast podcast program samtale epost e-post
    tekstmelding kommentar orientering høring høyring erklæring nettside heimeside hjemmeside twittermelding pressebrief briefing
    direktesending sending forbindelse
    """.split()
)
_MEDIA = frozenset(
    """
    uttale brev brevet sms video notat retten møte møtet twitter facebook instagram telegram tiktok snapchat linkedin x bluesky tillegg
    ettertid etterkant fjor dag går kveld natt morgen morges morgon retur telefon telefonen avhør avhøyr tale talen radio radioen tv tweet
    tvitring sosiale boka boken rapporten sommer vinter høst haust vår uke veke uka veka uken helga helgen samband debatten dagsrevyen
    dagsnytt forkant strid betingelse vilkår
    """.split()
)
_ENGLISH_MEDIA = frozenset(
    """
    statement statements release interview interviews conference email e-mail letter post posts message speech report article testimony
    court hearing meeting broadcast call memo response reply return press remarks condition behalf addition phone camera air record contrast
    advance part week month year morning evening afternoon night protest tweet tweets live tears twitter facebook
    """.split()
)
_ENGLISH_ROLES = frozenset(
    """
    director minister chairman chairmen chairwoman chair chief mayor senator king queen prince princess writer author singer actor actress
    professor president premier chancellor secretary secretary-general commissioner governor ambassador envoy diplomat official officer
    coach manager captain colonel general major sergeant lieutenant admiral commander inspector superintendent detective constable sheriff
    prosecutor lawyer attorney solicitor barrister judge justice doctor nurse surgeon physician paramedic teacher head headteacher principal
    student pupil researcher scientist analyst economist expert specialist historian geologist biologist meteorologist seismologist
    epidemiologist hydrologist witness eyewitness resident neighbour neighbor relative friend colleague mother father sister brother son
    daughter wife husband widow uncle aunt cousin survivor victim patient passenger driver pilot farmer fisher activist campaigner protester
    protestor rebel refugee prisoner source insider aide adviser advisor deputy lawmaker legislator mp mps politician councillor councilor
    candidate critic observer monitor investigator firefighter rescuer volunteer journalist reporter editor correspondent columnist
    commentator bishop archbishop pope priest imam rabbi cardinal vicar founder executive ceo cfo boss trader engineer architect artist
    musician composer curator archaeologist conservator coordinator organiser organizer representative negotiator mediator veteran soldier
    employee staffer trustee treasurer delegate member migrant villager tourist guest customer harbourmaster ranger warden guide skipper
    sailor lecturer dean rector pensioner locals parent child children people woman women man men person worker leader holder owner keeper
    maker mr mrs ms miss dr sir lord lady dame cllr sgt mr. mrs. ms. dr. gen. lt. col. sgt. capt. sen. rep. gov. prof. rev. pm holidaymaker
    bystander onlooker passer-by passers-by shopkeeper tenant landlord whistleblower defector player striker goalkeeper midfielder cyclist
    hiker climber surveyor auditor ombudsman interpreter translator speaker counsel clerk registrar coroner magistrate spokesman spokesmen
    spokeswoman spokeswomen spokesperson spokespeople fighter operator carer caretaker chef baker butcher grocer publican brewer trucker
    courier scholar theologian pathologist psychologist psychiatrist sociologist conservationist ecologist botanist zoologist astronomer
    physicist chemist statistician demographer strategist planner consultant contractor builder developer investor shareholder borrower
    teenager youth boy girl grandmother grandfather grandson granddaughter stepfather stepmother girlfriend boyfriend partner fiance fiancee
    bride groom forecaster motorist commuter supporter voter backer opponent attendant steward stewardess conductor mechanic technician
    electrician plumber carpenter mason miner crofter shepherd herder warlord cleric ayatollah sheikh emir sultan monk nun vicar-general
    chaplain pastor minister-president landowner homeowner householder
    """.split()
)
_ENGLISH_ROLE_TAILS = tuple(
    "spokesman spokeswoman spokesperson -leader -owner -official -keeper worker fisherman woman women ologist".split()
)
_ENGLISH_BODIES = frozenset(
    """
    police ministry government army navy military department office agency council commission committee authority authorities court hospital
    university college school institute centre center company firm group organisation organization party union association federation
    charity foundation bank tribunal parliament senate congress embassy consulate board bureau service services force forces coastguard
    guard brigade administration leadership opposition coalition alliance movement militia family church club team airline operator shipyard
    observatory society body watchdog regulator network airport port railway prison museum municipality borough county city palace kremlin
    pentagon house nations directorate inspectorate secretariat mission delegation panel taskforce consortium cooperative corporation trust
    fund crew staff management campaign laboratory lab survey inquiry defence prosecution ministries agencies companies families rescuers
    medics prosecutors investigators brewery retailer supplier manufacturer refinery utility lender insurer publisher producer carrier chain
    hotel restaurant factory plant mine bakery supermarket startup developer builder contractor shipper broadcaster theatre orchestra
    festival command treasury exchange confederation chamber league friends guild academy household households jury
    """.split()
)


def _has_tail(word: str, tails: tuple[str, ...], alone: frozenset[str]) -> bool:
    """Whether a Norwegian word is one of the nouns in any of its forms, or a compound with one of the long ones."""
    last = word.rsplit("-", 1)[-1]
    if word in alone or last in alone:
        return True
    for ending in _INFLECTIONS:
        if word.endswith(ending):
            stem = word[: len(word) - len(ending)]
            if stem.endswith(tails) or stem in alone or (ending[:1] in _VOWELS and f"{stem}e".endswith(tails)):
                return True
            if last != word and last.removesuffix(ending) in alone:
                return True
    return False


def _is_english(word: str, nouns: frozenset[str]) -> bool:
    last = word.rsplit("-", 1)[-1]
    return any(form in nouns for form in (word, last)) or any(
        form.endswith(ending) and form.removesuffix(ending) in nouns for form in (word, last) for ending in ("s", "es")
    )


@lru_cache(maxsize=_REMEMBERED)
def is_role(word: str) -> bool:
    """Whether a word in small letters is what a person is: a title, an office, a kinship."""
    if len(word) > _LONGEST:
        return False
    return _has_tail(word, _ROLE_TAILS, _ROLES) or _is_english(word, _ENGLISH_ROLES) or word.removesuffix("s").endswith(_ENGLISH_ROLE_TAILS)


@lru_cache(maxsize=_REMEMBERED)
def is_body(word: str) -> bool:
    """Whether a word in small letters is a body or a group of people."""
    return len(word) <= _LONGEST and (_has_tail(word, _BODY_TAILS, _BODIES) or _is_english(word, _ENGLISH_BODIES))


@lru_cache(maxsize=_REMEMBERED)
def is_statement(word: str) -> bool:
    """Whether it is what somebody says or writes: its author is the speaker."""
    return word in _ENGLISH_STATEMENTS or (len(word) <= _LONGEST and _has_tail(word, _STATEMENT_TAILS, _STATEMENTS))


@lru_cache(maxsize=_REMEMBERED)
def is_medium(word: str) -> bool:
    """Whether a preposition before the word tells where, when or in what something was said, not of whom."""
    if word[:1].isdigit():
        return "-" not in word
    return word in _ENGLISH_MEDIA or (len(word) <= _LONGEST and _has_tail(word, _MEDIUM_TAILS, _MEDIA))


def is_organisation_tail(word: str) -> bool:
    """Whether a noun in small letters after a name makes it that of a body: "Vest politidistrikt"."""
    return word in _AFTER_NAMES or (len(word) <= _LONGEST and word.endswith(_LONG_AFTER_NAMES))


def is_plural(word: str) -> bool:
    """Whether a role in small letters is more than one person."""
    if word in _PLURALS or word.endswith(_PLURAL_ENDINGS):
        return True
    return word.endswith("s") and _is_english(word, _ENGLISH_ROLES) and word not in _ENGLISH_ROLES


_PLURALS = frozenset(
    """
    kilder kjelder vitner naboer naboar foreldre folk eksperter ekspertar people children men women police menn kvinner spokespeople barna
    pårørende pårørande etterlatte ansatte tilsette flere fleire mange noen nokre begge several many some others both few passers-by locals
    mps slektninger slektningar venner vener gjester kunder studenter studentar elever elevar
    """.split()
)
_PLURAL_ENDINGS = ("ene", "ane", "ere", "arar", "erne", "menn", "kvinner", "vitner", "kilder", "kjelder")
_AFTER_NAMES = frozenset(
    "kommune tingrett museum bank havn hamn lag skole skule vgs energi kraft geologiske politi kirke kyrkje fengsel allmennlag".split()
)
_LONG_AFTER_NAMES = tuple(
    """
    politidistrikt fylkeskommune lagmannsrett universitet sykehus sjukehus bispedømme vegvesen forbund forening foreining institutt
    brannvesen høgskole høgskule høyskole sentralbyrå legevakt helseforetak helseføretak havnevesen departement direktorat tilsyn nødhjelp
    forskningsråd idrettslag fotballklubb kulturråd barnehage regnskog arbeiderparti folkeparti helseorganisasjon matvareprogram barnefond
    flyktninghjelp strålevern undersøkelse reiselivslag bondelag sauelag skogeierlag handelskammer næringsforening selskap industri
    kringkasting sparebank misjonsselskap røde brannvern raudekross luftfartstilsyn jernbanetilsyn
    """.split()
)

"""The vocabulary of events: what happens to what news figures count, by the English words that tell of it.

A word or phrase stands under the event that it tells of. To teach Belegg a new one, add it to a row here; Norwegian comes to it through
the glossary. "namedplace" stands for any name.
"""

from __future__ import annotations

from collections.abc import Mapping

from assistant.figures.types import Kind

_PEOPLE = frozenset({Kind.PERSON, Kind.ANIMAL, Kind.UNSTATED, Kind.SHARE, Kind.THING})
_BEINGS = _PEOPLE - {Kind.THING}
_HOMES = _PEOPLE | {Kind.HOME}
_MONEY = frozenset({Kind.MONEY})
_WORK = frozenset({Kind.PERSON, Kind.JOB, Kind.SHARE, Kind.UNSTATED})
_GOODS = frozenset({Kind.SIZE, Kind.ANIMAL, Kind.THING, Kind.SHARE, Kind.UNSTATED})
_THINGS = frozenset({Kind.HOME, Kind.THING, Kind.SHARE, Kind.UNSTATED, Kind.ANIMAL, Kind.SIZE})
_ALL = frozenset(Kind)

EVENTS: Mapping[str, tuple[frozenset[Kind], str]] = {
    "kill": (
        _PEOPLE | {Kind.SIZE},
        "kill, dead, die, death, fatality, perish, murder, slay, deceased, death toll, death number, lose life, claim life, take "
        "life, cost life, human life, life lose, life be lost, demand life, require life, corpse, dead body, massacre, drown, lose "
        "soldier, lose fighter, lose man, shoot dead",
    ),
    "wound": (_BEINGS, "wound, wounded, injure, injured, injury, hurt"),
    "casualty": (_PEOPLE, "casualty"),
    "miss": (_PEOPLE | {Kind.MONEY}, "missing, unaccounted for, go missing, disappear, not find, search for"),
    "leave": (
        _HOMES,
        "leave home, leave house, leave town, leave city, leave village, leave camp, leave area, leave namedplace, out of home, out "
        "of house, move out",
    ),
    "flee": (
        _HOMES,
        "flee, displace, displaced, displacement, uproot, refugee, exodus, expel, on the run, seek refuge, force from home, drive "
        "from home, run from home, chase from home, escape home, drive out, abandon home, take flight, flight from, escape",
    ),
    "evacuate": (
        _HOMES,
        "evacuate, evacuated, evacuation, evacuee, move to safety, bring to safety, bring in safety, order out, clear from home",
    ),
    "shelter": (_HOMES, "shelter, accommodate, lodge, stay overnight, seek shelter, put up in, live in camp, live in tent, sleep in"),
    "homeless": (_PEOPLE, "homeless, house less, lose home, without home, roof over head"),
    "return": (_HOMES, "return, come home, move back, go home, back home, move home"),
    "rescue": (_HOMES, "extract, rescue, rescued, pull from, pull out, bring out, bring ashore"),
    "arrest": (_PEOPLE, "arrest, arrested, detain, apprehend, custody, detainee, take into custody"),
    "charge": (_PEOPLE, "charge, indict, accuse, accused, prosecute, defendant"),
    "convict": (_PEOPLE, "convict, sentence"),
    "jail": (_PEOPLE, "jail, imprison, be in prison, in prison, in jail, behind bars, remand, remanded for"),
    "bury": (_PEOPLE, "bury, bury under, engulf"),
    "airlift": (_PEOPLE, "airlift, fly out, fly home"),
    "eligible": (_PEOPLE, "right to vote, have right to vote, eligible to vote, be eligible to vote, entitled to vote"),
    "infect": (
        _PEOPLE,
        "infect, infected, infection, infection case, case, test positive, sick, ill, on sick leave, illness, fall ill, contract",
    ),
    "hospital": (
        _PEOPLE,
        "hospitalised, admit, admitted, in hospital, be in hospital, to hospital, under treatment, hospital treat, treat in "
        "hospital, treat for, treat at",
    ),
    "vaccinate": (_PEOPLE, "vaccinate, vaccinated, vaccination"),
    "trap": (_HOMES, "trap, trapped, lock in, strand, stranded, isolate, isolated, cut off, be stuck, maroon"),
    "outage": (
        _HOMES,
        "without power, without electricity, be without power, lose power, lose electricity, power cut, power outage, blackout, "
        "outage, power failure, without current, in the dark, disconnect, electricity go, power go, out of power, no power, no "
        "electricity",
    ),
    "dry": (
        _HOMES,
        "without water, without drinking water, no water, lack water, no drinking water, no running water, miss water, lose water",
    ),
    "reconnect": (
        _HOMES,
        "electricity back, power back, get back electricity, get back power, restore power, power restore, reconnect, restore "
        "electricity, electricity return, power return, electricity restore",
    ),
    "layoff": (
        _WORK,
        "lay off, laid off, dismiss, dismissal, sack, redundant, redundancy, lose job, lose one's job, lose work, job loss, job "
        "cut, cut job, cut position, lose position, downsize, downsizing, down staff, let go, cut workforce, cut staff, notice of "
        "dismissal, out of job, job go, put out of work, cut man-year, shed job, axe job, slash job",
    ),
    "furlough": (
        _WORK,
        "furlough, temporarily lay off, lay off temporary, temporarily laid off, laid off temporary, layoff, layoff warning",
    ),
    "hire": (
        _WORK,
        "hire, recruit, create job, new job, create position, new position, create work, create workplace, new workplace, add job, "
        "employ new",
    ),
    "unemployed": (
        _WORK,
        "unemployed, unemployment, jobless, joblessness, out of work, without work, without job, job seeker, jobseeker, vacant",
    ),
    "strike": (_WORK - {Kind.UNSTATED}, "strike"),
    "on strike": (_WORK, "on strike, in strike, striker, walk out, down tool, take out on strike, call out on strike, go on strike"),
    "employ": (_WORK, "employ, on payroll"),
    "part-time": (_WORK, "partly unemployed, partially unemployed, partial unemployed, partly vacant, partially vacant, underemployed"),
    "attend": (
        _PEOPLE,
        "attend, attendance, participate, participant, take part, demonstrate, demonstration, demonstrator, protest, protester, "
        "march, marcher, walk in train, go in train, walk in procession, see concert, look concert, look match, see match, see "
        "game, see film, watch, gather, turn up, turn out, show up, rally, meet up, crowd, audience, spectator",
    ),
    "apply": (_PEOPLE, "apply, application, applicant, seek asylum, asylum seeker"),
    "permit": (_PEOPLE, "grant asylum, get asylum, give asylum, grant residence, residence permit, get residence"),
    "early vote": (_PEOPLE, "advance vote, vote in advance, vote early, early vote, postal vote, early ballot, postal ballot"),
    "turnout": (
        _PEOPLE,
        "turnout, voter turnout, election participation, use vote, use ballot, cast vote, cast ballot, give vote, go to poll, use "
        "right to vote",
    ),
    "vote against": (_PEOPLE, "vote against"),
    "vote for": (_PEOPLE, "vote for, vote in favour"),
    "vote": (_PEOPLE, "vote, ballot"),
    "support": (_PEOPLE, "support, backing, election support"),
    "cost": (_MONEY, "cost, sweep, broom, price, bill, expense, pay, price tag, worth, value, come to, spend, use on, used on"),
    "damage": (_ALL - {Kind.PERSON}, "damage, damaged, harm, injure, injury"),
    "destroy": (
        _THINGS | {Kind.MONEY},
        "destroy, destroyed, destruction, burn down, burn to ground, raze, flatten, wreck, ruin, gut, sweep away, be lost, "
        "demolish, collapse",
    ),
    "burn": (frozenset({Kind.SIZE, Kind.THING}), "burn, scorch, blaze through, char"),
    "claim": (_MONEY, "insurance payout, insurance claim, claim, demand"),
    "fine": (_MONEY, "fine, penalty, penalise, sentence to pay, sentenced to pay"),
    "grant": (
        _MONEY,
        "allocate, allocation, grant, award, funding, donate, donation, support, subsidy, contribution, contribute, appropriate, "
        "set aside, earmark, pledge",
    ),
    "give": (_MONEY, "give, get, receive, provide"),
    "deficit": (_MONEY, "deficit, shortfall, run at loss, make loss, loss, lose"),
    "profit": (_MONEY, "profit, surplus, earn"),
    "debt": (_MONEY, "debt, owe, loan"),
    "revenue": (_MONEY, "revenue, turnover, income, sale"),
    "budget": (_MONEY, "budget"),
    "compensate": (_MONEY, "compensation, compensate, payout, redress"),
    "invest": (_MONEY, "invest, investment"),
    "save": (_MONEY, "saving, save, cut, cutback, spending cut, save money"),
    "steal": (_MONEY, "steal, embezzle, defraud, fraud, theft, swindle, loot, launder"),
    "raise": (_MONEY, "raise, collect, fundraise"),
    "salary": (_MONEY, "salary, wage, pay rise"),
    "escape": (frozenset({Kind.ANIMAL, Kind.SIZE}), "escape, flee, get out, slip out"),
    "catch": (_GOODS, "catch, haul, fish, land, fishing, fishery, bring ashore, bring in, country, deliver"),
    "quota": (_GOODS, "quota"),
    "stock": (_GOODS, "stock, fish stock, cod stock"),
    "export": (_GOODS | {Kind.MONEY}, "export"),
    "import": (_GOODS | {Kind.MONEY}, "import"),
    "produce": (_GOODS, "produce, production, output, harvest, yield"),
    "slaughter": (_GOODS, "slaughter, cull, put down, butcher"),
    "spill": (_GOODS, "leak, leakage, spill, discharge, emission, emit, seep, run out, flow out, oil spill, oil leak, release, let out"),
    "recover": (_GOODS, "recover, pick up, take up, suck up, gather up, clean up"),
    "seize": (_GOODS | {Kind.MONEY}, "seize, seizure, confiscate, impound"),
    "free": (frozenset({Kind.THING}), "free, available, spare, unoccupied, vacant"),
    "occupy": (frozenset({Kind.THING}), "in use, occupied, occupy, taken up"),
    "flood": (_THINGS, "flood, flooded, under water, inundate, fill with water, with water"),
    "close": (_THINGS, "close, shut, close down, shut down, closure, lock"),
    "open": (_THINGS, "open, reopen"),
    "cancel": (_THINGS, "cancel, call off, suspend, cancellation"),
    "delay": (_THINGS, "delay, delayed"),
    "build": (_THINGS, "build, construct, erect"),
    "plan": (_THINGS, "plan"),
    "sell": (_ALL - {Kind.PERSON}, "sell, sold"),
    "aboard": (_PEOPLE | {Kind.SIZE}, "on board, aboard, carry"),
    "capture": (_PEOPLE, "capture, take prisoner, be caught, catch prisoner, surrender"),
    "need": (
        _PEOPLE,
        "malnourished, undernourished, need food, need help, need aid, need emergency, depend on aid, in need, starve, famine, go "
        "hungry, hunger",
    ),
    "deport": (_PEOPLE, "deport, turn away, send back, turn back"),
    "hold": (_PEOPLE, "room for, space for, place for, capacity, seat"),
    "arrive": (_BEINGS - {Kind.ANIMAL, Kind.SHARE}, "arrive, reach, come ashore, cross, come over, come to"),
    "quarantine": (_PEOPLE, "quarantine, isolation"),
    "poison": (_PEOPLE, "poison, poisoned"),
    "sign": (_PEOPLE, "sign"),
    "visit": (_PEOPLE, "visit, visitor"),
    "wait": (_PEOPLE, "wait list, wait for, await, queue"),
    "deploy": (_PEOPLE, "deploy, deployed, stationed, station"),
    "resign": (_PEOPLE, "resign, step down, quit, withdraw"),
    "live": (_PEOPLE, "live, reside, inhabit"),
    "register": (_PEOPLE, "register, record"),
    "release": (_PEOPLE, "free, freed, release, set free, liberate"),
    "abduct": (_PEOPLE, "kidnap, abduct, hold captive, hold hostage, take hostage, still hold, hostage take"),
    "birth": (_PEOPLE, "birth, bear, born, newborn"),
    "": (
        _ALL,
        "strike hit, air strike, airstrike, missile strike, air raid, protest party, death penalty, fire service, power plant, "
        "power company",
    ),
}
"""Name of an event: what can undergo it, and the words that tell of it. The order counts where a word tells of several; "" is none."""

ALIKE = frozenset(
    frozenset(pair.split(", "))
    for pair in (
        "leave, flee", "leave, evacuate", "homeless, leave", "burn, destroy", "flood, damage", "support, vote", "damage, deficit",
        "give, grant", "kill, destroy",
        "attend, turnout", "attend, arrive",
    )
)  # fmt: skip
"""Events that papers do not keep apart: who has to leave home may be evacuated or flee."""

STATES = frozenset({"destroy", "damage", "flood", "outage", "dry", "free", "occupy", "burn"})
"""Events that an adjective before the noun may tell of, as of those that people undergo: "60 free beds", but not "60 fishing boats"."""

WEAK = frozenset({"aboard", "cost", "give", "register", "live"})
"""Events that say little where another is told of the same number: damage that costs so much, people aboard who die."""

ROLES = frozenset({"attend", "flee", "apply", "unemployed", "strike", "on strike", "employ", "visit", "evacuate", "arrest", "need"})
"""Events that a noun of people may tell of, to whom something else happens: demonstrators who are shot."""

RESULTS = frozenset(
    "kill wound miss evacuate flee infect hospital arrest rescue trap homeless unemployed furlough layoff convict jail charge release "
    "abduct capture".split()
)
"""Events that make a noun of those to whom they happened: "23 drepne"."""

PERSONAL = (
    RESULTS
    | frozenset(
        "casualty leave shelter return vaccinate hire strike employ attend apply permit turnout vote aboard need deport arrive quarantine "
        "poison sign visit wait deploy resign hold live bury airlift eligible birth part-time".split()
    )
    | {"early vote", "vote for", "vote against", "on strike"}
)
"""Events that people undergo: a bare number of them counts people."""

GOES = "cut lose loss reduce disappear vanish close shut axe shed slash eliminate scrap go remove trim abolish risk threaten drop".split()
COMES = "create creation new add establish advertise hire".split()
"""What of jobs alone means that they go or come."""

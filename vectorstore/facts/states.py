"""States, and what their governments are called by: they speak like bodies and are no persons."""

from __future__ import annotations

STATES = frozenset(
    """
    afghanistan albania algerie algeria argentina armenia aserbajdsjan azerbaijan australia østerrike austerrike austria bahrain bangladesh
    belgia belgium belarus hviterussland kviterussland bolivia bosnia brasil brazil bulgaria canada chile china kina colombia kongo congo
    kroatia croatia cuba kypros cyprus danmark denmark egypt estland estonia etiopia ethiopia finland frankrike france georgia tyskland
    germany ghana hellas greece guatemala haiti honduras ungarn hungary island iceland india indonesia iran irak iraq irland ireland israel
    italia italy jamaica japan jordan kasakhstan kazakhstan kenya kosovo kuwait latvia libanon lebanon libya litauen lithuania luxembourg
    malaysia mali malta mexico moldova mongolia montenegro marokko morocco myanmar namibia nepal nederland netherlands nicaragua niger
    nigeria nord-korea norge noreg norway oman pakistan palestina panama paraguay peru filippinene philippines polen poland portugal qatar
    romania russland russia rwanda saudi-arabia senegal serbia singapore slovakia slovenia somalia sør-afrika sør-korea spania spain sudan
    sør-sudan sverige sweden sveits switzerland syria taiwan tanzania thailand tsjekkia togo tunisia tyrkia turkey uganda ukraina ukraine
    ukrainia uruguay venezuela vietnam jemen yemen zambia zimbabwe storbritannia britain usa us eu uk nato gaza washington moskva moscow
    beijing london kyiv kiev paris berlin brussel brussels teheran tehran ankara jerusalem damaskus damascus pyongyang europa europe
    skottland scotland wales england grønland kreml kremlin pentagon downing storting
    """.split()
)

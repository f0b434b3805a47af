"""The words for offices and forms of address that stand beside a person's name."""

from __future__ import annotations

from corpus.claims.words import word_set

OFFICES = word_set(
    """
    admiral adviser advisor agent ambassador analyst archbishop architect assemblyman
    assemblywoman astronomer attorney author barrister biologist bishop boss brigadier
    captain cardinal chair chairman chairperson chairwoman chancellor chef chemist chief
    coach colonel columnist commander commissioner congressman congresswoman constable
    coordinator coroner councillor councilman councilwoman counsel curator dean defender
    delegate deputy designer detective diplomat director doctor ecologist economist editor
    emir engineer envoy epidemiologist executive expert farmer fellow firefighter footballer
    forecaster founder co-founder geologist goalkeeper governor head headteacher historian
    inspector investigator journalist judge justice king lawmaker lawyer leader lecturer
    legislator lieutenant major manager marshal mayor meteorologist midfielder minister mp
    neighbour neighbor nurse officer official organiser organizer owner partner pastor
    physician physicist player police premier president priest prime prince princess
    principal producer professor prosecutor psychologist queen reporter representative
    researcher resident scientist secretary-general secretary senator sergeant sheriff
    solicitor speaker spokesman spokesperson spokeswoman strategist striker student
    superintendent supervisor surgeon teacher treasurer trustee undersecretary virologist
    vice-president winger
    accountant actor actress actuary anthropologist artist astronaut auditor baker barber beekeeper botanist brewer
    broker builder butcher carpenter choreographer climatologist clerk comedian composer conductor cyclist dancer
    dentist dermatologist developer driver electrician envoy farmhand filmmaker financier fisherman fisherwoman florist
    forester gardener goalie grocer guard guide gymnast investor keeper landlady landlord librarian mathematician
    mechanic microbiologist midwife miller miner musician neuroscientist novelist oceanographer paediatrician painter
    paramedic pensioner pharmacist philosopher photographer pianist pilot playwright plumber poet potter programmer
    prosecutor psychiatrist radiologist ranger referee reverend rider runner sailor sculptor seismologist shepherd
    shopkeeper singer skipper sociologist soldier sprinter statistician statesman steward swimmer surveyor tailor
    trader trainer translator umpire vet veteran veterinarian volcanologist volunteer waiter waitress warden weaver
    welder witness writer zoologist
    gen sen rep gov lt col capt sgt maj cmdr adm prof sec
    """
)
"""An office or trade, as it stands right before a name: "Dutch Defence Minister Anna Smit"."""

ADDRESSES = word_set("mr mrs ms miss mx dr sir dame lord lady rev hon")
"""How a person is addressed; no office, so left out of both name and role."""

MASCULINE = word_set(
    """
    mr sir lord king prince spokesman chairman congressman councilman assemblyman
    businessman
    """
)
FEMININE = word_set(
    """
    mrs ms miss dame lady queen princess spokeswoman chairwoman congresswoman councilwoman
    assemblywoman businesswoman
    """
)
"""Words that say whether a person is spoken of as "he" or as "she"."""

"""Words that news uses in turn for one thing, and forms of a verb that a stemmer leaves apart."""

from __future__ import annotations

from corpus.languages.english.forms import term_of

GROUPS = tuple(
    """
    troops soldiers servicemen fighters forces military army
    kill die dead death fatal slain perish
    wound injure injury hurt
    attack assault raid strike
    shell bombard bomb
    missile rocket
    plane aircraft airplane jet
    ship vessel boat
    truce armistice
    captive hostage
    weapon arms weaponry
    rebel insurgent militant
    terrorist extremist
    incursion invasion invade
    withdraw withdrew withdrawn retreat pullout
    deploy station
    arrest detain detention custody
    jail prison imprison
    police cops
    lawyer attorney counsel solicitor barrister
    court tribunal
    verdict ruling
    lawsuit sue sued
    charge indict accuse
    guilty convict
    acquit acquittal
    fine penalty
    crime offence offense
    theft steal stole stolen rob robbery
    murder homicide
    gun firearm pistol rifle
    shoot shot gunfire
    blast explosion explode
    blaze fire wildfire
    crash collision collide
    quake earthquake tremor
    storm hurricane cyclone typhoon
    flood inundate
    rescue save
    flee fled evacuate
    refugee migrant
    missing disappear vanish
    victim casualty
    hospital clinic
    doctor physician
    illness disease sickness
    vaccine jab inoculate
    drug medicine medication
    baby infant newborn
    child children kid youngster
    woman women female
    man men male
    people person
    spokesman spokesperson spokeswoman
    senator lawmaker congressman congresswoman
    parliament legislature congress
    government administration cabinet
    election vote ballot poll
    resign quit
    dismiss sack oust
    rival opponent
    ally alliance
    deal agreement agree pact accord treaty
    talks negotiation
    sanction embargo
    tariff levy
    law legislation statute
    ban prohibit outlaw forbid forbade forbidden
    allow permit
    approve endorse
    oppose opposition
    support back
    protest demonstration rally march
    walkout stoppage
    worker employee staff
    hire recruit
    layoff redundancy
    boss chief head
    company firm corporation business
    merge merger takeover acquire acquisition
    buy bought purchase
    sell sold sale
    pay paid payment
    wage salary
    price cost
    profit earnings
    debt loan
    share stock
    investor shareholder
    bankrupt bankruptcy insolvent
    cut reduce reduction slash trim lower
    raise increase hike boost
    rise rose risen climb soar jump surge
    fall fell fallen drop decline plunge slump shrink shrank shrunk
    grow grew grown growth
    begin began begun start
    end finish conclude
    halt stop suspend
    delay postpone
    build built construct
    destroy demolish destruction
    repair fix
    shut close closure shutdown
    open reopen
    house home
    flat apartment
    pupil student
    teacher educator
    study research
    discover discovery find found
    show shown
    make made
    take took taken
    give gave given
    go went gone
    come came arrive
    leave left depart departure
    send sent dispatch
    bring brought
    hold held
    keep kept
    lose lost loss
    win won victory triumph
    beat beaten defeat
    score goal
    coach trainer
    team squad
    match game
    trophy title championship
    know knew known
    think thought
    say said tell told state
    speak spoke spoken
    write wrote written
    see saw seen
    hear heard
    meet met
    fly flew flown flight
    drive drove driven
    break broke broken
    fight fought
    choose chose chosen
    spend spent
    teach taught
    catch caught
    throw threw thrown
    wear wore worn
    eat ate eaten
    drink drank drunk
    sing sang sung
    sink sank sunk
    freeze froze frozen
    feed fed
    lead led
    seek sought
    car vehicle automobile
    rail railway railroad
    road street highway
    bridge viaduct
    airport airfield
    border frontier
    city town
    country nation
    king monarch
    U.S. America American
    U.K. Britain British
    Russia Russian Moscow Kremlin
    Ukraine Ukrainian Kyiv Kiev
    China Chinese Beijing
    oil petroleum crude
    power electricity
    promise pledge vow
    hack cyberattack
    film movie
    prize award
    marry marriage wedding
    born birth
    premier prime
""".strip().splitlines()
)
"""Each is one group. A word that has several meanings stands where news uses it most."""

_MEANING = {term_of(word): term_of(group.split()[0]) for group in GROUPS for word in group.split()}


def meaning(term: str) -> str:
    """Give the term that stands for all of the same meaning; most terms stand for themselves."""
    return _MEANING.get(term, term)

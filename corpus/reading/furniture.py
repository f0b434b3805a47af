"""Page furniture: the lines around an article that are not part of it.

A line is furniture only as a whole and only when it is short: a sentence that speaks of cookies,
comments or sharing is a paragraph like any other. The patterns match a whole line, in any case;
white space in them only lays them out.
"""

from __future__ import annotations

import re

from corpus.reading.sentence_or_headline import ends_sentence

_LONGEST = 300
"""Characters: the longest consent notice that is still taken for one."""

_NETWORKS = (
    "facebook twitter x whatsapp linkedin reddit telegram pinterest messenger bluesky threads "
    "instagram youtube flipboard tumblr mastodon email e-mail mail print sms share tweet copy save "
    "bookmark"
)
_SHARE_SIGNS = frozenset(_NETWORKS.split())

_SHARE_FILLERS = (
    "sharing pin post link copied embed gift this via on page story article and to by with us url "
    "more options"
)
_SHARE_WORDS = _SHARE_SIGNS | frozenset(_SHARE_FILLERS.split())
"""A line made of these words alone, one of them a sign, is a share bar."""

_COMMENTS = r"""
    (?:post|leave|add|write|submit)\s+(?:a|your)?\s*(?:comment|reply|response)s?
  | (?:view|show|see|read|hide|load)?\s*(?:all\s+|more\s+|the\s+)?(?:\d[\d,.]*|no)?\s*
    (?:comments?|replies|responses)(?:\s*\(\d+\)|\s+yet|\s+so\s+far)?(?:\s*:)?
  | comments?\s+(?:are|is)\s+(?:closed|off|disabled|moderated)\b.{0,60}
  | join\s+the\s+(?:conversation|discussion) | be\s+the\s+first\s+to\s+comment.{0,40}
  | (?:log|sign)\s*in\s+to\s+(?:comment|reply|post).{0,40}
"""

_COMMENTS_ABROAD = r"""
    (?:\d[\d.,]*\s*)?(?:kommentare?|leserkommentare|commentaires?|réactions?|comentarios?|commenti
    |коментар\w{0,2}|комментари\w{0,2}|تعليقات|التعليقات)(?:\s*\(?\d[\d.,]*\)?)?\s*:?
"""
"""In German, French, Spanish, Italian, Ukrainian, Russian and Arabic; likewise below."""

_ADVERTISEMENTS = r"""
    [-–—\s]*(?:advertisements?|advertorial|sponsored(?:\s+(?:content|links?|by.{0,40}))?|ads?
    |promoted(?:\s+content)?|anzeige|werbung|publicité|publicidad|pubblicità|реклама|إعلان|paid\s+(?:content|post)|skip\s+(?:ad|advertisement))[-–—\s]*
  | (?:article|story|text)\s+continues\s+(?:below|after).{0,60}
  | continue\s+reading(?:\s+(?:the\s+main\s+story|below))? | scroll\s+to\s+continue.{0,40}
  | report\s+this\s+ad | remove\s+ads | ad\s+feedback | loading(?:\s*(?:\.\.\.|…))?
"""

_SUBSCRIPTIONS = r"""
    (?:please\s+)?(?:sign\s+up|subscribe|register|join)\b[^“”"]{0,150}
    \b(?:newsletters?|inbox|alerts?|updates|briefing|mailing\s+list|channel|podcast)\b.{0,80}
  | (?:subscribe|sign\s+(?:up|in)|log\s+in|register)\b[^.“”"]{0,40}
    \bto\s+(?:continue|keep|read)\b.{0,60}
  | (?:get|receive)\b[^“”"]{0,100}\b(?:newsletters?|inbox|in\s+your\s+e-?mail)\b.{0,60}
  | (?:enter\s+)?your\s+e-?mail(?:\s+address)? | e-?mail\s+address\s*\*?
  | (?:subscribe|sign\s*up|sign\s*in|log\s*in|register|my\s+account|donate|support\s+us)
    (?:\s+(?:now|here|today|for\s+free|or\s+(?:log|sign)\s*in))?[!.]?
  | follow\s+us(?:\s+(?:on|at|for)\b.{0,80})? | download\s+our\s+.{0,30}app\b.{0,40}
  | (?:already|not)\s+(?:a\s+)?(?:subscriber|subscribed|member)\s*\?.{0,60}
  | [^“”"]{0,150}\bclick\s+here\s+(?:to|for)\b[^“”"]{0,60}
  | (?:please\s+)?(?:e-?mail|reach|contact|follow)\b[^“”"]{0,80}(?:@\w|https?://)[^“”"]{0,150}
"""

_CONSENT = r"""
    (?:we|this\s+(?:web)?site|our\s+(?:web)?site|our\s+partners)\b[^.“”]{0,60}\buses?\s+cookies\b
    (?=.{0,200}\b(?:experience|website|site|ads?|traffic|consent|browsing|content|agree|policy
    |preferences|services)\b).*
  | (?:we\s+value\s+your\s+privacy|your\s+privacy\s+(?:choices|matters))\b.{0,40}
  | (?:accept|reject|allow|decline|agree\s+to)\s+(?:all|cookies|all\s+cookies) | (?:i\s+)?accept
  | (?:manage|change)\s+(?:your\s+)?(?:cookies|preferences|settings)
  | (?:manage|change|your|more)?\s*(?:cookies?|consent|privacy)\s+
    (?:settings|preferences|policy|notice|choices|options|statement)
  | by\s+(?:continuing|using|clicking)\b.{0,80}\byou\s+(?:agree|consent|accept)\b.*
"""

_RELATED_NAME = r"""(?:
    also\s+read | read\s+(?:also|more|next) | see\s+also | also\s+see
  | (?:you\s+)?(?:may|might)\s+also\s+like
  | more\s+(?:on\s+this(?:\s+(?:story|topic))?|stories|news|like\s+this)
  | related(?:\s+(?:links?|articles?|stories|story|content|coverage|topics?|news|posts?|reading
    |videos?))?
  | recommended(?:\s+(?:stories|reading|for\s+you|articles))? | what\s+to\s+read\s+next
  | further\s+reading | don['’]t\s+miss | most\s+(?:read|popular|viewed|shared) | top\s+stories
  | latest\s+(?:news|stories) | trending(?:\s+(?:now|stories))? | popular\s+now | up\s+next
  | editor['’]?s?['’]?\s+(?:picks?|choice) | in\s+this\s+story | around\s+the\s+web
  | from\s+(?:around\s+the\s+web|our\s+partners)
)"""

_RELATED_ABROAD = r"""(?:
    lesen\s+sie\s+(?:auch|mehr|dazu) | mehr\s+(?:zum\s+thema|dazu|lesen) | weiterlesen | siehe\s+auch
  | das\s+könnte\s+sie\s+auch\s+interessieren | auch\s+interessant
  | (?:à\s+)?(?:lire|voir)\s+aussi | lire\s+(?:la\s+suite|plus) | sur\s+le\s+même\s+(?:sujet|thème)
  | le[ea]\s+también | (?:leer|ver|saber)\s+más | más\s+(?:información|sobre\s+el\s+tema)
  | (?:también\s+)?(?:te|le)\s+puede\s+interesar | noticias\s+relacionadas | seguir\s+leyendo
  | leia\s+(?:também|mais) | leggi\s+(?:anche|tutto) | lees\s+(?:ook|meer)
  | чита(?:йте|ти)\s+(?:також|далі|ще) | дивіться\s+також | новини\s+за\s+темою
  | чита(?:йте|ть)\s+(?:также|далее|ещ[её]) | смотрите\s+также | (?:материалы\s+)?по\s+теме | подробнее
  | اقرأ\s+(?:أيض[اً]{1,2}|المزيد) | شاهد\s+أيض[اً]{1,2} | مواضيع\s+ذات\s+صلة | أخبار\s+ذات\s+صلة
)"""

_RELATED = rf"""
    {_RELATED_ABROAD}\s*[:>»…|]?[^.]{{0,160}} |
    {_RELATED_NAME}\s*[:>»…]*
  | (?:{_RELATED_NAME}|watch|listen|in\s+pictures|explainer|opinion)\s*(?::|\||>|»)\s*
    (?![“"])[^.]{{1,160}}\.{{0,3}}
  | more\s+(?:from|on|about|by)\s+[^.,]{{1,40}}
  | (?:read|view|see)\s+(?:the\s+)?(?:full|original|whole)\s+(?:story|article|post|coverage)
    (?:\s+(?:here|on|at)\b.{{0,40}})?
  | (?:show|load|view|see|read)\s+(?:more|less|all) | click\s+here(?:\s+(?:to|for)\b.{{0,60}})?
"""

_RIGHTS = r"""
    (?:copyright\s*(?:©|\(c\)|\d{4})|©|\(c\)\s*(?:copyright\s*)?\d{4})[^.]{0,100}\.?
    (?:\s*all\s+rights\s+reserved.*)?
  | (?:[^.]{0,60}\.\s*)?all\s+rights\s+reserved\.?[^.]{0,100}\.?
"""

_CREDITS = r"""
    \(?(?:photo|photograph|picture|image|video|illustration|graphic|file\s+photo
    |featured\s+image)s?\s*(?:credits?|sources?|courtesy(?:\s+of)?)?
    \s*(?::|/|\bby\b|\bcourtesy\b)\s*[^.]{1,100}\.?\)?
  | credits?\s*:\s*[^.]{1,80}
  | [^.:,;]{0,60}(?:/|\bvia|\|)\s*(?:getty(?:\s+images)?|reuters|afp|ap(?:\s+photo)?|epa
    |shutterstock|bloomberg|anadolu|alamy|zuma(?:\s+press)?)(?:(?:/|\s+via\s+)[^.]{0,40})?
  | [^“”"]{0,220}\bcontributed(?:\s+reporting)?\s+to\s+this\s+(?:report|story|article)\b[^.]{0,60}\.?
  | getty\s+images | file\s+photo | enlarge(?:\s+(?:this\s+)?image)? | (?:toggle|hide)\s+caption
"""

_NAVIGATION = r"""
    back\s+to\s+(?:top|home) | skip\s+to\s+(?:main\s+)?(?:content|navigation) | home(?:page)?
  | menu | search | close | next | previous | prev | contact(?:\s+us)? | about(?:\s+us)?
  | advertise(?:\s+with\s+us)? | terms(?:\s+(?:of|and)\s+(?:use|service|conditions))? | privacy
  | help | faq | sitemap | rss | play | pause
  | (?:world|national|local|breaking)?\s*(?:news|sports?|politics|business|opinion|culture|world
    |entertainment|lifestyle|weather|videos?|live)
  | home\s*(?:[>»›/|]\s*[^>»›/|.]{1,40}\s*)+
  | (?:tags?|topics?|filed\s+under|categor(?:y|ies)|labels|keywords)\s*:\s*[^.]{0,200}
  | (?:listen\s+to|hear)\s+this\s+(?:article|story).{0,40} | \d+\s*(?:shares?|likes?|views?)
  | \d+[\s-]*min(?:ute)?s?(?:\s+(?:read|listen|watch))? | reading\s+time\b.{0,30}
  | (?:\d{1,2}[:.]\d{2}|\d{1,2}(?=\s*[ap]\.?m))\s*(?:[ap]\.?m\.?)?\s*(?:[A-Z]{2,5})?
  | (?:please\s+)?(?:enable|turn\s+on)\s+javascript\b.{0,120}
"""

_CATEGORIES = (
    _COMMENTS,
    _COMMENTS_ABROAD,
    _ADVERTISEMENTS,
    _SUBSCRIPTIONS,
    _CONSENT,
    _RELATED,
    _RIGHTS,
    _CREDITS,
    _NAVIGATION,
)
_FURNITURE = re.compile("|".join(_CATEGORIES), re.IGNORECASE | re.VERBOSE)

_OPENS_A_BOX = re.compile(
    rf"{_RELATED_NAME}\s*:? | {_RELATED_ABROAD}\s*:? | {_COMMENTS} | {_COMMENTS_ABROAD} | more\s+(?:from|on)\s+.{{1,40}} | share\b.{{0,30}}",
    re.IGNORECASE | re.VERBOSE,
)

_OPENS_COMMENTS = re.compile(f"{_COMMENTS}|{_COMMENTS_ABROAD}", re.IGNORECASE | re.VERBOSE)

_ATTRIBUTES = re.compile(
    r"\b(?:said|says|told|according\s+to|added|wrote|announced|warned|argued)\b", re.IGNORECASE
)
"""A whole sentence that names a speaker is reporting, whatever it begins with."""


def is_furniture(text: str) -> bool:
    """Tell whether a line, as a whole, belongs to the page rather than to the article."""
    if len(text) > _LONGEST:
        return False
    if not any(map(str.isalnum, text)):
        return True
    if ends_sentence(text) and _ATTRIBUTES.search(text):
        return False
    return _FURNITURE.fullmatch(text) is not None or _is_share_bar(text)


def opens_a_box(line: str) -> bool:
    """Tell whether a line stands over links or comments: what follows it is furniture too."""
    if len(line) > _LONGEST or (ends_sentence(line) and not line.endswith(":")):
        return False
    return _OPENS_A_BOX.fullmatch(line) is not None


def opens_comments(heading: str) -> bool:
    """Tell whether a heading stands over what readers say."""
    return len(heading) <= _LONGEST and _OPENS_COMMENTS.fullmatch(heading) is not None


def _is_share_bar(text: str) -> bool:
    words = re.findall(r"[\w-]+", text.lower())
    return not _SHARE_SIGNS.isdisjoint(words) and all(
        word in _SHARE_WORDS or word.isdigit() for word in words
    )

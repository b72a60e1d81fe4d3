"""Which words of a promise answer a point of the checklist? English wordings.

Each rule has wordings that answer the point, and vaguer ones that only a person can judge. They
point to words; none of them weighs a promise.
"""

from __future__ import annotations

import re

from northing.stages.clarify.mission.facts import Answer, Point, Said


def answers_in(text: str) -> tuple[Answer, ...]:
    """Every point but the contradiction, which only people can answer, in the checklist's order."""
    return tuple(_answer(point, text) for point in _CLEAR)


def _answer(point: Point, text: str) -> Answer:
    clear = _CLEAR[point].search(text)
    if clear is not None:
        return Answer(point, Said.YES, _shown(clear))
    vague = _VAGUE[point].search(text) if point in _VAGUE else None
    if vague is not None:
        return Answer(point, Said.UNSURE, _shown(vague), _TOO_VAGUE[point])
    return Answer(point, Said.NO, why=_ABSENT[point])


def _shown(found: re.Match[str]) -> str:
    """As written, without the small words a pattern may have taken along at its end."""
    return _LOOSE_END.sub("", " ".join(found.group(0).split()).strip(" ,;:.")).strip(" ,;:.")


_LOOSE_END = re.compile(
    r"(?:[ ,]+(?:a|an|and|any|as|at|by|for|from|in|is|of|on|or|our|than|that|the|their|to|we|"
    r"with))+$",
    re.IGNORECASE,
)


def _any(*wordings: str, names: bool = False) -> re.Pattern[str]:
    """Whole words, whatever their case; with `names`, capitals count."""
    joined = "|".join(wordings)
    return re.compile(rf"(?<![\w-])(?:{joined})(?![\w-])", 0 if names else re.IGNORECASE)


_PERSONS = (
    "adults|animals|apprentices|babies|beneficiaries|borrowers|boys|care?rs|caregivers|children|"
    "citizens|clients|colleagues|commuters|consumers|contractors|couriers|customers|donors|drivers|"
    "elders|employees|families|farmers|fishers|girls|graduates|growers|guests|households|"
    "infants|inmates|inhabitants|investors|learners|men|members|migrants|mothers|neighbou?rs|"
    "newborns|"
    "nurses|owners|parents|passengers|patients|pensioners|prisoners|producers|pupils|readers|"
    "refugees|relatives|renters|residents|savers|seniors|shareholders|staff|students|subscribers|"
    "suppliers|survivors|taxpayers|teachers|teenagers|tenants|travell?ers|veterans|victims|"
    "villagers|visitors|volunteers|women|workers|young minds"
)
_PERSON = (
    "adult|apprentice|baby|beneficiary|borrower|boy|care?r|child|citizen|client|colleague|commuter|"
    "consumer|courier|customer|donor|driver|employee|family|farmer|fisher|girl|grower|guest|"
    "household|inhabitant|investor|learner|man|member|migrant|mother|neighbou?r|nurse|owner|parent|"
    "passenger|patient|pensioner|producer|pupil|reader|refugee|relative|renter|resident|saver|"
    "shareholder|student|subscriber|supplier|survivor|taxpayer|teacher|teenager|tenant|travell?er|"
    "veteran|victim|visitor|volunteer|woman|worker"
)
_NATURE = "rivers?|forests?|wildlife|wetlands?|reefs?|bees|birds|fish|soils?|oceans?|seas?"
_UNITS = "minutes?|hours?|days?|weeks?|months?|quarters?|years?"
_NUMBER = (
    r"(?:\d[\d.,]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|"
    r"thirty|forty|fifty|sixty|ninety|hundred|thousand|million|a dozen)"
)
_PLACES = (
    "boroughs?|cities|city|clinics?|coasts?|countries|country|counties|county|districts?|estates?|"
    "farms?|homes?|hospitals?|islands?|factor(?:y|ies)|municipalit(?:y|ies)|neighbou?rhoods?|"
    "offices?|parish(?:es)?|"
    "plants?|ports?|provinces?|regions?|schools?|shops?|sites?|states?|streets?|suburbs?|towns?|"
    "valleys?|villages?|wards?|workplaces?"
)

_CLEAR = {
    Point.BENEFICIARY: _any(
        rf"(?:[\w'’-]+ing |young |older? |disabled |our |every |each |all |poor |new )?"
        rf"(?:{_PERSONS})",
        rf"(?:every|each|a|an|any|no|the)(?: young| older| new| sick)? (?:{_PERSON}|person)",
        r"(?:young|older|disabled|homeless|deaf|blind|sick|poor|low-income|working|unemployed)"
        r" people",
        r"people (?:who|with|in|living|without|over|under|aged|from|on)\b(?: \w+){0,4}",
        r"(?:those|anyone|whoever|everyone|everybody) (?:who|whose)(?: \w+){0,4}",
        r"whoever (?:\w+ ){1,4}\w+",
        rf"(?:the |our )?(?:{_NATURE})",
    ),
    Point.CHANGE: _any(
        r"(?:halve|double|triple|end|cut|reduce|lower|shorten|prevent|eradicate|stop|restore|"
        r"repair|"
        r"replace|recover|return|repay|refund|heal|cure|vaccinate|feed|house|shelter|teach|train|"
        r"hire|pay|publish|answer|visit|open|close|plant|recycle|insulate|rebuild|release|protect|"
        r"save|keep|give|bring|sell|buy|charge|lend|free|raise|increase|translate|deliver)s? "
        r"(?!value|excellence|innovation|impact|solutions|results)(?:[\w'’-]+ ){0,3}[\w'’-]+",
        r"(?:is|are|gets?|receives?|waits?|works?|stays?|learns?|earns?|lives?|sleeps?) "
        r"(?!committed|dedicated|passionate|proud|the heart|at the heart|driven|here to)"
        r"(?:[\w'’-]+ ){0,3}[\w'’-]+",
        r"(?:fewer|less|no more) [\w'’-]+(?: [\w'’-]+)?",
        r"(?:so that|until) (?:[\w'’-]+ ){1,5}[\w'’-]+",
    ),
    Point.PLACE: _any(
        rf"(?:[Ii]n|[Aa]cross|[Tt]hroughout|[Ww]ithin|[Oo]f|[Aa]long|[Aa]t|[Ff]or|[Aa]round|"
        rf"[Aa]ll over)"
        rf" (?:the |our |every |each |all |all our |both |its |their )?(?:\w+ )?(?:{_PLACES})",
        r"(?:in|across|throughout|within|along|around|for|of) (?:the )?(?:\w+ )?[A-ZÄÖÜ][\w'’-]+"
        r"(?: [A-ZÄÖÜ][\w'’-]+)*",
        r"(?:local(?:ly)?|at home|on site|nationwide|regional(?:ly)?)",
        names=True,
    ),
    Point.MEANS: _any(
        r"by (?:not )?[a-z]+ing(?: [\w'’-]+){0,5}",
        r"(?:through|via|using|thanks to) (?!innovation|excellence|passion|commitment|synerg|"
        r"collaboration|leadership|teamwork|technology|partnership)(?:[\w'’-]+ ){0,3}[\w'’-]+",
        r"with (?:the help of |our own |free |paid |trained |shared |a |"
        r"an )(?:[\w'’-]+ ){0,3}[\w'’-]+",
        r"(?:rests?|based|builds?|relies|rely|paid|funded) (?:on|by|from)"
        r" (?:[\w'’-]+ ){0,3}[\w'’-]+",
    ),
    Point.BOUNDARY: _any(
        r"(?:never|nobody|no one|(?:do|does|will) not|don['’]t|won['’]t|refuse|without|except|only|"
        r"unless|no longer)"
        r"(?: [\w'’-]+){1,4}",
        rf"no (?!{_PERSON}|{_PERSONS}|young|older|one|barrier)[\w'’-]+(?: [\w'’-]+){{1,4}}",
        r"(?:free of charge|at any price|instead of|rather than|before (?:profit|growth|sales))",
    ),
    Point.HORIZON: _any(
        r"by (?:the end of |the year |early |late |mid-|spring |summer |autumn |winter )?(?:19|"
        r"20)\d\d",
        rf"(?:within|in under|in less than|longer than|at most|no more than|after|for|every) "
        rf"(?:{_NUMBER} |a |the (?:first|next|same|last) |one )?(?:working |calendar )?"
        rf"(?:{_UNITS})",
        r"(?:each|every|per|a|once a|twice a) (?:day|week|month|quarter|year|night|shift)",
        r"(?:until|before|from|in|since) (?:January |February |March |April |May |June |July |"
        r"August |"
        r"September |October |November |December )?(?:19|20)\d\d",
        r"(?:daily|weekly|monthly|quarterly|annually|yearly|overnight|the same day|tomorrow)",
    ),
    Point.QUANTITY: _any(
        rf"(?:at least |at most |up to |more than |fewer than |under |over )?(?!(?:19|"
        rf"20)\d\d\b){_NUMBER}"
        rf"(?: ?%| per ?cent| in (?:ten|a hundred|\d+)| {_UNITS}| [\w'’-]+)?",
        r"(?:halve|double|triple)s?(?: [\w'’-]+){0,3}",
        r"(?:half|a third|a quarter|two thirds|three quarters|twice|a tenth)(?: of)?"
        r"(?: [\w'’-]+){0,3}",
        rf"(?:every|each|all|no)(?: \w+)? (?:{_PERSON}|{_PERSONS}|{_PLACES}|[a-z]+ed|decision|"
        rf"price|"
        r"budget|report|meeting|product|order|contract|complaint|call|letter|shift)",
        r"(?:nobody|no one|none|everyone|everybody)",
    ),
}
"""Wordings that answer a point."""

_VAGUE = {
    Point.BENEFICIARY: _any(
        r"(?:people|everyone|everybody|humanity|society|communit(?:y|ies)|stakeholders|the public|"
        r"the world|the planet|the environment|nature|others|all|generations|partners)"
    ),
    Point.CHANGE: _any(
        r"(?:empower|inspire|enable|support|help|improve|enhance|foster|promote|transform|advance|"
        r"champion|provide|serve|create|build|drive|encourage|strengthen|ensure|enrich|shape|"
        r"unlock|"
        r"contribute|make|care|deliver|lead|delight)(?:s|ing)?(?: [\w'’-]+){0,4}"
    ),
    Point.PLACE: _any(
        r"(?:worldwide|globally|global|everywhere|around the world|the world|international(?:ly)?|"
        r"society|our communit(?:y|ies)|where we (?:work|live|operate))"
    ),
    Point.MEANS: _any(
        r"(?:through|with|via|by) (?:innovation|excellence|passion|commitment|synerg(?:y|ies)|"
        r"collaboration|leadership|teamwork|technology|partnership|integrity|dedication|care)"
        r"(?: [\w'’-]+){0,3}"
    ),
    Point.HORIZON: _any(
        r"(?:soon|promptly|timely|always|over time|in the long (?:term|run)|long-term|"
        r"in the future|"
        r"tomorrow['’]s|future generations|ongoing|continuous(?:ly)?|constantly|at the pace)"
    ),
    Point.QUANTITY: _any(r"(?:more|fewer|less|most|many|better|higher|lower|faster|greater)"),
}
"""Wordings that may answer it, for a person to say."""

_TOO_VAGUE = {
    Point.BENEFICIARY: "this may mean anybody",
    Point.CHANGE: "what would be different is not said",
    Point.PLACE: "this may be anywhere",
    Point.MEANS: "nobody could see whether this was done",
    Point.HORIZON: "no date follows from this",
    Point.QUANTITY: "more or less than what is not said",
}
_ABSENT = {
    Point.BENEFICIARY: "nobody is named for whom it is",
    Point.CHANGE: "nothing is named that would be different",
    Point.PLACE: "no place is named",
    Point.MEANS: "how is not said",
    Point.BOUNDARY: "nothing is ruled out",
    Point.HORIZON: "no time is named",
    Point.QUANTITY: "no number, and no word like every or none",
}

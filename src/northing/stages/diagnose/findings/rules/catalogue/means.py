"""Which rules find means that do not follow the words?"""

from __future__ import annotations

from northing.stages.diagnose.findings.rules.catalogue.against import DEEDS
from northing.stages.diagnose.findings.rules.catalogue.entry import Entry

_FALL = (
    "Sentences that explain the fall, and decisions of the last period that set means aside for it."
)
_RESTORED = "Means of another name that took their place, or an explanation people find sufficient."

MEANS = (
    Entry(
        code="share-falls-while-called-crucial",
        title="Called crucial while its share falls",
        definition="The share of money or time falls from period to period, by a third or more "
        "in all, and its amount with it, while a text calls the commitment "
        "crucial, core or a priority.",
        needs=("words", "money"),
        severity="High; low where chance alone may show as much.",
        least="Two periods and two lines; a single line is told as low.",
        looked_for=_FALL,
        changes=_RESTORED,
        is_tested=True,
        family="means",
    ),
    Entry(
        code="share-falls",
        title="Its share falls from period to period",
        definition="The share of money or time falls from period to period, by a third or more "
        "in all, and its amount with it.",
        needs=("money",),
        severity="Medium; low where chance alone may show as much.",
        least="Two periods and two lines; a single line is told as low.",
        looked_for=_FALL,
        changes=_RESTORED,
        is_tested=True,
        family="means",
    ),
    Entry(
        code="money-falls-while-words-stay",
        title="The means fall while the words stay",
        definition="The share of money or time falls by a third or more over three periods, or by "
        "half or more over two, and its amount with it, while its share of the dated words keeps "
        "three quarters or more of what it was.",
        needs=("words", "money"),
        severity="Medium; low where chance alone may show as much.",
        least="Dated words and means in two periods or more.",
        looked_for=_FALL,
        changes=_RESTORED,
        is_tested=True,
        family="means",
    ),
    Entry(
        code="turned",
        title="The day it turned",
        definition="The means, the words or the decisions of a commitment fell to another level: "
        "when, between which days, and which decisions moved it most.",
        needs=("words", "money", "time", "decisions"),
        severity="Medium; low where chance may show as much, or the day may lie anywhere in half "
        "of the time read.",
        least="Eight points in time.",
        looked_for="A later rise, and sentences that explain the change.",
        changes="Records of before or after that were not read, or that people judge otherwise.",
        is_tested=True,
        family="turn",
    ),
    Entry(
        code="more-said-than-done",
        title="More said than done",
        definition="The share of words exceeds the share of deeds by ten points or more.",
        needs=("words",),
        severity="High from twenty points on, medium below; low while the bounds allow for no gap "
        "or chance alone may show as much, while its part of what serves any promise, or its share "
        "of the other kind of means (money, time), may be as large as that of the words.",
        least="Words, or declared weights, and deeds of one channel.",
        looked_for="Deeds of the same commitment in the channel and in the other kind of means, at "
        "their most.",
        changes="People who check the links and find deeds where the machine found none.",
        is_tested=True,
        is_by_absence=True,
    ),
    Entry(
        code="more-done-than-said",
        title="More done than said",
        definition="The share of deeds exceeds the share of words by ten points or more.",
        severity="A note: it accuses nobody.",
        least="Words, or declared weights, and deeds of one channel.",
        looked_for="Words of the same commitment.",
        changes="People who check the links.",
    ),
    Entry(
        code="hidden-by-netting",
        title="Units offset one another",
        definition="Five points or more of the distance vanish in the whole because units offset "
        "one another.",
        severity="Medium; low among what could be linked, where much could not.",
        least="Two units with means; where records are counted, more than chance shows in one "
        "case of twenty.",
        looked_for="Units whose task explains another share.",
        changes="Units that have different promises, and say so.",
    ),
    Entry(
        code="rests-on-one-initiative",
        title="It rests on one initiative",
        definition="Four fifths or more of what is done for a commitment lie with one initiative, "
        "one payee or one unit.",
        needs=DEEDS,
        severity="Low: a risk, no contradiction.",
        least="Five records of the commitment in a channel whose whole is spread wider.",
        looked_for="Deeds of the same commitment elsewhere, in every channel.",
        changes="Deeds of the commitment that were not read, or not linked.",
        is_by_absence=True,
    ),
    Entry(
        code="one-layer-only",
        title="Only one layer moves",
        definition="All deeds of a spoken-of commitment lie in one layer: strategy (money, "
        "decisions, initiatives), operations (time, practices, metrics) or culture (incentives), "
        "although others were read.",
        needs=DEEDS,
        severity="Medium where two other layers are tagged throughout, or people looked at thirty "
        "deeds or more there and none serves it; else low.",
        least="Three deeds in one layer, and another layer in which other commitments have deeds.",
        looked_for="Deeds of the commitment in the other layers, plausible ones too.",
        changes="A deed of another layer, tagged or confirmed by a person.",
        is_by_absence=True,
    ),
    Entry(
        code="allocation-withdrawn",
        title="An allocation was taken back",
        definition="A decision takes back a twentieth or more of what was allocated to its "
        "account.",
        needs=("decisions",),
        severity="Medium.",
        least="One decision with a negative amount.",
        looked_for="The allocation it takes back.",
        changes="Evidence that the work cost less, was finished, or is paid from elsewhere.",
    ),
    Entry(
        code="announced-again-without-means",
        title="Announced again, without means",
        definition="An initiative was announced in two or more periods, each time with a budget "
        "of zero.",
        needs=("initiatives",),
        severity="Medium.",
        least="Two dated announcements.",
        looked_for="A budget in any of its announcements.",
        changes="The line that pays for it.",
    ),
    Entry(
        code="initiatives-recur",
        title="Initiatives return period after period",
        definition="Initiatives come back in two or more periods; a note, for long work may "
        "rightly do so.",
        needs=("initiatives",),
        severity="A note.",
        least="Two dated announcements of one initiative.",
        looked_for="Nothing: recurrence alone is no failure.",
        changes="What each period brought.",
    ),
)

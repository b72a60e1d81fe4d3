"""Which rules find words without deeds, deeds without words, and words that differ?"""

from __future__ import annotations

from northing.stages.diagnose.findings.rules.catalogue.entry import Entry

_ANY_DEED = "Deeds in every channel that was read, links that are only plausible included."

CLAIMS = (
    Entry(
        code="repeated-without-a-deed",
        title="Promised again and again, and no deed found",
        definition="Texts of two or more periods speak of the commitment and no deed was linked "
        "to it, although deeds of others were.",
        needs=("words",),
        severity="Medium where every deed is tagged, or people looked at fifteen deeds or more "
        "beside it and none serves it; else low.",
        least="Mentions in two periods.",
        looked_for=_ANY_DEED,
        changes="One record that shows it.",
        is_by_absence=True,
        family="unmet",
    ),
    Entry(
        code="claim-outlives-its-horizon",
        title="Its own date has passed",
        definition="A text claims something by a date; the date has passed and no deed or metric "
        "of the commitment followed the claim.",
        needs=("words",),
        severity="Medium where every deed is tagged, or people looked at fifteen deeds or more "
        "beside it and none serves it; else low.",
        least="A date in the sentence, and deeds read from after it.",
        looked_for="Deeds and metrics of the commitment from the day of the claim on.",
        changes="One record from after the claim that shows it.",
        is_by_absence=True,
        family="horizon",
    ),
    Entry(
        code="promised-and-no-deed-found",
        title="Promised, and no deed found",
        definition="Sentences were linked to the commitment and no deed was, in any channel that "
        "was read, or none but one that a single answer of many names.",
        needs=("words",),
        severity="Medium where every deed is tagged, or people looked at fifteen deeds or more "
        "beside it and none serves it; else low.",
        least="One mention, and one deed channel that was read.",
        looked_for=_ANY_DEED,
        changes="One record that shows it.",
        is_by_absence=True,
        family="unmet",
    ),
    Entry(
        code="done-and-not-told",
        title="Done and not told",
        definition="Deeds were linked to the commitment and no sentence was, although texts were "
        "read.",
        severity="A note: good news.",
        least="One deed, and texts.",
        looked_for="Sentences that speak of it.",
        changes="A text that tells it.",
    ),
    Entry(
        code="gone-silent",
        title="No longer spoken of",
        definition="Dated texts go on for more than a year after the commitment was last spoken "
        "of.",
        needs=("words",),
        severity="Low.",
        least="A dated mention, and dated texts of more than a year later.",
        looked_for="Later mentions.",
        changes="A later text that mentions it, or says that it has ended.",
    ),
    Entry(
        code="outside-words-differ-from-inside",
        title="Another thing is said outside than inside",
        definition="What is said to the outside and what is said inside lie apart by twenty "
        "points or more of the commitments.",
        needs=("words",),
        severity="Medium where inside hardly speaks of it (a third or less) and the deeds stand no "
        "nearer to the words outside; else low.",
        least="Ten mentions each for both audiences (key `audience`).",
        looked_for="Whether the deeds stand nearer to what is said outside.",
        changes="Texts of either audience that were not read.",
        is_tested=True,
    ),
    Entry(
        code="commitment-without-metric",
        title="Promised, and not measured",
        definition=(
            "No metric was linked to the commitment, although metrics of others were read; or none "
            "of all metrics to any commitment, which is asked once."
        ),
        needs=("metrics",),
        severity="Medium where people tagged every metric; else low.",
        least="One metric of another commitment, or three that serve none.",
        looked_for="Metrics that come near it.",
        changes="A metric that shows whether it is kept.",
        is_by_absence=True,
    ),
    Entry(
        code="metric-without-commitment",
        title="Measured, and serving no promise",
        definition="Metrics were linked to no commitment.",
        needs=("metrics",),
        severity="A note; low where people tagged every metric.",
        least="One metric.",
        looked_for="Commitments they come near.",
        changes="A word on which promise each of them serves.",
    ),
)

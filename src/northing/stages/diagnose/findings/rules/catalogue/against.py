"""Which rules find deeds that run against a promise?"""

from __future__ import annotations

from northing.stages.diagnose.findings.rules.catalogue.entry import Entry

DEEDS = ("money", "decisions", "metrics", "incentives", "time", "initiatives", "practices")

AGAINST = (
    Entry(
        code="guardrail-crossed",
        title="A line that must not be crossed was crossed",
        definition="Records run against a commitment that the case declares a guardrail.",
        needs=DEEDS,
        severity="High; low where it rests on people's answers alone and these may be errors.",
        least="One record marked by a tag, a rule or a person as contradicting, or a measure of "
        "pay that does.",
        looked_for="Records that advance the same guardrail, and answers of people that take the "
        "mark back.",
        changes="A person who reads the record and finds that it does not contradict, or the "
        "organisation showing that it was undone.",
        family="against",
    ),
    Entry(
        code="deeds-against-promise",
        title="People found deeds that run against a promise",
        definition="Of the records people checked beside a commitment, some contradict it: how "
        "many, and which share that means for the whole channel.",
        needs=DEEDS,
        severity="Medium, from twenty per cent on high, where two records or more contradict and "
        "more than errors of the people would explain; else low.",
        least="One record that a person answered with contradicts.",
        looked_for="Records that people found to advance the same commitment.",
        changes="A second person who answers otherwise, or a larger sample whose interval holds "
        "no more than the error people make.",
        is_tested=True,
        family="against",
    ),
    Entry(
        code="contradicted-by-tagged-records",
        title="Records that run against a promise",
        definition="Records are marked in the files, or by a rule of the case, as running against "
        "the commitment.",
        severity="Medium; high where the commitment is a guardrail.",
        least="One record with such a mark.",
        looked_for="Deeds that advance the same commitment.",
        changes="The mark taken back by whoever set it, or by a person who checks the record.",
        family="against",
    ),
    Entry(
        code="reward-against-promise",
        title="Pay that rewards the opposite of a promise",
        definition="A measure of a scheme of pay is marked as running against the commitment.",
        needs=("incentives",),
        severity="High where the commitment is a guardrail, or the scheme pays more against it "
        "than for it; else medium.",
        least="One measure marked by a tag, a rule or a person.",
        looked_for="Measures that pay for the same promise, in every scheme.",
        changes="Another weight for the measure, or a person who finds that it does not run "
        "against the promise.",
    ),
    Entry(
        code="green-but-off-mission",
        title="Targets are met, and the promise is not",
        definition="Metrics reach their targets while the means, the decisions or the voices of "
        "the same commitment fall or contradict it, or while metrics that serve no commitment "
        "reach theirs and those of commitments miss.",
        needs=("metrics",),
        severity="Medium where what it is held against is certain; else low.",
        least="A metric with a reading and a target, in its latest period.",
        looked_for="Metrics of the same commitment that miss their target, and means that grow.",
        changes="A target that stands for what is promised, or means that follow it.",
    ),
    Entry(
        code="voice-disagrees",
        title="People who meet the promise do not confirm it",
        definition="Less than half of those asked confirm the commitment, or ever fewer do, while "
        "the texts claim it.",
        needs=("words", "voice"),
        severity="Medium where the readings are tagged to the commitment; else low.",
        least="One reading in per cent below fifty, or two or more periods and a fall of five "
        "points or more.",
        looked_for="Readings of the same commitment that are high or rise.",
        changes="Another survey with another answer, or who was asked and who kept silent.",
    ),
    Entry(
        code="comes-near-a-sign-of-breaking",
        title="Records that come near a sign of breaking",
        definition="Deeds whose words come near a sign of breaking; counted neither for nor "
        "against.",
        severity="A note.",
        least="One record whose nearest prompt is a sign of breaking, with a match_score of 0.2.",
        looked_for="Nothing: wording alone is no verdict.",
        changes="A person who reads the records and says what they do for the commitment.",
    ),
)

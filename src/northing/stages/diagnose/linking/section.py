"""How did records come to their commitments, and which are evidence? Facts in, blocks out."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from northing.foundations.documents.blocks import (
    Block,
    Column,
    Evidence,
    Paragraph,
    Table,
    Tone,
)
from northing.foundations.documents.numbers import number, percent
from northing.foundations.documents.told import Listed, tell, together
from northing.foundations.text.cues import eases
from northing.foundations.text.reach import Reach
from northing.foundations.text.redaction import naming_nobody
from northing.foundations.text.scoring import is_read_by_the_model
from northing.stages.diagnose.linking.facts import CERTAIN, Link, Origin
from northing.stages.records.ledger.facts import SPOKEN, Record, Stance
from northing.stages.records.ledger.section import (
    Telling,
    Told,
    counted,
    kind_told,
    listed,
)

MOST = 5
MOST_AGAINST = 20
LINKED = {
    Origin.PERSON: tell("linked by a person"),
    Origin.GIVEN: tell("linked by a tag in the file"),
    Origin.RULE: tell("linked by a rule of the case"),
    Origin.MACHINE: tell("linked by a machine"),
}
STANDING = {
    Origin.GIVEN: "Tagged in the file",
    Origin.RULE: "By a rule of the case",
    Origin.PERSON: "By a person",
    Origin.MACHINE: "By a machine",
}
SERVES_NONE, PLAUSIBLE, UNLINKED = "Said to serve none", "Only plausible", "Not linked"

Links = Mapping[str, Sequence[Link]]
Pair = tuple[Record, Link]


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """All records with their links, ready to be asked for one commitment."""

    records: Sequence[Record]
    links: Links
    telling: Telling
    language: str = "en"

    def pairs(self, commitment: str) -> list[Pair]:
        return [
            (record, link)
            for record in self.records
            for link in self.links.get(record.id, ())
            if link.commitment == commitment
        ]


def evidence_of(linked: Linked, commitment: str, channel: str, *, more_said: bool) -> Evidence:
    """Up to five records on each side, and what would narrow the gap if a person confirmed it."""
    pairs = linked.pairs(commitment)
    said = [pair for pair in pairs if pair[0].channel in SPOKEN and pair[1].is_linked]
    mine = [pair for pair in pairs if _is_in(pair[0], channel)]
    done = [pair for pair in mine if pair[1].is_linked]
    open_side = mine if more_said else [pair for pair in pairs if pair[0].channel in SPOKEN]
    plausible = [pair for pair in open_side if not pair[1].is_linked and pair[0].amount != 0]
    return Evidence(
        said=linked.telling.quotes(_told(linked, _best(said), Tone.WORDS), most=MOST),
        done=linked.telling.quotes(_told(linked, _heaviest(done), Tone.DEEDS), most=MOST),
        against=linked.telling.quotes(_against(linked, said, plausible), most=MOST),
        said_empty="No sentence could be linked to it. That is not proof that none was said.",
        done_empty=tell(
            "No record of {channel} could be linked to it. That is not proof of none.",
            channel=kind_told(channel),
        ),
        against_empty="Nothing was found that speaks against this gap; no person has searched yet.",
    )


def _is_in(record: Record, channel: str) -> bool:
    """`money in EUR` is an account of the channel money in that currency."""
    name, _, currency = channel.partition(" in ")
    is_currency = not currency or record.currency == currency
    return str(record.channel) == name and is_currency and record.channel not in SPOKEN


def _best(pairs: Iterable[Pair]) -> list[Pair]:
    """What people linked comes first, then the machine's surest, ties by id."""
    return sorted(
        pairs,
        key=lambda pair: (
            pair[1].origin not in CERTAIN,
            -(pair[1].match_score or 0.0),
            pair[0].id,
        ),
    )


def _heaviest(pairs: Iterable[Pair]) -> list[Pair]:
    """Records marked as running against it first, then the largest amounts, ties by id."""
    return sorted(
        pairs,
        key=lambda pair: (
            pair[1].stance is not Stance.CONTRADICTS,
            -abs(pair[0].amount or Decimal(0)),
            pair[0].id,
        ),
    )


def _told(linked: Linked, pairs: Iterable[Pair], tone: Tone) -> list[Told]:
    return [
        Told(
            record,
            Tone.CONTRADICTION if link.stance is Stance.CONTRADICTS else tone,
            link_words(link, linked.telling),
        )
        for record, link in pairs
    ]


def link_words(link: Link, telling: Telling) -> str:
    """Who linked it, by which words, and with which share of the record."""
    return listed(_how_linked(link, telling), by="; ")


def _how_linked(link: Link, telling: Telling) -> Iterator[str]:
    yield LINKED[link.origin] if link.is_linked else tell("not counted: only plausible")
    if shown := naming_nobody(link.words, telling.redact):
        words = Listed(tuple(tell("“{text}”", text=word) for word in shown[:4]))
        yield tell("carried by {words}", words=words)
    if link.is_linked and link.share < 1:
        yield tell("{share} of it counted here", share=percent(float(link.share), decimals=0))
    if link.stance is Stance.CONTRADICTS:
        yield tell("marked as running against the commitment; never subtracted")


def _against(linked: Linked, said: Sequence[Pair], plausible: Sequence[Pair]) -> list[Told]:
    """What explains the difference, then records that would narrow it if people confirmed them."""
    explained = [
        Told(record, Tone.NOTE, tell("the organisation explains why there is less"))
        for record, _ in _best(said)
        if eases(record.text, linked.language)
    ]
    return [*explained, *_told(linked, _best(plausible), Tone.NOTE)]


def links_section(
    linked: Linked, *, settled: frozenset[str], reach: Reach, asked_for_meaning: bool
) -> tuple[Block, ...]:
    """How many records were linked by whom, by channel, how many by nobody, and how the machine
    read those that nobody had tagged."""
    by_channel: dict[str, Counter[str]] = defaultdict(Counter)
    for record in linked.records:
        by_channel[str(record.channel)][_standing(record, linked.links, settled)] += 1
    kinds = (*STANDING.values(), SERVES_NONE, PLAUSIBLE, UNLINKED)
    used = [one for one in kinds if any(one in counts for counts in by_channel.values())]
    columns = (
        Column("Kind of record"),
        *(Column(label, numeric=True) for label in used),
        Column("Records", numeric=True),
    )
    rows = tuple(
        (kind_told(channel), *(number(counts[one]) for one in used), number(counts.total()))
        for channel, counts in by_channel.items()
    )
    caption = "How records came to their commitments, by kind of record."
    table = Table(caption, columns, rows, empty="There is no record.")
    told = reading_words(reach, linked.language, asked_for_meaning=asked_for_meaning)
    read = (Paragraph(told),) if told else ()
    return (Paragraph(_counts(by_channel)), table, *read, *_against_ledger(linked))


def reading_words(reach: Reach, language: str, *, asked_for_meaning: bool) -> str:
    """How many records the machine read how; empty where it read none."""
    if not reach.texts:
        return ""
    return together(
        _way_of_reading(reach, language, asked_for_meaning=asked_for_meaning),
        _wordless(reach.wordless),
    )


def _way_of_reading(reach: Reach, language: str, *, asked_for_meaning: bool) -> str:
    records = counted(reach.texts, "record")
    if not asked_for_meaning:
        return tell(
            "The machine read {records} by words alone: the case does not ask for meaning.",
            records=records,
        )
    if not is_read_by_the_model(language):
        return tell(
            "The machine read {records} by words alone: its sentence model reads English, the "
            "case is in another.",
            records=records,
        )
    return tell(
        "The machine read {records}: {whole} whole, by the sentence model; {summed} by the sum of "
        "what their words mean; {alone} by words alone, because the vocabulary of the model lacks "
        "half of their words or more.",
        records=records,
        whole=number(reach.whole),
        summed=number(reach.summed),
        alone=number(reach.words_alone),
    )


def _wordless(n: int) -> str:
    if not n:
        return ""
    if n == 1:
        return tell("{n} of them has no word that could be compared.", n=number(n))
    return tell("{n} of them have no word that could be compared.", n=number(n))


def _standing(record: Record, links: Links, settled: frozenset[str]) -> str:
    mine = links.get(record.id, ())
    counting = [link for link in mine if link.is_linked]
    if not counting:
        none = SERVES_NONE if record.id in settled else UNLINKED
        return PLAUSIBLE if mine else none
    return STANDING[min((link.origin for link in counting), key=list(Origin).index)]


def _counts(by_channel: Mapping[str, Counter[str]]) -> str:
    whole: Counter[str] = Counter()
    for counts in by_channel.values():
        whole += counts
    by_machine = whole[STANDING[Origin.MACHINE]]
    by_nobody = whole[PLAUSIBLE] + whole[UNLINKED]
    return tell(
        "Of {records}, {people} carry a tag or rule that people wrote, {machine} were linked by a "
        "machine, and {nobody} by nobody. A machine link is a pointer, not a judgement.",
        records=counted(whole.total(), "record"),
        people=number(whole.total() - by_machine - by_nobody),
        machine=number(by_machine),
        nobody=number(by_nobody),
    )


def _against_ledger(linked: Linked) -> list[Block]:
    """What is marked as running against a commitment: a ledger of its own, never netted."""
    telling = linked.telling
    found: dict[tuple[str, str], list[Record]] = defaultdict(list)
    for record in linked.records:
        for link in linked.links.get(record.id, ()):
            if link.stance is Stance.CONTRADICTS:
                text = telling.spoken(record.text, most=160)
                found[(telling.name(link.commitment), text)].append(record)
    rows = tuple((*key, telling.places(of), number(len(of))) for key, of in found.items())
    if not rows:
        return [Paragraph("No record is marked as running against a commitment.")]
    columns = (Column("Commitment"), Column("Record"), Column("Where"), Column("n", numeric=True))
    n = sum(map(len, found.values()))
    caption = tell(
        "{records} marked as running against a commitment.", records=counted(n, "record")
    )
    note = "They stand for themselves and are never subtracted from what is done."
    return [Table(caption, columns, rows[:MOST_AGAINST], note=note)]

"""How did records come to their commitments, and which are evidence? Facts in, blocks out."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
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
from northing.foundations.text.cues import eases
from northing.foundations.text.reach import Reach
from northing.foundations.text.redaction import naming_nobody
from northing.foundations.text.scoring import is_read_by_the_model
from northing.stages.diagnose.linking.facts import CERTAIN, Link, Origin
from northing.stages.records.ledger.facts import SPOKEN, Record, Stance
from northing.stages.records.ledger.section import Telling, Told, counted

MOST = 5
MOST_AGAINST = 20
BY_WHOM = {
    Origin.PERSON: "by a person",
    Origin.GIVEN: "by a tag in the file",
    Origin.RULE: "by a rule of the case",
    Origin.MACHINE: "by a machine",
}

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
        done_empty=f"No record of {channel} could be linked to it. That is not proof of none.",
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
    parts = [f"linked {BY_WHOM[link.origin]}" if link.is_linked else "not counted: only plausible"]
    shown = naming_nobody(link.words, telling.redact)
    if shown:
        parts.append(f"carried by {', '.join(f'“{word}”' for word in shown[:4])}")
    if link.is_linked and link.share < 1:
        parts.append(f"{percent(float(link.share), decimals=0)} of it counted here")
    if link.stance is Stance.CONTRADICTS:
        parts.append("marked as running against the commitment; never subtracted")
    return "; ".join(parts)


def _against(linked: Linked, said: Sequence[Pair], plausible: Sequence[Pair]) -> list[Told]:
    """What explains the difference, then records that would narrow it if people confirmed them."""
    explained = [
        Told(record, Tone.NOTE, "the organisation explains why there is less")
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
    kinds = [
        ("by a tag", "Tagged in the file"),
        ("by a rule", "By a rule of the case"),
        ("by a person", "By a person"),
        ("by a machine", "By a machine"),
        ("serves none", "Said to serve none"),
        ("plausible", "Only plausible"),
        ("not linked", "Not linked"),
    ]
    used = [one for one in kinds if any(one[0] in counts for counts in by_channel.values())]
    columns = (
        Column("Kind of record"),
        *(Column(label, numeric=True) for _, label in used),
        Column("Records", numeric=True),
    )
    rows = tuple(
        (channel, *(number(counts[key]) for key, _ in used), number(counts.total()))
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
    whole = f"The machine read {counted(reach.texts, 'record')}"
    if not asked_for_meaning:
        told = f"{whole} by words alone: the case does not ask for meaning."
    elif not is_read_by_the_model(language):
        told = f"{whole} by words alone: its sentence model reads English, the case is in another."
    else:
        told = (
            f"{whole}: {number(reach.whole)} whole, by the sentence model; {number(reach.summed)} "
            f"by the sum of what their words mean; {number(reach.words_alone)} by words alone, "
            "because the vocabulary of the model lacks half of their words or more."
        )
    if reach.wordless:
        has = "has" if reach.wordless == 1 else "have"
        told += f" {number(reach.wordless)} of them {has} no word that could be compared."
    return told


def _standing(record: Record, links: Links, settled: frozenset[str]) -> str:
    mine = links.get(record.id, ())
    counting = [link for link in mine if link.is_linked]
    if not counting:
        none = "serves none" if record.id in settled else "not linked"
        return "plausible" if mine else none
    origin = min((link.origin for link in counting), key=list(Origin).index)
    return {
        Origin.PERSON: "by a person",
        Origin.GIVEN: "by a tag",
        Origin.RULE: "by a rule",
        Origin.MACHINE: "by a machine",
    }[origin]


def _counts(by_channel: Mapping[str, Counter[str]]) -> str:
    whole: Counter[str] = Counter()
    for counts in by_channel.values():
        whole += counts
    people = whole["by a tag"] + whole["by a rule"] + whole["by a person"] + whole["serves none"]
    return (
        f"Of {counted(whole.total(), 'record')}, {number(people)} carry a tag or rule that people "
        f"wrote, {number(whole['by a machine'])} were linked by a machine, and "
        f"{number(whole['plausible'] + whole['not linked'])} by nobody. A machine link is a "
        "pointer, not a judgement."
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
    caption = f"{counted(n, 'record')} marked as running against a commitment."
    note = "They stand for themselves and are never subtracted from what is done."
    return [Table(caption, columns, rows[:MOST_AGAINST], note=note)]

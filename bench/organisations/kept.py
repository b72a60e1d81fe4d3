"""Which promises does every invented organisation keep, besides the one that is at stake?

Drawn from a pool, so that no two organisations are alike; both twins share them to the last line.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from organisations.facts import Source
from organisations.story import Deeds, Story

_LESS = {"words": 2, "communications": 1}
_EACH = {
    "money": 7,
    "decisions": 4,
    "time": 5,
    "metrics": 4,
    "initiatives": 2,
    "voice": 2,
    "practices": 3,
    "incentives": 2,
}
_LEAST = {"money": 5, "time": 5}
"""A promise that is kept is kept in every year."""
_SUMS = {
    "money": (3000, 6000),
    "time": (8, 16),
    "metrics": (20, 96),
    "incentives": (4, 12),
    "initiatives": (2_000, 30_000),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A promise with what is said of it and done for it, by channel."""

    text: str
    living: Sequence[str]
    lines: Mapping[str, Sequence[str]]


def keep(story: Story, *names: str, number: int = 2) -> None:
    """Add promises that are kept: those named, else so many of the pool."""
    pool = POOL[story.language]
    chosen = names or story.draw.shuffled(sorted(pool))[:number]
    for name in chosen:
        one = pool[name]
        story.promise(name, one.text, one.living)
        for key, source in story.sources.items():
            texts = one.lines.get(source.channel)
            if texts and key == source.channel and not _is_booked(source):
                _tell(story, key, name, texts)


def _is_booked(source: Source) -> bool:
    """A journal of decisions holds transfers alone, each with its sum."""
    return source.kind == "journal" and source.channel == "decisions"


def _tell(story: Story, key: str, name: str, texts: Sequence[str]) -> None:
    channel = story.sources[key].channel
    if channel in _LESS:
        story.told(key, name, texts, each=_LESS[channel])
    else:
        story.done(
            key,
            name,
            Deeds(
                texts=texts,
                n=_EACH[channel],
                least=_LEAST.get(channel, 2),
                amount=_SUMS.get(channel),
            ),
        )


POOL: Mapping[str, Mapping[str, Kept]] = {
    "en": {
        "apprentices": Kept(
            text="Young people from the town learn a trade with us.",
            living=("apprenticeships for young people", "masters and apprentices"),
            lines={
                "words": (
                    "Young people of the town learn their trade here.",
                    "[Seven|Nine|Eleven] apprentices began a trade with us this year.",
                    "Whoever is young and wants a trade finds a bench in our workshop.",
                ),
                "communications": ("Apprentices show their first pieces in {place}.",),
                "money": (
                    "Apprentice wages {month}",
                    "Tools for apprentices, {place}",
                    "Trade school fees, apprentices of the {team}",
                ),
                "decisions": (
                    "Took on {n} apprentices in {place}",
                    "Second master for the apprentices in {place}",
                ),
                "time": ("Master with apprentices, {place}", "Teaching apprentices the trade"),
                "metrics": ("Apprentices who pass their trade exam", "Young people taken on"),
                "incentives": ("Apprentices who finish their trade",),
                "initiatives": ("Trade days for young people in {place}",),
                "practices": ("Every apprentice has a master at the bench in {place}.",),
                "voice": (
                    "I learn a lot as an apprentice here",
                    "My master takes time for us apprentices",
                ),
            },
        ),
        "river": Kept(
            text="The river that runs past our yard stays clean.",
            living=("clean river water", "filters before the outlet"),
            lines={
                "words": (
                    "The river past our yard is clean enough to swim in.",
                    "Nothing from our yard reaches the river.",
                    "Clean water leaves our yard and joins the river.",
                ),
                "communications": ("Join us as we pick litter from the river at {place}.",),
                "money": (
                    "Oil trap before the river, {place}",
                    "River water tests {month}",
                    "Filter sand for the river outlet",
                ),
                "decisions": (
                    "Second filter before the river at {place}",
                    "Water samples of the river every week",
                ),
                "time": ("Sampling the river at {place}", "Cleaning the river filters"),
                "metrics": ("River samples without oil, {place}", "Clean days at the river outlet"),
                "initiatives": ("Reed bed between yard and river",),
                "practices": ("Drums stand in trays far from the river.",),
                "voice": ("The river looks clean again",),
            },
        ),
        "toolshed": Kept(
            text="Neighbours may borrow our tools and halls without paying.",
            living=("tools lent to neighbours", "hall free for neighbours"),
            lines={
                "words": (
                    "Neighbours borrow tools from us and pay nothing.",
                    "Our hall stands open to every club of neighbours.",
                    "A ladder, a drill, a hall: neighbours may have them for nothing.",
                ),
                "communications": ("Neighbours, the tool shelf is full again.",),
                "money": (
                    "Tools for the neighbours' shelf, {place}",
                    "Hall cleaning after neighbours' evening",
                ),
                "decisions": (
                    "Lend the hall in {place} to the neighbours' choir",
                    "More tools for neighbours to borrow",
                ),
                "time": ("Handing out tools to neighbours", "Hall keys for neighbours' clubs"),
                "metrics": ("Tools lent to neighbours", "Evenings the hall was lent"),
                "initiatives": ("A tool shelf for neighbours in {place}",),
                "practices": ("Neighbours sign for a tool and bring it back when done.",),
                "voice": ("Borrowing the hall was easy",),
            },
        ),
        "languages": Kept(
            text="We answer people in the language they speak.",
            living=("interpreters", "translated leaflets"),
            lines={
                "words": (
                    "Whoever writes to us gets an answer in their own language.",
                    "Our letters go out in [six|nine] languages.",
                    "Interpreters sit beside the counter on market days.",
                ),
                "communications": ("Now also in Polish and Tamil: our letters.",),
                "money": (
                    "Interpreter hours {month}",
                    "Translation of letters, {supplier}",
                    "Language line, {team}",
                ),
                "decisions": (
                    "Interpreter at the counter in {place} on market days",
                    "Letters in two more languages",
                ),
                "time": ("Interpreting at the counter, {place}", "Checking translated letters"),
                "metrics": (
                    "Letters answered in the writer's language",
                    "Interpreter hours offered",
                ),
                "initiatives": ("Picture signs beside every language in {place}",),
                "practices": ("An interpreter is called when a guest speaks another language.",),
                "voice": ("Somebody spoke my language at the counter",),
            },
        ),
        "repair": Kept(
            text="What we sold ten years ago we still repair.",
            living=("spare parts", "mended models"),
            lines={
                "words": (
                    "What left our shop ten years ago is still repaired here.",
                    "Spare parts of every model lie on our shelves.",
                    "Bring it back and we mend it.",
                ),
                "communications": ("Mended this week: a lamp from {place}, twelve years old.",),
                "money": ("Spare parts for old models, {supplier}", "Repair bench, {place}"),
                "decisions": (
                    "Keep spare parts of all models in {place}",
                    "A second bench for repairs in {place}",
                ),
                "time": ("Repairing old models", "Sorting spare parts, {place}"),
                "metrics": ("Old models repaired", "Spare parts on the shelf"),
                "initiatives": ("Repair afternoons in {place}",),
                "practices": ("Spare parts stay on the shelf for ten years.",),
                "voice": ("They mended my old lamp",),
            },
        ),
        "books": Kept(
            text="We publish what we take in and what we spend.",
            living=("published figures", "annual statement online"),
            lines={
                "words": (
                    "Our accounts lie open: what came in, what went out.",
                    "Every figure of the year is published, the bad ones too.",
                    "Anyone may read our accounts in {place}.",
                ),
                "communications": ("The accounts are out, page by page.",),
                "money": ("Printing of the published accounts", "Auditor for the open accounts"),
                "decisions": (
                    "Publish the accounts of {month} in full",
                    "Open the books to the members' panel",
                ),
                "time": ("Writing the published accounts", "Questions on the open books"),
                "metrics": (
                    "Days until the accounts were published",
                    "Readers of the open accounts",
                ),
                "initiatives": ("Accounts in plain words",),
                "practices": ("Accounts go online on the first day of the second month.",),
                "voice": ("I could read in the accounts where the money went",),
            },
        ),
    },
    "de": {
        "lehrlinge": Kept(
            text="Junge Leute aus dem Ort lernen bei uns einen Beruf.",
            living=("Lehrlinge lernen einen Beruf", "Lehrstellen für junge Leute"),
            lines={
                "words": (
                    "Junge Leute aus dem Ort lernen bei uns ihren Beruf.",
                    "Neun Lehrlinge begannen in diesem Jahr einen Beruf bei uns.",
                ),
                "money": ("Löhne der Lehrlinge {month}", "Werkzeug für Lehrlinge, {place}"),
                "decisions": ("Zwei Lehrlinge in {place} aufgenommen",),
                "voice": ("Als Lehrling lerne ich hier viel",),
            },
        ),
        "bach": Kept(
            text="Der Bach hinter unserem Hof bleibt sauber.",
            living=("sauberes Wasser im Bach", "Ölabscheider vor dem Bach"),
            lines={
                "words": (
                    "Der Bach hinter dem Hof ist so sauber wie nie.",
                    "Nichts aus unserem Hof gelangt in den Bach.",
                ),
                "money": ("Wasserproben am Bach {month}", "Filter vor dem Bach, {place}"),
                "decisions": ("Zweiter Filter vor dem Bach in {place}",),
                "voice": ("Der Bach sieht gut aus",),
            },
        ),
    },
}

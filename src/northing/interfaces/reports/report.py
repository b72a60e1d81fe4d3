"""Where do words and deeds part? One audit as a report, in the order in which a board reads it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from northing.cycle import Audit
from northing.foundations.documents.blocks import (
    Block,
    Callout,
    Details,
    Document,
    Heading,
    Paragraph,
    Tone,
)
from northing.foundations.documents.numbers import day
from northing.foundations.documents.told import tell, together
from northing.foundations.trail.facts import Head
from northing.interfaces.reports.page_answer import answer, distance_sentence, files_of, masthead
from northing.interfaces.reports.page_checked import checked_page
from northing.interfaces.reports.page_coverage import coverage_page
from northing.interfaces.reports.page_gaps import gaps_page, widest_gaps
from northing.interfaces.reports.page_periods import periods_page
from northing.interfaces.reports.page_reproduce import method_page, reproduce_page
from northing.interfaces.reports.page_units import units_page
from northing.interfaces.reports.page_unknown import unknown_page
from northing.interfaces.reports.shortening import shortened
from northing.stages.clarify.commitments.section import commitments_section, names_of
from northing.stages.clarify.mission.section import mission_section
from northing.stages.diagnose.findings.section import Shown, findings_section
from northing.stages.diagnose.incentives.section import rewards_section
from northing.stages.diagnose.linking.section import Linked, links_section
from northing.stages.diagnose.say_do.section import channels_in_order, picture, said_as
from northing.stages.diagnose.stance.section import suggestions_section
from northing.stages.records.imports.section import sources_section
from northing.stages.records.ledger.section import Telling, kind_told

TITLE = "Where do words and deeds part?"
SECTION = 2
LANGUAGE = "en"
"""The report speaks English; quotes stand as they were written."""


def report_of(audit: Audit, *, version: str, anchor: Head | None = None) -> Document:
    """The report as blocks; no section is empty, no number stands alone, nobody is named."""
    parts = _Parts(audit, _telling(audit))
    blocks = (
        *parts.answer(),
        *parts.evidence(),
        *parts.further(),
        *parts.grounds(),
        *_titled(
            "How to reproduce this report",
            reproduce_page(audit, parts.telling, version=version, anchor=anchor),
        ),
        *_titled("How the numbers are made", method_page(audit)),
    )
    organisation = parts.telling.redact(audit.case.organisation)
    return Document(
        title=TITLE,
        subtitle=tell("{organisation}, as of {day}", organisation=organisation, day=day(audit.on)),
        language=LANGUAGE,
        facts=masthead(audit),
        blocks=shortened(blocks),
        footer=tell(
            "Northing {version}. The same files, date and seed give the same report.",
            version=version,
        ),
    )


def slides_of(audit: Audit, whole: Document) -> Document:
    """Of the whole report what a meeting looks at: the answer, pictures, both sides, limits.

    What it leaves to the report is named at its end.
    """
    parts = _Parts(audit, _telling(audit))
    shown = (
        *parts.answer(),
        *parts.evidence(),
        *_titled("Other kinds of deeds", parts.others()),
        *parts.limits(),
        *_titled("How the numbers are made", _unfolded(method_page(audit))),
    )
    told = {one.text for one in shown if isinstance(one, Heading)}
    left = (one for one in whole.blocks if isinstance(one, Heading) and one.level == SECTION)
    rest = tuple(Details(one.text, ()) for one in left if one.text not in told)
    return replace(whole, blocks=(*shortened(shown), *rest))


def _telling(audit: Audit) -> Telling:
    redact = audit.redactor.redact
    return Telling(
        redact=redact,
        people=audit.case.names,
        names=names_of(audit.case.commitments, redact),
        texts={one.id: redact(one.text) for one in audit.case.commitments},
    )


def _unfolded(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """What opens on a page stands open on a slide, as far as it is words."""
    folded = [one for one in blocks if isinstance(one, Details)]
    words = [[part.text for part in one.blocks if isinstance(part, Paragraph)] for one in folded]
    told = zip(folded, words, strict=True)
    return tuple(Callout(Tone.NOTE, one.summary, together(*some)) for one, some in told)


def _titled(title: str, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """A heading only where something stands under it."""
    return (Heading(title), *blocks) if blocks else ()


@dataclass(frozen=True, slots=True)
class _Parts:
    """The sections of one report, in groups."""

    audit: Audit
    telling: Telling

    @property
    def channels(self) -> list[str]:
        return channels_in_order(self.audit.say_do)

    @property
    def main(self) -> str | None:
        return self.channels[0] if self.channels else None

    @property
    def linked(self) -> Linked:
        return Linked(
            records=self.audit.case.records,
            links=self.audit.links.by_record(),
            telling=self.telling,
            language=self.audit.case.language,
        )

    def answer(self) -> tuple[Block, ...]:
        """The answer, and the picture of the main kind of deed."""
        drawn = () if self.main is None else (self._picture(self.main, name="say-do"),)
        return (
            *_titled("The answer", answer(self.audit, self.main, self.telling)),
            *(_titled(self._beside(self.main), drawn) if self.main else ()),
        )

    def _beside(self, channel: str) -> str:
        said, done = said_as(self.audit.say_do), kind_told(channel)
        return tell("{said:up} beside {channel}", said=said, channel=done)

    def _picture(self, channel: str, *, name: str) -> Block:
        files = files_of(self.audit, channel)
        return picture(self.audit.say_do, channel, name=name, telling=self.telling, files=files)

    def evidence(self) -> tuple[Block, ...]:
        """The widest gaps with their records, then every finding."""
        main = self.main
        gaps = [] if main is None else widest_gaps(self.audit, main)
        shown = Shown(
            records={one.id: one for one in self.audit.case.records},
            telling=self.telling,
            above=frozenset((one.commitment, one.channel) for one in gaps),
        )
        unjudged = suggestions_section(self.audit.suggestions, shown.records, self.telling)
        widest = () if main is None else gaps_page(self.audit, main, self.linked, self.telling)
        return (
            *_titled("The widest gaps, and what stands behind them", widest),
            *_titled("Findings", findings_section(self.audit.found, shown)),
            *_titled("What people should read first", unjudged),
        )

    def others(self) -> tuple[Block, ...]:
        """The picture of every kind of deed but the main one."""
        blocks: list[Block] = []
        for turn, channel in enumerate(self.channels[1:], start=2):
            blocks += [
                Heading(self._beside(channel), 3),
                Paragraph(distance_sentence(self.audit.say_do, channel)),
                self._picture(channel, name=f"say-do-{turn}"),
            ]
        return tuple(blocks)

    def limits(self) -> tuple[Block, ...]:
        """What people looked at, and what nobody can tell."""
        return (
            *_titled("What people checked", checked_page(self.audit, self.telling)),
            *_titled("What we cannot tell", unknown_page(self.audit, self.telling)),
        )

    def further(self) -> tuple[Block, ...]:
        """Other kinds of deeds, periods, units."""
        main = self.main
        periods = () if main is None else periods_page(self.audit, main, self.telling)
        units = () if main is None else units_page(self.audit, main, self.telling)
        pay = rewards_section(self.audit.rewards, self.telling, currency=self.audit.case.currency)
        return (
            *_titled("Other kinds of deeds", self.others()),
            *_titled("By period", periods),
            *_titled("By unit", units),
            *_titled("What pay rewards", pay),
        )

    def grounds(self) -> tuple[Block, ...]:
        """What all of it rests on: coverage, links, limits, files."""
        case = self.audit.case
        read = sources_section(
            case.sources, repeats=len(case.repeats), totals=case.totals, telling=self.telling
        )
        links = links_section(
            self.linked,
            settled=self.audit.links.settled,
            reach=self.audit.links.reach,
            asked_for_meaning=case.meaning,
        )
        promises = commitments_section(case.commitments, self.telling.redact)
        said = mission_section(self.audit.statements, self.telling.redact)
        return (
            *_titled("What was promised, in full", promises),
            *_titled("What the promises say, and leave open", said),
            *_titled("Where there is anything to go by", coverage_page(self.audit, self.telling)),
            *_titled("How records came to their commitments", links),
            *self.limits(),
            *_titled("What was read, and what was refused", read),
        )

"""What can an assistant look up, from a promise down to the line of a file?

Each tool is one or two questions to the API; none changes anything.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Annotated, Any, Literal

from mcp.server.mcpserver import Context
from mcp.server.mcpserver.exceptions import ToolError
from pydantic import Field

from northing.interfaces.mcp.asking import Api, Refused
from northing.interfaces.mcp.quoting import NOTICE, marked, quoted

Found = dict[str, Any]
MOST = 50
NO_AUDIT = "There is no finished audit that this token opens. Ask for one on the pages, or wait."
Perhaps = Annotated[str, Field(max_length=80)]
Words = Annotated[str, Field(max_length=200, description="Words, or their beginnings.")]
Name = Annotated[
    str, Field(max_length=400, description="As evidence names it, such as `budget.csv:14`.")
]
Id = Annotated[str, Field(pattern=r"^[0-9a-f-]{36}$")]
PerhapsId = Annotated[str, Field(pattern=r"^([0-9a-f-]{36})?$", description="Empty: the newest.")]
PLANS = ("priorities", "budgets")
Kind = Literal["priorities", "budgets"]
Token = Callable[[Context[Any, Any]], str]


class Tools:
    """The tools, for whoever holds a token: `token_of` says whose call it is."""

    def __init__(self, api: Api, token_of: Token) -> None:
        self.api, self.token_of = api, token_of

    def organisations(self, context: Context[Any, Any]) -> Found:
        """Which organisation does this token open, as whom, and what may be looked up in it?"""
        me = self._asked(self.api.get, context, "/me")
        told = {name: me[name] for name in ("role", "scopes", "until")}
        own = me["organisation"]
        return {"organisations": [{"id": own["id"], "name": own["name"]}], **told}

    def commitments(self, context: Context[Any, Any]) -> Found:
        """What does the organisation promise? Each testable promise with its key, its weight and
        the signs by which people say it is lived or broken. Begin here."""
        return _told(commitments=self._here(context, "/commitments"))

    def audits(self, context: Context[Any, Any]) -> Found:
        """Which audits are there, the newest first? Only finished ones hold gaps and findings."""
        kept = ("id", "number", "on", "state", "done_at", "issued_at", "set_aside_at")
        rows = self._here(context, "/audits")
        return _told(audits=[{name: one[name] for name in kept} for one in rows[:MOST]])

    def gaps(
        self,
        context: Context[Any, Any],
        commitment: Perhaps = "",
        channel: Perhaps = "",
        audit: PerhapsId = "",
    ) -> Found:
        """Where do words and deeds part? Per commitment and channel (money, decisions, time, …)
        the share said, the share done and the gap between them: each with its interval, the
        number it rests on and the method, or the reason why it is unknown. Unknown is not zero:
        never report a value without its interval."""
        one = audit or self._newest(context)
        asked = {"commitment": commitment, "channel": channel}
        return _told(**self._here(context, f"/audits/{one}/gaps", **asked))

    def findings(
        self,
        context: Context[Any, Any],
        commitment: Perhaps = "",
        channel: Perhaps = "",
        audit: PerhapsId = "",
    ) -> Found:
        """What did the audit find, favourable or not, the gravest first? `finding` shows the
        records of one, with what speaks against it."""
        one = audit or self._newest(context)
        rows = self._here(context, f"/audits/{one}/findings")
        wanted = [
            each
            for each in rows
            if commitment in ("", each["commitment"]) and channel in ("", each["channel"])
        ]
        kept = ("id", "code", "severity", "commitment", "channel", "statement")
        short = [{name: each[name] for name in kept} for each in wanted[:MOST]]
        return _told(audit=one, count=len(wanted), findings=short)

    def finding(self, context: Context[Any, Any], finding: Id) -> Found:
        """On what does one finding rest? Its records, and beside them what speaks against it: say
        both. Below that, what the organisation answers and does about it."""
        whole = self._here(context, f"/findings/{finding}")
        content = whole["finding"]["content"]
        there = {one["name"]: one for one in whole["records"]}
        sides = {
            side: [there.get(name, {"name": name}) for name in content.get(side, [])[:MOST]]
            for side in ("evidence", "counter_evidence")
        }
        return _told(
            id=whole["finding"]["id"],
            audit=whole["finding"]["audit"],
            finding={name: value for name, value in content.items() if name not in sides},
            **sides,
            follow_up=whole["follow_up"],
            replies=whole["replies"],
        )

    def records(
        self,
        context: Context[Any, Any],
        words: Words = "",
        channel: Perhaps = "",
        commitment: Perhaps = "",
        after: Perhaps = "",
    ) -> Found:
        """What was said and done? The records that hold these words, of one channel, or that bear
        on one commitment (`none`: on none), the newest first; `next` is the `after` of the
        following page."""
        asked = {"q": words, "channel": channel, "commitment": commitment, "after": after}
        return _told(**self._here(context, "/records", size=MOST, **asked))

    def record(self, context: Context[Any, Any], name: Name) -> Found:
        """One record by its name: what it says, which commitments the newest audit tied it to and
        how (a person, a rule, the machine), and what people corrected."""
        return _told(**self._here(context, "/records/record", name=name))

    def line(self, context: Context[Any, Any], name: Name) -> Found:
        """The very line of the file that a record is, between its neighbours, with the digest of
        the file."""
        return _told(**self._here(context, "/records/record/line", name=name))

    def decisions(
        self,
        context: Context[Any, Any],
        words: Words = "",
        state: Perhaps = "",
        before: Annotated[int, Field(ge=0)] = 0,
    ) -> Found:
        """What is being decided, and what was? Each with the result of its purpose test, the
        newest first; `state` narrows (draft, submitted, accepted, …), `before` the last number
        shows older ones. `overridden` ones were taken against their test or their signers."""
        asked = {"text": words, "state": state, "before": before or None}
        kept = ("id", "number", "question", "proposed", "state", "result", "due_on", "decided_on",
                "review_on", "overridden")  # fmt: skip
        rows = self._here(context, "/decisions", **asked)[:MOST]
        return _told(decisions=[{name: one[name] for name in kept} for one in rows])

    def decision(self, context: Context[Any, Any], decision: Id) -> Found:
        """One decision with its purpose test: what it does to each commitment, and why the test
        came out so. Every objection stands in `words`: say those too."""
        one = self._here(context, f"/decisions/{decision}")
        names = (
            "id", "number", "question", "options", "proposed", "state", "result", "grounds",
            "conditions", "due_on", "decided_on", "review_on", "success", "forecast", "happened",
            "overridden", "round", "quorum", "agreement", "amount", "currency", "unit", "affected",
        )  # fmt: skip
        told = {name: one[name] for name in names}
        answers = ("commitment", "advances", "compromises", "reason", "condition", "records")
        told["answers"] = [{name: each[name] for name in answers} for each in one["answers"]]
        words = ("act", "reason", "on", "round")
        told["words"] = [{name: each[name] for name in words} for each in one["words"]]
        return _told(**told, rests_on=one["evidence"], sort=one["kind"])

    def trade_offs(self, context: Context[Any, Any]) -> Found:
        """What did serving the mission cost, who paid, and were they told? By currency what a
        point of each commitment was worth, with its interval, or why that is unknown; `untold` are
        decisions, by number, of which nobody wrote down what they gave up."""
        return _told(**self._here(context, "/trade-offs/ledger"))

    def plans(self, context: Context[Any, Any]) -> Found:
        """What comes first, and which budgets were proposed? `plan` shows one of them."""
        kept = ("id", "state", "done_at", "set_aside_at")
        found = {
            kind: [
                {name: one[name] for name in kept} | {"title": one["name"]}
                for one in self._here(context, f"/{kind}")[:MOST]
            ]
            for kind in PLANS
        }
        return _told(**found)

    def plan(self, context: Context[Any, Any], kind: Kind, plan: Id) -> Found:
        """One order of priorities or one budget: what was asked and what was worked out, each
        figure with its range. People weigh it; it decides nothing."""
        one = self._here(context, f"/{kind}/{plan}")
        told = _told(id=one["id"], state=one["state"], title=one["name"])
        return told | {name: quoted(one[name]) for name in ("asked", "result")}

    def all(self) -> list[Callable[..., Found]]:
        """In the order in which one asks them."""
        return [
            self.organisations,
            self.commitments,
            self.audits,
            self.gaps,
            self.findings,
            self.finding,
            self.records,
            self.record,
            self.line,
            self.decisions,
            self.decision,
            self.trade_offs,
            self.plans,
            self.plan,
        ]

    def _newest(self, context: Context[Any, Any]) -> str:
        """The newest finished audit that nobody set aside."""
        rows = self._here(context, "/audits")
        done = [one for one in rows if one["state"] == "done" and not one["set_aside_at"]]
        if not done:
            raise ToolError(NO_AUDIT)
        return str(done[0]["id"])

    def _here(self, context: Context[Any, Any], path: str, **asked: Any) -> Any:
        return self._asked(self.api.within, context, path, **asked)

    def _asked(
        self, ask: Callable[..., Any], context: Context[Any, Any], path: str, **asked: Any
    ) -> Any:
        try:
            return ask(self.token_of(context), path, **asked)
        except Refused as error:
            raise ToolError(str(error)) from error


def _told(**found: Any) -> Found:
    told: Mapping[str, Any] = marked(found)
    return {"notice": NOTICE, **told}

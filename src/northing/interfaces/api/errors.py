"""What does the API say when it does not do what was asked, always in one shape?"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from pydantic import BaseModel, Field

from northing.foundations.people.changes import Change
from northing.foundations.people.refusals import Refused
from northing.interfaces.api.refusing import CONFLICTS, REFUSALS


class Error(BaseModel):
    """Why something was not done, and what would help."""

    error: str = Field(description="A word for programs; it stays as it is.")
    sentence: str = Field(description="What is the matter, for people.")
    field: str | None = Field(description="Which part of what was sent, where it is one part.")
    remedy: str = Field(description="What would help.")


class ChangedMeanwhile(BaseModel):
    """What somebody did meanwhile, as far as the token's member may know it."""

    at: datetime = Field(description="When it was, in UTC.")
    what: str | None = Field(description="The verb of the trail; null where it is not open.")
    by: str | None = Field(description="Who did it; null where that is not open or was erased.")
    parts: list[str] = Field(description="Which parts of it changed, where the trail names them.")


class Conflict(Error):  # noqa: N818 - a shape, no exception
    """Why something was not done as things stand; what changed, where that is why."""

    changed: ChangedMeanwhile | None = None


class Problem(Exception):  # noqa: N818 - named for what is so, as all refusals here
    """Ends a call with an `Error`."""

    def __init__(
        self, status: int, error: str, said: tuple[str, str], *, field: str | None = None
    ) -> None:
        super().__init__(error)
        self.status, self.headers = status, dict[str, str]()
        sentence, remedy = said
        self.content: Error = Error(error=error, sentence=sentence, field=field, remedy=remedy)


CODES = (400, 401, 403, 404, 409, 413, 422, 429, 503)
ERRORS: dict[int, Any] = dict.fromkeys(CODES, Error) | {409: Conflict}
"""What every address may answer besides what was asked for."""

NO_TOKEN = (
    "No token that opens anything came with this.",
    "Send `Authorization: Bearer …` with a token that is neither revoked nor past its last day.",
)
NOT_NAMED = ("The token does not open this.", "Make a token with this scope, if you may.")
NOT_ALLOWED = ("Your role may not do this.", "Ask an owner of the organisation who may.")
SECOND_FACTOR = (
    "The organisation asks everybody for a second factor, and you have none.",
    "Set one up on your account's page; the token then opens again.",
)
NOTHING_HERE = ("There is nothing at this address for you.", "Check the ids in it.")
TOO_OFTEN = ("The token was used too often in this minute.", "Wait as long as Retry-After says.")
UNREADABLE = ("What was sent cannot be read.", "Send JSON, or a form with one file, whole.")
TOO_LARGE = ("What was sent is too large.", "Split it, or take out what is not needed.")
ALTERED = (
    "A file of this audit is not what it was when it was written.",
    "Tell whoever runs this installation; nothing of it is handed out.",
)
OTHER_BYTES = (
    "This Idempotency-Key was sent with another file before.",
    "Send a key of its own with each file.",
)
METHOD = ("This address does not do that.", "See /api/openapi.json for what it does.")
BAD_VALUE = "Send what /api/openapi.json says of this part."


def problem_of(refused: Refused) -> Problem:
    """What an action refused, as the API says it."""
    unsaid = ("This cannot be done as things stand.", "Do it on the page, which says more.")
    status = 409 if refused.code in CONFLICTS else 422
    said = REFUSALS.get(refused.code, unsaid)
    return Problem(status, refused.code.replace(" ", "_"), said, field=refused.field)


def with_change(problem: Problem, change: Change | None) -> Problem:
    """The same problem, saying what was done meanwhile, where anything was."""
    if change:
        changed = ChangedMeanwhile(
            at=change.at, what=change.verb, by=change.by, parts=list(change.parts)
        )
        problem.content = Conflict(**problem.content.model_dump(), changed=changed)
    return problem


def wrong(field: str, sentence: str, remedy: str = BAD_VALUE) -> Problem:
    """One part of what was sent will not do."""
    return Problem(422, "unfit_value", (sentence, remedy), field=field)


def nowhere() -> Problem:
    """What is not there, and what is another's, are told apart by nobody."""
    return Problem(404, "not_found", NOTHING_HERE)

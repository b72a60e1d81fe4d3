"""Which parts do the shapes of several operations share?

What comes in is a plain pydantic model that knows all its fields: one that reads attributes would
take the methods of a string for what was meant. No text holds a NUL: PostgreSQL keeps none.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Any
from uuid import UUID, uuid5

from django.http import HttpRequest
from ninja.params.functions import Header
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

from northing.interfaces.api.door import Call

NO_NUL = r"^[^\x00]*$"
NOT_BLANK = r"^[^\x00]*[^\s\x00][^\x00]*$"
LARGEST = 2**31 - 1


Text80 = Annotated[str, StringConstraints(max_length=80, pattern=NOT_BLANK)]
Text120 = Annotated[str, StringConstraints(max_length=120, pattern=NOT_BLANK)]
Text200 = Annotated[str, StringConstraints(max_length=200, pattern=NOT_BLANK)]
Text400 = Annotated[str, StringConstraints(max_length=400, pattern=NOT_BLANK)]
Text500 = Annotated[str, StringConstraints(max_length=500, pattern=NOT_BLANK)]
Text2000 = Annotated[str, StringConstraints(max_length=2_000, pattern=NOT_BLANK)]
Text4000 = Annotated[str, StringConstraints(max_length=4_000, pattern=NOT_BLANK)]
Text8000 = Annotated[str, StringConstraints(max_length=8_000, pattern=NOT_BLANK)]
Perhaps80 = Annotated[str, StringConstraints(max_length=80, pattern=NO_NUL)]
Perhaps200 = Annotated[str, StringConstraints(max_length=200, pattern=NO_NUL)]
Perhaps500 = Annotated[str, StringConstraints(max_length=500, pattern=NO_NUL)]
Perhaps1000 = Annotated[str, StringConstraints(max_length=1_000, pattern=NO_NUL)]
Perhaps2000 = Annotated[str, StringConstraints(max_length=2_000, pattern=NO_NUL)]
Perhaps4000 = Annotated[str, StringConstraints(max_length=4_000, pattern=NO_NUL)]
Sign = Annotated[str, StringConstraints(max_length=300, pattern=NOT_BLANK)]
Currency = Annotated[str, StringConstraints(pattern=r"^([A-Z]{3})?$")]
Revision = Annotated[int, Field(ge=0, le=10**9, description="The state you looked at.")]
Weight = Annotated[Decimal, Field(ge=0, le=100_000, max_digits=9, decimal_places=3)]
Amount = Annotated[Decimal, Field(max_digits=18, decimal_places=6)]
Sum = Annotated[Decimal, Field(ge=0, max_digits=18, decimal_places=6)]
IdempotencyKey = Annotated[
    str | None, Header(None, alias="Idempotency-Key", max_length=200, pattern=r"^[!-~]+$")
]


class Sent(BaseModel):
    """What a program sends: nothing but what the shape names."""

    model_config = ConfigDict(extra="forbid")


class Seen(Sent):
    """A change of what the sender looked at."""

    revision: Revision


def ticket_of(request: HttpRequest, call: Call, key: str | None) -> UUID | None:
    """The id of what is made, where the sender gave a key: the same key twice makes one."""
    return uuid5(call.member.id, f"{request.path} {key}") if key else None


def documented(kind: str) -> dict[str, Any]:
    """What the document says of an address that hands out bytes of this kind."""
    content = {kind: {"schema": {"type": "string", "format": "binary"}}}
    return {"responses": {200: {"description": "The bytes", "content": content}}}


def exact(amount: Decimal | None) -> str | None:
    """A figure as text, for a program would round it."""
    return None if amount is None else str(amount)


def _plain(value: Any) -> Any:
    """Refuses a NUL anywhere inside."""
    if isinstance(value, str) and "\x00" in value:
        raise ValueError("holds a NUL")
    if isinstance(value, dict):
        for name, one in value.items():
            _plain(name)
            _plain(one)
    if isinstance(value, list):
        for one in value:
            _plain(one)
    return value


Table = Annotated[dict[str, Any], AfterValidator(_plain)]

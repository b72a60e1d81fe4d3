"""How does a button turn a file or a record to another state, and what is said of it?"""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest

from northing.foundations.people.refusals import Refused
from northing.interfaces.web.forms.parts import Turn
from northing.interfaces.web.refusing import refusal_said
from northing.interfaces.web.visit import Visit


def turned(
    request: HttpRequest, visit: Visit, thing: object, turn: Callable[..., None], said: str
) -> None:
    """Call the action with the state the button's page showed, and say how it went."""
    try:
        turn(thing, by=visit.member, at=visit.at, seen=Turn(request.POST).seen)
        if said:
            messages.success(request, said)
    except Refused as error:
        messages.error(request, refusal_said(error))

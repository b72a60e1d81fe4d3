"""Which addresses open what people want to hear of, end it, and read their calendars?"""

from __future__ import annotations

from django.urls import URLPattern, path

from northing.interfaces.web.views.notices import outside, wishes

pages: list[URLPattern] = [
    path("notices/", wishes.wishes, name="notices"),
    path("notices/chat/", wishes.chat, name="notices_chat"),
    path("notices/chat/removal/", wishes.chat_removal, name="notices_chat_removal"),
    path("notices/address/", wishes.address, name="notices_address"),
    path("notices/calendar/", wishes.calendar, name="notices_calendar"),
    path(
        "notices/calendar/revocation/",
        wishes.calendar_revocation,
        name="notices_calendar_revocation",
    ),
]
public_pages: list[URLPattern] = [
    path("notices/stop/<str:token>/", outside.stop, name="notices_stop"),
    path("calendars/<str:token>.ics", outside.calendar, name="calendar_feed"),
]

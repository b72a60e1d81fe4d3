"""Which addresses open the pages of samples and their answers?"""

from __future__ import annotations

from django.urls import URLPattern, path

from northing.interfaces.web.views.verify import differences, drawn, queue, samples, sheets

pages: list[URLPattern] = [
    path("verification/", samples.samples, name="verify_samples"),
    path("verification/<uuid:sample>/", samples.sample, name="verify_sample"),
    path("verification/<uuid:sample>/seat/", samples.seat, name="verify_seat"),
    path("verification/<uuid:sample>/closing/", samples.closing, name="verify_closing"),
    path("verification/<uuid:sample>/drawn/", drawn.drawn, name="verify_drawn"),
    path("verification/<uuid:sample>/queue/", queue.queue, name="verify_queue"),
    path("verification/<uuid:sample>/queue/ahead/", queue.ahead, name="verify_ahead"),
    path("verification/<uuid:sample>/queue/answers/", queue.answers, name="verify_answers"),
    path("verification/<uuid:sample>/queue/undo/", queue.undo, name="verify_undo"),
    path("verification/<uuid:sample>/queue/pause/", queue.pause, name="verify_pause"),
    path(
        "verification/<uuid:sample>/differences/",
        differences.differences,
        name="verify_differences",
    ),
    path("verification/<uuid:sample>/sheet/", sheets.sheet, name="verify_sheet"),
    path("verification/<uuid:sample>/filled/", sheets.filled, name="verify_filled"),
    path("verification/<uuid:sample>/file/", drawn.file, name="verify_file"),
    path("verification/<uuid:sample>/again/", sheets.again, name="verify_again"),
]

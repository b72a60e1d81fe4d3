"""Which addresses open the three guided ways in?"""

from __future__ import annotations

from django.urls import URLPattern, path

from northing.interfaces.web.views.guided import pages as guided

pages: list[URLPattern] = [
    path("guided/", guided.guided, name="guided"),
    path("guided/begin/", guided.begin, name="guided_begin"),
    path("guided/<uuid:walk>/", guided.page, name="guided_page"),
    path("guided/<uuid:walk>/<slug:step>/", guided.step, name="guided_step"),
]

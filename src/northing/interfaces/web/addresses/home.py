"""Which addresses open the pages of what is due and the first thirty minutes?"""

from __future__ import annotations

from django.urls import URLPattern

pages: list[URLPattern] = []

"""Which addresses open the pages of the mission and its commitments?"""

from __future__ import annotations

from django.urls import URLPattern

pages: list[URLPattern] = []

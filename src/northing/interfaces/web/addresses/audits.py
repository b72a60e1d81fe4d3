"""Which addresses open the pages of audits and their findings?"""

from __future__ import annotations

from django.urls import URLPattern

pages: list[URLPattern] = []

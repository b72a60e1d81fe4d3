"""Where does a web server take hold of the application?

All pages are loaded before the first is asked for: nobody waits for that, and where the server
loads the application before it forks, its programs share them. The collector leaves alone what
stays until the end: searching it would take a second of it.
"""

from __future__ import annotations

import gc
import os

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "northing.interfaces.web.settings")
application = get_wsgi_application()
get_resolver().check()
gc.freeze()

"""Where does a web server take hold of the application?"""

from __future__ import annotations

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "northing.interfaces.web.settings")
application = get_wsgi_application()

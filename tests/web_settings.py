"""How is the application set up in tests? As it is, in a home of its own, with plain files.

Hashed addresses of styles need `collectstatic`; quick hashes of passwords save minutes.
"""

from __future__ import annotations

import os
import tempfile

os.environ["NORTHING_HOME"] = tempfile.mkdtemp(prefix="northing-tests-")

from northing.interfaces.web.settings import *
from northing.interfaces.web.settings import DATABASES, HOME, STORAGES

(HOME / "static").mkdir()
STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.StaticFilesStorage"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["TEST"] = {"NAME": str(HOME / "test.sqlite3")}

"""What does `python -m northing.interfaces.web` do? What Django's `manage.py` does elsewhere."""

from __future__ import annotations

import atexit
import gc
import os
import sys

from django.core.management import execute_from_command_line

from northing.interfaces.web.database import UnknownDatabase
from northing.interfaces.web.single_sign_on import BadProvider


def main() -> None:
    atexit.register(gc.freeze)  # all goes with the program: to search it first takes half a second
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "northing.interfaces.web.settings")
    try:
        execute_from_command_line(["northing.interfaces.web", *sys.argv[1:]])
    except (BadProvider, UnknownDatabase) as error:  # what is set wrongly is said, not traced
        sys.stderr.write(f"{error}\n")
        sys.exit(2)


if __name__ == "__main__":
    main()

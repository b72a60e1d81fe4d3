"""How does a function run in a program of its own, and tell what it has to tell?

    python -m northing.interfaces.worker.called MODULE:FUNCTION ARGUMENTS_AS_JSON

The function may yield: each mapping it yields is told as a line of JSON.
"""

from __future__ import annotations

import json
import sys
from importlib import import_module


def main(named: str, arguments: str) -> None:
    module, _, name = named.partition(":")
    for told in getattr(import_module(module), name)(*json.loads(arguments)) or ():
        sys.stdout.write(json.dumps(told) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])

"""Run a command with `DATABASE_URL` naming a PostgreSQL that is gone afterwards.

    python tests/throw_away_postgres.py COMMAND ...

No service, no password, no trace: a server of its own in a folder of its own, as root (it steps
down to `postgres` or `nobody`) and as anybody else. Ends with the command's code, or with 69
where there is no PostgreSQL. Standard library only. Nothing is flushed to disk: for tests alone.
"""

from __future__ import annotations

import contextlib
import glob
import os
import pwd
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator

UNAVAILABLE = 69
HASTE = ("fsync=off", "full_page_writes=off", "synchronous_commit=off", "max_connections=200")


def programs() -> str | None:
    """The folder of the newest PostgreSQL here."""
    debian = glob.glob("/usr/lib/postgresql/*/bin/pg_ctl")
    found = sorted(debian, key=lambda path: int(path.split("/")[4]))
    found += glob.glob("/usr/pgsql-*/bin/pg_ctl")
    program = found[-1] if found else shutil.which("pg_ctl")
    return os.path.dirname(os.path.realpath(program)) if program else None


@contextlib.contextmanager
def server(folder: str) -> Iterator[str]:
    """The address of a server that runs until the block ends."""
    home = tempfile.mkdtemp(prefix="northing-pg", dir="/tmp")
    options = _as_somebody_else(home)
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port = one.getsockname()[1]

    def run(name: str, *arguments: str) -> None:
        environment = {"PATH": os.environ["PATH"], "HOME": home, "LC_ALL": "C.UTF-8"}
        command = [os.path.join(folder, name), "-D", f"{home}/data", *arguments]
        subprocess.run(
            command, check=True, cwd=home, env=environment, stdout=subprocess.DEVNULL, **options
        )

    settings = " ".join(f"-c {one}" for one in ("listen_addresses=127.0.0.1", *HASTE))
    try:
        run("initdb", "-A", "trust", "-U", "northing", "-E", "UTF8", "--no-sync")
        run("pg_ctl", "-w", "-t", "30", "-l", f"{home}/log", "-o",
            f"-p {port} -k {home} {settings}", "start")  # fmt: skip
        yield f"postgres://northing@127.0.0.1:{port}/postgres"
    finally:
        with contextlib.suppress(subprocess.CalledProcessError):
            run("pg_ctl", "-m", "immediate", "-w", "stop")
        shutil.rmtree(home, ignore_errors=True)


def _as_somebody_else(home: str) -> dict:
    """PostgreSQL refuses to run as root."""
    if os.geteuid() != 0:
        return {}
    for name in ("postgres", "nobody"):
        with contextlib.suppress(KeyError):
            user = pwd.getpwnam(name)
            os.chown(home, user.pw_uid, user.pw_gid)
            return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}
    raise SystemExit("no user to run PostgreSQL as: there is neither postgres nor nobody")


def main(command: list[str]) -> int:
    folder = programs()
    if folder is None:
        print("There is no PostgreSQL here (apt-get install postgresql).", file=sys.stderr)
        return UNAVAILABLE
    with server(folder) as address:
        environment = dict(os.environ, DATABASE_URL=address)
        return subprocess.run(command, env=environment, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

#!/usr/bin/env python3
"""The door for whoever works on Northing; needs only Python >= 3.11 and git.

python3 dev.py audit [CASE]   set everything up and audit the bundled example, or CASE
python3 dev.py serve          the web application with an invented organisation [--bind HOST:PORT]
python3 dev.py test [LANE]    all tests; lanes: rules, fast, web, real, browser, slow
python3 dev.py check          format, lint, types, the order of the house, the docs
python3 dev.py bench NAME     print a table of bench/NAME.py
python3 dev.py docs           write the generated pages of docs/reference again, and build site/
python3 dev.py northing ...   the program itself, in the project's environment
"""

from __future__ import annotations

import glob
import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from typing import Any

ROOT = os.path.dirname(os.path.abspath(__file__))
TOOLS = os.path.join(ROOT, ".tools")
VENV = os.path.join(ROOT, ".venv")
VENV_SPARK = os.path.join(ROOT, ".venv-spark")  # 490 MB more, for those who ask for it
FLOOR = (3, 11)
UV = "uv==0.13.8"
EXAMPLE = "examples/access_board"
INVENTED = "examples/harbour_health"
JAVA = "openjdk-17-jre-headless"
NO_POSTGRESQL, NO_TESTS = 69, 5
HINT = "On Debian and Ubuntu: apt-get install python3 python3-venv"
# More than there are cores, for many tests wait; in long runs, so that few set up the same.
WORKERS = ("-n", "3", "--dist", "worksteal")
LANES = {
    "": ["-m", "not slow", *WORKERS],
    "rules": ["-m", "not slow and not real and not browser and not database", "src"],
    "web": ["-m", "database and not slow"],
    "fast": ["-m", "not slow and not real and not browser", *WORKERS],
    "real": ["-m", "real and not slow"],
    "browser": ["-m", "browser"],
    "slow": ["-m", "slow"],
}
# By lane, what then runs once more on PostgreSQL: between them all that needs a database.
ONCE_MORE = {
    "": "database and not either and not browser and not slow",
    "web": "database and not either and not browser and not slow",
    "slow": "database and (either or slow) and not browser",
}


def run(command: Sequence[str], **options: Any) -> int:
    return subprocess.run(command, cwd=ROOT, check=False, **options).returncode


def must(command: Sequence[str], **options: Any) -> None:
    code = run(command, **options)
    if code:
        sys.exit("dev.py: this command ended with %d: %s" % (code, " ".join(command)))


def interpreter() -> str:
    """The Python to build the environment with: this one if it will do, else the newest found."""
    found: list[str | None] = []
    if sys.version_info >= FLOOR:
        found.append(os.path.realpath(sys.executable))
    for version in ("3.14", "3.13", "3.12", "3.11"):
        found += glob.glob(os.path.expanduser("~/.pyenv/versions/%s.*/bin/python3" % version))
        found.append(shutil.which("python" + version))
    question = "import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))"
    for candidate in filter(None, found):
        if subprocess.call([candidate, "-c", question], stderr=subprocess.DEVNULL) == 0:
            return candidate
    return sys.exit(
        "dev.py: Python 3.11 or newer with venv is needed; this is %s. %s"
        % (sys.version.split()[0], HINT)
    )


def binary(folder: str, name: str) -> str:
    return os.path.join(folder, "Scripts" if os.name == "nt" else "bin", name)


def uv(python: str) -> str:
    """The pinned uv, in an environment of its own; a system-wide one may be of another version."""
    program = binary(TOOLS, "uv")
    if not os.path.exists(program):
        must([python, "-m", "venv", "--clear", TOOLS])
        must(
            [
                binary(TOOLS, "python"),
                "-m",
                "pip",
                "install",
                "--quiet",
                "--disable-pip-version-check",
                UV,
            ]
        )
    return program


def locked(python: str) -> str:
    """What an environment is made of: uv.lock, pyproject.toml and the Python it is built with."""
    with (
        open(os.path.join(ROOT, "uv.lock"), "rb") as lock,
        open(os.path.join(ROOT, "pyproject.toml"), "rb") as project,
    ):
        return hashlib.sha256(lock.read() + project.read() + python.encode()).hexdigest()


def sync(*, development: bool, venv: str = VENV, web: bool = False) -> None:
    """Bring .venv to what uv.lock says; a stamp makes the second time instant.

    An environment with the development tools or the web extra also serves `audit`, so it is never
    taken back. VENV_SPARK is the same with the extra `spark`.
    """
    python = interpreter()
    wanted = locked(python)
    stamp = os.path.join(venv, ".stamp")
    have = ""
    if os.path.exists(stamp):
        with open(stamp) as file:
            have = file.read()
    development = development or have.endswith(" all")
    web = web or development or have.endswith(" web")
    kept = wanted + (" all" if development else " web" if web else "")
    if have == kept:
        return
    environment = dict(
        os.environ,
        UV_PYTHON_DOWNLOADS="never",
        UV_SYSTEM_CERTS="1",
        UV_LINK_MODE="copy",
        UV_NO_PROGRESS="1",
        UV_PROJECT_ENVIRONMENT=venv,
    )
    environment.pop("VIRTUAL_ENV", None)
    name = os.path.basename(venv)
    print("Setting up (once): a Python environment in %s" % name, file=sys.stderr, flush=True)
    groups = [] if development else ["--no-default-groups"]
    groups += ["--extra", "web"] if web else []
    groups += ["--extra", "spark"] if venv == VENV_SPARK else []
    how = ["--locked", "--quiet", "--compile-bytecode", "--python", python, *groups]
    must([uv(python), "sync", *how], env=environment)
    with open(stamp, "w") as file:
        file.write(kept)


def audit(arguments: list[str]) -> int:
    sync(development=False)
    case = arguments[0] if arguments and not arguments[0].startswith("-") else EXAMPLE
    rest = arguments[1:] if arguments and not arguments[0].startswith("-") else arguments
    if not any(one in ("--out", "-o") or one.startswith("--out=") for one in rest):
        name = os.path.basename(
            os.path.normpath(
                case if not case.endswith(".toml") else os.path.dirname(os.path.abspath(case))
            )
        )
        rest = [*rest, "--out", os.path.join("out", name)]
    return run([binary(VENV, "northing"), "audit", case, *rest])


def serve(arguments: list[str]) -> int:
    """Set up, fill and serve; what is stored lies in .northing unless NORTHING_HOME says where."""
    sync(development=False, web=True)
    environment = dict(os.environ)
    environment.setdefault("NORTHING_HOME", os.path.join(ROOT, ".northing"))
    program = [binary(VENV, "python"), "-m", "northing.interfaces.web", "serve"]
    sys.stdout.flush()
    os.chdir(ROOT)
    os.execve(program[0], [*program, "--example", INVENTED, *arguments], environment)


def test(arguments: list[str]) -> int:
    lane = arguments[0] if arguments and arguments[0] in LANES else ""
    venv = VENV
    if lane == "slow":
        venv = with_spark()
    sync(development=True, venv=venv)
    rest = arguments[1:] if lane else arguments
    environment = with_real_data(TZ="UTC", PYTHONHASHSEED="0")
    if lane in ("", "web", "browser", "slow"):
        chromium = browser()
        if chromium:
            environment["CHROMIUM"] = chromium
    environment.pop("DATABASE_URL", None)
    python = [binary(venv, "python")]
    code = run([*python, "-m", "pytest", "-q", *LANES[lane], *rest], env=environment)
    if lane in ONCE_MORE:
        again = [*python, "-m", "pytest", "-q", *rest, "-m", ONCE_MORE[lane], *WORKERS]
        code = on_postgresql(again, environment) or code
    return code


def on_postgresql(pytest: list[str], environment: dict[str, str]) -> int:
    """What needs a database, once more on PostgreSQL: a throw-away server, where there is one."""
    borrow = [pytest[0], os.path.join("tests", "throw_away_postgres.py")]
    if run([*borrow, "true"], stderr=subprocess.DEVNULL) == NO_POSTGRESQL:
        install("postgresql")
    code = run([*borrow, *pytest], env=environment)
    if code == NO_POSTGRESQL:
        print("dev.py: the tests on PostgreSQL are left out", file=sys.stderr)
    return 0 if code in (NO_POSTGRESQL, NO_TESTS) else code


def with_spark() -> str:
    """The environment that has Spark, and Java beside it: installed where that is allowed."""
    if not (shutil.which("java") or os.environ.get("JAVA_HOME")):
        install(JAVA)
    if not (shutil.which("java") or os.environ.get("JAVA_HOME")):
        print(
            "dev.py: no Java here, so nothing runs on Spark (apt-get install %s)" % JAVA,
            file=sys.stderr,
        )
        return VENV
    return VENV_SPARK


def with_real_data(**more: str) -> dict[str, str]:
    """The environment, with the folder of real data where one lies beside the project."""
    environment = dict(os.environ, **more)
    data = os.path.join(ROOT, "..", "shared", "data")
    if "NORTHING_REAL_DATA" not in environment and os.path.isdir(data):
        environment["NORTHING_REAL_DATA"] = os.path.realpath(data)
    return environment


def browser() -> str | None:
    """Chromium for the tests that look at pages: installed where that is allowed."""
    found = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    if not found and install("chromium", "poppler-utils"):
        found = shutil.which("chromium")
    if not found:
        print(
            "dev.py: no Chromium here, so the browser tests are skipped (apt-get install chromium)",
            file=sys.stderr,
        )
    return found


def install(*packages: str) -> bool:
    """Debian packages, as root and where there is apt-get; False elsewhere."""
    if not (hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get")):
        return False
    environment = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
    quiet = {"env": environment, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    if run(["apt-get", "update", "-qq"], **quiet):
        return False
    return (
        run(["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages], **quiet) == 0
    )


def check(_arguments: list[str]) -> int:
    """Everything is run even where one part fails: whoever reads it wants the whole list."""
    sync(development=True)
    python = binary(VENV, "python")
    steps = {
        "format": [binary(VENV, "ruff"), "format", "--check", "--quiet"],
        "lint": [binary(VENV, "ruff"), "check", "--quiet"],
        "types": [binary(VENV, "mypy"), "--no-error-summary"],
        "order of the house": [binary(VENV, "lint-imports"), "--no-cache"],
        "docs": [python, "docs/generate.py", "--check"],
        "site": [binary(VENV, "mkdocs"), "build"],
    }
    failed = []
    for name, command in steps.items():
        print("check: %s" % name, flush=True)
        if run(command):
            failed.append(name)
    print("check: %s" % ("failed: " + ", ".join(failed) if failed else "all in order"), flush=True)
    return 1 if failed else 0


def bench(arguments: list[str]) -> int:
    sync(development=True)
    names = sorted(
        os.path.basename(path)[:-3] for path in glob.glob(os.path.join(ROOT, "bench", "*.py"))
    )
    if not arguments or arguments[0] not in names:
        sys.exit("dev.py bench: name one of: %s" % ", ".join(names))
    venv = VENV
    if arguments[0] == "scale" and not {"--without-spark", "-h", "--help"} & set(arguments):
        venv = with_spark()
        sync(development=True, venv=venv)
    program = os.path.join("bench", arguments[0] + ".py")
    return run([binary(venv, "python"), program, *arguments[1:]], env=with_real_data())


def docs(arguments: list[str]) -> int:
    """The references are written by the program, then all pages are drawn as a site."""
    sync(development=True)
    code = run([binary(VENV, "python"), "docs/generate.py", *arguments])
    code = run([binary(VENV, "mkdocs"), "build"]) or code
    if not code:
        print("docs: site/index.html")
    return code


def northing(arguments: list[str]) -> int:
    sync(development=False)
    return run([binary(VENV, "northing"), *arguments])


VERBS: dict[str, Callable[[list[str]], int]] = {
    "audit": audit,
    "serve": serve,
    "test": test,
    "check": check,
    "bench": bench,
    "docs": docs,
    "northing": northing,
}


def main(arguments: list[str]) -> int:
    if not arguments or arguments[0] not in VERBS:
        print(__doc__.strip())
        return 0 if arguments and arguments[0] in ("-h", "--help", "help") else 2
    return VERBS[arguments[0]](arguments[1:])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

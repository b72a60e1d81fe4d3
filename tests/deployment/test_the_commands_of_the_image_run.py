"""Do the commands that make the image and the units work, one by one, without a container engine?

Each runs as it stands, with its folders moved below a folder of the test; as another user where
this is root. Those that would change this machine (packages, users) are only read by the shell.
"""

from __future__ import annotations

import json
import os
import pwd
import re
import shlex
import shutil
import socket
import subprocess
import tempfile
from contextlib import contextmanager, suppress
from pathlib import Path
from time import monotonic, sleep
from urllib.request import urlopen

import pytest

from tests.deployment.test_files_say_what_is_done import DEPLOY, ROOT, UNITS, instructions

pytestmark = [pytest.mark.slow, pytest.mark.database]
SYSTEMS = "/usr/bin:/bin"
OF_THIS_MACHINE = ("apt-get", "groupadd")
FOLDERS = (
    "/opt/northing",
    "/var/lib/northing",
    "/var/backups/northing",
    "/tmp/uv",  # noqa: S108 - a folder of the image
    "/src",
    "/backups",
)


@pytest.fixture(scope="module")
def prefix():
    place = Path(tempfile.mkdtemp(prefix="northing-image-"))
    place.chmod(0o755)
    for name in ("var/lib/northing", "var/backups/northing", "opt", "tmp", "src"):
        (place / name).mkdir(parents=True)
    yield place
    shutil.rmtree(place)


@pytest.fixture(scope="module")
def image(prefix):
    """The folder with what the Dockerfile makes."""
    folder = prefix
    for name, words in instructions():
        if name == "WORKDIR":
            folder = Path(moved(words, prefix))
        elif name == "COPY" and not words.startswith("--from"):
            copy(words, folder)
        elif name == "RUN":
            run(words, prefix, folder)
    for name in ("var/lib/northing", "var/backups/northing"):
        with suppress(PermissionError):
            os.chown(prefix / name, *somebody_else())
    return prefix


def moved(text, prefix):
    for folder in FOLDERS:
        text = re.sub(rf"(?<![\w/.-]){folder}\b", f"{prefix}{folder}", text)
    return text


def copy(words, folder):
    *sources, target = words.split()
    for source in sources:
        place = ROOT / source
        to = folder / target / (place.name if place.is_file() else "")
        if place.is_file():
            shutil.copy(place, to)
        else:
            shutil.copytree(place, to, ignore=shutil.ignore_patterns("tests", "__pycache__"))


def run(words, prefix, folder):
    shell = ["bash", "-o", "pipefail", "-c"]
    if any(name in words for name in OF_THIS_MACHINE):
        subprocess.run(["bash", "-n", "-c", words], check=True)
        return
    environment = dict(os.environ, PATH=SYSTEMS if is_somebody_else() else os.environ["PATH"])
    subprocess.run([*shell, moved(words, prefix)], cwd=folder, env=environment, check=True)


def is_somebody_else():
    """Whether there is another user to be, and a Python that user can reach."""
    question = "import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))"
    command = ["/usr/bin/python3", "-c", question]
    return os.geteuid() == 0 and subprocess.run(command, check=False).returncode == 0


def somebody_else():
    if not is_somebody_else():
        return os.geteuid(), os.getegid()
    nobody = pwd.getpwnam("nobody")
    return nobody.pw_uid, nobody.pw_gid


def as_somebody_else():
    user, group = somebody_else()
    return {"user": user, "group": group, "extra_groups": []} if is_somebody_else() else {}


def around(image, **more):
    path = f"{image}/opt/northing/bin:{os.environ['PATH']}"
    return {"PATH": path, "NORTHING_HOME": f"{image}/var/lib/northing", "HOME": "/nonexistent",
            "PYTHONDONTWRITEBYTECODE": "1"} | more  # fmt: skip


def ran(command, image, **more):
    found = subprocess.run(
        command, env=around(image, **more), cwd=image, capture_output=True, text=True, check=False,
        **as_somebody_else(),
    )  # fmt: skip
    return found.returncode, found.stdout + found.stderr


@contextmanager
def running(command, image):
    with subprocess.Popen(command, env=around(image), cwd=image, **as_somebody_else()) as program:
        try:
            yield program
        finally:
            program.terminate()


def words_of(name):
    return next(json.loads(words) for one, words in instructions() if one == name)


def health_check(port):
    words = next(words for one, words in instructions() if one == "HEALTHCHECK")
    return json.loads(words.partition("CMD ")[2].replace("8000", str(port)))


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def until(is_so, seconds=120):
    end = monotonic() + seconds
    while not is_so():
        assert monotonic() < end, "it does not come to pass"
        sleep(0.5)


def test_the_image_serves_as_a_user_that_owns_nothing_but_its_home(image):
    port = free_port()
    command = [*words_of("ENTRYPOINT"), *words_of("CMD")]
    command = [one.replace("0.0.0.0:8000", f"127.0.0.1:{port}") for one in command]
    assert ran(health_check(port), image)[0] != 0
    with running(command, image):
        until(lambda: ran(health_check(port), image)[0] == 0)
        until(lambda: '"worker": "ok"' in ready(port))
    command = ["python", "-m", "northing.interfaces.web", "health", "--without-worker"]
    assert ran(command, image)[0] == 0
    if is_somebody_else():
        assert (image / "opt/northing/lib").stat().st_uid == 0


def ready(port):
    with suppress(OSError), urlopen(f"http://127.0.0.1:{port}/ready", timeout=30) as answer:
        return answer.read().decode()
    return ""


def test_every_command_of_a_unit_is_one_of_the_program(image):
    for path in UNITS:
        for line in re.findall(r"^Exec\w+=(.+)$", path.read_text("utf-8"), re.MULTILINE):
            program, *_, verb = shlex.split(moved(line, image))[:4]
            code, said = ran([program, "-m", "northing.interfaces.web", verb, "--help"], image)
            assert code == 0, said


def test_the_nightly_back_up_is_written_and_whole(image):
    text = (DEPLOY / "systemd/northing-backup.service").read_text("utf-8")
    command = shlex.split(moved(re.search(r"^ExecStart=(.+)$", text, re.MULTILINE)[1], image))
    program = command[:3]
    assert ran([*program, "migrate", "-v0"], image)[0] == 0
    assert ran([*program, "createcachetable"], image)[0] == 0
    code, said = ran(command, image)
    assert code == 0, said
    (kept,) = (image / "var/backups/northing").glob("northing-*.tar.gz")
    assert ran([*program, "restore", str(kept), "--only-check"], image)[0] == 0

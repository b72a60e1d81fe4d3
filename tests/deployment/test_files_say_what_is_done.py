"""Are the files that put it into service whole, tight, and of one mind with the program?"""

from __future__ import annotations

import configparser
import re
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
DEPLOY = ROOT / "deploy"
UNITS = sorted(DEPLOY.glob("systemd/*.service"))
OURS = ("web", "worker", "tick", "backup")
MOST_EXPOSED = 20  # tenths, as systemd-analyze counts them; 100 is a program that may do all


def instructions():
    """Each instruction of the Dockerfile, with its words; lines that go on are joined."""
    text = (DEPLOY / "Dockerfile").read_text("utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    whole = "\n".join(lines).replace("\\\n", " ")
    return [line.split(None, 1) for line in whole.splitlines() if line.strip()]


@pytest.fixture
def compose():
    return yaml.safe_load((DEPLOY / "compose.yml").read_text("utf-8"))


def test_the_image_is_made_in_two_stages_and_carries_no_tools():
    names = [words for name, words in instructions() if name == "FROM"]
    assert names == ["${PYTHON} AS build", "${PYTHON}"]
    last = instructions()[instructions().index(["FROM", "${PYTHON}"]) :]
    text = " ".join(words for _, words in last)
    assert not re.search(r"\b(gcc|git|curl|wget|sudo|uv|pip)\b", text)
    assert ["USER", "10001:10001"] in last
    assert not [name for name, _ in last if name == "ADD"]
    assert last[-1] == ["CMD", '["serve", "--bind", "0.0.0.0:8000"]']


def test_only_what_it_needs_enters_the_image():
    kept = (DEPLOY / "Dockerfile.dockerignore").read_text("utf-8").split()
    words = " ".join(words for name, words in instructions() if name == "COPY").split()
    copied = {one for one in words if not one.startswith((".", "/", "-"))}
    assert kept[0] == "*"
    assert {one[1:] for one in kept if one.startswith("!")} == copied
    assert all((ROOT / one).exists() for one in copied)


def test_a_tag_is_named_and_no_latest():
    images = re.findall(r"(?:image: |PYTHON=)([\w./-]+:[\w.-]+)", (
        DEPLOY / "Dockerfile").read_text() + (DEPLOY / "compose.yml").read_text())  # fmt: skip
    assert len(images) >= 3
    assert not [one for one in images if one.endswith(":latest")]
    assert (
        f"northing:{tomllib.loads((ROOT / 'pyproject.toml').read_text())['project']['version']}"
        in images
    )


def test_the_clients_of_postgresql_are_of_the_servers_version(compose):
    server = re.search(r"postgres:(\d+)", compose["services"]["database"]["image"])[1]
    assert f"postgresql-client-{server}" in (DEPLOY / "Dockerfile").read_text()


@pytest.mark.parametrize("name", OURS)
def test_no_container_writes_to_its_system_or_gains_rights(compose, name):
    one = compose["services"][name]
    assert one["read_only"] is True
    assert one["cap_drop"] == ["ALL"]
    assert one["security_opt"] == ["no-new-privileges:true"]
    assert "privileged" not in one
    assert "user" not in one


def test_no_secret_stands_in_the_environment_and_no_port_is_open_to_all(compose):
    for name, one in compose["services"].items():
        for key, value in one["environment"].items():
            assert key.endswith("_FILE") or not re.search("SECRET|PASSWORD|TOKEN|URL", key), name
            assert "$" not in value or value.startswith("${NORTHING_HOSTS:?")
        assert all(port.startswith("127.0.0.1:") for port in one.get("ports", []))
        assert set(one["secrets"]) <= set(compose["secrets"])


def test_every_variable_it_sets_is_read_by_the_program(compose):
    source = "".join(
        (ROOT / f"src/northing/interfaces/web/{name}.py").read_text()
        for name in ("settings", "surroundings", "home")
    )
    told = (ROOT / "docs/reference/settings.md").read_text()
    for name in compose["services"]["web"]["environment"]:
        assert f'"{name.removesuffix("_FILE")}"' in source, name
        assert name.removesuffix("_FILE") in told, name


def test_secrets_are_drawn_once_for_their_owner_alone(tmp_path):
    run = ["sh", str(DEPLOY / "make-secrets.sh"), str(tmp_path / "secrets")]
    subprocess.run(run, check=True)
    first = {one.name: one.read_text() for one in (tmp_path / "secrets").iterdir()}
    subprocess.run(run, check=True)
    assert {one.name: one.read_text() for one in (tmp_path / "secrets").iterdir()} == first
    assert sorted(first) == ["database_password", "database_url", "metrics_token", "secret_key"]
    assert first["database_password"] in first["database_url"]
    assert len(set(first.values())) == 4
    assert all(re.fullmatch("[0-9a-f]{64}", first[name]) for name in set(first) - {"database_url"})
    assert {oct(one.stat().st_mode & 0o777) for one in (tmp_path / "secrets").iterdir()} == {
        "0o600"
    }


def read_unit(path):
    unit = configparser.RawConfigParser(strict=False, delimiters="=")
    unit.optionxform = str
    unit.read(path, "utf-8")
    return unit["Service"]


@pytest.mark.parametrize("path", UNITS, ids=lambda path: path.stem)
def test_no_unit_runs_as_root_or_writes_elsewhere(path):
    unit = read_unit(path)
    assert unit["User"] == "northing"
    assert unit["StateDirectory"] == "northing"
    assert unit["ProtectSystem"] == "strict"
    assert unit["NoNewPrivileges"] == "yes"
    assert unit["CapabilityBoundingSet"] == ""


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="there is no systemd here")
def test_systemd_finds_no_fault_and_little_exposure(tmp_path):
    for path in DEPLOY.glob("systemd/*"):
        text = path.read_text("utf-8").replace("/opt/northing/bin/python", "/bin/true")
        (tmp_path / path.name).write_text(text)
    files = sorted(map(str, tmp_path.iterdir()))
    found = subprocess.run(
        ["systemd-analyze", "verify", *files], capture_output=True, text=True, check=False
    )
    assert (found.returncode, [one for one in found.stderr.splitlines() if "northing" in one]) == (
        0, [],
    )  # fmt: skip
    for path in tmp_path.glob("*.service"):
        command = ["systemd-analyze", "security", "--offline=yes", f"--threshold={MOST_EXPOSED}"]
        found = subprocess.run([*command, str(path)], capture_output=True, text=True, check=False)
        assert found.returncode == 0, found.stdout[-300:]


@pytest.mark.skipif(not shutil.which("hadolint"), reason="there is no hadolint here")
def test_hadolint_finds_no_fault():
    subprocess.run(["hadolint", str(DEPLOY / "Dockerfile")], check=True)

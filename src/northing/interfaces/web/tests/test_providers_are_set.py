"""How is a provider set, and what is said of one that is set wrongly?"""

from __future__ import annotations

from uuid import UUID

import pytest

from northing.interfaces.web.single_sign_on import BadProvider, providers_of

HOUSE = UUID("0c9aa4c8-0c5e-4b2c-8f0e-0d6d4d8f2a11")
GOOD = {
    "id": '"dune"',
    "name": '"Dune Trust"',
    "issuer": '"https://id.dune.example/realms/main"',
    "client_id": '"northing"',
    "client_secret": '"between us"',
    "domains": '["dune.example", "dune.co.uk"]',
    "organisations": f'["{HOUSE}"]',
    "origins": '["https://login.dune.example/path"]',
}


def written(tmp_path, *tables):
    path = tmp_path / "sso.toml"
    lines = (
        ["[[provider]]", *(f"{key} = {value}" for key, value in one.items())] for one in tables
    )
    path.write_text("\n".join(line for table in lines for line in table), "utf-8")
    return {"NORTHING_SSO_FILE": str(path)}


def complaint(environment):
    with pytest.raises(BadProvider) as found:
        providers_of(environment)
    return str(found.value)


def test_without_a_word_nobody_comes_through_a_provider():
    assert providers_of({}) == {}


def test_a_file_sets_several(tmp_path):
    one, two = providers_of(written(tmp_path, GOOD, GOOD | {"id": '"other"'})).values()
    assert (one.id, two.id, one.name) == ("dune", "other", "Dune Trust")
    assert one.domains == {"dune.example", "dune.co.uk"}
    assert one.organisations == {HOUSE}
    assert one.origins == ("https://id.dune.example", "https://login.dune.example")
    assert one.as_app()["settings"]["server_url"] == "https://id.dune.example/realms/main"


def test_variables_set_one():
    environment = {
        "NORTHING_SSO_ISSUER": "https://id.dune.example",
        "NORTHING_SSO_CLIENT_ID": "northing",
        "NORTHING_SSO_CLIENT_SECRET": "between us",
        "NORTHING_SSO_DOMAINS": "dune.example, dune.co.uk",
    }
    (one,) = providers_of(environment).values()
    assert (one.id, one.name, one.organisations) == ("sso", "Single sign-on", frozenset())
    assert one.domains == {"dune.example", "dune.co.uk"}
    assert "domains missing" in complaint(environment | {"NORTHING_SSO_DOMAINS": ""})


def test_the_secret_may_stand_in_a_file_of_its_own(tmp_path):
    (tmp_path / "secret").write_text("between us\n", "utf-8")
    table = {key: value for key, value in GOOD.items() if key != "client_secret"}
    table["client_secret_file"] = f'"{tmp_path / "secret"}"'
    assert providers_of(written(tmp_path, table))["dune"].client_secret == "between us"  # noqa: S105
    table["client_secret_file"] = '"/nowhere/secret"'  # noqa: S105
    assert "client_secret_file '/nowhere/secret'" in complaint(written(tmp_path, table))


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"issuer": '"http://id.dune.example"'}, "write an address that begins with https://"),
        ({"issuer": '"https://id.dune.example?x=1"'}, "write an address that begins with https://"),
        ({"issuer": "3"}, "write an address that begins with https://"),
        ({"id": '"Dune Trust"'}, "write lower-case letters, digits and hyphens"),
        ({"domains": "[]"}, "domains missing"),
        ({"domains": '["@dune.example"]'}, "write the part after the @, as example.org"),
        ({"domains": '["*"]'}, "write the part after the @, as example.org"),
        ({"domains": '"dune.example"'}, 'write a list of texts, as ["…"]'),
        ({"organisations": '["Dune Trust"]'}, "write the id from the address"),
        ({"secret": '"x"'}, "'secret' is not known"),
    ],
)
def test_what_is_set_wrongly_is_refused_by_its_place(tmp_path, change, said):
    found = complaint(written(tmp_path, GOOD | change))
    assert f"{tmp_path}/sso.toml, provider 1" in found
    assert said in found


def test_two_of_one_id_are_refused(tmp_path):
    assert "two providers have the same id" in complaint(written(tmp_path, GOOD, GOOD))


@pytest.mark.parametrize("text", ["provider = 3", "[provider]\nid = 1", "x = 1", "[[provider", ""])
def test_a_file_that_is_none_is_refused(tmp_path, text):
    path = tmp_path / "sso.toml"
    path.write_text(text, "utf-8")
    assert str(path) in complaint({"NORTHING_SSO_FILE": str(path)})


def test_plain_http_is_for_this_machine_alone(tmp_path):
    found = providers_of(written(tmp_path, GOOD | {"issuer": '"http://localhost:8080"'}))
    assert found["dune"].origins[0] == "http://localhost:8080"

"""A real OpenID Connect provider on loopback, for tests of signing in through one.

    python tests/openid_provider.py FOLDER [ISSUER | TENANT]

People and what of them is verified stand in `PEOPLE`; all have the same password. It asks them to
sign in and to consent, as providers do. With ISSUER it claims to be that one, which it is not. With
TENANT, a UUID, it speaks as Entra ID does: never of a verified address, in its token of its tenant,
and for some of who owns the domain.
Says its address on standard output, reads where it leads back to from the first line of its
standard input, and ends with that.
"""

from __future__ import annotations

import subprocess
import sys
import threading
from contextlib import contextmanager, suppress
from pathlib import Path
from socketserver import ThreadingMixIn
from uuid import UUID
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

import django
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from django.conf import settings

CLIENT, SECRET, PASSWORD = "northing", "a secret between two programs", "a provider in the evening"
PEOPLE = (
    ("Amina", "amina@dune.example", True),
    ("Bruno", "bruno@dune.example", True),
    ("Chiara", "chiara@dune.example", False),
    ("Daan", "daan@dune.example", True),
    ("Emre", "emre@elsewhere.example", True),
)
OWNED = {"Bruno": True, "Chiara": False, "Amina": "1"}
"""Whose domain the tenant owns, as its token says; of the others it says nothing."""
NOTHING, READY = "favicon.ico", "ready\n"


@contextmanager
def running(folder, *issuer):
    """The address of a provider, and what to call with the address it is to lead back to."""
    command = [sys.executable, __file__, str(folder), *issuer]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with subprocess.Popen(command, text=True, **pipes) as run:

        def lead_back_to(address):
            run.stdin.write(f"{address}\n")
            run.stdin.flush()
            assert run.stdout.readline() == READY

        try:
            yield run.stdout.readline().strip(), lead_back_to
        finally:
            run.kill()


class Threaded(ThreadingMixIn, WSGIServer):
    """A browser opens connections ahead of time, and a server of one thread would wait for them."""

    daemon_threads = True


class Silent(WSGIRequestHandler):
    """Nobody reads what it would log."""

    def log_message(self, *_):
        pass


def set_up(folder, issuer):
    if is_tenant(issuer):
        settings_of_issuer = {"IDP_OIDC_ADAPTER": f"{__name__}.Tenant", "TENANT": issuer}
    elif issuer:
        settings_of_issuer = {"IDP_OIDC_ADAPTER": f"{__name__}.Pretender", "ISSUER": issuer}
    else:
        settings_of_issuer = {}
    settings.configure(
        SECRET_KEY="for tests",  # noqa: S106 - it keeps nothing
        ALLOWED_HOSTS=["localhost"],
        ROOT_URLCONF=__name__,
        USE_TZ=True,
        DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3",
                               "NAME": str(Path(folder) / "provider.sqlite3")}},
        INSTALLED_APPS=["django.contrib.auth", "django.contrib.contenttypes",
                        "django.contrib.sessions", "django.contrib.messages", "allauth",
                        "allauth.account", "allauth.idp.oidc"],
        MIDDLEWARE=["django.contrib.sessions.middleware.SessionMiddleware",
                    "django.middleware.csrf.CsrfViewMiddleware",
                    "django.contrib.auth.middleware.AuthenticationMiddleware",
                    "django.contrib.messages.middleware.MessageMiddleware",
                    "allauth.account.middleware.AccountMiddleware"],
        TEMPLATES=[{"BACKEND": "django.template.backends.django.DjangoTemplates", "APP_DIRS": True,
                    "OPTIONS": {"context_processors": [
                        "django.template.context_processors.request",
                        "django.contrib.auth.context_processors.auth",
                        "django.contrib.messages.context_processors.messages"]}}],
        DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
        PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"],
        LOGIN_URL="account_login",
        AUTHENTICATION_BACKENDS=["allauth.account.auth_backends.AuthenticationBackend"],
        ACCOUNT_LOGIN_METHODS={"email"},
        ACCOUNT_SIGNUP_FIELDS=["email*", "password1*"],
        ACCOUNT_EMAIL_VERIFICATION="none",
        ACCOUNT_RATE_LIMITS=False,
        IDP_OIDC_PRIVATE_KEY=drawn_key(),
        **settings_of_issuer,
    )  # fmt: skip
    django.setup()


def is_tenant(text):
    with suppress(ValueError):
        return bool(UUID(text))
    return False


def claimed_by_a_tenant(_, purpose, user, *passed, **rest):
    """What Entra ID says of somebody: nothing of what it looked at, but whose domain it is."""
    from allauth.idp.oidc.adapter import DefaultOIDCAdapter

    said = DefaultOIDCAdapter().get_claims(purpose, user, *passed, **rest)
    said.pop("email_verified", None)
    if purpose == "id_token":
        said["tid"] = settings.TENANT
        if user.username in OWNED:
            said["xms_edov"] = OWNED[user.username]
    return said


def drawn_key():
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    kind = serialization.PrivateFormat.PKCS8
    return key.private_bytes(
        serialization.Encoding.PEM, kind, serialization.NoEncryption()
    ).decode()


def fill():
    from allauth.account.models import EmailAddress
    from allauth.idp.oidc.models import Client
    from django.contrib.auth.models import User
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    for name, email, is_verified in PEOPLE:
        person = User.objects.create_user(name, email, PASSWORD, first_name=name)
        EmailAddress.objects.create(user=person, email=email, verified=is_verified, primary=True)
    client = Client(id=CLIENT, name="Northing", redirect_uris="")
    client.set_scopes(["openid", "profile", "email"])
    client.set_secret(SECRET)
    client.save()


def listen(server):
    """Hear where to lead back to, and then the end."""
    from allauth.idp.oidc.models import Client

    Client.objects.update(redirect_uris=sys.stdin.readline().strip())
    say(READY)
    sys.stdin.read()
    server.shutdown()


def say(text):
    sys.stdout.write(text)
    sys.stdout.flush()


def main(folder, issuer=""):
    set_up(folder, issuer)
    fill()
    from django.core.wsgi import get_wsgi_application

    with make_server(
        "localhost", 0, get_wsgi_application(), server_class=Threaded, handler_class=Silent
    ) as server:
        say(f"http://localhost:{server.server_port}\n")
        threading.Thread(target=listen, args=[server], daemon=True).start()
        server.serve_forever(poll_interval=0.1)


def __getattr__(name):
    """Addresses and the pretender need Django set up, which happens in `main`."""
    if name == "urlpatterns":
        from django.http import HttpResponse
        from django.urls import include, path

        return [
            path("", include("allauth.idp.urls")),
            path("accounts/", include("allauth.account.urls")),
            path(NOTHING, lambda _: HttpResponse(status=204)),
        ]
    if name in ("Pretender", "Tenant"):
        from allauth.idp.oidc.adapter import DefaultOIDCAdapter

        said = {"get_issuer": lambda _: settings.ISSUER}
        told = {"get_claims": claimed_by_a_tenant}
        return type(name, (DefaultOIDCAdapter,), said if name == "Pretender" else told)
    raise AttributeError(name)


if __name__ == "__main__":
    main(*sys.argv[1:])

"""How is the application set up? Everything that differs between machines comes from outside."""

from __future__ import annotations

import os
from datetime import timedelta
from pathlib import Path

from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from northing.interfaces.web.database import database_of
from northing.interfaces.web.home import home_of, secret_key
from northing.interfaces.web.saml_provider import SamlProvider
from northing.interfaces.web.single_sign_on import providers_of
from northing.interfaces.web.surroundings import with_secrets

HERE = Path(__file__).parent
UI = HERE.parents[1] / "foundations" / "ui"
AROUND = with_secrets(os.environ)
HOME = home_of(AROUND)
IS_HTTPS = AROUND.get("NORTHING_HTTPS") == "1"
ADDRESSES = [one for one in AROUND.get("NORTHING_HOSTS", "").split(",") if one]

SECRET_KEY = secret_key(AROUND, HOME)
DEBUG = False
ALLOWED_HOSTS = [*ADDRESSES, "localhost", "127.0.0.1", "[::1]"]
CSRF_TRUSTED_ORIGINS = [f"https://{one}" for one in ADDRESSES if IS_HTTPS]

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.humanize",
    "django.contrib.staticfiles",
    "csp",
    "django_cotton",
    "northing.foundations.trail.apps.TrailConfig",
    "northing.foundations.people.apps.PeopleConfig",
    "northing.stages.clarify.apps.ClarifyConfig",
    "northing.stages.records.apps.RecordsConfig",
    "northing.stages.diagnose.apps.DiagnoseConfig",
    "northing.stages.decide.apps.DecideConfig",
    "northing.interfaces.web.apps.WebConfig",
    "northing.interfaces.worker.apps.WorkerConfig",
    "northing.interfaces.notices.apps.NoticesConfig",
    "northing.interfaces.webhooks.apps.WebhooksConfig",
    "django_tasks",
    "django_tasks_db",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.socialaccount.providers.saml",
    "allauth.usersessions",
]
MIDDLEWARE = [
    "northing.interfaces.web.watching.requests.counted",
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "northing.interfaces.web.watching.visits.seen",
]
ROOT_URLCONF = "northing.interfaces.web.urls"
WSGI_APPLICATION = "northing.interfaces.web.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [HERE / "templates", UI / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "django.template.context_processors.i18n",
            ],
            "builtins": ["northing.interfaces.web.templatetags.words"],
        },
    }
]

# Beyond the bound of one request nothing of a file is kept.
FILE_UPLOAD_HANDLERS = [
    "northing.interfaces.web.uploads.Bounded",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]
DATABASES = {"default": database_of(AROUND.get("DATABASE_URL"), HOME)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
# Rate limits count in the cache: it has to be one for all worker processes.
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "cache"},
    # Charts that were drawn; whoever deletes the folder makes the next reader wait, no more.
    "drawings": {
        "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
        "LOCATION": HOME / "drawings",
        "TIMEOUT": None,
        "OPTIONS": {"MAX_ENTRIES": 2_000},
    },
}

TASKS = {"default": {"BACKEND": "django_tasks_db.backend.DatabaseBackend"}}
# A worker not heard of for so long is taken for dead; a job that outlived so many is given up.
WORKER_LEASE = timedelta(seconds=float(AROUND.get("NORTHING_LEASE_SECONDS", "30")))
WORKER_ATTEMPTS = 3
# An audit runs in a program of its own, with at most so much memory and time.
AUDIT_BYTES = int(AROUND.get("NORTHING_AUDIT_MB", "4096")) << 20
AUDIT_SECONDS = int(AROUND.get("NORTHING_AUDIT_SECONDS", str(6 * 3600)))

AUTH_USER_MODEL = "people.Person"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_ADAPTER = "northing.interfaces.web.sign_in.InvitedOnly"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_FORMS = {
    "login": "northing.interfaces.web.forms.account.SignInForm",
    "reset_password": "northing.interfaces.web.forms.account.AskForLinkForm",
    "add_email": "northing.interfaces.web.forms.account.AddressForm",
    "reset_password_from_key": "northing.interfaces.web.forms.account.ByLinkForm",
    "change_password": "northing.interfaces.web.forms.account.PasswordForm",
    "set_password": "northing.interfaces.web.forms.account.FirstPasswordForm",
    "reauthenticate": "northing.interfaces.web.forms.account.AgainForm",
}
SINGLE_SIGN_ON = providers_of(AROUND)
SOCIALACCOUNT_ADAPTER = "northing.interfaces.web.sign_in.VouchedFor"
_SAML = [one.as_app() for one in SINGLE_SIGN_ON.values() if isinstance(one, SamlProvider)]
_OPENID = [one.as_app() for one in SINGLE_SIGN_ON.values() if not isinstance(one, SamlProvider)]
SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": _OPENID}, "saml": {"APPS": _SAML}}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True  # a key that checks who holds it is two factors at once
MFA_FORMS = {"authenticate": "northing.interfaces.web.sign_in.CodeForm"}
MFA_TOTP_ISSUER = "Northing"
MFA_TOTP_TOLERANCE = 1  # clocks of telephones drift; RFC 6238 advises one step and no more
USERSESSIONS_TRACK_ACTIVITY = True
ALLAUTH_TRUSTED_PROXY_COUNT = int(AROUND.get("NORTHING_PROXIES", "0"))

SESSION_COOKIE_AGE = 14 * 24 * 3600
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = IS_HTTPS
SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = "northing", "northing_form"
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if IS_HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = IS_HTTPS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if IS_HTTPS else None
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
# An approval asks three things of every commitment, and an organisation may have a thousand.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5_000
# Scripts come from our own files alone, styles too; nothing stands inline in a page.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "style-src": [SELF],
        "script-src": [SELF],
        "connect-src": [SELF],
        "font-src": [SELF],
        "img-src": [SELF, "data:"],  # the code an authenticator reads is drawn for one person
        # The answer to the form that begins it leads to the provider.
        "form-action": [SELF, *(one for p in SINGLE_SIGN_ON.values() for one in p.origins)],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}

EMAIL_HOST = AROUND.get("EMAIL_HOST", "")
EMAIL_PORT = int(AROUND.get("EMAIL_PORT", "587"))
EMAIL_HOST_USER = AROUND.get("EMAIL_USER", "")
EMAIL_HOST_PASSWORD = AROUND.get("EMAIL_PASSWORD", "")
# "starttls" as most servers want it, "tls" from the first byte, "none" for a relay beside us.
EMAIL_SECURITY = AROUND.get("EMAIL_SECURITY", "starttls")
EMAIL_USE_TLS, EMAIL_USE_SSL = EMAIL_SECURITY == "starttls", EMAIL_SECURITY == "tls"
EMAIL_TIMEOUT = 30
DEFAULT_FROM_EMAIL = AROUND.get("EMAIL_FROM", "northing@localhost")
# Without a mail server nothing is lost: whoever runs the installation finds the letters in files.
EMAIL_BACKEND = f"django.core.mail.backends.{'smtp' if EMAIL_HOST else 'filebased'}.EmailBackend"
EMAIL_FILE_PATH = HOME / "letters"

# Where our pages are, for letters; whose clock holds for who said nothing; and whether a chat may
# stand in the network this machine is in.
PUBLIC_ADDRESS = AROUND.get("NORTHING_ADDRESS", "").rstrip("/") or (
    f"{'https' if IS_HTTPS else 'http'}://{ADDRESSES[0] if ADDRESSES else '127.0.0.1:8000'}"
)
NOTICES_ZONE = AROUND.get("NORTHING_TIME_ZONE", "UTC")
CHAT_LOCAL = AROUND.get("NORTHING_CHAT_LOCAL") == "1"

LANGUAGE_CODE = "en"
LANGUAGES = [("en", _("English")), ("de", _("German"))]
LOCALE_PATHS = [HERE / "locale"]
FORMAT_MODULE_PATH = "northing.interfaces.web.formats"
LANGUAGE_COOKIE_NAME = "northing_language"
TIME_ZONE, USE_TZ = "UTC", True

STATIC_URL, STATIC_ROOT = "static/", HOME / "static"
STATICFILES_DIRS = [
    UI / "static",
    ("fonts", UI.parent / "documents" / "assets" / "fonts" / "web"),
]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.ManifestStaticFilesStorage",
    },
}
# Lines of the log name nobody; whatever is logged anywhere goes through them.
LOG_AS_JSON = AROUND.get("NORTHING_LOG") == "json"
LINES = "JsonLines" if LOG_AS_JSON else "Lines"
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"lines": {"()": f"northing.interfaces.web.watching.lines.{LINES}"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "lines"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": ["console"], "level": "WARNING", "propagate": False},
        "northing.requests": {"level": "INFO" if LOG_AS_JSON else "WARNING"},
    },
}
# Who may read /metrics from elsewhere; and what a probe asks on this machine is asked over HTTP.
# How often one token may ask in a minute, counted for all worker programs together.
API_CALLS_A_MINUTE = int(AROUND.get("NORTHING_API_CALLS_A_MINUTE", "300"))
# Whether webhooks may lead into the network this machine stands in, and there without TLS.
WEBHOOKS_LOCAL = AROUND.get("NORTHING_WEBHOOKS_LOCAL") == "1"
METRICS_TOKEN = AROUND.get("NORTHING_METRICS_TOKEN", "")
SECURE_REDIRECT_EXEMPT = [r"^(health|ready|metrics)$"]

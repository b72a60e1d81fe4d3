"""Which address opens which page?"""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, include, path

from northing.interfaces.web.addresses import (
    audits,
    clarify,
    decide,
    findings,
    guided,
    home,
    notices,
    plans,
    records,
    sign_in,
    verify,
    webhooks,
)
from northing.interfaces.web.views import (
    account,
    archive,
    arrival,
    chooser,
    health,
    invitations,
    members,
    organisation,
    saml,
    single_sign_on,
    tokens,
    trail,
    units,
)

SAML = "sign-in/saml/<slug:organization_slug>"  # allauth calls a provider so
OIDC = "sign-in/oidc/<slug:provider_id>"  # allauth asks for these two addresses by their names

handler500 = "northing.interfaces.web.views.broken.broken"  # Django asks for it by this name
organisation_pages: list[URLPattern | URLResolver] = [
    path("", organisation.organisation, name="organisation"),
    path("archive/", archive.archive, name="archive"),
    path("second-factor/", organisation.second_factor, name="second_factor"),
    path("tokens/", tokens.tokens, name="tokens"),
    path("tokens/<uuid:token>/revocation/", tokens.token_revocation, name="token_revocation"),
    path("members/", members.members, name="members"),
    path("members/<uuid:member>/", members.member, name="member"),
    path("members/<uuid:member>/departure/", members.departure, name="departure"),
    path("invitations/", invitations.invitation, name="invitation"),
    path("invitations/<uuid:invitation>/withdrawal/", invitations.withdrawal, name="withdrawal"),
    path("units/", units.units, name="units"),
    path("units/<uuid:unit>/", units.unit, name="unit"),
    path("units/<uuid:unit>/removal/", units.unit_removal, name="unit_removal"),
    path("trail/", trail.trail, name="trail"),
    path("trail/file/", trail.trail_file, name="trail_file"),
    *home.pages,
    *guided.pages,
    *clarify.pages,
    *records.pages,
    *audits.pages,
    *verify.pages,
    *findings.pages,
    *decide.pages,
    *plans.pages,
    *notices.pages,
    *webhooks.pages,
]
urlpatterns: list[URLPattern | URLResolver] = [
    path("", chooser.chooser, name="chooser"),
    path("health", health.health, name="health"),
    path("ready", health.ready, name="ready"),
    path("metrics", health.metrics, name="metrics"),
    path("arrival/<str:token>/", arrival.arrival, name="arrival"),
    path("account/", account.account, name="account"),
    path("account/file/", account.account_file, name="account_file"),
    path("account/erasure/", account.erasure, name="erasure"),
    path("account/sessions/<int:session>/end/", account.session_end, name="session_end"),
    path("sign-in/", include(sign_in.pages)),
    path("sign-in/2fa/", include("allauth.mfa.urls")),
    path(f"{OIDC}/login/", single_sign_on.begin, name="openid_connect_login"),
    path(f"{OIDC}/login/callback/", single_sign_on.come_back, name="openid_connect_callback"),
    path(f"{SAML}/login/", saml.begin, name="saml_login"),
    path(f"{SAML}/acs/", saml.come_back, name="saml_acs"),
    path(f"{SAML}/acs/finish/", saml.finish, name="saml_finish"),
    path(f"{SAML}/metadata/", saml.metadata, name="saml_metadata"),
    path("api/", include("northing.interfaces.api.urls")),
    path("language/", include("django.conf.urls.i18n")),
    *findings.public_pages,
    *notices.public_pages,
    path("organisations/<uuid:organisation>/", include(organisation_pages)),
]

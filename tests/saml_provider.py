"""A real SAML 2.0 provider on loopback, for tests of signing in through one.

    python tests/saml_provider.py FOLDER

It asks people to sign in and answers with a form, as providers do. What it says is signed by
`signxml`, another implementation than the one that reads it. Says its address on standard output
and ends with its standard input. `FOLDER/certificate.pem` is what it signs with.
"""

from __future__ import annotations

import base64
import subprocess
import sys
import threading
import zlib
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlsplit
from uuid import uuid4

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import NameOID
from defusedxml.ElementTree import fromstring
from lxml import etree
from signxml import XMLSigner, methods

ISSUER, PASSWORD = "https://id.dune.example/saml", "a provider in the evening"
PERSISTENT = "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent"
ANSWER = """<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol"
  xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="_{response}" Version="2.0"
  IssueInstant="{now}" Destination="{destination}" InResponseTo="{question}">
<saml:Issuer>{issuer}</saml:Issuer>
<samlp:Status><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:{status}"/></samlp:Status>
{assertion}</samlp:Response>"""
ASSERTION = """<saml:Assertion xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="_{id}"
  Version="2.0" IssueInstant="{now}"><saml:Issuer>{issuer}</saml:Issuer>{place}
<saml:Subject><saml:NameID Format="{format}">{person}</saml:NameID>
<saml:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer">
<saml:SubjectConfirmationData NotOnOrAfter="{until}" Recipient="{recipient}"{answers}/>
</saml:SubjectConfirmation></saml:Subject>
<saml:Conditions NotBefore="{since}" NotOnOrAfter="{until}">{restriction}</saml:Conditions>
<saml:AuthnStatement AuthnInstant="{now}" SessionIndex="_{id}"><saml:AuthnContext>
<saml:AuthnContextClassRef>urn:oasis:names:tc:SAML:2.0:ac:classes:Password</saml:AuthnContextClassRef>
</saml:AuthnContext></saml:AuthnStatement>
<saml:AttributeStatement>{attributes}</saml:AttributeStatement></saml:Assertion>"""
AUDIENCE = "<saml:AudienceRestriction><saml:Audience>{}</saml:Audience></saml:AudienceRestriction>"
ATTRIBUTE = (
    '<saml:Attribute Name="{}"><saml:AttributeValue>{}</saml:AttributeValue></saml:Attribute>'
)


class Identity:
    """The key of a provider, and the certificate that goes with it."""

    def __init__(self):
        self.key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
        name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "id.dune.example")])
        now = _now()
        made = x509.CertificateBuilder().subject_name(name).issuer_name(name)
        made = made.public_key(self.key.public_key()).serial_number(x509.random_serial_number())
        made = made.not_valid_before(now - timedelta(days=1)).not_valid_after(
            now + timedelta(days=9)
        )
        self.certificate = made.sign(self.key, hashes.SHA256())

    @property
    def pem(self):
        return self.certificate.public_bytes(serialization.Encoding.PEM).decode()

    def signed(self, element):
        signer = XMLSigner(method=methods.enveloped, c14n_algorithm=C14N)
        return signer.sign(element, key=self.key, cert=[self.pem],
                           reference_uri=element.get("ID"))  # fmt: skip


# Where the signature goes: the schema has it behind the issuer.
PLACE = '<ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#" Id="placeholder"/>'
C14N = "http://www.w3.org/2001/10/xml-exc-c14n#"


def answer(identity, question, destination, audience, *, email, **but):
    """A response in base64, as a browser carries it; `but` is what is wrong with it."""
    now = _now() + but.pop("later", timedelta())
    attributes = {"email": email, "displayName": email.partition("@")[0].title()}
    told = {
        "id": uuid4().hex, "response": uuid4().hex, "issuer": ISSUER, "question": question,
        "destination": destination, "recipient": destination, "status": "Success",
        "person": f"person-{email}", "format": PERSISTENT, "now": _moment(now),
        "since": _moment(now - timedelta(minutes=2)), "until": _moment(now + timedelta(minutes=5)),
        "answers": f' InResponseTo="{question}"', "restriction": AUDIENCE.format(escape(audience)),
    }  # fmt: skip
    attributes |= but.pop("attributes", {})
    is_signed = but.pop("is_signed", True)
    change = but.pop("change", None)
    told |= but
    told["attributes"] = "".join(ATTRIBUTE.format(*map(escape, one)) for one in attributes.items())
    told["place"] = PLACE if is_signed else ""
    assertion = etree.fromstring(ASSERTION.format(**told))
    if is_signed:
        assertion = identity.signed(assertion)
    whole = ANSWER.format(**told, assertion=etree.tostring(assertion).decode())
    whole = change(whole) if change else whole
    return base64.b64encode(whole.encode()).decode()


def asked(address):
    """The question behind an address: its id, where the answer goes, and who asks."""
    packed = parse_qs(urlsplit(address).query)["SAMLRequest"][0]
    found = fromstring(zlib.decompress(base64.b64decode(packed), -15))
    issuer = found.find("{urn:oasis:names:tc:SAML:2.0:assertion}Issuer")
    return found.get("ID"), found.get("AssertionConsumerServiceURL"), issuer.text


def _now():
    return datetime.now(UTC)  # noqa: TID251 - a provider reads the clock


def _moment(when):
    return when.strftime("%Y-%m-%dT%H:%M:%SZ")


@contextmanager
def running(folder):
    """The address at which the provider asks people to sign in."""
    command = [sys.executable, __file__, str(folder)]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with subprocess.Popen(command, text=True, **pipes) as run:
        try:
            yield run.stdout.readline().strip()
        finally:
            run.kill()


FORM = """<!doctype html><html lang="en"><meta charset="utf-8"><title>Dune</title><main>
<h1>Dune Trust</h1><form method="post" action="{action}">{fields}<button>{says}</button></form>
</main></html>"""


class Door(BaseHTTPRequestHandler):
    """Asks for an address and a password, then hands the answer to whom it is for."""

    identity: Identity

    def do_GET(self):
        fields = "<p><label>Email <input name=email></label></p>"
        fields += "<p><label>Password <input name=password type=password></label></p>"
        self._show(FORM.format(action=escape(self.path), fields=fields, says="Sign In"))

    def do_POST(self):
        sent = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
        question, destination, audience = asked(self.path)
        email = sent.get("email", [""])[0]
        if sent.get("password") != [PASSWORD]:
            self.do_GET()
            return
        value = answer(self.identity, question, destination, audience, email=email)
        hidden = f'<input type=hidden name=SAMLResponse value="{value}">'
        self._show(FORM.format(action=escape(destination), fields=hidden, says="Continue"))

    def _show(self, page):
        body = page.encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


def main():
    Door.identity = Identity()
    (Path(sys.argv[1]) / "certificate.pem").write_text(Door.identity.pem)
    server = ThreadingHTTPServer(("127.0.0.1", 0), Door)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(f"http://localhost:{server.server_port}/sso", flush=True)  # noqa: T201 - for whoever runs it
    sys.stdin.read()


if __name__ == "__main__":
    main()

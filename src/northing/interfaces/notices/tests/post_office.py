"""A mail server and a chat's receiver on loopback, that tests can shut, fill and make refuse."""

from __future__ import annotations

import json
import socketserver
import ssl
import threading
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email import policy
from email.parser import BytesParser
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID


@dataclass
class Office:
    """What came in; what it answers to an address instead of 250.

    Where it `keeps_waiting`, it has the letter and does not say so until that is set.
    """

    port: int = 0
    letters: list = field(default_factory=list)
    answers: dict = field(default_factory=dict)
    keeps_waiting: threading.Event | None = None
    server: socketserver.ThreadingTCPServer | None = None

    def opens(self):
        """On the same port as before, where there was one."""
        socketserver.ThreadingTCPServer.allow_reuse_address = True
        self.server = socketserver.ThreadingTCPServer(("127.0.0.1", self.port), _Counter)
        self.server.office, self.server.daemon_threads = self, True
        self.port = self.server.server_address[1]
        threading.Thread(target=self.server.serve_forever, args=(0.02,), daemon=True).start()
        return self

    def shuts(self):
        if self.server:
            self.server.shutdown()
            self.server.server_close()
            self.server = None

    def to(self, address):
        return [one for one in self.letters if one["To"] == address]


class _Counter(socketserver.StreamRequestHandler):
    """As much of RFC 5321 as a client needs to hand over a letter."""

    def handle(self):
        self.office, self.refused = self.server.office, None
        self.says("220 here")
        with suppress(ConnectionError):
            while line := self.rfile.readline():
                word = line[:4].upper()
                if word == b"QUIT":
                    self.says("221 bye")
                    return
                self.answer(word, line)

    def answer(self, word, line):
        if word == b"RCPT":
            address = line.decode().partition("<")[2].partition(">")[0]
            self.says(self.office.answers.get(address, "250 ok"))
        elif word == b"DATA":
            self.says("354 go on")
            self.office.letters.append(self.letter())
            if self.office.keeps_waiting:
                self.office.keeps_waiting.wait(60)
            self.says("250 taken")
        else:
            self.says("250 ok")

    def letter(self):
        lines = []
        while (line := self.rfile.readline()) != b".\r\n":
            lines.append(line[1:] if line.startswith(b"..") else line)
        return BytesParser(policy=policy.default).parsebytes(b"".join(lines))

    def says(self, text):
        self.wfile.write(f"{text}\r\n".encode())


@contextmanager
def post_office(settings):
    office = Office().opens()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", office.port
    settings.EMAIL_USE_TLS, settings.EMAIL_TIMEOUT = False, 5
    settings.DEFAULT_FROM_EMAIL = "Nörthing <northing@example.org>"
    try:
        yield office
    finally:
        office.shuts()


@dataclass
class Chat:
    """What was said to it, by path; `leads_to` is where it sends whoever comes."""

    port: int
    certificate: str
    said: list = field(default_factory=list)
    leads_to: str = ""


@contextmanager
def chat_room(folder):
    """Over TLS, with a certificate of its own; it answers 200, or leads elsewhere."""
    key, certificate = _certificate(folder)
    room = Chat(0, str(certificate))

    class Receiver(BaseHTTPRequestHandler):
        def do_POST(self):
            body = self.rfile.read(int(self.headers["Content-Length"]))
            room.said.append((self.path, json.loads(body)))
            self.send_response(307 if room.leads_to else 200)
            if room.leads_to:
                self.send_header("Location", room.leads_to)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Receiver)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    room.port = server.server_address[1]
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    try:
        yield room
    finally:
        server.shutdown()
        server.server_close()


def _certificate(folder):
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "127.0.0.1")])
    now = datetime.now(UTC)  # noqa: TID251 - certificates hold by the clock of the machine
    made = (
        x509.CertificateBuilder().subject_name(name).issuer_name(name)
        .public_key(key.public_key()).serial_number(1)
        .not_valid_before(now - timedelta(days=1)).not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]),
                       critical=False)
        .sign(key, hashes.SHA256())
    )  # fmt: skip
    (folder / "key.pem").write_bytes(key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption()))  # fmt: skip
    (folder / "certificate.pem").write_bytes(made.public_bytes(serialization.Encoding.PEM))
    return folder / "key.pem", folder / "certificate.pem"

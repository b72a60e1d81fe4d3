"""Who listens in tests, and how does a worker send to them?

A real server on loopback that keeps what it is sent and answers as it is told to.
"""

from __future__ import annotations

import json
import threading
import time
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from northing.interfaces.webhooks import actions, jobs
from northing.interfaces.webhooks.actions import Hook
from northing.interfaces.webhooks.facts import EVENTS
from northing.interfaces.webhooks.models import Webhook
from northing.interfaces.worker.running import Worker


class Receiver(ThreadingHTTPServer):
    """`answers` are given in turn, the last for good: a status, or how many seconds to think."""

    daemon_threads = True

    def __init__(self, port=0):
        super().__init__(("127.0.0.1", port), Told)
        self.heard, self.answers = [], [204]

    @property
    def port(self):
        return self.server_address[1]

    @property
    def address(self):
        return f"http://127.0.0.1:{self.port}/hear?key=secret"

    @property
    def bodies(self):
        return [json.loads(body) for _path, _headers, body in self.heard]

    @property
    def ids(self):
        return [headers["webhook-id"] for _path, headers, _body in self.heard]


class Told(BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.heard.append((self.path, dict(self.headers), body))
        answers = self.server.answers
        answer = answers.pop(0) if len(answers) > 1 else answers[0]
        if isinstance(answer, float):
            time.sleep(answer)
            answer = 204
        self.send_response(answer)
        if answer in (301, 302, 307):
            self.send_header("Location", "/elsewhere")
        self.send_header("Content-Length", "0")
        self.end_headers()

    do_GET = do_POST  # noqa: N815 - the library's name

    def log_message(self, *_):
        pass


@contextmanager
def listening(port=0):
    receiver = Receiver(port)
    thread = threading.Thread(target=receiver.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield receiver
    finally:
        receiver.shutdown()
        receiver.server_close()
        thread.join()


def hooked(member, at, address, *events):
    """A webhook of all events, or of these."""
    row, secret = actions.make(Hook("Ledger", address, events or tuple(EVENTS)), by=member, at=at)
    return row, secret


def go_round():
    """What a worker does every few seconds, and then its jobs."""
    jobs.put_off_what_is_due()
    Worker().work_off()


def wait_no_longer():
    """As if the pause were over."""
    Webhook.objects.update(next_at=None)

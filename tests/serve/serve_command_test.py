#!/usr/bin/env python3
"""`warraq-searcher serve` as it is started, asked and stopped."""

import http.client
import json
import os
import re
import signal
import socket
import subprocess
import tempfile
import time
import unittest
from pathlib import Path
from urllib.parse import quote

BIN = Path(os.environ["WARRAQ_BIN"])
SEARCHER = BIN / "warraq-searcher"
TOKEN = "a-token-of-the-test-0123456789"
ARTICLES = [
    {"id": "harbour", "title": "إعادة فتح الميناء", "body": "أعيد فتح ميناء المدينة صباح الأحد.",
     "date": "2018-03-04"},
    {"id": "library", "title": "المكتبة العامة", "body": "فتحت المكتبة أبوابها بعد الترميم."},
]
ENDED_BY_SIGTERM = 128 + signal.SIGTERM
PATIENCE = 30


def setUpModule():
    global FOLDER, ARCHIVE
    FOLDER = tempfile.TemporaryDirectory()
    unittest.addModuleCleanup(FOLDER.cleanup)
    ARCHIVE = Path(FOLDER.name) / "news.warraq"
    lines = "".join(json.dumps(each, ensure_ascii=False) + "\n" for each in ARTICLES)
    (Path(FOLDER.name) / "news.jsonl").write_text(lines, encoding="utf-8")
    subprocess.run([BIN / "warraq-indexer", "build", "-a", ARCHIVE, FOLDER.name + "/news.jsonl"],
                   check=True, capture_output=True)


class Server:
    """A server of a test's own, which ends with the test."""

    def __init__(self, test, *options, listen="127.0.0.1:0", launcher=(), **how):
        command = [*launcher, SEARCHER, "serve", "-a", ARCHIVE, "--listen", listen, *options]
        self.process = subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.PIPE,
                                        text=True, **how)
        test.addCleanup(self.end)
        self.messages = []
        while not self.messages or "listening at" not in self.messages[-1]:
            line = self.process.stderr.readline()
            if not line:
                raise RuntimeError("".join(self.messages))
            self.messages.append(line)
        host, port = re.search(r"http://(.*):(\d+)/", self.messages[-1]).groups()
        self.host, self.port = host.strip("[]"), int(port)

    def get(self, target, headers=None, method="GET", port=None):
        """Status, headers, body."""
        connection = http.client.HTTPConnection(self.host, port or self.port, timeout=PATIENCE)
        try:
            connection.request(method, target, headers=headers or {})
            response = connection.getresponse()
            return response.status, response.headers, response.read().decode("utf-8")
        finally:
            connection.close()

    def stop(self, how=signal.SIGTERM):
        """The exit code."""
        self.process.send_signal(how)
        return self.process.wait(PATIENCE)

    def end(self):
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait(PATIENCE)
        self.process.stderr.close()
        self.process.stdout.close()


def refused(*options, archive=None):
    """Exit code and message of a server that does not start."""
    ended = subprocess.run([SEARCHER, "serve", "-a", archive or ARCHIVE, *options],
                           capture_output=True, text=True, timeout=PATIENCE, check=False)
    return ended.returncode, ended.stderr


class ServeCommand(unittest.TestCase):
    def test_it_answers_for_its_health_and_figures(self):
        server = Server(self)
        self.assertEqual(server.get("/healthz")[::2], (200, "alive\n"))
        self.assertEqual(server.get("/readyz")[::2], (200, "ready\n"))
        self.assertEqual(server.get("/v1/articles/harbour")[0], 200)
        status, headers, figures = server.get("/metrics")
        self.assertEqual(status, 200)
        self.assertTrue(headers["Content-Type"].startswith("text/plain; version=0.0.4"))
        self.assertRegex(figures, r'requests_total\{.*route="/v1/articles/\{id\}".*\} 1\n')
        self.assertRegex(figures, r"(?m)^warraq_\w*articles\w* 2$")

    def test_a_page_and_json_say_what_is_wrong(self):
        server = Server(self)
        status, headers, page = server.get("/?query=date:2019-99")
        self.assertEqual((status, headers["Content-Type"]), (400, "text/html; charset=utf-8"))
        self.assertIn("Content-Security-Policy", headers)
        self.assertIn("</html>", page)
        status, headers, body = server.get("/v1/search?query=date:2019-99")
        self.assertEqual((status, json.loads(body)["error"]["status"]), (400, 400))

    def test_tokens_let_in_those_who_have_one(self):
        tokens = Path(FOLDER.name) / "tokens"
        tokens.write_text("# the test's\n" + TOKEN + "\n", encoding="utf-8")
        server = Server(self, "--token-file", tokens)
        for target in ["/v1/info", "/", "/metrics"]:
            status, headers, _ = server.get(target)
            self.assertEqual(status, 401, target)
            self.assertIn("Bearer", headers["WWW-Authenticate"])
            self.assertEqual(server.get(target, {"Authorization": "Bearer " + TOKEN})[0], 200)
        self.assertEqual(server.get("/v1/info", {"Authorization": f"Bearer {TOKEN}x"})[0], 401)
        self.assertEqual(server.get("/healthz")[0], 200)

    def test_tokens_that_are_none_are_refused_without_being_told(self):
        tokens = Path(FOLDER.name) / "short"
        tokens.write_text("secret\n", encoding="utf-8")
        code, message = refused("--token-file", tokens)
        self.assertEqual(code, 2)
        self.assertNotIn("secret", message)

    def test_cors_is_for_the_origin_that_was_named(self):
        origin = "https://www.example.org"
        server = Server(self, "--cors", origin)
        _, headers, _ = server.get("/v1/info", {"Origin": origin})
        self.assertEqual(headers["Access-Control-Allow-Origin"], origin)
        status, headers, _ = server.get("/v1/info", {"Origin": origin}, method="OPTIONS")
        self.assertEqual(status, 204)
        self.assertIn("Authorization", headers["Access-Control-Allow-Headers"])
        self.assertNotIn("Access-Control-Allow-Origin", Server(self).get("/v1/info")[1])

    def logged(self, *options):
        file = Path(FOLDER.name) / ("access-" + self.id() + str(len(options)))
        server = Server(self, "--access-log", file, *options)
        server.get("/v1/search?query=" + quote("الميناء"))
        server.get("/v1/articles/harbour")
        server.get("/?query=%22" + quote("المكتبة"))
        self.assertEqual(server.stop(), ENDED_BY_SIGTERM)
        text = file.read_text(encoding="utf-8")
        lines = [json.loads(line) for line in text.splitlines()]
        self.assertEqual([line["route"] for line in lines],
                         ["/v1/search", "/v1/articles/{id}", "/"])
        for line in lines:
            self.assertEqual((line["client"], line["method"], line["status"]),
                             ("127.0.0.1", "GET", 200))
            self.assertGreater(line["bytes"], 0)
        return text, lines

    def test_the_access_log_has_no_queries(self):
        text, _ = self.logged()
        for private in ["الميناء", "المكتبة", "harbour", "query", quote("الميناء")]:
            self.assertNotIn(private, text)

    def test_the_access_log_has_queries_where_they_are_asked_for(self):
        _, lines = self.logged("--log-queries")
        self.assertEqual([line.get("query") for line in lines], ["الميناء", None, '"المكتبة'])
        self.assertEqual(lines[1]["path"], "/v1/articles/harbour")

    def test_the_access_log_goes_to_standard_output(self):
        server = Server(self, "--access-log", "-")
        server.get("/healthz")
        server.stop()
        self.assertEqual(json.loads(server.process.stdout.read())["route"], "/healthz")

    @unittest.skipUnless(socket.has_ipv6 and Path("/proc/net/if_inet6").exists() and
                         Path("/proc/net/if_inet6").read_text(), "no IPv6 here")
    def test_it_listens_on_ipv6(self):
        server = Server(self, listen="[::1]:0")
        self.assertEqual(server.host, "::1")
        self.assertEqual(server.get("/healthz")[0], 200)

    def test_signals_end_it_soon_while_clients_are_connected(self):
        for how in [signal.SIGTERM, signal.SIGINT]:
            server = Server(self)
            with socket.create_connection(("127.0.0.1", server.port)) as idle, \
                    socket.create_connection(("127.0.0.1", server.port)) as half:
                half.sendall(b"GET / HTTP/1.1\r\nHost")
                idle.sendall(b"GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n")
                self.assertTrue(idle.recv(1 << 16).endswith(b"alive\n"))
                began = time.monotonic()
                self.assertEqual(server.stop(how), 128 + how)
                self.assertLess(time.monotonic() - began, 15)
                self.assertEqual(idle.recv(1), b"")
            with self.assertRaises(ConnectionRefusedError):
                server.get("/healthz")

    def test_a_balancer_is_told_before_it_stops_answering(self):
        server = Server(self, "--drain", "2")
        server.process.send_signal(signal.SIGTERM)
        began = time.monotonic()
        while server.get("/readyz")[0] != 503:
            self.assertLess(time.monotonic() - began, 1)
        self.assertEqual(server.get("/healthz")[0], 200)
        self.assertEqual(server.get("/v1/articles/harbour")[0], 200)
        self.assertEqual(server.process.wait(PATIENCE), ENDED_BY_SIGTERM)
        self.assertGreater(time.monotonic() - began, 1.5)
        with self.assertRaises(ConnectionRefusedError):
            server.get("/healthz")

    def test_a_socket_is_handed_over(self):
        with socket.create_server(("127.0.0.1", 0)) as listening:
            port = listening.getsockname()[1]

            def hand_over():
                os.dup2(listening.fileno(), 3)

            # As systemd starts it: the socket is descriptor 3, for this process alone.
            launcher = ["/bin/sh", "-c", 'LISTEN_PID=$$ LISTEN_FDS=1 exec "$@"', "sh"]
            server = Server(self, launcher=launcher, listen="127.0.0.1:1", pass_fds=[3],
                            preexec_fn=hand_over)
            self.assertEqual(server.port, port)
            self.assertEqual(server.get("/readyz", port=port)[0], 200)
            self.assertEqual(server.stop(), ENDED_BY_SIGTERM)

    def test_more_than_one_socket_is_refused(self):
        launcher = ["/bin/sh", "-c", 'LISTEN_PID=$$ LISTEN_FDS=2 exec "$@"', "sh"]
        ended = subprocess.run([*launcher, SEARCHER, "serve", "-a", ARCHIVE], capture_output=True,
                               timeout=PATIENCE, check=False)
        self.assertEqual(ended.returncode, 2)

    def test_an_address_that_is_taken_is_named(self):
        server = Server(self)
        code, message = refused("--listen", f"127.0.0.1:{server.port}")
        self.assertEqual(code, 9)
        self.assertIn("127.0.0.1", message)
        self.assertIn(str(server.port), message)

    def test_an_archive_that_is_not_there_is_named(self):
        code, message = refused("--listen", "127.0.0.1:0", archive=FOLDER.name + "/none.warraq")
        self.assertEqual(code, 3)
        self.assertIn("none.warraq", message)

    def test_options_that_are_none_are_refused(self):
        for options in [["--listen", "8080"], ["--listen", "news.example.org:80"],
                        ["--listen", "127.0.0.1:70000"], ["--listen", "[::1"], ["--port", "80"],
                        ["--workers", "-1"], ["--deadline", "0"], ["--drain", "-1"], ["--max-results", "many"],
                        ["--cors", "www.example.org"], ["--cors", "https://a.example/path"],
                        ["argument"]]:
            code, message = refused(*options)
            self.assertEqual(code, 2, options)
            self.assertTrue(message, options)


if __name__ == "__main__":
    unittest.main()

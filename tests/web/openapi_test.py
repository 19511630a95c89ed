#!/usr/bin/env python3
"""Holds searcher/serve/openapi.yaml and what `warraq-searcher serve` answers to one another.

The document must be sound, each live answer as the document says, field by field, and the
parameters that the server takes those that are documented, with their defaults and limits. Last,
the document is falsified in many ways, and each must be noticed.
"""

import copy
import csv
import http.client
import io
import json
import os
import re
import signal
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path
from urllib.parse import quote, urlencode, urlsplit

import yaml
from jsonschema import Draft202012Validator

SOURCE = Path(os.environ.get("WARRAQ_SOURCE", Path(__file__).resolve().parents[2]))
BIN = Path(os.environ["WARRAQ_BIN"])
DOCUMENT = SOURCE / "searcher/serve/openapi.yaml"

ID = "waraq-2022-1004"
PHRASE = '"مكتبة الصحف" الأرشيف'
LIBRARY = "مكتبة"
TOKEN = "a-token-of-the-test-0123456789"

# Parameters that are taken with others alone.
TOGETHER = {"bom": {"format": "csv"}}

# What is asked, path by path: the parts of the path, the parameters, the status.
CALLS = {
    "/v1/search": [
        ({}, {"query": PHRASE}, 200),
        ({}, {"query": LIBRARY, "limit": 3, "offset": 2, "snippets": 3, "sort": "newest"}, 200),
        ({}, {"query": "في من على", "collapse": "", "limit": 100}, 200),
        ({}, {"query": LIBRARY, "facets": "source,year,month,category,author,agency"}, 200),
        ({}, {"query": "مكتبتتة"}, 200),
        ({}, {"query": "مكتبتتة", "relax": "1"}, 200),
        ({}, {"query": LIBRARY, "source": "المرصد", "from": "2035", "relax": "1"}, 200),
        ({}, {"query": LIBRARY, "from": "2018", "to": "2019-06"}, 200),
        ({}, {"query": LIBRARY, "source": ["المرصد", "صحيفة الورق"], "category": "ثقافة"}, 200),
        ({}, {"query": LIBRARY, "author": "لا أحد", "agency": "لا وكالة"}, 200),
        ({}, {"query": '"مكتبة الصحف', "all": "true", "exact": "0"}, 200),
        ({}, {"query": "ثلاث سنوات"}, 200),
        ({}, {"query": "ثلاث سنوات", "exclude-variant": ["3", "لا صيغة"]}, 200),
        ({}, {"query": "ثلاث سنوات", "exclude-variant": "3" * 4097}, 400),
        ({}, {"query": LIBRARY, "limit": "٣"}, 200),
        ({}, {"query": "=مكتبة -الصحف title:الصحف"}, 200),
        ({}, {"query": LIBRARY, "group": "5ed49282cac08cb7"}, 200),
        ({}, {"query": "\u202e<script>alert(1)</script>\u2066"}, 200),
        ({}, {}, 400),
        ({}, {"query": " "}, 400),
        ({}, {"query": "date:2019-99"}, 400),
        ({}, {"query": LIBRARY, "from": "30 شباط 2018"}, 400),
        ({}, {"query": LIBRARY, "group": "xyz"}, 400),
        ({}, {"query": '"مكتبة', "strict": ""}, 400),
        ({}, {"query": LIBRARY, "limit": "-1"}, 400),
        ({}, {"query": LIBRARY, "facets": "colour"}, 400),
        ({}, {"query": "ب" * 2049}, 400),
    ],
    "/v1/articles/{id}": [
        ({"id": ID}, {}, 200),
        ({"id": "salahif-shati-sur.txt"}, {}, None),
        ({"id": "no such/article?#%"}, {}, 404),
        ({"id": "\u202eمقال"}, {}, 404),
        ({"id": "x" * 5000}, {}, 404),
    ],
    "/v1/similar/{id}": [
        ({"id": ID}, {}, 200),
        ({"id": ID}, {"limit": 2, "snippets": 1, "source": "المرصد"}, 200),
        ({"id": "marsad-2014-1021"}, {"duplicates": "1"}, 200),
        ({"id": "no such article"}, {}, 404),
    ],
    "/v1/suggest": [
        ({}, {"query": "مكتبة ال"}, 200),
        ({}, {"query": ""}, 200),
        ({}, {}, 200),
        ({}, {"query": "xyzzy"}, 200),
        ({}, {"query": "ب" * 2049}, 400),
    ],
    "/v1/facets": [
        ({}, {}, 200),
        ({}, {"query": LIBRARY, "by": "author,agency,month", "limit": 1}, 200),
        ({}, {"query": LIBRARY, "source": "لا صحيفة"}, 200),
        ({}, {"by": "source,"}, 400),
    ],
    "/v1/timeline": [
        ({}, {"query": LIBRARY}, 200),
        ({}, {"query": LIBRARY, "interval": "year", "from": "2023"}, 200),
        ({}, {"source": "لا صحيفة"}, 200),
        ({}, {"interval": "day", "from": "0001", "to": "2024"}, None),
        ({}, {"interval": "minute"}, 400),
    ],
    "/v1/kwic": [
        ({}, {"query": PHRASE, "words": 3}, 200),
        ({}, {"query": "في من على", "limit": 1000}, 200),
        ({}, {"query": "source:المرصد"}, 200),
        ({}, {"query": LIBRARY, "limit": 0}, 200),
        ({}, {}, 400),
    ],
    "/v1/export": [
        ({}, {"query": LIBRARY}, 200),
        ({}, {"query": LIBRARY, "fields": "id,title,date", "collapse": "1"}, 200),
        ({}, {"query": LIBRARY, "format": "csv", "with-body": "1", "limit": 3}, 200),
        ({}, {"query": LIBRARY, "format": "csv", "bom": "1", "limit": 3}, 200),
        ({}, {"query": LIBRARY, "format": "jsonl", "bom": "1"}, 400),
        ({}, {"query": LIBRARY, "format": "bibtex"}, 200),
        ({}, {"query": LIBRARY, "format": "ris", "with-body": ""}, 200),
        ({}, {"query": LIBRARY, "format": "ids", "sort": "oldest"}, 200),
        ({}, {"query": "في قال", "agency": "وكالات"}, 200),
        ({}, {"query": "xyzzy"}, 200),
        ({}, {"id": "waraq-2022-1004", "format": "ris"}, 200),
        ({}, {"id": "no such article"}, 404),
        ({}, {"id": "waraq-2022-1004", "query": LIBRARY}, 400),
        ({}, {"query": "date:2019-99"}, 400),
        ({}, {"query": LIBRARY, "format": "pdf"}, 400),
        ({}, {"query": LIBRARY, "format": "ris", "fields": "id"}, 400),
        ({}, {"query": LIBRARY, "fields": "colour"}, 400),
    ],
    "/v1/info": [({}, {}, 200)],
    "/v1/openapi.yaml": [({}, {}, 200)],
    "/healthz": [({}, {}, 200)],
    "/readyz": [({}, {}, 200)],
    "/metrics": [({}, {}, 200)],
}

# What only other archives or other days have: no live answer shows it.
NEVER_SEEN = {"Completions.notes"}


class Server:
    """`warraq-searcher serve` on a free port, until it is stopped."""

    def __init__(self, archive, *options):
        command = [BIN / "warraq-searcher", "serve", "-a", archive, "--listen", "127.0.0.1:0"]
        self.process = subprocess.Popen([*command, *options], stderr=subprocess.PIPE, text=True)
        line = self.process.stderr.readline()
        found = re.search(r"http://\S+", line)
        if not found:
            raise RuntimeError(line + self.process.stderr.read())
        self.address = urlsplit(found.group()).netloc
        self.connection = http.client.HTTPConnection(self.address, timeout=60)

    def get(self, target, headers=None):
        """Status, headers by their names in lower case, body."""
        self.connection.request("GET", target, headers=headers or {})
        response = self.connection.getresponse()
        return (response.status, {name.lower(): value for name, value in response.getheaders()},
                response.read())

    def stop(self):
        self.connection.close()
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(60)
        self.process.stderr.close()


def target_of(path, parts, parameters):
    for name, value in parts.items():
        path = path.replace("{" + name + "}", quote(value, safe=""))
    return path + ("?" + urlencode(parameters, doseq=True) if parameters else "")


def walk(node, where="#"):
    yield where, node
    if isinstance(node, dict):
        for key, value in node.items():
            yield from walk(value, f"{where}/{str(key).replace('~', '~0').replace('/', '~1')}")
    elif isinstance(node, list):
        for index, value in enumerate(node):
            yield from walk(value, f"{where}/{index}")


def resolve(document, node):
    while isinstance(node, dict) and "$ref" in node:
        target = document
        for part in node["$ref"].removeprefix("#/").split("/"):
            target = target[part]
        node = target
    return node


def validator(document, schema):
    """Of a schema that refers into the document."""
    return Draft202012Validator({**schema, "components": document["components"]})


def closed(document):
    """The document with objects that have nothing but what it says: clients pass over unknown
    fields, but here each is to be documented."""
    result = copy.deepcopy(document)
    for _, node in walk(result["components"]["schemas"]):
        if isinstance(node, dict) and "properties" in node and node.get("type") == "object":
            node.setdefault("additionalProperties", False)
    return result


class Check:
    """All that is wrong between a document and a server, as lines in `failures`."""

    def __init__(self, document, server):
        self.document = closed(document)
        self.server = server
        self.failures = []
        self.seen = set()

    def fail(self, *message):
        self.failures.append(" ".join(str(part) for part in message))

    def run(self):
        self.check_document()
        if self.failures:
            return self.failures
        for path, item in self.document["paths"].items():
            if path not in CALLS:
                self.fail(path, "is never called")
                continue
            for parts, parameters, status in CALLS[path]:
                self.call(path, parts, parameters, status)
            self.check_parameters(path, item["get"])
        for path in CALLS.keys() - self.document["paths"].keys():
            self.fail(path, "is not documented")
        self.check_seen()
        return self.failures

    # The document by itself.

    def check_document(self):
        operations = []
        referred = set()
        for where, node in walk(self.document):
            if isinstance(node, dict) and isinstance(node.get("$ref"), str):
                referred.add(node["$ref"])
                try:
                    resolve(self.document, node)
                except (KeyError, TypeError):
                    self.fail(where, "refers to nothing:", node["$ref"])
        if self.failures:
            return
        if self.document.get("openapi") != "3.1.0":
            self.fail("the version of OpenAPI is", self.document.get("openapi"))
        for kind, parts in self.document["components"].items():
            for name, part in parts.items():
                if kind != "securitySchemes" and f"#/components/{kind}/{name}" not in referred:
                    self.fail("nothing refers to", kind, name)
                if kind == "schemas":
                    Draft202012Validator.check_schema(part)
        for path, item in self.document["paths"].items():
            operation = item["get"]
            operations.append(operation["operationId"])
            parameters = [resolve(self.document, each) for each in operation.get("parameters", [])]
            names = [(each["in"], each["name"]) for each in parameters]
            if len(set(names)) != len(names):
                self.fail(path, "has a parameter twice")
            in_path = {name for place, name in names if place == "path"}
            if in_path != set(re.findall(r"{(\w+)}", path)):
                self.fail(path, "does not have its parameters:", in_path)
            for each in parameters:
                self.check_schema_and_examples(f"{path} {each['name']}", each)
            for status, response in operation["responses"].items():
                response = resolve(self.document, response)
                if not re.fullmatch("[2345][0-9][0-9]", status) or not response["description"]:
                    self.fail(path, "has no proper response", status)
                for media in response.get("content", {}).values():
                    self.check_schema_and_examples(f"{path} {status}", media)
        if len(set(operations)) != len(operations):
            self.fail("an operationId comes twice")

    def check_schema_and_examples(self, where, node):
        schema = node["schema"]
        Draft202012Validator.check_schema(schema)
        if "description" not in node and "in" in node:
            self.fail(where, "is not described")
        examples = [each["value"] for each in node.get("examples", {}).values()]
        examples += [node["example"]] if "example" in node else []
        default = resolve(self.document, schema).get("default")
        for value in examples + ([] if default is None else [default]):
            for error in validator(self.document, schema).iter_errors(value):
                self.fail(where, "has an example that it forbids:", error.message)

    # Live answers.

    def call(self, path, parts, parameters, expected, headers=None):
        target = target_of(path, parts, parameters)
        status, answer_headers, body = self.server.get(target, headers)
        where = f"{target[:120]} ({status})"
        if expected is not None and status != expected:
            self.fail(where, "should have status", expected, body[:200])
        responses = self.document["paths"][path]["get"]["responses"]
        if str(status) not in responses:
            self.fail(where, "has a status that is not documented")
            return None
        response = resolve(self.document, responses[str(status)])
        for name, header in response.get("headers", {}).items():
            self.check_header(where, name, resolve(self.document, header), answer_headers)
        self.check_body(where, response, answer_headers.get("content-type", ""), body)
        if status == 200 and "304" in responses and headers is None:
            self.call(path, parts, parameters, 304, {"If-None-Match": answer_headers.get("etag", "")})
        return body

    def check_header(self, where, name, header, answer_headers):
        value = answer_headers.get(name.lower())
        if value is None:
            self.fail(where, "lacks its header", name)
            return
        schema = header["schema"]
        typed = int(value) if schema.get("type") == "integer" and value.isdigit() else value
        for error in validator(self.document, schema).iter_errors(typed):
            self.fail(where, "header", name, error.message)

    def check_body(self, where, response, content_type, body):
        if "content" not in response:
            if body:
                self.fail(where, "has a body")
            return
        media_type = content_type.partition(";")[0]
        if media_type not in response["content"]:
            self.fail(where, "has a content type that is not documented:", content_type)
            return
        if media_type.startswith("text/") and "charset=utf-8" not in content_type:
            self.fail(where, "does not say its character set")
        text = body.decode("utf-8")
        schema = response["content"][media_type]["schema"]
        if media_type == "application/json":
            self.check_json(where, schema, json.loads(text))
        elif media_type == "application/x-ndjson":
            article = resolve(self.document, {"$ref": "#/components/schemas/Article"})
            if "fields=" in where:
                article = {**article, "required": []}
            for line in text.splitlines():
                self.check_json(where, article, json.loads(line), "Article")
        elif media_type == "text/csv":
            is_marked = re.search(r"[?&]bom=(1|true)?(?!\w)", where) is not None
            if text.startswith("\ufeff") != is_marked:
                self.fail(where, "has a byte order mark, or none, unasked")
            rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))
            if len({len(row) for row in rows}) != 1 or rows[0][0] != "id":
                self.fail(where, "is no table")
        elif media_type == "application/x-bibtex" and body and not text.startswith("@"):
            self.fail(where, "is no BibTeX")
        elif media_type == "application/x-research-info-systems" and not text.startswith("TY  - "):
            self.fail(where, "is no RIS")

    def check_json(self, where, schema, value, name=""):
        for error in validator(self.document, schema).iter_errors(value):
            place = "/".join(str(part) for part in error.absolute_path)
            self.fail(where, place, error.message[:300])
        self.note_seen(schema, value, name)

    def note_seen(self, schema, value, name):
        """Which documented fields live answers have had."""
        if "$ref" in schema:
            name = schema["$ref"].rpartition("/")[2]
            schema = resolve(self.document, schema)
        if isinstance(value, list) and "items" in schema:
            for each in value:
                self.note_seen(schema["items"], each, name)
        elif isinstance(value, dict):
            for key, each in value.items():
                self.seen.add(f"{name}.{key}")
                known = schema.get("properties", {}).get(key, schema.get("additionalProperties"))
                if isinstance(known, dict):
                    self.note_seen(known, each, name if "$ref" in known else f"{name}.{key}")

    def check_seen(self):
        for name, schema in self.document["components"]["schemas"].items():
            for field in schema.get("properties", {}):
                if f"{name}.{field}" not in self.seen | NEVER_SEEN:
                    self.fail(f"no live answer has {name}.{field}")

    # Parameters: names, defaults, limits.

    def check_parameters(self, path, operation):
        if not path.startswith("/v1/"):
            return
        parts, base, _ = next(call for call in CALLS[path] if call[2] == 200)
        parameters = [resolve(self.document, each) for each in operation.get("parameters", [])]
        documented = {each["name"] for each in parameters if each["in"] == "query"}
        body = self.call(path, parts, {**base, "no-such": "1"}, 400)
        error = json.loads(body)["error"] if body else {}
        if "no-such" not in error.get("message", ""):
            self.fail(path, "does not name a parameter that it does not know")
        taken = set(re.findall(r"[a-z][a-z-]*", error.get("hint", "").removeprefix("there are ")))
        if (taken - {"none", "here"}) != documented:
            self.fail(path, "takes", sorted(taken), "and documents", sorted(documented))
        for each in parameters:
            if each["in"] == "query":
                self.check_parameter(path, parts, base, each)

    def check_parameter(self, path, parts, base, parameter):
        name = parameter["name"]
        schema = resolve(self.document, parameter["schema"])
        without = {key: value for key, value in base.items() if key != name}
        without |= TOGETHER.get(name, {})

        def call(value, status):
            return self.call(path, parts, {**without, name: value}, status)

        if parameter.get("required"):
            self.call(path, parts, without, 400)
        choices = schema.get("enum", []) + schema.get("items", {}).get("enum", [])
        choices += resolve(self.document, schema.get("items", {})).get("enum", [])
        for choice in choices:
            call(choice, 200)
        if choices:
            call("no-such-choice", 400)
        for limit, beyond in (("minimum", -1), ("maximum", 1)):
            if limit in schema:
                call(schema[limit], 200)
                call(schema[limit] + beyond, 400)
        if "maximum" in schema:
            call("many", 400)
        if "default" in schema:
            default = schema["default"]
            text = ",".join(default) if isinstance(default, list) else default
            if call(text, 200) != self.call(path, parts, without, 200):
                self.fail(path, name, "has another default than", text)


def falsified(document):
    """The document with a lie each, by what it is."""

    def with_change(change):
        result = copy.deepcopy(document)
        change(result)
        return result

    def search(doc):
        return doc["paths"]["/v1/search"]["get"]

    def schema(doc, name):
        return doc["components"]["schemas"][name]

    def drop_parameter(doc):
        search(doc)["parameters"] = [
            each for each in search(doc)["parameters"] if not each.get("$ref", "").endswith("/all")]

    def add_parameter(doc):
        search(doc)["parameters"].append(
            {"name": "colour", "in": "query", "description": "none", "schema": {"type": "string"}})

    return {
        "a field that is not documented": with_change(
            lambda doc: schema(doc, "Hit")["properties"].pop("rank")),
        "a field that no answer has": with_change(
            lambda doc: schema(doc, "Answer")["properties"].update(took={"type": "integer"})),
        "a field that must be there and is not": with_change(
            lambda doc: schema(doc, "Hit")["required"].append("copies")),
        "another type": with_change(
            lambda doc: schema(doc, "Facets")["properties"].update(total={"type": "string"})),
        "another version": with_change(lambda doc: schema(doc, "Version").update(const=2)),
        "a parameter that is not documented": with_change(drop_parameter),
        "a parameter that there is not": with_change(add_parameter),
        "another default": with_change(
            lambda doc: doc["paths"]["/v1/kwic"]["get"]["parameters"][0]["schema"].update(default=4)),
        "another limit": with_change(
            lambda doc: doc["components"]["parameters"]["limit"]["schema"].update(maximum=99)),
        "another choice": with_change(
            lambda doc: doc["components"]["parameters"]["sort"]["schema"]["enum"].append("best")),
        "a status that is not documented": with_change(
            lambda doc: doc["paths"]["/v1/articles/{id}"]["get"]["responses"].pop("404")),
        "another content type": with_change(
            lambda doc: doc["paths"]["/v1/export"]["get"]["responses"]["200"]["content"].pop("text/csv")),
        "a header that is not sent": with_change(
            lambda doc: doc["paths"]["/v1/info"]["get"]["responses"]["200"].update(
                headers={"Age": {"schema": {"type": "integer"}}})),
        "a path that there is not": with_change(
            lambda doc: doc["paths"].update({"/v1/nothing": doc["paths"]["/v1/info"]})),
        "a path that is not documented": with_change(lambda doc: doc["paths"].pop("/v1/kwic")),
        "an example that is none": with_change(
            lambda doc: search(doc)["responses"]["200"]["content"]["application/json"]["examples"]
            ["nothing"]["value"].pop("total")),
        "a reference to nothing": with_change(
            lambda doc: doc["components"]["parameters"].pop("from")),
    }


class OpenApiTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.folder.cleanup)
        sample = SOURCE / "corpus/sample"
        cls.archive = Path(cls.folder.name) / "sample.warraq"
        subprocess.run([BIN / "warraq-indexer", "build", "-a", cls.archive,
                        *sorted(sample.glob("*.jsonl")), sample / "pages"],
                       check=True, capture_output=True)
        cls.server = Server(cls.archive)
        cls.addClassCleanup(cls.server.stop)
        cls.document = yaml.safe_load(cls.server.get("/v1/openapi.yaml")[2])

    def test_the_document_that_is_served_is_the_one_in_the_tree(self):
        self.assertEqual(self.server.get("/v1/openapi.yaml")[2], DOCUMENT.read_bytes())

    def test_document_and_server_agree(self):
        failures = Check(self.document, self.server).run()
        self.assertEqual(failures, [], "\n".join(["", *failures]))

    def test_lies_in_the_document_are_noticed(self):
        for what, document in falsified(self.document).items():
            with self.subTest(what):
                self.assertNotEqual(Check(document, self.server).run(), [])

    def test_tokens_are_asked_for_as_documented(self):
        tokens = Path(self.folder.name) / "tokens"
        tokens.write_text(TOKEN + "\n")
        server = Server(self.archive, "--token-file", str(tokens))
        try:
            check = Check(self.document, server)
            for path, item in self.document["paths"].items():
                is_open = item["get"].get("security") == [{}]
                parts, parameters, _ = CALLS[path][0]
                check.call(path, parts, parameters, 200 if is_open else 401, {})
                check.call(path, parts, parameters, 200, {"Authorization": f"Bearer {TOKEN}"})
            self.assertEqual(check.failures, [])
        finally:
            server.stop()


if __name__ == "__main__":
    sys.exit(unittest.main())

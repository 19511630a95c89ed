"""Warraq for Python, through its C interface (warraq/c.h, which says what each call takes and gives).

    with warraq.open("news.warraq") as archive:
        for hit in archive.search("رئيس الوزراء", limit=5)["hits"]:
            print(hit["title"])

Parameters are those of HTTP and of the commands' long options, with _ for -, and from_ for from;
`deadline` is in milliseconds. What has the wrong type is a TypeError, what Warraq refuses an Error.
Python 3.9 or later, and nothing else. An Archive is used by one thread at a time: each opens its own.
"""

from __future__ import annotations

import ctypes
import ctypes.util
import json
import os
from typing import Any, Callable, Iterable, Iterator, Optional, Sequence

__all__ = ["Archive", "Error", "add", "add_articles", "build", "build_articles", "compact", "delete",
           "open", "version"]

Json = dict[str, Any]

DONE, NOTHING_FOUND, INPUT_REJECTED = 0, 1, 8

_library = ctypes.CDLL(os.environ.get("WARRAQ_LIBRARY", "libwarraq.so.0"))
_Take = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_char_p, ctypes.c_void_p)
_Texts = ctypes.POINTER(ctypes.c_char_p)
_Place = ctypes.POINTER(ctypes.c_void_p)


def _function(name: str, result: Any, *arguments: Any) -> Any:
    function = getattr(_library, "warraq_" + name)
    function.restype = result
    function.argtypes = arguments
    return function


_text, _pointer, _size, _status = ctypes.c_char_p, ctypes.c_void_p, ctypes.c_size_t, ctypes.c_int
_version = _function("version", _text)
_free = _function("free", None, _pointer)
_error_message = _function("error_message", _text, _pointer)
_error_hint = _function("error_hint", _text, _pointer)
_error_free = _function("error_free", None, _pointer)
_open = _function("open", _status, _text, _Place, _Place)
_close = _function("close", None, _pointer)
_refresh = _function("refresh", _status, _pointer, _Place)
_get = _function("get", _status, _pointer, _text, _Place, _Place)
_info = _function("info", _status, _pointer, _Place, _Place)
_similar = _function("similar", _status, _pointer, _text, _text, _Place, _Place)
_export = _function("export", _status, _pointer, _text, _Take, _pointer, _Place)
_ask = {name: _function(name, _status, _pointer, _text, _Place, _Place)
        for name in ("search", "suggest", "facets", "timeline", "kwic", "explain")}
_files = {name: _function(name, _status, _text, _Texts, _size, _text, _Place, _Place)
          for name in ("build", "add")}
_lines = {name: _function(name + "_lines", _status, _text, _text, _size, _text, _Place, _Place)
          for name in ("build", "add")}
_delete = _function("delete", _status, _text, _Texts, _size, _Place, _Place)
_compact = _function("compact", _status, _text, _Place, _Place)


class Error(Exception):
    """What went wrong; `code` is the exit code of the commands, `hint` what to do about it."""

    def __init__(self, code: int, message: str, hint: str) -> None:
        super().__init__(message)
        self.code = code
        self.hint = hint


def _encoded(text: "str | os.PathLike[str]") -> bytes:
    encoded = os.fsencode(text)
    if b"\0" in encoded:
        raise ValueError("text with a NUL character")
    return encoded


def _parameters(parameters: Json) -> bytes:
    named = {name.rstrip("_").replace("_", "-"): value
             for name, value in parameters.items() if value is not None}
    return json.dumps(named).encode()


def _call(function: Any, *arguments: Any) -> int:
    """The status of a function whose last parameter is the place of its error."""
    error = ctypes.c_void_p()
    status = function(*arguments, ctypes.byref(error))
    if status in (DONE, NOTHING_FOUND, INPUT_REJECTED):
        return status
    try:
        raise Error(status, _error_message(error).decode(errors="replace"),
                    _error_hint(error).decode(errors="replace"))
    finally:
        _error_free(error)


def _json(function: Any, *arguments: Any) -> Optional[Json]:
    """The JSON that a function gives, None where it gives none."""
    text = ctypes.c_void_p()
    try:
        _call(function, *arguments, ctypes.byref(text))
        value = ctypes.cast(text, ctypes.c_char_p).value
        return None if value is None else json.loads(value)
    finally:
        _free(text)


class Archive:
    """An open archive, as it was when it was opened or last refreshed."""

    def __init__(self, path: "str | os.PathLike[str]") -> None:
        self._handle = ctypes.c_void_p()
        _call(_open, _encoded(path), ctypes.byref(self._handle))

    def close(self) -> None:
        _close(self._handle)
        self._handle = ctypes.c_void_p()

    def __enter__(self) -> "Archive":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __del__(self) -> None:
        if hasattr(self, "_handle"):
            self.close()

    def refresh(self) -> None:
        _call(_refresh, self._handle)

    def search(self, query: str = "", **parameters: Any) -> Json:
        return self._asked("search", query, parameters)

    def suggest(self, query: str, **parameters: Any) -> Json:
        return self._asked("suggest", query, parameters)

    def facets(self, query: str = "", **parameters: Any) -> Json:
        return self._asked("facets", query, parameters)

    def timeline(self, query: str = "", **parameters: Any) -> Json:
        return self._asked("timeline", query, parameters)

    def kwic(self, query: str, **parameters: Any) -> Json:
        """The words of the query in their contexts, `words` on each side."""
        return self._asked("kwic", query, parameters)

    def explain(self, query: str, **parameters: Any) -> Json:
        """How the query was read, what was searched, and why its hits scored as they did."""
        return self._asked("explain", query, parameters)

    def get(self, article: str) -> Optional[Json]:
        """The article of this id, if there is one."""
        return _json(_get, self._handle, _encoded(article))

    def similar(self, article: str, **parameters: Any) -> Optional[Json]:
        return _json(_similar, self._handle, _encoded(article), _parameters(parameters))

    def info(self) -> Json:
        return _json(_info, self._handle) or {}

    def for_each(self, take: Callable[[Json], bool], query: str, **parameters: Any) -> None:
        """Gives `take` every article that is found, until it returns False."""
        raised: list[BaseException] = []

        def taken(article: bytes, _: object) -> int:
            try:
                return int(take(json.loads(article)))
            except BaseException as exception:  # nothing may be thrown through C
                raised.append(exception)
                return 0

        _call(_export, self._handle, _parameters({"query": query, **parameters}), _Take(taken), None)
        if raised:
            raise raised[0]

    def articles(self, query: str, **parameters: Any) -> Iterator[Json]:
        """Every article that is found, all held in memory; for_each() holds one."""
        found: list[Json] = []
        self.for_each(lambda article: found.append(article) or True, query, **parameters)
        return iter(found)

    def _asked(self, name: str, query: str, parameters: Json) -> Json:
        request = _parameters({"query": query, **parameters})
        return _json(_ask[name], self._handle, request) or {}


def open(path: "str | os.PathLike[str]") -> Archive:  # noqa: A001: as the standard library names it
    return Archive(path)


def version() -> str:
    return _version().decode()


def _texts(texts: Sequence["str | os.PathLike[str]"]) -> Any:
    return (ctypes.c_char_p * len(texts))(*[_encoded(text) for text in texts])


def _run_files(name: str, archive: Any, inputs: Sequence[Any], options: Json) -> Json:
    return _json(_files[name], _encoded(archive), _texts(inputs), len(inputs),
                 _parameters(options)) or {}


def _run_lines(name: str, archive: Any, articles: Iterable[Json], options: Json) -> Json:
    lines = b"".join(json.dumps(article).encode() + b"\n" for article in articles)
    return _json(_lines[name], _encoded(archive), lines, len(lines), _parameters(options)) or {}


def build(archive: Any, inputs: Sequence[Any], **options: Any) -> Json:
    """A new archive of files and folders; returns the report."""
    return _run_files("build", archive, inputs, options)


def add(archive: Any, inputs: Sequence[Any], **options: Any) -> Json:
    return _run_files("add", archive, inputs, options)


def build_articles(archive: Any, articles: Iterable[Json], **options: Any) -> Json:
    """A new archive of articles: {"id": …, "title": …, "body": …, "date": …, …}."""
    return _run_lines("build", archive, articles, options)


def add_articles(archive: Any, articles: Iterable[Json], **options: Any) -> Json:
    return _run_lines("add", archive, articles, options)


def delete(archive: Any, ids: Sequence[str]) -> Json:
    return _json(_delete, _encoded(archive), _texts(ids), len(ids)) or {}


def compact(archive: Any) -> Json:
    return _json(_compact, _encoded(archive)) or {}

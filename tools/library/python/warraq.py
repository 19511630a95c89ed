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
import json
import os
from typing import Any, Callable, Iterable, Iterator, Optional, Union

__all__ = ["Archive", "Error", "add", "add_articles", "build", "build_articles", "compact", "delete",
           "open", "version"]

Json = dict[str, Any]
Path = Union[str, bytes, "os.PathLike[Any]"]

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


def _path(path: Path) -> bytes:
    encoded = os.fsencode(path)
    if b"\0" in encoded:
        raise ValueError("a path with a NUL character")
    return encoded


def _str(what: str, text: str) -> str:
    if not isinstance(text, str):
        raise TypeError(f"{what} must be str, not {type(text).__name__}")
    return text


def _id(article: str) -> bytes:
    encoded = _str("an id", article).encode()
    if b"\0" in encoded:
        raise ValueError("an id with a NUL character")
    return encoded


def _list(what: str, values: Iterable[Any]) -> "list[Any]":
    """Values to be looped over: a text would be taken for its characters, an article for its names."""
    if isinstance(values, (str, bytes, bytearray, dict, os.PathLike)):
        raise TypeError(f"{what} must be a list, not {type(values).__name__}")
    return list(values)


def _value(name: str, value: Any) -> Any:
    if isinstance(value, (str, int)):
        return value
    if isinstance(value, (list, tuple)):
        return [_str(f"{name}: each of a list", each) for each in value]
    raise TypeError(f"{name} must be str, int, bool or a list of str, not {type(value).__name__}")


def _parameters(parameters: Json) -> bytes:
    named = {name.rstrip("_").replace("_", "-"): _value(name, value)
             for name, value in parameters.items() if value is not None}
    return json.dumps(named).encode()


def _request(query: str, parameters: Json) -> bytes:
    return _parameters({"query": _str("a query", query), **parameters})


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

    def __init__(self, path: Path) -> None:
        self._handle = ctypes.c_void_p()
        _call(_open, _path(path), ctypes.byref(self._handle))

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
        return _json(_get, self._handle, _id(article))

    def similar(self, article: str, **parameters: Any) -> Optional[Json]:
        return _json(_similar, self._handle, _id(article), _parameters(parameters))

    def info(self) -> Json:
        return _json(_info, self._handle) or {}

    def for_each(self, take: Callable[[Json], Optional[bool]], query: str,
                 **parameters: Any) -> None:
        """Gives `take` every article that is found, until it returns False."""
        if not callable(take):
            raise TypeError(f"take must be callable, not {type(take).__name__}")
        raised: list[BaseException] = []

        def taken(article: bytes, _: object) -> int:
            try:
                goes_on = take(json.loads(article))
                return int(goes_on is None or bool(goes_on))
            except BaseException as exception:  # nothing may be thrown through C
                raised.append(exception)
                return 0

        _call(_export, self._handle, _request(query, parameters), _Take(taken), None)
        if raised:
            raise raised[0]

    def articles(self, query: str, **parameters: Any) -> Iterator[Json]:
        """Every article that is found, all held in memory; for_each() holds one."""
        found: list[Json] = []
        self.for_each(found.append, query, **parameters)
        return iter(found)

    def _asked(self, name: str, query: str, parameters: Json) -> Json:
        return _json(_ask[name], self._handle, _request(query, parameters)) or {}


def open(path: Path) -> Archive:  # noqa: A001: as the standard library names it
    return Archive(path)


def version() -> str:
    return _version().decode()


def _texts(texts: "list[bytes]") -> Any:
    return (ctypes.c_char_p * len(texts))(*texts)


def _run_files(name: str, archive: Path, inputs: Iterable[Path], options: Json) -> Json:
    paths = [_path(path) for path in _list("inputs", inputs)]
    return _json(_files[name], _path(archive), _texts(paths), len(paths), _parameters(options)) or {}


def _line(article: Json) -> bytes:
    if not isinstance(article, dict):
        raise TypeError(f"an article must be dict, not {type(article).__name__}")
    return json.dumps(article).encode() + b"\n"


def _run_lines(name: str, archive: Path, articles: Iterable[Json], options: Json) -> Json:
    lines = b"".join(_line(article) for article in _list("articles", articles))
    return _json(_lines[name], _path(archive), lines, len(lines), _parameters(options)) or {}


def build(archive: Path, inputs: Iterable[Path], **options: Any) -> Json:
    """A new archive of files and folders; returns the report."""
    return _run_files("build", archive, inputs, options)


def add(archive: Path, inputs: Iterable[Path], **options: Any) -> Json:
    return _run_files("add", archive, inputs, options)


def build_articles(archive: Path, articles: Iterable[Json], **options: Any) -> Json:
    """A new archive of articles: {"id": …, "title": …, "body": …, "date": …, …}."""
    return _run_lines("build", archive, articles, options)


def add_articles(archive: Path, articles: Iterable[Json], **options: Any) -> Json:
    return _run_lines("add", archive, articles, options)


def delete(archive: Path, ids: Iterable[str]) -> Json:
    encoded = [_id(article) for article in _list("ids", ids)]
    return _json(_delete, _path(archive), _texts(encoded), len(encoded)) or {}


def compact(archive: Path) -> Json:
    return _json(_compact, _path(archive)) or {}

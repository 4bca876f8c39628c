"""Scores proposals of social-innovation programs with libibtikar.

    import ibtikar

    assessment = ibtikar.score(text)                        # a dict, `ibtikar-assessment/1`
    rubric = ibtikar.Rubric.builtin("social-innovation")    # read once, score many
    text = rubric.score_json(text)                          # the bytes that `ibtikar score` prints

A text is str, UTF-8 bytes, or a dict, which is written as JSON. Faults in it are raised as InvalidInput, with
their places. Everything is computed by the library; several threads may use the module and one rubric at once.
"""
from __future__ import annotations

import ctypes
import json
import os
from dataclasses import dataclass, fields
from typing import Any, Dict, List, Mapping, Optional, Union

__all__ = ["Error", "Fault", "InvalidInput", "LibraryNotFound", "Rubric", "engine_version", "score", "score_json"]
__version__ = "0.2.0"

Text = Union[str, bytes, Mapping[str, Any]]

_ABI_VERSION = 1
_OK, _INVALID, _BAD_ARGUMENT, _NO_MEMORY = range(4)


class Error(Exception):
    """What this module raises."""


class LibraryNotFound(Error):
    """libibtikar is not there, or is another version than this module is made for."""


@dataclass(frozen=True)
class Fault:
    """One fault in a text. Lines and columns count from 1; 0 is unknown."""

    severity: str  #: "error" or "warning"
    code: str  #: a stable name, e.g. "unknown-member"
    message: str
    file: str
    line: int
    column: int
    pointer: str  #: RFC 6901
    text: str  #: all of it in one line: FILE:LINE:COLUMN: error: ...

    def __str__(self) -> str:
        return self.text


class InvalidInput(Error, ValueError):
    """A rubric or a proposal has faults, or a rubric is unknown."""

    def __init__(self, faults: List[Fault]) -> None:
        super().__init__("\n".join(str(fault) for fault in faults))
        self.faults = faults


class _Options(ctypes.Structure):
    _fields_ = [
        ("size", ctypes.c_size_t),
        ("name", ctypes.c_char_p),
        ("id", ctypes.c_char_p),
        ("language", ctypes.c_char_p),
        ("lenient", ctypes.c_int),
        ("indented", ctypes.c_int),
        ("faults_as_text", ctypes.c_int),
    ]


def _load() -> ctypes.CDLL:
    name = os.environ.get("IBTIKAR_LIBRARY") or f"libibtikar.so.{_ABI_VERSION}"
    try:
        library = ctypes.CDLL(name)
        found = library.ibtikar_abi_version()
    except (OSError, AttributeError) as fault:
        raise LibraryNotFound(f"cannot load {name}: {fault}; install libibtikar, or set IBTIKAR_LIBRARY") from None
    if found != _ABI_VERSION:
        raise LibraryNotFound(f"{name} has version {found} of the interface; this module needs {_ABI_VERSION}")
    options, text_out, rubric_out = ctypes.POINTER(_Options), ctypes.POINTER(ctypes.c_void_p), ctypes.POINTER(
        ctypes.c_void_p)
    library.ibtikar_version.restype = ctypes.c_char_p
    library.ibtikar_status_name.restype = ctypes.c_char_p
    library.ibtikar_rubric_parse.argtypes = [ctypes.c_char_p, ctypes.c_size_t, options, rubric_out, text_out]
    library.ibtikar_rubric_builtin.argtypes = [ctypes.c_char_p, options, rubric_out, text_out]
    library.ibtikar_rubric_free.argtypes = [ctypes.c_void_p]
    library.ibtikar_rubric_free.restype = None
    library.ibtikar_score.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_size_t, options, text_out]
    library.ibtikar_free.argtypes = [ctypes.c_void_p]
    library.ibtikar_free.restype = None
    return library


_library = _load()


def engine_version() -> str:
    """The version of libibtikar, e.g. "0.2.0"."""
    return _library.ibtikar_version().decode("utf-8")


def _bytes(text: Text) -> bytes:
    if isinstance(text, bytes):
        return text
    if isinstance(text, str):
        return text.encode("utf-8", "surrogatepass")  # the library tells where it is no UTF-8
    return json.dumps(text, ensure_ascii=False).encode("utf-8", "surrogatepass")


def _word(text: Optional[str]) -> Optional[bytes]:
    if text is None:
        return None
    if "\0" in text:
        raise ValueError("a NUL in a name, an id or a language")
    return text.encode("utf-8", "surrogatepass")


def _taken(text: ctypes.c_void_p) -> str:
    """The text that the library gave, which is given back."""
    try:
        return ctypes.string_at(text.value).decode("utf-8") if text.value else ""
    finally:
        _library.ibtikar_free(text)


def _raise(status: int, told: str) -> None:
    """Raises what a status other than _OK stands for."""
    if status == _NO_MEMORY:
        raise MemoryError("libibtikar has not enough memory")
    if status in (_INVALID, _BAD_ARGUMENT) and told:
        known = [field.name for field in fields(Fault)]  # a later library may tell more
        raise InvalidInput([Fault(**{name: fault[name] for name in known}) for fault in json.loads(told)["faults"]])
    raise Error(f"libibtikar: {_library.ibtikar_status_name(status).decode()}")


def _options(name: Optional[str], language: Optional[str], proposal_id: Optional[str] = None, lenient: bool = False,
             indented: bool = False) -> _Options:
    return _Options(ctypes.sizeof(_Options), _word(name), _word(proposal_id), _word(language), int(lenient),
                    int(indented), 0)


class Rubric:
    """A checked rubric (`ibtikar-rubric/1`). It does not change."""

    def __init__(self, text: Text, *, name: Optional[str] = None, language: Optional[str] = None) -> None:
        """Reads a rubric, which may extend built-in ones. `name` is what messages call it."""
        data = _bytes(text)
        self._made(lambda rubric, told: _library.ibtikar_rubric_parse(
            data, len(data), ctypes.byref(_options(name, language)), rubric, told))

    @classmethod
    def builtin(cls, rubric_id: str = "social-innovation", *, language: Optional[str] = None) -> "Rubric":
        """One of the rubrics of the library."""
        made = cls.__new__(cls)
        made._made(lambda rubric, told: _library.ibtikar_rubric_builtin(
            _word(rubric_id), ctypes.byref(_options(None, language)), rubric, told))
        return made

    def _made(self, make: Any) -> None:
        self._handle = ctypes.c_void_p()
        told = ctypes.c_void_p()
        status = make(ctypes.byref(self._handle), ctypes.byref(told))
        text = _taken(told)
        if status != _OK:
            _raise(status, text)

    def __del__(self) -> None:
        handle = getattr(self, "_handle", None)
        if handle and _library is not None:
            _library.ibtikar_rubric_free(handle)
            self._handle = None

    def score_json(self, proposal: Text, **how: Any) -> str:
        """As score_json() of the module, by this rubric."""
        return score_json(proposal, rubric=self, **how)

    def score(self, proposal: Text, **how: Any) -> Dict[str, Any]:
        """As score() of the module, by this rubric."""
        return score(proposal, rubric=self, **how)


def score_json(proposal: Text, *, rubric: Optional[Rubric] = None, name: Optional[str] = None,
               proposal_id: Optional[str] = None, language: Optional[str] = None, lenient: bool = False,
               indented: bool = False) -> str:
    """The assessment of a proposal (`ibtikar-proposal/1`) as JSON, without a line end.

    rubric: the one to score by; else the built-in one that the proposal names, or "social-innovation"
    name: what messages call the proposal, e.g. its file
    proposal_id: the id of a proposal that has none
    language: of messages, e.g. "ar"
    lenient: an answer that cannot be read is unanswered, with a warning
    indented: in lines, as `ibtikar score -f json` prints it; else in one line, as `-f ndjson`
    """
    data = _bytes(proposal)
    told = ctypes.c_void_p()
    options = _options(name, language, proposal_id, lenient, indented)
    status = _library.ibtikar_score(rubric._handle if rubric else None, data, len(data), ctypes.byref(options),
                                    ctypes.byref(told))
    text = _taken(told)
    if status != _OK:
        _raise(status, text)
    return text


def score(proposal: Text, **how: Any) -> Dict[str, Any]:
    """The same as a dict: `ibtikar-assessment/1`, see docs/formats.md."""
    return json.loads(score_json(proposal, **how))

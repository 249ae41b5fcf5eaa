import os
from datetime import date
from typing import Any, Mapping, Optional, Sequence, TypeVar, Union

_Table = TypeVar("_Table")
_Application = Union[Mapping[str, Any], Any]
_Readings = Optional[Mapping[str, str]]
_Date = Union[str, date, None]

class TiaoliError(Exception):
    status: int
    code: str
    message: dict[str, str]
    details: dict[str, Any]

class ApplicationRefused(TiaoliError): ...
class BadRequest(TiaoliError): ...
class UnreadablePolicy(TiaoliError): ...

class Policy:
    @classmethod
    def load(cls, file: Union[str, "os.PathLike[str]", bytes, bytearray, memoryview]) -> "Policy": ...
    def evaluate(self, application: _Application, *, as_of: _Date = None, readings: _Readings = None) -> dict[str, Any]: ...
    def evaluate_json(self, application: Union[str, bytes], *, as_of: _Date = None, readings: _Readings = None) -> str: ...
    def explain(
        self,
        application: _Application,
        clause: str,
        *,
        project: Optional[str] = None,
        row: Optional[str] = None,
        as_of: _Date = None,
        readings: _Readings = None,
    ) -> dict[str, Any]: ...
    def evaluate_table(
        self,
        table: _Table,
        *,
        as_of: Union[str, date],
        applicant: Optional[Mapping[str, Any]] = None,
        claims: Optional[Sequence[str]] = None,
        project_id: Optional[str] = None,
        readings: _Readings = None,
    ) -> _Table: ...
    def schema(self) -> dict[str, Any]: ...
    def describe(self) -> dict[str, Any]: ...

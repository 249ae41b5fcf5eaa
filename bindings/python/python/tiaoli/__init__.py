"""Tiaoli 条理: decides applications under funding policies.

    >>> import tiaoli
    >>> policy = tiaoli.Policy.load("park.tlc")            # doctest: +SKIP
    >>> decision = policy.evaluate({                        # doctest: +SKIP
    ...     "as_of": "2024-06-30",
    ...     "projects": [{"project_id": "P1", "facts": {"rd_spend": Decimal("1000000.00")}}],
    ... })
    >>> decision["total"]["guaranteed"]                     # doctest: +SKIP
    Decimal('300000.00')

What is not said is unknown, and unknown is not zero: a decision has the sum that is guaranteed and the greatest that is
possible, and lists under each claim what is still needed. Sums are `Decimal` in and out; a float is refused, since it
cannot hold money.

Build the compiled file from a policy package with `tiaoli build`.
"""

import dataclasses
import datetime
import enum
import json
import os
from decimal import Decimal

from . import _tiaoli

__all__ = ["Policy", "TiaoliError", "ApplicationRefused", "BadRequest", "UnreadablePolicy"]

_SUMS = {"amount", "minimum", "maximum", "guaranteed"}


class TiaoliError(Exception):
    """Why there is no decision.

    `code` is a stable word, `status` the exit of the command line, `message` says it in Chinese and English, `details` is
    the whole answer.
    """

    status = 70

    def __init__(self, details):
        self.details = details
        self.code = details.get("code", details.get("error"))
        self.message = details.get("message", {"zh": self.code, "en": self.code})
        super().__init__(f"{self.code}: {self.message['zh']} / {self.message['en']}")


class ApplicationRefused(TiaoliError):
    """The application is refused as a whole: its shape or its ledger; or its best combination is not proved."""

    status = 1


class BadRequest(TiaoliError):
    """The request is wrong: no such reading, clause, project; a date that is none."""

    status = 2


class UnreadablePolicy(TiaoliError):
    """The compiled file is damaged, of another format, or hostile."""

    status = 3


_ERRORS = {it.status: it for it in (ApplicationRefused, BadRequest, UnreadablePolicy)}


def _checked(status, answer):
    if status == 0:
        return answer
    raise _ERRORS.get(status, TiaoliError)(json.loads(answer))


class Policy:
    """A policy, loaded. It never changes, and threads may share it: evaluating does not hold the interpreter's lock."""

    def __init__(self, engine):
        self._engine = engine

    @classmethod
    def load(cls, file):
        """Loads a compiled file: its path, or its bytes. Raises `UnreadablePolicy`."""
        if isinstance(file, (str, os.PathLike)):
            with open(file, "rb") as opened:
                file = opened.read()
        status, why, engine = _tiaoli.load(bytes(file))
        _checked(status, why)
        return cls(engine)

    def evaluate(self, application, *, as_of=None, readings=None):
        """Decides an application: a mapping or a dataclass. Returns the decision as a `dict`, sums as `Decimal`.

        `as_of` replaces the application's date of evaluation, `readings` chosen readings of the register:
        `{"A8-1": "R2"}`. Raises `ApplicationRefused` and `BadRequest`.
        """
        return _decimals(json.loads(self.evaluate_json(_written(application), as_of=as_of, readings=readings)))

    def evaluate_json(self, application, *, as_of=None, readings=None):
        """Decides an application, JSON text in and JSON text out: the bytes that every binding gives."""
        return self._call("evaluate", application, as_of=as_of, readings=readings)

    def explain(self, application, clause, *, project=None, row=None, as_of=None, readings=None):
        """Decides an application and explains one claim of it: conditions, sum, every step down to the facts."""
        asked = dict(clause=clause, project=project, row=row, as_of=as_of, readings=readings)
        return _decimals(json.loads(self._call("explain", _written(application), **asked)))

    def evaluate_table(self, table, *, as_of, applicant=None, claims=None, project_id=None, readings=None):
        """Decides each row of a table as an application of one project.

        `table` is anything with the Arrow interface: a pandas or Polars data frame, an Arrow table. Its columns are read
        in place; those named as facts of the project are given as such, those of the applicant as the applicant's, and a
        null is unknown. Returns a table of the same kind with a row for each: `guaranteed`, `maximum` (decimal; null is
        open upwards), `settled`, `error` (a code, where the application is refused) and `decision` (JSON).
        """
        import pyarrow

        arrow = table if isinstance(table, pyarrow.Table) else pyarrow.table(table)
        places = self._places()
        known = {name: place for name, place in places.items() if name in arrow.column_names}
        unknown = [name for name in arrow.column_names if name not in places and name != project_id]
        if unknown:
            raise BadRequest({"code": "unknown_column", "message": {
                "zh": f"词汇里没有这些列：{'、'.join(unknown)}", "en": f"no such facts: {', '.join(unknown)}"}})
        columns = {name: arrow.column(name) for name in arrow.column_names}
        results = [
            self._row(at, columns, known, as_of, applicant, claims, project_id, readings)
            for at in range(arrow.num_rows)
        ]
        sums = pyarrow.decimal128(38, 10)
        names = ["guaranteed", "maximum", "settled", "error", "decision"]
        types = [sums, sums, pyarrow.bool_(), pyarrow.string(), pyarrow.string()]
        made = pyarrow.table({
            name: pyarrow.array([row[at] for row in results], type=ty)
            for at, (name, ty) in enumerate(zip(names, types))
        })
        kind = type(table).__module__.split(".")[0]
        if kind == "pandas":
            return made.to_pandas()
        if kind == "polars":
            import polars

            return polars.from_arrow(made)
        return made

    def schema(self):
        """The JSON Schema of the policy's applications."""
        return json.loads(self._call("schema"))

    def describe(self):
        """Name, edition, digest, rules, facts, readings."""
        return json.loads(self._call("describe"))

    def _places(self):
        schema = self.schema()
        objects = {
            "applicant": schema["properties"].get("applicant", {}),
            "facts": schema["properties"]["projects"]["items"]["properties"]["facts"],
            "application": schema,
        }
        own = {"as_of", "assume_in_force", "applicant", "projects", "prior_awards"}
        places = {}
        for place, it in objects.items():
            for name in it.get("properties", {}):
                if place != "application" or name not in own:
                    places.setdefault(name, place)
        return places

    def _row(self, at, columns, known, as_of, applicant, claims, project_id, readings):
        facts, of_applicant, application = {}, dict(applicant or {}), {}
        homes = {"facts": facts, "applicant": of_applicant, "application": application}
        for name, place in known.items():
            value = columns[name][at].as_py()
            if value is not None:
                homes[place][name] = value
        project = {"project_id": str(columns[project_id][at].as_py()) if project_id else str(at), "facts": facts}
        if claims is not None:
            project["claims"] = list(claims)
        whole = {"as_of": as_of, **application, "applicant": of_applicant, "projects": [project]}
        try:
            text = self.evaluate_json(_written(whole), readings=readings)
        except ApplicationRefused as refused:
            return None, None, False, refused.code, json.dumps(refused.details, ensure_ascii=False)
        total = json.loads(text)["total"]
        exact = {name: Decimal(total[name]) if total[name] is not None else None for name in ("guaranteed", "maximum")}
        return exact["guaranteed"], exact["maximum"], total["settled"], None, text

    def _call(self, verb, application=None, **asked):
        request = json.dumps({key: _plain(value) for key, value in asked.items() if value is not None})
        if application is not None:
            text = application if isinstance(application, str) else bytes(application).decode()
            request = f'{{"application":{text}{"" if request == "{}" else ","}{request[1:]}'
        return _checked(*self._engine.call(verb, request.encode()))


def _written(application):
    return json.dumps(_plain(application), ensure_ascii=False)


def _plain(value):
    """What JSON can say exactly; floats are refused."""
    if isinstance(value, enum.Enum):
        return _plain(value.value)
    if value is None or isinstance(value, (str, bool, int)):
        return value
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, (datetime.date, datetime.datetime)):
        return value.isoformat()[:10]
    if isinstance(value, float):
        raise TypeError(f"the float {value!r} cannot hold an exact sum: give a Decimal or a text")
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        fields = {field.name: getattr(value, field.name) for field in dataclasses.fields(value)}
        return {name: _plain(it) for name, it in fields.items() if it is not None}
    if hasattr(value, "items"):
        return {str(key): _plain(it) for key, it in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(it) for it in value]
    raise TypeError(f"{type(value).__name__} cannot stand in an application")


def _decimals(value, key=None):
    if isinstance(value, dict):
        return {name: _decimals(it, name) for name, it in value.items()}
    if isinstance(value, list):
        return [_decimals(it) for it in value]
    if key in _SUMS and isinstance(value, str) and value.lstrip("-").replace(".", "", 1).isdigit():
        return Decimal(value)
    return value

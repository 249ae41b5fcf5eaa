"""The stubs say what the module does: checked by mypy --strict, not run."""

from datetime import date
from typing import Any

import tiaoli


def total(path: str, application: dict[str, Any]) -> str:
    policy = tiaoli.Policy.load(path)
    try:
        decision: dict[str, Any] = policy.evaluate(application, as_of=date(2024, 6, 30), readings={"A1-1": "R2"})
    except tiaoli.BadRequest as error:
        return error.code
    return str(decision["total"])

"""The module as a Python program meets it: pytest."""

import json
import pathlib
import pydoc
import threading
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Optional

import pytest

import tiaoli

KEPT = pathlib.Path(__file__).parents[3] / "tests/compiled/1"
APPLICATION = json.loads((KEPT / "park.application.json").read_text("utf-8"))
DECISION = json.loads((KEPT / "park.decision.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def policy():
    return tiaoli.Policy.load(KEPT / "park.tlc")


def test_decides_as_every_other_binding(policy):
    text = (KEPT / "park.application.json").read_text("utf-8")
    assert policy.evaluate_json(text) == json.dumps(DECISION, ensure_ascii=False, separators=(",", ":"))


def test_sums_are_decimals(policy):
    total = policy.evaluate(APPLICATION)["total"]
    assert isinstance(total["guaranteed"], Decimal)
    assert total["guaranteed"] == Decimal(DECISION["total"]["guaranteed"])


def test_another_date_and_other_readings(policy):
    assert policy.evaluate(APPLICATION, as_of="2023-12-31")["as_of"] == "2023-12-31"
    assert policy.evaluate(APPLICATION, readings={"A1-1": "R2"})["readings"] == {"A1-1": "R2"}


def test_a_dataclass_is_an_application(policy):
    @dataclass
    class Project:
        project_id: str
        facts: dict = field(default_factory=dict)
        claims: Optional[list] = None

    @dataclass
    class Application:
        as_of: str
        projects: list

    decision = policy.evaluate(Application("2024-06-30", [Project("P1")]))
    assert [it["project_id"] for it in decision["projects"]] == ["P1"]


def test_floats_are_refused(policy):
    with pytest.raises(TypeError, match="Decimal"):
        policy.evaluate({"as_of": "2024-06-30", "projects": [{"project_id": "P1", "facts": {"x": 0.1}}]})


def test_errors_have_codes(policy):
    with pytest.raises(tiaoli.ApplicationRefused) as refused:
        policy.evaluate({})
    assert (refused.value.code, refused.value.status) == ("missing_key", 1)
    with pytest.raises(tiaoli.BadRequest) as bad:
        policy.evaluate(APPLICATION, readings={"Z9-9": "R1"})
    assert bad.value.code == "no_such_question" and bad.value.message["zh"]
    with pytest.raises(tiaoli.UnreadablePolicy) as unreadable:
        tiaoli.Policy.load(b"no policy")
    assert unreadable.value.code == "not_a_compiled_file"


def test_explains_a_claim(policy):
    project = DECISION["projects"][0]
    explained = policy.explain(APPLICATION, project["claims"][0]["clause"], project=project["project_id"])
    assert explained["trace"]["steps"]


def test_help_teaches():
    text = pydoc.render_doc(tiaoli.Policy)
    assert "Decimal" in text and "readings" in text


def test_threads_share_a_policy(policy):
    wrong = []

    def ask():
        for _ in range(20):
            if policy.evaluate(APPLICATION)["total"]["settled"] != DECISION["total"]["settled"]:
                wrong.append(1)

    threads = [threading.Thread(target=ask) for _ in range(4)]
    [it.start() for it in threads]
    [it.join() for it in threads]
    assert not wrong


def columns(policy):
    """A table of two rows with the facts of the first project, the second row knowing nothing."""
    facts = APPLICATION["projects"][0]["facts"]
    plain = {name: value for name, value in facts.items() if isinstance(value, (str, bool))}
    return {name: [value, None] for name, value in plain.items()}


def expected(policy, facts):
    return policy.evaluate({
        "as_of": APPLICATION["as_of"], "applicant": APPLICATION.get("applicant", {}),
        "projects": [{"project_id": "0", "facts": facts}]})["total"]


@pytest.mark.parametrize("kind", ["pyarrow", "pandas", "polars"])
def test_tables_of_every_kind(policy, kind):
    given = columns(policy)
    if kind == "pyarrow":
        table = pytest.importorskip("pyarrow").table(given)
    else:
        table = pytest.importorskip(kind).DataFrame(given)
    asked = dict(as_of=APPLICATION["as_of"], applicant=APPLICATION.get("applicant", {}))
    result = policy.evaluate_table(table, **asked)
    assert type(result) is type(table)
    guaranteed = result["guaranteed"].to_pylist() if kind == "pyarrow" else list(result["guaranteed"])
    rows = [{name: values[0] for name, values in given.items()}, {}]
    assert [Decimal(it) for it in guaranteed] == [expected(policy, row)["guaranteed"] for row in rows]


def test_an_unknown_column_is_named(policy):
    pyarrow = pytest.importorskip("pyarrow")
    with pytest.raises(tiaoli.BadRequest, match="shoe_size"):
        policy.evaluate_table(pyarrow.table({"shoe_size": [42]}), as_of="2024-06-30")

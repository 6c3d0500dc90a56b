"""A checkup as SARIF 2.1.0, the form in which code-review tools take findings (OASIS, 27 March 2020)."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any
from urllib.parse import quote

from digest import __version__
from digest.checkup import Checkup
from digest.model import Finding
from digest.preflight.galley import Check

Json = dict[str, Any]
SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def sarif(checkup: Checkup, rows: Iterable[Check]) -> Json:
    """One log with one run: a rule for every row of the catalogue, a result for every finding.

    Paths are relative to the folder we stand in; what the editor ignores is there, and suppressed.
    """
    rules = [_rule(row) for row in rows]
    places = {rule["id"]: place for place, rule in enumerate(rules)}
    driver = {"name": "newsroom-digest", "semanticVersion": __version__, "rules": rules}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, places[finding.code]) for finding in checkup.findings],
    }
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(row: Check) -> Json:
    why = f"{row.why} ({row.source})" if row.source else row.why
    return {
        "id": row.code,
        "shortDescription": {"text": row.title},
        "fullDescription": {"text": row.why},
        "help": {"text": f"{row.title}: {why}"},
        "defaultConfiguration": {"level": row.level.value},
    }


def _result(finding: Finding, place: int) -> Json:
    told = f"{finding.message} ({finding.mend})" if finding.mend else finding.message
    result: Json = {
        "ruleId": finding.code,
        "ruleIndex": place,
        "level": finding.level.value,
        "message": {"text": told},
    }
    if location := _location(finding):
        result["locations"] = [location]
    if finding.ignored:
        told = "ignored in issue.toml"
        result["suppressions"] = [{"kind": "external", "status": "accepted", "justification": told}]
    return result


def _location(finding: Finding) -> Json:
    location: Json = {}
    if finding.file:
        location["physicalLocation"] = {"artifactLocation": {"uri": _uri(finding.file)}}
        if finding.line:
            location["physicalLocation"]["region"] = {"startLine": finding.line}
    names = [("key", finding.where), ("element", finding.place)]
    if logical := [{"fullyQualifiedName": name, "kind": kind} for kind, name in names if name]:
        location["logicalLocations"] = logical
    return location


def _uri(file: str) -> str:
    path = Path(file)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())

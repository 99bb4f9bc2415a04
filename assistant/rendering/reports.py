"""What an ingest did and what the doctor found, as lines."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict

from assistant.rendering.visible import visible
from vectorstore import Report
from vectorstore.checkup import Finding


def ingest_lines(report: Report) -> Iterator[str]:
    """Yield what was skipped and why, what is doubtful, and last the counts."""
    for skipped in report.skipped:
        yield f"skipped {_line(skipped.source)}: {_line(skipped.reason)}"
    for doubtful in report.doubtful:
        yield f"doubtful {_line(doubtful.source)}: {_line(doubtful.reason)}"
    changed = report.added + report.updated
    yield (
        f"{report.read} articles read: {changed} changed ({report.added} new, {report.updated} updated), "
        f"{report.unchanged} unchanged; {len(report.skipped)} skipped"
    )


def finding_lines(findings: Sequence[Finding]) -> Iterator[str]:
    """Yield one line per finding."""
    width = max(len(finding.name) for finding in findings)
    for finding in findings:
        yield f"{'BROKEN' if finding.is_broken else 'ok':6}  {finding.name:{width}}  {_line(finding.detail)}"


def findings_json(findings: Sequence[Finding]) -> str:
    """Return the findings as one JSON object."""
    is_broken = any(finding.is_broken for finding in findings)
    return json.dumps({"ok": not is_broken, "findings": [asdict(finding) for finding in findings]}, ensure_ascii=False)


def _line(text: str) -> str:
    return " ".join(visible(text).split())

"""What an ingest or a reindex did, what the doctor found, and the newsroom's own words, as lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict

from assistant.rendering.json import json_line
from assistant.rendering.visible import one_line
from vectorstore import Report
from vectorstore.checkup import Finding
from vectorstore.glossary import Gloss, OwnWord
from vectorstore.reindexing import Reindexed


def ingest_lines(report: Report) -> Iterator[str]:
    """Yield what was skipped and why, what is doubtful, and last the counts."""
    for skipped in report.skipped:
        yield f"skipped {one_line(skipped.source)}: {one_line(skipped.reason)}"
    for doubtful in report.doubtful:
        yield f"doubtful {one_line(doubtful.source)}: {one_line(doubtful.reason)}"
    changed = report.added + report.updated
    yield (
        f"{report.read} articles read: {changed} changed ({report.added} new, {report.updated} updated), "
        f"{report.unchanged} unchanged; {len(report.skipped)} skipped"
    )


def reindexed_line(report: Reindexed) -> str:
    """Return what a reindex did."""
    return (
        f"{report.articles} articles compared: {report.cut} cut anew, {report.matched} matched anew, "
        f"{report.embedded} sentences embedded again"
    )


def own_words_lines(own: Sequence[OwnWord]) -> Iterator[str]:
    """Yield one line per word, as its file has it."""
    for word in own:
        yield f"{one_line(word.term)}\t{one_line(word.glosses)}"


def glosses_json(found: Sequence[Gloss]) -> str:
    """Return the glosses of a text's words as one JSON object."""
    return json_line({"words": [{**asdict(word), "how": word.how.value} for word in found]})


def finding_lines(findings: Sequence[Finding]) -> Iterator[str]:
    """Yield one line per finding."""
    width = max(len(finding.name) for finding in findings)
    for finding in findings:
        yield f"{'BROKEN' if finding.is_broken else 'ok':6}  {finding.name:{width}}  {one_line(finding.detail)}"


def findings_json(findings: Sequence[Finding]) -> str:
    """Return the findings as one JSON object."""
    is_broken = any(finding.is_broken for finding in findings)
    return json_line({"ok": not is_broken, "findings": [asdict(finding) for finding in findings]})

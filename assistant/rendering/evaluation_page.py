"""Evaluation -> one HTML page that needs nothing else: no script, no request, and every text escaped."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from assistant.evaluation import Bin, Evaluation, Got, Miss
from assistant.rendering.evaluation import FigureTable, area_line, describe_miss, figure_tables, miss_line, place_of_sentence
from assistant.rendering.visible import one_line

_STYLE = """
:root {
  color-scheme: light dark;
  --ink: #1d2327; --dim: #5c666e; --line: #d5dade; --page: #fff; --card: #f6f7f8; --one: #0b63a5; --two: #b3541e
}
@media (prefers-color-scheme: dark) {
  :root { --ink: #e6e9eb; --dim: #9da7ae; --line: #3a4248; --page: #15191c; --card: #1f2529; --one: #6db3ee; --two: #f0a070 }
}
* { box-sizing: border-box }
body { margin: 0 auto; max-width: 60rem; padding: 1rem; background: var(--page); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif }
h1 { font-size: 1.5rem; margin: .5rem 0 } h2 { font-size: 1.15rem; margin: 2rem 0 .5rem } h1, h2, p, dd { overflow-wrap: anywhere }
.wide { overflow-x: auto } table { border-collapse: collapse; font-size: .9rem; font-variant-numeric: tabular-nums }
th, td { border-bottom: 1px solid var(--line); padding: .25rem .6rem; text-align: right; white-space: nowrap }
th.label, td.label { padding-left: 0; text-align: left }
.figures { display: flex; flex-wrap: wrap; gap: 1.5rem } figure { margin: 0; flex: 1 1 18rem; max-width: 26rem }
figcaption, .dim { color: var(--dim); font-size: .9rem } svg { display: block; height: auto; width: 100% }
svg text { fill: var(--dim); font: 11px system-ui, sans-serif } .frame { fill: none; stroke: var(--line) }
.ideal { stroke: var(--dim); stroke-dasharray: 4 4 } .bar { fill: var(--line) }
.right { fill: var(--one); stroke: var(--one) } .answerable { fill: none; stroke: var(--two); stroke-width: 2 }
.curve { fill: none; stroke: var(--one); stroke-width: 2 }
article { background: var(--card); border-radius: .5rem; margin: .75rem 0; padding: .75rem 1rem } article h3 { font-size: 1rem; margin: 0 }
article p { margin: .25rem 0 } dl { margin: .5rem 0 0 } dt { color: var(--dim); font-size: .85rem } dd { margin: 0 0 .5rem }
code { color: var(--one); font-size: .85rem; overflow-wrap: anywhere }
"""

_SIDE, _LEFT, _TOP, _BARS = 280, 40, 10, 60
"""Of the plots, in units of the drawing: the square, its margins, and the strip of bars under it."""


def evaluation_page(evaluation: Evaluation, name: str) -> str:
    """Return the report on the set called `name`."""
    return "\n".join(
        [
            '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">',
            # Nothing in the page asks for anything; should an escape ever fail, the browser still loads and runs nothing.
            """<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">""",
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{_text(name)}: evaluation</title>\n<style>{_STYLE}</style>\n</head>\n<body>",
            f"<h1>{_text(name)}</h1>\n<p>{_text(miss_line(evaluation))}.</p>",
            *map(_table, figure_tables(evaluation)),
            _figures(evaluation),
            f"<h2>Misses ({len(evaluation.misses)})</h2>",
            *map(_miss, evaluation.misses),
            "</body>\n</html>\n",
        ]
    )


def _text(text: str) -> str:
    return escape(one_line(text))


def _table(table: FigureTable) -> str:
    head = "".join(_cells("th", table.head, table.labels))
    rows = "\n".join(f"<tr>{''.join(_cells('td', row, table.labels))}</tr>" for row in table.rows)
    return (
        f"<h2>{_text(table.title)}</h2>\n"
        f'<div class="wide"><table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}\n</tbody>\n</table></div>'
    )


def _cells(tag: str, cells: Iterable[str], labels: int) -> Iterator[str]:
    for place, cell in enumerate(cells):
        label = ' class="label"' if place < labels else ""
        yield f"<{tag}{label}>{_text(cell)}</{tag}>"


def _figures(evaluation: Evaluation) -> str:
    figures = [_figure(_reliability(evaluation.bins), "Reliability: on the dashed line the confidence is as often right as it says.")]
    if evaluation.curve:
        figures.append(_figure(_curve(evaluation.curve), area_line(evaluation)))
    return f'<div class="figures">\n{"".join(figures)}</div>'


def _figure(drawing: str, caption: str) -> str:
    return f"<figure>\n{drawing}\n<figcaption>{_text(caption)}</figcaption>\n</figure>\n"


def _reliability(bins: Iterable[Bin]) -> str:
    """Dots at mean confidence and share come true, over bars of how many questions they stand for."""
    known = list(bins)
    most = max((tenth.count for tenth in known), default=1)
    parts = [
        *_frame("confidence", "share come true"),
        *(part for tenth in known for part in (_bar(tenth, most), *_dots(tenth))),
        *_key("right", 4, 0, "right sentence first"),
        *_key("answerable", 5, 1, "answerable"),
    ]
    return _drawing("Reliability diagram of the confidence; the table above has its figures", parts, _BARS)


def _key(kind: str, radius: int, line: int, meaning: str) -> Iterator[str]:
    height = _TOP + 14 + 16 * line
    yield f'<circle class="{kind}" cx="{_LEFT + 12}" cy="{height}" r="{radius}"/>'
    yield f'<text x="{_LEFT + 22}" y="{height + 4}">{_text(meaning)}</text>'


def _dots(tenth: Bin) -> Iterator[str]:
    of = f"{tenth.count} questions, mean confidence {tenth.confidence:.2f}"
    yield _dot("answerable", 5, tenth.confidence, tenth.answerable, f"{of}: {tenth.answerable:.2f} answerable")
    if tenth.right is not None:
        yield _dot("right", 4, tenth.confidence, tenth.right, f"{of}: {tenth.right:.2f} right")


def _dot(kind: str, radius: int, across: float, up: float, title: str) -> str:
    return f'<circle class="{kind}" cx="{_across(across):.1f}" cy="{_up(up):.1f}" r="{radius}"><title>{_text(title)}</title></circle>'


def _bar(tenth: Bin, most: int) -> str:
    """A bar under its tenth of the axis, with the count above it."""
    left, width = _across(tenth.low) + 2, (tenth.high - tenth.low) * _SIDE - 4
    floor = _TOP + _SIDE + _BARS + 30
    height = (_BARS - 16) * tenth.count / most
    return (
        f'<rect class="bar" x="{left:.1f}" y="{floor - height:.1f}" width="{width:.1f}" height="{height:.1f}"/>'
        f'<text text-anchor="middle" x="{left + width / 2:.1f}" y="{floor - height - 3:.1f}">{tenth.count}</text>'
    )


def _curve(corners: Iterable[tuple[float, float]]) -> str:
    points = " ".join(f"{_across(across):.1f},{_up(up):.1f}" for across, up in corners)
    parts = [
        *_frame("share of the unanswerable answered", "share of the answerable answered"),
        f'<polyline class="curve" points="{points}"/>',
    ]
    return _drawing("ROC curve of the confidence", parts, 0)


def _frame(across: str, up: str) -> Iterator[str]:
    """A square of 0 to 1 both ways, with its diagonal and the names of its axes."""
    yield f'<rect class="frame" x="{_LEFT}" y="{_TOP}" width="{_SIDE}" height="{_SIDE}"/>'
    yield f'<line class="ideal" x1="{_across(0)}" y1="{_up(0)}" x2="{_across(1)}" y2="{_up(1)}"/>'
    for mark in (0.0, 0.5, 1.0):
        yield f'<text text-anchor="middle" x="{_across(mark)}" y="{_up(0) + 14}">{mark:g}</text>'
        yield f'<text text-anchor="end" x="{_LEFT - 6}" y="{_up(mark) + 4}">{mark:g}</text>'
    middle = _TOP + _SIDE / 2
    yield f'<text text-anchor="middle" x="{_across(0.5)}" y="{_up(0) + 28}">{_text(across)}</text>'
    yield f'<text text-anchor="middle" transform="rotate(-90 12 {middle})" x="12" y="{middle}">{_text(up)}</text>'


def _drawing(label: str, parts: Iterable[str], more: int) -> str:
    width, height = _LEFT + _SIDE + 15, _TOP + _SIDE + 34 + more
    return f'<svg viewBox="0 0 {width} {height}" role="img" aria-label="{_text(label)}">\n' + "\n".join(parts) + "\n</svg>"


def _across(share: float) -> float:
    return _LEFT + share * _SIDE


def _up(share: float) -> float:
    return _TOP + (1 - share) * _SIDE


def _miss(miss: Miss) -> str:
    question, result = miss.result.question, miss.result
    about = " ".join(filter(None, (question.id, question.type, question.language)))
    got = [_got(one) for one in result.cited or result.nearest]
    return "\n".join(
        [
            f'<article>\n<h3 lang="{_text(question.language)}">{_text(question.text)}</h3>',
            f'<p>{_text(describe_miss(miss))}</p>\n<p class="dim">{_text(about)}; confidence {result.confidence:.2f}</p>',
            "<dl>\n<dt>Expected</dt>",
            *_expected(miss),
            f"<dt>{'Got' if result.cited else 'Nearest, not given as an answer'}</dt>",
            *(got or ["<dd>nothing</dd>"]),
            "</dl>\n</article>",
        ]
    )


def _expected(miss: Miss) -> Iterator[str]:
    question = miss.result.question
    if not question.answerable:
        yield "<dd>that the archive does not answer</dd>"
    elif not question.is_judged:
        yield "<dd>an answer</dd>"
    for expected in question.expected:
        yield f"<dd>{_text(expected.text or 'any sentence of')} <code>{_text(expected.doc_id)}</code></dd>"
    if question.answers:
        yield f"<dd>with {_text(' or '.join(f'“{answer}”' for answer in question.answers))}</dd>"


def _got(got: Got) -> str:
    return f"<dd>{_text(got.text)} <code>{_text(place_of_sentence(got))}</code></dd>"

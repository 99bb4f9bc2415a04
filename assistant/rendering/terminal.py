"""Answer -> a terminal, or plain lines when piped. The only file of the project that imports rich."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Sequence
from typing import TextIO, TypeVar

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn
from rich.style import Style
from rich.table import Table
from rich.text import Text

from assistant.evaluation import Evaluation
from assistant.rendering.evaluation import FigureTable, area_line, figure_tables, miss_line
from assistant.rendering.links import article_link
from assistant.rendering.source import HEDGED, describe_chain, describe_limits, describe_search, describe_source
from assistant.rendering.visible import one_line, parted, visible
from assistant.types import Answer, Citation, Outcome
from vectorstore import EVIDENCE_KINDS, Article, ArticleRow, Hit, Report, SourceRow, Sources
from vectorstore.glossary import Gloss, How
from vectorstore.reindexing import Reindexed

_WIDEST, _ENDLESS = 100, 1_000_000
_T = TypeVar("_T")


class Terminal:
    """Prints for a reader on `out`; styled and linked on a terminal, without colour where NO_COLOR is set, plain when piped.

    Nothing is ever parsed as markup, and every text passes through `visible`.
    """

    def __init__(self, out: TextIO | None = None) -> None:
        stream = out or sys.stdout
        self._console = Console(file=stream, highlight=False, markup=False, emoji=False)
        # Piped lines are never wrapped: a program or `grep` must see a sentence, or a row of a table, whole.
        self._console.width = min(self._console.width, _WIDEST) if self._console.is_terminal else _ENDLESS

    def line(self, text: str = "", style: str = "") -> None:
        """Print one line, whatever stands in `text`."""
        self._print(Text(one_line(text), style=style))

    def page(self, text: str) -> None:
        """Print several lines as they are laid out."""
        self._print(Text(visible(text)))

    def answer(self, answer: Answer) -> None:
        """Print an answer with each cited sentence in its surroundings."""
        if answer.status is Outcome.NOT_FOUND:
            self.line(answer.text, "bold")
            self.line(describe_search(answer), "dim")
            if answer.nearest:
                self.line("Nearest, not an answer:", "dim")
        else:
            if limits := describe_limits(answer.searched):
                self.line(limits, "dim")
            self._print(_answer_text(answer))
        for citation in answer.shown:
            self._citation(citation, answer.spans.get(citation.number), is_answer=answer.status is not Outcome.NOT_FOUND)

    def hits(self, hits: Iterable[Hit]) -> None:
        """Print the hits of a search, one to a line."""
        for hit in hits:
            place = f"{hit.article.id}#{hit.sentence.number}"
            self._print(Text.assemble((f"{hit.score:5.2f}  ", "dim"), (one_line(place), "cyan"), "  ", one_line(hit.sentence.text)))

    def article(self, row: ArticleRow, marked: int | None) -> None:
        """Print an article, one block a paragraph, with sentence `marked` set off."""
        article = row.article
        self.line(article.title, "bold")
        self.line(", ".join(filter(None, [article.publisher, article.byline, article.published.date or "no date", article.url])), "dim")
        self.line(f"{article.id}, version {article.version}, {article.language or 'unknown language'}", "dim")
        for block in row.blocks:
            self._print(Text())
            inside = [s for s in row.sentences if block.start <= s.start < block.end]
            parts = [_numbered(s.number, s.text, s.damage, is_marked=s.number == marked) for s in inside]
            label = Text(f"[{block.kind}] ", style="dim") if block.kind not in EVIDENCE_KINDS or block.kind == "caption" else Text()
            self._print(label + Text(" ").join(parts))

    def sources(self, rows: Sequence[SourceRow]) -> None:
        """Print where the articles come from."""
        table = Table("publisher", "language", "articles", "first", "last", "undated", box=None, header_style="bold")
        for row in rows:
            cells = (row.publisher or "(not given)", row.language or "?", str(row.articles), row.first, row.last, str(row.undated))
            table.add_row(*(Text(one_line(cell)) for cell in cells))
        self._console.print(table)

    def glosses(self, found: Iterable[Gloss]) -> None:
        """Print a line per word: its best gloss, how it was found and where, and its other glosses."""
        table = Table("word", "matched as", "how", "also", box=None, header_style="bold")
        for word in found:
            best, *others = word.glosses
            how = f"{word.how.value}: {' + '.join(word.lemmas)}" if word.lemmas else word.how.value
            style = "yellow" if word.how is How.UNKNOWN else ""
            table.add_row(*(Text(one_line(cell), style=style) for cell in (word.text, best, how, "; ".join(others))))
        self._console.print(table)

    def facts(self, rows: Iterable[Sequence[str]]) -> None:
        """Print a line per fact: what it is, its words, how they were read, and the rule."""
        table = Table("what", "words", "read as", "rule", box=None, header_style="bold")
        for row in rows:
            table.add_row(*map(Text, row))
        self._console.print(table)

    def articles(self, articles: Iterable[Article]) -> None:
        """Print one line per article: id, date, language, title."""
        for article in articles:
            date, language = one_line(article.published.date) or "no date", one_line(article.language) or "?"
            self._print(Text.assemble((one_line(article.id), "cyan"), f"  {date}  {language}  {one_line(article.title)}"))

    def evaluation(self, evaluation: Evaluation) -> None:
        """Print the figures of a question set."""
        for table in figure_tables(evaluation):
            self._figures(table)
        self.line(area_line(evaluation))
        self.line(miss_line(evaluation))

    def _figures(self, figures: FigureTable) -> None:
        self.line(figures.title, "bold")
        table = Table(box=None, header_style="bold")
        for place, name in enumerate(figures.head):
            table.add_column(Text(one_line(name)), justify="left" if place < figures.labels else "right")
        for row in figures.rows:
            table.add_row(*(Text(one_line(cell)) for cell in row))
        self._console.print(table)
        self.line()

    def _citation(self, citation: Citation, span: tuple[int, int] | None, *, is_answer: bool) -> None:
        """The source, then the sentence marked ">" between its neighbours, the words that answer underlined in it."""
        head = Text.assemble((f"[{citation.number}] ", "bold cyan"), (one_line(describe_source(citation)), _link(citation)))
        if citation.damage:
            head.append(f"  damaged: {citation.damage}", style="yellow")
        if citation.hedged:
            head.append(f"  {HEDGED}", style="yellow")
        self._print(Text())
        self._print(head)
        if chain := describe_chain(citation):
            self._print(Text(f"    {one_line(chain)}", style="dim"))
        for text, mark, style, words in (
            (citation.before, " ", "dim", None),
            (citation.text, ">", "bold" if is_answer else "", span),
            (citation.after, " ", "dim", None),
        ):
            if text:
                start, inside, end = parted(text, words)
                self._print(Text.assemble(f"  {mark} ", start, (inside, "bold underline"), end, style=style))

    def _print(self, text: Text) -> None:
        self._console.print(text, soft_wrap=not self._console.is_terminal)


def watch_ingest(sources: Sources, work: Callable[[Callable[[Report], None]], Report]) -> Report:
    """Run `work` with progress on standard error: rate and time left on a terminal, nothing when piped."""
    console = Console(stderr=True)
    columns = (TextColumn("{task.fields[read]} articles"), BarColumn(), TextColumn("{task.fields[rate]}"), TimeRemainingColumn())
    with Progress(*columns, console=console, disable=not console.is_terminal, transient=True) as progress:
        task = progress.add_task("", total=max(sources.total_bytes, 1), read=0, rate="")

        def show(report: Report) -> None:
            seconds = progress.tasks[0].elapsed or 0.0
            rate = f"{report.read / seconds:.0f}/s" if seconds else ""
            progress.update(task, completed=sources.bytes_read, read=report.read, rate=rate)

        return work(show)


def watch_articles(work: Callable[[Callable[[str, int, int], None]], Reindexed]) -> Reindexed:
    """Run `work` with progress on standard error: what is done, to how many articles of how many."""
    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), TextColumn("{task.completed}/{task.total} articles"), TimeRemainingColumn())
    with Progress(*columns, console=console, disable=not console.is_terminal, transient=True) as progress:
        task = progress.add_task("opening", total=None)
        return work(lambda doing, done, total: progress.update(task, description=doing, completed=done, total=total))


def watch_questions(total: int, work: Callable[[Callable[[int], None]], _T]) -> _T:
    """Run `work` with progress on standard error: how many of `total` questions are done; nothing when piped."""
    console = Console(stderr=True)
    columns = (BarColumn(), TextColumn("{task.completed}/{task.total} questions"), TimeRemainingColumn())
    with Progress(*columns, console=console, disable=not console.is_terminal, transient=True) as progress:
        task = progress.add_task("", total=total)
        return work(lambda done: progress.update(task, completed=done))


def _link(citation: Citation) -> Style:
    return Style(link=article_link(citation) or None)


def _answer_text(answer: Answer) -> Text:
    text = Text()
    for claim in answer.claims:
        marks = " ".join(f"[{number}]" for number in claim.citations)
        text.append(one_line(claim.text) + " ", style="bold").append(marks + " ", style="bold cyan")
    text.rstrip()
    return text


def _numbered(number: int, text: str, damage: str, *, is_marked: bool) -> Text:
    mark = "reverse bold" if is_marked else ""
    body = Text.assemble((f"{number} ", "dim"), (">> " if is_marked else "", "bold"), (one_line(text), mark))
    return body.append(f" (damaged: {damage})", style="yellow") if damage else body

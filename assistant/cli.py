"""The command `belegg`. The only file that imports typer, and the one place where errors become exit codes.

A command parses, makes one call, and renders. Everything else is imported inside it, so that `--help`
costs nothing.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from assistant.exits import ANSWERED, ERROR, INTERRUPTED, NO_ARCHIVE, NOT_FOUND, exit_code

if TYPE_CHECKING:
    from assistant.answering import Assistant
    from assistant.settings import Settings
    from vectorstore import Archive, Embedder

app = typer.Typer(
    name="belegg",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Answers from the newsroom's own archive, with the document and sentence for everything said.",
)

_flags: dict[str, Any] = {}


def _print_version(is_asked: bool) -> None:
    if is_asked:
        from importlib.metadata import version

        typer.echo(f"belegg {version('belegg')}")
        raise typer.Exit(ANSWERED)


@app.callback()
def settle(
    archive: Annotated[Path | None, typer.Option(help="Folder of the archive (BELEGG_ARCHIVE).")] = None,
    model: Annotated[str | None, typer.Option(help="Embedding model (BELEGG_MODEL): a sentence-transformers name or folder.")] = None,
    fast: Annotated[
        bool | None, typer.Option("--fast/--thorough", help="Rank without the cross-encoder, or with it (BELEGG_FAST).")
    ] = None,
    version: Annotated[
        bool, typer.Option("--version", is_eager=True, callback=_print_version, help="Print the version and leave.")
    ] = False,
) -> None:
    """Take the options that all commands share."""
    _flags.update(archive=archive, model=model, fast=fast)


@app.command()
def ingest(paths: Annotated[list[Path], typer.Argument(help="Files or folders: .txt, .jsonl.")]) -> None:
    """Take articles into the archive; what is there already and unchanged is left alone."""
    from assistant.rendering.reports import ingest_lines
    from assistant.rendering.terminal import watch_ingest
    from vectorstore import Sources
    from vectorstore import ingest as take_in

    settings = _settings()
    sources = Sources(paths)
    report = watch_ingest(sources, lambda progress: take_in(settings.archive, _embedder(settings), sources, progress))
    for line in ingest_lines(report):
        typer.echo(line, err=True)
    if not report.read:
        raise typer.Exit(ERROR)


@app.command()
def ask(
    question: Annotated[str | None, typer.Argument(help="The question, in Norwegian or English.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the answer as JSON.")] = False,
    batch: Annotated[Path | None, typer.Option(help='File of lines {"id","question"}; - is standard input.')] = None,
    threshold: Annotated[float | None, typer.Option(help="Least confidence to answer with, 0 to 1.")] = None,
) -> None:
    """Answer a question with cited sentences; exit code 3 when the archive does not answer it."""
    _flags.update(threshold=threshold)
    asked = _question(question, batch)
    from assistant.batch import answer_all, read_batch

    with _assistant() as assistant:
        if batch is not None:
            _print_lines(answer_all(assistant, read_batch(batch)))
            return
        answer = assistant.ask(asked)
    from assistant.rendering import answer_json
    from assistant.rendering.terminal import Terminal
    from assistant.types import Outcome

    if as_json:
        typer.echo(answer_json(answer))
    else:
        Terminal().answer(answer)
    if answer.status is Outcome.NOT_FOUND:
        raise typer.Exit(NOT_FOUND)


@app.command()
def search(
    query: Annotated[str | None, typer.Argument(help="Words or a question.")] = None,
    count: Annotated[int, typer.Option("-k", min=1, max=100, help="How many sentences.")] = 10,
    as_json: Annotated[bool, typer.Option("--json", help="Print the hits as JSON.")] = False,
    batch: Annotated[Path | None, typer.Option(help='File of lines {"id","question"}; - is standard input.')] = None,
) -> None:
    """List the sentences that fit best, without judging whether they answer."""
    asked = _question(query, batch)
    from assistant.batch import read_batch, search_all
    from assistant.rendering import hits_json

    with _assistant() as assistant:
        if batch is not None:
            _print_lines(search_all(assistant, read_batch(batch), count))
            return
        hits = assistant.search(asked, count)
    if as_json:
        typer.echo(hits_json(hits))
        return
    from assistant.rendering.terminal import Terminal

    Terminal().hits(hits)


@app.command()
def chat(
    resume: Annotated[bool, typer.Option("--continue", help="Go on with the last conversation.")] = False,
) -> None:
    """Ask question after question; /help in the chat lists its commands."""
    import webbrowser

    from assistant.chat import Chat, Ends
    from assistant.history import History
    from assistant.prompting import line_reader
    from assistant.rendering.terminal import Terminal

    settings = _settings()
    ends = Ends(line_reader(settings.history.with_name("lines")), Terminal(), webbrowser.open)
    with closing(History(settings.history)) as history, _assistant() as assistant:
        Chat(assistant, history, ends, resume=resume).run()


@app.command()
def show(place: Annotated[str, typer.Argument(metavar="DOC_ID[#SENTENCE]", help="An article, or one sentence of it.")]) -> None:
    """Print an article, with one sentence marked if its number is given."""
    from assistant.looking import look_up
    from assistant.rendering.terminal import Terminal

    with _archive(_settings()) as archive:
        row, sentence = look_up(archive, place)
    Terminal().article(row, sentence)


@app.command()
def remove(doc_id: Annotated[str, typer.Argument(help="The id of an article.")]) -> None:
    """Take an article and all its versions out of the archive and every index, at once."""
    from vectorstore import open_for_writing
    from vectorstore.reading.decoding import clean

    doc_id, settings = clean(doc_id), _settings()
    _require_archive(settings)
    with open_for_writing(settings.archive, _embedder(settings)) as writer:
        versions = writer.remove(doc_id)
    typer.echo(f"removed {doc_id} ({versions} version{'s' if versions > 1 else ''})", err=True)


@app.command()
def sources(
    by_article: Annotated[bool, typer.Option("--articles", help="List every article instead.")] = False,
) -> None:
    """List what the archive holds: publishers, languages, dates, counts."""
    from assistant.rendering.terminal import Terminal

    with _archive(_settings()) as archive:
        if by_article:
            Terminal().articles(archive.articles())
        else:
            Terminal().sources(archive.sources())


@app.command()
def reindex() -> None:
    """Bring the archive up to date with the glossary, its own words, the splitter, or another --model; resumes after a kill."""
    from assistant.rendering.reports import reindexed_line
    from assistant.rendering.terminal import watch_articles
    from vectorstore.reindexing import reindex as make_anew

    settings = _settings()
    report = watch_articles(lambda progress: make_anew(settings.archive, _embedder(settings), progress))
    typer.echo(reindexed_line(report), err=True)


@app.command()
def gloss(
    text: Annotated[str | None, typer.Argument(help="Norwegian text; without it, the newsroom's own words are listed.")] = None,
    add: Annotated[tuple[str, str] | None, typer.Option(metavar="TERM GLOSS", help="Add to the newsroom's own words.")] = None,
    remove: Annotated[str | None, typer.Option(metavar="TERM", help="Take a term out of them.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the words as JSON.")] = False,
) -> None:
    """Show word by word how a text is matched in English; keep words of the newsroom's own."""
    from assistant.rendering.reports import glosses_json, own_words_lines
    from assistant.rendering.terminal import Terminal
    from vectorstore.glossary.own import add_own, glosser_of, own_word, read_own, remove_own

    settings = _settings()
    if add is not None or remove is not None:
        _require_archive(settings)
        if remove is not None:
            remove_own(settings.archive, remove)
        if add is not None:
            add_own(settings.archive, own_word(*add))
        typer.echo("questions know it from now on; `belegg reindex` brings it into the articles that are there already", err=True)
    elif text is None:
        for line in own_words_lines(read_own(settings.archive)):
            typer.echo(line)
    else:
        found = glosser_of(settings.archive).gloss(_required(text))
        typer.echo(glosses_json(found)) if as_json else Terminal().glosses(found)


@app.command()
def read(
    text: Annotated[str | None, typer.Argument(help="A text in Norwegian or English.")] = None,
    date: Annotated[str | None, typer.Option(help="The day it was printed, as 2017-03-06, 2017-03 or 2017.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print what is read as JSON.")] = False,
    batch: Annotated[Path | None, typer.Option(help='File of lines {"id","text","date","lang"}; - is standard input.')] = None,
) -> None:
    """Show what Belegg reads in a text: numbers, dates, speakers and hedges, each with the rule."""
    asked = _question(text, batch)
    from assistant.reading import read_text, read_texts
    from assistant.rendering.facts import fact_rows, facts_json

    if batch is not None:
        _print_lines(facts_json(facts, text_id=text_id) for text_id, facts in read_texts(batch))
        return
    facts = read_text(asked, date)
    if as_json:
        typer.echo(facts_json(facts))
        return
    from assistant.rendering.terminal import Terminal

    Terminal().facts(fact_rows(facts))


@app.command()
def doctor(
    as_json: Annotated[bool, typer.Option("--json", help="Print the findings as JSON.")] = False,
    fix: Annotated[bool, typer.Option("--fix", help="Make both indexes anew from the catalog first.")] = False,
) -> None:
    """Check archive, model and indexes; exit code 4 when something is broken."""
    from assistant.checkup import check_all
    from assistant.rendering.reports import finding_lines, findings_json
    from vectorstore.checkup import repair

    settings = _settings()
    if fix:
        repair(settings.archive, _embedder(settings))
    findings = check_all(settings.archive, _embedder(settings))
    typer.echo(findings_json(findings) if as_json else "\n".join(finding_lines(findings)))
    if any(finding.is_broken for finding in findings):
        raise typer.Exit(NO_ARCHIVE)


@app.command("eval")
def evaluate(
    questions: Annotated[Path, typer.Argument(metavar="SET", help='File of lines {"question","evidence":[{"doc","text"}],...}.')],
    as_json: Annotated[bool, typer.Option("--json", help="Print figures and misses as JSON.")] = False,
    page: Annotated[Path | None, typer.Option("--html", help="Write a report with every miss to this file.")] = None,
    last: Annotated[int, typer.Option("--k", min=1, max=100, help="Look for the right sentence among so many.")] = 10,
) -> None:
    """Score a set of the newsroom's own questions: right articles, right sentences, refusals, confidence."""
    from assistant.evaluation import evaluate as score
    from assistant.question_sets import ask_set, read_set
    from assistant.rendering.evaluation import evaluation_json
    from assistant.rendering.evaluation_page import evaluation_page
    from assistant.rendering.terminal import Terminal, watch_questions

    asked = read_set(questions)
    if page is not None:
        page.open("a").close()  # a place that can't be written to is found out before the questions, not after
    with _assistant() as assistant:
        evaluation = score(watch_questions(len(asked), lambda progress: ask_set(assistant, asked, progress)), last)
    typer.echo(evaluation_json(evaluation)) if as_json else Terminal().evaluation(evaluation)
    if page is not None:
        page.write_text(evaluation_page(evaluation, questions.name), encoding="utf-8")


@app.command()
def demo() -> None:
    """Take the example articles into an archive of their own and answer three questions from them."""
    from assistant.demo import run_demo
    from assistant.rendering.terminal import Terminal
    from vectorstore.models import DEFAULT, embedder_for

    settings = _settings()  # an archive of its own: the model of the user's archive has no part in it
    run_demo(embedder_for(settings.archive, settings.models, settings.model or DEFAULT), Terminal())


def main() -> None:
    """Run the command; an expected error is one line on standard error and an exit code."""
    if isinstance(sys.stdin, TextIOWrapper):
        sys.stdin.reconfigure(errors="replace")  # as a file of questions is read: a bad byte costs a character, not the run
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")  # a terminal of another encoding shows what it can
    try:
        app()
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    except OSError as error:  # the output is full, or a file of the user's own can't be reached
        _close_output()
        sys.exit(_report(error.strerror or str(error), str(error.filename or ""), ERROR))
    except Exception as error:
        from assistant.errors import AssistantError
        from vectorstore import ArchiveError

        if not isinstance(error, ArchiveError | AssistantError):
            raise
        sys.exit(_report(str(error), error.hint, exit_code(error)))


def _report(message: str, hint: str, code: int) -> int:
    """Say on standard error what is wrong, and hand back the exit code."""
    from assistant.rendering.visible import one_line

    typer.echo(f"belegg: {one_line(message)}" + (f"\n        {one_line(hint)}" if hint else ""), err=True)
    return code


def _close_output() -> None:
    """Drop what could not be written, or Python tries again at its end and complains."""
    with suppress(OSError):  # it is being said already
        sys.stdout.close()


def _settings() -> Settings:
    from assistant.settings import load_settings

    return load_settings(_flags)


def _embedder(settings: Settings) -> Embedder:
    from vectorstore.models import embedder_for

    return embedder_for(settings.archive, settings.models, settings.model)


@contextmanager
def _archive(settings: Settings) -> Iterator[Archive]:
    from vectorstore import Archive

    with Archive.open(settings.archive, _embedder(settings)) as archive:
        yield archive


@contextmanager
def _assistant() -> Iterator[Assistant]:
    from assistant.answering import Assistant

    settings = _settings()
    with _archive(settings) as archive:
        yield Assistant(archive, threshold=settings.threshold, fast=settings.fast)


def _require_archive(settings: Settings) -> None:
    from vectorstore.archive import open_catalog

    open_catalog(settings.archive).close()


def _print_lines(lines: Iterable[str]) -> None:
    for line in lines:
        typer.echo(line)


def _question(text: str | None, batch: Path | None) -> str:
    """The question from the command line, "" where a batch stands in its place."""
    if batch is None:
        return _required(text)
    if text is not None:
        raise typer.BadParameter("give a question or --batch FILE, not both")
    return ""


def _required(text: str | None) -> str:
    """The question from the command line; `-` reads it from standard input."""
    given = sys.stdin.read() if text == "-" else text
    if given is None or not given.strip():
        raise typer.BadParameter("the question is empty; ask with words, or give --batch FILE")
    return given.strip()

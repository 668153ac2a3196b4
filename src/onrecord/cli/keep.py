"""`onrecord add`, `list`, `show`, `search`: the store from the command line."""

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli.options import (
    OUTPUT,
    AsJson,
    HtmlFile,
    MaxBytes,
    PageId,
    Published,
    Sources,
    StoreFile,
    Url,
)
from onrecord.cli.trouble import WrongUse

if TYPE_CHECKING:
    from onrecord.cli.progress import Bar
    from onrecord.cli.reading import How
    from onrecord.model import Article
    from onrecord.reading.places_home import Home
    from onrecord.store.database import Store

Limit = Annotated[int, typer.Option("--limit", metavar="N", min=1, help="How many at most.")]
After = Annotated[
    str | None,
    typer.Option("--after", metavar="ID", show_default=False, help="Go on after this id, the last one seen."),
]
Version = Annotated[
    int | None,
    typer.Option(
        "--version",
        metavar="N",
        min=1,
        rich_help_panel=OUTPUT,
        help="An older version of the page.",
        show_default=False,
    ),
]
Words = Annotated[
    list[str],
    typer.Argument(
        metavar="WORDS…",
        show_default=False,
        help="All of them must be in the page: its headline, text or claims.",
    ),
]


def add(
    sources: Sources,
    published: Published = None,
    url: Url = None,
    max_bytes: MaxBytes = None,
    store: StoreFile = None,
) -> int:
    """Read pages and keep their records. A page that is kept already and has changed becomes a new version.

    [bold]Examples[/bold]

    onrecord add page.html https://example.org/story

    onrecord add folder/ --store election.sqlite
    """
    from onrecord import settings
    from onrecord.cli.progress import bar
    from onrecord.cli.reading import FAILED, How

    if url is not None and len(sources) > 1:
        raise WrongUse("--url belongs to one page; give one SOURCE with it")
    loaded = settings.load(store=store, max_bytes=max_bytes)
    with bar(sources) as shown:
        counts = _add(sources, How(settings=loaded, url=url, published=published), shown)
    if sum(counts.values()) > 1:
        typer.echo(", ".join(f"{number} {what}" for what, number in counts.items()))
    return FAILED if counts["failed"] else 0


def _add(sources: list[str], how: "How", shown: "Bar") -> Counter[str]:
    from contextlib import ExitStack
    from dataclasses import replace

    from onrecord.cli import output, render_kept
    from onrecord.cli.reading import each
    from onrecord.store.database import Store

    counts: Counter[str] = Counter()
    kept_in: Store | None = None
    with ExitStack() as stack:
        if how.settings.store_path.exists():
            kept_in = stack.enter_context(Store.open(how.settings.store_path))

        def home(article: "Article") -> "Home | None":
            return kept_in.home(article) if kept_in else None

        for page in each(sources, replace(how, homes=home), shown):
            if page.failed or page.page is None:
                counts["failed"] += 1
                continue
            # The store is made only when there is something to keep.
            kept_in = kept_in or stack.enter_context(Store.open(how.settings.store_path, create=True))
            added = kept_in.add(page.record, key=_key(page.page.source))
            counts[added.outcome] += 1
            output.put(render_kept.added(added))
    return counts


def _key(source: str) -> str | None:
    """A file's full path; nothing for standard input, which has no name."""
    if source == "-":
        return None
    path = Path(source)
    return str(path.resolve()) if path.exists() else source


def list_(limit: Limit = 50, after: After = None, store: StoreFile = None) -> int:
    """List the pages that are kept, the last one added first.

    [bold]Examples[/bold]

    onrecord list

    onrecord list --limit 20 --after 3f2a9c01
    """
    from onrecord.cli import output, render_kept

    with _open(store) as kept_in:
        pages = kept_in.kept(limit=limit + 1, after=after)
        count = kept_in.count()
    output.put(render_kept.listing(pages[:limit], count=count, more=len(pages) > limit))
    return 0


def show(
    page_id: PageId,
    version: Version = None,
    as_json: AsJson = False,
    html: HtmlFile = None,
    store: StoreFile = None,
) -> int:
    """Print the record of a page that is kept.

    [bold]Examples[/bold]

    onrecord show 3f2a9c01

    onrecord show 3f2a9c01 --version 1 --json
    """
    from onrecord.cli import output, render, render_kept

    if as_json and html is not None:
        raise WrongUse("give one of --json and --html (see: onrecord show --help)")
    with _open(store) as kept_in:
        record = kept_in.get(page_id, version)
        versions = kept_in.versions(page_id)
    if as_json:
        output.put_json(record, indent=2)
    elif html is not None:
        output.put_html(record, html / output.html_name(record) if html.is_dir() else html)
    else:
        output.put(render.record_blocks(record))
        output.put(render_kept.history(versions, shown=version or len(versions)))
    return 0


def search(words: Words, limit: Limit = 20, after: After = None, store: StoreFile = None) -> int:
    """Find pages by their words, the best first, each with the place where they stand.

    "Words in quotes" must stand together, -word must not be in the page, prefix* finds all that begins so.

    [bold]Examples[/bold]

    onrecord search ferry strike

    onrecord search "ferry strike" -Tallinn

    onrecord search negotiat*
    """
    from onrecord.cli import output, render_kept
    from onrecord.store.words import query

    if odd := [word for word in words if word.startswith("--")]:
        raise WrongUse(f"No such option: {odd[0]} (see: onrecord search --help)")
    wanted = " ".join(_phrase(word) for word in words)
    if query(wanted) is None:
        raise WrongUse("give a word that the pages have; -word only leaves pages out (see: onrecord search --help)")
    with _open(store) as kept_in:
        hits = kept_in.search(wanted, limit=limit + 1, after=after)
    output.put(render_kept.found(hits[:limit], wanted=wanted, more=len(hits) > limit, console=output.out()))
    return 0


def _phrase(word: str) -> str:
    """What the shell took the quotes from is a phrase."""
    minus, bare = ("-", word[1:]) if word.startswith("-") else ("", word)
    return f'{minus}"{bare}"' if " " in word.strip() and '"' not in word else word


def _open(store: Path | None) -> "Store":
    from onrecord import settings
    from onrecord.store.database import Store

    return Store.open(settings.load(store=store).store_path)

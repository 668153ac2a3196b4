"""`onrecord gazetteer import`: a user's own full GeoNames in place of the shipped gazetteer."""

from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(
    help="The gazetteer of places; `onrecord gazetteer import allCountries.zip` takes a full GeoNames.",
    no_args_is_help=True,
)

Extract = Annotated[
    Path, typer.Argument(metavar="FILE", help="allCountries.zip of GeoNames, or one country's, or the text in it.")
]
Target = Annotated[
    Path | None,
    typer.Option("--to", metavar="FILE", show_default=False, help="Where to write it; by default where it is used."),
]
Smallest = Annotated[
    int, typer.Option("--smallest", metavar="N", min=0, help="Leave out towns and villages with fewer people.")
]


@app.command("import")
def import_(extract: Extract, to: Target = None, smallest: Smallest = 1) -> None:
    """Make a gazetteer of a full GeoNames extract and use it from then on.

    Regions, seas and bases of the shipped gazetteer are kept. Delete the file that is named in the end to go back.
    """
    from onrecord.knowledge import gazetteer
    from onrecord.knowledge.gazetteer.importing import import_geonames

    target = to or gazetteer.user_file()
    count = import_geonames(extract, target, smallest=smallest)
    typer.echo(f"{count} places in {target}")

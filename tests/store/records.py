"""Small invented records to keep."""

from onrecord.model import Article, Claim, Entity, Made, Record

TEXT = """Harbour reopens in Tartu, mayor says

The harbour reopened on Monday after the flood, mayor Liis Kask said. Three ferries left before noon.

“We are ready,” she said. Drones had counted the boats."""


def record(text: str = TEXT, *, url: str | None = None, headline: str | None = None) -> Record:
    """A record of a text, with a claim where it is the text above."""
    first = text.partition("\n")[0]
    claims: tuple[Claim, ...] = ()
    if "“We are ready,”" in text:
        start = text.index("We are ready")
        claims = (Claim(id="c1", content=((start, start + 12),), manner="direct", speaker="n1"),)
    return Record(
        article=Article(id="x", url=url, headline=headline or first, text=text),
        entities=(Entity(id="n1", name="Liis Kask", kind="person"),),
        claims=claims,
        made=Made(onrecord="0"),
    )

"""Small invented records: a chain of claims, and one whose every string is hostile."""

from onrecord.model import (
    Article,
    Candidate,
    Claim,
    Entity,
    Event,
    Gap,
    Made,
    Mention,
    Place,
    Record,
    Span,
    Time,
)

HEADLINE = "Kask may go to Narva"
SENTENCE = "The Courier reported on Monday that officials believed Kask was planning to go to Narva."
HOSTILE = (
    "\"><script>alert(1)</script><img src=x onerror=alert(2)>' onload='x' {{ 7*7 }}"
    " \u202egnp.exe\u2066 </style> &amp; \x00"
)


def chained() -> Record:
    """The Courier asserts that officials believe that Kask intends to go."""
    text = f"{HEADLINE}\n\n{SENTENCE}"

    def at(words: str) -> Span:
        start = text.rindex(words)
        return start, start + len(words)

    end = len(text) - 1
    return Record(
        article=Article(id="x", headline=HEADLINE, text=text, published="2031-05-06", url="https://news.example/kask"),
        entities=(
            Entity(id="n1", name="The Courier", kind="organisation"),
            Entity(id="n2", name="officials", kind="group"),
            Entity(id="n3", name="Juhan Kask", kind="person", country="EST"),
        ),
        mentions=(Mention(id="m1", span=at("Kask"), kind="person", form="name", entity="n3"),),
        times=(Time(id="t1", span=at("Monday"), type="DATE", value="2031-05-05"),),
        places=(
            Place(
                id="p1", span=at("Narva"), use="location", name="Narva", country="EST", lat=59.38, lon=28.19,
                runners_up=(Candidate(name="Narva", geonames=1, country="FIN", lat=61.2, lon=23.4, score=0.2),),
            ),
        ),
        claims=(
            Claim(
                id="c1", source=(at("The Courier"),), cue=(at("reported"),), content=((at("officials")[0], end),),
                speaker="n1",
            ),
            Claim(
                id="c2", source=(at("officials"),), cue=(at("believed"),), content=((at("Kask")[0], end),),
                speaker="n2", parent="c1", stance="believes",
            ),
            Claim(
                id="c3", source=(at("Kask"),), cue=(at("planning"),), content=((at("to go")[0], end),),
                speaker="n3", parent="c2", stance="intends",
            ),
        ),
        events=(
            Event(
                id="e1", trigger=at("go"), type="CONSULT", mode="visit", status="planned", actors=("m1",),
                place="p1", claim="c3",
            ),
        ),
        gaps=(
            Gap(stage="times", reason="no anchor", span=at("Monday")),
            Gap(stage="pages", reason="mended", detail="a quote mark"),
        ),
        made=Made(onrecord="0"),
    )  # fmt: skip


def hostile(words: str = HOSTILE) -> Record:
    """A record all of whose strings are those words, ids too."""
    text = f"{words}\n\n{words}"
    whole = (0, len(text))
    return Record(
        article=Article(
            id=words, headline=words, text=text, bylines=(words,), site=words, section=words,
            published=words, published_basis="meta", url=words, language=words,
        ),
        entities=(Entity(id=words, name=words, kind="thing", country=words, role=words),),
        mentions=(Mention(id=words, span=whole, kind="thing", form="name", entity=words),),
        times=(Time(id=words, span=whole, type="DATE", value=words, earliest=words, anchor=words, why=words),),
        places=(
            Place(
                id=words, span=whole, use="location", name=words, country=words, admin1=words, lat=1.0, lon=1.0,
                runners_up=(Candidate(name=words, geonames=1, country=words, lat=0.0, lon=0.0, score=0.1),),
            ),
        ),
        claims=(
            Claim(
                id=words, source=(whole,), cue=(whole,), content=(whole, (5, 9), (90000, 90001)), speaker=words,
                parent=words,
            ),
        ),
        events=(
            Event(
                id=words, trigger=whole, type="AID", status="happened", mode=words, contexts=(words,),
                actors=(words,), recipients=(words,), time=words, place=words, claim=words, also=((3, 2), (0, 4)),
            ),
        ),
        gaps=(Gap(stage=words, reason=words, detail=words, span=whole),),
        made=Made(onrecord=words, model=words),
    )  # fmt: skip

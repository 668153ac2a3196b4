"""Names of writers out of bylines: "By Ana Roe and Jo Berg in Oslo" gives Ana Roe, Jo Berg; no offices, no agencies."""

import re
from collections.abc import Iterable
from html import unescape

LONGEST = 300  # characters of a byline
MOST_NAMES = 12
MOST_WORDS = 4  # of one name, without "de", "van" and their like
OPENING = re.compile(
    r"^\W*(?:(?:words|text|story|photos?|photographs?|video|written|posted|published|reported|reporting|review(?:ed)?|"
    r"opinion|analysis|compiled|interview|exclusive|post|article|guest post|contributed|updated|column|"
    r"submitted|author|authors|staff|blog|and|&) ?)*(?:by|von|par|por|di|door)(?:\b[\s:]*|(?-i:(?=[A-Z][a-z])))"
    r"|^\W*authors?\s*:\s*",
    re.IGNORECASE,
)
OTHER_CRAFT = re.compile(r"^\W*(?:photo\w*|pictures?|video|illustrat\w+|graphics?|edit\w+)\s+by\b", re.IGNORECASE)
REST = re.compile(
    r"[;,.]?\s*(?:(?:with |additional )*(?:reporting|editing|research|photographs?|photos?) by\b).*$"
    r"|\s+(?:on\s+)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+\d.*$"
    r"|(?<=[a-z])(?-i:(?=(?:Staff|Senior|Reporter|Editor|Correspondent|Published|Updated|Contributor)\b)).*$",
    re.IGNORECASE,
)  # what follows a writer in one line
AGENCY = re.compile(
    r"(?:\b|^)(?:the )?(?:associated press|canadian press|press association|agence france-presse|"
    r"usa today(?: network)?|\w+ advance media)(?: for \S+)?$",
    re.IGNORECASE,
)
DAY = re.compile(r"(\S+(?: \S+)*? \S*[a-z]) ?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$")  # of the date beside
PARTS = re.compile(r"\s*(?:[;,|•·/\n]|\s[–—-]\s|\s(?:and|&|und|et|y|e|with|mit|avec)\s)\s*", re.IGNORECASE)
PLACE = re.compile(r"\s(?:in|at|for|from|of|on)\s(?:the\s)?[A-Z].*$")
INITIALS = re.compile(r"(?:^|[\s.])[A-Z]\.$")
BRACKETS = re.compile(r"\s*[(\[{<][^)\]}>]*[)\]}>]?")
NOISE = re.compile(r"\S+@\S+|@\w+|https?://\S+|www\.\S+|\.html?$", re.IGNORECASE)
ABOUT = re.compile(r"^about\s+(?=[A-Z]\S*\s)", re.IGNORECASE)
TITLES = re.compile(r"^(?:dr|prof|professor|mr|mrs|ms|sir|dame|rev)\.?\s+(?=\S+\s\S)", re.IGNORECASE)
DEGREE = re.compile(
    r"^(?:ph\.?\s?d|m\.?d|j\.?d|r\.?d\.?n?|m\.?s|m\.?a|b\.?a|mph|rn|jr|sr|esq|cscs|ii|iii|iv)\.?$", re.IGNORECASE
)
JOB = re.compile(
    r"\b(?:editors?|reporters?|correspondents?|writers?|columnists?|journalists?|contributors?|contributing|producers?|"
    r"staff|team|desk|newsroom|bureau|chief|director|manager|analysts?|senior|associate|deputy|assistant|freelance|"
    r"intern|fellow|photographers?|critic|professor|university|college|institute|school|department|ministry|office|"
    r"council|company|inc|llc|ltd|corp|corporation|association|foundation|society|group|network|media|press|news|"
    r"newspapers?|magazine|times|post|journal|herald|tribune|gazette|radio|tv|television|agency|agencies|wire|"
    r"service|services|report|reports|daily|weekly|online|digital|studios?|admin|administrator|webmaster|"
    r"editorial|redazione|redaktion|redacción|rédaction|board|guest|special|sponsored|partner|partners|content|brand|community|today|international|world|"
    r"nations?|government|embassy|updated|published|minutes?|hours?|ago|read|follow|share|subscribe|email|"
    r"more|posts?|articles?|stories|by|the|this|our|your|unknown|anonymous|none|null|author|user|test)\b",
    re.IGNORECASE,
)
AGENCIES = frozenset(
    "reuters afp ap pa pti ani ians tass ria interfax xinhua anadolu bloomberg upi dpa epa ansa efe kyodo yonhap bbc"
    " cnn getty ht ptinews aap cbc nasa espn npr".split()
)
DOMAIN = re.compile(r"\w\.(?:com?|org|net|tv|news|info|gov|edu|uk|de|fr|it|eu)\b", re.IGNORECASE)
NAME_WORD = re.compile(r"^(?:[^\W\d_][\w.’'`-]*|[A-Z]\.(?:[A-Z]\.)*)$")
SMALL = frozenset(
    "de da di del della van von der den ter ten la le el al bin ibn abu ben bint dos du st af zu y e ul ur".split()
)
UNNAMED = frozenset("her his its their to of for with a an in on at as is are was were from how why what who".split())
FOLD = re.compile(r"\W+")


def names(
    values: Iterable[str], site: str | None = None, *, loose: bool = False, strict: bool = False
) -> tuple[str, ...]:
    """The writers that bylines name, in order, each once; offices, agencies and the site itself are none.

    `loose` takes single words too, for values that the page declares to be persons.
    `strict` takes a further name only after "and": what follows a comma or a bar in a visible line is mostly the
    writer's paper or place.
    """
    sites = _keys(site)
    out: dict[str, str] = {}
    for value in values:
        parts = [*_parts(_joined_by_and(value) if strict else value, site)]
        for part in parts:
            key = fold(part)
            if key and key not in sites and _is_name(part, loose and len(parts) == 1):
                out.setdefault(key, part)
    return tuple(list(out.values())[:MOST_NAMES])


def opens(line: str) -> bool:
    """Whether a line opens as a byline does, and not as a photographer's or an editor's."""
    match = OPENING.match(line)
    if match is None or OTHER_CRAFT.match(line):
        return False
    rest = line[match.end() :]
    return rest[:1].isupper() or line.islower()


def fold(text: str) -> str:
    """Letters and digits alone, case folded."""
    return FOLD.sub("", text.casefold())


def _keys(site: str | None) -> set[str]:
    plain = fold(site or "")
    return {plain, plain.removeprefix("the"), "the" + plain} if plain else set()


def _joined_by_and(value: str) -> str:
    """A line up to its first bar or number; a comma counts where an "and" follows it."""
    head = re.split(r"\s*[|•·\n\d]|\s[–—-]\s", REST.sub("", OPENING.sub("", value.strip())))[0]
    first, _, rest = head.partition(",")
    return head if re.search(r"\s(?:and|&)\s", rest) else first


def _parts(value: str, site: str | None) -> Iterable[str]:
    text = NOISE.sub(" ", BRACKETS.sub(" ", unescape(" ".join(value.split())[:LONGEST])))
    text = REST.sub("", OPENING.sub("", text))
    for part in PARTS.split(text):
        name = PLACE.sub("", OPENING.sub("", " ".join(part.split())))
        name = ABOUT.sub("", _without_paper(name.strip(" :*-–—'\""), site))
        name = TITLES.sub("", _without_job(name))
        name = name if INITIALS.search(name) else name.rstrip(".")
        if name and not DEGREE.match(name):
            yield _cased(name)


def _without_paper(name: str, site: str | None) -> str:
    """ "Jo Berg Associated Press", "Jo Berg. The Courier" on that paper's own page, "Jo Berg Monday": Jo Berg."""
    if agency := AGENCY.search(name):
        name = name[: agency.start()].rstrip(" .,")
    name = DAY.sub(r"\1", name)
    words, own = name.split(), fold(site or "").removeprefix("the")
    for last in range(2, len(words)):
        if own and fold(" ".join(words[last:])).removeprefix("the") == own:
            return " ".join(words[:last])
    return name


def _without_job(name: str) -> str:
    """ "Jo Berg Senior Writer" without the job; "Jo Berg The Courier" without the paper."""
    words = re.split(r"\s(?=The\s[A-Z])", name)[0].split()
    while len(words) > 2 and JOB.fullmatch(words[-1]):
        words.pop()
    return " ".join(words)


def _cased(name: str) -> str:
    """A name all in capitals or all in small letters as names are written."""
    words = name.split()
    if len(words) < 2 or not (name.isupper() or name.islower()):
        return name
    return " ".join(w.lower() if w.lower() in SMALL else "-".join(_capital(p) for p in w.split("-")) for w in words)


def _capital(word: str) -> str:
    """ "O’NEIL" is "O’Neil", "MCCABE" is "McCabe"."""
    return re.sub(r"(?<=^Mc)\w|(?<=^[OD]['’])\w", lambda found: found[0].upper(), word.capitalize())


def _is_name(text: str, loose: bool) -> bool:
    words = text.split()
    large = sum(w.lower() not in SMALL for w in words)
    if not (1 if loose else 2) <= large <= MOST_WORDS or len(text) > 60 or DOMAIN.search(text):
        return False
    if UNNAMED & {w.lower() for w in words} or JOB.search(text) or any(w.lower() in AGENCIES for w in words):
        return False
    fits = all(NAME_WORD.match(w) for w in words)
    return fits and (loose or all(w[:1].isupper() or w.lower() in SMALL or w[:2] in ("d’", "d'") for w in words))

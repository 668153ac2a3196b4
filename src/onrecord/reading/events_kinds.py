"""What a word can be in an event: a party, a government, armed, a crowd, a worker, or a thing."""

from bisect import bisect_right

from onrecord.knowledge import actors, countries, roles
from onrecord.language.words import NOBODY
from onrecord.reading.events_tree import Tree

_GOVERNING = frozenset("GOV LEG JUD MIL COP SPY IGO PTY REB OPP".split())
_ARMED = frozenset("MIL COP REB UAF CRM".split())
_WORKING = frozenset("LAB HLH EDU AGR MED".split())
_PEOPLE = frozenset("CVL LAB EDU HLH AGR REF REL MED NGO OPP".split())
_BODIES = frozenset("GOV LEG MIL COP SPY JUD PTY IGO NGO BUS LAB MED".split())
_ANYBODY = frozenset(["party", "gov", "mil", "person", "people", "work", "org"])
_PRONOUNS = frozenset("he she they we i you him her them us me who whom one both others some everyone".split())
_BODY_PRONOUNS = frozenset("it its their his which that itself".split())
# what is written, and money
_PAPERS = frozenset(
    """
    bill bills charter communique communiqué decree document documents draft funds law laws letter letters memo petition
    report reports resolution resolutions statement statements text treaty
    """.split()
)
# words that count or group those behind "of"
_GROUPS = frozenset(
    """
    band bloc crowd dozen dozens group handful hundred hundreds majority member members most number pair
    part rest scores series some thousand thousands many several two three four five six seven eight nine
    ten all each one team wave round half
    """.split()
)
# plural endings of people, and plurals that only look so
_PEOPLE_ENDINGS = ("ers", "ors", "ists", "ians", "eers", "men", "women")
_NO_PEOPLE = frozenset(
    """
    answers barriers beers boosters borders bunkers centers chapters characters colors containers corners
    corridors counters covers disasters documents doors drawers dinners errors factors
    figures fevers fibers filters fires flowers folders hammers harbors headers hours indicators
    labors layers letters levers lockers majors markers matters mirrors
    monitors motors newsletters numbers offers orders papers parameters posters powers quarters
    reactors receivers registers rivers rollers routers rumors sectors sensors servers showers
    speakers stickers summers tankers tenors towers tractors trailers transformers triggers trucks
    airliners boosters bulldozers carriers choppers cruisers cutters destroyers elevators freighters generators
    helicopters howitzers incubators interceptors launchers lighters liners minehunters steamers transmitters
    trawlers vectors vouchers waters weathers winters wonders
    """.split()
)
_SIDES = frozenset(
    "side sides neighbour neighbor ally allies partner partners counterpart counterparts country".split()
)


def is_paper(tree: Tree, index: int) -> bool:
    """Whether the word is something written, or money, which does nothing by itself: "the letter urged"."""
    return tree.low(index) in _PAPERS and tree.tag(index) == "NOUN"


class Kinds:
    """Tells for each head word what it can be; names are read from the analysis, nouns from the tables."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self.names = tree.analysis.names
        self._starts = [name.span[0] for name in self.names]
        self._known: dict[int, frozenset[str]] = {}

    def tags(self, index: int) -> frozenset[str]:
        """Those that fit of "party", "gov", "mil" (armed, or a state), "force" (armed), "person", "people", "work",
        "org"; empty for a thing."""
        if index not in self._known:
            self._known[index] = frozenset()  # guards against a circle of "of" phrases
            self._known[index] = self._tags(index)
        return self._known[index]

    def is_party(self, index: int) -> bool:
        return "party" in self.tags(index)

    def sectors(self, index: int) -> tuple[str, ...]:
        """The sectors of the noun with the word before it ("police officers"), () where none are known."""
        tree = self.tree
        text = " ".join(t.text for t in tree.tokens[slice(*tree.core(index))])
        before = f"{tree.low(index - 1)} {tree.low(index)}"
        pair = actors.noun(before) if index else None
        single = actors.noun(tree.low(index)) or actors.noun(tree.lemma(index))
        return (pair,) if pair else (single,) if single else actors.sector(text)

    def is_thing(self, index: int) -> bool:
        """Whether only the words before a common noun name a party: "a parliament session"."""
        tree = self.tree
        word = tree.low(index)
        if is_paper(tree, index) or (word == "force" and index and tree.low(index - 1) == "of"):
            return True  # "the use of force"
        if tree.tag(index) != "NOUN" or tree.tokens[index].text[0].isupper() or word in _SIDES | _GROUPS:
            return False
        known = actors.noun(word) or actors.noun(tree.lemma(index)) or actors.noun(f"{tree.low(index - 1)} {word}")
        role = roles.role(word) or roles.role(tree.lemma(index))
        people = word.endswith(_PEOPLE_ENDINGS) and word not in _NO_PEOPLE
        return known is None and (role is None or role.kind == "work") and not people

    def _tags(self, index: int) -> frozenset[str]:
        tree = self.tree
        word, tag = tree.low(index), tree.tag(index)
        if tag == "PRON" or word in _PRONOUNS | _BODY_PRONOUNS:
            return self._pronoun(word)
        if word in ("two", "three", "four", "both", "others"):
            return _ANYBODY
        name = self._name(index)
        if name is not None:
            return name
        if tag not in ("NOUN", "PROPN", "NUM", "ADJ", "DET", "X", ""):
            return frozenset()
        if countries.by_demonym(tree.tokens[index].text) and tag in ("PROPN", "NOUN"):
            return _ANYBODY
        behind = [k for k in tree.kids(index, "nmod") if tree.case(k) == "of"]
        if (word in _GROUPS or tree.lemma(index) in _GROUPS) and behind:
            return self.tags(behind[0])
        if tag == "NUM" or word in ("thousands", "hundreds", "dozens", "scores"):
            return frozenset(["party", "person", "people"]) if not self._counts_things(index) else frozenset()
        return self._noun(index, word)

    def _counts_things(self, index: int) -> bool:
        after = self.tree.tokens[index].text
        return after[0].isdigit() and (len(after) > 3 or self.tree.low(index - 1) in ("$", "€", "£", "by", "in"))

    def _pronoun(self, word: str) -> frozenset[str]:
        if word in NOBODY or word in ("this", "what", "these", "those", "there"):
            return frozenset()
        if word in _BODY_PRONOUNS:
            return frozenset(["party", "gov", "mil", "org"])
        return _ANYBODY

    def _name(self, index: int) -> frozenset[str] | None:
        """What the proper name is that holds the word; None where none does."""
        start, end = self.tree.tokens[index].span
        at = bisect_right(self._starts, start) - 1
        if at < 0 or self.names[at].span[1] < end:
            return None
        text = self.tree.analysis.text[slice(*self.names[at].span)]
        if countries.by_name(text) or countries.by_capital(text) or countries.by_demonym(text):
            many = text.endswith("s") and not countries.by_name(text)
            return _ANYBODY - {"work"} if many else _ANYBODY - {"person", "people", "work"}
        sectors = actors.sector(text)
        if sectors:
            return self._of_sectors(sectors)
        kind = self.names[at].kind
        if kind == "place":
            return frozenset(["place"])
        if kind in ("work", "event", "thing"):
            return frozenset()
        if kind == "person":
            return frozenset(["party", "gov", "person", "people"])
        return frozenset(["party", "gov", "org"]) if kind == "organisation" else _ANYBODY - {"work", "mil"}

    def _noun(self, index: int, word: str) -> frozenset[str]:
        sectors = self.sectors(index)
        if sectors:
            return self._of_sectors(sectors)
        if word in _SIDES:
            return frozenset(["party", "gov", "org"])
        role = roles.role(word) or roles.role(self.tree.lemma(index))
        if role is None:
            people = word.endswith(_PEOPLE_ENDINGS) and word not in _NO_PEOPLE and len(word) > 5
            return frozenset(["party", "person", "people", "work"]) if people else frozenset()
        if role.kind == "work":
            return frozenset()
        if role.kind in ("person", "group"):
            return frozenset(["party", "person", "people"])
        return frozenset(["party", "org"])

    def _of_sectors(self, sectors: tuple[str, ...]) -> frozenset[str]:
        found = {"party"}
        groups = (("gov", _GOVERNING), ("mil", _ARMED), ("work", _WORKING), ("people", _PEOPLE), ("org", _BODIES))
        found.update(tag for tag, group in groups if group.intersection(sectors))
        if "IGO" not in sectors:
            found.add("person")
        if _ARMED.intersection(sectors):
            found.add("force")
        return frozenset(found)

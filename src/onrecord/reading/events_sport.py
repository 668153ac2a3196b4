"""Whether a fight is a game: "beat", "attacked", "clash" in a sentence, or a text, that tells of sport."""

import re

from onrecord.knowledge import actors
from onrecord.reading.events_tree import Tree

# words that people at play and people at war share
_SHARED = frozenset(
    """
    assault attack battle beat capture clash defend dispatch fight fire hammer hit host launch march meet overrun pound
    raid rally receive retreat seize shell shoot sign slay storm strike surrender threaten topple torch trade visit
    welcome withdraw
    """.split()
)
_WORDS = frozenset(
    """
    afc athletics badminton ballgame baseball basketball batsman batsmen batted bowler bowlers boxing champion
    champions championship championships cricket cup cyclist defender derby football footballer goalkeeper
    goalless golf golfer gymnast half-time halftime handball hat-trick hockey homer inning innings jockey
    kick-off kickoff league marathon medal medals midfielder olympic olympics penalties playoff playoffs
    pole-vault premiership prix quarter-final quarter-finals quarterback quarterfinal quarterfinals relegation
    rugby scoreless scorer semi-final semi-finals semifinal semifinals shootout skater skier sprinter striker
    swimmer swimmers tennis test-match touchdown tournament tournaments triathlon unbeaten volleyball wicket
    wicketkeeper wickets winger wrestler
    """.split()
)
_SCORE = re.compile(r"\d{1,3}[-–]\d{1,3}")
# what makes even a match a matter of force
_FORCE = frozenset("ammunition bomb bullet dead died gunman gunmen injured killed stabbed teargas wounded".split())
_ARMED = frozenset(["MIL", "COP", "REB"])
# different words of sport that make a whole text one of sport
_ENOUGH = 4


class Sport:
    """Knows the sentences of one text that tell of sport."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self._known: dict[tuple[int, int], bool] = {}
        self._whole = len({tree.low(i) for i in range(len(tree.tokens))} & _WORDS) >= _ENOUGH

    def plays(self, index: int) -> bool:
        """Whether the word is one of fight and game, in a sentence of sport where nobody is armed or hurt."""
        tree = self.tree
        if tree.lemma(index) not in _SHARED and tree.low(index) not in _SHARED:
            return False
        sentence = tree.sentence(index)
        if sentence not in self._known:
            self._known[sentence] = self._of_sport(*sentence)
        return self._known[sentence]

    def _of_sport(self, first: int, last: int) -> bool:
        tree = self.tree
        words = [tree.low(i) for i in range(first, last)]
        if not self._whole and not _WORDS.intersection(words):
            start, end = tree.tokens[first].span[0], tree.tokens[last - 1].span[1]
            beaten = "beat" in words or "lost" in words or "won" in words
            if not (beaten and _SCORE.search(tree.analysis.text[start:end])):
                return False
        return not _FORCE.intersection(words) and not any(
            actors.noun(word) in _ARMED for word in words if word.isalpha()
        )

"""A word model of the type: TF-IDF of words around and between the parties, and logistic regression."""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression

from training.core.attributions import Text
from training.pairs.data import TYPES, Pair

PENALTY = 8.0


def features(pair: Pair) -> list[str]:
    """Words as they stand, parties as signs, pairs of neighbours, and words by where they stand to the parties."""
    text = Text(pair.text, "pair")
    sides: dict[int, str] = {}
    for sign, spans in (("<t>", pair.target), ("<s>", pair.source)):
        for first, last in text.all(spans):
            sides |= dict.fromkeys(range(first, last), sign)
    words: list[str] = []
    for number, word in enumerate(text.document.words):
        sign = sides.get(number, "")
        if sign and words and words[-1] == sign:
            continue
        words.append(sign or word.lower())
    found = list(words) + [f"{a} {b}" for a, b in pairwise(words)]
    signs = [n for n, w in enumerate(words) if w in ("<s>", "<t>")]
    if signs:
        low, high = signs[0], signs[-1]
        found += [f"between {words[low]} {w}" for w in words[low + 1 : high]]
        found += [f"after {words[n]} {w}" for n in signs for w in words[n + 1 : n + 4]]
    return found


class Words:
    """Learns from typed pairs; gives chances of TYPES."""

    def __init__(self) -> None:
        self.terms = TfidfVectorizer(analyzer=features, sublinear_tf=True, min_df=2)
        self.model = LogisticRegression(C=PENALTY, max_iter=500, class_weight="balanced")

    def learn(self, pairs: Sequence[Pair], weights: Sequence[float]) -> None:
        kinds = [TYPES.index(p.type) for p in pairs]
        self.model.fit(self.terms.fit_transform(pairs), kinds, sample_weight=np.array(weights))

    def chances(self, pairs: Sequence[Pair]) -> NDArray[np.float64]:
        """[N, types], rows summing to 1."""
        found = np.zeros((len(pairs), len(TYPES)))
        found[:, self.model.classes_] = self.model.predict_proba(self.terms.transform(pairs))
        return found

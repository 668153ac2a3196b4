"""Where the language core is weak: other case, long sentences, questions, the genres of UD English EWT's test part.

python -m bench.language_kinds ../shared/gold
"""

import re
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from bench import language
from bench.language import Treebank

SHORT, LONG = 10, 40  # words of a sentence
CASES: dict[str, Callable[[str], str]] = {"lower case": str.lower, "capitals": str.upper}


def measure(gold: Path) -> dict[str, float]:
    """The figures in percent, from the gold folder."""
    folder = gold / "language"
    bank = language.treebank(folder / "ewt_test.conllu")
    genres = re.findall(r"# newdoc id = (\w+)-", (folder / "ewt_test.conllu").read_text("utf-8"))
    figures: dict[str, float] = {}
    for name, change in CASES.items():
        figures |= {f"{name} {k}": v for k, v in language.grammar_of(_changed(bank, change)).items()}
        figures[f"{name} names"] = _names(folder / "names_test.tsv", change)
    for genre, part in _by_genre(bank, genres):
        figures[f"{genre} raw sentences"] = language.raw(part)["raw sentences"]
        figures[f"{genre} las"] = language.grammar_of(part)["las"]
    return figures | _by_sentence(bank)


def _changed(bank: Treebank, change: Callable[[str], str]) -> Treebank:
    return replace(bank, sentences=[[[c[0], change(c[1]), *c[2:]] for c in s] for s in bank.sentences])


def _names(path: Path, change: Callable[[str], str]) -> float:
    """Span F1 of nine classes, every word's case changed."""
    lines = (line.partition("\t") for line in path.read_text("utf-8").split("\n"))
    text = "\n".join(change(word) + tab + rest if tab else word for word, tab, rest in lines)
    with tempfile.TemporaryDirectory() as folder:
        changed = Path(folder) / path.name
        changed.write_text(text, "utf-8")
        return language.names(changed)["names"]


def _by_genre(bank: Treebank, genres: list[str]) -> Iterator[tuple[str, Treebank]]:
    """The treebank by the genre of its documents; `genres` has one for each document."""
    number = -1
    rows: dict[str, list[int]] = {}
    for index, opening in enumerate(bank.openings):
        number += opening == "doc"
        rows.setdefault(genres[number], []).append(index)
    for genre, chosen in rows.items():
        yield (
            genre,
            Treebank(
                sentences=[bank.sentences[i] for i in chosen],
                spaced=[bank.spaced[i] for i in chosen],
                openings=[bank.openings[i] for i in chosen],
            ),
        )


def _by_sentence(bank: Treebank) -> dict[str, float]:
    """UPOS and LAS of short and long sentences and of questions, words given."""
    found = list(language.judged(bank))
    kinds = {
        "short": [right for rows, right in found if len(rows) <= SHORT],
        "long": [right for rows, right in found if len(rows) >= LONG],
        "question": [right for rows, right in found if rows[-1][1] == "?"],
    }
    return {f"{kind} {k}": v for kind, rights in kinds.items() for k, v in language.share(rights).items()}


def main() -> None:
    for name, value in measure(Path(sys.argv[1])).items():
        print(f"{name:26s} {value:6.2f}")


if __name__ == "__main__":
    main()

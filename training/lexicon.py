"""Counts which word classes each English word takes in the treebanks; writes language/lexicon.tsv.

python training/lexicon.py ../shared/gold/language
"""

import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

LETTER = {
    "NOUN": "N", "VERB": "V", "ADJ": "J", "ADV": "R", "PROPN": "P", "AUX": "X", "ADP": "I", "DET": "D",
    "PRON": "O", "CCONJ": "C", "SCONJ": "S", "NUM": "U", "PART": "T", "INTJ": "H",
}  # fmt: skip
LEAST_COUNT = 2
LEAST_SHARE = 0.1


def words(path: Path) -> Iterator[tuple[str, str]]:
    """(word as written, UPOS) of every token but a sentence's first, whose capital says nothing."""
    for line in path.read_text("utf-8").splitlines():
        cells = line.split("\t")
        if len(cells) == 10 and cells[0].isdigit():
            yield cells[1], cells[3]


def main() -> None:
    folder = Path(sys.argv[1])
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for name in ("ewt_train.conllu", "gum_train.conllu"):
        for word, tag in words(folder / name):
            if tag in LETTER and word.replace("-", "").isalpha():
                counts[word.lower()][LETTER[tag]] += 1
    target = Path(__file__).parents[1] / "src/onrecord/language/lexicon.tsv"
    with target.open("w", encoding="utf-8") as out:
        out.write("# word classes by falling count; counted by training/lexicon.py from the training parts of\n")
        out.write("# UD English EWT 2.x (CC BY-SA 4.0) and GUM (CC BY 4.0); each word seen twice or more\n")
        for word, tags in sorted(counts.items()):
            total = sum(tags.values())
            kept = "".join(tag for tag, n in tags.most_common() if n / total >= LEAST_SHARE)
            if total >= LEAST_COUNT and kept != "P":
                out.write(f"{word}\t{kept}\n")


if __name__ == "__main__":
    main()

"""Counts two treebanks' irregular lemmas, those that the rules of language/lemmas.py miss, into language/lemmas.tsv.

python -m training.lemmas ../shared/gold
"""

import sys
from collections import Counter, defaultdict
from pathlib import Path

from onrecord.language import lemmas

TARGET = Path(__file__).parents[1] / "src/onrecord/language/lemmas.tsv"
LEAST = 2
HEADER = """# irregular forms: form, kind of tag, lemma; counted by training/lemmas.py from the training parts of
# UD English EWT 2.x (CC BY-SA 4.0) and GUM (CC BY 4.0); each seen twice or more
"""


def counts(gold: Path, part: str) -> dict[tuple[str, str], Counter[str]]:
    """How often each form with each kind of tag has each lemma."""
    found: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for name in ("ewt", "gum"):
        for line in (gold / "language" / f"{name}_{part}.conllu").read_text("utf-8").splitlines():
            cells = line.split("\t")
            if cells[0].isdigit() and (kind := lemmas.kind(cells[4])):
                found[cells[1].lower(), kind][cells[2].lower()] += 1
    return found


def main() -> None:
    gold = Path(sys.argv[1])
    rows = []
    for (form, kind), seen in sorted(counts(gold, "train").items()):
        lemma, times = seen.most_common(1)[0]
        if times >= LEAST and lemma != lemmas.by_rule(form, kind) and form.isascii():
            rows.append(f"{form}\t{kind}\t{lemma}\n")
    TARGET.write_text(HEADER + "".join(rows), "utf-8")
    lemmas.irregular.cache_clear()
    right = total = 0
    for (form, kind), seen in counts(gold, "dev").items():
        total += sum(seen.values())
        right += seen[lemmas.by_kind(form, kind)]
    print(f"{len(rows)} rows; {100 * right / total:.2f} % of inflected words of the dev parts right")


if __name__ == "__main__":
    main()

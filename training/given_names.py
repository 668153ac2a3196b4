"""Counts the first words of persons' names in newswire; writes knowledge/persons.tsv.

python training/given_names.py ../shared/gold/language/names_train.tsv
"""

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from onrecord.knowledge import roles

LEAST_COUNT = 2


def persons(path: Path) -> Iterator[list[str]]:
    """The words of every person's name of two words or more."""
    name: list[str] = []
    for line in path.read_text("utf-8").splitlines():
        word, _, tag = line.rpartition("\t")
        if tag == "I-Person" and name:
            name.append(word)
            continue
        if len(name) > 1:
            yield name
        name = [word] if tag == "B-Person" else []


def main() -> None:
    counts: Counter[str] = Counter()
    for name in persons(Path(sys.argv[1])):
        if name[0].isalpha() and len(name[0]) > 2 and name[0][1:].islower() and not roles.is_title(name[0]):
            counts[name[0]] += 1
    target = Path(__file__).parents[1] / "src/onrecord/knowledge/persons.tsv"
    with target.open("w", encoding="utf-8") as out:
        out.write("# given names: first words of persons' names, counted by training/given_names.py from the\n")
        out.write("# training part of en-worldwide-newswire (Stanford NLP); each seen twice or more\n")
        out.writelines(f"{name}\n" for name, n in sorted(counts.items()) if n >= LEAST_COUNT)


if __name__ == "__main__":
    main()

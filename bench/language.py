"""How well the language core reads: grammar on UD English EWT and GUM, names in newswire from all continents.

python -m bench.language ../shared/gold [dev|test]
"""

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np

from onrecord.language import encoder, grammar, labels, spans
from onrecord.language.analysis import analyse
from onrecord.model import Analysis, Token

Cells = list[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Treebank:
    """Sentences as lists of CoNLL-U rows; `spaced` tells of white space before each row's word."""

    sentences: list[list[Cells]]
    spaced: list[list[bool]]
    openings: list[str]  # of each sentence: "doc", "par" or ""


def treebank(path: Path) -> Treebank:
    """The syntactic words of a CoNLL-U file."""
    found, spaced, openings = [], [], []
    space = True
    for block in path.read_text("utf-8").split("\n\n"):
        lines = block.split("\n")
        rows = [line.split("\t") for line in lines if line[:1].isdigit()]
        if not rows:
            continue
        comments = " ".join(line for line in lines if line.startswith("#"))
        openings.append("doc" if "# newdoc" in comments else "par" if "# newpar" in comments else "")
        found.append([r for r in rows if r[0].isdigit()])
        own, space = _spaced(rows, space)
        spaced.append(own)
    return Treebank(sentences=found, spaced=spaced, openings=openings)


def _spaced(rows: Sequence[Cells], space: bool) -> tuple[list[bool], bool]:
    """Whether white space stands before each word, and behind the last; `space` tells of the first."""
    out: list[bool] = []
    after, until = True, 0
    for cells in rows:
        if "-" in cells[0]:
            until = int(cells[0].split("-")[1])
            after = "SpaceAfter=No" not in cells[9]
        elif cells[0].isdigit():
            out.append(space)
            own = "SpaceAfter=No" not in cells[9]
            space = own if int(cells[0]) > until else int(cells[0]) == until and after
    return out, space


def grammar_of(bank: Treebank) -> dict[str, float]:
    """UPOS, UAS, LAS (full relations) in percent, words and sentences given."""
    return share(right for _, right in judged(bank))


def share(sentences: Iterable[Counter[str]]) -> dict[str, float]:
    """UPOS, UAS, LAS in percent over sentences that `judged` gave."""
    total = sum(sentences, Counter[str]())
    return {name: 100 * total[name] / max(total["words"], 1) for name in ("upos", "uas", "las")}


def judged(bank: Treebank) -> Iterator[tuple[list[Cells], Counter[str]]]:
    """Each sentence with how many of its words there are, and have the right UPOS, head, head with relation."""
    for rows, spaced, paragraphs, stops in _documents(bank):
        tokens = given(rows, spaced, paragraphs, stops)
        for first, last in pairwise([0, *stops]):
            right: Counter[str] = Counter()
            for cells, token in zip(rows[first:last], tokens[first:last]):
                head = (int(cells[6]) == 0 and token.relation == "root") or int(cells[10]) == token.head
                right.update(words=1, upos=token.tag == cells[3], uas=head, las=head and token.relation == cells[7])
            yield rows[first:last], right


def _documents(bank: Treebank) -> Iterator[tuple[list[Cells], list[bool], list[int], list[int]]]:
    """Each document's rows with the head's place in it appended, white space, first words of paragraphs, sentence
    ends."""
    rows: list[Cells] = []
    spaced: list[bool] = []
    paragraphs: list[int] = []
    stops: list[int] = []
    for sentence, spaces, opening in zip(bank.sentences, bank.spaced, bank.openings):
        if opening == "doc" and rows:
            yield rows, spaced, paragraphs, stops
            rows, spaced, paragraphs, stops = [], [], [], []
        if opening or not rows:
            paragraphs.append(len(rows))
        base = len(rows)
        rows += [[*cells, str(base + int(cells[6]) - 1)] for cells in sentence]
        spaced += spaces
        stops.append(len(rows))
    if rows:
        yield rows, spaced, paragraphs, stops


def given(
    rows: Sequence[Cells], spaced: Sequence[bool], paragraphs: Sequence[int], stops: Sequence[int]
) -> list[Token]:
    """The core's grammar of words and sentences that are given."""
    model = encoder.model()
    texts = [cells[1] for cells in rows]
    units = sorted({*paragraphs, *stops[:-1], 0})
    readings = encoder.read(encoder.words(texts, spaced, paragraphs, units, opens=True))
    scores = grammar.columns(np.concatenate([r.scores for r in readings]))
    tokens = [Token(span=(i, i), text=text) for i, text in enumerate(texts)]
    return grammar.parsed(tokens, scores, readings, stops, model)


def raw(bank: Treebank) -> dict[str, float]:
    """Words, sentences and LAS as F1 in percent, from raw text, as the CoNLL 2018 evaluation counts them, but with
    full relations: white space as the treebank tells of it, a blank line between paragraphs."""
    hit: Counter[str] = Counter()
    for rows, spaced, paragraphs, stops in _documents(bank):
        text, places = _text(rows, spaced, paragraphs)
        analysis = analyse(text, headline=None)
        gold = _gold(rows, places, stops)
        found = _found(analysis)
        for name in gold:
            hit[f"{name} gold"] += len(gold[name])
            hit[f"{name} found"] += len(found[name])
            hit[name] += len(gold[name] & found[name])
    return {f"raw {n}": 200 * hit[n] / (hit[f"{n} gold"] + hit[f"{n} found"]) for n in ("words", "sentences", "las")}


def _text(
    rows: Sequence[Cells], spaced: Sequence[bool], paragraphs: Sequence[int]
) -> tuple[str, list[tuple[int, int]]]:
    text, places = "", []
    breaks = {*paragraphs[1:]}
    for number, (cells, space) in enumerate(zip(rows, spaced)):
        text += "\n\n" if number in breaks else " " if space and number else ""
        places.append((len(text), len(text) + len(cells[1])))
        text += cells[1]
    return text, places


def _gold(rows: Sequence[Cells], places: Sequence[tuple[int, int]], stops: Sequence[int]) -> dict[str, set[object]]:
    arcs: set[object] = {
        (place, places[int(cells[10])] if cells[6] != "0" else None, cells[7]) for cells, place in zip(rows, places)
    }
    edges = zip([0, *stops], stops)
    return {"words": set(places), "sentences": {(places[a][0], places[b - 1][1]) for a, b in edges}, "las": arcs}


def _found(analysis: Analysis) -> dict[str, set[object]]:
    tokens = analysis.tokens
    arcs: set[object] = {
        (t.span, None if t.head is None or t.relation == "root" else tokens[t.head].span, t.relation) for t in tokens
    }
    return {"words": {t.span for t in tokens}, "sentences": {s.span for s in analysis.sentences}, "las": arcs}


def names(path: Path) -> dict[str, float]:
    """Span F1 of names in percent, words given: all nine classes, and person, organisation, place and group only."""
    hit: Counter[str] = Counter()
    for part in path.read_text("utf-8").split("# doc = ")[1:]:
        sentences = [[line.split("\t") for line in b.split("\n") if "\t" in line] for b in part.split("\n\n")]
        rows = [[c.strip() for c in cells[:2]] for sentence in sentences for cells in sentence]
        stops = [int(n) for n in np.cumsum([len(s) for s in sentences if s])]
        gold, found = set(_bio(rows)), set(_name_spans(rows, stops))
        for name, kinds in (("names", None), ("four names", {"Person", "Organization", "Location", "NORP"})):
            a = {s for s in gold if kinds is None or s[2] in kinds}
            b = {s for s in found if kinds is None or s[2] in kinds}
            hit.update({f"{name} gold": len(a), f"{name} found": len(b), name: len(a & b)})
    return {n: 200 * hit[n] / (hit[f"{n} gold"] + hit[f"{n} found"]) for n in ("names", "four names")}


def _bio(rows: Sequence[Cells]) -> Iterator[tuple[int, int, str]]:
    start = 0
    for i, (_, tag) in enumerate(rows):
        if tag[0] == "B":
            start = i
        if tag != "O" and (i + 1 == len(rows) or rows[i + 1][1] != f"I-{tag[2:]}"):
            yield start, i + 1, tag[2:]


def _name_spans(rows: Sequence[Cells], stops: Sequence[int]) -> Iterator[tuple[int, int, str]]:
    from training.core.treebanks import spaces  # noqa: PLC0415  the white space of this corpus is lost and guessed

    texts = [cells[0] for cells in rows]
    given_words = encoder.words(texts, spaces(texts), [0], [0, *stops[:-1]], opens=True)
    scores = grammar.columns(np.concatenate([r.scores for r in encoder.read(given_words)]))
    for first, last, kind, _ in spans.names(scores["name"], len(labels.NAMES)):
        yield first, last, labels.NAMES[kind]


def measure(gold: Path, part: str = "test") -> dict[str, float]:
    """All figures in percent, from the gold folder."""
    folder = gold / "language"
    ewt, gum = treebank(folder / f"ewt_{part}.conllu"), treebank(folder / f"gum_{part}.conllu")
    figures = {f"ewt {k}": v for k, v in {**grammar_of(ewt), **raw(ewt)}.items()}
    figures |= {f"gum {k}": v for k, v in {**grammar_of(gum), **raw(gum)}.items()}
    return {k: round(v, 2) for k, v in (figures | names(folder / f"names_{part}.tsv")).items()}


def main() -> None:
    for name, value in measure(Path(sys.argv[1]), *sys.argv[2:3]).items():
        print(f"{name:20s} {value:6.2f}")


if __name__ == "__main__":
    main()

"""Tells the article's lines from page debris: two passes of boosted trees over what lines and markup say."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp

from onrecord.knowledge import debris as known
from onrecord.knowledge.debris import Phrase, Trees, Weights
from onrecord.pages import traits
from onrecord.pages.blocks import BIT, BODY_PROP, HEADINGS, HIDDEN, HINT_BIT, HINT_BITS, Block, Context

FLAGS = (
    *(BIT[tag] for tag in ("nav", "footer", "header", "aside", "figure", "figcaption", "form", "table", "li")),
    *(BIT[tag] for tag in ("blockquote", "article", "main", "button", "p", "section", "ul", "address")),
    HEADINGS, HIDDEN, BODY_PROP, *HINT_BITS,
)  # fmt: skip
TAGS = {tag: float(place) for place, tag in enumerate("p div li td h1 h2 h3 h4 h5 blockquote span section".split())}
REASON_NUMBER = {reason: float(place) for place, reason in enumerate(known.REASONS, 1)}
Row = list[float]
WORDS, ENDS, SHORT, TERMS, SURE = 0, 2, 20, 21, 22  # places in a line's row that neighbours look at
NEAR, FAR = 36, 37
REACH = 2
GATE = (
    -1.5
)  # word and class scores below which a block is debris without further look: 60 % of blocks, 0.1 % of story words


@dataclass(frozen=True, slots=True)
class Line:
    """A line as the classifier takes it; `block` is None in pasted text."""

    text: str
    block: Block | None = None


def chances(lines: Sequence[Line], title: str | None = None) -> list[float]:
    """For each line of one page, how likely it is of the article (0 to 1). `title` helps where known."""
    if not lines:
        return []
    weights = known.weights()
    rows = first_rows(lines, title, weights)
    kind = "pasted" if lines[0].block is None else "html"
    shut = [gated(row, kind) for row in rows]
    first = _pass(weights.trees[f"{kind} 1"], rows, shut)
    return _pass(weights.trees[f"{kind} 2"], second_rows(lines, rows, first), shut)


def gated(row: Row, kind: str) -> bool:
    """Whether words and class names alone are enough to tell debris."""
    return kind == "html" and row[TERMS] + row[NEAR] + 0.5 * row[FAR] < GATE


def _pass(trees: Trees, rows: Sequence[Row], shut: Sequence[bool]) -> list[float]:
    return [0.0 if closed else probability(trees, row) for row, closed in zip(rows, shut)]


def probability(trees: Trees, row: Row) -> float:
    """The trees' answer for one row."""
    feature, value, left, right = trees.feature, trees.value, trees.left, trees.right
    total = trees.start
    for node in trees.roots:
        place = node
        while (column := feature[place]) >= 0:
            place = left[place] if row[column] <= value[place] else right[place]
        total += value[place]
    return 1 / (1 + exp(-total)) if total > -500 else 0.0


def first_rows(lines: Sequence[Line], title: str | None, weights: Weights) -> list[Row]:
    """What each line, its markup, its place and its neighbours say: the rows of the first pass."""
    own = [_own(line.text, weights) for line in lines]
    placed = _places([line.text for line in lines], own, title)
    rows = [a + b for a, b in zip(own, placed)]
    if lines and lines[0].block is not None:
        marks = _marks([line.block for line in lines if line.block is not None], own, weights)
        rows = [a + b for a, b in zip(rows, marks)]
        beside = [WORDS, ENDS, TERMS, SURE, len(own[0]) + len(placed[0]), len(own[0]) + len(placed[0]) + 2]
    else:
        beside = [WORDS, ENDS, SHORT, TERMS, SURE]
    return [row + _beside(rows, i, beside) for i, row in enumerate(rows)]


def _own(text: str, weights: Weights) -> Row:
    phrase: Phrase | None = known.phrase(text)
    words = weights.words
    terms = [words[t] for t in traits.terms(text) if t in words]
    return [
        *traits.of_line(text),
        sum(terms),
        float(phrase is not None and phrase.sure),
        float(phrase is not None and not phrase.sure),
        REASON_NUMBER[phrase.reason] if phrase else 0.0,
        min(terms, default=0.0),
    ]


def _places(texts: Sequence[str], own: Sequence[Row], title: str | None) -> list[Row]:
    """Where each line stands among the others, how often, and how near it is to the title's words."""
    total = sum(row[WORDS] for row in own) or 1.0
    named = set(traits.WORD.findall((title or "").lower()))
    rows, before = [], 0.0
    long_before = 0.0
    long_total = sum(row[WORDS] >= 20 and row[ENDS] for row in own) or 1.0
    for i, (text, count) in enumerate(zip(texts, traits.repeats(texts))):
        words = set(traits.WORD.findall(text[:300].lower())) if named and len(text) < 300 else set()
        alike = len(words & named) / len(words | named) if words else 0.0
        rows.append(
            [i / len(texts), before / total, float(count), alike, float(min(i, 60)), long_before / long_total,
             min(long_before, 10.0), min(long_total - long_before, 10.0)]
        )  # fmt: skip
        before += own[i][WORDS]
        long_before += own[i][WORDS] >= 20 and own[i][ENDS]
    return rows


def _beside(rows: Sequence[Row], place: int, columns: Sequence[int]) -> Row:
    found: Row = []
    for step in range(-REACH, REACH + 1):
        if step:
            near = rows[place + step] if 0 <= place + step < len(rows) else None
            found += [near[c] for c in columns] if near else [-9.0] * len(columns)
    return found


def _marks(blocks: Sequence[Block], own: Sequence[Row], weights: Weights) -> list[Row]:
    """What the markup says of each block: links, class names, flags, and the group of blocks alike."""
    groups = _Sums(key_of_group, blocks, own)
    parents = _Sums(key_of_parent, blocks, own)
    uppers = _Sums(key_of_upper, blocks, own)
    rows = []
    for block, line in zip(blocks, own):
        near, far = _class_score(block.context, weights)
        near += sum(weights.near.get(name, 0.0) for name in block.inner)
        flags = block.context.flags
        rows.append(
            [
                block.linked / len(block.text), block.bold / len(block.text), near, far,
                float(block.context.depth), TAGS.get(block.context.tag, 20.0), float(block.broken),
                *(1.0 if flags & bit else 0.0 for bit in FLAGS),
                *groups.of(block), *parents.of(block), *uppers.of(block)[3:], line[WORDS] / groups.most,
                *_own_hints(block),
            ]
        )  # fmt: skip
    return rows


def key_of_group(block: Block) -> object:
    """Blocks with the same element and class under the same kind of parent are made by one template."""
    parent = block.context.parent
    return (block.context.signature, parent.signature if parent else "")


def key_of_upper(block: Block) -> object:
    """Blocks of one parent's parent."""
    parent = block.context.parent
    return id(parent.parent) if parent and parent.parent else 0


def _own_hints(block: Block) -> Row:
    """What the class names of the element, its parent and the inline element themselves hint at."""
    parent = block.context.parent
    bits = 0
    for name in (*block.context.names, *(parent.names if parent else ()), *block.inner):
        bits |= HINT_BIT.get(name, 0)
    return [1.0 if bits & bit else 0.0 for bit in HINT_BITS]


def key_of_parent(block: Block) -> object:
    """Blocks of one parent element; loose text counts to its own element."""
    context = block.context
    return id(context.parent) if context.tag not in ("div", "section", "article", "td", "body") else id(context)


class _Sums:
    """Counts, words and link shares of the blocks that share a key."""

    def __init__(self, key: "type[object] | object", blocks: Sequence[Block], own: Sequence[Row]) -> None:
        self.key = key
        self.sums: dict[object, list[float]] = {}
        for block, row in zip(blocks, own):
            found = self.sums.setdefault(key(block), [0.0, 0.0, 0.0, 0.0])  # type: ignore[operator]
            found[0] += 1
            found[1] += row[WORDS]
            found[2] += block.linked / len(block.text)
            found[3] += row[WORDS] if row[ENDS] else 0.0
        self.most = max((s[3] for s in self.sums.values()), default=0.0) or 1.0

    def of(self, block: Block) -> Row:
        count, words, linked, prose = self.sums[self.key(block)]  # type: ignore[operator]
        return [count, words / count, linked / count, prose / self.most, prose]


def _class_score(context: Context, weights: Weights) -> tuple[float, float]:
    """The class names' log-odds: of the element and its parent, and of all above. Kept on the contexts."""
    if context.near is None:
        path: list[Context] = []
        at: Context | None = context
        while at is not None and at.near is None:
            path.append(at)
            at = at.parent
        for step in reversed(path):
            _score_step(step, weights)
    parent = context.parent
    upper = parent.near or 0.0 if parent else 0.0
    return (context.near or 0.0) + upper, parent.far if parent else 0.0


def _score_step(context: Context, weights: Weights) -> None:
    context.near = sum(weights.near.get(name, 0.0) for name in context.names)
    far = sum(weights.far.get(name, 0.0) for name in context.names)
    context.far = far + (context.parent.far if context.parent else 0.0)


def second_rows(lines: Sequence[Line], rows: Sequence[Row], first: Sequence[float]) -> list[Row]:
    """The first pass's answers around each line, with what was known of it: the rows of the second pass."""
    masses = [row[WORDS] * chance for row, chance in zip(rows, first)]
    total = sum(masses) or 1.0
    groups = _means(lines, key_of_group, rows, first)
    parents = _means(lines, key_of_parent, rows, first)
    out, before = [], 0.0
    padded = [-1.0] * 5 + list(first) + [-1.0] * 5
    for i, row in enumerate(rows):
        window = padded[i : i + 11]
        up, down = masses[max(0, i - 12) : i], masses[i + 1 : i + 13]
        after = total - before - masses[i]
        out.append(
            [
                *window, sum(window[:5]), sum(window[6:]), sum(up), sum(down), before / total, after / total,
                before, after, *groups[i], *parents[i], max(window[:5]), max(window[6:]), *row,
            ]
        )  # fmt: skip
        before += masses[i]
    return out


def _means(
    lines: Sequence[Line], key: "type[object] | object", rows: Sequence[Row], first: Sequence[float]
) -> list[Row]:
    """The mean chance, by lines and by words, of the group that each line is in; empty without markup."""
    if not lines or lines[0].block is None:
        return [[] for _ in lines]
    keys = [key(line.block) for line in lines]  # type: ignore[operator]
    sums: dict[object, list[float]] = {}
    for name, row, chance in zip(keys, rows, first):
        found = sums.setdefault(name, [0.0, 0.0, 0.0, 0.0])
        found[0] += 1
        found[1] += chance
        found[2] += row[WORDS]
        found[3] += row[WORDS] * chance
    return [[sums[k][1] / sums[k][0], sums[k][3] / (sums[k][2] or 1.0), sums[k][3]] for k in keys]

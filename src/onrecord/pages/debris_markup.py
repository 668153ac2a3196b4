"""What the markup says of each block: links, class names, flags, and the blocks that are made alike."""

from collections.abc import Callable, Sequence

from onrecord.knowledge.debris import Weights
from onrecord.pages.blocks import BIT, BODY_PROP, HEADINGS, HIDDEN, HINT_BIT, HINT_BITS, Block, Context
from onrecord.pages.lines import Row

FLAGS = (
    *(BIT[tag] for tag in ("nav", "footer", "header", "aside", "figure", "figcaption", "form", "table", "li")),
    *(BIT[tag] for tag in ("blockquote", "article", "main", "button", "p", "section", "ul", "address")),
    HEADINGS, HIDDEN, BODY_PROP, *HINT_BITS,
)  # fmt: skip
TAGS = {tag: float(place) for place, tag in enumerate("p div li td h1 h2 h3 h4 h5 blockquote span section".split())}
Key = Callable[[Block], object]


def links_and_names(block: Block, weights: Weights) -> Row:
    """The linked and the bold share of a block's text, and the log-odds of class names near it and above it."""
    near, far = _class_score(block.context, weights)
    near += sum(weights.near.get(name, 0.0) for name in block.inner)
    return [block.linked / len(block.text), block.bold / len(block.text), near, far]


def of_blocks(
    blocks: Sequence[Block], sizes: Sequence[float], ends: Sequence[float], shut: Sequence[bool]
) -> list[Row]:
    """The rest of what the markup says, for each block; empty for those that are `shut` already.

    `sizes` are the blocks' words; `ends` tells which of them end a sentence.
    """
    groups = _Sums(key_of_group, blocks, sizes, ends)
    parents = _Sums(key_of_parent, blocks, sizes, ends)
    uppers = _Sums(key_of_upper, blocks, sizes, ends)
    rows: list[Row] = []
    for block, size, closed in zip(blocks, sizes, shut):
        if closed:
            rows.append([])
            continue
        flags = block.context.flags
        rows.append(
            [
                float(block.context.depth), TAGS.get(block.context.tag, 20.0), float(block.broken),
                *[1.0 if flags & bit else 0.0 for bit in FLAGS],
                *groups.of(block), *parents.of(block), *uppers.of(block)[3:], size / groups.most, *_own_hints(block),
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

    def __init__(self, key: Key, blocks: Sequence[Block], sizes: Sequence[float], ends: Sequence[float]) -> None:
        self.key = key
        self.sums: dict[object, list[float]] = {}
        for block, size, end in zip(blocks, sizes, ends):
            found = self.sums.setdefault(key(block), [0.0, 0.0, 0.0, 0.0])
            found[0] += 1
            found[1] += size
            found[2] += block.linked / len(block.text)
            found[3] += size if end else 0.0
        self.most = max((s[3] for s in self.sums.values()), default=0.0) or 1.0

    def of(self, block: Block) -> Row:
        """Of a block's group: how many, mean words, mean link share, its prose beside the most prose, its prose."""
        count, words, linked, prose = self.sums[self.key(block)]
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

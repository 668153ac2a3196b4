"""A page's tree as text blocks."""

from hypothesis import given
from hypothesis import strategies as st

from onrecord.pages import blocks
from onrecord.pages.blocks import BIT, BODY_PROP, HIDDEN, HINT_BIT, Block
from tests.pages.pages import tree


def of(text: str) -> list[Block]:
    return blocks.segment(tree(text))


def texts(text: str) -> list[str]:
    return [block.text for block in of(text)]


def test_paragraphs_headings_items_and_loose_text() -> None:
    assert texts("<div>loose <b>bold</b> text<p>one</p>more<ul><li>item</ul><h2>head</h2></div>") == [
        "loose bold text", "one", "more", "item", "head",
    ]  # fmt: skip


def test_white_space_is_folded_and_line_breaks_part() -> None:
    found = of("<p>one\n  two<br>three</p>")
    assert [b.text for b in found] == ["one two", "three"]
    assert [b.broken for b in found] == [False, True]


def test_what_is_not_shown_is_no_text() -> None:
    assert texts(
        "<script>a</script><style>b</style><template>c</template><p>d</p><noscript>e</noscript><!-- f -->"
    ) == ["d"]


def test_text_after_a_comment_is_kept() -> None:
    assert texts("<p>one <!-- note --> two</p>") == ["one two"]


def test_links_and_bold_type_are_counted() -> None:
    (block,) = of('<p><a href="/">link</a> and <strong>bold</strong></p>')
    assert (block.linked, block.bold) == (4, 4)


def test_flags_of_ancestors_and_class_names() -> None:
    (block,) = of(
        '<article><aside class="relatedStories"><div itemprop="articleBody"><p hidden>x</p></div></aside></article>'
    )
    flags = block.context.flags
    assert flags & BIT["article"]
    assert flags & BIT["aside"]
    assert flags & HIDDEN
    assert flags & BODY_PROP
    assert flags & HINT_BIT["related"]


def test_class_words() -> None:
    assert blocks.class_words("post-Content relatedStories x td_2") == ("post", "content", "related", "stories", "td")


def test_a_huge_page_is_bounded() -> None:
    assert len(of("<p>x</p>" * (blocks.MOST_BLOCKS + 50))) == blocks.MOST_BLOCKS


def test_deep_nesting_is_walked() -> None:
    assert texts("<div>" * 900 + "deep" + "</div>" * 900) == ["deep"]


@given(st.text(alphabet="<>/pdivabr =\"'xé&;!-", max_size=300))
def test_no_markup_crashes_and_no_text_is_invented(text: str) -> None:
    from onrecord.pages import html

    found = html.parse(text)
    if found is None:
        return
    whole = "".join("".join(found.itertext()).split())
    for block in blocks.segment(found):
        assert block.text == " ".join(block.text.split()) != ""
        assert "".join(block.text.split()) in whole
